"""Ways to break how updates and moments come in."""

from __future__ import annotations

from typing import Any

from bot.engine import clock, intake
from gates.breaking import change


def words_logged() -> None:
    """What cannot be read is told in the log, to find out what it was."""

    def changed(measured: Any) -> Any:
        def logged(update: Any) -> Any:
            intake.log.info("update", what=str(update)[:2_000])
            return measured(update)

        return logged

    change(intake, "_measured", changed)


def unreadable_stops_all() -> None:
    """An update of a shape that nobody foresaw is an error like any other."""
    change(intake, "_UNREADABLE", lambda _known: ())


def deaf_to_jumps() -> None:
    """The wall clock is believed, whatever it says."""

    def changed(_heed: Any) -> Any:
        async def unheeded(_self: Any) -> None: ...

        return unheeded

    change(clock.Clock, "_heed_jumps", changed)
