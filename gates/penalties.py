"""Three calls in ten are answered 429: nobody is written to inside a window, and the others wait for nobody's."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from typing import Final

from benchmarks.announcing import announce
from benchmarks.city import settle
from benchmarks.people import chats
from bot.settings import Settings
from gates.allowed import (
    ALLOWANCE,
    ALLOWANCE_BESIDE_OTHERS,
    LIMITED,
    chats_of,
    full_seconds,
    pace_kept,
    part_used,
)
from gates.announced import heard, inhabit, is_announcement
from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.frame import Figure, Gate, Run, Verdict, at_least, exactly, seen
from gates.judge import inside_penalty
from gates.nursery import nursery
from playground.api import serve
from playground.faults import Fault, Faults
from playground.limits import Limits
from playground.people import Person
from playground.telegram import Telegram

RATE: Final = 30
PART: Final = 0.3
START_SECONDS: Final = 20.0
# Somebody says something so often, also whoever is in a penalty; that takes little of the pace.
TALK_SECONDS: Final = 2.0
# So much of the announcement is out when the penalties end: the last few would take minutes, and show nothing new.
ENOUGH: Final = 0.75
_DROPPED: Final = "SELECT COUNT(*) AS n FROM outbox WHERE state IN ('uncertain', 'broken', 'unreachable', 'expired') AND act = 'send'"


async def penalties(run: Run) -> Verdict:
    telegram = Telegram(TOKEN, limits=Limits(allowance=run.size["allowance"]))
    telegram.faults = Faults(seed=run.seed, on_switch=telegram.watch.emit)
    people, longest = run.size["people"], run.size["longest"]
    server = await serve(telegram)
    try:
        async with nursery() as born:
            bot = bot_process(
                run.folder,
                telegram,
                server,
                breakage=run.breakage,
                nursery=born,
                WIJKLIJN_RATE=str(RATE),
                WIJKLIJN_HOLD_SECONDS="0",
            )
            await settle(Settings.read(bot.environ), people, people)
            phones = inhabit(telegram, people)
            await bot.start()
            telegram.faults.share(PART, Fault.TOO_MANY, method="sendMessage", retry_after=(1, longest))
            await announce(bot.environ)
            stopped_at = await _penalised(run, telegram, phones)
            ended = await bot.quiet(longest + people / RATE + START_SECONDS)
            return Verdict([*await _figures(run, bot, stopped_at), exactly("ends by itself", ended, 1)])
    finally:
        await server.close()


async def _penalised(run: Run, telegram: Telegram, phones: Sequence[Person]) -> float:
    """Let penalties fall until most have heard it; when they ended to fall."""
    enough, longest = ENOUGH * len(phones), run.size["people"] / RATE * 4 + START_SECONDS
    talking = asyncio.ensure_future(_talk(telegram, phones, run.dice("talk")))
    until = telegram.monotonic() + longest
    while len(heard(telegram.log)) < enough and telegram.monotonic() < until:
        await asyncio.sleep(0.2)
    talking.cancel()
    telegram.faults.clear()
    return telegram.monotonic()


async def _talk(telegram: Telegram, phones: Sequence[Person], dice: random.Random) -> None:
    while True:
        await asyncio.sleep(TALK_SECONDS)
        limited = {call.chat_id for call in telegram.log[-200:] if call.code == LIMITED}
        held = [phone for phone in phones if phone.user_id in limited]
        for phone in (dice.choice(phones), *dice.sample(held, min(1, len(held)))):
            phone.says("/taal")


async def _figures(run: Run, bot: BotProcess, stopped_at: float) -> list[Figure]:
    log, people = bot.telegram.log, run.size["people"]
    followers = chats(people)
    first = next((call.came_at for call in log if is_announcement(call)), stopped_at)
    full = full_seconds(chats_of(log, followers), first, stopped_at, RATE)
    came = heard(log)
    sent = [call.came_at for call in log if call.method == "sendMessage"]
    return [
        seen("calls", len(sent)),
        at_least(
            "calls answered 429", sum(call.code == LIMITED for call in log), PART * 0.5 * len(full) * RATE
        ),
        exactly("calls inside a window", inside_penalty(log), 0),
        exactly("people who have not heard it", sum(not came[chat] for chat in followers), 0),
        exactly("people who heard it twice", sum(came[chat] > 1 for chat in followers), 0),
        exactly("messages given up", (await bot.rows(_DROPPED))[0]["n"], 0),
        at_least("seconds in which more waited than may leave", len(full), 2),
        at_least(
            "part of the allowed rate in those", part_used(log, full, RATE), run.size["least_percent"] / 100
        ),
        *pace_kept(sent, RATE, run.size["span"]),
    ]


PENALTIES: Final = Gate(
    name="penalties",
    promise="Told to wait for some chats, it waits for those, and for no other; nothing is dropped.",
    trial=penalties,
    long={"people": 3_500, "longest": 60, "span": 60, "allowance": ALLOWANCE, "least_percent": 90},
    short={
        "people": 150,
        "longest": 6,
        "span": 5,
        "allowance": ALLOWANCE_BESIDE_OTHERS,
        "least_percent": 30,
    },
    minutes=6,
    breakages={
        "forgotten-penalty": "calls inside a window",
        "one-penalty-for-all": "part of the allowed rate in those",
    },
    paced=True,
)
