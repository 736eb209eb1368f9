"""Named points in the bot's life at which it can be made to die, in its own process."""

from __future__ import annotations

import functools
import os
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.engine.intake import Intake
from bot.engine.lanes import Lanes
from bot.engine.ledger import Ledger
from bot.engine.postman import Postman
from bot.engine.sender import Sender
from storage import schema

Point = Callable[[int], None]
_Method = Callable[..., Awaitable[Any]]


def _after(owner: Any, name: str, matters: Callable[[Any], bool] = lambda _result: True) -> Point:
    """The point right behind a method of the bot, each time that its result matters."""

    def arm(times: int) -> None:
        original: _Method = getattr(owner, name)
        countdown = _Countdown(times)

        @functools.wraps(original)
        async def dying(*args: Any, **values: Any) -> Any:
            result = await original(*args, **values)
            if matters(result):
                countdown.tick()
            return result

        setattr(owner, name, dying)

    return arm


def _before(owner: Any, name: str) -> Point:
    """The point right before a method of the bot."""

    def arm(times: int) -> None:
        original: _Method = getattr(owner, name)
        countdown = _Countdown(times)

        @functools.wraps(original)
        async def dying(*args: Any, **values: Any) -> Any:
            countdown.tick()
            return await original(*args, **values)

        setattr(owner, name, dying)

    return arm


@dataclass(slots=True)
class _Countdown:
    left: int

    def tick(self) -> None:
        self.left -= 1
        if self.left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


# Each arms its point: the process kills itself the nth time that it comes there.
POINTS: Final[Mapping[str, Point]] = {
    # The schema is half made.
    "migrating": _after(schema, "set_meta"),
    # What was in flight has been found, and nothing of that is on disk yet.
    "recovering": _after(Ledger, "recover"),
    # Updates are on disk, and Telegram does not know it.
    "updates-kept": _after(Intake, "admit", bool),
    # A turn is on disk, and nothing it says has left.
    "turn-kept": _after(Lanes, "_kept", lambda error: error is None),
    # Messages are claimed, and have not left.
    "claimed": _before(Sender, "_depart"),
    # A message has arrived, and that is not on disk.
    "answered": _after(Postman, "deliver"),
}
# Those that a life with updates and messages comes to, again and again.
EVERYDAY: Final = ("updates-kept", "turn-kept", "claimed", "answered")
