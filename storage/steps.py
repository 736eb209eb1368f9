"""The step a chat is in; what it holds so far is sealed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from bot.domain.people import PersonId
from storage.database import Transaction
from storage.times import kept, told

_FIND = "SELECT kind, step, payload, version, expires_at FROM steps WHERE person_id = :person"
_SET = """
INSERT INTO steps (person_id, kind, step, payload, version, expires_at)
VALUES (:person, :kind, :step, :payload, :version, :expires_at)
ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, step = excluded.step, payload = excluded.payload,
    version = excluded.version, expires_at = excluded.expires_at
"""
_ERASE = "DELETE FROM steps WHERE person_id = :person"


@dataclass(frozen=True, slots=True)
class Step:
    """`kind` is the feature, `step` where in it, `payload` what was gathered (JSON values).

    `version` belongs to one run through a feature: buttons carry it, so that those of an older run are known as old.
    """

    kind: str
    step: str
    payload: dict[str, Any]
    version: int
    expires_at: datetime


def step_told(tx: Transaction, columns: Iterable[Any]) -> Step:
    """The columns as _FIND names them, unsealed. Raises KeyWrong."""
    kind, step, payload, version, expires_at = columns
    return Step(kind, step, orjson.loads(tx.sealer.unseal(payload)), version, told(expires_at))


async def find_step(tx: Transaction, person: PersonId) -> Step | None:
    row = await tx.one(_FIND, person=person)
    return step_told(tx, row) if row else None


async def set_step(tx: Transaction, person: PersonId, step: Step) -> None:
    await tx.run(
        _SET,
        person=person,
        kind=step.kind,
        step=step.step,
        payload=tx.sealer.seal(orjson.dumps(step.payload)),
        version=step.version,
        expires_at=kept(step.expires_at),
    )


async def erase_step(tx: Transaction, person: PersonId) -> None:
    await tx.run(_ERASE, person=person)
