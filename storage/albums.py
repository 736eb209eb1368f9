"""Parts of an album that is still arriving; sealed, and kept over a restart."""

from datetime import datetime

from storage.database import Transaction
from storage.times import kept

_INSERT = """
INSERT INTO album_parts (chat_id, album, message_id, payload, created_at)
VALUES (:chat, :album, :message, :payload, :now) ON CONFLICT DO NOTHING
"""
_LIST = "SELECT DISTINCT album FROM album_parts WHERE chat_id = :chat"
_TAKE = "SELECT payload FROM album_parts WHERE chat_id = :chat AND album = :album ORDER BY message_id"
_ERASE = "DELETE FROM album_parts WHERE chat_id = :chat AND album = :album"


async def insert_album_part(
    tx: Transaction, key: tuple[int, str, int], payload: bytes, now: datetime
) -> None:
    """Keep one part, sealed; `key` is chat, album and message id."""
    chat, album, message = key
    sealed = tx.sealer.seal(payload)
    await tx.run(_INSERT, chat=chat, album=album, message=message, payload=sealed, now=kept(now))


async def list_albums(tx: Transaction, chat: int) -> list[str]:
    """Those of the chat of which parts wait."""
    return [row["album"] for row in await tx.all(_LIST, chat=chat)]


async def take_album(tx: Transaction, chat: int, album: str) -> list[bytes]:
    """Every part in the order it was sent, unsealed; they are gone from here then."""
    rows = await tx.all(_TAKE, chat=chat, album=album)
    await tx.run(_ERASE, chat=chat, album=album)
    return [tx.sealer.unseal(row["payload"]) for row in rows]
