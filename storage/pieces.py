"""Pieces: the messages of what was said, or sent, in more than one."""

from collections.abc import Sequence

from storage.database import Transaction

_ADD_ALBUM = """
INSERT INTO album_messages (chat_id, message_id, first_id) VALUES (:chat, :message, :first) ON CONFLICT DO NOTHING
"""
_FIND_FIRST = "SELECT first_id FROM album_messages WHERE chat_id = :chat AND message_id = :message"
_ADD_PIECE = """
INSERT INTO outbox_pieces (chat_id, message_id, outbox_id) VALUES (:chat, :message, :row) ON CONFLICT DO NOTHING
"""
_FIND_ROW = "SELECT outbox_id FROM outbox_pieces WHERE chat_id = :chat AND message_id = :message"
_LIST = """
SELECT p.message_id FROM outbox_pieces p JOIN outbox o ON o.id = p.outbox_id
WHERE o.chat_id = :chat AND o.message_id = :message ORDER BY p.message_id
"""


async def insert_album(tx: Transaction, chat: int, messages: Sequence[int]) -> None:
    """Remember of an album that somebody sent which messages it is; the first one stands for all."""
    first, *others = messages
    if others:
        await tx.many(_ADD_ALBUM, [{"chat": chat, "message": one, "first": first} for one in others])


async def first_of_album(tx: Transaction, chat: int, message: int) -> int:
    """The first message of the album that this one belongs to; the message itself when it is in none."""
    row = await tx.one(_FIND_FIRST, chat=chat, message=message)
    return row["first_id"] if row else message


async def insert_pieces(tx: Transaction, row: int, chat: int, messages: Sequence[int]) -> None:
    """Remember further messages that an outbox row became."""
    if messages:
        await tx.many(_ADD_PIECE, [{"chat": chat, "message": one, "row": row} for one in messages])


async def find_row_of_piece(tx: Transaction, chat: int, message: int) -> int | None:
    """The outbox row of which this is a further message."""
    row = await tx.one(_FIND_ROW, chat=chat, message=message)
    return row["outbox_id"] if row else None


async def list_pieces(tx: Transaction, chat: int, message: int) -> list[int]:
    """The further messages of what is known by this one of ours, in their order."""
    return [found["message_id"] for found in await tx.all(_LIST, chat=chat, message=message)]
