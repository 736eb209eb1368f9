"""✖️: what a colleague wrote goes back with a word; an announcement, or a quick answer that was proposed."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.quick import Proposal, ProposalState
from bot.services.approvals import QUESTION
from bot.services.quick_answers import READY
from bot.services.refusals import REFUSE
from bot.services.steps import Step
from handlers.buttons import arguments, button, number, pressed, row
from handlers.render import View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of


async def ask_why(context: BotContext, step: Step) -> None:
    """The question what must change."""
    stopping = row(button("answer-stop", "refuse-stop", step.version))
    about = "quick" if "proposal" in step.payload else "announcement"
    await context.say("refuse-why", about=about, buttons=stopping)


async def write(update: Update, context: BotContext) -> None:
    """The word: below what was read stands what became of it."""
    await context.services.handling.refuse_other_case(quoted_in(update))
    refusals = context.services.refusals
    context.pressed = refusals.begun().payload["below"]
    decided = await refusals.write(words_of(update))
    if isinstance(decided, Proposal):
        await context.show(READY, proposal=decided.id)
        is_back = decided.state is ProposalState.REFUSED
    else:
        await context.show(QUESTION, announcement=decided.id, round=decided.round)
        is_back = decided.refusal is not None
    await context.say("refuse-sent" if is_back else "refuse-late")


async def stop(update: Update, context: BotContext) -> None:
    """Nothing goes back; it waits as before."""
    (version,) = arguments(update, 1)
    await context.services.refusals.stop(number(version))
    await context.show("refuse-stopped")


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("refuse-stop", stop),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(REFUSE), write),
    ]
