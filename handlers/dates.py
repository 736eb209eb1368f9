"""Dates in words: weekday, day and month in the reader's language."""

from datetime import date

from bot.texts import Texts
from handlers.render import Scene


def in_words(texts: Texts, language: str, day: date) -> str:
    """A day as people say it: "vrijdag 27 november", "27 Kasım Cuma", "петък, 27 ноември"."""
    return texts.label(language, "date", weekday=day.isoweekday(), day=day.day, month=day.month)


def day_in(scene: Scene, key: str = "until") -> str:
    """The day that an intent carries, in words."""
    return in_words(scene.texts, scene.language, date.fromisoformat(str(scene.intent.values[key])))
