"""SIGTERM in every situation: out within ten seconds, and nothing doubled, lost or in doubt for it."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.announcing import WORDS, announce
from benchmarks.city import settle
from benchmarks.people import chats
from bot.settings import Settings
from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.crowd import DUTCH, FIRST_CHAT, NAME, kind_of
from gates.frame import Gate, Run, Verdict, at_most, exactly, seen
from gates.judge import Arrival, accepted, tally
from gates.kill_announcement import welcome
from gates.nursery import Nursery, nursery
from playground.api import serve
from playground.faults import Fault
from playground.limits import Limits
from playground.telegram import Telegram

STOP_SECONDS: Final = 10.0
# A bot that has not gone by then is killed, and the figure says so.
PATIENCE: Final = 30.0
QUIET_SECONDS: Final = 40.0
# Sent by the operating system to who does not listen for it yet.
TERMINATED: Final = -15
TALKERS: Final = 12
FOLLOWERS: Final = 120
_LOCK: Final = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
time.sleep(60)
"""
_STATE: Final = "SELECT COUNT(*) AS n FROM outbox WHERE act = 'send' AND state = '{}'"


@dataclass(slots=True)
class Scene:
    """A bot and its Telegram, and what everybody has to hear; `undo` ends what was arranged."""

    telegram: Telegram
    bot: BotProcess
    due: Counter[object] = field(default_factory=Counter)
    undo: list[Callable[[], object]] = field(default_factory=list)

    def talk(self, times: int = 3) -> None:
        """People ask for the languages, each so often, all at once."""
        for chat in range(FIRST_CHAT, FIRST_CHAT + TALKERS):
            person = self.telegram.person(chat, NAME)
            for _ in range(times):
                person.says("/taal")
                self.due["choose-language", chat] += 1

    async def said(self, times: int) -> None:
        """Wait until so many messages have come, whatever became of them."""
        await self.telegram.until(lambda: self._sends() >= times, QUIET_SECONDS)

    def _sends(self) -> int:
        return sum(call.method == "sendMessage" for call in self.telegram.log)


@dataclass(frozen=True, slots=True)
class Situation:
    """`arrange` brings it about; `knows`: whether it can know, and write down, what became of what left."""

    name: str
    arrange: Callable[[Scene], Awaitable[None]]
    knows: bool = True
    exit_codes: frozenset[int] = frozenset({0})


async def _talking(scene: Scene) -> None:
    scene.telegram.faults.share(1.0, Fault.DELAY, method="sendMessage", seconds=0.1)
    await scene.bot.start()
    scene.talk()
    await scene.said(5)


async def _announcing(scene: Scene) -> None:
    settings = Settings.read(scene.bot.environ)
    welcome(scene.telegram, FOLLOWERS)
    scene.telegram.faults.share(1.0, Fault.DELAY, method="sendMessage", seconds=0.1)
    await settle(settings, FOLLOWERS, FOLLOWERS)
    await announce(scene.bot.environ)
    scene.due.update({("announcement", chat): 1 for chat in chats(FOLLOWERS)})
    await scene.bot.start()
    await scene.said(20)


async def _idle(scene: Scene) -> None:
    await scene.bot.start()


async def _taking_in(scene: Scene) -> None:
    """Hundreds of updates wait, and the first of them are being taken in."""
    scene.talk(20)
    await scene.bot.start()


async def _frozen(scene: Scene) -> None:
    """Telegram takes what is said, and answers nothing any more."""
    await scene.bot.start()
    scene.talk(1)
    await scene.said(TALKERS)
    scene.telegram.faults.share(1.0, Fault.FREEZE, method="sendMessage")
    scene.telegram.faults.share(1.0, Fault.FREEZE, method="answerCallbackQuery")
    scene.talk(1)
    await scene.said(TALKERS + 1)
    for person in list(scene.telegram.people.values())[:3]:
        person.taps_label(DUTCH)
    await asyncio.sleep(0.3)


async def _down(scene: Scene) -> None:
    """Telegram is gone in the middle of it."""
    await scene.bot.start()
    scene.talk()
    await scene.said(5)
    scene.telegram.faults.switch(down=True)
    await asyncio.sleep(0.5)


async def _failing(scene: Scene) -> None:
    """Telegram answers with errors of its own."""
    await scene.bot.start()
    scene.talk(1)
    await scene.said(2)
    scene.telegram.faults.share(1.0, Fault.BAD_GATEWAY)
    scene.talk(1)
    await asyncio.sleep(0.5)


async def _slow(scene: Scene) -> None:
    """Every answer takes two seconds."""
    scene.telegram.faults.share(1.0, Fault.DELAY, method="sendMessage", seconds=2.0)
    await scene.bot.start()
    scene.talk()
    await scene.said(5)


async def _penalised(scene: Scene) -> None:
    """Nothing may be sent for a while."""
    await scene.bot.start()
    scene.telegram.faults.once("sendMessage", Fault.TOO_MANY_FOR_ALL, retry_after=20)
    scene.undo.append(scene.telegram.pace.forgive)
    scene.talk(1)
    await scene.said(1)
    await asyncio.sleep(0.3)


async def _locked(scene: Scene) -> None:
    """Another process holds the database."""
    await scene.bot.start()
    scene.talk(1)
    await scene.said(3)
    file = scene.bot.url.removeprefix("sqlite:///")
    locker = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _LOCK, file, stdout=asyncio.subprocess.PIPE
    )
    scene.undo.append(locker.kill)
    assert locker.stdout is not None
    await locker.stdout.readline()
    scene.talk(1)
    await asyncio.sleep(1.0)


