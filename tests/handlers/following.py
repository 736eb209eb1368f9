"""People who follow the news of a wijk, and staff who write to them."""

import asyncio
from collections.abc import Callable

from bot.domain.city import WijkId
from bot.domain.people import ChatId, Places, Role
from bot.services.people import People
from bot.services.turn import Turn
from playground.people import Person
from storage.people import insert_follow
from tests.handlers.spoken import HOME
from tests.line import Line, hurry

PATIENCE = 15.0
DUTCH = "Zaterdag 28 november om 10 uur ruimen we samen op."
TURKISH = "28 Kasım Cumartesi saat 10'da birlikte temizlik yapıyoruz."


async def follower(line: Line, user: int, language: str, *wijken: WijkId) -> Person:
    """Somebody who has read who sees what in this language, and follows these wijken."""
    person = line.telegram.person(user, "Planted", language_code=language)
    person.chat.standing = "member"

    async def follow(turn: Turn) -> None:
        kept = await People(turn).meet(ChatId(user))
        await People(turn).choose_language(language)
        await People(turn).welcome()
        for wijk in wijken:
            await insert_follow(turn.tx, kept.id, wijk, turn.now)

    await line.turn(follow)
    return person


def unhindered(line: Line) -> Line:
    """Without the pace, which takes real seconds and is tried elsewhere; also after a restart."""
    line.telegram.limits.lifted = True
    line.prepared = hurry
    hurry(line.running)
    return line


async def manager(line: Line, user: int = 5_500_000_801, *wijken: WijkId) -> Person:
    person = line.telegram.person(user, "Planted", language_code="nl")
    return await line.invited(person, Role.WIJKMANAGER, Places(wijken or (HOME,)))


async def presses(line: Line, person: Person, *labels: str) -> None:
    for label in labels:
        person.taps_label(label)
        await line.quiet()


async def writes(line: Line, person: Person, text: str) -> None:
    person.says(text)
    await line.quiet()


async def until(happened: Callable[[], bool]) -> None:
    """Wait for it. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while not happened():
            await asyncio.sleep(0.02)


def hears(person: Person, words: str) -> Callable[[], bool]:
    return lambda: any(words in text for text in person.heard())
