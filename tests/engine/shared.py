"""A PostgreSQL that several replicas share, and a clock that a test sets forward."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from bot.engine.claims import Claims
from bot.engine.clock import Clock
from bot.engine.lanes import Lanes
from bot.engine.lease import Lease
from bot.engine.turns import Turns
from bot.services.turn import Rules
from bot.texts import LOCALES, Texts
from gates.postgres import MIGRATED, Postgres
from playground.api import Server as TelegramServer
from storage.postgresql import PostgresqlDatabase
from storage.schema import upgrade
from storage.sealing import Sealer, key_of, new_key
from tests.engine.exit import genk, wall
from tests.engine.room import SHORT_PAUSES, Room, application_of

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
    address = await server.database(MIGRATED)
    return [await opened(address) for _ in range(number)]


def short_lease(database: PostgresqlDatabase, holder: str) -> Lease:
    """A lease that is over within a second."""
    return Lease(database, holder, seconds=2.5, renew_seconds=0.1)


EFFECTS = """
CREATE TABLE effects (id BIGINT GENERATED ALWAYS AS IDENTITY, chat BIGINT, what TEXT, at DOUBLE PRECISION,
    UNIQUE (chat, what))
"""


@dataclass(slots=True)
class Replica:
    """Lanes of one process, with what it claims and how often it rang for others."""

    room: Room
    claims: Claims
    rung: int = 0


@asynccontextmanager
async def sharing(
    databases: list[PostgresqlDatabase], telegram: TelegramServer, token: str
) -> AsyncIterator[list[Replica]]:
    """Replicas whose lanes have not begun."""
    replicas: list[Replica] = []
    applications = []
    await databases[0].turn(lambda tx: tx.run(EFFECTS))
    for number, database in enumerate(databases):
        application = await application_of(telegram, token, lambda number=number: replicas[number].room)  # type: ignore[misc]
        applications.append(application)
        turns = Turns(application, Texts(["nl"], LOCALES), genk(), Rules(), wall)
        claims = Claims(database, f"replica{number}")
        lanes = Lanes(database, turns, wall, after=lambda: None, pauses=SHORT_PAUSES, claims=claims)
        room = Room(database, turns, lanes, Clock(database, wall, after=lambda: None))
        room.reopen(pauses=SHORT_PAUSES, claims=claims)
        replicas.append(Replica(room, claims))
        claims.elsewhere = partial(_rang, replicas[-1])
    try:
        yield replicas
    finally:
        for replica in replicas:
            await replica.room.stop()
        for application in applications:
            await application.shutdown()


def _rang(replica: Replica) -> None:
    replica.rung += 1
