"""How many characters went to the machine, by month: a figure, and whether the operator was warned of it."""

from dataclasses import dataclass
from typing import Final

from storage.database import Transaction
from storage.schema import find_meta, set_meta

# One row: the month that is now, its characters, and 1 when they were found too many.
_KEY: Final = "translator-month"


@dataclass(frozen=True, slots=True)
class Spent:
    """`month` as 2026-11."""

    month: str
    characters: int = 0
    warned: bool = False


async def find_spent(tx: Transaction, month: str) -> Spent:
    """What went out in that month; nothing when it is a new one."""
    kept, characters, warned = (await find_meta(tx, _KEY) or f"{month} 0 0").split()
    return Spent(month, int(characters), warned == "1") if kept == month else Spent(month)


async def set_spent(tx: Transaction, spent: Spent) -> None:
    await set_meta(tx, _KEY, f"{spent.month} {spent.characters} {int(spent.warned)}")
