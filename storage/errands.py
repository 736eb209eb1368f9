"""Errands: what a team is asked to look at, and what was seen; both are kept sealed."""

from datetime import datetime
from typing import Any, Final

import orjson

from bot.domain.cases import CaseId, Spot, Words
from bot.domain.errands import Errand, ErrandId, ErrandState
from bot.domain.people import StaffId
from storage.database import Row, Transaction
from storage.messages import media_kept, media_told
from storage.times import kept, told

_INSERT: Final = """
INSERT INTO errands (case_id, state, asked_by, asked, created_at)
VALUES (:case, 'open', :asked_by, :asked, :now) RETURNING id
"""
_FIND: Final = "SELECT * FROM errands WHERE id = :id"
_LIST_OF_CASE: Final = "SELECT * FROM errands WHERE case_id = :case ORDER BY id"
_LIST_TAKEN: Final = "SELECT * FROM errands WHERE taken_by = :staff AND state = 'taken' ORDER BY id"
_SET: Final = "UPDATE errands SET state = :state, taken_by = :taken_by, seen = :seen, ended_at = :ended_at WHERE id = :id"
_ERASE: Final = "DELETE FROM errands WHERE case_id = :case"


def _errand(tx: Transaction, row: Row) -> Errand:
    return Errand(
        id=ErrandId(row["id"]),
        case=CaseId(row["case_id"]),
        state=ErrandState(row["state"]),
        asked_by=StaffId(row["asked_by"]),
        asked=tx.sealer.unseal(row["asked"]).decode(),
        at=told(row["created_at"]),
        taken_by=row["taken_by"],
        seen=None if row["seen"] is None else _words(orjson.loads(tx.sealer.unseal(row["seen"]))),
    )


def _words(seen: dict[str, Any]) -> Words:
    spot = Spot(*seen["spot"]) if seen["spot"] else None
    return Words(seen["text"], media_told(seen["media"]), spot)


def _sealed(tx: Transaction, words: Words) -> bytes:
    spot = [words.spot.lat, words.spot.lon] if words.spot else None
    return tx.sealer.seal(orjson.dumps({"text": words.text, "media": media_kept(words.media), "spot": spot}))


async def insert_errand(tx: Transaction, case: CaseId, asked: str, *, by: StaffId, now: datetime) -> Errand:
    """A new one that nobody has taken."""
    new = await tx.insert(
        _INSERT, case=case, asked_by=by, asked=tx.sealer.seal(asked.encode()), now=kept(now)
    )
    return Errand(ErrandId(new), case, ErrandState.OPEN, by, asked, now)


async def find_errand(tx: Transaction, errand: ErrandId) -> Errand | None:
    row = await tx.one(_FIND, id=errand)
    return _errand(tx, row) if row else None


async def list_errands(tx: Transaction, case: CaseId) -> list[Errand]:
    """Those of a case, oldest first."""
    return [_errand(tx, row) for row in await tx.all(_LIST_OF_CASE, case=case)]


async def list_taken(tx: Transaction, staff: StaffId) -> list[Errand]:
    """What somebody is to look at now."""
    return [_errand(tx, row) for row in await tx.all(_LIST_TAKEN, staff=staff)]


async def set_errand(tx: Transaction, errand: Errand, now: datetime) -> None:
    """Keep how it stands."""
    await tx.run(
        _SET,
        id=errand.id,
        state=errand.state.value,
        taken_by=errand.taken_by,
        seen=_sealed(tx, errand.seen) if errand.seen else None,
        ended_at=None if errand.open else kept(now),
    )


async def erase_errands(tx: Transaction, case: CaseId) -> None:
    """Erase what was asked and seen."""
    await tx.run(_ERASE, case=case)
