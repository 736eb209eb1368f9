"""What waits for somebody at the desk is asked of the database in one go, and is what the rules say case by case."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import product
from typing import Final

import pytest

from bot.domain.cases import Case, CaseId, CaseKind, CaseNumber, Status, draw_alias
from bot.domain.city import CategoryId, WijkId
from bot.domain.people import ChatId, Places, Role, StaffId, StaffMember
from bot.domain.permissions import may_see
from bot.domain.work import NOWHERE, Pressing, Wanted
from bot.services.calendar import Calendar
from bot.services.turn import Turn
from bot.services.work import Work
from storage.cases import insert_case, list_open_cases, set_owner, set_status, set_wijk
from storage.people import insert_person
from storage.staff import Invitation, insert_staff
from tests.line import Line

HERE, THERE, GONE = WijkId("waterschei-noord"), WijkId("boxbergheide"), WijkId("opgeheven")
PLACES = {
    "a wijk": Places((HERE,)),
    "the city": Places(),
    "a wijk that is gone": Places((GONE,)),
    "a stadsdeel": Places((), ("Genk-Centrum", "Genk-Noord")),
}


# Every so many cases; the others stay as they came.
_BECOMES: Final = (Status.HANDLED, Status.REOPENED, Status.IN_HAND, Status.IN_HAND)


async def _member(turn: Turn, number: int, role: Role, places: Places) -> StaffMember:
    person = await insert_person(turn.tx, ChatId(number), turn.now)
    staff = await insert_staff(turn.tx, person.id, Invitation(role, places, (), None), turn.now)
    return StaffMember(staff, person.id, role, places)


async def _fill(turn: Turn, owners: Sequence[StaffId | None]) -> None:
    """A case of every sort; some have no day by which an answer is due."""
    today = Calendar(turn.city).local_day(turn.now)
    days = (today - timedelta(days=1), today, None)
    for wijk, owner, sensitive, day, urgent in product((HERE, THERE, None, GONE), owners, (False, True), days, (False, True)):  # fmt: skip
        new = Case(CaseId(0), CaseNumber(""), draw_alias(), CaseKind.SIGNAL, Status.RECEIVED, turn.now,
                   category=CategoryId("waste"), sensitive=sensitive, urgent=urgent, due_on=day)  # fmt: skip
        case = await insert_case(turn.tx, new)
        if wijk is not None:
            await set_wijk(turn.tx, case.id, wijk)
        if owner is not None:
            await set_owner(turn.tx, case.id, owner)
        if case.id % 7 < len(_BECOMES):
            await set_status(turn.tx, case, _BECOMES[case.id % 7], now=turn.now)


def _by_the_rules(turn: Turn, member: StaffMember, cases: Sequence[Case]) -> list[Case]:
    work = Work(turn)

    def waits(case: Case) -> bool:
        is_late = case.due_on is not None and case.due_on < work.today
        is_watched = (member.role is Role.COORDINATOR and is_late) or (
            member.role is Role.TEAM_MEMBER and case.due_on is not None
        )
        return case.owner == member.id or (
            (case.owner is None or is_watched) and may_see(turn.city, member, case)
        )

    def order(case: Case) -> tuple[int, str, int]:
        due_on = case.due_on.isoformat() if case.due_on else "9999"
        return list(Pressing).index(work.pressing(case)), due_on, case.id

    return sorted(filter(waits, cases), key=order)


def _parts_of(work: Work, cases: Sequence[Case], wanted: Wanted) -> list[Case]:
    """The part of it, looked at case by case."""

    def fits(case: Case) -> bool:
        due = case.due_on
        because = {
            Pressing.URGENT: case.urgent,
            Pressing.LATE: due is not None and due < work.today,
            Pressing.REOPENED: case.status is Status.REOPENED,
            Pressing.TODAY: due == work.today,
            Pressing.NEW: case.status is Status.RECEIVED,
        }
        because[Pressing.GOING_ON] = not any(because.values())
        return (
            (wanted.reason is None or because[wanted.reason])
            and (wanted.wijk is None or (case.wijk or NOWHERE) == wanted.wijk)
            and (wanted.category is None or case.category == wanted.category)
            and (wanted.kind is None or case.kind is wanted.kind)
        )

    return [case for case in cases if fits(case)]


PARTS: Final = (
    *(Wanted(reason) for reason in Pressing),
    Wanted(wijk=HERE),
    Wanted(wijk=NOWHERE),
    Wanted(category=CategoryId("waste"), kind=CaseKind.SIGNAL),
    Wanted(category=CategoryId("noise")),
    Wanted(Pressing.LATE, HERE, CategoryId("waste"), CaseKind.SIGNAL),
    Wanted(kind=CaseKind.IDEA),
)


@pytest.mark.parametrize("places", PLACES.values(), ids=PLACES)
async def test_what_waits_is_what_each_rule_says_in_its_order(line: Line, places: Places) -> None:
    async def compared(turn: Turn) -> None:
        members = [await _member(turn, 100 + number, role, places) for number, role in enumerate(Role)]
        other = await _member(turn, 99, Role.WIJKMANAGER, Places())
        await _fill(turn, (None, other.id, *(member.id for member in members)))
        cases = await list_open_cases(turn.tx)
        for member in members:
            turn.staff, work = member, Work(turn)
            expected = _by_the_rules(turn, member, cases)
            assert expected
            assert (await work.counts()).all == len(expected)
            assert [one.case for one in await work.waiting(len(expected) + 1)] == expected
            assert [one.case for one in await work.waiting(5, skipped=3)] == expected[3:8]
            for wanted in PARTS:
                part = _parts_of(work, expected, wanted)
                assert [one.case for one in await work.waiting(10_000, wanted)] == part, wanted
                assert (await work.counts(wanted)).of(wanted.reason) == len(part), wanted

    await line.turn(compared)


async def test_a_page_tells_in_which_wijken_something_waits_and_who_has_it(line: Line) -> None:
    async def looked(turn: Turn) -> None:
        turn.staff = await _member(turn, 100, Role.COORDINATOR, Places())
        other = await _member(turn, 101, Role.WIJKMANAGER, Places((HERE,)))
        await _fill(turn, (None, other.id))
        cases = _by_the_rules(turn, turn.staff, await list_open_cases(turn.tx))
        told = await Work(turn).by("wijk")
        assert dict(told) == dict(Counter(case.wijk or NOWHERE for case in cases))
        assert list(told.values()) == sorted(told.values(), reverse=True)
        owners = {one.case.owner: one.owner for one in await Work(turn).waiting(10_000)}
        assert owners == {None: None, other.id: Role.WIJKMANAGER}

    await line.turn(looked)


async def test_the_own_cases_come_first_where_words_look_for_their_case(line: Line) -> None:
    async def looked(turn: Turn) -> None:
        turn.staff = await _member(turn, 100, Role.COORDINATOR, Places())
        await _fill(turn, (None, turn.staff.id))
        owners = [case.owner for case in await Work(turn).mine_first(1_000)]
        assert owners == sorted(owners, key=lambda owner: owner is None)
        assert {*owners} == {None, turn.staff.id}

    await line.turn(looked)
