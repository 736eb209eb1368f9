"""Situations in which a bot may be told to stop, each brought about from outside."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import asyncpg

from benchmarks.announcing import announce
from benchmarks.city import settle
from benchmarks.people import chats
from bot.settings import Settings
from gates.bot_process import BotProcess
from gates.crowd import DUTCH, FIRST_CHAT, NAME
from gates.kill_announcement import welcome
from playground.faults import Fault
from playground.telegram import Telegram

# Sent by the operating system to who does not listen for it yet.
TERMINATED: Final = -15
TALKERS: Final = 12
FOLLOWERS: Final = 120
PATIENCE: Final = 40.0
_LOCK: Final = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
time.sleep(60)
"""


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
        await self.telegram.until(lambda: self._sends() >= times, PATIENCE)

    def _sends(self) -> int:
        return sum(call.method == "sendMessage" for call in self.telegram.log)


@dataclass(frozen=True, slots=True)
class Situation:
    """`arrange` brings it about; `knows`: whether it can know, and write down, what became of what left.

    With `webhook` Telegram calls it.
    """

    name: str
    arrange: Callable[[Scene], Awaitable[None]]
    knows: bool = True
    exit_codes: frozenset[int] = frozenset({0})
    webhook: bool = False


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


async def _leases_held(scene: Scene) -> None:
    """Telegram answers nothing, and the lease cannot be given back in time."""
    await _frozen(scene)
    connection = await asyncpg.connect(scene.bot.url)
    held = connection.transaction()
    await held.start()
    await connection.execute("LOCK TABLE leases, lanes IN ACCESS EXCLUSIVE MODE")
    scene.undo.append(connection.terminate)


async def _unreached(scene: Scene) -> None:
    """It has not reached Telegram yet."""
    scene.telegram.faults.switch(down=True)
    await scene.bot.launch()
    await scene.telegram.until(lambda: len(scene.telegram.log) > 0, PATIENCE)
    await asyncio.sleep(0.2)


_WHILE_PEOPLE_TALK: Final = Situation("while people talk", _talking)
_WHILE_FROZEN: Final = Situation("while Telegram answers nothing", _frozen, knows=False)
SITUATIONS: Final[Sequence[Situation]] = (
    _WHILE_PEOPLE_TALK,
    Situation("in an announcement", _announcing),
    _WHILE_FROZEN,
    Situation("while Telegram, which calls it, answers nothing", _frozen, knows=False, webhook=True),
    Situation("while another process holds the database", _locked, knows=False),
    Situation("while nothing happens", _idle),
    Situation("while hundreds of updates come in", _taking_in),
    Situation("while Telegram is gone", _down, knows=False),
    Situation("while Telegram fails", _failing, knows=False),
    Situation("while every answer takes two seconds", _slow),
    Situation("in a penalty", _penalised),
    Situation("before it has reached Telegram", _unreached, exit_codes=frozenset({0, TERMINATED})),
)
# A replica's, on PostgreSQL.
OF_REPLICAS: Final[Sequence[Situation]] = (
    _WHILE_PEOPLE_TALK,
    _WHILE_FROZEN,
    Situation("while the server's leases are held", _leases_held, knows=False),
)
