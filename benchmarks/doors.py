"""Three ways to take in what a webhook brings, in the bot's own loop: each admits durably, or answers and does nothing."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import AsyncExitStack
from hmac import compare_digest
from pathlib import Path
from typing import Any, Final

import orjson
import uvicorn
from aiohttp import web

from benchmarks.city import environ_of
from bot.engine.connections import Connections
from bot.engine.intake import Intake
from bot.engine.request import BotApi
from bot.engine.webhook import WebhookServer
from bot.opening import now, opened_database
from bot.settings import Address, Secret, Settings

SECRET: Final = "s" * 64
HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
TOKEN: Final = "700000005:" + "A" * 35
PATH: Final = "/hook"
NOWHERE: Final = "http://127.0.0.1:9"

Take = Callable[[bytes], Awaitable[None]]
Message = MutableMapping[str, Any]
_SECRET: Final = SECRET.encode()


def application(take: Take) -> web.Server | web.AppRunner:
    """Make aiohttp as its tutorial shows it: an application with a router."""

    async def post(request: web.Request) -> web.Response:
        if not compare_digest(request.headers.get(HEADER, "").encode(), _SECRET):
            return web.Response(status=403)
        await take(await request.read())
        return web.Response()

    app = web.Application()
    app.router.add_post(PATH, post)
    return web.AppRunner(app, access_log=None)


def server(take: Take) -> web.ServerRunner:
    """Make aiohttp's protocol alone."""

    async def handle(request: web.BaseRequest) -> web.Response:
        if not compare_digest(request.headers.get(HEADER, "").encode(), _SECRET):
            return web.Response(status=403)
        if request.method != "POST" or request.rel_url.raw_path != PATH:
            return web.Response(status=404)
        await take(await request.content.read())
        return web.Response()

    return web.ServerRunner(web.Server(handle, access_log=None))


def asgi(take: Take) -> Callable[[Message, Any, Any], Awaitable[None]]:
    """What uvicorn calls."""
    header = HEADER.lower().encode()

    async def app(scope: Message, receive: Any, send: Any) -> None:
        secret = next((value for name, value in scope["headers"] if name == header), b"")
        status = 200
        if not compare_digest(secret, _SECRET):
            status = 403
        elif scope["method"] != "POST" or scope["path"] != PATH:
            status = 404
        else:
            await take(await _body(receive))
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})

    return app


async def _body(receive: Any) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def serve(name: str, take: Take, port: int) -> None:
    """Serve until the process ends."""
    if name == "uvicorn":
        config = uvicorn.Config(asgi(take), port=port, lifespan="off", access_log=False, log_config=None)
        await uvicorn.Server(config).serve()
        return
    runner = application(take) if name == "application" else server(take)
    assert not isinstance(runner, web.Server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


async def main(name: str, keeps: str) -> None:
    port = int(os.environ["BENCH_PORT"])
    async with AsyncExitStack() as stack:
        intake = await _intake(stack) if keeps == "kept" else None
        if intake is not None and name == "wijklijn":
            url = f"http://127.0.0.1:{port}{PATH}"
            await WebhookServer(intake, Address("127.0.0.1", port), url, Secret(SECRET)).start()
            await asyncio.Event().wait()
        await serve(name, _keeping(intake) if intake else _nothing, port)


async def _nothing(body: bytes) -> None:
    orjson.loads(body)


def _keeping(intake: Intake) -> Take:
    async def take(body: bytes) -> None:
        await intake.admit([orjson.loads(body)])

    return take


async def _intake(stack: AsyncExitStack) -> Intake:
    settings = Settings.read(environ_of(TOKEN, NOWHERE, Path(os.environ["BENCH_FOLDER"])))
    database = await stack.enter_async_context(opened_database(settings))
    return Intake(database, BotApi(Connections(1), NOWHERE, Secret(TOKEN)), now, after=lambda: None)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
