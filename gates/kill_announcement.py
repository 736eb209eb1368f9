"""kill -9 while one text goes out to many: nobody is missed in silence, and nobody hears it three times."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Final

from benchmarks.announcing import WORDS, announce
from benchmarks.city import settle
from benchmarks.people import SENDER, chats
from bot.settings import Settings
from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.judge import Arrival, accepted, busiest, tally
from gates.killing import Death, Killer
from gates.nursery import nursery
from playground.api import serve
from playground.faults import Fault
from playground.limits import Limits
from playground.telegram import Telegram

ANSWER_SECONDS: Final = 0.06
MOST_IN_FLIGHT: Final = 64
# Beside what has to leave yet, a bot that ends by itself needs no longer.
END_SECONDS: Final = 30.0
POINTS: Final = ("claimed", "answered", "recovering")
# So often in a row the same message is the first to be answered: it may go twice, and no more.
IN_A_ROW: Final = 4
_ALL: Final = "SELECT COUNT(*) AS n FROM outbox WHERE announcement_id IS NOT NULL AND act = 'send'"
_GIVEN_UP: Final = "SELECT id, chat_id FROM outbox WHERE state = 'uncertain' AND announcement_id IS NOT NULL AND act = 'send'"
_STATE: Final = "SELECT state FROM announcements"


def welcome(telegram: Telegram, people: int) -> None:
    """Open the chats of those who are in the database, without phones: nobody presses anything."""
    for chat in (SENDER, *chats(people)):
        telegram.open_chat({"id": chat, "type": "private", "first_name": "Emine"}).standing = "member"


async def kill_announcement(run: Run) -> Verdict:
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    telegram.faults.share(1.0, Fault.DELAY, method="sendMessage", seconds=ANSWER_SECONDS)
    welcome(telegram, run.size["people"])
    server = await serve(telegram)
    settings = {
        "WIJKLIJN_RATE": str(run.size["rate"]),
        "WIJKLIJN_PAID_BROADCAST": "1",
        "WIJKLIJN_HOLD_SECONDS": "0",
    }
    try:
        async with nursery() as born:
            bot = bot_process(run.folder, telegram, server, breakage=run.breakage, nursery=born, **settings)
            return await _announced(run, bot)
    finally:
        await server.close()


async def _announced(run: Run, bot: BotProcess) -> Verdict:
    people, kills, killer = run.size["people"], run.size["kills"], Killer(bot)
    await settle(Settings.read(bot.environ), people, people)
    await announce(bot.environ)
    while_going = await _killed_again_and_again(run, killer)
    ends = await _ends(bot, people / run.size["rate"] + END_SECONDS)
    return Verdict(
        [
            at_least("kills while it was going", while_going, kills * 0.9),
            *await _figures(run, killer),
            exactly("ends by itself", ends, 1),
        ]
    )


async def _killed_again_and_again(run: Run, killer: Killer) -> int:
    """How many kills came before everybody had heard it."""
    dice, kills, while_going = run.dice("deaths"), run.size["kills"], 1
    row_begins = dice.randrange(2, kills - IN_A_ROW)
    await _killed_at_the_first(killer)
    for number in range(1, kills):
        left = run.size["people"] - len(heard(killer.bot.telegram))
        death = Death(point="answered")
        if not row_begins <= number < row_begins + IN_A_ROW:
            death = _death(dice, left / (run.size["rate"] * (kills - number + 1)))
        await killer.start(death)
        await killer.kill(death)
        while_going += len(heard(killer.bot.telegram)) < run.size["people"]
        if number % 20 == 19:
            run.note(f"{number + 1} kills, {left} have not heard it")
    return while_going


async def _killed_at_the_first(killer: Killer) -> None:
    """Once somebody has heard it: a few lives that all ended at points before that would show nothing."""
    await killer.start(Death())
    async with asyncio.timeout(END_SECONDS):
        while not heard(killer.bot.telegram):
            await asyncio.sleep(0.01)
    await killer.kill(Death())


def _death(dice: random.Random, seconds: float) -> Death:
    """At a random moment, or at a named point, after about so many seconds of sending."""
    if dice.random() < 0.5:
        return Death(seconds=dice.uniform(0.2, 1.8) * seconds)
    point = dice.choice(POINTS)
    return Death(point=point, after=1 if point == "recovering" else dice.randint(1, 4))


async def _ends(bot: BotProcess, within: float) -> bool:
    """Whether it says by itself that everybody was reached, and then has nothing more to do."""
    await bot.start()
    until = bot.telegram.monotonic() + within
    while {row["state"] for row in await bot.rows(_STATE)} != {"ended"}:
        if bot.telegram.monotonic() > until:
            return False
        await asyncio.sleep(0.2)
    return await bot.quiet(END_SECONDS) and await bot.stop() == 0


async def _figures(run: Run, killer: Killer) -> list[Figure]:
    bot, people = killer.bot, run.size["people"]
    came = tally(dict.fromkeys(chats(people), 1), arrivals(bot.telegram), killer.kills)
    given_up = await bot.rows(_GIVEN_UP)
    lost = came.missing - Counter({row["chat_id"]: 1 for row in given_up})
    return [
        seen("people", people),
        exactly("rows made for them", (await bot.rows(_ALL))[0]["n"], people),
        *killer.figures(run.size["named_percent"]),
        exactly("lost without being listed as uncertain", lost.total(), 0),
        seen("listed as uncertain", len(given_up)),
        exactly(
            "uncertain after fewer than two kills", killer.rashly_uncertain(r["id"] for r in given_up), 0
        ),
        at_most("most often to one person", came.most, 2),
        at_least("doubled by a kill", came.doubles - came.unexplained.total(), 1),
        exactly("doubled though in flight at no kill", came.unexplained.total(), 0),
        at_most("most doubled at one kill", came.most_per_kill, MOST_IN_FLIGHT),
        at_most("most messages claimed at one kill", killer.most_claimed, MOST_IN_FLIGHT),
        seen("most in any second", _busiest(bot.telegram)),
        exactly("errors in the log", bot.errors(), 0),
    ]


def arrivals(telegram: Telegram) -> list[Arrival]:
    """Each time that somebody heard it."""
    return [
        Arrival(call.chat_id, call.came_at, call.answered_at)
        for call in accepted(telegram.log)
        if any(words in call.params["text"] for words in WORDS.values())
    ]


def heard(telegram: Telegram) -> set[object]:
    return {arrival.what for arrival in arrivals(telegram)}


def _busiest(telegram: Telegram) -> int:
    return busiest(arrival.came_at for arrival in arrivals(telegram))


KILL_ANNOUNCEMENT: Final = Gate(
    name="kill-announcement",
    promise="However often it is killed during an announcement, whoever may have been missed is listed as uncertain, "
    "and nobody hears it more than twice.",
    trial=kill_announcement,
    long={"people": 10_000, "rate": 100, "kills": 100, "named_percent": 80},
    short={"people": 150, "rate": 60, "kills": 9, "named_percent": 50},
    minutes=8,
    breakages={
        "delivered-before-sending": "lost without being listed as uncertain",
        "claimed-beyond-in-flight": "most messages claimed at one kill",
        "repeated-without-end": "most often to one person",
    },
)
