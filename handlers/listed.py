"""A case as one line of a list for staff: what it is about, where, by when, and who has it."""

from typing import Final

from bot.domain.cases import Status
from bot.services.work import Listed, Pressing, Work
from bot.texts import Html
from handlers.dates import in_words
from handlers.phrases import case_subject
from handlers.render import Scene

_OVER: Final = frozenset({Status.HANDLED, Status.WITHDRAWN})


def case_row(scene: Scene, listed: Listed) -> Html:
    """Of an open case by when an answer is due; of one that is over how it ended."""
    case, city, staff = listed.case, scene.turn.city, scene.turn.staff
    is_mine = staff is not None and case.owner == staff.id
    day = "none" if case.due_on is None or case.status in _OVER else _day(scene, listed)
    return scene.text(
        "work-line",
        number=case.number,
        about=case_subject(scene, case),
        wijk=city.wijk(case.wijk).name if case.wijk and city.has_wijk(case.wijk) else "none",
        day=day,
        who="over" if case.status in _OVER else "nobody" if listed.owner is None else "me" if is_mine else "colleague",
        status=case.status.value,
    )  # fmt: skip


def _day(scene: Scene, listed: Listed) -> str:
    """Not said where the reason above the line says it."""
    due = listed.case.due_on
    if due is None or Work(scene.turn).pressing(listed.case) is Pressing.TODAY:
        return "none"
    return in_words(scene.texts, scene.language, due)
