"""Ways to break intake, lanes, ledger and sender, so that something is lost or doubled."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, Final, NoReturn

from bot import opening, running
from bot.engine import intake, sender, turns
from bot.engine.lanes import Lanes
from bot.engine.ledger import Ledger

# How long what came is only in memory where it is acknowledged too early.
_IN_MEMORY_SECONDS: Final = 0.3
_WATCH_SECONDS: Final = 0.2
_DEAD_SECONDS: Final = 2.0
_UNFINISHED: Final[set[asyncio.Future[None]]] = set()
_DELIVERED: Final = "UPDATE outbox SET state = 'delivered' WHERE id = :id"
_SENDING_AGAIN: Final = "UPDATE outbox SET state = 'waiting', attempts = 0 WHERE state = 'sending'"
_DONE: Final = "UPDATE inbox SET state = 'done', payload = NULL, ended_at = created_at WHERE id = :id"


def change(owner: Any, name: str, changed: Callable[[Any], Any]) -> None:
    """Put something else, made of the original, in the place of a method or a name of the bot."""
    setattr(owner, name, changed(getattr(owner, name)))


def delivered_before_sending() -> None:
    """A message is marked delivered when it is claimed, before it has left."""

    def changed(write: Any) -> Any:
        async def written(self: Any, tx: Any, *what: Any) -> Any:
            found = await write(self, tx, *what)
            for row, *_ in found.claimed:
                await tx.run(_DELIVERED, id=row.id)
            return found

        return written

    change(Ledger, "write", changed)


def claimed_beyond_in_flight() -> None:
    """The sender claims whatever waits, not just what may be in flight."""
    change(sender, "IN_FLIGHT", lambda _: 100_000)
    change(sender, "MOST_READY", lambda _: 100_000)
    change(sender, "CLAIM_AHEAD_SECONDS", lambda _: 60.0)


def dropped_unique_key() -> None:
    """The inbox keeps an update as often as it is handed over."""
    number = count()

    def changed(insert: Any) -> Any:
        async def inserted(tx: Any, dedupe: str, *what: Any) -> Any:
            return await insert(tx, f"{dedupe}/{os.getpid()}/{next(number)}", *what)

        return inserted

    change(intake, "insert_inbox", changed)


def turn_in_two_transactions() -> None:
    """What a turn does is kept first, and that it was done in a transaction of its own."""

    async def not_finished(_tx: Any, _row: int, _now: object) -> bool:
        return True

    def changed(end: Any) -> Any:
        async def ended(self: Any, row: Any) -> Any:
            how = await end(self, row)
            await self.database.turn(lambda tx: tx.run(_DONE, id=row.id))
            return how

        return ended

    change(turns, "finish_inbox", lambda _: not_finished)
    change(Lanes, "_end", changed)


def acknowledged_before_kept() -> None:
    """Updates are acknowledged at once, and kept a moment later."""

    def changed(admit: Any) -> Any:
        async def later(self: Any, updates: Any) -> None:
            await asyncio.sleep(_IN_MEMORY_SECONDS)
            await admit(self, updates)

        async def admitted(self: Any, updates: Any) -> int:
            task = asyncio.ensure_future(later(self, updates))
            _UNFINISHED.add(task)
            task.add_done_callback(_UNFINISHED.discard)
            return len(updates)

        return admitted

    change(intake.Intake, "admit", changed)


def repeated_without_end() -> None:
    """After a start, whatever was in flight goes again, however often it has gone."""

    async def recovered(_self: Any, tx: Any) -> list[Any]:
        await tx.run(_SENDING_AGAIN)
        return []

    change(Ledger, "recover", lambda _: recovered)


def dropped_at_stop() -> None:
    """A stop waits for nothing."""

    def stop(_self: Any) -> NoReturn:
        os._exit(0)

    change(running.Wijklijn, "stop", lambda _: stop)


def ended_by_a_watchdog() -> None:
    """Whoever was stopped for two seconds is taken for dead, and ends itself."""

    async def watch() -> None:
        while True:
            looked_at = time.monotonic()
            await asyncio.sleep(_WATCH_SECONDS)
            if time.monotonic() - looked_at > _WATCH_SECONDS + _DEAD_SECONDS:
                os._exit(1)

    def changed(run: Any) -> Any:
        async def watched(self: Any) -> Any:
            _UNFINISHED.add(asyncio.ensure_future(watch()))
            return await run(self)

        return watched

    change(running.Wijklijn, "run", changed)


def begun_anew() -> None:
    """A database that cannot be opened is replaced by an empty one."""

    def changed(database_of: Any) -> Any:
        def emptied(url: str, *rest: Any) -> Any:
            path = url.removeprefix("sqlite:///")
            for file in (path, f"{path}-wal", f"{path}-shm"):
                Path(file).unlink(missing_ok=True)
            return database_of(url, *rest)

        return emptied

    change(opening, "database_of", changed)
