"""Closing a case: an outcome, a reason in words or none, and one more look before the resident reads it."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext, Happening
from bot.domain.cases import Case, CaseId, Closing
from bot.domain.city import City, QuickAnswer
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Buttons
from bot.services.answers import CLOSE
from bot.services.closings import WAITS, Closings
from handlers.buttons import arguments, button, column, named, number, pressed, row
from handlers.card_menus import partners_for
from handlers.case_words import Reading, quoted
from handlers.happenings import HappeningHandler
from handlers.phrases import lines
from handlers.quick_words import filled_in
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of
from handlers.unsent import still_waits

MOST_ELSEWHERE: Final = 6
AGAIN: Final = "close-again"


async def begin(update: Update, context: BotContext) -> None:
    """An outcome was chosen; the reason is asked for."""
    case_id, outcome = arguments(update, 2)
    if outcome not in set(Closing):
        raise ButtonExpired
    case = await context.services.closings.begin(CaseId(number(case_id)), Closing(outcome))
    version = context.turn.step.version if context.turn.step else 0
    leave = row(
        button("close-skip", "desk-closed", version), button("answer-stop", "desk-close-stop", version)
    )
    buttons = (_elsewhere(context, case, version) if outcome == Closing.NOT_FOR_US else ()) + leave
    count = await context.services.closings.reaches(case)
    await context.say(
        "close-why", of_case=case.id, number=case.number, outcome=outcome, count=count, buttons=buttons
    )


async def because(update: Update, context: BotContext) -> None:
    """The reason stands above; only a press sends it."""
    case = CaseId(context.turn.step.payload["case"] if context.turn.step else 0)
    await context.services.handling.refuse_other_case(quoted_in(update), case)
    step = await context.services.closings.because(words_of(update))
    await context.say(
        "close-preview",
        of_case=CaseId(step.payload["case"]),
        outcome=step.payload["outcome"],
        buttons=_decisions(step.version),
    )


def _decisions(version: int) -> Buttons:
    return row(button("close-now", "desk-closed", version), button("answer-stop", "desk-close-stop", version))


async def ask_about(happening: Happening, context: BotContext) -> None:
    """Ten minutes without a decision: it is still open."""
    if await still_waits(happening, context):
        about = happening.detail
        await context.say(AGAIN, of_case=about["case"], buttons=_decisions(about["version"]))


async def _again_view(scene: Scene) -> Screen | None:
    """What the resident would read, as it stands when this is written; nothing once it was decided about."""
    pending = await Closings(scene.turn).pending()
    if pending is None:
        return None
    case, outcome, reason = pending
    heading = scene.text(AGAIN, number=case.number, outcome=outcome.value)
    return Screen(lines(heading, quoted(Reading(reason))), scene.intent.buttons)


def _told_elsewhere(city: City) -> QuickAnswer | None:
    """The answer that somebody else handles it, at a number; None where the city has no such."""
    return next((one for one in city.quick_answers if one.text.placeholders == {"partner", "number"}), None)


def _elsewhere(context: BotContext, case: Case, version: int) -> Buttons:
    """Who does handle such things, with a number to give: first those that the city names for its category."""
    city = context.turn.city
    answer = _told_elsewhere(city)
    if answer is None:
        return ()
    handling = category.handlers if (category := city.category_of(case.category)) else ()
    able = sorted(partners_for(city.partners, answer), key=lambda one: one.id not in handling)
    return column(
        *(named(f"☎️ {one.name}", "desk-elsewhere", version, one.id) for one in able[:MOST_ELSEWHERE])
    )


async def elsewhere(update: Update, context: BotContext) -> None:
    """Not for us, but for them, at that number; the resident reads it in the own language."""
    version, partner = arguments(update, 2)
    answer = _told_elsewhere(context.turn.city)
    if answer is None:
        raise ButtonExpired
    case = await context.services.closings.case_of(number(version))
    words = await filled_in(context, answer, case, partner)
    step = await context.services.closings.elsewhere(number(version), words)
    await context.show(
        "close-elsewhere",
        of_case=CaseId(step.payload["case"]),
        outcome=step.payload["outcome"],
        words=step.payload["reason"],
        buttons=_decisions(step.version),
    )


async def finish(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    case = await context.services.closings.finish(number(version))
    outcome = case.outcome.value if case.outcome else ""
    told = str(case.resident is not None)
    reason = await context.services.corrections.reason_of(case) if case.resident else None
    correcting = (button("answer-correct", "desk-correct", reason.id),) if reason else ()
    further = row(*correcting, button("digest-work", "digest-work"))
    await context.show(
        "close-done", of_case=case.id, number=case.number, outcome=outcome, told=told, buttons=further
    )


async def stop(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    case = await context.services.closings.stop(number(version))
    await context.show("close-stopped", of_case=case)


VIEWS: Final[Mapping[str, View]] = {AGAIN: _again_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-close", begin),
        pressed("desk-closed", finish),
        pressed("desk-elsewhere", elsewhere),
        pressed("desk-close-stop", stop),
        HappeningHandler(WAITS, ask_about),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(CLOSE), because),
    ]
