"""The wall clock jumps, the hour comes twice or not at all, and an hour passes while nothing runs."""

from __future__ import annotations

import asyncio
import calendar
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from gates.disk import RECOVER_SECONDS, Asking
from gates.frame import Figure, Gate, Run, Verdict, at_most, exactly, seen
from gates.invited import invited
from gates.replays import FIRST, Trial, opened
from gates.wall import Wall
from playground.people import Person

ZONE: Final = ZoneInfo("Europe/Brussels")
WIJK: Final = "waterschei-noord"
MANAGER: Final = FIRST + 500
FOLLOWERS: Final = 3
STEP_SECONDS: Final = 30.0
# Longer than the bot takes to look, to send and to count.
DEPARTS_SECONDS: Final = 4.5
SLOWEST_SECONDS: Final = 20.0
WITHOUT: Final = "⏭ Zonder deze taal"
TOPIC: Final = "🎉 Activiteiten"
ALBUM_SECONDS: Final = 8.0
# An alarm, and rightly so.
DOWN: Final = '"event":"down-long"'
MISSED: Final = "niet op tijd vertrokken"
PLANNED: Final = "Gepland"


@dataclass(slots=True)
class Town:
    trial: Trial
    wall: Wall
    manager: Person
    followers: list[Person]
    written: int = 0
    _stuck: int = 0

    async def until(self, happened: Callable[[], object], within: float = STEP_SECONDS) -> bool:
        """Whether it happened; what never does is counted, and shows in a figure."""
        until = time.monotonic() + within
        while not happened():
            if time.monotonic() > until:
                self._stuck += 1
                return False
            await asyncio.sleep(0.05)
        return True

    async def writes(self) -> str:
        """An announcement, as far as the question when it leaves; words that only it has."""
        self.written += 1
        words = f"Bericht {self.written}: samen opruimen"
        await self._does(lambda: self.manager.says("/bericht"), "🏘 Wijk")
        await self._does(lambda: self.manager.taps_label("🏘 Wijk"), TOPIC)
        await self._does(lambda: self.manager.taps_label(TOPIC), "✖️ Stop")
        await self._does(lambda: self.manager.says(words), WITHOUT)
        await self._does(lambda: self.manager.taps_label(WITHOUT), WITHOUT)
        await self._does(lambda: self.manager.taps_label(WITHOUT), "🕒 Plan")
        return words

    async def plans(self, moment: str) -> bool:
        """Whether it is planned for then, in words as staff write them."""
        if "🕒 Plan" in self.manager.buttons():
            await self._does(lambda: self.manager.taps_label("🕒 Plan"))
        await self._does(lambda: self.manager.says(moment))
        return PLANNED in self._last()

    async def _does(self, act: Callable[[], object], offered: str = "") -> None:
        """One act of who writes it, until the bot has answered and offers what comes next."""
        before = self._last()
        act()
        await self.until(
            lambda: self._last() != before and (not offered or offered in self.manager.buttons())
        )

    def _last(self) -> str:
        return self.manager.heard()[-1]

    def arrivals(self, words: str) -> int:
        """How often it came, to all of them together."""
        return sum(words in text for person in self.followers for text in person.heard())

    async def at(self, moment: datetime, words: str, *, awaited: int = 0) -> int:
        """Let it be two seconds before that moment, and wait; how often it came until then and since."""
        await self.trial.bot.quiet(1)
        self.wall.set(moment - timedelta(seconds=2))
        until = time.monotonic() + SLOWEST_SECONDS
        while self.arrivals(words) < awaited and time.monotonic() < until:
            await asyncio.sleep(0.1)
        await asyncio.sleep(1 if awaited else DEPARTS_SECONDS)
        return self.arrivals(words)

    def figures(self) -> Iterator[Figure]:
        lines = self.trial.bot.log.read_text(errors="replace").splitlines()
        wrong = [line for line in lines if '"level":"error"' in line or '"level":"critical"' in line]
        yield exactly("steps of the trial that were not answered", self._stuck, 0)
        yield exactly("errors in the log", sum(DOWN not in line for line in wrong), 0)


@asynccontextmanager
async def _town(run: Run) -> AsyncIterator[Town]:
    wall = Wall.made(run.folder)
    async with opened(run, None, **wall.environ) as trial:
        wall.set(_evening_before(3))
        await trial.bot.start()
        telegram = trial.telegram
        followers = [telegram.people[FIRST + at] for at in range(FOLLOWERS)]
        manager = telegram.person(MANAGER, "Herhaald", language_code="nl")
        for person in followers:
            person.starts()
            person.taps(1, "1:language:nl")
            person.taps(1, f"1:follow:{WIJK}")
        manager.starts(await invited(trial.bot, "wijkmanager", "--wijk", WIJK))
        await trial.bot.quiet(20)
        yield Town(trial, wall, manager, followers)


def _changes(month: int) -> datetime:
    """The day in next year on which the clocks change: the last Sunday of March or October."""
    year = time.gmtime().tm_year + 1
    weeks = calendar.monthcalendar(year, month)
    day = max(week[calendar.SUNDAY] for week in weeks)
    return datetime(year, month, day, tzinfo=ZONE)


