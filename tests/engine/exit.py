"""The exit alone: a real sender, ledger, pacer and database, and the local Telegram that judges what left."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.domain.intents import Act, Call, Intent, OutboxId, Urgency
from bot.domain.people import ChatId
from bot.engine.connections import Connections
from bot.engine.ledger import Ledger
from bot.engine.pacer import Pacer
from bot.engine.postman import Postman
from bot.engine.request import BotApi
from bot.engine.sender import Sender
from bot.services.turn import Turn
from bot.settings import Secret
from playground.api import Server
from playground.log import Call as Logged
from playground.people import Person
from playground.telegram import Telegram
from storage.database import Database, Transaction
from storage.opening import database_of
from storage.outbox import ENDED, OutboxRow, find_outbox, insert_outbox
from storage.schema import upgrade
from storage.sealing import Sealer, key_of, new_key
from tests.databases import address_in

KEY = new_key()


def wall() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


@cache
def genk() -> City:
    return read_city(Path("cities/genk.toml"))


@asynccontextmanager
async def stored(path: Path) -> AsyncIterator[Database]:
    """A database of the kind that the tests run on, which does not wait long for other processes."""
    database = database_of(
        address_in(path.parent, path.name, migrated=True), Sealer(key_of(KEY)), waits_ms=50
    )
    await database.open()
    try:
        await database.turn(upgrade)
        yield database
    finally:
        await database.close()


async def spoken(_turn: Turn, intent: Intent) -> Sequence[Call]:
    """An intent's name is what it says, piece by piece at each line; `nothing` and two mistakes are spoken of as such."""
    if intent.name == "bug":
        raise LookupError
    if intent.name == "nothing":
        return []
    if intent.name == "unwritable":
        return [Call("sendMessage", {"chat_id": intent.chat, "text": object()})]
    if intent.act is Act.EDIT:
        params = {"chat_id": intent.chat, "message_id": intent.edits_message, "text": intent.name}
        return [Call("editMessageText", params)]
    return [Call("sendMessage", {"chat_id": intent.chat, "text": piece}) for piece in intent.name.split("\n")]


@dataclass(slots=True)
class Exit:
    telegram: Telegram
    server: Server
    database: Database
    connections: Connections
    rate: int = 30
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    sender: Sender | None = None
    _running: "asyncio.Task[None] | None" = None

    def start(self, **changes: Any) -> Sender:
        self.stopping = asyncio.Event()
        self.sender = Sender(
            database=self.database,
            ledger=Ledger(wall, lambda tx: Turn(tx, wall(), genk()), spoken),
            postman=Postman(BotApi(self.connections, self.server.url, Secret(self.telegram.token))),
            pacer=Pacer(self.rate),
            monotonic=time.monotonic,
            rate=self.rate,
            **{"probes": (0.1, 0.2), **changes},
        )
        self._running = asyncio.ensure_future(self.sender.run(self.stopping))
        return self.sender

    async def stop(self) -> float:
        """End as SIGTERM does; how long it took."""
        began = time.monotonic()
        self.stopping.set()
        if self.sender and self._running:
            self.sender.look()
            await self._running
        self._running = None
        return time.monotonic() - began

    async def crash(self) -> None:
        """End as kill -9 does: nothing more is written."""
        if self._running:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        self._running = None

    def resident(self, user_id: int = 701) -> Person:
        person = self.telegram.person(user_id, "Elena")
        person.chat.standing = "member"
        return person

    async def say(self, *names: str, to: int = 701, **changes: Any) -> list[OutboxId]:
        """Intents of these names, added in one turn; case messages unless they say otherwise."""
        intent = Intent(chat=ChatId(to), name="", urgency=Urgency.CASE)

        async def add(tx: Transaction) -> list[OutboxId]:
            return [
                await insert_outbox(tx, replace(intent, **{"name": name, **changes}), wall())
                for name in names
            ]

        ids = await self.database.turn(add)
        if self.sender:
            self.sender.look()
        return ids

    async def row(self, row: OutboxId) -> OutboxRow:
        found = await self.database.read(lambda tx: find_outbox(tx, row))
        assert found
        return found

    async def outcomes(self, *rows: OutboxId, within: float = 8.0) -> list[str]:
        """What became of them, once all have ended."""
        async with asyncio.timeout(within):
            while not {state.value for state in ENDED}.issuperset(found := await self._states(rows)):
                await asyncio.sleep(0.01)
        return found

    async def _states(self, rows: Sequence[OutboxId]) -> list[str]:
        return [(await self.row(row)).state.value for row in rows]

    def calls(self, method: str = "sendMessage") -> list[Logged]:
        """What arrived at Telegram, in order, whether or not it took effect."""
        return [call for call in self.telegram.log if call.method == method]

    def told(self) -> list[str]:
        """The texts that took effect, in order; a text twice came twice."""
        return [str(call.params["text"]) for call in self.calls() if call.accepted]

    async def set(self, sql: str, **values: object) -> None:
        await self.database.turn(lambda tx: tx.run(sql, **values))

    async def all(self, sql: str, **values: object) -> list[Mapping[str, Any]]:
        return [dict(row) for row in await self.database.read(lambda tx: tx.all(sql, **values))]


@asynccontextmanager
async def opened(folder: Path, telegram: Telegram, server: Server) -> AsyncIterator[Exit]:
    """An exit with a database in `folder`; `start` lets it send."""
    connections = Connections(16)
    await connections.open()
    async with stored(folder / "exit.db") as database:
        exit_ = Exit(telegram, server, database, connections)
        exit_.resident()
        try:
            yield exit_
        finally:
            telegram.faults.clear()
            await exit_.crash()
            await connections.close()
