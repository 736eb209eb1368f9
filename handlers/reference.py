"""The reference of a case in the city's own system: one line, noted and shown on the card."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseId
from bot.services.dossiers import Dossiers
from bot.services.references import REFERENCE
from handlers.buttons import arguments, button, number, pressed, row
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of

KEPT: Final = "reference-kept"


async def begin(update: Update, context: BotContext) -> None:
    """🔖: what is written next is the reference."""
    (case_id,) = arguments(update, 1)
    context.services.answers.refuse_while_words_wait()
    case = await context.services.references.begin(CaseId(number(case_id)))
    version = context.turn.step.version if context.turn.step else 0
    clearing = (button("reference-clear", "reference-clear", version),) if case.reference else ()
    buttons = row(*clearing, button("reference-stop", "reference-stop", version))
    await context.say("reference-ask", of_case=case.id, number=case.number, buttons=buttons)


async def write(update: Update, context: BotContext) -> None:
    """The reference; a reply to another case is not meant as one."""
    case_id = CaseId(context.turn.step.payload["case"] if context.turn.step else 0)
    await context.services.handling.refuse_other_case(quoted_in(update), case_id)
    case = await context.services.references.keep(words_of(update))
    await context.say(KEPT, of_case=case.id)


async def clear(update: Update, context: BotContext) -> None:
    case = await context.services.references.clear(number(*arguments(update, 1)))
    await context.show("reference-gone", of_case=case.id, number=case.number)


async def stop(update: Update, context: BotContext) -> None:
    await context.services.references.stop(number(*arguments(update, 1)))
    await context.show("reference-stopped")


async def _kept_view(scene: Scene) -> Screen | None:
    case = await Dossiers(scene.turn).case(scene.intent.case)
    if case is None or not case.reference:
        return None
    return Screen(scene.text(KEPT, number=case.number, reference=case.reference))


VIEWS: Final[Mapping[str, View]] = {KEPT: _kept_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-reference", begin),
        pressed("reference-clear", clear),
        pressed("reference-stop", stop),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(REFERENCE), write),
    ]
