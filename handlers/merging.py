"""Merging: two reports of one thing, looked at beside each other, put together and taken apart again."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import Author, Case, CaseId
from bot.domain.permissions import may_read
from bot.domain.slices import shortened
from bot.services.dossiers import Dossiers
from bot.services.screen_names import MERGE, SIDE
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed, row
from handlers.cards import settle
from handlers.case_words import quoted, reading_of
from handlers.phrases import case_subject, lines, place_words
from handlers.render import Scene, Screen, View

MOST_EACH: Final = 600


async def look(update: Update, context: BotContext) -> None:
    """🔗: both beside each other, before they go together."""
    case_id, other_id = (CaseId(number(one)) for one in arguments(update, 2))
    leads, goes = await context.services.merging.look(case_id, other_id)
    await context.say(SIDE, of_case=goes.id)
    await context.say(MERGE, of_case=leads.id, other=goes.id)


async def merge(update: Update, context: BotContext) -> None:
    case_id, other_id = (CaseId(number(one)) for one in arguments(update, 2))
    leads = await context.services.merging.merge(case_id, other_id)
    opening = row(button("merge-leader", "desk-open", leads.id, number=leads.number))
    await context.show("merge-done", of_case=leads.id, number=leads.number, buttons=opening)


async def leave(update: Update, context: BotContext) -> None:
    (case_id,) = arguments(update, 1)
    case = await context.services.handling.seen(CaseId(number(case_id)))
    await context.show("merge-left", of_case=case.id)


async def part(update: Update, context: BotContext) -> None:
    """✂️: each on its own again."""
    (case_id,) = arguments(update, 1)
    case = await context.services.merging.part(CaseId(number(case_id)))
    await settle(context, case)
    await context.say("merge-parted", of_case=case.id, number=case.number)


async def _side_view(scene: Scene) -> Screen | None:
    """What one of the two is: in a message of its own, so that it goes when that resident erases it."""
    case = await _readable(scene, scene.intent.case)
    return Screen(await _side(scene, case)) if case else None


async def _readable(scene: Scene, case_id: CaseId | None) -> Case | None:
    case, staff = await Dossiers(scene.turn).case(case_id), scene.turn.staff
    may = case is not None and staff is not None and may_read(scene.turn.city, staff, case)
    return case if may else None


async def _look_view(scene: Scene) -> Screen | None:
    """The other side, and the question, for who may read both."""
    one = await _readable(scene, scene.intent.case)
    other = await _readable(scene, CaseId(int(scene.intent.values["other"] or 0)))
    if one is None or other is None:
        return None
    heading = scene.text(MERGE, number=one.number, other=other.number)
    merging = button("merge-do", "desk-merge", one.id, other.id)
    stopping = button("merge-stop", "desk-merge-stop", one.id)
    parts = lines(heading, await _side(scene, one), scene.text("merge-promise"))
    return Screen(parts, row(merging) + row(stopping))


async def _side(scene: Scene, case: Case) -> Html:
    place = place_words(scene.turn.city, case.wijk, case.place)
    title = scene.text("merge-side", number=case.number, about=case_subject(scene, case), place=place)
    messages = await Dossiers(scene.turn).messages(case)
    said = [one for one in messages if one.author is Author.RESIDENT and one.words.text][:1]
    readings = [await reading_of(scene, one) for one in said]
    return lines(title, *(quoted(reading, shortened(reading.text, MOST_EACH)) for reading in readings))


VIEWS: Final[Mapping[str, View]] = {MERGE: _look_view, SIDE: _side_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-twin", look),
        pressed("desk-merge", merge),
        pressed("desk-merge-stop", leave),
        pressed("desk-part", part),
    ]
