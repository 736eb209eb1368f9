"""What a resident can press about a case of their own: on the receipt, in the list, below an outcome."""

from bot.context import BotContext
from bot.domain.cases import Case, CaseKind, Solved, Status
from bot.domain.intents import Buttons
from handlers.buttons import button, row


def doings(case: Case) -> Buttons:
    """Add something; of a signal also: it is happening again. What was taken back can only be reported anew."""
    if case.status is Status.WITHDRAWN:
        return row(button("case-anew", "anew", case.id))
    add = button("case-add", "add", case.id)
    return row(add) if case.kind is not CaseKind.SIGNAL else row(add, button("case-again", "again", case.id))


def solved_buttons(case: Case) -> Buttons:
    """Is it solved? Yes, partly, no."""
    return row(*(button(f"solved-{said}", "solved", case.id, said.value) for said in Solved))


async def taken_back(context: BotContext, case: Case) -> None:
    """What was taken back stays so; it can be reported anew, with what is known of it."""
    await context.say("case-taken-back", of_case=case.id, buttons=doings(case), number=case.number)
