"""/uren: in which hours, and on which days, a member of staff wants to hear the bot."""

import re
from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.errors import ButtonExpired
from bot.domain.hours import HOURS, WEEK, Hours
from bot.domain.intents import Button
from bot.domain.people import StaffMember
from bot.texts import Html
from handlers.buttons import (
    HOURS_IN_A_ROW,
    arguments,
    button,
    column,
    in_rows,
    named,
    number,
    pressed,
    row,
)
from handlers.menu import BACK
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE

SCREEN: Final = "hours"
WORKDAYS: Final = frozenset(range(1, 6))
# As most people at a city work; whoever works otherwise chooses days and hours.
OFFERED: Final = (Hours(8, 17, WORKDAYS), Hours(9, 18, WORKDAYS))
NO_DAY: Final = "0"


async def show(_: Update, context: BotContext) -> None:
    """/uren: which they are now."""
    await context.say(SCREEN)


async def show_again(_: Update, context: BotContext) -> None:
    """Back from choosing."""
    context.services.hours.refuse_others()
    await context.show(SCREEN)


async def days(update: Update, context: BotContext) -> None:
    """On which days: a press adds or takes away one."""
    context.services.hours.refuse_others()
    chosen = _days(*arguments(update, 1))
    keys = (_day(context, day, chosen) for day in WEEK)
    further = (button("hours-further", "hours-from", _kept(chosen)),) if chosen else ()
    await context.show(
        "hours-days-ask", buttons=(*in_rows(keys, HOURS_IN_A_ROW), *row(button(BACK, "hours"), *further))
    )


def _day(context: BotContext, day: int, chosen: frozenset[int]) -> Button:
    label = "hours-day-on" if day in chosen else "hours-day-off"
    return button(
        label, "hours-days", _kept(chosen ^ {day}), day=context.words("pattern-weekday", weekday=day)
    )


async def start(update: Update, context: BotContext) -> None:
    """From which hour."""
    context.services.hours.refuse_others()
    (chosen,) = arguments(update, 1)
    keys = (named(f"{hour}:00", "hours-to", _kept(_days(chosen)), hour) for hour in range(HOURS))
    await context.show(
        "hours-from-ask",
        buttons=(*in_rows(keys, HOURS_IN_A_ROW), *row(button(BACK, "hours-days", chosen))),
    )


async def end(update: Update, context: BotContext) -> None:
    """Until which hour; the next ones of the day come first."""
    context.services.hours.refuse_others()
    chosen, begins = arguments(update, 2)
    hours = ((number(begins) + later) % HOURS for later in range(1, HOURS))
    keys = (named(f"{hour}:00", "hours-set", _kept(_days(chosen)), number(begins), hour) for hour in hours)
    await context.show(
        "hours-to-ask",
        start=number(begins),
        buttons=(*in_rows(keys, HOURS_IN_A_ROW), *row(button(BACK, "hours-from", chosen))),
    )


async def choose(update: Update, context: BotContext) -> None:
    chosen, begins, ends = arguments(update, 3)
    await context.services.hours.set(number(begins), number(ends), _kept(_days(chosen)))
    await context.show(SCREEN)


async def clear(_: Update, context: BotContext) -> None:
    """A sound at any hour."""
    await context.services.hours.clear()
    await context.show(SCREEN)


def _days(text: str) -> frozenset[int]:
    """Days of the week out of callback data. Raises ButtonExpired for anything else: crafted."""
    if not re.fullmatch(r"0|1?2?3?4?5?6?7?", text):
        raise ButtonExpired
    return frozenset(map(int, text)) - {0}


def _kept(chosen: frozenset[int]) -> str:
    return "".join(map(str, sorted(chosen))) or NO_DAY


async def _view(scene: Scene) -> Screen | None:
    """The hours as they are, and others."""
    staff = scene.turn.staff
    if staff is None:
        return None
    offered = [_offer(scene, hours) for hours in OFFERED if hours != staff.hours]
    chosen = _kept(staff.hours.days if staff.hours else WORKDAYS)
    others = (button("hours-other", "hours-days", chosen),)
    none = (button("hours-none", "hours-none"),) if staff.hours else ()
    return Screen(_now(scene, staff), column(*offered, *others, *none))


def _now(scene: Scene, staff: StaffMember) -> Html:
    hours = staff.hours
    if hours is None:
        return scene.text("hours-any")
    return scene.text("hours-are", days=_in_words(scene, hours), start=hours.start, end=hours.end)


def _offer(scene: Scene, hours: Hours) -> Button:
    days = _in_words(scene, hours)
    return button(
        "hours-offer",
        "hours-set",
        _kept(hours.days),
        hours.start,
        hours.end,
        days=days,
        start=hours.start,
        end=hours.end,
    )


def _in_words(scene: Scene, hours: Hours) -> str:
    """Days as people say them: ma–vr, or di, do–za."""
    runs = (sorted({first, last}) for first, last in hours.runs)
    return ", ".join("–".join(scene.label("pattern-weekday", weekday=day) for day in run) for run in runs)


VIEWS: Final[Mapping[str, View]] = {SCREEN: _view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("uren", show, PRIVATE & FROM_STAFF),
        pressed("hours", show_again),
        pressed("hours-days", days),
        pressed("hours-from", start),
        pressed("hours-to", end),
        pressed("hours-set", choose),
        pressed("hours-none", clear),
    ]
