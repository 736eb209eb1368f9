"""The demo: a local Telegram with five phones, the bot beside it, and the staff invited as in real life."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playground.cast import Holder
from playground.child import BotProcess, InviteFailed
from playground.memory import Memory
from playground.page import Page
from playground.people import Person
from playground.telegram import Telegram
from playground.wire import JSON

TOKEN: Final = "1000:AA-only-for-the-local-Telegram-of-the-demo"  # noqa: S105  # opens nothing but this playground
EPOCH: Final = 1_750_000_000
IDS_A_SECOND: Final = 8  # message ids begin with the clock, and nobody writes faster than this for long
BOT_START_SECONDS: Final = 60.0
ANSWER_SECONDS: Final = 30.0
LOOK_SECONDS: Final = 0.1
OURS: Final = frozenset(
    {"WIJKLIJN_API_ROOT", "WIJKLIJN_BOT_TOKEN", "WIJKLIJN_DATABASE_URL", "WIJKLIJN_MODE", "WIJKLIJN_HEALTH"}
)

Say = Callable[[str], None]


class DemoFailed(Exception):
    """The demo cannot go on; the message is the line for who started it."""


def new_telegram(clock: Callable[[], float]) -> Telegram:
    """A local Telegram whose message ids go on above those of every earlier start."""
    telegram = Telegram(TOKEN, clock=clock)
    telegram.first_message_id = max(1, int((clock() - EPOCH) * IDS_A_SECOND))
    return telegram


def bot_environment(given: Mapping[str, str], api_root: str, database: Path, health: str) -> dict[str, str]:
    """What the child gets: the operator's own environment, with our settings over it and a short hold."""
    kept = {name: value for name, value in given.items() if name.removesuffix("_FILE") not in OURS}
    if "WIJKLIJN_HOLD_SECONDS_FILE" not in kept:
        kept.setdefault("WIJKLIJN_HOLD_SECONDS", "10")
    return kept | {
        "WIJKLIJN_API_ROOT": api_root,
        "WIJKLIJN_BOT_TOKEN": TOKEN,
        "WIJKLIJN_DATABASE_URL": f"sqlite:///{database}",
        "WIJKLIJN_MODE": "polling",
        "WIJKLIJN_HEALTH": health,
        "PYTHONUNBUFFERED": "1",
    }


@dataclass(slots=True)
class Demo:
    """Ties the phones to the bot; `say` gets the lines for the terminal."""

    page: Page
    bot: BotProcess
    memory: Memory
    say: Say
    _calls_before: int = 0
    _is_open: bool = False

    def __post_init__(self) -> None:
        self.page.companion = self.bot
        self.bot.told = self._bot_became
        self.page.telegram.listeners.append(self._happened)
        for holder, person in self.page.phones.values():
            if holder.user_id in self.memory.known:
                person.chat.standing = "member"

    async def run(self, address: str, stop: asyncio.Event) -> None:
        """Until `stop`; raises DemoFailed (in a group) when the bot does not come up."""
        async with asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(work) for work in (self.bot.keep(), self._listen(), self._open(address))
            ]
            try:
                await stop.wait()
            finally:
                await self.bot.end()
                for task in tasks:
                    task.cancel()

    async def _listen(self) -> None:
        """The bot runs once it asks for updates; that is looked for after each of its starts."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)  # a poll that waits for updates wakes nobody
            if any(call.method == "getUpdates" for call in self.telegram.log[self._calls_before :]):
                self.bot.answers()

    @property
    def telegram(self) -> Telegram:
        return self.page.telegram

    def _bot_became(self, state: str) -> None:
        if state == "starting":
            self._calls_before = len(self.telegram.log)
        self.page.process_changed(state)
        self.telegram.watch.wake()
        if self._is_open and self.bot.has_fallen:
            self.say(f"The bot ended by itself; “Start bot” on the page starts it. {last_line(self.bot.log)}")

    def _happened(self, event: JSON) -> None:
        if event["type"] == "message" and event["message"]["outgoing"] and event["chat"] in self.page.phones:
            self.memory.know(event["chat"])

    async def _open(self, address: str) -> None:
        await self._bot_is_up()
        for holder, person in self.page.phones.values():
            if holder.invitation:
                await self._welcome(holder, person)
        self._is_open = True
        self.say(
            f"Open {address} and press START on Elena's phone; “What to try first” tells the story. Ctrl-C ends it."
        )

    async def _bot_is_up(self) -> None:
        try:
            await self.telegram.until(lambda: self.bot.state in {"running", "stopped"}, BOT_START_SECONDS)
        except TimeoutError:
            raise DemoFailed(f"The bot does not ask for updates; see {self.bot.log}") from None
        if self.bot.state == "stopped":
            raise DemoFailed(f"The bot ended at its start: {last_line(self.bot.log)}")

    async def _welcome(self, holder: Holder, person: Person) -> None:
        """An invitation through the command line, pressed on that phone; after a restart, a mere START."""
        try:
            if holder.user_id in self.memory.invited:
                person.starts()
            else:
                person.opens(await self.bot.invite(*holder.invitation))
            await self.telegram.settled(person, timeout=ANSWER_SECONDS)
        except TimeoutError:
            raise DemoFailed(f"{holder.title}: the bot does not answer; see {self.bot.log}") from None
        except (InviteFailed, ValueError) as problem:
            raise DemoFailed(f"{holder.title} could not be invited: {problem}") from problem
        self.memory.remember_invited(holder.user_id)


def last_line(path: Path) -> str:
    lines = path.read_text(errors="replace").strip().splitlines() if path.exists() else []
    return lines[-1] if lines else "it printed nothing"


def data_folder(path: Path) -> Path:
    """Made for its owner alone; one that is there keeps its mode."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path
