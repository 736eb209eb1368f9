"""Forwarded messages: other people's words are not kept; whoever forwards is asked to tell it."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from handlers.languages import offer_languages
from handlers.render import View
from handlers.steps import FRESH, Odd


async def forwarded(update: Update, context: BotContext) -> None:
    """Nothing of it is kept."""
    if context.person.language is None:
        await offer_languages(update, context)
    else:
        await context.say("forwarded")


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [MessageHandler(FRESH & Odd("forward_origin"), forwarded)]
