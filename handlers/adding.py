"""Adding what somebody wrote or sent to a case, by a reply, a button or a choice; or reporting it anew."""

from typing import Final

from telegram import Update

from bot.context import BotContext
from bot.domain.cases import Case, Status
from bot.domain.drafts import Part
from handlers.drafting import part_of, say_draft

# The next words go to one case: something to add, or what is missing of what was handled.
ADD: Final = "add"
MISSING: Final = "missing"


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
    case = await replied_to(update, context)
    if case is None:
        return False
    await add_to(context, case, part_of(update))
    return True


async def added_elsewhere(update: Update, context: BotContext) -> bool:
    """Whether the message replied to another own case than the one whose words are awaited: the reply wins."""
    step = context.turn.step
    case = await replied_to(update, context)
    if case is None or (step is not None and step.payload.get("case") == case.id):
        return False
    await add_to(context, case, part_of(update))
    return True


async def begin_anew(context: BotContext, case: Case, *parts: Part) -> None:
    """Say that it is a new one, and go to the first question that is open."""
    await context.services.anew.begin(case, *parts)
    await context.say("anew-begun", number=case.number)
    await say_draft(context)


async def leave_addition(context: BotContext, case: Case) -> None:
    """Nothing more is awaited for this case."""
    step = context.turn.step
    if step is not None and step.kind in {ADD, MISSING} and step.payload["case"] == case.id:
        await context.services.steps.end()


async def replied_to(update: Update, context: BotContext, *, withdrawn: bool = False) -> Case | None:
    """The own case that the message replies to: one that goes on, or with `withdrawn` one that was taken back."""
    message = update.effective_message
    replied = message.reply_to_message if message else None
    case = await context.services.cases.replied_to(replied.message_id) if replied else None
    return case if case and (case.status is Status.WITHDRAWN) is withdrawn else None
