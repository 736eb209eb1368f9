"""A reply to an announcement: a question to who sent it, of the wijk for which it was news."""

from telegram import Update

from bot.context import BotContext
from bot.domain.cases import CaseKind
from handlers.drafting import part_of, show_draft
from handlers.steps import quoted_in


async def asked_by_reply(update: Update, context: BotContext) -> bool:
    """Whether the message replied to an announcement; then a question with it waits to be sent."""
    quoted = quoted_in(update)
    wijk = await context.services.news.announced(quoted) if quoted is not None else None
    if wijk is None:
        return False
    await context.services.drafts.begin(CaseKind.QUESTION, wijk=wijk)
    await context.services.drafts.receive(part_of(update))
    await show_draft(context)
    return True
