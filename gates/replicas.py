"""Replicas that are killed, one every few seconds: nothing is lost, nothing doubled, and one of them soon leads again."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Final

from benchmarks.announcing import WORDS, announce
from benchmarks.city import settle
from benchmarks.people import SENDER, chats
from bot.settings import Settings
from gates.bot_process import TOKEN
from gates.breaking_replicas import LENGTH_SECONDS
from gates.crowd import NAME, UNFORESEEN, Crowd, kind_of
from gates.fleet import Fleet, fleet
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.judge import Arrival, Tally, accepted, busiest, tally
from gates.kill_announcement import welcome
from gates.looking import rows
from gates.nursery import nursery
from gates.postgres import HASTY, Postgres
from playground.api import serve
from playground.faults import Fault
from playground.limits import Limits
from playground.telegram import Telegram

ANNOUNCED: Final = "announced"
ANSWER_SECONDS: Final = 0.06
MOST_IN_FLIGHT: Final = 64
TAKEOVER_SECONDS: Final = 30.0
SOCKETS_SECONDS: Final = 0.05
# After what is left to be sent has had its time.
END_SECONDS: Final = 60.0
# The coordinator is told of every report, one a second: that goes on for long after all others have heard everything.
_BUSY: Final = f"""
SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'waiting')
    + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending') AND chat_id <> {SENDER}) AS busy
