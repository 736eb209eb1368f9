"""✖️: what a colleague wrote goes back with a word; an announcement, or a quick answer that was proposed."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.quick import Proposal
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
    """The word: what was refused stands below it, as it is now."""
    await context.services.handling.refuse_other_case(quoted_in(update))
    decided = await context.services.refusals.write(words_of(update))
    if isinstance(decided, Proposal):
        await context.say(READY, proposal=decided.id)
    else:
        await context.say(QUESTION, announcement=decided.id, round=decided.round)


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
