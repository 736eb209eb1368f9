"""A webhook that listens, and somebody who posts to it, or writes whatever bytes to it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson
from aiohttp import ClientSession

from bot.engine.connections import Connections
from bot.engine.intake import Intake
from bot.engine.request import BotApi
from bot.engine.webhook import SECRET_HEADER, Patience, WebhookServer
from bot.settings import Address, Secret
from playground.api import Server
from playground.telegram import Telegram
from storage.database import Database
from tests.engine.exit import stored, wall

SECRET = "telegram-knows-this"
NOBODY = Address("127.0.0.1", 0)


@dataclass(slots=True)
class Hook:
    """A webhook that listens, with a database of its own, and a client that posts to it."""

    server: WebhookServer
    database: Database
    session: ClientSession
    address: Address
    kinds: list[str] = field(default_factory=list)

    async def gets(self, body: bytes, path: str = "/hook", secret: str | None = SECRET) -> int:
        """The status of a post; nothing else may ever be said."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        url = f"http://{self.address.host}:{self.address.port}{path}"
        async with self.session.post(url, data=BytesIO(body), headers=headers) as response:
            assert await response.read() == b""
            return response.status

    async def says(self, number: int, text: str = "x", chat: int = 7) -> int:
        return await self.gets(orjson.dumps(update(number, text, chat)))

    async def wire(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection(*self.address)

    async def raw(self, *pieces: bytes, pause: float = 0.01) -> bytes:
        """What is answered to these bytes, until the connection ends."""
        reader, writer = await self.wire()
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(pause)
        async with asyncio.timeout(5):
            answer = await all_of(reader)
        writer.close()
        return answer

    async def kept(self) -> list[Mapping[str, Any]]:
        rows = await self.database.read(lambda tx: tx.all("SELECT * FROM inbox ORDER BY id"))
        return [dict(row) for row in rows]

    def unsealed(self, row: Mapping[str, Any]) -> Any:
        return orjson.loads(self.database.sealer.unseal(row["payload"]))


async def all_of(reader: asyncio.StreamReader) -> bytes:
    """What was said until the connection ended, however rudely."""
    said = b""
    with suppress(ConnectionError):
        while piece := await reader.read(65_536):
            said += piece
    return said


def update(number: int, text: str = "x", chat: int = 7) -> dict[str, Any]:
    person = {"id": chat, "type": "private", "first_name": "Elena"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1, "chat": person, "from": person, "text": text},
    }


def head(length: int | str, *, secret: str = SECRET, path: str = "/hook", more: str = "") -> bytes:
    lines = f"POST {path} HTTP/1.1\r\nHost: h\r\n{SECRET_HEADER}: {secret}\r\n{more}"
    return f"{lines}Content-Length: {length}\r\n\r\n".encode()


@asynccontextmanager
async def opened(folder: Path, telegram: Telegram, server: Server) -> AsyncIterator[Hook]:
    """Open one that waits for nobody longer than a blink."""
    calls = Connections(8)
    await calls.open()
    async with stored(folder / "hook.db") as database, ClientSession() as session:
        api = BotApi(calls, server.url, Secret(telegram.token))
        kinds: list[str] = []
        intake = Intake(database, api, wall, after=lambda: None, on_kept=kinds.append)
        door = WebhookServer(intake, NOBODY, "https://stad.example/hook", Secret(SECRET))
        door.patience = Patience(head=0.4, body=0.8, idle=0.4, linger=0.2, stop=1.5)
        yield Hook(door, database, session, await door.start(), kinds)
        await door.stop()
        await intake.close()
    await calls.close()
