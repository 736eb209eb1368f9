"""✏️: putting right an answer that has left, for a quarter of an hour; the resident's message is changed and marked."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext, Happening
from bot.domain.cases import CaseMessageId
from bot.services.answers import CORRECT
from bot.services.corrections import OVER, Corrections
from bot.services.dossiers import Dossiers
from handlers.answering import ASK_CORRECTION, SEE_CORRECTION, say_correction
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_words import Reading, message_of, quoted
from handlers.happenings import HappeningHandler
from handlers.moments import clock_of
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of

SENT: Final = "correct-sent"


async def begin(update: Update, context: BotContext) -> None:
    """✏️: what is written next takes the place of what was sent."""
    (message,) = arguments(update, 1)
    begun = await context.services.corrections.begin(CaseMessageId(number(message)))
    await say_correction(context, begun)


async def write(update: Update, context: BotContext) -> None:
    """The right words, seen once more."""
    case = context.turn.step.payload["case"] if context.turn.step else None
    await context.services.handling.refuse_other_case(quoted_in(update), case)
    await say_correction(context, await context.services.corrections.write(words_of(update)))


async def send(update: Update, context: BotContext) -> None:
    """✅: only now the resident's message is changed."""
    (version,) = arguments(update, 1)
    message = await context.services.corrections.send(number(version))
    await context.show(SENT, of_case=message.case, message=message.id)


async def stop(update: Update, context: BotContext) -> None:
    """✖️: what was sent stays as it is."""
    (version,) = arguments(update, 1)
    case = await context.services.corrections.stop(number(version))
    await context.show("correct-stopped", of_case=case.id, number=case.number)


async def over(happening: Happening, context: BotContext) -> None:
    """The quarter of an hour is over: nothing that was written stays unsent unnoticed."""
    detail = happening.detail
    if await context.services.corrections.time_is_up(detail["version"]):
        await context.say("correct-over", of_case=detail["case"], number=detail["number"])


async def _ask_view(scene: Scene) -> Screen | None:
    """The words as they left, to be written again."""
    pending = await Corrections(scene.turn).pending()
    if pending is None:
        return None
    until = clock_of(scene, Corrections(scene.turn).until(pending.message))
    asked = scene.text(ASK_CORRECTION, number=pending.case.number, until=until)
    before = None if pending.case.sensitive else quoted(Reading(pending.message.words.text))
    return Screen(lines(asked, before), scene.intent.buttons)


async def _preview_view(scene: Scene) -> Screen | None:
    pending = await Corrections(scene.turn).pending()
    if pending is None or not pending.text:
        return None
    heading = scene.text(SEE_CORRECTION, number=pending.case.number, alias=pending.case.alias)
    return Screen(lines(heading, quoted(Reading(pending.text))), scene.intent.buttons)


async def _sent_view(scene: Scene) -> Screen | None:
    """In the place of the preview: what the resident reads now; it can be put right again."""
    case, message = await Dossiers(scene.turn).case(scene.intent.case), await message_of(scene)
    if case is None or message is None:
        return None
    words = None if case.sensitive else quoted(Reading(message.words.text))
    may_still = Corrections(scene.turn).may_still(message)
    again = row(button("answer-correct", "desk-correct", message.id)) if may_still else ()
    return Screen(lines(scene.text(SENT, number=case.number), words), again)


VIEWS: Final[Mapping[str, View]] = {
    ASK_CORRECTION: _ask_view,
    SEE_CORRECTION: _preview_view,
    SENT: _sent_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-correct", begin),
        pressed("desk-correct-send", send),
        pressed("desk-correct-stop", stop),
        HappeningHandler(OVER, over),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(CORRECT), write),
    ]
