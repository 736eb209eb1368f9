"""Edited messages: in a draft the new words count, later nobody sees them, and that is said."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.context import BotContext
from bot.domain.drafts import DraftStep
from bot.services.edits import Edited
from handlers.drafting import part_of, say_draft
from handlers.render import View


async def edited(update: Update, context: BotContext) -> None:
    """A message that was sent before has changed."""
    part = part_of(update)
    what = await context.services.edits.take(part)
    if what is Edited.IN_DRAFT:
        draft = context.services.drafts.now()
        await context.say("edit-kept")
        if draft is not None and draft.step is DraftStep.SUMMARY:
            await say_draft(context)
    elif what is Edited.TOO_LATE and part.message is not None:
        await context.services.edits.not_seen(part.message)


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [MessageHandler(filters.UpdateType.EDITED, edited)]
