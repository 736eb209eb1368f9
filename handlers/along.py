"""Reading along: a resident hears that a contact worker may read to translate, and may rather not have that."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.errors import ButtonExpired
from bot.services.read_along import TOLD
from handlers.buttons import arguments, button, pressed, row
from handlers.menu import BACK
from handlers.render import Scene, Screen, View

YES: Final = "yes"
NO: Final = "no"


async def show(_: Update, context: BotContext) -> None:
    """From language and data: what was chosen, and the other choice."""
    await _show(context)


async def choose(update: Update, context: BotContext) -> None:
    """Yes or no, from wherever it was asked."""
    (said,) = arguments(update, 1)
    if said not in {YES, NO} or context.turn.staff is not None:
        raise ButtonExpired
    await context.services.read_along.choose(may=said == YES)
    if said == YES:
        await context.services.translations.ask_again_for(context.person.id)
    else:
        await context.services.arrivals.take_back_from_readers(context.person.id)
    await _show(context)


async def _show(context: BotContext) -> None:
    may = await context.services.read_along.chosen()
    other = button("along-no", "along", NO) if may else button("along-yes", "along", YES)
    back = row(button(BACK, "privacy"))
    await context.show("along", may=str(may), buttons=(*row(other), *back))


async def _told_view(scene: Scene) -> Screen:
    """Told once, with the way out below it."""
    return Screen(scene.text(TOLD), row(button("along-no", "along", NO)))


VIEWS: Final[Mapping[str, View]] = {TOLD: _told_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("along-show", show), pressed("along", choose)]
