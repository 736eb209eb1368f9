"""What it costs to say one text to many: a real announcement of Wijklijn, durably, beside aiogram's bare loop."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final

from benchmarks.city import WIJK
from benchmarks.figures import Figures
from benchmarks.handling import AIOGRAM, OURS, SETTLING_SECONDS, START_SECONDS, Subject
from benchmarks.people import ANNOUNCE, SENDER, chats, says
from bot.domain.announcements import Audience, AudienceKind
from bot.domain.city_file import read_city
from bot.domain.people import ChatId, Places, Role, StaffMember
from bot.opening import now, opened_database, rules_of
from bot.services.announcements import Announcements
from bot.services.people import People
from bot.services.sendings import Sendings
from bot.services.staff import Invitation, Staff
from bot.services.turn import Turn
from bot.settings import Settings
from storage.database import Transaction

OUTBOX: Final = "Wijklijn, everything on disk"
LOOP: Final = "aiogram, bare loop of send_message"
WORDS: Final = {
    "nl": "Dinsdag 15 september wordt het grofvuil opgehaald. Zet het om 7 uur buiten.",
    "tr": "15 Eylül Salı günü büyük atıklar toplanacak. Saat 7'de dışarı koyun.",
}


async def announce(environ: Mapping[str, str]) -> None:
    """Decide on an announcement to all followers, beside the running bot, which lets it leave within a second."""
    settings = Settings.read(environ)
    city = read_city(settings.city)

    async def work(tx: Transaction) -> None:
        await _announce(Turn(tx, now(), city, rules_of(settings)))

    async with opened_database(settings) as database:
        await database.turn(work)


async def _announce(turn: Turn) -> None:
    announcements = Announcements(turn)
    draft = await announcements.begin(await _sender(turn), Audience(AudienceKind.WIJK, WIJK))
    for language, text in WORDS.items():
        draft = await announcements.write(draft, language, text)
        if announcements.differences(draft, language):
            draft = await announcements.confirm(draft, language)
    while (left := announcements.next_language(draft)) is not None:
        draft = await announcements.leave_out(draft, left)
    await Sendings(turn).hold(draft)


async def _sender(turn: Turn) -> StaffMember:
    await People(turn).meet(ChatId(SENDER))
    if turn.staff is not None:
        return turn.staff
    token = await Staff(turn).invite(Invitation(Role.COORDINATOR, Places(), (), None))
    return await Staff(turn).join(token)


async def ours(bot: Subject, people: int) -> float:
    """Seconds of CPU from the decision until everybody has it and that is written down."""
    before, goal = bot.child.cpu(), bot.line.said + people
    await announce(bot.environ)
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
