"""/werk: what waits, most urgent first. /dossier: one case by its number, with all that was done."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.cases import Case, CaseId
from bot.domain.intents import Buttons
from bot.domain.permissions import may_read, may_see
from bot.domain.slices import shortened
from bot.services.cards import DOSSIER
from bot.services.dossiers import Dossiers
from bot.services.routing import Routing
from bot.services.work import Work
from bot.texts import Html
from handlers.buttons import arguments, button, named, number, pressed, two_columns
from handlers.dates import in_words
from handlers.phrases import case_line, case_subject, lines
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE

WORK: Final = "work-list"
PAGE: Final = 10
MOST_ACTS: Final = 40
MOST_NOTES: Final = 1_500


async def work(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/werk, or the button of a digest: the first page."""
    _ = context.staff
    await context.say(WORK, page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another page in the place of this one."""
    (page,) = arguments(update, 1)
    _ = context.staff
    await context.show(WORK, page=number(page))


async def open_case(update: Update, context: BotContext) -> None:
    """The card, anew."""
    (case_id,) = arguments(update, 1)
    await context.services.work.open(CaseId(number(case_id)))


async def dossier(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/dossier 48271: the card, and what was done."""
    asked = "".join(context.args or [])
    if not asked:
        await context.say("dossier-which")
        return
    case = await context.services.work.open((await context.services.handling.numbered(asked)).id)
    await context.services.cards.send(case, context.staff, DOSSIER)


async def _work_view(scene: Scene) -> Screen:
    """One page of what waits; what is gone since leaves the last page that there is."""
    count = await Work(scene.turn).count()
    last = max(count - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    shown = await Work(scene.turn).waiting(PAGE, skipped=page * PAGE)
    heading = scene.text(WORK, count=count, page=page + 1, pages=last + 1)
    rows = [await _line(scene, case) for case in shown]
    opening = two_columns(named(case_line(scene, case), "desk-open", case.id) for case in shown)
    return Screen(lines(heading, *rows), opening + _pages(page, last))


def _pages(page: int, last: int) -> Buttons:
    turns = []
    if page > 0:
        turns.append(button("page-before", "desk-work", page - 1))
    if page < last:
        turns.append(button("page-after", "desk-work", page + 1))
    return (tuple(turns),) if turns else ()


async def _line(scene: Scene, case: Case) -> Html:
    city = scene.turn.city
    owner = await Routing(scene.turn).owner(case)
    is_mine = owner is not None and scene.turn.staff is not None and owner.id == scene.turn.staff.id
    state = "urgent" if case.urgent else "late" if Work(scene.turn).is_late(case) else "waits"
    return scene.text(
        "work-line",
        state=state,
        who="nobody" if owner is None else "me" if is_mine else "colleague",
        number=case.number,
        about=case_subject(scene, case),
        wijk=city.wijk(case.wijk).name if case.wijk and city.has_wijk(case.wijk) else "none",
        day=in_words(scene.texts, scene.language, case.due_on) if case.due_on else "none",
    )


async def _dossier_view(scene: Scene) -> Screen | None:
    """What was done, by role and never by name, and the notes for who may read the case."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not may_see(scene.turn.city, staff, case):
        return None
    heading = scene.text("dossier-heading", number=case.number)
    acts = [act async for act in _acts(scene, case)]
    notes = [note async for note in _notes(scene, case)] if may_read(scene.turn.city, staff, case) else []
    return Screen(lines(heading, *acts, *notes))


async def _acts(scene: Scene, case: Case) -> AsyncIterator[Html]:
    """Line by line; the same act over and over within a minute is one line."""
    acts = [(_moment(scene, act.at), act.name, act.role) for act in await Dossiers(scene.turn).acts(case)]
    for (at, act, by), same in [(key, len(list(group))) for key, group in groupby(acts)][-MOST_ACTS:]:
        name = f"act-{act}" if scene.texts.has(scene.language, f"act-{act}") else "act-other"
        who = by.value if by else "none"
        yield scene.text("dossier-act", at=at, act=scene.label(name), who=who, times=same)


async def _notes(scene: Scene, case: Case) -> AsyncIterator[Html]:
    room = MOST_NOTES
    for note in reversed(await Dossiers(scene.turn).notes(case)):
        if room > 0:
            role = note.role.value if note.role else "none"
            text = shortened(note.text, room)
            yield scene.text("dossier-note", at=_moment(scene, note.at), who=role, note=text)
        room -= len(note.text)


def _moment(scene: Scene, at: datetime) -> str:
    return at.astimezone(scene.turn.city.time_zone).strftime("%d/%m %H:%M")


VIEWS: Final[Mapping[str, View]] = {WORK: _work_view, DOSSIER: _dossier_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("werk", work, PRIVATE & FROM_STAFF),
        CommandHandler("dossier", dossier, PRIVATE & FROM_STAFF),
        pressed("digest-work", work),
        pressed("desk-work", turn_page),
        pressed("desk-open", open_case),
    ]
