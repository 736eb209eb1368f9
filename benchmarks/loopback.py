"""A Telegram as lean as Python allows: updates and counts in memory, spoken over a bare socket, nothing checked.

The playground judges every call; that would cost more here than some of what is measured.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any, Final, Self
from urllib.parse import parse_qsl

import orjson

from benchmarks.people import SENDER

MOST_UPDATES: Final = 100
_LENGTH: Final = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_TARGET: Final = re.compile(rb"[A-Z]+ /bot([^/ ]+)/(\w+)")
_BOT_NAME: Final = "benchmark_bot"


class BotLine:
    """What one bot is handed, and how much it has said. `words` are those of its last message.

    `on_screen` is told of every message that was sent or changed, with the chat it is in.
    """

    def __init__(self, bot_id: int) -> None:
        self.me = {"id": bot_id, "is_bot": True, "first_name": "Bench", "username": _BOT_NAME}
        self.polled = asyncio.Event()
        self.said = 0
        self.words = ""
        self.on_screen: Callable[[int, Mapping[str, Any]], None] = lambda _chat, _params: None
        self._updates: deque[tuple[int, bytes]] = deque()
        self._next_id = 1
        self._messages = count(1)
        self._poll: tuple[_Wire, asyncio.TimerHandle] | None = None
        self._goals: list[tuple[int, asyncio.Event]] = []

    def hand_over(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Let the bot have these; each gets the next update id."""
        for update in updates:
            self._updates.append((self._next_id, orjson.dumps({"update_id": self._next_id, **update})))
            self._next_id += 1
        if self._poll:
            wire, timer = self._poll
            timer.cancel()
            self._answer_poll(wire)

    async def heard(self, messages: int, within: float) -> None:
        """Wait until the bot has said so many in all. Raises TimeoutError."""
        if self.said < messages:
            goal = asyncio.Event()
            self._goals.append((messages, goal))
            async with asyncio.timeout(within):
                await goal.wait()

    def poll(self, wire: _Wire, params: Mapping[str, Any]) -> None:
        """Forget what is confirmed; answer with what there is, or when there is something."""
        self.polled.set()
        while self._updates and self._updates[0][0] < int(params.get("offset") or 0):
            self._updates.popleft()
        seconds = float(params.get("timeout") or 0)
        if self._updates or not seconds:
            self._answer_poll(wire)
            return
        timer = asyncio.get_running_loop().call_later(seconds, self._answer_poll, wire)
        self._poll = (wire, timer)

    def send(self, wire: _Wire, params: Mapping[str, Any]) -> None:
        """Count a message, and answer with the message as Telegram would."""
        text, to = str(params["text"]), int(params["chat_id"])
        chat = {"id": to, "first_name": "Emine", "username": "emine", "type": "private"}
        message = {"message_id": next(self._messages), "from": self.me, "chat": chat, "date": 1, "text": text}
        wire.answer(orjson.dumps({"ok": True, "result": message}))
        self.on_screen(to, params)
        if to == SENDER:
            return
        self.said += 1
        self.words = text
        for goal in [goal for goal in self._goals if goal[0] <= self.said]:
            goal[1].set()
            self._goals.remove(goal)

    def edit(self, wire: _Wire, params: Mapping[str, Any]) -> None:
        """Answer as for a change that changed nothing else."""
        wire.answer(b'{"ok":true,"result":true}')
        self.on_screen(int(params["chat_id"]), params)

    def hang_up(self, wire: _Wire) -> None:
        """Forget a poll whose connection is gone."""
        if self._poll and self._poll[0] is wire:
            self._poll[1].cancel()
            self._poll = None

    def _answer_poll(self, wire: _Wire) -> None:
        self._poll = None
        batch = [update for _, update in list(self._updates)[:MOST_UPDATES]]
        wire.answer(b'{"ok":true,"result":[' + b",".join(batch) + b"]}")


class Loopback:
    """Any number of bots on one port of 127.0.0.1."""

    def __init__(self) -> None:
        self.lines: dict[str, BotLine] = {}
        self.url = ""

    def line(self, token: str) -> BotLine:
        """Make the line of a bot that is about to start."""
        self.lines[token] = BotLine(int(token.partition(":")[0]))
        return self.lines[token]

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Wire(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._server.close()

    def take(self, wire: _Wire, token: str, method: str, params: Mapping[str, Any]) -> None:
        """Answer one call; everything but talk and updates is true."""
        line = self.lines[token]
        match method:
            case "getUpdates":
                line.poll(wire, params)
            case "sendMessage":
                line.send(wire, params)
            case "editMessageText":
                line.edit(wire, params)
            case "getMe":
                wire.answer(orjson.dumps({"ok": True, "result": line.me}))
            case _:
                wire.answer(b'{"ok":true,"result":true}')


class _Wire(asyncio.Protocol):
    """One connection: HTTP/1.1 with a length, one call at a time, as all clients here speak it."""

    def __init__(self, loopback: Loopback) -> None:
        self._loopback = loopback
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, _error: Exception | None) -> None:
        for line in self._loopback.lines.values():
            line.hang_up(self)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, end, body = self._buffer.partition(b"\r\n\r\n")
        found = _LENGTH.search(head)
        if not end or len(body) < (int(found[1]) if found else 0):
            return
        self._buffer = b""
        if target := _TARGET.match(head):
            self._loopback.take(self, target[1].decode(), target[2].decode(), _params(body))

    def answer(self, body: bytes) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self._transport.write(head % len(body) + body)


def _params(body: bytes) -> dict[str, Any]:
    """Read the body as clients write it: JSON, or a form."""
    if body.startswith(b"{"):
        found: dict[str, Any] = orjson.loads(body)
        return found
    return dict(parse_qsl(body.decode()))