"""  # noqa: S608 - our own number
_NUMBER: Final = re.compile(r"Z\d{5}Q")
_KEPT: Final = "SELECT state, COUNT(*) AS n FROM inbox WHERE dedupe LIKE 'u:%' GROUP BY state"
_WORDS: Final = "SELECT text FROM case_messages WHERE author = 'resident'"
_UNCERTAIN: Final = (
    "SELECT name, chat_id, announcement_id FROM outbox WHERE state = 'uncertain' AND act = 'send'"
)


async def replicas(run: Run, *, webhook: bool) -> Verdict:
    async with opened(run, webhook=webhook) as talk:
        ends = await talk.killed_again_and_again()
        kills = exactly("kills", len(talk.bots.kills), run.size["kills"])
        of_leader = at_least("kills of the leader", len(talk.bots.orphaned), 1)
        return Verdict([kills, of_leader, *await talk.figures(ends)])


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


class Talk:
    """People who talk and an announcement that goes out, while something is done to the replicas."""

    def __init__(self, run: Run, bots: Fleet, crowd: Crowd) -> None:
        self.run, self.bots, self.crowd = run, bots, crowd
        self.telegram = bots.telegram
        self.first_update = self.telegram.updates.next_id
        self.living: asyncio.Future[None] | None = None

    async def begin(self) -> None:
        """Everybody talks, and an announcement is under way."""
        people = self.run.size["people"]
        await settle(Settings.read(self.bots.environ), people, people)
        await self.bots.start()
        self.crowd.lets(self.run.size["updates"] + 10 * self.run.size["crowd"])
        self.living = asyncio.ensure_future(self.crowd.live(self.run.size["crowd"], self.run.size["updates"]))
        await announce(self.bots.environ)

    async def ends(self) -> bool:
        """Whether all that was begun comes to its end."""
        assert self.living is not None
        await self.living
        within = END_SECONDS + self.run.size["people"] / self.run.size["rate"]
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while len(self.telegram.updates) or (await rows(self.bots.url, _BUSY))[0]["busy"]:
                    await asyncio.sleep(0.2)
                return await self.bots.stop() == [0] * len(self.bots.bots)
        return False

    async def killed_again_and_again(self) -> bool:
        await self.begin()
        dice = self.run.dice("deaths")
        for number in range(self.run.size["kills"]):
            await asyncio.sleep(self.run.size["every"])
            # The first is the leader, so that each trial has a takeover; then it is anybody.
            leader = await self.bots.leader() if number == 0 else None
            await self.bots.kill(leader or dice.choice(self.bots.bots))
            await asyncio.sleep(SOCKETS_SECONDS)
            if number % 5 == 4:
                self.run.note(f"{number + 1} kills, {self.crowd.acts} updates, {len(self.heard())} heard it")
        return await self.ends()

    def arrivals(self) -> list[Arrival]:
        """What reached residents: answers by their kind, the announcement by itself."""
        return [
            Arrival((what_of(str(call.params["text"])), call.chat_id), call.came_at, call.answered_at)
            for call in accepted(self.telegram.log)
            if call.chat_id != SENDER and what_of(str(call.params["text"])) != UNFORESEEN
        ]

    def unforeseen(self) -> int:
        """How many messages were none of those that residents here are told as a rule."""
        return sum(
            what_of(str(call.params["text"])) == UNFORESEEN
            for call in accepted(self.telegram.log)
            if call.chat_id != SENDER
        )

    def heard(self) -> set[Hashable]:
        return {arrival.what for arrival in self.arrivals() if arrival.what[0] == ANNOUNCED}  # type: ignore[index]

    async def figures(self, ends: bool) -> list[Figure]:  # noqa: FBT001 - one of the figures
        due = self.crowd.due + Counter({(ANNOUNCED, chat): 1 for chat in chats(self.run.size["people"])})
        came = tally(due, self.arrivals(), self._interruptions())
        for what, times in [*came.missing.items(), *came.unexplained.items()]:
            self.run.note(f"lost or doubled: {what}, {times} times{self._moments(what)}")
        uncertain: Counter[Hashable] = Counter(
            (ANNOUNCED if row["announcement_id"] else row["name"], row["chat_id"])
            for row in await rows(self.bots.url, _UNCERTAIN)
        )
        return [
            *await self._figures_of_updates(),
            *_figures_of_messages(came, uncertain),
            seen("leases that ran out by themselves", len(self.bots.lapses())),
            seen("prompts that had become others when they left", self.unforeseen()),
            at_most("most in any second", self._busiest(), self.run.size["rate"] + 1 + MOST_IN_FLIGHT),
            exactly("names and crashes in the logs", self.bots.said(NAME) + self.bots.said("Traceback"), 0),
            exactly("ends by itself", ends, 1),
            *self._figures_of_takeovers(),
        ]

    def _interruptions(self) -> list[float]:
        """Each kill. Leases of a few seconds run out on a busy machine, too: what left under them may go once more."""
        lapses = self.bots.lapses() if self.run.size.get("hasty") else []
        return self.bots.kills + [at - back for at in lapses for back in range(int(LENGTH_SECONDS) + 1)]

    def _moments(self, what: Hashable) -> str:
        """When it came, in seconds since the first interruption, and how it begins."""
        began = min(self.bots.kills, default=0.0)
        return "".join(
            f" {call.came_at - began:+.2f} {str(call.params['text'])[:30]!r}"
            for call in accepted(self.telegram.log)
            if (what_of(str(call.params["text"])), call.chat_id) == what
        )

    async def _figures_of_updates(self) -> list[Figure]:
        handed = self.telegram.updates.next_id - self.first_update
        kept = {row["state"]: row["n"] for row in await rows(self.bots.url, _KEPT)}
        told = Counter(
            number for row in await rows(self.bots.url, _WORDS) for number in _NUMBER.findall(row["text"])
        )
        return [
            seen("updates handed over", handed),
            exactly("updates lost", max(handed - kept.get("done", 0), 0), 0),
            exactly("reports lost", len((self.crowd.sent | self.crowd.added) - told.keys()), 0),
            exactly("reports doubled", sum(times > 1 for times in told.values()), 0),
        ]

    def _figures_of_takeovers(self) -> list[Figure]:
        gaps = self.bots.takeovers()
        longest = at_most("longest without a leader, seconds", max(gaps, default=0), TAKEOVER_SECONDS)
        return [longest] if gaps else []

    def _busiest(self) -> int:
        return busiest(call.came_at for call in accepted(self.telegram.log))


def what_of(text: str) -> str:
    """Which message this is."""
    return ANNOUNCED if any(words in text for words in WORDS.values()) else kind_of(text)


def _figures_of_messages(came: Tally, uncertain: Counter[Hashable]) -> list[Figure]:
    return [
        exactly("messages lost", (came.missing - uncertain).total(), 0),
        seen("listed as uncertain", uncertain.total()),
        at_most("most often the same message", came.most, 2),
        seen("doubled by a kill", came.doubles - came.unexplained.total()),
        exactly("doubled though in flight at no kill", came.unexplained.total(), 0),
    ]


_LONG: Final = {
    "people": 3_000,
    "rate": 60,
    "crowd": 60,
    "updates": 1_200,
    "patience": 90,
    "kills": 24,
    "every": 5,
}
_SHORT: Final = {
    "people": 150,
    "rate": 60,
    "crowd": 10,
    "updates": 40,
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
    breakages={"lease-for-everybody": "doubled though in flight at no kill"},
    needs=("postgresql",),
)
