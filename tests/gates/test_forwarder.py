"""The forwarder in front of replicas: each connection to the next that takes it, and a note of what went through."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from gates.forwarder import Forwarder
from gates.postgres import free_port


@pytest.fixture
async def ports() -> AsyncIterator[list[int]]:
    """Two servers that tell which one they are, and between them a port at which nobody listens."""
    runners, found = [], []
    for name in ("one", "two"):

        async def told(_request: web.BaseRequest, name: str = name) -> web.Response:
            return web.Response(text=name)

        runner = web.ServerRunner(web.Server(told))
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        runners.append(runner)
        found.append(runner.addresses[0][1])
    yield [found[0], free_port(), found[1]]
    for runner in runners:
        await runner.cleanup()


async def asked(port: int, path: str = "/") -> str:
    async with aiohttp.ClientSession() as session, session.post(f"http://127.0.0.1:{port}{path}") as answer:
        return await answer.text()


async def test_each_connection_goes_to_the_next_that_takes_it(ports: list[int]) -> None:
    forwarder = Forwarder(ports)
    port = await forwarder.start()
    assert {await asked(port) for _ in range(2)} == {"one", "two"}
    await forwarder.stop()


async def test_it_notes_the_methods_that_went_through(ports: list[int]) -> None:
    forwarder = Forwarder(ports[:1])
    port = await forwarder.start()
    await asked(port, "/bot1:A/sendMessage")
    (call,) = forwarder.calls
    assert call.method == "sendMessage"
    assert call.since <= call.at
    await forwarder.stop()


async def test_where_nobody_listens_the_connection_is_closed() -> None:
    forwarder = Forwarder([free_port()])
    port = await forwarder.start()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    assert await reader.read() == b""
    writer.close()
    await forwarder.stop()
