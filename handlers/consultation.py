"""/agenda_wijk: a sheet for the structural consultation of a wijk, of a month that is over; nobody can be found in it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.city import Wijk, WijkId
from bot.domain.consultation import Band, Line, Month
from bot.domain.errors import ButtonExpired, NotYourRole
from bot.domain.intents import Button, Buttons, File
from bot.domain.permissions import may_consult
from bot.printing.consultation import Bar, Block, Figure, Sheet, consultation_pdf
from bot.services.consultations import Consultations
from handlers.buttons import arguments, button, column, named, number, pressed, row, two_columns
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF

WIJKEN: Final = "agenda-wijken"
MONTHS: Final = "agenda-months"
SHEET: Final = "agenda-sheet"
PAGE: Final = 10


async def begin(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """Ask of which wijk; who has one is asked for the month at once."""
    wijken = context.services.consultations.wijken()
    if not wijken:
        raise NotYourRole
    if len(wijken) == 1:
        await context.say(MONTHS, wijk=wijken[0].id)
    else:
        await context.say(WIJKEN, page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    (page,) = arguments(update, 1)
    if not (wijken := context.services.consultations.wijken()):
        raise NotYourRole
    await context.show(WIJKEN, page=min(number(page), len(wijken)))


async def choose(update: Update, context: BotContext) -> None:
    """That wijk; the month is asked for."""
    (wijk,) = arguments(update, 1)
    await context.show(MONTHS, wijk=context.services.consultations.wijk(wijk).id)


async def send(update: Update, context: BotContext) -> None:
    """The sheet of that month."""
    wijk, first = arguments(update, 2)
    consultations = context.services.consultations
    if (month := _month(first)) not in consultations.months():
        raise ButtonExpired
    await context.say(SHEET, wijk=consultations.wijk(wijk).id, month=month.isoformat())


def _month(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ButtonExpired from None


async def _wijken_view(scene: Scene) -> Screen:
    wijken = Consultations(scene.turn).wijken()
    page = min(int(scene.intent.values.get("page") or 0), max(len(wijken) - 1, 0) // PAGE)
    some = wijken[page * PAGE : (page + 1) * PAGE]
    choices = two_columns(named(wijk.name, "agenda-wijk", wijk.id) for wijk in some)
    return Screen(scene.text(WIJKEN), choices + _pages(wijken, page))


def _pages(wijken: Sequence[Wijk], page: int) -> Buttons:
    turns: list[Button] = []
    if page > 0:
        turns.append(button("page-before", "agenda", page - 1))
    if (page + 1) * PAGE < len(wijken):
        turns.append(button("page-after", "agenda", page + 1))
    return (tuple(turns),) if turns else ()


async def _months_view(scene: Scene) -> Screen:
    consultations = Consultations(scene.turn)
    wijk = consultations.wijk(str(scene.intent.values["wijk"]))
    choices = column(
        *(
            named(_month_words(scene, first), "agenda-of", wijk.id, first.isoformat())
            for first in consultations.months()
        )
    )
    back = row(button("desk-back", "agenda", 0)) if len(consultations.wijken()) > 1 else ()
    return Screen(scene.text(MONTHS, wijk=wijk.name), choices + back)


def _month_words(scene: Scene, first: date) -> str:
    return scene.label("agenda-month", month=first.month, year=str(first.year))


async def _sheet_view(scene: Scene) -> Screen | None:
    """Made as it leaves, beside the loop, and kept nowhere."""
    values, staff = scene.intent.values, scene.turn.staff
    first, wijk = date.fromisoformat(str(values["month"])), WijkId(str(values["wijk"]))
    is_theirs = staff is not None and may_consult(scene.turn.city, staff, wijk)
    if not is_theirs or first not in Consultations(scene.turn).months():
        return None
    month = await Consultations(scene.turn).month(wijk, first)
    sheet, at = sheet_of(scene, month), scene.turn.now.astimezone(scene.turn.city.time_zone)
    pdf = await asyncio.to_thread(consultation_pdf, sheet, language=scene.language, at=at)
    name = f"wijkoverleg-{wijk}-{first:%Y-%m}.pdf"
    return Screen(
        scene.text(SHEET, wijk=month.wijk, month=_month_words(scene, first)),
        file=File(name, pdf, may_leave=True),
    )


def sheet_of(scene: Scene, month: Month) -> Sheet:
    """The words of the page, in the language of who reads it."""
    return Sheet(
        title=scene.label("agenda-title"),
        wijk=month.wijk,
        month=_month_words(scene, month.first),
        city=scene.label("agenda-city"),
        figures=[
            Figure(_exact(scene, times), scene.label(f"agenda-{name}"))
            for name, times in (
                ("signals", month.signals),
                ("questions", month.questions),
                ("ideas", month.ideas),
            )
        ],
        bands=[
            Figure(_band(scene, found), scene.label(f"agenda-{name}"))
            for name, found in (("closed", month.closed), ("again", month.again), ("waiting", month.waiting))
        ],
        themes_heading=scene.label("agenda-themes"),
        themes=_bars(scene, month.themes),
        themes_note=_themes_note(scene, month),
        blocks=(
            Block(
                scene.label("agenda-places"),
                [(name, _band(scene, found)) for name, found in month.places],
                scene.label("agenda-no-places"),
            ),
            Block(
                scene.label("agenda-partners"),
                [(name, _band(scene, found)) for name, found in month.partners],
                scene.label("agenda-no-partners"),
            ),
        ),
        agreed=scene.label("agenda-agreed"),
        foot=scene.label("agenda-foot"),
    )


def _bars(scene: Scene, themes: Sequence[Line]) -> list[Bar]:
    longest = max((line.times or 0 for line in themes), default=0)
    return [
        Bar(
            _theme(scene, line.name),
            _exact(scene, line.times),
            None if line.times is None else line.times / longest,
        )
        for line in themes
    ]


def _theme(scene: Scene, category: str) -> str:
    known = scene.turn.city.category_of(category)
    return known.label.says(scene.language) if known else scene.label("agenda-unknown")


def _themes_note(scene: Scene, month: Month) -> str:
    if month.has_small_themes:
        return scene.label("agenda-more-themes")
    return "" if month.themes else scene.label("agenda-no-themes")


def _exact(scene: Scene, times: int | None) -> str:
    return scene.label("agenda-few") if times is None else str(times)


def _band(scene: Scene, found: Band) -> str:
    if found.least == 0:
        return scene.label("agenda-few")
    if found.below is None:
        return scene.label("agenda-many", least=str(found.least))
    return scene.label("agenda-between", least=str(found.least), most=str(found.below - 1))


VIEWS: Final[Mapping[str, View]] = {WIJKEN: _wijken_view, MONTHS: _months_view, SHEET: _sheet_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("agenda_wijk", begin, FRESH & FROM_STAFF),
        pressed("agenda", turn_page),
        pressed("agenda-wijk", choose),
        pressed("agenda-of", send),
    ]
