"""Lanes and turns alone: the real PTB application with handlers of a test, a real database, no sender."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
from telegram import Update
from telegram.ext import Application, ContextTypes, ExtBot, MessageHandler, filters

from bot.context import BotContext, Happening
from bot.domain.errors import NotYours
from bot.engine.clock import Clock
from bot.engine.connections import Connections
from bot.engine.lanes import Lanes
from bot.engine.request import AiohttpRequest
from bot.engine.sanitise import sanitised
from bot.engine.turns import App, Turns
from bot.services.turn import Rules
from bot.texts import LOCALES, Texts
from handlers import errors
from handlers.happenings import HappeningHandler
from playground.api import Server
from storage.database import Database, Transaction
from storage.inbox import insert_inbox
from tests.engine.exit import genk, stored, wall

# Effects are counted in a table that allows each only once: a second one would fail loudly.
EFFECTS = "CREATE TABLE effects (id INTEGER PRIMARY KEY, chat INTEGER, what TEXT, at REAL)"
EFFECT = "INSERT INTO effects (chat, what, at) VALUES (:chat, :what, :at)"
SHORT_PAUSES = (0.02, 0.03, 0.04, 0.05)


class Broke(Exception):
    """What a handler of the test raises when it is told to."""


@dataclass(slots=True)
class Room:
    database: Database
    turns: Turns
    lanes: Lanes
    ticking: Clock
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    later: timedelta = timedelta()
    failing: set[str] = field(default_factory=set)
    frozen: asyncio.Event = field(default_factory=asyncio.Event)
    albums: list[list[int]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    _running: "asyncio.Task[None] | None" = None
    _next: int = 1

    def now(self) -> datetime:
        return wall() + self.later

    def start(self) -> None:
        self.stopping = asyncio.Event()
        self._running = asyncio.ensure_future(self.lanes.run(self.stopping))

    async def stop(self) -> None:
        self.stopping.set()
        self.lanes.woken.set()
        self.frozen.set()
        if self._running:
            await self._running
        self._running = None

    def reopen(self, **changes: Any) -> Lanes:
        """Lanes that remember nothing, as after a restart."""
        self.lanes = Lanes(self.database, self.turns, self.now, after=lambda: None, **changes)
        self.lanes.on_turn = lambda _kind, end, _seconds: self.ends.append(end)
        return self.lanes

    async def happens(self, *texts: str, chat: int = 701, **message: Any) -> None:
        """Messages that were kept."""
        for text in texts:
            number, self._next = self._next, self._next + 1
            part = {
                "message_id": number,
                "date": 1_760_000_000,
                "chat": {"id": chat, "type": "private" if chat > 0 else "group"},
                "from": {"id": abs(chat), "is_bot": False, "first_name": "Elena"},
                "text": text,
                **message,
            }
            await self.keep({"update_id": number, "message": part}, chat)

    async def keep(self, update: Mapping[str, Any], lane: int) -> None:
        payload = orjson.dumps(sanitised(update))
        key = f"u:{update['update_id']}"
        await self.database.turn(lambda tx: insert_inbox(tx, key, lane, "update", payload, self.now()))
        self.lanes.woken.set()

    async def all(self, sql: str, **values: object) -> list[Mapping[str, Any]]:
        return [dict(row) for row in await self.database.read(lambda tx: tx.all(sql, **values))]

    async def set(self, sql: str, **values: object) -> None:
        await self.database.turn(lambda tx: tx.run(sql, **values))

    async def effects(self, chat: int | None = None) -> list[str]:
        rows = await self.all("SELECT chat, what FROM effects ORDER BY id")
        return [row["what"] for row in rows if chat in {None, row["chat"]}]

    async def said(self) -> list[str]:
        return [row["name"] for row in await self.all("SELECT name FROM outbox ORDER BY id")]

    async def done(self, within: float = 8.0) -> None:
        """Wait until nothing waits any more, and until the lanes have told how it ended."""
        async with asyncio.timeout(within):
            while len(self.lanes) or await self.all("SELECT id FROM inbox WHERE state = 'waiting'"):
                await asyncio.sleep(0.01)

    async def states(self) -> list[str]:
        return [row["state"] for row in await self.all("SELECT state FROM inbox ORDER BY id")]

    async def hear(self, update: Update, context: BotContext) -> None:
        """What a message does: an effect, and an answer; unless it is told to fail."""
        message = update.effective_message
        assert message
        text = message.text or message.caption or "-"
        await effect(context.turn.tx, message.chat.id, text)
        if context.open_turn.album:
            self.albums.append([part.message_id for part in context.open_turn.album])
        if context.turn.person:
            await context.say("heard")
        if text == "not yours":
            raise NotYours
        if text in self.failing:
            raise Broke
        if text == "freeze":
            await self.frozen.wait()


async def effect(tx: Transaction, chat: int, what: str) -> None:
    await tx.run(EFFECT, chat=chat, what=what, at=time.monotonic())


async def happened(happening: Happening, context: BotContext) -> None:
    await effect(context.turn.tx, happening.lane, f"{happening.kind}:{happening.detail.get('missed')}")


async def application_of(server: Server, token: str, room: Callable[[], Room]) -> App:
    pool = Connections(4)
    request = AiohttpRequest(pool)
    bot: ExtBot[None] = ExtBot(
        token, base_url=f"{server.url}/bot", request=request, get_updates_request=AiohttpRequest(pool)
    )
    builder = Application.builder().bot(bot).updater(None).context_types(ContextTypes(context=BotContext))
    application: App = builder.build()

    async def hear(update: Update, context: BotContext) -> None:
        await room().hear(update, context)

    application.add_handler(MessageHandler(filters.ALL, hear))
    application.add_handler(HappeningHandler("reminder", happened))
    application.add_error_handler(errors.record)
    await application.initialize()
    return application


@asynccontextmanager
async def opened(folder: Path, server: Server, token: str) -> AsyncIterator[Room]:
    rooms: list[Room] = []
    application = await application_of(server, token, lambda: rooms[0])

    def now() -> datetime:
        return rooms[0].now()

    async with stored(folder / "room.db") as database:
        turns = Turns(application, Texts(["nl"], LOCALES), genk(), Rules(), now)
        lanes = Lanes(database, turns, now, after=lambda: None)
        room = Room(database, turns, lanes, Clock(database, now, after=lambda: None))
        rooms.append(room)
        room.reopen(pauses=SHORT_PAUSES)
        await room.set(EFFECTS)
        try:
            yield room
        finally:
            await room.stop()
            await application.shutdown()
