"""The webhook and the world: for anybody but Telegram there is nothing here, and nobody can hold it up."""

import asyncio
import time
from typing import Any

import orjson
import pytest

from bot.engine.webhook import LARGEST, MOST_CONNECTIONS, SECRET_HEADER, Patience
from tests.engine.hook import SECRET, Hook, all_of, head, update


@pytest.mark.parametrize("secret", [None, "", "telegram-knows-thi", "telegram-knows-this!", "тайна", "ÿ"])
@pytest.mark.parametrize("path", ["/hook", "/", "/healthz"])
async def test_without_the_secret_nobody_learns_what_is_here(
    hook: Hook, secret: str | None, path: str
) -> None:
    assert await hook.gets(orjson.dumps(update(1)), path, secret) == 403
    assert await hook.kept() == []


async def test_the_secret_is_asked_for_before_the_body_is_read(hook: Hook) -> None:
    answer = await hook.raw(head(500_000, secret="wrong"))
    assert answer.startswith(b"HTTP/1.1 403 ")


async def test_an_answer_names_no_software(hook: Hook) -> None:
    for asked in (head(2, secret="wrong") + b"{}", b"BREW /coffee HTTP/1.1\r\n\r\n"):
        answer = (await hook.raw(asked)).lower()
        assert answer.startswith(b"http/1.")
        for told in (b"aiohttp", b"python", b"coffee"):
            assert told not in answer


@pytest.mark.parametrize("path", ["/", "/hook/", "/hooks", "/HOOK", "//hook", "/healthz", "/metrics"])
async def test_any_other_path_is_unknown(hook: Hook, path: str) -> None:
    assert await hook.gets(orjson.dumps(update(1)), path) == 404
    assert await hook.kept() == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])
async def test_nothing_but_a_post_is_known(hook: Hook, method: str) -> None:
    answer = await hook.raw(head(0).replace(b"POST", method.encode()))
    assert answer.startswith(b"HTTP/1.1 404 ")


async def test_a_mebibyte_is_read_and_more_is_not(hook: Hook) -> None:
    frame = len(orjson.dumps(update(1, "")))
    assert await hook.says(1, "x" * (LARGEST - frame)) == 200
    assert await hook.says(2, "x" * (LARGEST - frame + 1)) == 413
    assert [row["dedupe"] for row in await hook.kept()] == ["u:1"]


async def test_ten_megabytes_are_refused_without_being_read(hook: Hook) -> None:
    assert (await hook.raw(head(10_000_000), b"x" * 1_000)).startswith(b"HTTP/1.1 413 ")


async def test_a_chunked_body_that_does_not_say_how_long_it_is_is_cut_off(hook: Hook) -> None:
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    start = head(0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    assert (await hook.raw(start, *[chunk] * 17)).startswith(b"HTTP/1.1 413 ")
    assert await hook.kept() == []


@pytest.mark.parametrize("lie", [b"zz\r\nabc\r\n", b"-5\r\nabc\r\n", b"3\r\nabcdef\r\n"])
async def test_chunks_that_lie_are_refused_and_nobody_is_told(
    hook: Hook, lie: bytes, logged: list[dict[str, Any]], caplog: pytest.LogCaptureFixture
) -> None:
    start = head(0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    assert (await hook.raw(start, lie))[9:12] in {b"400", b"408"}
    assert await hook.kept() == []
    assert (logged, caplog.records) == ([], [])


async def test_a_packed_body_is_not_unpacked(hook: Hook) -> None:
    async with hook.session.post(
        f"http://{hook.address.host}:{hook.address.port}/hook",
        data=orjson.dumps(update(1, "x" * 9_000)),
        headers={SECRET_HEADER: SECRET, "Content-Encoding": "deflate"},
        compress=None,
    ) as response:
        assert response.status == 200


@pytest.mark.parametrize(
    "nonsense", [b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"HELLO\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"]
)
async def test_what_is_no_http_is_refused_and_fills_no_log(
    hook: Hook, nonsense: bytes, logged: list[dict[str, Any]], caplog: pytest.LogCaptureFixture
) -> None:
    assert (await hook.raw(nonsense)).startswith(b"HTTP/1.")
    assert (logged, caplog.records) == ([], [])


async def test_who_says_nothing_is_let_go(hook: Hook) -> None:
    began = time.monotonic()
    assert await hook.raw(b"") == b""
    assert time.monotonic() - began < 2


async def test_who_dribbles_a_head_is_let_go(hook: Hook) -> None:
    reader, writer = await hook.wire()
    writer.write(b"POST /hook HTTP/1.1\r\nX-Slow: ")
    assert await _dribbled(reader, writer) == b""


async def test_who_dribbles_a_body_is_let_go(hook: Hook) -> None:
    reader, writer = await hook.wire()
    writer.write(head(1_000))
    assert (await _dribbled(reader, writer)).startswith(b"HTTP/1.1 408 ")
    assert await hook.kept() == []


async def _dribbled(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    """What is answered to a byte now and then, until the connection ends."""
    dribbling = asyncio.ensure_future(_dribble(writer))
    async with asyncio.timeout(4):
        answer = await all_of(reader)
    dribbling.cancel()
    writer.close()
    return answer


async def _dribble(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"x")
        await asyncio.sleep(0.02)


async def test_who_dribbles_holds_up_nobody_else(hook: Hook) -> None:
    wires = [await hook.wire() for _ in range(50)]
    for _, writer in wires:
        writer.write(head(1_000) + b"x")
    assert await hook.says(1) == 200
    for _, writer in wires:
        writer.close()


async def test_no_more_connections_are_held_than_can_be_afforded(hook: Hook) -> None:
    hook.server.patience = Patience()
    wires = [await hook.wire() for _ in range(MOST_CONNECTIONS)]
    assert await hook.raw(head(0)) == b""
    for _, writer in wires:
        writer.close()
    await asyncio.sleep(0.05)
    assert await hook.says(1) == 200


async def test_strangers_who_were_refused_keep_no_connection_from_telegram(hook: Hook) -> None:
    hook.server.patience = Patience()
    wires = [await hook.wire() for _ in range(MOST_CONNECTIONS)]
    for reader, writer in wires:
        writer.write(head(0, secret="wrong"))
        assert (await all_of(reader)).startswith(b"HTTP/1.1 403 ")
    assert await hook.says(1) == 200
    for _, writer in wires:
        writer.close()
