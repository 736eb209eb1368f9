"""Updates of every shape: each is handled, refused politely or set aside sealed, and nobody else waits for it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any, Final

import aiohttp
import orjson

from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.crowd import AREA, PLACE, SEND, UNKNOWN
from gates.forge import forged, huge_message
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly
from gates.invited import invited
from gates.nursery import nursery
from gates.planting import Plants, found, found_in_files, sown
from gates.postgres import HASTY, Postgres, free_port
from gates.resting import Resting, everything_in
from gates.traces import at_home, effects_of, loose_in
from playground.api import serve
from playground.limits import Limits
from playground.people import Person
from playground.telegram import Telegram

FIRST: Final = 7_100_000_001
CONTROL: Final = 7_200_000_001
# So many take turns: one who asks every second for minutes is answered at a pause, as whoever floods is.
CONTROLS: Final = 6
REPORTERS: Final = 5
# Who else may get whatever comes: they see what residents write, so nothing of it may stop them.
STAFF: Final = (
    ("wijkmanager", "--wijk", "waterschei-noord"),
    ("coordinator",),
    ("contact-worker", "--language", "tr", "--organisation", "Huis"),
    ("administrator",),
)

REPORT_SECONDS: Final = 10.0
A_SECOND: Final = 120.0
AHEAD: Final = 60
QUIET_SECONDS: Final = 90.0
WAITING: Final = "SELECT id FROM inbox WHERE state = 'waiting' LIMIT 1"
FAST: Final = {"WIJKLIJN_RATE": "1000", "WIJKLIJN_PAID_BROADCAST": "1"}


@dataclass(slots=True)
class Control:
    """Some who talk all along, in turn, and how many seconds each answer took; `longest` is how many it may take."""

    telegram: Telegram
    phones: Sequence[Person]
    waits: list[float] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)
    unanswered: int = 0
    ending: bool = False
    longest: float = 1.0

    async def talks(self) -> None:
        for phone in cycle(self.phones):
            await self._asks(phone)
            await asyncio.sleep(1.2)
            if self.ending:
                return

    async def _asks(self, phone: Person) -> None:
        asked, number = self.telegram.monotonic(), phone.says("/taal")
        try:
            await self.telegram.until(lambda: phone.chat.next_message_id > number + 1, 20)
        except TimeoutError:
            self.unanswered += 1
        else:
            self.waits.append(self._came_at(phone, number + 1) - asked)
            if self.waits[-1] > self.longest:
                self.slow.append(f"{self.waits[-1]:.2f} s after update {self.telegram.updates.next_id}")

    def _came_at(self, phone: Person, message: int) -> float:
        """When the call came that made this message."""
        made = (phone.user_id, message)
        calls = reversed(self.telegram.log)
        return next(c.came_at for c in calls if (c.chat_id, c.message_id) == made and c.accepted)


@dataclass(slots=True)
class Trial:
    run: Run
    telegram: Telegram
    bot: BotProcess
    plants: Plants
    health: str
    files: Callable[[], Iterable[Path]]
    control: Control
    people: Sequence[Person]
    made: Sequence[tuple[str, bytes]]
    fed: set[int] = field(default_factory=set)

    async def feeds(self, updates: Sequence[tuple[str, bytes]]) -> None:
        """Hand them over, never many at once: that nobody waits for the odd ones is tried here, not how many it takes."""
        began = time.monotonic()
        for at, (kind, written) in enumerate(updates):
            self._hands_over(kind, written)
            if (early := began + at / A_SECOND - time.monotonic()) > 0:
                await asyncio.sleep(early)
            if not at % 2_000:
                self.run.note(f"{at} of {len(updates)}")
            while len(self.telegram.updates) > AHEAD and not self.bot.is_gone:
                await asyncio.sleep(0.01)

    def _hands_over(self, kind: str, written: bytes) -> None:
        number, self.telegram.updates.next_id = (
            self.telegram.updates.next_id,
            self.telegram.updates.next_id + 1,
        )
        self.telegram.updates.inject({"update_id": number, kind: orjson.Fragment(written)})
        self.fed.add(number)

    async def metrics(self) -> str:
        async with aiohttp.ClientSession() as session, session.get(f"http://{self.health}/metrics") as answer:
            return await answer.text()


async def updates(run: Run) -> Verdict:
    async with _opened(run, None) as trial:
        return await _tried(trial)


async def updates_postgresql(run: Run) -> Verdict:
    server = Postgres.made(HASTY)
    try:
        server.start()
        await server.ready()
        async with _opened(run, server) as trial:
            return await _tried(trial)
    finally:
        server.remove()


@asynccontextmanager
async def _opened(run: Run, postgres: Postgres | None) -> AsyncIterator[Trial]:
    plants, health = sown(run.dice("plants")), f"127.0.0.1:{free_port()}"
    made = _made(run, plants)  # takes a minute, in which no Telegram could answer
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    server = await serve(telegram)
    settings: dict[str, Any] = FAST | {"WIJKLIJN_HEALTH": health}
    if postgres is not None:
        settings["WIJKLIJN_DATABASE_URL"] = await postgres.database()
    people = _inhabited(telegram, plants, run.size["people"])
    phones = [telegram.person(CONTROL + at, "Controle") for at in range(CONTROLS)]
    control = Control(telegram, phones, longest=run.size["longest_ms"] / 1_000)

    def files() -> Iterable[Path]:
        return run.folder.glob("wijklijn.db*") if postgres is None else postgres.data.rglob("*")

    try:
        async with nursery() as born:
            bot = bot_process(run.folder, telegram, server, breakage=run.breakage, nursery=born, **settings)
            await bot.start()
            yield Trial(run, telegram, bot, plants, health, files, control, people, made)
    finally:
        await server.close()


def _made(run: Run, plants: Plants) -> list[tuple[str, bytes]]:
    size = run.size
    made = forged(size["updates"], run.seed, range(FIRST, FIRST + size["people"]), plants)
    for at in range(size["huge"]):
        made.insert((at + 1) * len(made) // (size["huge"] + 1), ("message", huge_message(FIRST + at)))
    return made


def _inhabited(telegram: Telegram, plants: Plants, number: int) -> list[Person]:
    """People whose names are planted, and who have chosen a language, so that words become reports."""
    people: list[Person] = []
    for at in range(number):
        name, last = plants.names[at % 60], plants.names[(at + 7) % 60]
        username, phone = plants.usernames[at % 60], plants.phones[at % 60]
        person = telegram.person(FIRST + at, name, last_name=last, username=username, phone=phone)
        person.starts()
        person.taps(1, "1:language:nl")
        people.append(person)
    return people


async def _reports(phone: Person, words: str) -> None:
    """One whole report, as its buttons ask for it. Raises TimeoutError."""

    async def offered(label: str) -> None:
        await phone.telegram.until(lambda: label in phone.buttons(), REPORT_SECONDS)

    phone.says(words)
    await offered(UNKNOWN)
    phone.taps_label(UNKNOWN)
    await offered(AREA)
    phone.says(PLACE)
    await offered(SEND)
    phone.taps_label(SEND)


async def _taken_in(trial: Trial, within: float) -> bool:
    """Wait until everything took effect; what is said of it may still wait for its pace. Whether it came to that."""
    until = trial.telegram.monotonic() + within
    while len(trial.telegram.updates) or await trial.bot.rows(WAITING):
        if trial.bot.is_gone or trial.telegram.monotonic() > until:
            return False
        await asyncio.sleep(0.1)
    return True


async def _tried(trial: Trial) -> Verdict:
    for phone, role in zip(trial.people[REPORTERS:], STAFF[: trial.run.size["staff"]], strict=False):
        phone.starts(await invited(trial.bot, *role))
    await _taken_in(trial, QUIET_SECONDS)
    for at, phone in enumerate(trial.people[:REPORTERS]):
        await _reports(phone, f"{trial.plants.written[at]} ligt op straat")
    await trial.bot.quiet(QUIET_SECONDS)  # what is still to be said to all of them would come first
    talking = asyncio.ensure_future(trial.control.talks())
    await trial.feeds(trial.made)
    quiet = await _taken_in(trial, QUIET_SECONDS)
    trial.control.ending = True
    await talking
    metrics = await trial.metrics() if not trial.bot.is_gone else ""
    rests = await everything_in(trial.bot.url, trial.bot.environ["WIJKLIJN_KEY"])
    is_gone = trial.bot.is_gone
    for slow in trial.control.slow:
        trial.run.note(f"an answer took {slow}; the first was {min(trial.fed)}")
    await trial.bot.stop()
    return Verdict([
        exactly("ended by itself", is_gone, 0),
        exactly("came to rest", quiet, 1),
        *effects_of(rests, trial.fed),
        exactly("questions of the control chats without an answer", trial.control.unanswered, 0),
        at_least("their answers", len(trial.control.waits), 2),
        at_most("their slowest answer, s", max(trial.control.waits, default=99.0), trial.control.longest),
        *_secrets(trial, metrics, rests),
    ])  # fmt: skip


def _secrets(trial: Trial, metrics: str, rests: Sequence[Resting]) -> Iterator[Figure]:
    log, plants = trial.bot.log.read_text(errors="replace"), trial.plants
    numbers = {str(number) for number in trial.telegram.people}
    yield exactly("planted strings in logs", len(found(log, plants.every)), 0)
    yield exactly("numbers of chats in logs", len(numbers & set(re.findall(r"\d+", log))), 0)
    yield exactly("errors in logs", trial.bot.errors(), 0)
    yield at_least("lines of metrics", metrics.count("\n"), 10)
    yield exactly("planted strings in metrics", len(found(metrics, plants.every)), 0)
    bare = list(found_in_files(trial.files(), plants.hidden))
    yield exactly("names and numbers in the database's files", len(bare), 0)
    loose = list(loose_in(rests, plants))
    for where in sorted({where for where, _ in loose}):
        trial.run.note(f"found in {where}")
    yield exactly("planted strings outside sealed and case columns", len(loose), 0)
    yield at_least("planted words that did come to rest with a case", len(at_home(rests, plants)), 1)


_LONG: Final[Any] = {"updates": 20_000, "people": 120, "huge": 3, "staff": 4, "longest_ms": 1_000}
# Beside other tests the machine itself makes people wait.
_SHORT: Final[Any] = {"updates": 250, "people": 40, "huge": 1, "staff": 0, "longest_ms": 5_000}
_PROMISE: Final = (
    "Updates of every shape are handled, refused politely or set aside sealed; no other chat waits over a second, and"
    " none of 300 planted strings is in a log, in metrics or open in the database"
)
_BREAKAGES: Final = {
    "words-logged": "planted strings in logs",
    "unreadable-stops-all": "ended by itself",
}
UPDATES: Final = Gate(
    "updates", f"{_PROMISE} (SQLite).", updates, _LONG, _SHORT, minutes=12, breakages=_BREAKAGES
)
UPDATES_POSTGRESQL: Final = Gate(
    "updates-postgresql",
    f"{_PROMISE} (PostgreSQL).",
    updates_postgresql,
    _LONG | {"updates": 2_500},
    _SHORT | {"updates": 150},
    minutes=8,
    breakages={"words-logged": "planted strings in logs"},
    needs=("postgresql",),
    alone=True,
)
