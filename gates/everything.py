"""Importing this loads all of the bot, of its gates and of its command line, and reads its texts and its city."""

import fpdf

import bot.commands.poster
import gates.every
from bot.domain.city_file import read_city
from bot.opening import gazetteer_of, texts_of
from bot.settings import Settings
from gates.loaded import settle

__all__ = ["bot", "fpdf", "gates"]


def read() -> None:
    """What is kept once it was read: a fork need not read it again."""
    settings = Settings.read({})
    city = read_city(settings.city)
    texts_of(city)
    gazetteer_of(settings, city)


read()
settle()
