"""How whoever tries or measures is ended: what was begun is cleared away first."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

T = TypeVar("T")
_ASKS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Told(Exception):
    """Somebody asked for the end by a signal; its notes say what was being done."""

    def __init__(self, which: signal.Signals) -> None:
        super().__init__(f"ended by {which.name}")
        self.exit_code = 128 + which


async def until_told(work: Coroutine[Any, Any, T]) -> T:
    """Do this; a signal that asks for the end cancels it, so that all of it is undone. Raises Told when that is done."""
    loop, doing, came = asyncio.get_running_loop(), asyncio.ensure_future(work), list[signal.Signals]()

    def tell(which: signal.Signals) -> None:
        if not came:  # who is told twice would leave off clearing away
            came.append(which)
            doing.cancel()

    # What was to be ignored from the beginning, as with nohup, stays ignored.
    asks = [which for which in _ASKS if signal.getsignal(which) is not signal.SIG_IGN]
    for which in asks:
        loop.add_signal_handler(which, tell, which)
    try:
        return await doing
    except asyncio.CancelledError as cancelled:
        if not came:
            raise
        raise _told(came[0], cancelled) from None
    finally:
        for which in asks:
            loop.remove_signal_handler(which)


def _told(which: signal.Signals, cancelled: BaseException) -> Told:
    told = Told(which)
    for note in getattr(cancelled, "__notes__", ()):
        told.add_note(note)
    return told
