"""Dates in words: weekday, day and month in the reader's language."""

from datetime import date

from bot.texts import Texts


def in_words(texts: Texts, language: str, day: date) -> str:
    """A day as people say it: "vrijdag 27 november", "27 Kasım Cuma", "петък, 27 ноември"."""
    return texts.label(language, "date", weekday=day.isoweekday(), day=day.day, month=day.month)
