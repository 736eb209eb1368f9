"""Discreet messages: of a sensitive case only that there is something; it opens on a press, and closes by itself."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.cases import Case
from bot.domain.intents import Act
from bot.services.dossiers import Dossiers
from bot.services.looks import FOLD
from handlers.buttons import button, pressed, row
from handlers.happenings import HappeningHandler
from handlers.menu import CASES
from handlers.render import Scene, Screen, View


async def unfold(_: Update, context: BotContext) -> None:
    """👁: what it says, for ten minutes."""
    await context.services.looks.open(context.pressed or 0)


async def fold(_: Update, context: BotContext) -> None:
    """🙈: closed again."""
    await context.services.looks.close(context.pressed or 0)


async def fold_by_itself(happening: Happening, context: BotContext) -> None:
    """It has been open long enough."""
    await context.services.looks.close_by_itself(happening.detail["message"])


def discreet(view: View) -> View:
    """A view of something about an own case; the telephone may lie on a table."""

    async def shown(scene: Scene) -> Screen | None:
        if folds_nothing(scene):
            return None
        case = await own_case(scene)
        screen = await view(scene) if case is not None else None
        if case is None or not case.sensitive:
            return screen
        if not scene.intent.values.get("shown"):
            return _closed(scene, case) if screen or scene.intent.act is Act.EDIT else None
        if screen is None:
            return Screen(scene.text("discreet-over", number=case.number), row(button(CASES, "mine")))
        return replace(screen, buttons=(*screen.buttons, *row(button("translated-hide", "fold"))))

    return shown


def folds_nothing(scene: Scene) -> bool:
    """Whether it would close a message that is gone: who deleted what was open wants nothing of it there again."""
    return scene.is_new and scene.intent.values.get("shown") is False


def _closed(scene: Scene, case: Case) -> Screen:
    return Screen(scene.text("discreet-news", number=case.number), row(button("answer-show", "unfold")))


async def own_case(scene: Scene) -> Case | None:
    """The case, while it is still the reader's own."""
    case = await Dossiers(scene.turn).case(scene.intent.case)
    is_own = case is not None and case.resident is not None and case.resident == scene.intent.person
    return case if is_own else None


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("unfold", unfold), pressed("fold", fold), HappeningHandler(FOLD, fold_by_itself)]
