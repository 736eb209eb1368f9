"""Ways to break a restore, so that it repeats something or brings somebody back."""

from typing import Any

from bot.commands import restoring
from gates.breaking import change
from storage import restoring as settling


def waiting_restored() -> None:
    """What waited in the backup leaves after the restore."""

    async def nothing(*_: Any) -> list[Any]:
        return []

    change(settling, "_doubt", lambda _: nothing)


def erasures_forgotten() -> None:
    """A restore does not erase anew who was erased after the backup."""

    async def nobody(*_: Any) -> int:
        return 0

    change(restoring, "erase_again", lambda _: nobody)
