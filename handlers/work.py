"""/dossier: one case by its number, with all that was done; and opening one out of a list."""

from collections.abc import AsyncIterator, Mapping
from itertools import groupby
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.cases import Case, CaseId
from bot.domain.permissions import may_read, may_see
from bot.domain.slices import shortened
from bot.services.cards import DOSSIER
from bot.services.dossiers import BY_ITSELF, Dossiers
from bot.texts import Html
from handlers.buttons import arguments, number, pressed
from handlers.colleagues import about_act
from handlers.moments import moment
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE

MOST_ACTS: Final = 40
MOST_NOTES: Final = 1_500


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
    await context.services.looks.dossier(case)


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
    acts = [
        (moment(scene, act.at), act.name, act.role, about_act(scene, act.detail))
        for act in await Dossiers(scene.turn).acts(case)
    ]
    for (at, act, by, about), same in [(key, len(list(group))) for key, group in groupby(acts)][-MOST_ACTS:]:
        name = f"act-{act}" if scene.texts.has(scene.language, f"act-{act}") else "act-other"
        who = by.value if by else "itself" if act in BY_ITSELF else "none"
        yield scene.text("dossier-act", at=at, act=scene.label(name), about=about, who=who, times=same)


async def _notes(scene: Scene, case: Case) -> AsyncIterator[Html]:
    room = MOST_NOTES
    for note in reversed(await Dossiers(scene.turn).notes(case)):
        if room > 0:
            role = note.role.value if note.role else "none"
            text = shortened(note.text, room)
            yield scene.text("dossier-note", at=moment(scene, note.at), who=role, note=text)
        room -= len(note.text)


VIEWS: Final[Mapping[str, View]] = {DOSSIER: _dossier_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("dossier", dossier, PRIVATE & FROM_STAFF),
        pressed("desk-open", open_case),
    ]
