"""The receipt, and what a resident does from it: add something, ask for a person."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import Case, CaseKind, Status
from bot.domain.errors import ButtonExpired
from bot.services.cases import Cases
from bot.texts import Html
from handlers.adding import ADD, add_to, added_elsewhere
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_buttons import doings, taken_back
from handlers.dates import in_words
from handlers.drafting import part_of, say_draft
from handlers.menu import BACK, CASES, MENU_PRESS
from handlers.phrases import lines, owner_words
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, WORDS, InStep, Labelled


async def ask_words(update: Update, context: BotContext) -> None:
    """Add something: the next message goes to this case."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    if case.status is Status.WITHDRAWN:
        await taken_back(context, case)
        return
    step = await context.services.steps.interrupt(ADD, "words", case=case.id)
    leave = row(button("draft-stop", "add-stop", step.version))
    await context.say("add-ask", of_case=case.id, number=case.number, buttons=leave)


async def take_words(update: Update, context: BotContext) -> None:
    """What is to be added came; a reply to another case goes there, and this one still waits."""
    if await added_elsewhere(update, context):
        return
    payload = await context.services.steps.end()
    case = await context.services.cases.own(payload["case"])
    await add_to(context, case, part_of(update))
    await say_draft(context)


async def stop_adding(update: Update, context: BotContext) -> None:
    """Nothing is added; what was interrupted goes on."""
    step = context.turn.step
    if step is None or step.kind != ADD or step.version != number(*arguments(update, 1)):
        raise ButtonExpired
    await context.services.steps.end()
    await context.show("add-stopped")
    await say_draft(context)


async def leave(_: Update, context: BotContext) -> None:
    """Back, typed or on a keyboard that outlived its question: never what is to be added."""
    await context.services.steps.end()
    await context.say("add-stopped")
    await say_draft(context)


async def talk(update: Update, context: BotContext) -> None:
    """A conversation, please."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    await context.services.cases.talk(case)
    await context.show("talk-asked", of_case=case.id)


async def _received(scene: Scene) -> Screen | None:
    """Number, who answers, by when."""
    case = await Cases(scene.turn).find(scene.intent.case)
    if case is None:
        return None
    owner = await owner_words(scene, case)
    due = in_words(scene.texts, scene.language, case.expected_on) if case.expected_on else ""
    name = "case-received-idea" if case.kind is CaseKind.IDEA else "case-received"
    text = scene.text(name, number=case.number, owner=owner, due=due)
    return Screen(lines(text, _then(scene, case)), (*doings(case), (button(CASES, "mine"),)))


def _then(scene: Scene, case: Case) -> Html | None:
    """What happens with an idea, as the city wrote it."""
    ideas = scene.turn.city.ideas
    if case.kind is not CaseKind.IDEA or ideas is None:
        return None
    return Html(f"\n{escape(ideas.then.says(scene.language), quote=False)}")


async def _talk_asked(scene: Scene) -> Screen | None:
    """By when somebody answers."""
    case = await Cases(scene.turn).find(scene.intent.case)
    if case is None or case.expected_on is None:
        return None
    return Screen(scene.text("talk-asked", due=in_words(scene.texts, scene.language, case.expected_on)))


VIEWS: Final[Mapping[str, View]] = {"talk-asked": _talk_asked, "case-received": _received}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("add", ask_words),
        pressed("add-stop", stop_adding),
        pressed("talk", talk),
        MessageHandler(FRESH & InStep(ADD) & Labelled(BACK), leave),
        MessageHandler(FRESH & InStep(ADD) & WORDS & ~MENU_PRESS, take_words),
    ]
