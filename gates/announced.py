"""Announcements as Telegram sees them: who hears, and what is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from benchmarks.people import SENDER, chats
from playground.log import Call
from playground.people import Person
from playground.telegram import Telegram

# Words that the announcement has in its two languages, and that nothing else has that the bot says.
WORDS: Final = ("grofvuil", "atıklar")


def inhabit(telegram: Telegram, people: int) -> list[Person]:
    """Phones of those who are in the database."""
    found = {chat: telegram.person(chat, "Emine") for chat in (SENDER, *chats(people))}
    for person in found.values():
        person.chat.standing = "member"
    return [found[chat] for chat in chats(people)]


def is_announcement(call: Call) -> bool:
    text = str(call.params.get("text"))
    return call.method == "sendMessage" and any(word in text for word in WORDS)


def heard(log: Iterable[Call]) -> Counter[int | str | None]:
    """How often the announcement took effect, by chat."""
    return Counter(call.chat_id for call in log if call.accepted and is_announcement(call))
