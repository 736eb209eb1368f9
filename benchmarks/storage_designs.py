"""Three ways to run a turn's statements on SQLite from asyncio, side by side: four statements and a durable commit.

All three share a commit among the turns that wait, write with the same settings, and run one turn after the other.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, Final

import aiosqlite

from benchmarks.figures import Figures
from benchmarks.processes import FEEDING, MEASURED, pin_to
from storage.database import Transaction
from storage.sealing import Sealer, key_of, new_key
from storage.sqlite import SHARE, SqliteDatabase

HOPS: Final = "aiosqlite, a hop for each statement"
LOOP: Final = "ours, statements in the loop, commits in a thread"
THREAD: Final = "the whole turn driven inside the writer's thread"
WIDTHS: Final = (64, 1)
_SETTINGS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)
_SCHEMA: Final = "CREATE TABLE said (id INTEGER PRIMARY KEY, chat INTEGER UNIQUE, text TEXT, state TEXT)"
_STATEMENTS: Final = (
    "SELECT id FROM said WHERE chat = :chat",
    "INSERT INTO said (chat, text, state) VALUES (:chat, :text, 'waiting')",
    "UPDATE said SET state = 'done' WHERE chat = :chat",
    "SELECT text, state FROM said WHERE chat = :chat",
)
Run = Callable[[str, dict[str, Any]], Coroutine[Any, Any, object]]


async def turn(run: Run, chat: int) -> None:
    """Do what a turn does: look, keep, change, look again."""
    for sql in _STATEMENTS:
        await run(sql, {"chat": chat, "text": "Er ligt al een week afval naast de container aan de hoek"})


class Shared(ABC):
    """Turns that wait are done together, in one commit."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[tuple[int, asyncio.Future[None]]] = asyncio.Queue()

    async def turn(self, chat: int) -> None:
        """Done once it is on disk."""
        done = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((chat, done))
        await done

    async def write(self) -> None:
        """Work until cancelled."""
        while True:
            batch = [await self._queue.get()]
            while len(batch) < SHARE and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            await self._keep([chat for chat, _ in batch])
            for _, done in batch:
                done.set_result(None)

    @abstractmethod
    async def _keep(self, chats: Sequence[int]) -> None: ...


class Hops(Shared):
    """Every statement goes to the connection's thread and back."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        super().__init__()
        self._connection = connection

    async def _keep(self, chats: Sequence[int]) -> None:
        await self._connection.execute("BEGIN IMMEDIATE")
        for chat in chats:
            await turn(self._connection.execute_fetchall, chat)
        await self._connection.execute("COMMIT")


class Driven(Shared):
    """Turns wait for nothing but their statements, so that a thread can drive them from beginning to end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection
        self._thread = ThreadPoolExecutor(1)

    async def _keep(self, chats: Sequence[int]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, self._drive, chats)

    def _drive(self, chats: Sequence[int]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for chat in chats:
            try:
                turn(self._run, chat).send(None)
            except StopIteration:
                continue
            raise RuntimeError("a turn waited for something")
        self._connection.execute("COMMIT")

    async def _run(self, sql: str, values: dict[str, Any]) -> object:
        return self._connection.execute(sql, values).fetchall()


class Ours:
    """The real one."""

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database

    async def turn(self, chat: int) -> None:
        """Done once it is on disk."""

        async def work(tx: Transaction) -> None:
            async def run(sql: str, values: dict[str, Any]) -> object:
                return await tx.all(sql, **values)

            await turn(run, chat)

        await self._database.turn(work)


Design = Hops | Driven | Ours


@asynccontextmanager
async def _hops(path: Path) -> AsyncIterator[Design]:
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        for setting in _SETTINGS:
            await connection.execute(setting)
        await connection.execute(_SCHEMA)
        async with _writing(Hops(connection)) as design:
            yield design


@asynccontextmanager
async def _driven(path: Path) -> AsyncIterator[Design]:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for setting in (*_SETTINGS, _SCHEMA):
        connection.execute(setting)
    async with _writing(Driven(connection)) as design:
        yield design
    connection.close()


@asynccontextmanager
async def _writing(design: Hops | Driven) -> AsyncIterator[Design]:
    task = asyncio.ensure_future(design.write())
    yield design
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _ours(path: Path) -> AsyncIterator[Design]:
    database = await SqliteDatabase(path, Sealer(key_of(new_key()))).open()
    await database.turn(lambda tx: tx.run(_SCHEMA))
    yield Ours(database)
    await database.close()


async def _cost(design: Design, chats: Sequence[int], width: int) -> float:
    """Seconds of CPU, of all threads, for a turn of each chat, so many at once."""

    async def some(first: int) -> None:
        for chat in chats[first::width]:
            await design.turn(chat)

    before = time.process_time()
    await asyncio.gather(*(some(first) for first in range(width)))
    return time.process_time() - before


async def measure(folder: Path, turns: int, rounds: int) -> list[Figures]:
    """All in turns, on the measured core; the first round warms up and does not count."""
    pin_to(MEASURED)
    found = [Figures(f"Four statements and a commit, {width} at once", beside=LOOP) for width in WIDTHS]
    async with AsyncExitStack() as stack:
        designs = {
            HOPS: await stack.enter_async_context(_hops(folder / "hops.db")),
            LOOP: await stack.enter_async_context(_ours(folder / "ours.db")),
            THREAD: await stack.enter_async_context(_driven(folder / "driven.db")),
        }
        for number in range(rounds + 1):
            for width, figures in zip(WIDTHS, found, strict=True):
                some = turns if width > 1 else max(turns // 10, 1)
                first = (number * len(WIDTHS) + WIDTHS.index(width)) * turns
                for name, design in designs.items():
                    used = await _cost(design, range(first, first + some), width)
                    if number:
                        figures.add(name, used, some)
    pin_to(FEEDING)
    return found
