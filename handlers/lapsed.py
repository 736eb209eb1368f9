"""Drafts that were not sent within a day: dropped, and said at the next contact in one sentence."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening, current_turn
from bot.services.drafts import LAPSED, LAPSES
from handlers.happenings import HappeningHandler
from handlers.render import View
from handlers.steps import SPOKEN


class AfterLapse(BaseHandler[Update, BotContext, None]):
    """Whatever somebody does first after the draft was dropped; what they do is handled all the same."""

    def check_update(self, update: object) -> bool:
        step = current_turn.get().turn.step
        if not isinstance(update, Update) or step is None or step.kind != LAPSED:
            return False
        return update.callback_query is not None or bool(update.message and SPOKEN.check_update(update))


async def lapse(_: Happening, context: BotContext) -> None:
    """A day has passed."""
    if context.turn.person is not None:
        await context.services.drafts.lapse()


async def say_so(_: Update, context: BotContext) -> None:
    """The person is here again."""
    await context.services.steps.end()
    await context.say("draft-dropped")


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [HappeningHandler(LAPSES, lapse)]


def before() -> list[BaseHandler[Any, BotContext, Any]]:
    """Handlers that look at an update before the one that handles it."""
    return [AfterLapse(say_so)]
