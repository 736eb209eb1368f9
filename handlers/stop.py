"""/stop, or the word typed: leaves whatever the chat is in; outside of everything it offers to stop the news."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from handlers.buttons import button, row
from handlers.drafting import say_draft
from handlers.menu import MENU
from handlers.render import View
from handlers.steps import FRESH
from handlers.wishes import Typed


async def stop(_: Update, context: BotContext) -> None:
    """One sentence, and the menu; what something short was asked in the middle of goes on."""
    if context.turn.step is not None:
        await context.services.steps.end()
        await _say(context, "stop-left" if context.turn.step is None else "stop-beneath")
        await say_draft(context)
    elif await context.services.news.followed():
        await context.say("stop-news", buttons=row(button("news-off", "news-stop")))
    else:
        await _say(context, "stop-nothing")


async def no_news(_: Update, context: BotContext) -> None:
    """Words for no more news, typed: one tap does it."""
    if await context.services.news.followed():
        await context.say("stop-news-typed", buttons=row(button("news-off", "news-stop")))
    else:
        await context.say("news")


async def _say(context: BotContext, name: str) -> None:
    await context.say(name, keyboard=MENU if context.turn.staff is None else None)


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("stop", stop, FRESH),
        MessageHandler(FRESH & Typed("stop"), stop),
        MessageHandler(FRESH & Typed("news-off"), no_news),
    ]