async def _unreached(scene: Scene) -> None:
    """It has not reached Telegram yet."""
    scene.telegram.faults.switch(down=True)
    await scene.bot.launch()
    await scene.telegram.until(lambda: len(scene.telegram.log) > 0, QUIET_SECONDS)
    await asyncio.sleep(0.2)


SITUATIONS: Final[Sequence[Situation]] = (
    Situation("while people talk", _talking),
    Situation("in an announcement", _announcing),
    Situation("while Telegram answers nothing", _frozen, knows=False),
    Situation("while another process holds the database", _locked, knows=False),
    Situation("while nothing happens", _idle),
    Situation("while hundreds of updates come in", _taking_in),
    Situation("while Telegram is gone", _down, knows=False),
    Situation("while Telegram fails", _failing, knows=False),
    Situation("while every answer takes two seconds", _slow),
    Situation("in a penalty", _penalised),
    Situation("before it has reached Telegram", _unreached, exit_codes=frozenset({0, TERMINATED})),
)


@dataclass(frozen=True, slots=True)
class Stop:
    """What one stop was like."""

    situation: Situation
    seconds: float
    code: int
    in_flight: int
    uncertain: int
    lost: int
    doubled: int


async def stopping(run: Run) -> Verdict:
    stops = []
    async with nursery() as born:
        for number, situation in enumerate(SITUATIONS[: run.size["situations"]]):
            folder = run.folder / str(number)
            folder.mkdir()
            async with _scene(folder, born, run.breakage) as scene:
                stops.append(await _stopped(scene, situation))
            run.note(f"{situation.name}: out in {stops[-1].seconds:.1f} s")
            _tell_trouble(run, stops[-1])
    return _verdict(stops)


def _verdict(stops: Sequence[Stop]) -> Verdict:
    knowing = [stop for stop in stops if stop.situation.knows]
    return Verdict(
        [
            seen("situations", len(stops)),
            at_most("slowest way out, seconds", max(stop.seconds for stop in stops), STOP_SECONDS),
            exactly("wrong exit codes", sum(s.code not in s.situation.exit_codes for s in stops), 0),
            exactly("lost without being listed as uncertain", sum(stop.lost for stop in stops), 0),
            exactly("left in flight though it could know", sum(s.in_flight for s in knowing), 0),
            exactly("uncertain though it could know", sum(s.uncertain for s in knowing), 0),
            exactly("doubled though it could know", sum(s.doubled for s in knowing), 0),
        ]
    )


def _tell_trouble(run: Run, stop: Stop) -> None:
    if (
        stop.lost
        or stop.code
        or (stop.situation.knows and (stop.in_flight or stop.uncertain or stop.doubled))
    ):
        run.note(f"{stop.situation.name}: {stop}")


@asynccontextmanager
async def _scene(folder: Path, born: Nursery, breakage: str | None) -> AsyncIterator[Scene]:
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    server = await serve(telegram)
    try:
        bot = bot_process(
            folder, telegram, server, breakage=breakage, nursery=born, WIJKLIJN_HOLD_SECONDS="0"
        )
        scene = Scene(telegram, bot)
        yield scene
        await bot.kill()
    finally:
        telegram.faults.clear()
        await server.close()


async def _stopped(scene: Scene, situation: Situation) -> Stop:
    """Stop it there; then let it say all that it has left to say, without what troubled it."""
    await situation.arrange(scene)
    began = scene.telegram.monotonic()
    code = await _out(scene.bot)
    seconds = scene.telegram.monotonic() - began
    scene.telegram.faults.clear()
    for undo in scene.undo:
        undo()
    in_flight = 0 if situation.name.startswith("before") else await _count(scene.bot, "sending")
    scene.bot.breakage = None
    await scene.bot.start()
    await scene.bot.quiet(QUIET_SECONDS)
    await scene.bot.stop()
    uncertain = await _count(scene.bot, "uncertain")
    came = tally(scene.due, _arrivals(scene.telegram), [])
    lost = max(came.missing.total() - uncertain, 0)
    return Stop(situation, seconds, code, in_flight, uncertain, lost, came.unexplained.total())


async def _out(bot: BotProcess) -> int:
    try:
        return await asyncio.wait_for(bot.stop(), PATIENCE)
    except TimeoutError:
        return -1


async def _count(bot: BotProcess, state: str) -> int:
    return int((await bot.rows(_STATE.format(state)))[0]["n"])


def _arrivals(telegram: Telegram) -> list[Arrival]:
    return [
        Arrival((kind, call.chat_id), call.came_at, call.answered_at)
        for call in accepted(telegram.log)
        if (kind := _kind(str(call.params["text"]))) != "unforeseen"
    ]


def _kind(text: str) -> str:
    is_announcement = any(words in text for words in WORDS.values())
    return "announcement" if is_announcement else kind_of(text)


STOP: Final = Gate(
    name="stop",
    promise="Told to stop, it is out within ten seconds in every situation; nothing is doubled, lost or in doubt for it.",
    trial=stopping,
    long={"situations": len(SITUATIONS)},
    short={"situations": 2},
    minutes=6,
    breakages={"dropped-at-stop": "left in flight though it could know"},
    paced=True,
)
