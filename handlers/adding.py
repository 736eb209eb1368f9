"""Adding what somebody wrote or sent to a case: by a reply, a button or a choice."""

from telegram import Update

from bot.context import BotContext
from bot.domain.cases import Case, Status
from bot.domain.drafts import Part
from handlers.drafting import part_of


async def add_to(context: BotContext, case: Case, *parts: Part) -> None:
    """Add it and say so; of a handled case it is asked whether it is solved."""
    for part in parts:
        await context.services.cases.add(case, part)
    await say_added(context, case)


async def say_added(context: BotContext, case: Case) -> None:
    name = "added-to-handled" if case.status is Status.HANDLED else "added"
    await context.services.cases.tell(case, name, number=case.number)


async def added_by_reply(update: Update, context: BotContext) -> bool:
    """Whether the message replied to one of an own case; then it was added there."""
    message = update.effective_message
    replied = message.reply_to_message if message else None
    case = await context.services.cases.replied_to(replied.message_id) if replied else None
    if case is None:
        return False
    await add_to(context, case, part_of(update))
    return True
