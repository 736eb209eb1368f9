"""/zoek: cases by number, street or words, a page at a time; what was looked for is kept nowhere."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.cases import CaseId
from bot.domain.intents import Value
from bot.services.search import NEAR, Search
from bot.texts import Html
from handlers.buttons import arguments, number, pressed, turning
from handlers.listed import case_row, opening
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE

FOUND: Final = "search-found"
PAGE: Final = 10


async def search(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/zoek and what to look for."""
    asked = " ".join(context.args or [])
    _ = context.staff
    found = await context.services.search.find(asked)
    if found is None:
        await context.say("search-how")
        return
    cases = " ".join(map(str, found.cases))
    await context.say(FOUND, page=0, cases=cases, more=found.more, older=found.older)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another page in the place of this one: which cases were found, the message itself knows."""
    (page,) = arguments(update, 1)
    _ = context.staff
    shown = await context.services.screens.values(context.pressed, FOUND)
    await context.show(
        FOUND,
        page=number(page),
        cases=shown.get("cases", ""),
        more=shown.get("more", False),
        older=shown.get("older", False),
    )


async def _found_view(scene: Scene) -> Screen | None:
    """One page of what was found, as it is now."""
    if scene.turn.staff is None:
        return None
    cases = _cases(scene.intent.values)
    last = max(len(cases) - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    shown = await Search(scene.turn).page(cases[page * PAGE : (page + 1) * PAGE])
    heading = scene.text(
        FOUND,
        count=len(cases),
        page=page + 1,
        pages=last + 1,
        more=str(bool(scene.intent.values.get("more"))),
    )
    text = lines(heading, *(case_row(scene, one) for one in shown), _where(scene))
    return Screen(text, opening(scene, shown) + turning("search", page, last))


def _where(scene: Scene) -> Html:
    """What was looked through, and what was not."""
    return scene.text("search-where", older=str(bool(scene.intent.values.get("older"))), near=NEAR)


def _cases(values: Mapping[str, Value]) -> tuple[CaseId, ...]:
    return tuple(CaseId(int(one)) for one in str(values.get("cases") or "").split())


VIEWS: Final[Mapping[str, View]] = {FOUND: _found_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [CommandHandler("zoek", search, PRIVATE & FROM_STAFF), pressed("search", turn_page)]
