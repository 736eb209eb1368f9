"""What can be pressed below a card: other keyboards under the same text, so that finding one's way sends nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar

from bot.domain.cases import Case, Closing
from bot.domain.city import Partner, QuickAnswer
from bot.domain.intents import Button, Buttons
from bot.domain.passings import Passing
from bot.domain.people import StaffMember
from bot.domain.permissions import (
    may_handle,
    may_note,
    may_pass_on,
    may_quiet,
    may_read,
    may_reassign,
    may_refer,
    may_visit,
)
from bot.domain.places import in_order
from bot.domain.quick import DATE, PARTNER, PLACE, blanks_of, places_for
from bot.services.calendar import Calendar
from handlers.buttons import button, column, named, row, two_columns
from handlers.dates import in_words
from handlers.render import Scene
from handlers.twinned import Twinned, twin_key

T = TypeVar("T")
PAGE: Final = 10
FIRST: Final = ""
MORE: Final = "more"
QUICK: Final = "quick"
WIJK: Final = "wijk"
CATEGORY: Final = "category"
OUTCOME: Final = "outcome"
FILLED: Final = "+"  # in callback data, between what was filled in
TO_PARTNER: Final = "pass"
TWINS: Final = "twins"
NONE: Final = "-"  # in callback data, where nothing is chosen
DAYS_OFFERED: Final = 5


@dataclass(frozen=True, slots=True)
class Below:
    """The keyboard of one card: whose, of which case, and which of its menus."""

    scene: Scene
    staff: StaffMember
    case: Case
    is_foreign: bool  # a text was written in another language
    has_pattern: bool = False  # it happened again
    has_street: bool = False  # its place is a street that who reads may place in its wijk
    quick_answers: Sequence[QuickAnswer] = ()  # where they can be chosen, the most used first
    passed: Sequence[Passing] = ()  # where partners have it
    twins: Twinned = Twinned()  # noqa: RUF009 - immutable
    has_team: bool = False  # there is somebody of a team who can go and look

    @property
    def page(self) -> int:
        return int(self.scene.intent.values.get("page") or 0)

    @property
    def quick(self) -> str:
        return str(self.scene.intent.values.get("quick") or NONE)

    @property
    def answer(self) -> QuickAnswer | None:
        """The quick answer that is being filled in."""
        return next((one for one in self.quick_answers if one.id == self.quick.split(FILLED)[0]), None)

    @property
    def may_handle(self) -> bool:
        return self.case.open and may_handle(self.scene.turn.city, self.staff, self.case)

    @property
    def may_reassign(self) -> bool:
        is_led = self.case.twin_of is not None  # then it is in the hands of who has the other
        return self.case.open and not is_led and may_reassign(self.scene.turn.city, self.staff, self.case)


def menu_button(label: str, case: Case, menu: str, page: int = 0, quick: str = NONE) -> Button:
    return button(label, "desk-menu", case.id, menu or NONE, page, quick)


def buttons_of(below: Below) -> Buttons:
    """The keyboard that the intent asks for; the first one for a menu that the case has no more."""
    menu = str(below.scene.intent.values.get("menu") or FIRST)
    is_known = menu in _MENUS and (below.may_handle or menu in {FIRST, MORE})
    return _MENUS[menu if is_known else FIRST](below)


def _first(below: Below) -> Buttons:
    case, staff = below.case, below.staff
    if below.may_handle and below.twins.leader is not None:
        opening = button("merge-leader", "desk-open", below.twins.leader.id, number=below.twins.leader.number)
        return row(opening) + row(
            button("merge-part", "desk-part", case.id), menu_button("desk-more", case, MORE)
        )
    first = []
    if below.may_handle and case.owner is None:
        first.append(button("desk-take", "desk-take", case.id))
    if below.may_handle and below.twins.has_reader:
        first.append(button("desk-answer", "desk-answer", case.id))
    more = menu_button("desk-more", case, MORE)
    shown = column(_look(case)) if case.sensitive and may_read(below.scene.turn.city, staff, case) else ()
    return shown + ((tuple(first), (more,)) if len(first) > 1 else row(*first, more))


def _look(case: Case) -> Button:
    return button("desk-look", "desk-look", case.id)


def _more(below: Below) -> Buttons:
    city, case, staff = below.scene.turn.city, below.case, below.staff
    offered = [
        (below.may_handle and below.twins.has_reader, menu_button("desk-quick", case, QUICK)),
        (may_note(city, staff, case), button("desk-note", "desk-note", case.id)),
        (below.may_handle and may_pass_on(city, staff, case), menu_button("desk-pass", case, TO_PARTNER)),
        *((below.may_handle, button("desk-heard", "desk-heard", one.id)) for one in below.passed),
        (below.may_handle, menu_button("desk-close", case, OUTCOME)),
        (below.may_handle and _has_twins(below), menu_button("desk-merge", case, TWINS)),
        (below.may_handle, menu_button("desk-wijk", case, WIJK)),
        (below.may_handle, menu_button("desk-category", case, CATEGORY)),
        (below.has_team, button("desk-errand", "desk-errand", case.id)),
        (below.may_reassign, button("desk-give", "desk-give", case.id)),
        (below.has_street, button("desk-street", "desk-street", case.id)),
        (case.open and may_visit(city, staff, case), button("visit-plan", "visit", case.id)),
        (may_refer(city, staff, case), button("desk-reference", "desk-reference", case.id)),
        (
            below.is_foreign and may_read(city, staff, case),
            button("desk-original", "desk-original", case.id),
        ),
        (
            below.case.resident is not None and may_quiet(city, staff, case),
            button("desk-quiet", "desk-quiet", case.id),
        ),
        (below.has_pattern, button("desk-when", "desk-when", case.id)),
    ]
    return two_columns(one for is_offered, one in offered if is_offered) + _back(below, FIRST)


def _quick(below: Below) -> Buttons:
    choices = (_quick_button(below, answer) for answer in _on_page(below, below.quick_answers))
    new = row(button("quick-new", "quick-new"))
    return two_columns(choices) + _pages(below, QUICK, len(below.quick_answers)) + new + _back(below, MORE)


def _quick_button(below: Below, answer: QuickAnswer) -> Button:
    """To what must be filled in first, or straight to the preview."""
    words = f"{answer.emoji} {answer.label}"
    if blanks := blanks_of(answer):
        return named(words, "desk-menu", below.case.id, blanks[0], 0, answer.id)
    return named(words, "desk-quick", below.case.id, answer.id, NONE)


def _filling(below: Below, answer: QuickAnswer, words: str, value: str) -> Button:
    """One more blank filled in: to the next one, or to the preview."""
    _, *before = below.quick.split(FILLED)
    filled, blanks = [*before, value], blanks_of(answer)
    if len(filled) < len(blanks):
        quick = FILLED.join((answer.id, *filled))
        return named(words, "desk-menu", below.case.id, blanks[len(filled)], 0, quick)
    return named(words, "desk-quick", below.case.id, answer.id, FILLED.join(filled))


def _dates(below: Below) -> Buttons:
    """Today, tomorrow, and the working days after that."""
    scene, answer = below.scene, below.answer
    if answer is None:
        return _quick(below)
    today = Calendar(scene.turn.city).local_day(scene.turn.now)
    soon = [
        _filling(below, answer, scene.label(label), f"{today + timedelta(days=later):%Y%m%d}")
        for later, label in enumerate(("desk-today", "desk-tomorrow"))
    ]
    later = (
        _filling(below, answer, in_words(scene.texts, scene.language, day), f"{day:%Y%m%d}")
        for day in _working_days_after(scene, today + timedelta(days=1))
    )
    return row(*soon) + two_columns(later) + _back(below, QUICK)


def _working_days_after(scene: Scene, day: date) -> list[date]:
    calendar, found = Calendar(scene.turn.city), list[date]()
    while len(found) < DAYS_OFFERED:
        day += timedelta(days=1)
        if calendar.is_working_day(day):
            found.append(day)
    return found


def _places(below: Below) -> Buttons:
    """Where it is, the wijk, or the office."""
    if (answer := below.answer) is None:
        return _quick(below)
    places = places_for(below.scene.turn.city, below.case, is_alone=not below.twins.followers)
    choices = [_filling(below, answer, words, letter) for letter, words in places.items()]
    return column(*choices) + _back(below, QUICK)


def partners_for(partners: Sequence[Partner], answer: QuickAnswer) -> tuple[Partner, ...]:
    """Those that can fill the answer: one that names a number needs one."""
    needs_number = "number" in answer.text.placeholders
    return tuple(partner for partner in partners if partner.phone or not needs_number)


def _partners(below: Below) -> Buttons:
    if (answer := below.answer) is None:
        return _quick(below)
    partners = partners_for(below.scene.turn.city.partners, answer)
    choices = [_filling(below, answer, one.name, one.id) for one in _on_page(below, partners)]
    return two_columns(choices) + _pages(below, PARTNER, len(partners)) + _back(below, QUICK)


def _has_twins(below: Below) -> bool:
    return bool(below.twins.like or below.twins.followers)


def _twins(below: Below) -> Buttons:
    """What it may go with, the likeliest first; and what goes with it, to be taken apart."""
    scene, case = below.scene, below.case
    parting = [
        button("merge-part-one", "desk-part", one.id, number=one.number) for one in below.twins.followers
    ]
    like = [one for one in below.twins.like if one.id not in {each.id for each in below.twins.followers}]
    choices = [named(twin_key(scene, one), "desk-twin", case.id, one.id) for one in _on_page(below, like)]
    return two_columns(choices) + column(*parting) + _pages(below, TWINS, len(like)) + _back(below, MORE)


def _pass(below: Below) -> Buttons:
    """Every partner that does not have it yet, those that usually handle such a thing first."""
    city, case = below.scene.turn.city, below.case
    have = {one.partner for one in below.passed}
    usual = category.handlers if (category := city.category_of(case.category)) else ()
    free = [one for one in city.partners if one.id not in have]
    sorted_ = sorted(free, key=lambda one: usual.index(one.id) if one.id in usual else len(usual))
    choices = [named(one.name, "desk-pass", case.id, one.id) for one in _on_page(below, sorted_)]
    return two_columns(choices) + _pages(below, TO_PARTNER, len(free)) + _back(below, MORE)


def _wijken(below: Below) -> Buttons:
    others = [wijk for wijk in in_order(below.scene.turn.city.wijken) if wijk.id != below.case.wijk]
    choices = [named(wijk.name, "desk-wijk", below.case.id, wijk.id) for wijk in _on_page(below, others)]
    return two_columns(choices) + _pages(below, WIJK, len(others)) + _back(below, MORE)


def _categories(below: Below) -> Buttons:
    scene = below.scene
    others = [one for one in scene.turn.city.categories if one.id != below.case.category]
    choices = [named(one.button(scene.language), "desk-category", below.case.id, one.id) for one in others]
    return two_columns(choices) + _back(below, MORE)


def _outcomes(below: Below) -> Buttons:
    choices = [button(f"desk-outcome-{one.value}", "desk-close", below.case.id, one.value) for one in Closing]
    return two_columns(choices) + _back(below, MORE)


def _on_page(below: Below, things: Sequence[T]) -> Sequence[T]:
    return things[below.page * PAGE : (below.page + 1) * PAGE]


def _pages(below: Below, menu: str, count: int) -> Buttons:
    """The page before and the page after, where there are such."""
    page, turns = below.page, []
    if page > 0:
        turns.append(menu_button("page-before", below.case, menu, page - 1, below.quick))
    if (page + 1) * PAGE < count:
        turns.append(menu_button("page-after", below.case, menu, page + 1, below.quick))
    return (tuple(turns),) if turns else ()


def _back(below: Below, menu: str) -> Buttons:
    return row(menu_button("desk-back", below.case, menu))


_MENUS: Final[Mapping[str, Callable[[Below], Buttons]]] = {
    FIRST: _first,
    MORE: _more,
    QUICK: _quick,
    DATE: _dates,
    PLACE: _places,
    PARTNER: _partners,
    WIJK: _wijken,
    CATEGORY: _categories,
    OUTCOME: _outcomes,
    TO_PARTNER: _pass,
    TWINS: _twins,
}
MENUS: Final = frozenset(_MENUS)
# Those in which a quick answer is chosen and filled in.
QUICK_MENUS: Final = frozenset({QUICK, DATE, PLACE, PARTNER})
