"""It is happening again: noted with one tap; then it can be said when, added to, or taken back."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import Case, Solved, Status
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons
from bot.domain.occurrences import LONGEST_AGO, DayPart, Occurrence
from bot.domain.permissions import may_see
from bot.services.cases import Cases
from bot.services.desk import AGAIN
from bot.services.dossiers import Dossiers
from bot.services.occurrences import Occurrences
from handlers.buttons import arguments, button, named, number, pressed, row, two_columns
from handlers.case_buttons import taken_back
from handlers.dates import in_words
from handlers.menu import BACK
from handlers.moments import moment_words
from handlers.render import Scene, Screen, View

UNKNOWN: Final = "-"  # in callback data, for a part of the day that is not known


async def again(update: Update, context: BotContext) -> None:
    """One tap is enough. What was taken back can only be reported anew."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    if case.status is Status.WITHDRAWN:
        await taken_back(context, case)
        return
    noted = await context.services.occurrences.note(case)
    await context.services.cases.tell(case, "again-noted", number=case.number, occurrence=noted.id)


async def ask_when(update: Update, context: BotContext) -> None:
    """It was not now."""
    await _show(update, context, "again-when")


async def ask_day(update: Update, context: BotContext) -> None:
    """It was before yesterday."""
    await _show(update, context, "again-day")


async def back(update: Update, context: BotContext) -> None:
    """It stays as it was noted."""
    await _show(update, context, "again-noted")


async def ask_part(update: Update, context: BotContext) -> None:
    """Which part of that day."""
    occurrence, ago = arguments(update, 2)
    case, found = await context.services.occurrences.own(number(occurrence))
    context.services.occurrences.day(found, number(ago))
    await _say(context, case, found, "again-part", ago=number(ago))


async def move(update: Update, context: BotContext) -> None:
    """The day and its part are known."""
    occurrence, ago, part = arguments(update, 3)
    if part not in {UNKNOWN, *DayPart}:
        raise ButtonExpired
    known = None if part == UNKNOWN else DayPart(part)
    await _say(context, *await context.services.occurrences.move(number(occurrence), number(ago), known))


async def move_to_now(update: Update, context: BotContext) -> None:
    """It was when it was said after all."""
    occurrence = number(*arguments(update, 1))
    await _say(context, *await context.services.occurrences.move_to_when_said(occurrence))


async def undo(update: Update, context: BotContext) -> None:
    """It was a mistake."""
    await _say(context, *await context.services.occurrences.undo(number(*arguments(update, 1))))


async def _show(update: Update, context: BotContext, name: str) -> None:
    case, found = await context.services.occurrences.own(number(*arguments(update, 1)))
    await _say(context, case, found, name)


async def _say(
    context: BotContext, case: Case, found: Occurrence, name: str = "again-noted", ago: int = 0
) -> None:
    await context.show(name, of_case=case.id, number=case.number, occurrence=found.id, ago=ago)


async def _found(scene: Scene) -> Occurrence | None:
    return await Occurrences(scene.turn).find(int(scene.intent.values["occurrence"] or 0))


async def _noted(scene: Scene) -> Screen | None:
    """As it stands now: how often by now, or that it was taken back."""
    case, found = await Cases(scene.turn).find(scene.intent.case), await _found(scene)
    if case is None or found is None:
        return None
    times = await Occurrences(scene.turn).count(case)
    if found.is_undone:
        return Screen(scene.text("again-undone", number=case.number, times=times))
    when = moment_words(scene, found)
    text = scene.text(
        "again-noted", number=case.number, when=when, times=times, over=str(case.status is Status.HANDLED)
    )
    return Screen(text, _below(case, found))


def _below(case: Case, found: Occurrence) -> Buttons:
    """Of what was handled it is asked whether it must be open again; that is the same as: not solved."""
    first = button("case-add", "add", case.id)
    if case.status is Status.HANDLED:
        first = button("again-reopen", "solved", case.id, Solved.NO.value)
    return (
        (first, button("again-other", "again-when", found.id)),
        (button("again-undo", "again-undo", found.id),),
    )


async def _when(scene: Scene) -> Screen | None:
    found = await _found(scene)
    if found is None:
        return None
    today = button("again-today", "again-in", found.id, 0)
    yesterday = button("again-yesterday", "again-in", found.id, 1)
    other = button("again-other-day", "again-day", found.id)
    now = button("again-now", "again-now", found.id)
    return Screen(scene.text("again-when"), ((now, today), (yesterday, other), _leave(found)))


async def _day(scene: Scene) -> Screen | None:
    """The days before yesterday, the latest first."""
    found = await _found(scene)
    if found is None:
        return None
    days = [(ago, Occurrences(scene.turn).day(found, ago)) for ago in range(2, LONGEST_AGO + 1)]
    choices = [
        named(in_words(scene.texts, scene.language, day), "again-in", found.id, ago) for ago, day in days
    ]
    return Screen(scene.text("again-which-day"), (*two_columns(choices), _leave(found)))


async def _part(scene: Scene) -> Screen | None:
    """Of today also the night before it; of the night that is going on it is said that it is now."""
    found = await _found(scene)
    if found is None:
        return None
    ago, occurrences = int(scene.intent.values["ago"] or 0), Occurrences(scene.turn)
    parts = [part for part in occurrences.parts(found, ago) if ago or part is not DayPart.NIGHT]
    choices = [button(f"again-{part}", "again-at", found.id, ago, part.value) for part in parts]
    if not ago:
        choices.insert(0, button("again-last-night", "again-at", found.id, 1, DayPart.NIGHT.value))
    if parts:
        choices.append(button("draft-skip", "again-at", found.id, ago, UNKNOWN))
    return Screen(scene.text("again-which-part"), (*two_columns(choices), _leave(found)))


def _leave(found: Occurrence) -> tuple[Button, ...]:
    return (button(BACK, "again-back", found.id),)


async def _notice(scene: Scene) -> Screen | None:
    """What the desk is told: how often by now, or that it was a mistake."""
    case, found = await Dossiers(scene.turn).case(scene.intent.case), await _found(scene)
    staff = scene.turn.staff
    if case is None or found is None or staff is None or not may_see(scene.turn.city, staff, case):
        return None
    count = await Occurrences(scene.turn).count(case)
    name = "notice-again-undone" if found.is_undone else AGAIN
    text = scene.text(name, number=case.number, count=count, when=moment_words(scene, found))
    when = button("desk-when", "desk-when", case.id)
    return Screen(text, row(button("desk-open", "desk-open", case.id), when))


VIEWS: Final[Mapping[str, View]] = {
    "again-noted": _noted,
    "again-when": _when,
    "again-day": _day,
    "again-part": _part,
    AGAIN: _notice,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("again", again),
        pressed("again-when", ask_when),
        pressed("again-day", ask_day),
        pressed("again-in", ask_part),
        pressed("again-at", move),
        pressed("again-now", move_to_now),
        pressed("again-back", back),
        pressed("again-undo", undo),
    ]
