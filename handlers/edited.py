"""Edited messages: in a draft the new words count, later nobody sees them, and that is said."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.context import BotContext
from bot.domain.cases import Words
from bot.domain.drafts import DraftStep
from bot.services.edits import Edited
from handlers.answering import say_correction
from handlers.drafting import say_draft
from handlers.render import View
from handlers.steps import words_of


async def edited(update: Update, context: BotContext) -> None:
    """A message that was sent before has changed."""
    message = update.effective_message
    # A live location changes every few seconds; where it began is what counts.
    if message is None or message.location is not None:
        return
    words = words_of(update)
    what = await context.services.edits.take(context.person, message.message_id, words.text)
    if what is Edited.IN_DRAFT:
        await _show_kept(context)
    elif what is Edited.TOO_LATE and not await _put_right(context, message.message_id, words):
        await context.services.edits.not_seen(context.person, message.message_id)


async def _put_right(context: BotContext, message: int, words: Words) -> bool:
    """Staff changed an answer that has left: the new words are seen, and wait to be sent; not those of one among more."""
    corrections = context.services.corrections
    sent = await corrections.of_source(message)
    if sent is None or words.empty:
        return False
    begun = await corrections.begin(sent.id)
    is_whole = "\n" not in sent.words.text and not sent.words.media
    await say_correction(context, await corrections.write(words) if is_whole else begun)
    return True


async def _show_kept(context: BotContext) -> None:
    """A summary that was read before it is shown again with the new words."""
    await context.say("edit-kept")
    draft = context.services.drafts.now()
    if draft is not None and draft.step is DraftStep.SUMMARY:
        await say_draft(context)


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [MessageHandler(filters.UpdateType.EDITED, edited)]
