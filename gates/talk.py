"""People who talk and an announcement that goes out, while something is done to replicas; and what became of all that."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Hashable
from contextlib import suppress
from typing import Final

from benchmarks.announcing import WORDS, announce
from benchmarks.city import settle
from benchmarks.people import SENDER, chats
from bot.settings import Settings
from gates.breaking_replicas import LENGTH_SECONDS
from gates.crowd import FIRST_CHAT, NAME, UNFORESEEN, Crowd, kind_of
from gates.fleet import Fleet
from gates.frame import Figure, Run, at_least, at_most, exactly, seen
from gates.hasty import Hasty, out_of_order
from gates.judge import Arrival, Tally, accepted, as_due, busiest, tally
from gates.looking import rows
from gates.stopping import STOP_SECONDS

ANNOUNCED: Final = "announced"
MOST_IN_FLIGHT: Final = 64
TAKEOVER_SECONDS: Final = 30.0
# After what is left to be sent has had its time.
END_SECONDS: Final = 60.0
HEARD_LOOK_SECONDS: Final = 0.2
# Hasty people have chats that nobody else has. At once they add so much, and not so often that it is a flood.
HASTY_CHAT: Final = FIRST_CHAT - 1_000
ACTS_OF_REPORT: Final = 6
AT_ONCE: Final = 3
HASTY_AT_A_TIME: Final = 3
IDLE_LOOKS: Final = 5
# The coordinator is told of every report, one a second: that goes on for long after all others have heard everything.
_BUSY: Final = f"""
SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'waiting')
    + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending') AND chat_id <> {SENDER}) AS busy
"""  # noqa: S608 - our own number
_WAITING: Final = "SELECT COUNT(*) AS n FROM inbox WHERE state = 'waiting'"
_IDLE: Final = """
SELECT COUNT(*) AS n FROM lanes WHERE until > EXTRACT(EPOCH FROM clock_timestamp()) * 1000000
    AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.lane = lanes.lane AND inbox.state = 'waiting')
