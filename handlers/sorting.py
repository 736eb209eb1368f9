"""Another wijk, another category: where a case belongs and what it is about."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import CaseId
from handlers.buttons import arguments, number, pressed
from handlers.cards import settle
from handlers.render import View


async def move(update: Update, context: BotContext) -> None:
    """🏘: it goes to who is responsible there."""
    case_id, wijk = arguments(update, 2)
    case = await context.services.handling.move(CaseId(number(case_id)), wijk)
    await settle(context, case)
    await context.say("case-moved-away", number=case.number, wijk=context.turn.city.wijk(wijk).name)


async def sort(update: Update, context: BotContext) -> None:
    """🏷: it is about something else."""
    case_id, category = arguments(update, 2)
    await settle(context, await context.services.handling.sort(CaseId(number(case_id)), category))


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("desk-wijk", move), pressed("desk-category", sort)]
