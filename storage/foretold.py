"""Answers that have not left, on their way to the machine; sealed, as every draft is."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.people import PersonId
from storage.database import Transaction
from storage.times import kept

_ASK = """
INSERT INTO foretold (person_id, purpose, source, language, state, sealed, attempts, created_at)
VALUES (:person, :purpose, :source, :language, 'machine', :sealed, 0, :now) RETURNING id
"""
_ERASE = "DELETE FROM foretold WHERE person_id = :person AND purpose = :purpose"
_ERASE_ARRIVED = "DELETE FROM foretold WHERE id = :id AND state = 'arrived'"
_ERASE_ALL = "DELETE FROM foretold WHERE person_id = :person"


@dataclass(frozen=True, slots=True)
class Asked:
    """A text for the machine, and what it is wanted for."""

    purpose: str
    source: str
    language: str
    text: str = field(repr=False)


async def ask_foretold(tx: Transaction, person: PersonId, asked: Asked, now: datetime) -> int:
    """Let it wait for the machine, in the place of what was asked before; its id, which never comes back."""
    await tx.run(_ERASE, person=person, purpose=asked.purpose)
    return await tx.insert(
        _ASK,
        person=person,
        purpose=asked.purpose,
        source=asked.source,
        language=asked.language,
        sealed=tx.sealer.seal(asked.text.encode()),
        now=kept(now),
    )


async def erase_arrived(tx: Transaction, asked: int) -> None:
    """The machine's answer is in the draft, which is sealed itself."""
    await tx.run(_ERASE_ARRIVED, id=asked)


async def erase_foretold(tx: Transaction, person: PersonId) -> None:
    """Nobody waits for it any more."""
    await tx.run(_ERASE_ALL, person=person)