def _evening_before(month: int) -> datetime:
    return (_changes(month) - timedelta(days=1)).replace(hour=20)


async def clocks(run: Run) -> Verdict:
    async with _town(run) as town:
        figures = [
            *(await _spring(town) if run.size["springs"] else []),
            *await _autumn(town),
            *await _jumps(town, run.size["jumps"]),
            *(await _downs(town) if run.size["downs"] else []),
        ]
        return Verdict([*figures, *town.figures(), exactly("exit code", await town.trial.bot.stop(), 0)])


async def _spring(town: Town) -> list[Figure]:
    """02:30 is left out: nobody can plan for it; half past three comes once."""
    day = _changes(3)
    town.wall.set(_evening_before(3))
    words = await town.writes()
    nonexistent = await town.plans(f"{day:%d-%m} 02:30")
    await town.plans(f"{day:%d-%m} 03:30")
    early = await town.at(day.replace(hour=3, minute=1), words)
    came = await town.at(day.replace(hour=3, minute=30), words, awaited=FOLLOWERS)
    return [
        exactly("planned for an hour that does not exist", nonexistent, 0),
        exactly("left before its time in spring", early, 0),
        exactly("arrivals of what was planned for 03:30 in spring", came, FOLLOWERS),
    ]


async def _autumn(town: Town) -> list[Figure]:
    """02:30 comes twice."""
    day = _changes(10)
    town.wall.set(_evening_before(10))
    await asyncio.sleep(2)
    words = await town.writes()
    await town.plans(f"{day:%d-%m} 02:30")
    early = await town.at(day.replace(hour=2, minute=29), words)
    first = await town.at(day.replace(hour=2, minute=30), words, awaited=FOLLOWERS)
    again = await town.at(day.replace(hour=2, minute=30, fold=1), words)
    return [
        exactly("left before its time in autumn", early, 0),
        exactly("arrivals at the first 02:30 in autumn", first, FOLLOWERS),
        exactly("arrivals after the second 02:30", again, FOLLOWERS),
    ]


async def _jumps(town: Town, jumps: int) -> list[Figure]:
    """Hours forward and back while people talk; an album is gathered meanwhile."""
    dice, asking, slowest = town.trial.run.dice("jumps"), Asking(town.trial), 0.0
    for number in range(jumps):
        await asking.goes_on(dice.uniform(1, 2))
        person = town.followers[number % FOLLOWERS]
        before = person.chat.next_message_id + 3
        person.sends_album(caption="Zak op straat")
        await town.until(lambda: not len(town.trial.telegram.updates))
        hours = dice.uniform(1, 6) * (-1 if number % 2 == 0 else 1)
        town.wall.jump(timedelta(hours=hours))
        began = time.monotonic()
        await town.until(lambda person=person, before=before: person.chat.next_message_id > before, 20)  # type: ignore[misc] # a default
        slowest = max(slowest, time.monotonic() - began)
        await asking.goes_on(dice.uniform(1, 2))
    took = await asking.recovers()
    came = asking.came
    return [
        seen("jumps of 1 to 6 hours", jumps),
        exactly("questions without an answer", (asking.asked - came).total(), 0),
        exactly("answers too many", (came - asking.asked).total(), 0),
        at_most("answered after the last jump, s", took, RECOVER_SECONDS - 1),
        at_most("slowest answer to an album, s", slowest, ALBUM_SECONDS),
    ]


async def _downs(town: Town) -> list[Figure]:
    """An hour and four hours in which nothing runs: what is still valid leaves on return, what is not is told."""
    town.wall.set(_changes(10) + timedelta(days=3, hours=12))
    await asyncio.sleep(2)
    late = await _down(town, timedelta(hours=1))
    missed = await _down(town, timedelta(hours=4))
    told = sum(MISSED in text for text in town.manager.heard())
    return [
        exactly("arrivals of what was due an hour ago", late, FOLLOWERS),
        exactly("arrivals of what was due four hours ago", missed, 0),
        exactly("who planned it was told that it was missed", told, 1),
    ]


async def _down(town: Town, away: timedelta) -> int:
    words = await town.writes()
    soon = datetime.fromtimestamp(town.wall.now(), UTC).astimezone(ZONE) + timedelta(minutes=5)
    await town.plans(f"{soon:%d-%m %H:%M}")
    await town.trial.bot.stop()
    town.wall.jump(away + timedelta(minutes=5))
    await town.trial.bot.start()
    await town.trial.bot.quiet(2 * DEPARTS_SECONDS)
    await asyncio.sleep(DEPARTS_SECONDS)
    return town.arrivals(words)


CLOCKS: Final = Gate(
    "clocks",
    "Whatever the wall clock does, what was meant for a moment happens once: at summer time's two nights, over jumps"
    " of hours, and after an hour in which nothing ran.",
    clocks,
    long={"people": 10, "springs": 1, "jumps": 12, "downs": 1}, short={"people": 10, "springs": 0, "jumps": 1, "downs": 0},
    minutes=6,
    breakages={"deaf-to-jumps": "slowest answer to an album, s"},
    needs=("c-compiler",),
    paced=True,
)  # fmt: skip
