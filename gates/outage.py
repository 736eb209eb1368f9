"""An hour without Telegram, or with a Telegram of which every answer is a fault; then it is back."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from bot.domain.intents import Urgency
from gates.allowed import ALLOWANCE, ALLOWANCE_BESIDE_OTHERS, IN_NEARLY_A_SECOND, pace_kept
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.inside import Inside, in_hurry
from playground.faults import Fault
from playground.limits import Limits
from playground.log import Call

RATE: Final = 30
IN_FLIGHT: Final = 64
# Nothing happens but waiting: an hour is a minute. While it drains, what computes must keep up.
WAITING_SPEED: Final = 60.0
DRAINING_SPEED: Final = 2.0
FIRST_CHAT: Final = 8_000_000
# The longest pause between two looks whether Telegram is back, and the look itself.
NOTICED_SECONDS: Final = 40.0
# Parts of the time without Telegram: of both some are of no use at the return, and some still are when all is said.
PROMPT_LIVES: Final = 1 / 3
NEWS_LIVES: Final = 1 / 2
BEFORE_SECONDS: Final = 5.0
DRAIN_SECONDS: Final = 600.0
# Between the first and the last few, that are how it begins and ends.
DRAINED: Final = slice(0.02, 0.9)
HOUR_FAULTS: Final = (
    Fault.SERVER_ERROR,
    Fault.BAD_GATEWAY,
    Fault.GATEWAY_TIMEOUT,
    Fault.RESET_BEFORE,
    Fault.RESET_AFTER,
)


@dataclass(slots=True)
class Plan:
    """What has to be said: words, until when they are of use by the loop's clock, and in which order in a chat."""

    until: dict[str, float] = field(default_factory=dict)
    order: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def ends(self) -> Iterable[float]:
        """When what expires does."""
        return (until for until in self.until.values() if until != float("inf"))

    async def say(self, inside: Inside, chat: int, number: int) -> None:
        """One thing of each urgency."""
        for urgency, lives in (
            (Urgency.CASE, None),
            (Urgency.PROMPT, PROMPT_LIVES),
            (Urgency.ANNOUNCEMENT, NEWS_LIVES),
        ):
            if urgency is Urgency.CASE or (chat + number) % 3 == 0:
                words = f"{urgency.name}-{chat}-{number}."
                seconds = lives * inside.run.size["seconds"] if lives else None
                self.until[words] = inside.loop.time() + seconds if seconds else float("inf")
                if urgency is Urgency.CASE:
                    self.order[chat].append(words)
                await inside.says(chat, words, urgency, seconds)


async def gone(run: Run) -> Verdict:
    """Telegram cannot be reached at all."""
    return await in_hurry(
        run, lambda inside: _tried(inside, by_faults=False), Limits(allowance=run.size["allowance"])
    )


async def nothing_but_faults(run: Run) -> Verdict:
    """Telegram is reached, and whatever it is asked, something goes wrong."""
    return await in_hurry(
        run, lambda inside: _tried(inside, by_faults=True), Limits(allowance=run.size["allowance"])
    )


async def _tried(inside: Inside, *, by_faults: bool) -> Verdict:
    loop, telegram, plan = inside.loop, inside.telegram, Plan()
    chats = range(FIRST_CHAT, FIRST_CHAT + inside.run.size["chats"])
    for chat in chats:
        telegram.open_chat({"id": chat, "type": "private", "first_name": "Emine"}).standing = "member"
    await _say_to_all(inside, plan, chats, 0)
    await asyncio.sleep(BEFORE_SECONDS)
    left_at = loop.time()
    await _leave(inside, by_faults=by_faults)
    loop.hurry(WAITING_SPEED)
    for number in range(1, inside.run.size["rounds"]):
        await asyncio.sleep(inside.run.size["seconds"] / inside.run.size["rounds"])
        await _say_to_all(inside, plan, chats, number)
    await asyncio.sleep(max(0.0, left_at + inside.run.size["seconds"] - loop.time()))
    loop.hurry(DRAINING_SPEED)
    back_at = loop.time()
    await _come_back(inside, by_faults=by_faults)
    ended = await inside.quiet(DRAIN_SECONDS)
    figures = _figures(
        inside.run, telegram.log, plan, (left_at, back_at, loop.time()), await inside.uncertain()
    )
    return Verdict([*figures, exactly("ends by itself", ended, 1)])


