"""Is it solved? Yes ends it; partly and no reopen it, and what is missing goes along."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext, Happening
from bot.domain.cases import Case, CaseId, CaseKind, Solved, Status
from bot.domain.drafts import Part
from bot.domain.errors import ButtonExpired
from bot.services.cases import TALK_AFTER, Cases
from bot.services.verdicts import ASK_AGAIN, SETTLE
from bot.texts import Html
from handlers.adding import MISSING, add_to, added_elsewhere
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_buttons import solved_buttons
from handlers.dates import day_in, in_words
from handlers.discreet import discreet, own_case
from handlers.drafting import part_of, say_draft
from handlers.happenings import HappeningHandler
from handlers.menu import BACK, MENU_PRESS
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, WORDS, InStep, Labelled
from handlers.verdict import keep_verdict, take_verdict


async def say(update: Update, context: BotContext) -> None:
    """Yes, partly or no was pressed; a second press gives the same answer."""
    wanted, said = arguments(update, 2)
    if said not in set(Solved):
        raise ButtonExpired
    case = await context.services.cases.own(number(wanted))
    await take_verdict(context, case, Solved(said))


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
    await leave(update, context)


async def leave(_: Update, context: BotContext) -> None:
    """The same for Back, typed or on a keyboard that outlived its question: never what is missing."""
    payload = await context.services.steps.end()
    case = await context.services.cases.own(payload["case"])
    name = "solved-stopped" if case.status is Status.HANDLED else "add-stopped"
    await context.show(name, number=case.number)
    await say_draft(context)


async def ask_again(happening: Happening, context: BotContext) -> None:
    """A week has passed without a word."""
    detail = happening.detail
    await context.services.verdicts.ask_again(CaseId(detail["case"]), detail["until"])


async def settle(happening: Happening, context: BotContext) -> None:
    """Two weeks have passed without a word."""
    await context.services.verdicts.settle(CaseId(happening.detail["case"]))


async def _reopen(context: BotContext, part: Part | None) -> None:
    payload = await context.services.steps.end()
    case = await context.services.cases.own(payload["case"])
    if case.status is Status.HANDLED:
        await keep_verdict(context, case, Solved.PARTLY, part)
    elif part is not None:  # it was reopened in another way since: the words are as welcome
        await add_to(context, case, part)
    else:
        await context.show("add-stopped")
    await say_draft(context)


def _require_step(update: Update, context: BotContext) -> None:
    step = context.turn.step
    if step is None or step.kind != MISSING or step.version != number(*arguments(update, 1)):
        raise ButtonExpired


async def _reopened(scene: Scene) -> Screen | None:
    """By when to expect an answer now; after the second time a conversation is proposed."""
    case = await Cases(scene.turn).find(scene.intent.case)
    if case is None:
        return None
    due = in_words(scene.texts, scene.language, case.expected_on) if case.expected_on else ""
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


async def _ask_again(scene: Scene) -> Screen | None:
    """The same question, with the day by when; nothing once it was answered, or the case goes on."""
    case = await _unsaid(scene)
    if case is None:
        return None
    name = "idea-ask-again" if case.kind is CaseKind.IDEA else ASK_AGAIN
    text = lines(scene.text(name, number=case.number, day=day_in(scene)), _question(scene, case))
    return Screen(text, solved_buttons(case))


async def _settled(scene: Scene) -> Screen | None:
    """Closed, because nothing was said; a late answer still counts."""
    case = await _unsaid(scene)
    if case is None:
        return None
    text = lines(scene.text(SETTLE, number=case.number), _question(scene, case))
    return Screen(text, solved_buttons(case))


def _question(scene: Scene, case: Case) -> Html:
    """The one that was asked when it was closed: an idea is not solved, but answered."""
    return Html(f"\n{scene.text('idea-ask' if case.kind is CaseKind.IDEA else 'solved-ask')}")


async def _unsaid(scene: Scene) -> Case | None:
    case = await own_case(scene)
    if case is None or case.status is not Status.HANDLED or await Cases(scene.turn).solved_said(case):
        return None
    return case


VIEWS: Final[Mapping[str, View]] = {
    ASK_AGAIN: discreet(_ask_again),
    SETTLE: discreet(_settled),
    "solved-reopened": _reopened,
    "added-to-handled": _added_to_handled,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("solved", say),
        pressed("missing-skip", without_words),
        pressed("missing-stop", stop),
        HappeningHandler(ASK_AGAIN, ask_again),
        HappeningHandler(SETTLE, settle),
        MessageHandler(FRESH & InStep(MISSING) & Labelled(BACK), leave),
        MessageHandler(FRESH & InStep(MISSING) & WORDS & ~MENU_PRESS, take_missing),
    ]
