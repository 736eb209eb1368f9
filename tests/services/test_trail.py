"""What staff did is appended, read by who answers for the others, and changed by nobody."""

from datetime import timedelta

import pytest

from bot.domain.city import Kept, Retention
from bot.domain.errors import ButtonExpired
from bot.domain.people import PersonId, Places, Role, StaffId, StaffMember
from bot.services.trail import Trail
from bot.services.turn import Turn
from storage.retention import count_old, erase_old_acts
from tests.cast import NOORD, Cast
from tests.line import Line


@pytest.mark.parametrize("table", ["history", "staff_acts"])
@pytest.mark.parametrize("what", ["DELETE FROM {}", "UPDATE {} SET act = 'nothing'"])
async def test_the_database_refuses_to_change_what_was_done(
    line: Line, cast: Cast, table: str, what: str
) -> None:
    await cast.karel()
    await cast.case_of(await cast.jan(), "Er ligt afval")
    with pytest.raises(Exception, match="what was done is never"):
        await line.turn(lambda turn: turn.tx.run(what.format(table)))
    (row,) = await line.read(lambda tx: tx.all(f"SELECT act FROM {table} ORDER BY id LIMIT 1"))  # noqa: S608 - names of our own
    assert row["act"] in {"opened", "invited"}


async def test_retention_alone_lets_it_go_and_closes_the_door_behind_it(line: Line, cast: Cast) -> None:
    await cast.karel()

    async def gone(turn: Turn) -> tuple[int, int]:
        later = turn.now + timedelta(seconds=1)
        found = await count_old(turn.tx, Retention(Kept.ACTS, 1, "x"), later, has_resident=False)
        return found, await erase_old_acts(turn.tx, later, 100)

    assert await line.turn(gone) == (2, 2)
    assert await line.read(lambda tx: tx.all("SELECT * FROM staff_acts")) == []
    await line.turn(lambda turn: Trail(turn).note("searched"))
    with pytest.raises(Exception, match="what was done is never"):
        await line.turn(lambda turn: turn.tx.run("DELETE FROM staff_acts"))


async def test_the_trail_tells_who_did_what_to_which_case_newest_first(line: Line, cast: Cast) -> None:
    karel, greet = await cast.karel(), await cast.greet()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    member, reader = await karel.member(), await greet.member()

    async def read(turn: Turn) -> list[tuple[str, object, object]]:
        turn.staff = reader
        return [(one.act, one.role, one.number) for one in await Trail(turn).page(10)]

    assert await line.turn(read) == [
        ("taken", Role.WIJKMANAGER, case.number),
        ("joined", Role.COORDINATOR, None),
        ("invited", None, None),
        ("joined", Role.WIJKMANAGER, None),
        ("invited", None, None),
    ]

    async def of_one(turn: Turn) -> list[str]:
        turn.staff = reader
        return [one.act for one in await Trail(turn).page(1, skipped=1, staff=member.id)]

    assert await line.turn(of_one) == ["joined"]


@pytest.mark.parametrize(
    ("role", "places", "may"),
    [
        (Role.COORDINATOR, Places(), True),
        (Role.ADMINISTRATOR, Places(), True),
        (Role.COORDINATOR, NOORD, False),
        (Role.WIJKMANAGER, Places(), False),
        (None, Places(), False),
    ],
)
async def test_only_who_answers_for_the_whole_city_reads_it(
    line: Line, role: Role | None, places: Places, *, may: bool
) -> None:
    async def read(turn: Turn) -> bool:
        turn.staff = StaffMember(StaffId(1), PersonId(1), role, places) if role else None
        try:
            await Trail(turn).page(1)
        except ButtonExpired:
            return False
        return True

    assert await line.turn(read) is may
