"""The drill: a backup while people talk, the machine lost, a restore; nobody hears anything twice, nobody comes back."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.announcing import WORDS, announce
from benchmarks.city import settle
from benchmarks.people import SENDER, chats
from bot.commands.keeping import back_up
from bot.settings import Settings
from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.crowd import NAME, Crowd
from gates.frame import Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.judge import accepted
from gates.losing import Place, place_in
from gates.nursery import nursery
from gates.visitors import begins, erases, reports
from playground.api import serve
from playground.limits import Limits
from playground.telegram import Telegram

ERASED: Final = "Hermelijnstraat 77 bij de wilg"
STAYS: Final = "Fazantenlaan voor de kopie"
COMMAND_SECONDS: Final = 60.0
# What is not to come does not come within this time either: the sender looks every second.
SILENT_SECONDS: Final = 2.0
_SPAN: Final = re.compile(r"between (\S+ \S+) UTC and (\S+ \S+) UTC is lost")
_REPORTED: Final = re.compile(rf"Z\d{{5}}Q|{STAYS}")
_TEXTS: Final = "SELECT text FROM case_messages WHERE author = 'resident'"
_UNCERTAIN: Final = "SELECT chat_id FROM outbox WHERE state = 'uncertain' AND name = 'announcement'"
_GOING: Final = "SELECT COUNT(*) AS n FROM announcements WHERE state NOT IN ('paused', 'draft')"


@dataclass(slots=True)
class Drill:
    """`lines` are what the restore printed; the rest are moments and sizes of what came before it."""

    run: Run
    bot: BotProcess
    lines: str = ""
    begun: float = 0.0
    kept: frozenset[str] = frozenset()
    heard: Counter[object] = field(default_factory=Counter)
    said_before: int = 0

    @property
    def telegram(self) -> Telegram:
        return self.bot.telegram

    @property
    def backup(self) -> Path:
        return self.run.folder / "backup"

    @property
    def journal(self) -> Path:
        return self.run.folder / "journal"


async def drill(run: Run, *, postgresql: bool) -> Verdict:
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    for chat in (SENDER, *chats(run.size["people"])):
        telegram.open_chat({"id": chat, "type": "private", "first_name": NAME}).standing = "member"
    server = await serve(telegram)
    try:
        async with place_in(run, postgresql=postgresql) as place, nursery() as born:
            settings = {
                "WIJKLIJN_RATE": str(run.size["rate"]),
                "WIJKLIJN_HOLD_SECONDS": "0",
                "WIJKLIJN_ERASED": str(run.folder / "journal"),
                **await place.begin(),
            }
            bot = bot_process(run.folder, telegram, server, breakage=run.breakage, nursery=born, **settings)
            return await _tried(Drill(run, bot), place)
    finally:
        await server.close()


async def _tried(trial: Drill, place: Place) -> Verdict:
    run, bot, size = trial.run, trial.bot, trial.run.size
    await settle(Settings.read(bot.environ), size["people"], size["people"])
    await bot.start()
    crowd = Crowd(trial.telegram, run.dice("people"), COMMAND_SECONDS)
    living = asyncio.ensure_future(crowd.live(size["talkers"], 10**6))
    try:
        gone, *_ = await asyncio.gather(
            reports(trial.telegram, 8_000_001, ERASED),
            reports(trial.telegram, 8_000_002, STAYS),
            _talked(crowd, size["acts"]),
        )
        await bot.quiet()
        trial.kept = frozenset(_REPORTED.findall(await _texts(bot)))
        await _backed_up(trial, crowd)
        run.note("backed up; then an erasure and a second announcement")
        await erases(trial.telegram, gone)
        await bot.quiet()
        trial.heard = _heard(trial.telegram)
        await announce(bot.environ)
        await trial.telegram.until(lambda: _heard(trial.telegram) > trial.heard, COMMAND_SECONDS)
    finally:
        living.cancel()
        with suppress(asyncio.CancelledError):
            await living
    await bot.kill()
    code = await _lost_and_restored(trial, place)
    return await _judged(trial, place, code)


async def _talked(crowd: Crowd, acts: int) -> None:
    """Let so many acts be done, and wait until they are."""
    goal = crowd.acts + acts
    crowd.lets(acts)
    async with asyncio.timeout(COMMAND_SECONDS):
        while crowd.acts < goal:
            await asyncio.sleep(0.05)


async def _backed_up(trial: Drill, crowd: Crowd) -> None:
    """While an announcement leaves and people talk."""
    await announce(trial.bot.environ)
    await trial.telegram.until(lambda: len(_heard(trial.telegram)) > 2, COMMAND_SECONDS)
    crowd.lets(trial.run.size["acts"])
    trial.begun = time.time()
    # In this process: the command itself would begin when a small announcement has ended.
    await back_up(Settings.read(trial.bot.environ), trial.backup)
    await trial.bot.quiet()


async def _lost_and_restored(trial: Drill, place: Place) -> int:
    await place.lose(trial.bot)
    trial.said_before = len(trial.telegram.log)
    code, trial.lines = await asyncio.wait_for(
        trial.bot.command("restore", str(trial.backup)), COMMAND_SECONDS
    )
    trial.run.note(trial.lines.strip().splitlines()[-1] if trial.lines else "it said nothing")
    return code


async def _judged(trial: Drill, place: Place, code: int) -> Verdict:
    bot, telegram = trial.bot, trial.telegram
    words = await place.holds(bot, ERASED) if not code else 1
    await bot.start()
    await bot.quiet()
    await asyncio.sleep(SILENT_SECONDS)
    by_itself = accepted(telegram.log[trial.said_before :])
    texts = await _texts(bot)
    uncertain = {row["chat_id"] for row in await bot.rows(_UNCERTAIN)}
    going = (await bot.rows(_GOING))[0]["n"]
    works = await _works(telegram)
    twice = sum(n > 1 for n in (trial.heard + _heard(telegram, trial.said_before)).values())
    stopped = await bot.stop()
    log = bot.log.read_text(errors="replace")
    return Verdict(
        [
            exactly("exit code of the restore", code, 0),
            at_least("messages that waited in the backup", len(uncertain), 1),
            exactly("of them not listed, though nobody heard them", len(_unheard(trial) - uncertain), 0),
            exactly("said by itself after the restore", len(by_itself), 0),
            exactly("people who heard the announcement twice", twice, 0),
            exactly("announcements that went on", going, 0),
            at_least("reports before the backup", len(trial.kept), 1),
            exactly("of them lost", sum(number not in texts for number in trial.kept), 0),
            exactly("words of who was erased after the backup", words, 0),
            exactly("somebody new is answered", works, 1),
            at_most("seconds that the span told is off", _off(trial), 3),
            exactly("exit code at the end", stopped, 0),
            exactly("names and errors in the log", log.count(NAME) + bot.errors(), 0),
            seen("people", trial.run.size["people"]),
        ]
    )


async def _texts(bot: BotProcess) -> str:
    """All that residents have written in cases."""
    return " ".join(row["text"] for row in await bot.rows(_TEXTS))


def _unheard(trial: Drill) -> set[int]:
    """Followers who had heard nothing when the machine was lost."""
    return {chat for chat in chats(trial.run.size["people"]) if chat not in trial.heard}


def _off(trial: Drill) -> float:
    """How far the span that the operator is told begins from when the backup did."""
    found = _SPAN.search(trial.lines)
    if found is None:
        return 10**6
    told = datetime.strptime(f"{found[1]} +0000", "%Y-%m-%d %H:%M:%S %z").astimezone(UTC)
    return max(trial.begun - told.timestamp(), told.timestamp() - trial.begun, 0.0)


def _heard(telegram: Telegram, since: int = 0) -> Counter[object]:
    """How often each chat heard an announcement."""
    return Counter(
        call.chat_id
        for call in accepted(telegram.log[since:])
        if any(words in call.params["text"] for words in WORDS.values())
    )


async def _works(telegram: Telegram) -> bool:
    try:
        person = await begins(telegram, 8_000_003, "Werkt het weer?")
        await telegram.until(lambda: "Waterschei" in person.buttons(), COMMAND_SECONDS)
    except TimeoutError:
        return False
    return True


_BREAKAGES: Final = {
    "waiting-restored": "said by itself after the restore",
    "erasures-forgotten": "words of who was erased after the backup",
}
_PROMISE: Final = (
    "After the machine is lost and a backup is restored, nothing is said of itself, whoever erased everything since "
    "stays erased, what was in doubt is listed, and the operator is told which time is lost"
)
_LONG: Final = {"people": 300, "rate": 30, "talkers": 20, "acts": 120}
_SHORT: Final = {"people": 40, "rate": 20, "talkers": 1, "acts": 2}

RESTORE_DRILL: Final = Gate(
    name="restore-drill",
    promise=f"{_PROMISE}.",
    trial=partial(drill, postgresql=False),
    long=_LONG,
    short=_SHORT,
    minutes=4,
    breakages=_BREAKAGES,
    paced=True,
)
RESTORE_DRILL_POSTGRESQL: Final = Gate(
    name="restore-drill-postgresql",
    promise=f"{_PROMISE}, on PostgreSQL.",
    trial=partial(drill, postgresql=True),
    long=_LONG,
    short=_SHORT,
    minutes=4,
    breakages=_BREAKAGES,
    needs=("postgresql",),
    paced=True,
)
