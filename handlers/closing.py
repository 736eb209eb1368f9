"""Closing a case: an outcome, a reason in words or none, and one more look before the resident reads it."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseId, Closing
from bot.domain.errors import ButtonExpired
from bot.services.answers import CLOSE
from handlers.buttons import arguments, button, number, pressed, row
from handlers.render import View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of


async def begin(update: Update, context: BotContext) -> None:
    """An outcome was chosen; the reason is asked for."""
    case_id, outcome = arguments(update, 2)
    if outcome not in set(Closing):
        raise ButtonExpired
    case = await context.services.closings.begin(CaseId(number(case_id)), Closing(outcome))
    version = context.turn.step.version if context.turn.step else 0
    buttons = row(
        button("close-skip", "desk-closed", version), button("answer-stop", "desk-close-stop", version)
    )
    await context.say("close-why", of_case=case.id, number=case.number, outcome=outcome, buttons=buttons)


async def because(update: Update, context: BotContext) -> None:
    """The reason stands above; only a press sends it."""
    case = CaseId(context.turn.step.payload["case"] if context.turn.step else 0)
    await context.services.handling.refuse_other_case(quoted_in(update), case)
    step = await context.services.closings.because(words_of(update))
    buttons = row(
        button("close-now", "desk-closed", step.version),
        button("answer-stop", "desk-close-stop", step.version),
    )
    await context.say(
        "close-preview",
        of_case=CaseId(step.payload["case"]),
        outcome=step.payload["outcome"],
        buttons=buttons,
    )


async def finish(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    case = await context.services.closings.finish(number(version))
    outcome = case.outcome.value if case.outcome else ""
    await context.show("close-done", of_case=case.id, number=case.number, outcome=outcome)


async def stop(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    case = await context.services.closings.stop(number(version))
    await context.show("close-stopped", of_case=case)


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-close", begin),
        pressed("desk-closed", finish),
        pressed("desk-close-stop", stop),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(CLOSE), because),
    ]
