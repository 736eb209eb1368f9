"""What waits for somebody at the desk is asked of the database in one go, and is what the rules say case by case."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import product

import pytest

from bot.domain.cases import Case, CaseId, CaseKind, CaseNumber, Status, draw_alias
from bot.domain.city import CategoryId, WijkId
from bot.domain.people import ChatId, Places, Role, StaffId, StaffMember
from bot.domain.permissions import may_handle
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
        if case.id % 7 == 0:
            await set_status(turn.tx, case, Status.HANDLED, now=turn.now)


def _by_the_rules(turn: Turn, member: StaffMember, cases: Sequence[Case]) -> list[CaseId]:
    work = Work(turn)

    def waits(case: Case) -> bool:
        is_watched = member.role is Role.COORDINATOR and work.is_late(case)
        return case.owner == member.id or (
            (case.owner is None or is_watched) and may_handle(turn.city, member, case)
        )

    def order(case: Case) -> tuple[bool, bool, str, int]:
        due_on = case.due_on.isoformat() if case.due_on else "9999"
        return not case.urgent, not work.is_late(case), due_on, case.id

    return [case.id for case in sorted(filter(waits, cases), key=order)]


@pytest.mark.parametrize("places", PLACES.values(), ids=PLACES)
async def test_what_waits_is_what_each_rule_says_in_its_order(line: Line, places: Places) -> None:
    async def compared(turn: Turn) -> None:
        members = [await _member(turn, 100 + number, role, places) for number, role in enumerate(Role)]
        other = await _member(turn, 99, Role.WIJKMANAGER, Places())
        await _fill(turn, (None, other.id, *(member.id for member in members)))
        cases = await list_open_cases(turn.tx)
        for member in members:
            turn.staff = member
            expected = _by_the_rules(turn, member, cases)
            assert expected
            assert await Work(turn).count() == len(expected)
            assert [case.id for case in await Work(turn).waiting(len(expected) + 1)] == expected
            assert [case.id for case in await Work(turn).waiting(5, skipped=3)] == expected[3:8]

    await line.turn(compared)


async def test_the_own_cases_come_first_where_words_look_for_their_case(line: Line) -> None:
    async def looked(turn: Turn) -> None:
        turn.staff = await _member(turn, 100, Role.COORDINATOR, Places())
        await _fill(turn, (None, turn.staff.id))
        owners = [case.owner for case in await Work(turn).mine_first(1_000)]
        assert owners == sorted(owners, key=lambda owner: owner is None)
        assert {*owners} == {None, turn.staff.id}

    await line.turn(looked)
