"""Saying that somebody is away: which days and who stands in; by oneself, or by the coordinator for who is ill."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.absences import Absence, day_pressed, read_day
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons
from bot.domain.people import StaffId, StaffMember
from bot.services.calendar import Calendar
from bot.services.staff import Staff
from bot.services.steps import Step
from handlers.away import HOME, colleague_words, day_words
from handlers.buttons import arguments, button, column, named, number, pressed, turning, two_columns
from handlers.dates import in_words
from handlers.menu import BACK, MENU_PRESS
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, WORDS, InStep, words_of

KIND: Final = "absence"
WHO, FROM, UNTIL, INSTEAD, CONFIRM = "who", "from", "until", "instead", "sure"  # the steps, in order
DAY: Final = timedelta(days=1)
FRIDAY: Final = 4
WEEKS_OFFERED: Final = 4
# Whoever is nearest stands on the first page.
PAGE: Final = 10


async def begin(update: Update, context: BotContext) -> None:
    """🏖 for oneself; or changed: the last day anew."""
    (staff,) = arguments(update, 1)
    member = await context.services.absences.member(number(staff))
    known = await context.services.absences.of(member.id)
    steps = context.services.steps
    if known and known.began:
        first, by = known.from_on.isoformat(), known.substitute or 0
        await steps.interrupt(KIND, UNTIL, **{"staff": member.id, "from": first, "instead": by})
    else:
        await steps.interrupt(KIND, FROM, staff=member.id)
    await _ask(context)


async def begin_for_colleague(_: Update, context: BotContext) -> None:
    """👥: the coordinator says it for somebody who is ill."""
    if not await context.services.absences.colleagues():
        raise ButtonExpired
    await context.services.steps.interrupt(KIND, WHO)
    await _ask(context)


async def who(update: Update, context: BotContext) -> None:
    (staff,) = _stepped(update, context, 1, WHO)
    member = await context.services.absences.member(number(staff))
    await _go(context, FROM, staff=member.id)


async def day(update: Update, context: BotContext) -> None:
    """The first day, or the last."""
    (chosen,) = _stepped(update, context, 1, FROM, UNTIL)
    await _take_day(context, day_pressed(chosen))


async def typed_day(update: Update, context: BotContext) -> None:
    await _take_day(context, read_day(words_of(update).text, _today(context)))


async def _take_day(context: BotContext, found: date) -> None:
    step = _begun(context)
    if step.step == FROM:
        await _go(context, UNTIL, **{"from": found.isoformat()})
        return
    context.services.absences.require_order(date.fromisoformat(step.payload["from"]), found)
    await _go(context, CONFIRM if "instead" in step.payload else INSTEAD, until=found.isoformat())


async def instead(update: Update, context: BotContext) -> None:
    (chosen,) = _stepped(update, context, 1, INSTEAD)
    await _go(context, CONFIRM, instead=number(chosen))


async def confirm(update: Update, context: BotContext) -> None:
    """✅: from then on the substitute has it."""
    _stepped(update, context, 0, CONFIRM)
    await context.services.absences.plan(_absence(_begun(context)))
    await context.services.steps.end()
    await context.show(HOME)


async def turn_page(update: Update, context: BotContext) -> None:
    """More colleagues to choose from."""
    (page,) = _stepped(update, context, 1, WHO, INSTEAD)
    await _ask(context, number(page))


async def back(update: Update, context: BotContext) -> None:
    """◀️ One step back."""
    _stepped(update, context, 0)
    now = _begun(context).step
    before = {FROM: WHO, UNTIL: FROM, INSTEAD: UNTIL, CONFIRM: INSTEAD}.get(now, WHO)
    if before == WHO:
        await context.services.steps.end()
        await context.show(HOME)
    else:
        await _go(context, before)


async def stop(update: Update, context: BotContext) -> None:
    """✖️ Nothing changes."""
    _stepped(update, context, 0)
    await context.services.steps.end()
    await context.show(HOME)


async def ask_again(_: Update, context: BotContext) -> None:
    """Words where a button is asked for."""
    await _ask(context)


def _begun(context: BotContext) -> Step:
    step = context.turn.step
    if step is None or step.kind != KIND:
        raise ButtonExpired
    return step


def _stepped(update: Update, context: BotContext, count: int, *steps: str) -> tuple[str, ...]:
    """What the button carries besides the step it belongs to. Raises ButtonExpired for another one's."""
    version, *rest = arguments(update, count + 1)
    step = _begun(context)
    if step.version != number(version) or (steps and step.step not in steps):
        raise ButtonExpired
    return tuple(rest)


async def _go(context: BotContext, step: str, **changes: Any) -> None:
    await context.services.steps.go(step, **changes)
    await _ask(context)


