"""The database's primary dies while an announcement goes out, and its synchronous standby takes over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from gates.frame import Gate, Run, Verdict, at_least, at_most
from gates.judge import WRITING_SECONDS, accepted
from gates.postgres import OWNER, WAITING, Postgres
from gates.replicas import talking
from gates.talk import Talk

SILENT_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two servers, of which the second has all that the first has said to have."""

    primary: Postgres
    standby: Postgres
    database: str

    @property
    def url(self) -> str:
        hosts = ",".join(f"127.0.0.1:{server.port}" for server in (self.primary, self.standby))
        return f"postgresql://{OWNER}@{hosts}/{self.database}"


@asynccontextmanager
async def pair() -> AsyncIterator[Pair]:
    """A primary, its standby, and a database on both."""
    primary = Postgres.made(WAITING)
    primary.start()
    await primary.ready()
    try:
        name = (await primary.database()).rpartition("/")[2]
        standby = await Postgres.standby_of(primary)
        try:
            yield Pair(primary, standby, name)
        finally:
            standby.remove()
    finally:
        primary.remove()


async def failover(run: Run) -> Verdict:
    async with pair() as servers, talking(run, servers.url, webhook=False) as talk:
        await talk.begin()
        await talk.until_heard(run.size["people"] // 3)
        servers.primary.kill()
        heard = await _nothing_kept(talk, run.size["outage"])
        await servers.standby.promote()
        promoted = talk.telegram.monotonic()
        ends = await talk.ends()
        after = [call.came_at for call in accepted(talk.telegram.log) if call.came_at > promoted]
        return Verdict(
            [
                at_least("who had not heard it when the primary died", run.size["people"] - heard, 1),
                at_most(
                    "seconds from the promotion to the next message",
                    min(after, default=float("inf")) - promoted,
                    SILENT_SECONDS,
                ),
                *await talk.figures(ends),
            ]
        )


async def _nothing_kept(talk: Talk, seconds: float) -> int:
    """Let it be so for a while; how many had heard it by then.

    Whatever was claimed before leaves, and is in flight all the while: how it ended cannot be written down.
    """
    until = talk.telegram.monotonic() + seconds
    while talk.telegram.monotonic() < until:
        talk.bots.kills.append(talk.telegram.monotonic())
        await asyncio.sleep(WRITING_SECONDS / 2)
    return len(talk.heard())


FAILOVER: Final = Gate(
    name="failover",
    promise="When PostgreSQL's primary dies and its synchronous standby is promoted, nothing is lost, and it goes on by itself.",
    trial=failover,
    long={
        "people": 10_000,
        "rate": 100,
        "crowd": 40,
        "updates": 600,
        "patience": 90,
        "outage": 5,
    },
    short={
        "people": 150,
        "rate": 60,
        "crowd": 30,
        "updates": 300,
        "patience": 30,
        "outage": 2,
        "hasty": 1,
    },
    minutes=7,
    breakages={"acknowledged-before-kept": "updates lost"},
    needs=("postgresql",),
)
