"""kill -9 while people talk: every update takes effect once, and every answer arrives."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import Hashable, Mapping
from functools import partial
from itertools import islice
from typing import Final

from gates.bot_process import TOKEN, bot_process, called_at
from gates.crowd import NAME, UNFORESEEN, Crowd, kind_of
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.judge import Arrival, Tally, accepted, as_due, tally
from gates.killing import Death, Killer
from gates.nursery import nursery
from gates.points import EVERYDAY
from gates.postgres import free_port
from playground.api import serve
from playground.faults import Fault
from playground.limits import Limits
from playground.telegram import Telegram

# Answers that take their time leave something in flight at every kill.
ANSWER_SECONDS: Final = 0.06
# Of Telegram's calls every seventeenth is answered into the void, and made again.
LOSES_EVERY: Final = 17
# Fast enough for the crowd, and slow enough that little is claimed at a time.
RATE: Final = "200"
MOST_IN_FLIGHT: Final = 64
QUIET_SECONDS: Final = 30.0
MOST_TOLD: Final = 5
_NUMBER: Final = re.compile(r"Z\d{5}Q")
_KEPT: Final = "SELECT state, COUNT(*) AS n FROM inbox WHERE dedupe LIKE 'u:%' GROUP BY state"
_WORDS: Final = "SELECT text FROM case_messages WHERE author = 'resident'"
_UNCERTAIN: Final = "SELECT id, name, chat_id FROM outbox WHERE state = 'uncertain' AND act = 'send'"


def deaths(dice: random.Random, kills: int, longest_life: float) -> list[Death]:
    """Half of them at random moments, half at named points; the first while the schema is made."""
    rounds, most = max(2, kills // 8), 1 + kills // 12
    # The first time it dies there it dies at once: a short life does not come there often.
    points = [
        Death(point=point, after=dice.randint(1, most) if number else 1)
        for number in range(rounds)
        for point in EVERYDAY
    ]
    moments = [Death(seconds=dice.uniform(0.0, longest_life)) for _ in range(kills - len(points) - 2)]
    rest = [*points, *moments]
    dice.shuffle(rest)
    return [
        Death(point="migrating"),
        *rest[: len(rest) // 2],
        Death(point="recovering"),
        *rest[len(rest) // 2 :],
    ]


async def kill_inbound(run: Run, *, webhook: bool = False) -> Verdict:
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    telegram.faults.share(1.0, Fault.DELAY, method="sendMessage", seconds=ANSWER_SECONDS)
    first_update = telegram.updates.next_id
    server = await serve(telegram)
    try:
        async with nursery() as born:
            settings = {"WIJKLIJN_RATE": RATE, "WIJKLIJN_PAID_BROADCAST": "1"}
            if webhook:
                settings |= called_at(free_port())
                telegram.webhook.loses_every = LOSES_EVERY
            bot = bot_process(run.folder, telegram, server, breakage=run.breakage, nursery=born, **settings)
            killer, crowd = Killer(bot), Crowd(telegram, run.dice("people"), run.size["patience"])
            ends = await _killed_while_they_talk(run, killer, crowd)
            handed = telegram.updates.next_id - first_update
            return Verdict([*await _figures(run, crowd, killer, handed), exactly("ends by itself", ends, 1)])
    finally:
        await server.close()


async def _killed_while_they_talk(run: Run, killer: Killer, crowd: Crowd) -> bool:
    """Whether all that was begun came to its end."""
    plan = deaths(run.dice("deaths"), run.size["kills"], run.size["longest_life_ms"] / 1_000)
    acts = run.size["updates"]
    living = asyncio.ensure_future(crowd.live(run.size["people"], acts))
    each = acts // len(plan)
    for number, death in enumerate(plan):
        crowd.lets(each // 2)
        await killer.start(death)
        crowd.lets(each - each // 2)
        await killer.kill(death)
        if number % 20 == 19:
            run.note(f"{number + 1} kills, {crowd.acts} updates")
    await killer.bot.start()
    crowd.lets(acts + run.size["people"] * 10)
    await living
    return await killer.bot.quiet(QUIET_SECONDS) and await killer.bot.stop() == 0


async def _figures(run: Run, crowd: Crowd, killer: Killer, handed: int) -> list[Figure]:
    bot = killer.bot
    kept = {row["state"]: row["n"] for row in await bot.rows(_KEPT)}
    words = Counter(number for row in await bot.rows(_WORDS) for number in _NUMBER.findall(row["text"]))
    came = tally(crowd.due, as_due(_arrivals(bot.telegram), UNFORESEEN), killer.kills)
    uncertain = await bot.rows(_UNCERTAIN)
    log = bot.log.read_text(errors="replace")
    return [
        seen("updates handed over", handed),
        exactly("kills", len(killer.kills), run.size["kills"]),
        *killer.figures(run.size["named_percent"]),
        exactly("updates lost", max(handed - kept.get("done", 0), 0), 0),
        exactly("updates kept more than once", max(sum(kept.values()) - handed, 0), 0),
        at_least("reports, questions and additions", len(crowd.sent | crowd.added), crowd.acts // 50),
        exactly("reports, questions and additions lost", len((crowd.sent | crowd.added) - words.keys()), 0),
        exactly("reports, questions and additions doubled", sum(n > 1 for n in words.values()), 0),
        seen("prompts that had become others when they left", _others(bot.telegram)),
        *_figures_of_answers(run, came, Counter((row["name"], row["chat_id"]) for row in uncertain)),
        exactly(
            "uncertain after fewer than two kills", killer.rashly_uncertain(r["id"] for r in uncertain), 0
        ),
        at_most("most messages claimed at one kill", killer.most_claimed, MOST_IN_FLIGHT),
        exactly("names and errors in the log", log.count(NAME) + bot.errors(), 0),
    ]


def _figures_of_answers(run: Run, came: Tally, uncertain: Mapping[Hashable, int]) -> list[Figure]:
    lost = came.missing - Counter(uncertain)
    for what, times in islice([*lost.items(), *came.unexplained.items()], MOST_TOLD):
        run.note(f"lost or doubled: {what}, {times} times")
    return [
        exactly("answers lost", lost.total(), 0),
        seen("answers listed as uncertain", sum(uncertain.values())),
        at_most("most often the same answer", came.most, 2),
        at_least("answers doubled by a kill", came.doubles - came.unexplained.total(), 1),
        at_most("most answers doubled at one kill", came.most_per_kill, MOST_IN_FLIGHT),
        exactly("answers doubled though in flight at no kill", came.unexplained.total(), 0),
    ]


def _arrivals(telegram: Telegram) -> list[Arrival]:
    return [
        Arrival((kind_of(str(call.params["text"])), call.chat_id), call.came_at, call.answered_at)
        for call in accepted(telegram.log)
    ]


def _others(telegram: Telegram) -> int:
    return sum(kind_of(str(call.params["text"])) == UNFORESEEN for call in accepted(telegram.log))


_PROMISE: Final = "However often it is killed while people talk, every update takes effect exactly once"
_LONG: Final = {
    "updates": 5_000,
    "people": 300,
    "kills": 100,
    "longest_life_ms": 2_500,
    "patience": 15,
    "named_percent": 70,
}
_SHORT: Final = {
    "updates": 140,
    "people": 10,
    "kills": 12,
    "longest_life_ms": 500,
    "patience": 6,
    "named_percent": 50,
}

KILL_INBOUND: Final = Gate(
    name="kill-inbound",
    promise=f"{_PROMISE} (polling).",
    trial=kill_inbound,
    long=_LONG,
    short=_SHORT,
    minutes=12,
    breakages={
        "dropped-unique-key": "updates kept more than once",
        "turn-in-two-transactions": "answers doubled though in flight at no kill",
        "acknowledged-before-kept": "updates lost",
    },
)
KILL_INBOUND_WEBHOOK: Final = Gate(
    name="kill-inbound-webhook",
    promise=f"{_PROMISE} (webhook).",
    trial=partial(kill_inbound, webhook=True),
    long=_LONG,
    short=_SHORT,
    minutes=12,
    breakages={"dropped-unique-key": "updates kept more than once"},
)
