"""The replica that leads is stopped in the middle of it and goes on a minute later: by then another one leads."""

from __future__ import annotations

import asyncio
import signal
from typing import Final

from gates.frame import Gate, Run, Verdict, at_least, exactly
from gates.looking import rows
from gates.replicas import opened
from gates.talk import Talk

# By then what a stopped process had written into its sockets was read.
SOCKETS_SECONDS: Final = 0.05
# Long enough for whatever it believes that it may still do.
AFTER_SECONDS: Final = 5.0
_FENCE: Final = "SELECT fence FROM leases WHERE name = 'bot'"


async def replica_paused(run: Run) -> Verdict:
    async with opened(run, webhook=True) as talk:
        await talk.begin()
        await asyncio.sleep(run.size["every"])
        changes, calls = await _paused(talk, run.size["pause"])
        ends = await talk.ends()
        return Verdict(
            [
                exactly("calls of the resumed one under its old lease", calls, 0),
                at_least("changes of the leader while it was stopped", changes, 1),
                *await talk.figures(ends),
            ]
        )


async def _paused(talk: Talk, seconds: float) -> tuple[int, int]:
    """Stop the leader and let it go on: how often the lease changed hands before that, and what the resumed one then
    said to Telegram that only a leader says.
    """
    bots = talk.bots
    leader = await bots.leader()
    assert leader is not None
    leader.signal(signal.SIGSTOP)
    await asyncio.sleep(SOCKETS_SECONDS)
    bots.went(leader, led=True)
    fence = await _fence(bots.url)
    await asyncio.sleep(seconds)
    changes = await _fence(bots.url) - fence
    resumed = bots.telegram.monotonic()
    leader.signal(signal.SIGCONT)
    await asyncio.sleep(AFTER_SECONDS)
    return changes, bots.led_by(leader, resumed)


async def _fence(url: str) -> int:
    return int((await rows(url, _FENCE))[0]["fence"])


REPLICA_PAUSED: Final = Gate(
    name="replica-paused",
    promise="A replica that led and was stopped for a minute sends and keeps nothing under its old lease.",
    trial=replica_paused,
    long={
        "people": 3_000,
        "rate": 30,
        "crowd": 40,
        "updates": 800,
        "patience": 90,
        "every": 5,
        "pause": 60,
    },
    short={
        "people": 200,
        "rate": 30,
        "crowd": 4,
        "updates": 12,
        "patience": 20,
        "every": 1,
        "pause": 5,
        "hasty": 1,
    },
    minutes=6,
    breakages={"forgotten-fence": "calls of the resumed one under its old lease"},
    needs=("postgresql",),
    paced=True,
)
