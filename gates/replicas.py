"""Replicas that are killed, one every few seconds: nothing is lost, nothing doubled, and one of them soon leads again."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Final

from gates.bot_process import TOKEN, BotProcess
from gates.crowd import Crowd
from gates.fleet import fleet
from gates.frame import Gate, Run, Verdict, at_least, exactly
from gates.kill_announcement import welcome
from gates.nursery import nursery
from gates.postgres import HASTY, Postgres
from gates.talk import Talk
from playground.api import serve
from playground.faults import Fault
from playground.limits import Limits
from playground.telegram import Telegram

ANSWER_SECONDS: Final = 0.06
SOCKETS_SECONDS: Final = 0.05
# Of so many kills one, and the last of all, is of whoever leads; the others are of anybody.
LEADER_EVERY: Final = 4


async def replicas(run: Run, *, webhook: bool) -> Verdict:
    async with opened(run, webhook=webhook) as talk:
        await _killed_again_and_again(talk)
        ends = await talk.ends()
        kills = exactly("kills", len(talk.bots.kills), run.size["kills"])
        of_leader = at_least("kills of the leader", len(talk.bots.orphaned), 1)
        return Verdict([kills, of_leader, *talk.progress(), *await talk.figures(ends)])


async def _killed_again_and_again(talk: Talk) -> None:
    """From when some have heard it on; people talk all the while, and leave the announcement the most of the pace."""
    run, dice = talk.run, talk.run.dice("deaths")
    each = run.size["updates"] // (run.size["kills"] + 1)
    await talk.begin(each)
    await talk.until_heard(run.size["people"] // 5)
    for number in range(run.size["kills"]):
        if number:
            await asyncio.sleep(run.size["every"])
        talk.crowd.lets(each)
        talk.hurry(number)
        await talk.bots.kill(await _chosen(talk, dice, number))
        await asyncio.sleep(SOCKETS_SECONDS)
        if number % 5 == 4:
            run.note(f"{number + 1} kills, {talk.crowd.acts} updates, {len(talk.heard())} heard it")
    talk.lets_all()


async def _chosen(talk: Talk, dice: random.Random, number: int) -> BotProcess:
    """Who is killed. The first does not lead, so that the announcement goes on between two kills of few."""
    leader = await talk.bots.leader()
    if leader and (talk.run.size["kills"] - number) % LEADER_EVERY == 1:
        return leader
    return dice.choice([bot for bot in talk.bots.bots if number or bot is not leader])


@asynccontextmanager
async def opened(run: Run, *, webhook: bool) -> AsyncIterator[Talk]:
    """Three replicas on a PostgreSQL of their own, and people with phones."""
    postgres = Postgres.made(HASTY)
    postgres.start()
    await postgres.ready()
    try:
        async with talking(run, await postgres.database(), webhook=webhook) as talk:
            yield talk
    finally:
        postgres.remove()


@asynccontextmanager
async def talking(run: Run, url: str, *, webhook: bool) -> AsyncIterator[Talk]:
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    telegram.faults.share(1.0, Fault.DELAY, method="sendMessage", seconds=ANSWER_SECONDS)
    welcome(telegram, run.size["people"])
    server = await serve(telegram)
    settings = settings_of(run) | {"WIJKLIJN_RATE": run.size["rate"]}
    try:
        async with (
            nursery() as born,
            fleet(run.folder, telegram, server, url, webhook=webhook, nursery=born, **settings) as bots,
        ):
            yield Talk(run, bots, Crowd(telegram, run.dice("people"), run.size["patience"]))
    finally:
        await server.close()


def settings_of(run: Run) -> dict[str, object]:
    """What replicas of a trial are started with; a short one has no time for leases of fifteen seconds."""
    hasty = "hasty-leases" if run.size.get("hasty") else None
    return {
        "breakage": run.breakage or hasty,
        "WIJKLIJN_PAID_BROADCAST": 1,
        "WIJKLIJN_HOLD_SECONDS": 0,
    }


_LONG: Final = {
    "people": 4_000,
    "rate": 75,
    "crowd": 20,
    "hasty_people": 12,
    "updates": 400,
    "patience": 90,
    "kills": 20,
    "every": 5,
}
_SHORT: Final = {
    "people": 240,
    "rate": 60,
    "crowd": 8,
    "hasty_people": 3,
    "updates": 30,
    "patience": 20,
    "kills": 2,
    "every": 2,
    "hasty": 1,
}
REPLICAS_POLLING: Final = Gate(
    name="replicas-polling",
    promise="Of three replicas that poll any one may be killed every five seconds: nothing is lost, and another leads.",
    trial=partial(replicas, webhook=False),
    long=_LONG,
    short=_SHORT,
    minutes=6,
    breakages={"delivered-before-sending": "messages lost"},
    needs=("postgresql",),
)
REPLICAS_WEBHOOK: Final = Gate(
    name="replicas-webhook",
    promise="Of three replicas that are called any one may be killed every five seconds: nothing is lost, and another leads.",
    trial=partial(replicas, webhook=True),
    long=_LONG,
    short=_SHORT,
    minutes=6,
    # Where they poll, Telegram itself tells all but one that they are too many.
    breakages={
        "lease-for-everybody": "doubled though in flight at no kill",
        "chat-row-not-checked": "chats held though nothing waits in them",
        "newest-first": "numbers of a person out of their order",
    },
    needs=("postgresql",),
)
