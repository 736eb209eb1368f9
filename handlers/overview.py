"""/overzicht: who has how much, what is late or without a wijk; and one colleague, with what can be given on."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Buttons
from bot.domain.people import StaffId
from bot.domain.permissions import may_audit, may_give_all, may_lead, may_staff
from bot.domain.work import NOWHERE, Pressing, Wanted
from bot.services.colleagues import Colleagues
from bot.services.work import Work
from handlers.buttons import arguments, button, column, named, number, pressed, row, turning, two_columns
from handlers.colleagues import choice_words, load_line, who_words
from handlers.listed import case_row, opening
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE
from handlers.waiting import count_waiting

OVERVIEW: Final = "overview"
COLLEAGUE: Final = "colleague"
CASES: Final = "colleague-cases"
ALL: Final = "colleague-all"
SURE: Final = "colleague-all-sure"
RELEASE: Final = "colleague-release"
PAGE: Final = 8
# Parts of /werk that somebody who leads looks at first.
_LISTED: Final = (Pressing.LATE, Pressing.NEW)


async def overview(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/overzicht."""
    _require_lead(context)
    await context.say(OVERVIEW, page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another page of colleagues, or back to the first."""
    (page,) = arguments(update, 1)
    _require_lead(context)
    await context.show(OVERVIEW, page=number(page))


async def colleague(update: Update, context: BotContext) -> None:
    """Somebody was pressed."""
    (staff,) = arguments(update, 1)
    load = await context.services.colleagues.load(StaffId(number(staff)))
    await context.show(COLLEAGUE, staff=load.member.id)


async def cases(update: Update, context: BotContext) -> None:
    """What somebody has in hand; each opens as its card, where it can be given to another."""
    staff, page = arguments(update, 2)
    load = await context.services.colleagues.load(StaffId(number(staff)))
    await context.show(CASES, staff=load.member.id, page=number(page))


async def ask_all(update: Update, context: BotContext) -> None:
    """To whom everything goes."""
    staff, page = arguments(update, 2)
    load = await context.services.colleagues.load(StaffId(number(staff)))
    _require(may_give=may_give_all(context.staff))
    await context.show(ALL, staff=load.member.id, page=number(page))


async def sure_all(update: Update, context: BotContext) -> None:
    """Once more what would happen."""
    staff, to = arguments(update, 2)
    load = await context.services.colleagues.load(StaffId(number(staff)))
    other = await context.services.colleagues.load(StaffId(number(to)))
    _require(may_give=may_give_all(context.staff))
    await context.show(SURE, staff=load.member.id, to=other.member.id)


async def give_all(update: Update, context: BotContext) -> None:
    """All of it; what that role may not have stays, and is said."""
    staff, to = arguments(update, 2)
    given, left = await context.services.colleagues.give_all(StaffId(number(staff)), StaffId(number(to)))
    await context.show("colleague-all-given", count=given, left=left, buttons=_back())


async def ask_release(update: Update, context: BotContext) -> None:
    """What taking a role away does, before it is done."""
    (staff,) = arguments(update, 1)
    load = await context.services.colleagues.load(StaffId(number(staff)))
    _require(may_give=may_staff(context.staff, load.member.role) and load.member.id != context.staff.id)
    await context.show(RELEASE, staff=load.member.id)


async def release(update: Update, context: BotContext) -> None:
    """The role is taken away; what was open goes to others."""
    (staff,) = arguments(update, 1)
    load = await context.services.colleagues.load(StaffId(number(staff)))
    _require(may_give=may_staff(context.staff, load.member.role) and load.member.id != context.staff.id)
    await context.services.staff.release(load.member.id)
    await context.show("colleague-released", buttons=_back())


def _require_lead(context: BotContext) -> None:
    if not may_lead(context.staff):
        raise ButtonExpired


def _require(*, may_give: bool) -> None:
    if not may_give:
        raise ButtonExpired


def _back() -> Buttons:
    return row(button("desk-back", "lead", 0))


async def _overview_view(scene: Scene) -> Screen | None:
    """The whole city in a line, and who has how much."""
    staff = scene.turn.staff
    if staff is None or not may_lead(staff):
        return None
    colleagues = Colleagues(scene.turn)
    totals, loads = await colleagues.totals(), await colleagues.loads()
    page, last = _page(scene, len(loads))
    shown = loads[page * PAGE : (page + 1) * PAGE]
    heading = scene.text(
        OVERVIEW, open=totals.open, late=totals.late, nobodys=totals.nobodys, nowhere=totals.nowhere
    )
    people = two_columns(
        named(who_words(scene, one.member.role, one.member.id), "colleague", one.member.id) for one in shown
    )
    text = lines(heading, *(load_line(scene, one) for one in shown))
    ways = (button("overview-invite", "invite"), button("overview-trail", "trail", 0))
    waiting = await count_waiting(scene)
    first = row(button("overview-waiting", "waiting", 0, count=waiting)) if waiting else ()
    return Screen(
        text, first + await _lists(scene) + people + turning("lead", page, last) + two_columns(ways)
    )


async def _lists(scene: Scene) -> Buttons:
    """What needs a coordinator, as parts of /werk."""
    if scene.turn.staff is None or not may_give_all(scene.turn.staff):
        return ()
    work = Work(scene.turn)
    counts, nowhere = await work.counts(), (await work.counts(Wanted(wijk=NOWHERE))).all
    reasons = [(counts.of(one), f"work-count-{one.value}", "reason", one.value) for one in _LISTED]
    offered = [*reasons, (nowhere, "overview-nowhere", "wijk", NOWHERE)]
    return two_columns(
        named(scene.label(label, count=count), "work-only", what, which)
        for count, label, what, which in offered
        if count
    )


async def _colleague_view(scene: Scene) -> Screen:
    """One colleague, and what can be done."""
    load, staff = await Colleagues(scene.turn).find(_staff_of(scene)), scene.turn.staff
    if load is None or staff is None:
        return Screen(scene.text("colleague-gone"), _back())
    member, is_other = load.member, load.member.id != staff.id
    may_give = load.open > 0 and may_give_all(staff)
    offered = [
        (load.open > 0, button("colleague-see", "colleague-cases", member.id, 0)),
        (may_give, button("colleague-give", "colleague-all", member.id, 0)),
        (may_audit(staff), button("overview-trail", "trail", member.id)),
        (is_other and may_staff(staff, member.role), button("colleague-end", "colleague-end", member.id)),
    ]
    below = two_columns(one for is_offered, one in offered if is_offered) + _back()
    return Screen(load_line(scene, load), below)


async def _cases_view(scene: Scene) -> Screen:
    """A page of what somebody has in hand."""
    colleagues, staff = Colleagues(scene.turn), _staff_of(scene)
    load = await colleagues.find(staff)
    if load is None:
        return Screen(scene.text("colleague-gone"), _back())
    page, last = _page(scene, load.open)
    shown = await colleagues.cases_of(staff, PAGE, skipped=page * PAGE)
    text = lines(load_line(scene, load), *(case_row(scene, one) for one in shown))
    return Screen(text, opening(scene, shown) + turning("colleague-cases", page, last, staff) + _to(staff))


async def _all_view(scene: Scene) -> Screen:
    """Who could have everything."""
    colleagues, staff = Colleagues(scene.turn), _staff_of(scene)
    load = await colleagues.find(staff)
    if load is None:
        return Screen(scene.text("colleague-gone"), _back())
    others = await colleagues.substitutes(staff)
    page, last = _page(scene, len(others))
    choices = [
        named(choice_words(scene, one.member), "colleague-sure", staff, one.member.id)
        for one in others[page * PAGE : (page + 1) * PAGE]
    ]
    text = scene.text(ALL, who=who_words(scene, load.member.role, staff), count=load.open)
    return Screen(text, column(*choices) + turning("colleague-all", page, last, staff) + _to(staff))


async def _sure_view(scene: Scene) -> Screen:
    """What would go to whom."""
    colleagues, staff = Colleagues(scene.turn), _staff_of(scene)
    load, other = await colleagues.find(staff), await colleagues.find(_staff_of(scene, "to"))
    if load is None or other is None:
        return Screen(scene.text("colleague-gone"), _back())
    who, to = who_words(scene, load.member.role, staff), choice_words(scene, other.member)
    yes = button("colleague-all-yes", "colleague-all-yes", staff, other.member.id)
    return Screen(scene.text(SURE, who=who, to=to, count=load.open), row(yes) + _to(staff))


async def _release_view(scene: Scene) -> Screen:
    """What taking a role away does."""
    load = await Colleagues(scene.turn).find(_staff_of(scene))
    if load is None:
        return Screen(scene.text("colleague-gone"), _back())
    member = load.member
    text = scene.text(RELEASE, who=choice_words(scene, member), count=load.open)
    return Screen(text, row(button("colleague-end-yes", "colleague-end-yes", member.id)) + _to(member.id))


def _to(staff: StaffId) -> Buttons:
    return row(button("desk-back", "colleague", staff))


def _page(scene: Scene, count: int) -> tuple[int, int]:
    """The page that is asked for, or the last there is; and the last."""
    last = max(count - 1, 0) // PAGE
    return min(int(scene.intent.values.get("page") or 0), last), last


def _staff_of(scene: Scene, name: str = "staff") -> StaffId:
    return StaffId(int(scene.intent.values.get(name) or 0))


VIEWS: Final[Mapping[str, View]] = {
    OVERVIEW: _overview_view,
    COLLEAGUE: _colleague_view,
    CASES: _cases_view,
    ALL: _all_view,
    SURE: _sure_view,
    RELEASE: _release_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("overzicht", overview, PRIVATE & FROM_STAFF),
        pressed("lead", turn_page),
        pressed("colleague", colleague),
        pressed("colleague-cases", cases),
        pressed("colleague-all", ask_all),
        pressed("colleague-sure", sure_all),
        pressed("colleague-all-yes", give_all),
        pressed("colleague-end", ask_release),
        pressed("colleague-end-yes", release),
    ]
