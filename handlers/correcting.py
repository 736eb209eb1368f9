"""✏️: putting right an answer that has left, for a quarter of an hour; the resident's message is changed and marked."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext, Happening
from bot.domain.cases import Case, CaseMessageId, Words
from bot.services.answers import CORRECT
from bot.services.corrections import OVER, Corrections
from bot.services.dossiers import Dossiers
from bot.texts import Html
from handlers.answering import ASK_CORRECTION, SEE_CORRECTION, attached_words, say_correction
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_words import Reading, message_of, quoted
from handlers.happenings import HappeningHandler
from handlers.moments import clock_of
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of
from handlers.twinned import to_twins

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


async def bare(update: Update, context: BotContext) -> None:
    """🗑: without what was shown or spoken; the text alone, where there is one."""
    (version,) = arguments(update, 1)
    await say_correction(context, await context.services.corrections.text_alone(number(version)))


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
        is_open = str(detail.get("open", True))
        await context.say("correct-over", of_case=detail["case"], number=detail["number"], is_open=is_open)


async def _ask_view(scene: Scene) -> Screen | None:
    """The words as they left, to be written again."""
    pending = await Corrections(scene.turn).pending()
    if pending is None:
        return None
    until = clock_of(scene, Corrections(scene.turn).until(pending.message))
    what = "reason" if pending.is_reason else "answer" if pending.words is None else "empty"
    asked = scene.text(ASK_CORRECTION, number=pending.case.number, until=until, what=what)
    before = pending.message.words if pending.words is None else pending.words
    return Screen(lines(asked, *_shown(scene, pending.case, before)), scene.intent.buttons)


async def _preview_view(scene: Scene) -> Screen | None:
    pending = await Corrections(scene.turn).pending()
    if pending is None or pending.words is None or pending.words.empty:
        return None
    heading = scene.text(
        SEE_CORRECTION,
        number=pending.case.number,
        alias=pending.case.alias,
        what="reason" if pending.is_reason else "answer",
    )
    words = pending.words
    parts = [
        quoted(Reading(words.text)) if words.text else None,
        attached_words(scene, words),
        scene.text("answer-by-people") if pending.texts else None,
        await to_twins(scene, pending.case, await Corrections(scene.turn).along(pending)),
    ]
    return Screen(lines(heading, *parts), scene.intent.buttons)


def _shown(scene: Scene, case: Case, words: Words) -> list[Html | None]:
    """What the resident read and saw; words of a sensitive case do not stand in the chat."""
    is_shown = words.text and not case.sensitive
    return [quoted(Reading(words.text)) if is_shown else None, attached_words(scene, words)]


async def _sent_view(scene: Scene) -> Screen | None:
    """In the place of the preview: what the resident reads now; it can be put right again."""
    case, message = await Dossiers(scene.turn).case(scene.intent.case), await message_of(scene)
    if case is None or message is None:
        return None
    may_still = Corrections(scene.turn).may_still(message)
    again = row(button("answer-correct", "desk-correct", message.id)) if may_still else ()
    sent = scene.text(SENT, number=case.number)
    return Screen(lines(sent, *_shown(scene, case, message.words)), again)


VIEWS: Final[Mapping[str, View]] = {
    ASK_CORRECTION: _ask_view,
    SEE_CORRECTION: _preview_view,
    SENT: _sent_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-correct", begin),
        pressed("desk-correct-bare", bare),
        pressed("desk-correct-send", send),
        pressed("desk-correct-stop", stop),
        HappeningHandler(OVER, over),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(CORRECT), write),
    ]