async def _say_to_all(inside: Inside, plan: Plan, chats: Iterable[int], number: int) -> None:
    for chat in chats:
        await plan.say(inside, chat, number)


async def _leave(inside: Inside, *, by_faults: bool) -> None:
    if not by_faults:
        await inside.server.stop_listening()
        return
    # Each is drawn after the one before it was not: all are as frequent.
    for place, fault in enumerate(HOUR_FAULTS):
        inside.telegram.faults.share(1 / (len(HOUR_FAULTS) - place), fault)


async def _come_back(inside: Inside, *, by_faults: bool) -> None:
    inside.telegram.faults.clear()
    if not by_faults:
        await inside.server.listen(inside.server.port)


def _figures(
    run: Run, log: Sequence[Call], plan: Plan, away: tuple[float, float, float], uncertain: str
) -> list[Figure]:
    left_at, back_at, ended_at = away
    sent = [call for call in log if call.method == "sendMessage"]
    came = [call for call in sent if call.accepted]
    heard = Counter(str(call.params["text"]) for call in came)
    lost_answer = {str(call.params["text"]) for call in came if call.code != 200}
    drained = [call.came_at for call in came if call.came_at >= back_at]
    useful = [words for words, until in plan.until.items() if until > ended_at]
    return [
        seen("to be said", len(plan.until)),
        seen("said after the return", len(drained)),
        at_least("still of use when all was said, though it expires", sum(until > ended_at for until in plan.ends()), 1),
        exactly("lost without being listed as uncertain", sum(not heard[w] and w not in uncertain for w in useful), 0),
        exactly("said twice though its answer was not lost", sum(n > 1 and w not in lost_answer for w, n in heard.items()), 0),
        at_most("most often the same", max(heard.values(), default=0), 2),
        at_most("uncertain", sum(words in uncertain for words in plan.until), IN_FLIGHT),
        exactly("out of order in a chat", _out_of_order(came, plan), 0),
        exactly("expired and said all the same", _late(came, plan), 0),
        at_most("calls that left meanwhile", sum(left_at + 1 < call.came_at < back_at for call in sent), IN_FLIGHT),
        at_most("seconds until the return was noticed", drained[0] - back_at if drained else float("inf"), NOTICED_SECONDS),
        at_least("part of the limit at which it drained", _pace(drained) / RATE, run.size["least_percent"] / 100),
        *pace_kept((call.came_at for call in sent), RATE, run.size["span"]),
    ]  # fmt: skip


def _out_of_order(came: Iterable[Call], plan: Plan) -> int:
    first: dict[str, int] = {}
    for place, call in enumerate(came):
        first.setdefault(str(call.params["text"]), place)
    return sum(
        first[earlier] > first[later]
        for words in plan.order.values()
        for earlier, later in pairwise(w for w in words if w in first)
    )


def _late(came: Iterable[Call], plan: Plan) -> int:
    """How many were said when they were of no use any more; what was on its way then is forgiven."""
    return sum(call.came_at > plan.until.get(str(call.params["text"]), float("inf")) + 1.0 for call in came)


def _pace(moments: Sequence[float]) -> float:
    first, last = (int(len(moments) * part) for part in (DRAINED.start, DRAINED.stop))
    span = moments[first:last]
    return (len(span) - 1) / (span[-1] - span[0]) if len(span) > 1 else 0.0


_LONG: Final = {
    "seconds": 3_600,
    "chats": 500,
    "rounds": 6,
    "span": 60,
    "allowance": ALLOWANCE,
    "least_percent": 95,
}
_SHORT: Final = {
    "seconds": 720,
    "chats": 60,
    "rounds": 4,
    "span": 5,
    "allowance": ALLOWANCE_BESIDE_OTHERS,
    "least_percent": 30,
}

OUTAGE: Final = Gate(
    name="outage",
    promise="After an hour without Telegram all that is still of use is said, in order, at the limit.",
    trial=gone,
    long=_LONG,
    short=_SHORT,
    minutes=5,
    breakages={
        "expired-sent-late": "expired and said all the same",
        "expired-too-early": "lost without being listed as uncertain",
        "unpaced": IN_NEARLY_A_SECOND,
    },
)
FAULTS_HOUR: Final = Gate(
    name="faults-hour",
    promise="In an hour in which every answer is a fault, nothing is lost and nothing is said over and over.",
    trial=nothing_but_faults,
    long=_LONG,
    short=_SHORT,
    minutes=5,
    breakages={"probed-by-messages": "calls that left meanwhile"},
)
