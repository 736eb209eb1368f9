"""Named points in the bot's life at which it can be made to die, in its own process."""

from __future__ import annotations

import functools
import os
import signal
from collections.abc import Awaitable, Callable, Mapping
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
        left = [times]

        @functools.wraps(original)
        async def dying(*args: Any, **values: Any) -> Any:
            result = await original(*args, **values)
            if matters(result):
                left[0] -= 1
                if left[0] <= 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return result

        setattr(owner, name, dying)

    return arm


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
    "claimed": _after(Sender, "_commit", bool),
    # A message has arrived, and that is not on disk.
    "answered": _after(Postman, "deliver"),
}
# Those that a life with updates and messages comes to, again and again.
EVERYDAY: Final = ("updates-kept", "turn-kept", "claimed", "answered")
