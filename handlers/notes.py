"""Notes: what only staff see. A note has a step of its own, so it can never reach a resident by mistake."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseId
from bot.domain.errors import ButtonExpired
from bot.services.in_between import begin_over
from handlers.buttons import arguments, button, number, pressed, row
from handlers.render import View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of

NOTE: Final = "note"


async def begin(update: Update, context: BotContext) -> None:
    """📝: what is written next is a note."""
    (case_id,) = arguments(update, 1)
    case = await context.services.handling.notable(CaseId(number(case_id)))
    context.services.answers.refuse_while_words_wait()
    step = await begin_over(context.turn, NOTE, NOTE, case=case.id)
    stopping = row(button("answer-stop", "desk-note-stop", step.version))
    await context.say(
        "note-write", of_case=case.id, number=case.number, readers=_readers(context), buttons=stopping
    )


async def write(update: Update, context: BotContext) -> None:
    """The note; anything but a text is refused."""
    step = context.turn.step
    case_id = CaseId(step.payload["case"] if step else 0)
    await context.services.handling.refuse_other_case(quoted_in(update), case_id)
    case = await context.services.handling.note(case_id, words_of(update))
    await context.services.steps.end()
    await context.say("note-kept", of_case=case.id, number=case.number, readers=_readers(context))


def _readers(context: BotContext) -> str:
    """The organisation whose people alone read it; those of the city have none."""
    return context.staff.organisation or "none"


async def stop(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    step = context.turn.step
    if step is None or step.kind != NOTE or step.version != number(version):
        raise ButtonExpired
    await context.services.steps.end()
    await context.show("note-stopped")


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-note", begin),
        pressed("desk-note-stop", stop),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(NOTE), write),
    ]
