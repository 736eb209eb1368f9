"""Words typed instead of a command that no other feature answers: the menu, the languages, a greeting, thanks."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.errors import ButtonExpired
from bot.services.drafts import DRAFT
from bot.services.held import HELD
from handlers.buttons import arguments, button, pressed, row
from handlers.drafting import begin, say_draft
from handlers.languages import offer_languages
from handlers.menu import ASK, CASES, REPORT, show_menu
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, InNoStep, InStep
from handlers.verdict import verdict_typed
from handlers.wishes import FINE, NO, UNCLEAR, YES, Typed

# Elsewhere a greeting may be the answer to what was asked: what is still missing, when it happens again.
_NOTHING_ASKED: Final = FRESH & (InNoStep() | InStep(DRAFT) | InStep(HELD))


async def menu(_: Update, context: BotContext) -> None:
    """The menu, wherever one is; what was begun waits."""
    await show_menu(context)


async def thanks(update: Update, context: BotContext) -> None:
    """Thanks are no report; what was begun goes on. A thumb may say that it is solved."""
    if await verdict_typed(update, context):
        return
    await context.say("typed-thanked")
    await say_draft(context)


async def unclear(update: Update, context: BotContext) -> None:
    """A greeting, a yes, a question mark: no report is made of it; what was begun is shown again.

    A yes or no below "Is it solved?" answers that.
    """
    if await verdict_typed(update, context):
        return
    draft = context.services.drafts.now()
    if draft is not None and not draft.empty:
        await say_draft(context)
    else:
        waits = bool(await context.services.own_cases.awaiting_words())
        await context.say("typed-unclear", waits=waits)


async def start(update: Update, context: BotContext) -> None:
    """Report, or ask: one of the two buttons."""
    (kind,) = arguments(update, 1)
    if kind not in set(CaseKind):
        raise ButtonExpired
    await begin(context, CaseKind(kind))


async def _unclear(scene: Scene) -> Screen:
    """The question of words.md; who waits for an answer may look how far it is."""
    both = row(button(REPORT, "begin", CaseKind.SIGNAL), button(ASK, "begin", CaseKind.QUESTION))
    mine = row(button(CASES, "mine")) if scene.intent.values.get("waits") else ()
    return Screen(scene.text("not-understood"), (*both, *mine))


VIEWS: Final[Mapping[str, View]] = {"typed-unclear": _unclear}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        MessageHandler(FRESH & Typed("menu"), menu),
        MessageHandler(FRESH & Typed("language"), offer_languages),
        MessageHandler(_NOTHING_ASKED & Typed("thanks", FINE), thanks),
        MessageHandler(_NOTHING_ASKED & Typed(UNCLEAR, YES, NO), unclear),
        pressed("begin", start),
    ]
