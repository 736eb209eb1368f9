"""Visits: on which day somebody goes there, a reminder on the morning, and that one was there."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.cases import Case, CaseId
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons
from bot.services.calendar import Calendar
from bot.services.dossiers import Dossiers
from bot.services.screen_names import LOAD_CASE, VISIT
from bot.services.visits import REMINDS, Visits
from handlers.buttons import arguments, button, named, number, pressed, row, two_columns
from handlers.dates import in_words
from handlers.happenings import HappeningHandler
from handlers.phrases import case_subject, lines, place_words
from handlers.render import Scene, Screen, View

ASK: Final = "visit-ask"
DAYS_OFFERED: Final = 8


async def ask(update: Update, context: BotContext) -> None:
    """🏠: the day is asked for."""
    (case_id,) = arguments(update, 1)
    case = await context.services.visits.visitable(CaseId(number(case_id)))
    await context.show(ASK, of_case=case.id)


async def plan(update: Update, context: BotContext) -> None:
    """That day."""
    case_id, day = arguments(update, 2)
    on = _day(day)
    case = await context.services.visits.plan(CaseId(number(case_id)), on)
    words = in_words(context.open_turn.texts, context.turn.city.master.code, on)
    name = "visit-planned" if await context.services.visits.reminds(case) else "visit-planned-soon"
    await context.show(name, of_case=case.id, number=case.number, day=words, buttons=_back(case))


async def done(update: Update, context: BotContext) -> None:
    """✅: somebody was there; what was seen can be noted."""
    (case_id,) = arguments(update, 1)
    case = await context.services.visits.done(CaseId(number(case_id)))
    buttons = row(button("desk-note", "desk-note", case.id)) + _back(case)
    await context.show("visited", of_case=case.id, number=case.number, buttons=buttons)


async def drop(update: Update, context: BotContext) -> None:
    """No visit after all."""
    (case_id,) = arguments(update, 1)
    case = await context.services.visits.drop(CaseId(number(case_id)))
    await context.show("visit-dropped", of_case=case.id, number=case.number, buttons=_back(case))


async def remind(happening: Happening, context: BotContext) -> None:
    """The morning of the day has come."""
    await context.services.visits.remind(CaseId(happening.detail["case"]), happening.detail["on"])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ButtonExpired from None


def _back(case: Case) -> Buttons:
    return row(button("desk-open", "visit-case", case.id))


async def back(update: Update, context: BotContext) -> None:
    """To the case: a contact worker's own screen of it, or the card of the desk."""
    (case_id,) = arguments(update, 1)
    case = await context.services.visits.seen(CaseId(number(case_id)))
    if await context.services.caseload.has(case):
        await context.services.looks.opened(case, await context.show(LOAD_CASE, of_case=case.id))
    else:
        await context.services.work.open(case.id)


async def _ask_view(scene: Scene) -> Screen | None:
    """Today, tomorrow and the working days after that."""
    case = await Dossiers(scene.turn).case(scene.intent.case)
    if case is None:
        return None
    visit = await Visits(scene.turn).of(case)
    dropping = row(button("visit-drop", "visit-drop", case.id)) if visit else ()
    return Screen(scene.text(ASK, number=case.number), _days(scene, case) + dropping + _back_button(case))


def _back_button(case: Case) -> Buttons:
    return row(button("desk-back", "visit-case", case.id))


def _days(scene: Scene, case: Case) -> Buttons:
    calendar = Calendar(scene.turn.city)
    today = calendar.local_day(scene.turn.now)
    soon = [
        button("desk-today", "visit-on", case.id, today.isoformat()),
        button("desk-tomorrow", "visit-on", case.id, (today + timedelta(days=1)).isoformat()),
    ]
    later: list[Button] = []
    day = today + timedelta(days=2)
    while len(later) < DAYS_OFFERED:
        if calendar.is_working_day(day):
            words = in_words(scene.texts, scene.language, day)
            later.append(named(words, "visit-on", case.id, day.isoformat()))
        day += timedelta(days=1)
    return row(*soon) + two_columns(later)


async def _today_view(scene: Scene) -> Screen | None:
    """Where to go; nothing once it was done, moved or dropped."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    visit = await Visits(scene.turn).of(case) if case else None
    if case is None or staff is None or visit is None or visit.staff != staff.id:
        return None
    text = scene.text(
        VISIT,
        number=case.number,
        about=case_subject(scene, case),
    )
    place = place_words(scene.turn.city, case.wijk, "" if case.sensitive else case.place)
    text = lines(text, scene.text("draft-place-is", place=place) if place else None)
    done_or_not = row(button("visit-done", "visit-done", case.id), button("visit-move", "visit", case.id))
    return Screen(text, done_or_not + _back(case))


VIEWS: Final[Mapping[str, View]] = {ASK: _ask_view, VISIT: _today_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("visit", ask),
        pressed("visit-on", plan),
        pressed("visit-done", done),
        pressed("visit-drop", drop),
        pressed("visit-case", back),
        HappeningHandler(REMINDS, remind),
    ]
