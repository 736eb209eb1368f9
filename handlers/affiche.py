"""/affiche: the poster of a wijk as a PDF in the chat, for who works there."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.errors import NotYourRole
from bot.domain.intents import File
from bot.printing.poster import poster_pdf
from bot.services.posters import Posters
from handlers.buttons import arguments, named, number, pressed, turning, two_columns
from handlers.paper import poster_of
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF

WIJKEN: Final = "affiche-wijken"
SHEET: Final = "affiche-sheet"
PAGE: Final = 10


async def begin(_: Update, context: BotContext) -> None:
    """Ask of which wijk; who has one gets it at once."""
    wijken = context.services.posters.wijken()
    if not wijken:
        raise NotYourRole
    if len(wijken) == 1:
        await context.say(SHEET, wijk=wijken[0].id)
    else:
        await context.say(WIJKEN, page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """More wijken."""
    (page,) = arguments(update, 1)
    if not (wijken := context.services.posters.wijken()):
        raise NotYourRole
    await context.show(WIJKEN, page=min(number(page), len(wijken)))


async def send(update: Update, context: BotContext) -> None:
    """The poster of that wijk, below the list, which stays for the next one."""
    (wijk,) = arguments(update, 1)
    await context.say(SHEET, wijk=context.services.posters.wijk(wijk).id)


async def _wijken_view(scene: Scene) -> Screen:
    wijken = Posters(scene.turn).wijken()
    last = max(len(wijken) - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    some = wijken[page * PAGE : (page + 1) * PAGE]
    choices = two_columns(named(wijk.name, "affiche-of", wijk.id) for wijk in some)
    return Screen(scene.text(WIJKEN), (*choices, *turning("affiche", page, last)))


async def _sheet_view(scene: Scene) -> Screen | None:
    """Made as it leaves, beside the loop, and kept nowhere; nothing for who lost the wijk on the way."""
    found = (one for one in Posters(scene.turn).wijken() if one.id == scene.intent.values["wijk"])
    wijk = next(found, None)
    if wijk is None:
        return None
    city, at = scene.turn.city, scene.turn.now.astimezone(scene.turn.city.time_zone)
    poster = poster_of(scene.texts, city, wijk, scene.turn.rules.bot)
    pdf = await asyncio.to_thread(poster_pdf, poster, language=city.master.code, at=at)
    return Screen(scene.text(SHEET, wijk=wijk.name), file=File(f"affiche-{wijk.id}.pdf", pdf, may_leave=True))


VIEWS: Final[Mapping[str, View]] = {WIJKEN: _wijken_view, SHEET: _sheet_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("affiche", begin, FRESH & FROM_STAFF),
        pressed("affiche", turn_page),
        pressed("affiche-of", send),
    ]
