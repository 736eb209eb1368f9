"""CPU of the sending side for one sendMessage: our way beside the floor, PTB's Bot and aiogram's, in one run."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial
from typing import Final

import aiogram
import orjson
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession, TCPConnector, web
from telegram import Bot

from bot.engine.answers import Delivered
from bot.engine.connections import Connections
from bot.engine.request import AiohttpRequest, BotApi
from bot.settings import Secret

TOKEN: Final = "123456789:AAFakeTokenForBenchmarks_0123456789ab"  # noqa: S105 # opens nothing
CALLS: Final = 2000
AT_ONCE: Final = 50
ROUNDS: Final = 5
TEXT: Final = "Ontvangen. Melding 48271. Wie antwoordt: de wijkmanager. Ten laatste: dinsdag."
PARAMS: Final = {"chat_id": 5, "text": TEXT, "parse_mode": "HTML"}
ANSWER: Final = orjson.dumps(
    {
        "ok": True,
        "result": {
            "message_id": 7,
            "date": 1,
            "chat": {"id": 5, "type": "private", "first_name": "A"},
            "from": {"id": 1, "is_bot": True, "first_name": "Wijklijn", "username": "wijklijn_bot"},
            "text": TEXT,
        },
    }
)
Call = Callable[[], Awaitable[object]]


async def serve() -> None:
    """Answer every call alike, in a process of its own, and print the port."""

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(body=ANSWER, content_type="application/json")

    app = web.Application()
    app.router.add_post("/{rest:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


async def cpu_of(call: Call) -> float:
    """Microseconds of this process's CPU for one call, at fifty at once."""

    async def work(times: int) -> None:
        for _ in range(times):
            await call()

    before = time.process_time()
    await asyncio.gather(*(work(CALLS // AT_ONCE) for _ in range(AT_ONCE)))
    return (time.process_time() - before) / CALLS * 1e6


async def ways(root: str, stack: AsyncExitStack) -> dict[str, Call]:
    session = await stack.enter_async_context(ClientSession(connector=TCPConnector(limit=256)))
    pool = Connections(256)
    await pool.open()
    stack.push_async_callback(pool.close)
    request = await stack.enter_async_context(AiohttpRequest(Connections(256)))
    ptb = Bot(TOKEN, f"{root}/bot", request=request)
    server = TelegramAPIServer.from_base(root)
    other = await stack.enter_async_context(
        aiogram.Bot(TOKEN, AiohttpSession(api=server, limit=256)).context()
    )
    return {
        "raw aiohttp POST of ready bytes": partial(
            _raw, session, f"{root}/bot{TOKEN}/sendMessage", orjson.dumps(PARAMS)
        ),
        "BotApi.call": partial(_ours, BotApi(pool, root, Secret(TOKEN))),
        "PTB Bot on AiohttpRequest": partial(ptb.send_message, 5, TEXT, "HTML"),
        "aiogram Bot": partial(other.send_message, 5, TEXT, parse_mode="HTML"),
    }


async def measure(root: str) -> None:
    async with AsyncExitStack() as stack:
        calls = await ways(root, stack)
        figures: dict[str, list[float]] = {name: [] for name in calls}
        for _ in range(ROUNDS + 1):
            for name, call in calls.items():
                figures[name].append(await cpu_of(call))
    floor = statistics.median(next(iter(figures.values()))[1:])
    for name, rounds in figures.items():
        middle = statistics.median(rounds[1:])
        print(f"{name:34} {middle:6.0f} µs  {middle / floor:5.2f} x")


async def _raw(session: ClientSession, url: str, body: bytes) -> bytes:
    headers = {"Content-Type": "application/json"}
    async with session.post(url, data=body, headers=headers) as response:
        return await response.read()


async def _ours(api: BotApi) -> None:
    answer = await api.call("sendMessage", PARAMS, timeout=10)
    assert isinstance(answer, Delivered)


async def main() -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.bench_request", "serve", stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout is not None
    try:
        await measure(f"http://127.0.0.1:{int(await child.stdout.readline())}")
    finally:
        child.terminate()
        await child.wait()


if __name__ == "__main__":
    asyncio.run(serve() if sys.argv[1:] == ["serve"] else main())
