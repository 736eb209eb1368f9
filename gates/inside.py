"""The bot inside this process, in a hurried loop, with the local Telegram beside it."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from bot.app import wijklijn
from bot.domain.intents import Call, Intent, Urgency
from bot.domain.people import ChatId, Places, Role
from bot.running import Wijklijn
from bot.services.turn import Turn
from bot.settings import Settings
from gates.bot_process import TOKEN, environ_of
from gates.broken import break_here
from gates.fast_clock import FastLoop, run_fast
from gates.frame import Run, Verdict
from gates.judge import accepted
from gates.looking import BUSY, rows
from playground.api import Server, serve
from playground.limits import Limits
from playground.telegram import Telegram
from storage.database import Transaction
from storage.outbox import insert_outbox
from storage.people import insert_person, set_language, set_welcomed
from storage.staff import Invitation, insert_staff

SAID: Final = "gate-says"
ADMINISTRATOR: Final = 8_900_000
_ALARM: Final = re.compile(r"🔔.*\(([a-z-]+)\)$")
_UNCERTAIN: Final = "SELECT vals FROM outbox WHERE state = 'uncertain'"


@dataclass(slots=True)
class Inside:
    """Everything of one trial."""

    run: Run
    loop: FastLoop
    telegram: Telegram
    server: Server
    bot: Wijklijn
    url: str

    async def says(self, chat: int, words: str, urgency: Urgency, lives: float | None = None) -> None:
        """Have something said; of no use any more after `lives` seconds."""
        now = self.loop.now()
        expires_at = now + timedelta(seconds=lives) if lives else None
        intent = Intent(
            chat=ChatId(chat), name=SAID, values={"words": words}, urgency=urgency, expires_at=expires_at
        )
        await self.bot.database.turn(lambda tx: _insert(tx, intent, self.loop))
        self.bot.sender.look()

    async def uncertain(self) -> str:
        """What is listed as uncertain, as one text to look in."""
        return "\n".join(row["vals"] for row in await rows(self.url, _UNCERTAIN))

    async def appoint(self) -> None:
        """Let there be an administrator, who is told of every alarm."""
        chat = self.telegram.open_chat({"id": ADMINISTRATOR, "type": "private", "first_name": "Ines"})
        chat.standing = "member"
        await self.bot.database.turn(lambda tx: _appoint(tx, self.loop.now()))

    def told(self) -> Counter[str]:
        """How often the administrator was told of each alarm, by the name that stands at its end."""
        texts = [
            str(call.params["text"]) for call in accepted(self.telegram.log) if call.chat_id == ADMINISTRATOR
        ]
        return Counter(found[1] for text in texts if (found := _ALARM.search(text)))

    async def quiet(self, within: float) -> bool:
        """Wait until nothing is to be said any more; whether it came to that within so many seconds of the loop."""
        until = self.loop.time() + within
        while self.loop.time() < until:
            # What waits on disk, the sender need not have read yet.
            is_said = not len(self.bot.sender) and not len(self.telegram.updates)
            if is_said and not (await rows(self.url, BUSY))[0]["busy"]:
                return True
            await asyncio.sleep(1.0)
        return False


async def _appoint(tx: Transaction, now: datetime) -> None:
    person = await insert_person(tx, ChatId(ADMINISTRATOR), now)
    await set_language(tx, person.id, "nl", None)
    await set_welcomed(tx, person.id, now)
    await insert_staff(tx, person.id, Invitation(Role.ADMINISTRATOR, Places(), (), None), now)


async def _insert(tx: Transaction, intent: Intent, loop: FastLoop) -> None:
    await insert_outbox(tx, intent, loop.now())


async def in_hurry(
    run: Run, trial: Callable[[Inside], Coroutine[Any, Any, Verdict]], limits: Limits, **environ: str
) -> Verdict:
    """Make the trial in a hurried loop of its own, with further settings by their names."""

    async def made(loop: FastLoop) -> Verdict:
        async with _inside(run, loop, limits, environ) as inside:
            return await trial(inside)

    break_here(run.breakage)
    # What the bot tells its operators in an hour without Telegram is told here in a minute.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    return await asyncio.to_thread(run_fast, made)


@asynccontextmanager
async def _inside(
    run: Run, loop: FastLoop, limits: Limits, changes: Mapping[str, str]
) -> AsyncIterator[Inside]:
    telegram = Telegram(TOKEN, clock=loop.wall, monotonic=loop.time, limits=limits)
    server = await serve(telegram)
    environ = environ_of(run.folder, server, **changes)
    try:
        async with wijklijn(Settings.read(environ), clock=loop.now) as bot:
            _prepare(bot, loop)
            running = asyncio.ensure_future(bot.run())
            yield Inside(run, loop, telegram, server, bot, environ["WIJKLIJN_DATABASE_URL"])
            telegram.faults.clear()
            bot.stop()
            await running
    finally:
        await server.close()


def _prepare(bot: Wijklijn, loop: FastLoop) -> None:
    """Let the sender believe the loop's clock, and say words as they are."""
    written = bot.sender.ledger.render

    async def render(turn: Turn, intent: Intent) -> Sequence[Call]:
        if intent.name != SAID:
            return await written(turn, intent)
        return [Call("sendMessage", {"chat_id": intent.chat, "text": intent.values["words"]})]

    bot.sender.monotonic = loop.time
    bot.sender.ledger = replace(bot.sender.ledger, render=render)
