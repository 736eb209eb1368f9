"""The database and Telegram as who holds the lease has them: without the lease nothing is kept and nothing leaves."""

from collections.abc import Awaitable, Callable
from typing import Self, TypeVar

from aiohttp import ClientTimeout
from yarl import URL

from bot.engine.connections import Body, Connections, Lost, Reply
from bot.engine.lease import Lease
from storage.database import Database, Transaction

T = TypeVar("T")


class FencedDatabase(Database):
    """Each turn checks the lease in its own transaction."""

    shared = True

    def __init__(self, database: Database, lease: Lease) -> None:
        self.sealer = database.sealer
        self._database = database
        self._lease = lease

    async def open(self) -> Self:
        """As Database."""
        await self._database.open()
        return self

    async def close(self) -> None:
        """As Database."""
        await self._database.close()

    def hurry(self) -> None:
        """As Database."""
        self._database.hurry()

    async def turn(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As Database; raises LeaseLost, which is a StorageFailed."""

        async def fenced(tx: Transaction) -> T:
            await self._lease.check(tx)
            return await work(tx)

        return await self._database.turn(fenced)

    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As Database."""
        return await self._database.read(work)


class FencedConnections(Connections):
    """The same pool; a call whose first byte has not left when the lease ends does not leave."""

    __slots__ = ("_connections", "_lease")

    def __init__(self, connections: Connections, lease: Lease) -> None:
        super().__init__(0)
        self._connections = connections
        self._lease = lease

    async def post(self, url: URL, body: Body, patience: ClientTimeout) -> Reply | Lost:
        """As Connections."""
        body.may_leave = lambda: self._lease.is_held
        return await self._connections.post(url, body, patience)

    async def get(self, url: URL, patience: ClientTimeout, largest: int) -> Reply | Lost | None:
        """As Connections."""
        return await self._connections.get(url, patience, largest)