async def _ask(context: BotContext, page: int = 0) -> None:
    """The question of the step, in the place of the one before it."""
    step = _begun(context)
    choices = {WHO: _whom, FROM: _first_days, UNTIL: _last_days, INSTEAD: _substitutes, CONFIRM: _yes}
    leave = (button(BACK, "away-back", step.version), button("answer-stop", "away-stop", step.version))
    buttons = (*await choices[step.step](context, step, page), leave)
    await context.show(f"away-{step.step}", **_about(step), buttons=buttons)


def _about(step: Step) -> dict[str, Any]:
    return {key: step.payload[key] for key in ("staff", "from", "until", "instead") if key in step.payload}


async def _whom(context: BotContext, step: Step, page: int) -> Buttons:
    colleagues = await context.services.absences.colleagues()
    return _named(context, step, "away-whom", colleagues, page)


async def _first_days(context: BotContext, step: Step, _: int) -> Buttons:
    today = _today(context)
    monday = today + timedelta(days=7 - today.weekday())
    days = [button("desk-today", "away-day", step.version, today.isoformat())]
    days.append(button("desk-tomorrow", "away-day", step.version, (today + DAY).isoformat()))
    return (tuple(days), *column(_on(context, step, monday)))


async def _last_days(context: BotContext, step: Step, _: int) -> Buttons:
    """The day itself, and the coming Fridays."""
    first = max(date.fromisoformat(step.payload["from"]), _today(context))
    friday = first + timedelta(days=(FRIDAY - first.weekday()) % 7)
    fridays = (friday + timedelta(weeks=week) for week in range(WEEKS_OFFERED))
    return column(*(_on(context, step, one) for one in sorted({first, *fridays})))


def _on(context: BotContext, step: Step, at: date) -> Button:
    words = in_words(context.open_turn.texts, context.language, at)
    return named(words, "away-day", step.version, at.isoformat())


async def _substitutes(context: BotContext, step: Step, page: int) -> Buttons:
    absences = context.services.absences
    able = await absences.substitutes(await absences.member(step.payload["staff"]))
    return (
        *_named(context, step, "away-by", able, page),
        *column(button("away-nobody", "away-by", step.version, 0)),
    )


async def _yes(_: BotContext, step: Step, __: int) -> Buttons:
    return column(button("away-yes", "away-yes", step.version))


def _named(context: BotContext, step: Step, verb: str, members: list[StaffMember], page: int) -> Buttons:
    """By role and places; who would read the same is told apart by the number of the staff list."""
    words = [_words_of(context, one) for one in members]
    shown = [
        f"{label} · {one.id}" if words.count(label) > 1 else label
        for label, one in zip(words, members, strict=True)
    ]
    last = max(len(members) - 1, 0) // PAGE
    page = min(page, last)
    named_so = [named(label, verb, step.version, one.id) for label, one in zip(shown, members, strict=True)]
    part = two_columns(named_so[page * PAGE : (page + 1) * PAGE])
    return part + turning("away-page", page, last, step.version)


def _words_of(context: BotContext, member: StaffMember) -> str:
    places = Staff(context.turn).places_of(member.places)
    return context.words("colleague", who=member.role.value, places=places)


def _absence(step: Step) -> Absence:
    payload = step.payload
    first, last = date.fromisoformat(payload["from"]), date.fromisoformat(payload["until"])
    by = StaffId(payload["instead"]) if payload["instead"] else None
    return Absence(StaffId(payload["staff"]), first, last, by)


def _today(context: BotContext) -> date:
    return Calendar(context.turn.city).local_day(context.turn.now)


async def _step_view(scene: Scene) -> Screen | None:
    """The question, with what was said so far."""
    values = scene.intent.values
    is_mine = scene.turn.staff is not None and values.get("staff") == scene.turn.staff.id
    by = int(values.get("instead") or 0)
    about = {
        "whose": "mine"
        if is_mine or "staff" not in values
        else await colleague_words(scene, StaffId(int(values["staff"] or 0))),
        "from": day_words(scene, "from"),
        "until": day_words(scene, "until"),
        "by": await colleague_words(scene, StaffId(by)) if by else "nobody",
    }
    return Screen(scene.text(scene.intent.name, **about), scene.intent.buttons)


VIEWS: Final[Mapping[str, View]] = {
    f"away-{step}": _step_view for step in (WHO, FROM, UNTIL, INSTEAD, CONFIRM)
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    typed = FRESH & FROM_STAFF & WORDS & ~MENU_PRESS
    return [
        pressed("away-new", begin),
        pressed("away-other", begin_for_colleague),
        pressed("away-whom", who),
        pressed("away-day", day),
        pressed("away-by", instead),
        pressed("away-yes", confirm),
        pressed("away-page", turn_page),
        pressed("away-back", back),
        pressed("away-stop", stop),
        MessageHandler(typed & InStep(KIND, FROM, UNTIL), typed_day),
        MessageHandler(typed & InStep(KIND), ask_again),
    ]
