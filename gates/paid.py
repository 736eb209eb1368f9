"""A paid pace of a thousand a second, by one core; the other core is Telegram."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from benchmarks.announcing import announce
from benchmarks.handling import People, wijklijn
from benchmarks.loopback import BotLine, Loopback
from benchmarks.people import SENDER
from benchmarks.processes import FEEDING, pin_to
from gates.allowed import IN_NEARLY_A_SECOND, pace_kept
from gates.frame import Gate, Run, Verdict, at_least, exactly, seen

RATE: Final = 1_000
# The first and the last of it are how it begins and ends, not its pace.
MARGIN_SECONDS: Final = 1.0
LOOK_SECONDS: Final = 0.25


class Listener(BotLine):
    """Writes down when each message came, to whom, and whether the bot said that it pays for it."""

    def __init__(self, bot_id: int) -> None:
        super().__init__(bot_id)
        self.came: list[tuple[float, int, bool]] = []

    def send(self, wire: Any, params: Mapping[str, Any]) -> None:
        """As BotLine."""
        to, pays = int(params["chat_id"]), params.get("allow_paid_broadcast") is True
        if to != SENDER:
            self.came.append((time.monotonic(), to, pays))
        super().send(wire, params)


class Listeners(Loopback):
    """A lean Telegram of listeners: the judging one takes more of a core than sending does."""

    def line(self, token: str) -> Listener:
        """As Loopback."""
        made = self.lines[token] = Listener(int(token.partition(":")[0]))
        return made


async def paid(run: Run) -> Verdict:
    people = run.size["people"]
    pin_to(FEEDING)
    started = partial(wijklijn, module="gates.child", GATE_BREAK=run.breakage) if run.breakage else wijklijn
    async with Listeners() as telegram, started(telegram, run.folder, People(people, people)) as bot:
        before = bot.child.cpu()
        await announce(bot.environ)
        listener = next(iter(telegram.lines.values()))
        assert isinstance(listener, Listener)
        await _until_over(listener, people, within=people / RATE * 3 + 20)
        used = bot.child.cpu() - before
    moments = [at for at, _, _ in listener.came]
    return Verdict(
        [
            seen("messages", len(moments)),
            at_least(
                "a second, but for the first and the last",
                pace(moments),
                run.size["least_percent"] / 100 * RATE,
            ),
            *pace_kept(moments, RATE, run.size["span"], run.size["late_ms"] / 1_000),
            exactly("people who have not heard it", people - len({to for _, to, _ in listener.came}), 0),
            exactly("messages that are not paid for", sum(not pays for _, _, pays in listener.came), 0),
            seen("microseconds of CPU a message", round(used / max(len(moments), 1) * 1e6)),
        ]
    )


async def _until_over(listener: Listener, people: int, within: float) -> None:
    until = time.monotonic() + within
    while len(listener.came) < people and time.monotonic() < until:
        await asyncio.sleep(LOOK_SECONDS)


def pace(moments: Sequence[float]) -> float:
    """How many a second came, the first and the last second left out."""
    if len(moments) < RATE:
        return 0.0
    first, last = moments[0] + MARGIN_SECONDS, moments[-1] - MARGIN_SECONDS
    return sum(first <= at < last for at in moments) / (last - first) if last > first else 0.0


PAID: Final = Gate(
    name="paid",
    promise="With paid broadcast one core sends a thousand a second, and never more.",
    trial=paid,
    long={"people": 20_000, "least_percent": 95, "span": 10, "late_ms": 50},
    short={"people": 3_000, "least_percent": 15, "span": 2, "late_ms": 250},
    minutes=4,
    breakages={"unpaced": IN_NEARLY_A_SECOND},
    needs=("two-cores",),
    alone=True,
)
