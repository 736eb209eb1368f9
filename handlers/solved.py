"""Is it solved? Yes ends it; partly and no reopen it, and what is missing goes along."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import Case, Solved, Status
from bot.domain.drafts import Part
from bot.domain.errors import ButtonExpired
from bot.services.cases import TALK_AFTER, Cases
from handlers.adding import MISSING, added_elsewhere
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_buttons import solved_buttons
from handlers.dates import in_words
from handlers.drafting import part_of, say_draft
from handlers.menu import MENU_PRESS
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, WORDS, InStep


async def say(update: Update, context: BotContext) -> None:
    """Yes, partly or no was pressed; a second press gives the same answer."""
    wanted, said = arguments(update, 2)
    if said not in set(Solved):
        raise ButtonExpired
    case = await context.services.cases.own(number(wanted))
    if said == Solved.PARTLY and case.status is Status.HANDLED:
        await _ask_what_is_missing(context, case)
    else:
        await _say(context, case, Solved(said))


async def take_missing(update: Update, context: BotContext) -> None:
    """What is missing came; a reply to another case goes there, and this one still waits."""
    if await added_elsewhere(update, context):
        return
    await _reopen(context, part_of(update))


async def without_words(update: Update, context: BotContext) -> None:
    """It is only partly solved, and nothing more is said."""
    _require_step(update, context)
    await _reopen(context, None)


async def stop(update: Update, context: BotContext) -> None:
    """It stays as it was."""
    _require_step(update, context)
    payload = await context.services.steps.end()
    case = await context.services.cases.own(payload["case"])
    await context.show("solved-stopped", number=case.number)
    await say_draft(context)


async def _ask_what_is_missing(context: BotContext, case: Case) -> None:
    step = await context.services.steps.interrupt(MISSING, "words", case=case.id)
    skip = button("solved-no-words", "missing-skip", step.version)
    leave = row(skip, button("draft-stop", "missing-stop", step.version))
    await context.say("solved-missing", number=case.number, buttons=leave)


async def _reopen(context: BotContext, part: Part | None) -> None:
    payload = await context.services.steps.end()
    case = await context.services.cases.own(payload["case"])
    await _say(context, case, Solved.PARTLY, part)
    await say_draft(context)


async def _say(context: BotContext, case: Case, solved: Solved, part: Part | None = None) -> None:
    case = await context.services.cases.say_solved(case, solved, part)
    name = "solved-thanks" if solved is Solved.YES else "solved-reopened"
    await context.services.cases.tell(case, name, number=case.number, said=solved.value)


def _require_step(update: Update, context: BotContext) -> None:
    step = context.turn.step
    if step is None or step.kind != MISSING or step.version != number(*arguments(update, 1)):
        raise ButtonExpired


async def _reopened(scene: Scene) -> Screen | None:
    """By when to expect an answer now; after the second time a conversation is proposed."""
    case = await Cases(scene.turn).find(scene.intent.case)
    if case is None:
        return None
    due = in_words(scene.texts, scene.language, case.due_on) if case.due_on else ""
    said = scene.intent.values["said"]
    if case.reopened < TALK_AFTER:
        text = scene.text("solved-reopened", number=case.number, due=due, said=said)
        return Screen(text, row(button("case-add", "add", case.id)))
    text = scene.text("solved-talk", number=case.number, due=due)
    return Screen(
        text, (*row(button("case-talk", "talk", case.id)), *row(button("case-add", "add", case.id)))
    )


async def _added_to_handled(scene: Scene) -> Screen | None:
    case = await Cases(scene.turn).find(scene.intent.case)
    if case is None:
        return None
    text = scene.text("added-to-handled", number=case.number)
    return Screen(text, solved_buttons(case) if case.status is Status.HANDLED else ())


VIEWS: Final[Mapping[str, View]] = {
    "solved-reopened": _reopened,
    "added-to-handled": _added_to_handled,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("solved", say),
        pressed("missing-skip", without_words),
        pressed("missing-stop", stop),
        MessageHandler(FRESH & InStep(MISSING) & WORDS & ~MENU_PRESS, take_missing),
    ]
