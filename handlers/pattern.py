"""When it happens: for the desk, how often by weekday and part of the day, and at which hours."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import CaseId
from bot.domain.occurrences import DayPart, Pattern
from bot.domain.permissions import may_see
from bot.services.cards import PATTERN
from bot.services.dossiers import Dossiers
from bot.services.occurrences import Occurrences
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed, row
from handlers.moments import repeats
from handlers.phrases import lines
from handlers.render import Scene, Screen, View

NONE: Final = "·"
HOURS_SHOWN: Final = 3
WEEK: Final = range(1, 8)


async def show(update: Update, context: BotContext) -> None:
    """📊: in a message of its own, for who may see the case."""
    case = await context.services.handling.seen(CaseId(number(*arguments(update, 1))))
    await context.say(PATTERN, of_case=case.id)


async def _pattern(scene: Scene) -> Screen | None:
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not may_see(scene.turn.city, staff, case):
        return None
    occurrences = Occurrences(scene.turn)
    pattern = await occurrences.pattern(case)
    found = await repeats(scene, "card-again", occurrences, await occurrences.of(case))
    text = lines(
        scene.text("pattern", number=case.number),
        found or scene.text("pattern-none"),
        Html("<pre>{}</pre>".format("\n".join(_chart(scene, pattern)))),
        _hours(scene, pattern),
        scene.text("pattern-night"),
    )
    return Screen(text, row(button("desk-open", "desk-open", case.id)))


def _chart(scene: Scene, pattern: Pattern) -> Iterator[str]:
    """Weekdays below each other, parts of the day beside each other: narrow enough for a phone of 360 pixels."""
    parts: list[DayPart | None] = [*DayPart, *([None] if pattern.has_unknown else [])]
    heads = [scene.label("pattern-part", part=part.value if part else "unknown") for part in parts]
    days = [scene.label("pattern-weekday", weekday=day) for day in WEEK]
    wide = max(map(len, days))
    yield " ".join([" " * wide, *heads])
    for day, name in zip(WEEK, days, strict=True):
        counts = [str(pattern.parts.get((day, part), NONE)) for part in parts]
        cells = [count.rjust(len(head)) for count, head in zip(counts, heads, strict=True)]
        yield " ".join([name.ljust(wide), *cells])


def _hours(scene: Scene, pattern: Pattern) -> Html | None:
    """The hours at which it was said most."""
    busiest = pattern.busiest_hours[:HOURS_SHOWN]
    told = ", ".join(
        scene.label("pattern-hour", hour=hour, until=(hour + 1) % 24, times=times) for hour, times in busiest
    )
    return scene.text("pattern-hours", hours=told) if told else None


VIEWS: Final[Mapping[str, View]] = {PATTERN: _pattern}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("desk-when", show)]
