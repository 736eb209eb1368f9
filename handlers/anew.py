"""Anew: what somebody took back happens again, and is reported with what is known of it."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import Status
from bot.domain.errors import NotPossibleNow
from handlers.adding import begin_anew
from handlers.buttons import arguments, number, pressed
from handlers.drafting import ask_what_to_do, leave_interruption, leave_keyboard
from handlers.render import View


async def press(update: Update, context: BotContext) -> None:
    """Report it anew; what was begun before is asked about first."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    if case.status is not Status.WITHDRAWN:
        raise NotPossibleNow
    await leave_interruption(context)
    draft = context.services.drafts.now()
    if draft is not None and not draft.empty:
        await ask_what_to_do(context, draft, case.kind)
        return
    if draft is not None:
        await leave_keyboard(context, draft)
    await begin_anew(context, case)


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("anew", press)]
