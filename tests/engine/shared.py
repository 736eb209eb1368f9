"""A PostgreSQL that several replicas share, and a clock that a test sets forward."""

from dataclasses import dataclass

from bot.engine.lease import Lease
from gates.postgres import Postgres
from storage.postgresql import PostgresqlDatabase
from storage.schema import upgrade
from storage.sealing import Sealer, key_of, new_key

KEY = new_key()


@dataclass(slots=True)
class Steady:
    """Seconds that only a test lets pass."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


async def opened(address: str) -> PostgresqlDatabase:
    database = await PostgresqlDatabase(address, Sealer(key_of(KEY))).open()
    await database.turn(upgrade)
    return database


async def replicas(server: Postgres, number: int) -> list[PostgresqlDatabase]:
    """So many processes' connections to one new database."""
    address = await server.database()
    return [await opened(address) for _ in range(number)]


def short_lease(database: PostgresqlDatabase, holder: str) -> Lease:
    """A lease that is over within a second."""
    return Lease(database, holder, seconds=2.5, renew_seconds=0.1)
