"""Somebody wrote in another language, twice: a change is offered in that one, once a week at most; nothing changes by itself."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.context import BotContext
from bot.domain.intents import Intent
from bot.services.translations import name_of
from handlers.buttons import named, pressed, row
from handlers.menu import MENU_PRESS
from handlers.render import View
from handlers.steps import FRESH, FROM_STAFF, Odd, words_of


async def listen(update: Update, context: BotContext) -> None:
    """After whatever the words did."""
    language = await context.services.hints.heard(words_of(update).text)
    if language is not None:
        await _offer(context, language)


async def _offer(context: BotContext, language: str) -> None:
    """The language that was written stands first, in its own words; the other one changes nothing."""
    city, person = context.turn.city, context.person
    change = named(name_of(city, language), "language", language)
    stay = named(name_of(city, context.language), "language-stay")
    await context.turn.tell(
        Intent(
            chat=person.chat,
            person=person.id,
            name="other-language",
            language=language,
            buttons=row(change, stay),
        )
    )


async def stay(_: Update, context: BotContext) -> None:
    """As it was."""
    await context.show("language-chosen")


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("language-stay", stay)]


def after() -> list[BaseHandler[Any, BotContext, Any]]:
    """Handlers that look at an update after the one that handles it."""
    written = FRESH & ((filters.TEXT & ~filters.COMMAND) | filters.CAPTION)
    return [MessageHandler(written & ~FROM_STAFF & ~MENU_PRESS & ~Odd("forward_origin"), listen)]
