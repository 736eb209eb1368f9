"""What a resident can press about a case of their own: on the receipt, in the list, below an outcome."""

from bot.domain.cases import Case, CaseKind, Solved, Status
from bot.domain.intents import Buttons
from handlers.buttons import button, row


def doings(case: Case) -> Buttons:
    """Add something; of a signal also: it is happening again. Nothing of what was taken back."""
    if case.status is Status.WITHDRAWN:
        return ()
    add = button("case-add", "add", case.id)
    return row(add) if case.kind is not CaseKind.SIGNAL else row(add, button("case-again", "again", case.id))


def solved_buttons(case: Case) -> Buttons:
    """Is it solved? Yes, partly, no."""
    return row(*(button(f"solved-{said}", "solved", case.id, said.value) for said in Solved))