"""
_NUMBER: Final = re.compile(r"Z\d{5}Q")
_KEPT: Final = "SELECT state, COUNT(*) AS n FROM inbox WHERE dedupe LIKE 'u:%' GROUP BY state"
_WORDS: Final = "SELECT case_id, text FROM case_messages WHERE author = 'resident' ORDER BY id"
_UNCERTAIN: Final = (
    "SELECT name, chat_id, announcement_id FROM outbox WHERE state = 'uncertain' AND act = 'send'"
)


class Talk:
    """People who talk and an announcement that goes out, while something is done to the replicas."""

    def __init__(self, run: Run, bots: Fleet, crowd: Crowd) -> None:
        self.run, self.bots, self.crowd = run, bots, crowd
        self.telegram = bots.telegram
        self.first_update = self.telegram.updates.next_id
        self.living: asyncio.Future[None] | None = None
        self.hasty = [
            Hasty(crowd, self.telegram.person(HASTY_CHAT + number, NAME))
            for number in range(run.size.get("hasty_people", 0))
        ]
        self.idle_chats = 0

    async def begin(self, acts: int | None = None) -> None:
        """Everybody talks, so many acts for now (None: all of them), and an announcement is under way."""
        people = self.run.size["people"]
        await settle(Settings.read(self.bots.environ), people, people)
        await self.bots.start()
        await self._give_cases()
        if acts is None:
            self.lets_all()
        else:
            self.crowd.lets(acts)
        self.living = asyncio.ensure_future(self.crowd.live(self.run.size["crowd"], self.run.size["updates"]))
        await announce(self.bots.environ)

    def lets_all(self) -> None:
        self.crowd.lets(self.run.size["updates"] + 10 * self.run.size["crowd"])

    async def until_heard(self, people: int) -> None:
        """Wait until so many have heard the announcement; not without end."""
        with suppress(TimeoutError):
            async with asyncio.timeout(END_SECONDS):
                while len(self.heard()) < people:
                    await asyncio.sleep(HEARD_LOOK_SECONDS)

    async def _give_cases(self) -> None:
        """Let those who do not wait report, each once, while nobody else takes their permits. Raises GaveUp."""
        self.crowd.lets(ACTS_OF_REPORT * len(self.hasty))
        async with asyncio.TaskGroup() as group:
            for one in self.hasty:
                group.create_task(one.reports_first())

    def hurry(self, time: int) -> None:
        """Some of them add several things at once: each time others."""
        for number in range(min(HASTY_AT_A_TIME, len(self.hasty))):
            self.hasty[(time * HASTY_AT_A_TIME + number) % len(self.hasty)].adds_at_once(AT_ONCE)

    async def ends(self) -> bool:
        """Whether all that was begun comes to its end."""
        assert self.living is not None
        await self.living
        within = END_SECONDS + self.run.size["people"] / self.run.size["rate"]
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._until_none(_WAITING)
                self.idle_chats = await self._idle()
                await self._until_none(_BUSY)
                return await self.bots.stop() == [0] * len(self.bots.bots)
        return False

    async def _until_none(self, sql: str) -> None:
        while len(self.telegram.updates) or next(iter((await rows(self.bots.url, sql))[0].values())):
            await asyncio.sleep(0.2)

    async def _idle(self) -> int:
        """Chats that a replica holds though nothing waits in them; for a moment there may be one."""
        held = 0
        for _ in range(IDLE_LOOKS):
            held = int((await rows(self.bots.url, _IDLE))[0]["n"])
            if not held:
                break
            await asyncio.sleep(0.2)
        return held

    def arrivals(self) -> list[Arrival]:
        """What reached residents: answers by their kind, the announcement by itself."""
        return [
            Arrival((what_of(str(call.params["text"])), call.chat_id), call.came_at, call.answered_at)
            for call in accepted(self.telegram.log)
            if call.chat_id != SENDER
        ]

    def heard(self) -> dict[Hashable, float]:
        """When each of those who heard the announcement did so first."""
        first: dict[Hashable, float] = {}
        for arrival in self.arrivals():
            if arrival.what[0] == ANNOUNCED:  # type: ignore[index]
                first.setdefault(arrival.what, arrival.came_at)
        return first

    async def figures(self, ends: bool) -> list[Figure]:  # noqa: FBT001 - one of the figures
        due = self.crowd.due + Counter({(ANNOUNCED, chat): 1 for chat in chats(self.run.size["people"])})
        arrivals = self.arrivals()
        others = sum(arrival.what[0] == UNFORESEEN for arrival in arrivals)  # type: ignore[index]
        came = tally(due, as_due(arrivals, UNFORESEEN), self._interruptions())
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
            seen("prompts that had become others when they left", others),
            exactly("chats held though nothing waits in them", self.idle_chats, 0),
            at_most("most in any second", self._busiest(), self.run.size["rate"] + 1 + MOST_IN_FLIGHT),
            exactly("names and errors in the logs", self.bots.said(NAME) + self.bots.errors(), 0),
            exactly("ends by itself", ends, 1),
            at_most("slowest way out, seconds", self.bots.stop_seconds, STOP_SECONDS),
            *self._figures_of_takeovers(),
        ]

    def progress(self) -> list[Figure]:
        """How far the announcement came while replicas were killed: neither before the first kill nor after the last."""
        heard, people = self.heard().values(), self.run.size["people"]
        first, last = min(self.bots.kills), max(self.bots.kills)
        return [
            at_least("heard between the first and the last kill", sum(first < at <= last for at in heard), people / 20),
            at_least("still to hear it at the last kill", people - sum(at <= last for at in heard), 1),
        ]  # fmt: skip

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
        told = [
            (row["case_id"], number)
            for row in await rows(self.bots.url, _WORDS)
            for number in _NUMBER.findall(row["text"])
        ]
        times = Counter(number for _, number in told)
        return [
            seen("updates handed over", handed),
            exactly("updates lost", max(handed - kept.get("done", 0), 0), 0),
            exactly("reports lost", len((self.crowd.sent | self.crowd.added) - times.keys()), 0),
            exactly("reports doubled", sum(n > 1 for n in times.values()), 0),
            exactly("numbers of a person out of their order", out_of_order(told), 0),
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
