"""What the night looks at so that nothing is unowned, and what it found last."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

import orjson

from bot.domain.cases import Case, CaseId
from storage.cases import case_told
from storage.database import Transaction
from storage.schema import find_meta, set_meta
from storage.times import kept, told

_LIST: Final = """
SELECT * FROM cases WHERE id > :after AND status NOT IN ('handled', 'withdrawn') AND alias <> '' AND twin_of IS NULL ORDER BY id LIMIT :most
"""
# What has just come due waits in the inbox for its turn.
_IS_DUE: Final = """
SELECT 1 FROM due WHERE key = :key
UNION ALL SELECT 1 FROM inbox WHERE state = 'waiting' AND dedupe LIKE :came LIMIT 1
"""
_LAST: Final = "ownership"


@dataclass(frozen=True, slots=True)
class Checked:
    """So many open cases were looked at; `mended` had nobody, or nobody who was there; `left` still have nobody."""

    cases: int = 0
    mended: int = 0
    left: int = 0

    def plus(self, other: "Checked") -> "Checked":
        return Checked(self.cases + other.cases, self.mended + other.mended, self.left + other.left)


async def list_open_after(tx: Transaction, after: CaseId, most: int) -> Sequence[Case]:
    """The next open cases by their id."""
    return [case_told(row) for row in await tx.all(_LIST, after=after, most=most)]


async def is_watched(tx: Transaction, key: str) -> bool:
    """Whether something is to happen later under this key, or now."""
    return await tx.one(_IS_DUE, key=key, came=f"due:%:{key}") is not None


async def note_checked(tx: Transaction, checked: Checked, at: datetime) -> None:
    """Remember the last look, in the place of the one before."""
    await set_meta(tx, _LAST, orjson.dumps({**asdict(checked), "at": kept(at)}).decode())


async def find_checked(tx: Transaction) -> tuple[datetime, Checked] | None:
    """When it was looked last, and what was found; None when it never was."""
    value = await find_meta(tx, _LAST)
    if not value:
        return None
    found = orjson.loads(value)
    return told(found.pop("at")), Checked(**found)
