"""What it costs to say one text to many: Wijklijn's outbox, durably, beside aiogram's bare loop."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final

from benchmarks.figures import Figures
from benchmarks.handling import AIOGRAM, OURS, SETTLING_SECONDS, START_SECONDS, Subject
from benchmarks.people import ANNOUNCE, chats, says
from bot.app import now, opened_database
from bot.domain.intents import Intent, Urgency
from bot.domain.people import ChatId
from bot.settings import Settings
from storage.database import Transaction
from storage.outbox import insert_outbox
from storage.people import find_person_by_chat

OUTBOX: Final = "Wijklijn, everything on disk"
LOOP: Final = "aiogram, bare loop of send_message"
NAME: Final = "who-sees-what"


async def announce(environ: Mapping[str, str], people: int) -> None:
    """Add a row for each to the outbox, beside the running bot, which finds them within a second."""

    async def work(tx: Transaction) -> None:
        for chat in chats(people):
            person = await find_person_by_chat(tx, ChatId(chat))
            intent = Intent(
                chat=ChatId(chat),
                person=person.id if person else None,
                name=NAME,
                urgency=Urgency.ANNOUNCEMENT,
            )
            await insert_outbox(tx, intent, now())

    async with opened_database(Settings.read(environ)) as database:
        await database.turn(work)


async def ours(bot: Subject, people: int) -> float:
    """Seconds of CPU until everybody has it and that is written down."""
    before, goal = bot.child.cpu(), bot.line.said + people
    await announce(bot.environ, people)
    return await _said(bot, before, goal)


async def loop(bot: Subject, people: int, text: str) -> float:
    """Seconds of CPU of aiogram's loop over the same chats with the same text."""
    before, goal = bot.child.cpu(), bot.line.said + people
    bot.line.hand_over([says(chats(1)[0], f"{ANNOUNCE}{people} {text}")])
    return await _said(bot, before, goal)


async def _said(bot: Subject, before: float, goal: int) -> float:
    await bot.line.heard(goal, within=START_SECONDS)
    await asyncio.sleep(SETTLING_SECONDS)
    return bot.child.cpu() - before


async def measure(bots: Mapping[str, Subject], figures: Figures, people: int, rounds: int) -> None:
    """Both in turns; the first round warms up and does not count."""
    for number in range(rounds + 1):
        seconds = {OUTBOX: await ours(bots[OURS], people)}
        seconds[LOOP] = await loop(bots[AIOGRAM], people, bots[OURS].line.words)
        for name, used in seconds.items():
            if number:
                figures.add(name, used, people)
