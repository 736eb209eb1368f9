"""`python -m playground` as somebody in a terminal meets it, and who may look at its page."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
import pytest_asyncio

from playground.api import serve
from playground.demo import new_telegram
from playground.page import Page


@asynccontextmanager
async def playground(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "playground",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@pytest_asyncio.fixture
async def address() -> AsyncIterator[str]:
    page = Page(new_telegram(lambda: 1_795_000_000))
    server = await serve(page.telegram, 0, extra=page.routes())
    yield server.url
    await server.close()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
async def test_it_says_where_it_is_and_ends_when_asked(sign: signal.Signals) -> None:
    async with playground("--alone", "--port", "0") as process:
        assert process.stdout
        assert (await process.stdout.readline()).startswith(b"Open http://127.0.0.1:")
        process.send_signal(sign)
        assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_a_taken_port_is_one_clear_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        async with playground("--alone", "--port", str(taken.getsockname()[1])) as process:
            _, complaint = await process.communicate()
    assert process.returncode == 1
    [line] = complaint.decode().splitlines()
    assert "is taken; choose another with --port" in line


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}],
    ids=["another name for this machine", "another site", "a page without a site"],
)
async def test_other_sites_cannot_press_buttons(address: str, headers: dict[str, str]) -> None:
    async with aiohttp.ClientSession(headers=headers) as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{address}/page/socket")
    assert refused.value.status == 403


@pytest.mark.parametrize(
    "path", ["static/../page.py", "static/%2e%2e%2fpage.py", "static/none.js", "page/file/none"]
)
async def test_nothing_else_is_served(address: str, path: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{address}/{path}") as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    "act",
    [
        '{"ref": 1, "act": "flies", "person": 70001}',
        '{"ref": 1, "act": "says", "person": 1, "text": "hello"}',
        '{"ref": 1, "act": "says", "person": 70001}',
        '{"ref": 1, "act": "edits", "person": 70001, "message_id": 5, "text": "x"}',
        '{"ref": 1, "act": "switch", "name": "revoked", "on": true}',
        '{"ref": 1, "act": "restart"}',
        "[1]",
        "{",
    ],
)
async def test_an_act_that_cannot_be_done_is_refused_and_the_line_stays(address: str, act: str) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{address}/page/socket") as line:
        assert (await line.receive_json())["type"] == "hello"
        await line.send_str(act)
        assert (await line.receive_json())["refused"]
        await line.send_str('{"ref": 2, "act": "starts", "person": 70001}')
        assert [(await line.receive_json())["type"] for _ in range(3)] == ["message", "contact", "done"]
