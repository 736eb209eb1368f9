"""/afwezig: who is away, by role, until when and who stands in; and that somebody is back."""

from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import date
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext, Happening
from bot.domain.absences import Absence
from bot.domain.intents import Button
from bot.domain.people import StaffId, StaffMember
from bot.domain.permissions import may_be_away, may_send_away
from bot.services.absences import BEGINS, ENDS, Absences
from bot.services.staff import Staff
from bot.texts import Html
from handlers.buttons import arguments, button, column, number, pressed, turning
from handlers.dates import in_words
from handlers.happenings import HappeningHandler
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE

HOME: Final = "away"
# Each with up to two buttons: Telegram takes a hundred, and nobody reads as many lines.
PAGE: Final = 8


async def home(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/afwezig: how things are, and what can be done."""
    _ = context.staff
    await context.say(HOME)


async def turn_page(update: Update, context: BotContext) -> None:
    """More absences."""
    (page,) = arguments(update, 1)
    _ = context.staff
    await context.show(HOME, page=number(page))


async def is_back(update: Update, context: BotContext) -> None:
    """👋: earlier than was said, or it never comes."""
    (staff,) = arguments(update, 1)
    member = await context.services.absences.member(number(staff))
    await context.services.absences.end(member.id)
    await context.show(HOME)


async def begins(happening: Happening, context: BotContext) -> None:
    await context.services.absences.begin(StaffId(happening.detail["staff"]))


async def ends(happening: Happening, context: BotContext) -> None:
    await context.services.absences.end(StaffId(happening.detail["staff"]))


async def _home_view(scene: Scene) -> Screen | None:
    """Every absence that the reader may know of, by role; and what can be done about each."""
    staff = scene.turn.staff
    if staff is None:
        return None
    known = await Absences(scene.turn).known()
    mine = next((one for one in known if one.staff == staff.id), None)
    last = max(len(known) - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    shown = known[page * PAGE : (page + 1) * PAGE]
    rows = [await _line(scene, one) for one in shown]
    can_begin = mine is None and may_be_away(staff)
    heading = scene.text(HOME, count=len(known))
    buttons = [button("away-new", "away-new", staff.id)] if can_begin else []
    buttons += [one async for one in _ways_out(scene, staff, shown)]
    if await Absences(scene.turn).colleagues():
        buttons.append(button("away-other", "away-other"))
    return Screen(lines(heading, *rows), column(*buttons) + turning("away-list", page, last))


async def _ways_out(scene: Scene, staff: StaffMember, known: Iterable[Absence]) -> AsyncIterator[Button]:
    for one in known:
        member = await Staff(scene.turn).get(one.staff)
        if not may_send_away(staff, member):
            continue
        whose = "mine" if one.staff == staff.id else await colleague_words(scene, one.staff)
        yield button("away-back-now" if one.began else "away-cancel", "away-over", one.staff, whose=whose)
        if one.began:
            yield button("away-longer", "away-new", one.staff, whose=whose)


async def _line(scene: Scene, absence: Absence) -> Html:
    is_mine = scene.turn.staff is not None and scene.turn.staff.id == absence.staff
    return scene.text(
        "away-line",
        whose="mine" if is_mine else await colleague_words(scene, absence.staff),
        began=str(absence.began),
        **{"from": in_words(scene.texts, scene.language, absence.from_on)},
        until=in_words(scene.texts, scene.language, absence.until_on),
        by=await colleague_words(scene, absence.substitute) if absence.substitute else "nobody",
    )


async def colleague_words(scene: Scene, staff: StaffId) -> str:
    """A colleague by role and places, never by name."""
    member = await Staff(scene.turn).get(staff)
    places = Staff(scene.turn).places_of(member.places)
    return scene.label("colleague", who=member.role.value, places=places)


def day_words(scene: Scene, key: str) -> str:
    """The day that an intent carries, in words; "none" for none."""
    found = scene.intent.values.get(key)
    return in_words(scene.texts, scene.language, date.fromisoformat(str(found))) if found else "none"


async def _told_view(scene: Scene) -> Screen:
    """To the substitute: whose work it is, by role."""
    values = scene.intent.values
    absent = await colleague_words(scene, StaffId(int(values["absent"] or 0)))
    text = scene.text(
        scene.intent.name, absent=absent, until=day_words(scene, "until"), count=int(values["count"] or 0)
    )
    return Screen(text, column(button("digest-work", "digest-work")))


VIEWS: Final[Mapping[str, View]] = {
    HOME: _home_view,
    "away-stand-in": _told_view,
    "away-stood-in": _told_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("afwezig", home, PRIVATE & FROM_STAFF),
        pressed("away-list", turn_page),
        pressed("away-over", is_back),
        HappeningHandler(BEGINS, begins),
        HappeningHandler(ENDS, ends),
    ]
