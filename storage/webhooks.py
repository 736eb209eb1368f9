"""Which address we gave Telegram last, so that our own is known again; sealed, for addresses may hold secrets."""

from dataclasses import asdict, dataclass
from typing import Final

import orjson

from storage.database import Transaction
from storage.schema import find_meta, set_meta

_META: Final = "webhook"


@dataclass(frozen=True, slots=True)
class GivenWebhook:
    """An address and a mark of the secret that goes with it; `taken` once Telegram said that it took both."""

    url: str
    secret_mark: str
    taken: bool


async def find_given_webhook(tx: Transaction) -> GivenWebhook | None:
    """The last one given; None when none was, or when it was taken back. Raises KeyWrong."""
    kept = await find_meta(tx, _META)
    return GivenWebhook(**orjson.loads(tx.sealer.unseal(bytes.fromhex(kept)))) if kept else None


async def set_given_webhook(tx: Transaction, given: GivenWebhook | None) -> None:
    """Remember it; None when it was taken back."""
    kept = tx.sealer.seal(orjson.dumps(asdict(given))).hex() if given else ""
    await set_meta(tx, _META, kept)
