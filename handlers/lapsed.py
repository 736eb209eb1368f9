"""Drafts that were left lying: hours later it may be about something else; after a day they are dropped, and it is said."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening, current_turn
from bot.services.drafts import LAPSED, LAPSES
from handlers.buttons import number, pressed
from handlers.drafting import draft_pressed, show_draft
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


async def keep_only(update: Update, context: BotContext) -> None:
    """What came last is about something else: it alone is reported, what was begun is dropped."""
    draft, (first,) = draft_pressed(update, context, 1)
    await context.services.drafts.keep_since(draft, number(first))
    await show_draft(context, draft)


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
    return [HappeningHandler(LAPSES, lapse), pressed("d-only", keep_only)]


def before() -> list[BaseHandler[Any, BotContext, Any]]:
    """Handlers that look at an update before the one that handles it."""
    return [AfterLapse(say_so)]
