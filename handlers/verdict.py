"""Whether a handled case is solved, as the resident says it: with a button, or in words below the question."""

from telegram import Update

from bot.context import BotContext
from bot.domain.cases import Case, CaseKind, Solved, Status
from bot.domain.drafts import Part
from handlers.adding import MISSING, leave_addition
from handlers.buttons import button, row
from handlers.drafting import say_draft
from handlers.steps import quoted_in
from handlers.wishes import verdict_of


async def verdict_typed(update: Update, context: BotContext) -> bool:
    """Whether the message answered the question: a reply to it, or the first words after it. What was begun goes on."""
    message = update.effective_message
    said = verdict_of(message) if message else None
    case = await context.services.own_cases.asked_about(quoted_in(update)) if said else None
    if said is None or case is None:
        return False
    await take_verdict(context, case, said)
    if said is not Solved.PARTLY:
        await say_draft(context)
    return True


async def take_verdict(context: BotContext, case: Case, said: Solved) -> None:
    """Yes, partly or no; of "partly" it is asked what is missing."""
    if said is not Solved.PARTLY:
        await leave_addition(context, case)
    if said is Solved.PARTLY and case.status is Status.HANDLED:
        await _ask_what_is_missing(context, case)
    else:
        await keep_verdict(context, case, said)


async def keep_verdict(context: BotContext, case: Case, solved: Solved, part: Part | None = None) -> None:
    """With what is missing, if that was said."""
    case = await context.services.cases.say_solved(case, solved, part)
    thanks = "idea-thanks" if case.kind is CaseKind.IDEA else "solved-thanks"
    name = thanks if solved is Solved.YES else "solved-reopened"
    await context.services.cases.tell(case, name, number=case.number, said=solved.value)


async def _ask_what_is_missing(context: BotContext, case: Case) -> None:
    step = await context.services.steps.interrupt(MISSING, "words", case=case.id)
    skip = button("solved-no-words", "missing-skip", step.version)
    leave = row(skip, button("draft-stop", "missing-stop", step.version))
    await context.say("solved-missing", number=case.number, buttons=leave)
