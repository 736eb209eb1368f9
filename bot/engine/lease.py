"""One lease for what must be done by one process per bot: polling, sending, the clock, the machine, what Telegram shows.

Who holds it renews it every five seconds; who does not looks every second whether it is free. It counts by seconds that
go on while a machine sleeps, from before it asked: so it stops before anybody else may begin.
"""

import asyncio
import os
import secrets
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

import structlog

from storage.database import StorageFailed, Transaction
from storage.leases import LeaseLost, Tenure, check_lease, is_free, release_lease, renew_lease, take_lease
from storage.postgresql import PostgresqlDatabase

log = structlog.get_logger("lease")

NAME: Final = "bot"
LENGTH_SECONDS: Final = 15.0
RENEW_SECONDS: Final = 5.0
LOOK_SECONDS: Final = 1.0
# After a change of servers another clock measures the lease: so far apart may the two be.
MARGIN_SECONDS: Final = 2.0

Work = Callable[[asyncio.Event], Awaitable[None]]


def steady() -> float:
    """Seconds that go on while the machine is suspended."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def new_holder() -> str:
    """A name that no process had before."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


@dataclass(slots=True)
class Lease:
    """`released` is called when it was given back, so that others may be told."""

    database: PostgresqlDatabase
    holder: str
    monotonic: Callable[[], float] = steady
    seconds: float = LENGTH_SECONDS
    renew_seconds: float = RENEW_SECONDS
    released: Callable[[], None] = lambda: None
    freed: asyncio.Event = field(default_factory=asyncio.Event)
    _tenure: Tenure | None = None
    _until: float = float("-inf")

    @property
    def is_held(self) -> bool:
        """Whether it is certainly ours at this moment."""
        return self._tenure is not None and self.monotonic() < self._until

    async def check(self, tx: Transaction) -> None:
        """Nobody takes it over before this transaction ends. Raises LeaseLost."""
        tenure = self._tenure
        if tenure is None or not self.is_held:
            raise LeaseLost("the lease is over")
        await check_lease(tx, tenure)

    async def run(self, stopping: asyncio.Event, work: Work) -> None:
        """Whenever it is ours, do the work, until told to stop. The work is told to end by its event, or cancelled."""
        while not stopping.is_set():
            if await self._take():
                log.info("lease-taken", fence=self._tenure.fence if self._tenure else 0)
                await self._serve(stopping, work)
            else:
                await _first(stopping, self.freed, LOOK_SECONDS)
                self.freed.clear()

    async def _take(self) -> bool:
        asked = self.monotonic()
        try:
            async with asyncio.timeout(self.seconds):
                if not await self.database.read(lambda tx: is_free(tx, NAME, self.holder)):
                    return False
                self._tenure = await self.database.claim(
                    lambda tx: take_lease(tx, NAME, self.holder, self._length)
                )
        except (StorageFailed, TimeoutError):
            return False
        self._until = asked + self.seconds - MARGIN_SECONDS
        return self._tenure is not None

    @property
    def _length(self) -> int:
        return int(self.seconds * 1_000_000)

    async def _serve(self, stopping: asyncio.Event, work: Work) -> None:
        """Work and renew side by side; when it is lost the work is dropped where it stands."""
        ending = asyncio.Event()
        working = asyncio.ensure_future(work(ending))
        renewing = asyncio.ensure_future(self._renew())
        told = asyncio.ensure_future(stopping.wait())
        try:
            await asyncio.wait({working, renewing, told}, return_when=asyncio.FIRST_COMPLETED)
            if not renewing.done():
                ending.set()
                await asyncio.wait({working, renewing}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _dropped(working, renewing, told)
            await self._release()
        if not working.cancelled() and (error := working.exception()):
            raise error

    async def _renew(self) -> None:
        """Return when it is lost."""
        while self.is_held:
            await asyncio.sleep(min(self.renew_seconds, max(0.0, self._until - self.monotonic())))
            if not await self._renewed():
                log.warning("lease-lost")
                return

    async def _renewed(self) -> bool:
        """Try until it succeeds, or until it is over."""
        while self._tenure is not None and (left := self._until - self.monotonic()) > 0:
            asked = self.monotonic()
            try:
                async with asyncio.timeout(left):
                    if not await self._extended(self._tenure):
                        break
            except (StorageFailed, TimeoutError):
                await asyncio.sleep(min(LOOK_SECONDS, left))
                continue
            self._until = asked + self.seconds - MARGIN_SECONDS
            return True
        self._until = float("-inf")
        return False

    async def _extended(self, tenure: Tenure) -> bool:
        return await self.database.claim(lambda tx: renew_lease(tx, tenure, self._length))

    async def _release(self) -> None:
        tenure, self._tenure, self._until = self._tenure, None, float("-inf")
        if tenure is None:
            return
        with suppress(StorageFailed, TimeoutError):
            async with asyncio.timeout(LOOK_SECONDS):
                await self.database.claim(lambda tx: release_lease(tx, tenure))
        self.released()


async def _first(stopping: asyncio.Event, freed: asyncio.Event, seconds: float) -> None:
    """Wait for either, but not longer than that."""
    waits = [asyncio.ensure_future(event.wait()) for event in (stopping, freed)]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await _dropped(*waits)


async def _dropped(*tasks: "asyncio.Future[Any]") -> None:
    """End them, whatever they are at."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
