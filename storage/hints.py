"""In which other language somebody wrote lately, to offer a change of language; shown to nobody."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import PersonId
from storage.database import Transaction
from storage.times import kept, told

_FIND = "SELECT language, times, offered_at FROM language_hints WHERE person_id = :person"
_SET = """
INSERT INTO language_hints (person_id, language, times, offered_at) VALUES (:person, :language, :times, :offered_at)
ON CONFLICT (person_id) DO UPDATE SET language = excluded.language, times = excluded.times,
    offered_at = excluded.offered_at
"""
_FORGET = "UPDATE language_hints SET language = NULL, times = 0 WHERE person_id = :person AND times > 0"


@dataclass(frozen=True, slots=True)
class Hint:
    """How many messages came in that language, one after the other; when a change was offered last."""

    language: str | None = None
    times: int = 0
    offered_at: datetime | None = None


async def find_hint(tx: Transaction, person: PersonId) -> Hint:
    row = await tx.one(_FIND, person=person)
    if row is None:
        return Hint()
    offered_at = row["offered_at"]
    return Hint(row["language"], row["times"], None if offered_at is None else told(offered_at))


async def set_hint(tx: Transaction, person: PersonId, hint: Hint) -> None:
    await tx.run(
        _SET, person=person, language=hint.language, times=hint.times, offered_at=kept(hint.offered_at)
    )


async def forget_hint(tx: Transaction, person: PersonId) -> None:
    """All but when a change was offered last."""
    await tx.run(_FORGET, person=person)
