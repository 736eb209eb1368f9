"""Everything else: what cannot be read gets a fitting answer, an unknown button says that it is over."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, MessageHandler, filters

from bot.context import BotContext
from bot.domain.errors import ButtonExpired
from handlers.menu import MENU
from handlers.render import View
from handlers.steps import (
    FRESH,
    ODD_KINDS,
    PARTLY_KEPT,
    PICTURE_FILE,
    WITHOUT_LANGUAGE,
    WORDS,
    Odd,
    odd_of,
)

_FILE: Final = (Odd(*ODD_KINDS) | filters.Document.ALL) & ~PICTURE_FILE


async def odd(update: Update, context: BotContext) -> None:
    """A sticker, a contact, a poll: it is not kept, and what would help is said."""
    message = update.effective_message
    names = odd_of(message) if message else ()
    await context.say("odd", kind=next((kind for kind in ODD_KINDS if kind in names), "file"))


async def words_alone(_: Update, context: BotContext) -> None:
    """A file with words below it, or among pictures: the others are handled as if alone, the file is not kept."""
    await context.say("odd-file-left")


async def unknown_command(_: Update, context: BotContext) -> None:
    """A command that does not exist, or not for this person."""
    await _say(context, "command-unknown")


async def not_understood(_: Update, context: BotContext) -> None:
    """Words, a picture or a place that fit nowhere; staff are not asked whether they want to report."""
    await _say(context, "not-understood" if context.turn.staff is None else "not-fitting")


async def _say(context: BotContext, name: str) -> None:
    await context.say(name, keyboard=MENU if context.turn.staff is None else None)


async def expired(_: Update, __: BotContext) -> None:
    """A button that nobody knows any more, or a crafted one."""
    raise ButtonExpired


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        MessageHandler(FRESH & _FILE & ~filters.CAPTION, odd),
        MessageHandler(FRESH & filters.COMMAND, unknown_command),
        MessageHandler(FRESH & (filters.TEXT | WORDS), not_understood),
        CallbackQueryHandler(expired),
    ]


def before() -> list[BaseHandler[Any, BotContext, Any]]:
    """Handlers that look at an update before the one that handles it."""
    left = (filters.CAPTION & _FILE) | PARTLY_KEPT
    return [MessageHandler(FRESH & left & ~WITHOUT_LANGUAGE & ~Odd("forward_origin"), words_alone)]
