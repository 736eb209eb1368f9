"""Cases in a list for staff: each a line that says what, where, by when and whose, and a button that opens it."""

from collections.abc import Iterable
from typing import Final

from bot.domain.cases import Case, Status
from bot.domain.intents import Buttons
from bot.domain.slices import shortened
from bot.services.work import Listed, Pressing, Work
from bot.texts import Html
from handlers.buttons import in_rows, named
from handlers.moments import short_day
from handlers.phrases import case_key, case_subject
from handlers.render import Scene

_OVER: Final = frozenset({Status.HANDLED, Status.WITHDRAWN})
MOST_PLACE: Final = 30  # letters of what a resident called the place
KEYS_IN_A_ROW: Final = 3


def opening(scene: Scene, shown: Iterable[Listed]) -> Buttons:
    """A button for each, small enough that the lines above stay in sight."""
    return in_rows(
        (named(case_key(scene, one.case), "desk-open", one.case.id) for one in shown), KEYS_IN_A_ROW
    )


def case_row(scene: Scene, listed: Listed) -> Html:
    """Of an open case by when an answer is due; of one that is over how it ended."""
    case, staff = listed.case, scene.turn.staff
    is_mine = staff is not None and case.owner == staff.id
    day = "none" if case.due_on is None or case.status in _OVER else _day(scene, listed)
    return scene.text(
        "work-line",
        number=case.number,
        about=case_subject(scene, case),
        where=_where(scene, case) or "none",
        day=day,
        who="over" if case.status in _OVER else "nobody" if listed.owner is None else "me" if is_mine else "colleague",
        status=case.status.value,
    )  # fmt: skip


def _where(scene: Scene, case: Case) -> str:
    """The street, by which people of a wijk tell their cases apart; the wijk to who works for the whole city."""
    city, staff = scene.turn.city, scene.turn.staff
    wijk = city.wijk(case.wijk).name if case.wijk and city.has_wijk(case.wijk) else ""
    is_known = case.place and not case.sensitive
    if wijk and (staff is None or staff.places.everywhere or not is_known):
        return wijk
    return shortened(case.place, MOST_PLACE) if is_known else ""


def _day(scene: Scene, listed: Listed) -> str:
    """Not said where the reason above the line says it."""
    due = listed.case.due_on
    if due is None or Work(scene.turn).pressing(listed.case) is Pressing.TODAY:
        return "none"
    return short_day(scene, due)
