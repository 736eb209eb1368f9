"""👥: a coordinator gives one case to a colleague, from its card."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import CaseId
from bot.domain.people import StaffId
from bot.domain.permissions import may_reassign
from bot.services.colleagues import Colleagues
from bot.services.dossiers import Dossiers
from handlers.buttons import arguments, button, column, named, number, pressed, row, turning
from handlers.colleagues import choice_words
from handlers.render import Scene, Screen, View

WHICH: Final = "give-which"
PAGE: Final = 8


async def which(update: Update, context: BotContext) -> None:
    """To whom: asked in a message of its own, so that the card stays."""
    (case_id,) = arguments(update, 1)
    case = await context.services.colleagues.given(CaseId(number(case_id)))
    await context.say(WHICH, of_case=case.id, page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    case_id, page = arguments(update, 2)
    case = await context.services.colleagues.given(CaseId(number(case_id)))
    await context.show(WHICH, of_case=case.id, page=number(page))


async def give(update: Update, context: BotContext) -> None:
    """It is in that colleague's hands from now on."""
    case_id, staff = arguments(update, 2)
    case = await context.services.colleagues.give(CaseId(number(case_id)), StaffId(number(staff)))
    await context.show("give-done", of_case=case.id, number=case.number)


async def leave(update: Update, context: BotContext) -> None:
    """Nothing was given."""
    _ = context.staff
    arguments(update, 0)
    await context.show("give-left")


async def _which_view(scene: Scene) -> Screen | None:
    """Who could have it; those who work in its wijk first."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not case.open or not may_reassign(scene.turn.city, staff, case):
        return None
    others = await Colleagues(scene.turn).candidates(case)
    last = max(len(others) - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    choices = [
        named(choice_words(scene, one.member), "give-to", case.id, one.member.id)
        for one in others[page * PAGE : (page + 1) * PAGE]
    ]
    text = scene.text(WHICH, number=case.number, count=len(others))
    stop = row(button("answer-stop", "give-left"))
    return Screen(text, column(*choices) + turning("give-page", page, last, case.id) + stop)


VIEWS: Final[Mapping[str, View]] = {WHICH: _which_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-give", which),
        pressed("give-page", turn_page),
        pressed("give-to", give),
        pressed("give-left", leave),
    ]
