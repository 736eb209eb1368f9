"""What makes one process of several that share a database: a name, a lease, its chats, and a bell to the others."""

import asyncio
from dataclasses import dataclass
from typing import Final

from bot.engine.claims import Claims
from bot.engine.connections import Connections
from bot.engine.fencing import FencedConnections, FencedDatabase
from bot.engine.lanes import Lanes
from bot.engine.lease import Lease, Work, new_holder
from bot.engine.sender import Sender
from storage.bell import Bell
from storage.database import Database
from storage.postgresql import PostgresqlDatabase

INBOX: Final = "inbox"
OUTBOX: Final = "outbox"
LEASE: Final = "lease"


@dataclass(frozen=True, slots=True)
class Replica:
    """`database` is everybody's; what is fenced is only for what one process at a time does."""

    database: Database
    lease: Lease
    claims: Claims
    bell: Bell

    def leads(self) -> bool:
        """Whether this is the one that polls, sends and minds the time."""
        return self.lease.is_held

    def fenced(self) -> Database:
        return FencedDatabase(self.database, self.lease)

    def fenced_calls(self, connections: Connections) -> Connections:
        return FencedConnections(connections, self.lease)

    def join(self, lanes: Lanes, sender: Sender) -> None:
        """Let replicas hear of each other's work, and never be at work on one chat together."""

        def kept() -> None:
            sender.look()
            if not self.lease.is_held:
                self.bell.ring(OUTBOX)

        lanes.claims, lanes.after = self.claims, kept
        sender.may_leave = self.leads
        self.bell.hearers |= {INBOX: lanes.woken.set, OUTBOX: sender.look}

    async def run(self, stopping: asyncio.Event, work: Work) -> None:
        """Do the work whenever it is this replica's turn, and hear the others, until told to stop."""
        over = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(self.bell.run(over))
            try:
                await self.lease.run(stopping, work)
            finally:
                over.set()


def replica_of(database: Database) -> Replica | None:
    """None where a database is one process's alone."""
    if not isinstance(database, PostgresqlDatabase):
        return None
    holder = new_holder()
    lease = Lease(database, holder)
    bell = Bell(database.address, holder, {LEASE: lease.freed.set})
    lease.released = lambda: bell.ring(LEASE)
    return Replica(database, lease, Claims(database, holder, lambda: bell.ring(INBOX)), bell)
