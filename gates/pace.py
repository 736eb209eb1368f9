"""An announcement to ten thousand while twenty chats a second talk: nobody's answer waits, and no pace is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from benchmarks.announcing import announce
from benchmarks.city import settle
from bot.settings import Settings
from gates.allowed import ALLOWANCE, ALLOWANCE_BESIDE_OTHERS, LIMITED, in_any, pace_kept
from gates.announced import inhabit, is_announcement
from gates.bot_process import TOKEN, bot_process
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.nursery import nursery
from playground.api import serve
from playground.limits import Limits
from playground.log import Call
from playground.people import Person
from playground.telegram import Telegram

RATE: Final = 30
LONGEST_ANSWER: Final = 2.0
# Each of these talks again after so many seconds at the earliest, as people do.
PAUSE_SECONDS: Final = 15
# The announcement has begun by then, and its rows are there.
BEGINNING_SECONDS: Final = 4.0
ENDING_SECONDS: Final = 5.0
SHORT_SPAN: Final = 10


@dataclass(slots=True)
class Talk:
    """Who said something when."""

    said: list[tuple[float, int]] = field(default_factory=list)

    async def go_on(
        self, telegram: Telegram, phones: Sequence[Person], a_second: int, seconds: float
    ) -> None:
        """Let one after the other say something, evenly, for so long."""
        began = telegram.monotonic()
        for number in range(int(seconds * a_second)):
            await asyncio.sleep(max(0.0, began + number / a_second - telegram.monotonic()))
            phone = phones[number % len(phones)]
            self.said.append((telegram.monotonic(), phone.user_id))
            phone.says("/taal")

    def answers(self, log: Iterable[Call]) -> Iterator[float]:
        """How many seconds each was answered after; infinitely many for who was not."""
        came: dict[int | str | None, list[float]] = {}
        for call in log:
            if call.method == "sendMessage" and call.accepted and not is_announcement(call):
                came.setdefault(call.chat_id, []).append(call.came_at)
        for at, chat in self.said:
            moments = came.get(chat, [])
            while moments and moments[0] < at:
                moments.pop(0)
            yield moments.pop(0) - at if moments else float("inf")


async def pace(run: Run) -> Verdict:
    telegram = Telegram(TOKEN, limits=Limits(allowance=run.size["allowance"]))
    server = await serve(telegram)
    people, a_second = run.size["people"], run.size["talking"]
    talkers = a_second * PAUSE_SECONDS
    try:
        async with nursery() as born:
            bot = bot_process(
                run.folder,
                telegram,
                server,
                breakage=run.breakage,
                nursery=born,
                WIJKLIJN_RATE=str(RATE),
                WIJKLIJN_HOLD_SECONDS="0",
            )
            await settle(Settings.read(bot.environ), people + talkers, people)
            phones = inhabit(telegram, people + talkers)[people:]
            await bot.start()
            talk = Talk()
            seconds = run.size["seconds"] + BEGINNING_SECONDS + ENDING_SECONDS
            talking = asyncio.ensure_future(talk.go_on(telegram, phones, a_second, seconds))
            await announce(bot.environ)
            await talking
            last = telegram.monotonic() - ENDING_SECONDS
            return Verdict(_figures(run, telegram.log, talk, (last - run.size["seconds"], last)))
    finally:
        await server.close()


def _figures(run: Run, log: Sequence[Call], talk: Talk, span: tuple[float, float]) -> list[Figure]:
    (first, last), people = span, run.size["people"]
    ever = [call for call in log if call.method in _PACED]
    paced = [call for call in ever if call.came_at < last]
    within = [call for call in paced if call.came_at >= first]
    announced = sum(map(is_announcement, within))
    left = RATE * (last - first) - (len(within) - announced)
    waits = sorted(_within(talk, log, span).values())
    return [
        seen("announced in that time", announced),
        at_least("of the announcement still to come", people - sum(map(is_announcement, paced)), 1),
        at_least(
            "part of what the talk leaves of the limit",
            announced / left if left else 0.0,
            run.size["least_percent"] / 100,
        ),
        exactly("calls answered 429", sum(call.code == LIMITED for call in log), 0),
        *pace_kept((call.came_at for call in ever), RATE, run.size["span"]),
        seen("answers", len(waits)),
        at_most("seconds to an answer, of 95 in 100", _at(waits, 0.95), LONGEST_ANSWER),
        seen("seconds to an answer, of 50 in 100", round(_at(waits, 0.5), 3)),
        seen("seconds to the latest answer", round(waits[-1], 3) if waits else 0.0),
    ]


def _within(talk: Talk, log: Iterable[Call], span: tuple[float, float]) -> Mapping[tuple[float, int], float]:
    pairs = zip(talk.said, talk.answers(log), strict=True)
    return {said: wait for said, wait in pairs if span[0] <= said[0] < span[1]}


def _at(ordered: Sequence[float], part: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else float("inf")


_PACED: Final = frozenset({"sendMessage", "editMessageText"})

PACE: Final = Gate(
    name="pace",
    promise="An announcement uses what the talk leaves of the limit, and no answer waits for it.",
    trial=pace,
    long={
        "people": 10_000,
        "talking": 20,
        "seconds": 240,
        "span": 60,
        "allowance": ALLOWANCE,
        "least_percent": 99,
    },
    short={
        "people": 400,
        "talking": 20,
        "seconds": 6,
        "span": SHORT_SPAN,
        "allowance": ALLOWANCE_BESIDE_OTHERS,
        "least_percent": 30,
    },
    minutes=6,
    breakages={
        "unpaced": "calls answered 429",
        "five-percent-too-fast": in_any(SHORT_SPAN),
        "first-come-first-served": "seconds to an answer, of 95 in 100",
    },
    alone=True,
)
