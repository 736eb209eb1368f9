"""A few people who do one thing each: ask something, or erase everything."""

from __future__ import annotations

from typing import Final

from gates.crowd import NAME
from playground.people import Person
from playground.telegram import Telegram

PATIENCE_SECONDS: Final = 60.0


async def reports(telegram: Telegram, chat: int, words: str) -> Person:
    """Somebody new who asks something, and reads that it was received. Raises TimeoutError."""
    person = await begins(telegram, chat, words)
    for label in ("Waterschei", "Waterschei-Noord", "✅ Verstuur"):
        await presses(telegram, person, label)
    await telegram.until(lambda: any("✅ Ontvangen." in text for text in person.heard()), PATIENCE_SECONDS)
    return person


async def begins(telegram: Telegram, chat: int, words: str) -> Person:
    """Somebody new who chooses a language and begins to ask something. Raises TimeoutError."""
    person = telegram.person(chat, NAME)
    person.starts()
    await presses(telegram, person, "Nederlands")
    await telegram.until(lambda: any("Wijklijn is van" in text for text in person.heard()), PATIENCE_SECONDS)
    person.says(f"/vraag {words}")
    return person


async def erases(telegram: Telegram, person: Person) -> None:
    person.says("/gegevens")
    await presses(telegram, person, "🧹 Wis mijn gegevens")
    await presses(telegram, person, "🧹 Ja, wis alles")
    await telegram.until(
        lambda: any("gewist" in text.lower() for text in person.heard()[-1:]), PATIENCE_SECONDS
    )


async def presses(telegram: Telegram, person: Person, label: str) -> None:
    await telegram.until(lambda: label in person.buttons(), PATIENCE_SECONDS)
    person.taps_label(label)
