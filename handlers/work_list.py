"""/werk: what waits, the most pressing first; pages, and parts of it by reason, wijk, category and kind, in one message."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.city import CategoryId, WijkId
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons, Value
from bot.domain.people import Role
from bot.domain.work import NOWHERE, UNNAMED
from bot.services.work import Counts, Listed, Pressing, Wanted, Work
from bot.texts import Html
from handlers.buttons import arguments, button, named, number, pressed, row, turning, two_columns
from handlers.listed import case_row, opening
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.spoken_for import LOAD_LIST
from handlers.steps import FROM_STAFF, PRIVATE

WORK: Final = "work-list"
PAGE: Final = 10
PARTS: Final = ("wijk", "category", "kind")
_FIELDS: Final = ("reason", *PARTS)


async def work(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/werk, or the button below what is done: the first page; of a contact worker the own caseload."""
    is_caseload = context.staff.role is Role.CONTACT_WORKER
    await context.say(LOAD_LIST if is_caseload else WORK, page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another page in the place of this one."""
    (page,) = arguments(update, 1)
    await _show(context, page=number(page), menu="")


async def menu(update: Update, context: BotContext) -> None:
    """Which part of it: the reasons, or every wijk, category or kind that something waits in."""
    name, at = arguments(update, 2)
    if name not in {*PARTS, "parts"}:
        raise ButtonExpired
    await _show(context, menu=name, at=number(at))


async def choose(update: Update, context: BotContext) -> None:
    """That part only; or all of it again."""
    what, which = arguments(update, 2)
    if what not in {*_FIELDS, "all"}:
        raise ButtonExpired
    chosen: dict[str, Value] = dict.fromkeys(_FIELDS) if what == "all" else {what: which}
    await _show(context, page=0, menu="", **chosen)


async def _show(context: BotContext, **changes: Value) -> None:
    """The message that was pressed, with what it showed already and these changes. Raises ButtonExpired."""
    _ = context.staff
    shown = await context.services.screens.values(context.pressed, WORK)
    now = {**shown, **changes}
    _wanted(now)
    await context.show(
        WORK,
        page=now.get("page"),
        menu=now.get("menu"),
        at=now.get("at"),
        reason=now.get("reason"),
        wijk=now.get("wijk"),
        category=now.get("category"),
        kind=now.get("kind"),
    )


def _wanted(values: Mapping[str, Value]) -> Wanted:
    """Raises ButtonExpired for what is no reason or kind."""
    reason, wijk, category, kind = (str(values.get(name) or "") for name in _FIELDS)
    try:
        return Wanted(
            Pressing(reason) if reason else None,
            WijkId(wijk) if wijk else None,
            CategoryId(category) if category else None,
            CaseKind(kind) if kind else None,
        )
    except ValueError:
        raise ButtonExpired from None


async def _work_view(scene: Scene) -> Screen | None:
    """One page of what waits now; what is gone since leaves the last page that there is."""
    if scene.turn.staff is None:
        return None
    wanted = _wanted(scene.intent.values)
    counts = await Work(scene.turn).counts(wanted)
    count = counts.of(wanted.reason)
    last = max(count - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    shown = await Work(scene.turn).waiting(PAGE, wanted, skipped=page * PAGE) if count else ()
    title = "work-list" if wanted.everything or count else "work-none"
    heading = scene.text(title, count=count, page=page + 1, pages=last + 1)
    rows = _rows(scene, wanted, shown)
    text = lines(heading, _chosen(scene, wanted), _summary(scene, wanted, counts), *rows)
    return Screen(text, await _below(scene, wanted, counts, shown, (page, last)))


def _chosen(scene: Scene, wanted: Wanted) -> Html | None:
    """Which part is shown, in words."""
    if wanted.everything:
        return None
    names = [
        scene.label(f"work-reason-{wanted.reason.value}") if wanted.reason else "",
        *(_name(scene, part, str(value)) for part in PARTS if (value := getattr(wanted, part))),
    ]
    return scene.text("work-chosen", parts=" · ".join(name for name in names if name))


def _name(scene: Scene, part: str, value: str) -> str:
    """A wijk, a category or a kind as people call it."""
    city = scene.turn.city
    if part == "kind":
        return scene.label("case-kind-name", kind=value)
    if part == "wijk":
        known = city.has_wijk(value)
        return city.wijk(value).name if known else scene.label("work-no-wijk") if value == NOWHERE else value
    found = city.category_of(value)
    return found.button(scene.language) if found else scene.label("work-no-category") if value == UNNAMED else value  # fmt: skip


def _summary(scene: Scene, wanted: Wanted, counts: Counts) -> Html | None:
    """How many there are for each reason; a case may have several."""
    if wanted.reason is not None:
        return None
    told = [scene.label(f"work-count-{reason.value}", count=n) for reason, n in _reasons(counts)]
    return scene.text("work-counts", counts=" · ".join(told)) if told else None


def _reasons(counts: Counts) -> Iterator[tuple[Pressing, int]]:
    """What somebody may want to see apart, where there is any."""
    return ((reason, n) for reason, n in counts.each.items() if n and reason is not Pressing.GOING_ON)


def _rows(scene: Scene, wanted: Wanted, shown: Iterable[Listed]) -> Iterator[Html]:
    """The lines of a page, below the reason that they share, unless just that was chosen."""
    work = Work(scene.turn)
    for reason, listed in groupby(shown, key=lambda one: work.pressing(one.case)):
        if reason is not wanted.reason:
            yield scene.text("work-group", reason=scene.label(f"work-reason-{reason.value}"))
        yield from (case_row(scene, one) for one in listed)


async def _below(
    scene: Scene, wanted: Wanted, counts: Counts, shown: Sequence[Listed], at: tuple[int, int]
) -> Buttons:
    """The cases of the page to be opened; or, when that was asked for, the parts to choose from."""
    match str(scene.intent.values.get("menu") or ""):
        case "parts":
            return _parts(scene, counts)
        case str(part) if part in PARTS:
            return await _values_of(scene, part, wanted)
    everything = [] if wanted.everything else [button("work-all", "work-only", "all", "-")]
    choosing = [button("work-parts", "work-menu", "parts", 0)] if counts.all else []
    ways = row(*choosing, *everything) if choosing or everything else ()
    return opening(scene, shown) + turning("desk-work", *at) + ways


def _parts(scene: Scene, counts: Counts) -> Buttons:
    page = int(scene.intent.values.get("page") or 0)
    reasons = [
        named(scene.label(f"work-count-{reason.value}", count=n), "work-only", "reason", reason.value)
        for reason, n in _reasons(counts)
    ]
    parts = [button(f"work-by-{part}", "work-menu", part, 0) for part in PARTS]
    return two_columns(reasons) + two_columns(parts) + row(button("desk-back", "desk-work", page))


async def _values_of(scene: Scene, part: str, wanted: Wanted) -> Buttons:
    """Every wijk, category or kind in which something waits, with how many; a page of them."""
    found = list((await Work(scene.turn).by(part, replace(wanted, **{part: None}))).items())
    last = max(len(found) - 1, 0) // PAGE
    at = min(int(scene.intent.values.get("at") or 0), last)
    choices = [
        named(f"{_name(scene, part, value)} ({n})", "work-only", part, value)
        for value, n in found[at * PAGE : (at + 1) * PAGE]
    ]
    return two_columns(choices) + turning("work-menu", at, last, part) + row(_back_to_parts())


def _back_to_parts() -> Button:
    return button("desk-back", "work-menu", "parts", 0)


VIEWS: Final[Mapping[str, View]] = {WORK: _work_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("werk", work, PRIVATE & FROM_STAFF),
        pressed("digest-work", work),
        pressed("desk-work", turn_page),
        pressed("work-menu", menu),
        pressed("work-only", choose),
    ]
