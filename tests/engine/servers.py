"""Servers that misbehave on the wire exactly as told, one piece of behaviour for each call they get."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import orjson

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Server:
    """Answers on loopback; `bodies` are the requests read whole, `connections` how many were opened."""

    url: str = ""
    bodies: list[bytes] = field(default_factory=list)
    heads: list[bytes] = field(default_factory=list)
    connections: int = 0

    async def read(self, reader: asyncio.StreamReader) -> bytes:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (int(line[16:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length: ")),
            0,
        )
        body = await reader.readexactly(length)
        self.heads.append(head)
        self.bodies.append(body)
        return body


def http(status: int, body: bytes, *, headers: str = "") -> bytes:
    return f"HTTP/1.1 {status} Said\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body


def told(result: object) -> bytes:
    return http(200, orjson.dumps({"ok": True, "result": result}))


def refused(code: int, description: str, **parameters: int) -> bytes:
    return http(
        code,
        orjson.dumps({"ok": False, "error_code": code, "description": description, "parameters": parameters}),
    )


@contextlib.asynccontextmanager
async def serving(*script: Callable[[Server], Behaviour]) -> AsyncIterator[Server]:
    """Serve connections; each takes its turns from the script, whose last line repeats."""
    server, tasks = Server(), set[asyncio.Task[None]]()
    left = list(script)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        server.connections += 1
        with contextlib.closing(writer), contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while not writer.is_closing():
                await (left.pop(0) if len(left) > 1 else left[0])(server)(reader, writer)

    listener = await asyncio.start_server(connected, "127.0.0.1", 0)
    server.url = f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    try:
        yield server
    finally:
        listener.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await listener.wait_closed()


def answers(*replies: bytes) -> Callable[[Server], Behaviour]:
    """Read a call whole, then say this."""

    def of(server: Server) -> Behaviour:
        async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await server.read(reader)
            for reply in replies:
                writer.write(reply)
                await writer.drain()

        return behave

    return of


def answers_and_closes(reply: bytes) -> Callable[[Server], Behaviour]:
    """Read a call whole, say this, and hang up though more was promised."""

    def of(server: Server) -> Behaviour:
        async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await server.read(reader)
            writer.write(reply)
            await writer.drain()
            writer.close()

        return behave

    return of


def resets_after_reading(server: Server) -> Behaviour:
    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        _reset(writer)

    return behave


def resets_halfway(_server: Server) -> Behaviour:
    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(1000)
        _reset(writer)

    return behave


def says_nothing(server: Server) -> Behaviour:
    async def behave(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        await asyncio.Event().wait()

    return behave


def _reset(writer: asyncio.StreamWriter) -> None:
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    writer.close()


class Quitter(threading.Thread):
    """A server in a thread of its own: answers, and hangs up an idle connection while our loop looks elsewhere."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.calls = 0
        self.hang_up = threading.Event()
        self.hung_up = threading.Event()

    def run(self) -> None:
        connection, _ = self._listener.accept()
        self._answer(connection)
        self.hang_up.wait()
        connection.close()
        self.hung_up.set()
        connection, _ = self._listener.accept()
        self._answer(connection)
        connection.close()
        self._listener.close()

    def _answer(self, connection: socket.socket) -> None:
        seen = b""
        while not seen.endswith(b"{}"):
            seen += connection.recv(65536)
        self.calls += 1
        connection.sendall(told(self.calls))
