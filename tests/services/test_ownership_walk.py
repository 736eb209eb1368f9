"""Never unowned, whatever happens in which order: people go away, are released, change roles and block the bot, at random."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import pytest

from bot.domain.absences import Absence
from bot.domain.cases import Case, CaseKind, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import Part
from bot.domain.errors import Refused
from bot.domain.people import ChatId, Places, Role, StaffId, StaffMember
from bot.domain.permissions import may_handle, may_read
from bot.services.absences import Absences
from bot.services.calendar import Calendar
from bot.services.cases import Cases, NewCase
from bot.services.colleagues import Colleagues
from bot.services.handling import Handling
from bot.services.merging import Merging
from bot.services.ownership import Ownership
from bot.services.people import People
from bot.services.staff import Invitation, Staff
from bot.services.turn import Turn
from bot.services.visits import Visits
from storage.cases import list_open_cases
from storage.errands import insert_errand
from storage.ownership import Checked
from storage.people import find_person, set_blocked
from storage.staff import find_staff, list_staff
from tests.line import Line

NOORD: Final = Places((WijkId("waterschei-noord"),))
BOTH: Final = Places((WijkId("waterschei-noord"), WijkId("waterschei-zuid")))
ELSEWHERE: Final = Places((WijkId("boxbergheide"),))
EVERYWHERE: Final = Places()
TEAM: Final = (
    *((Role.WIJKMANAGER, NOORD), (Role.WIJKMANAGER, BOTH), (Role.WIJKMANAGER, ELSEWHERE)),
    *((Role.COORDINATOR, EVERYWHERE), (Role.COORDINATOR, EVERYWHERE), (Role.ADMINISTRATOR, EVERYWHERE)),
    *((Role.TEAM_MEMBER, NOORD), (Role.CONTACT_WORKER, BOTH), (Role.CONTACT_WORKER, NOORD)),
)
WIJKEN: Final = ("waterschei-noord", "waterschei-zuid", "boxbergheide", None)
STEPS: Final = 60


class OverNow(Exception):
    """The walk is undone: nothing of it is said to anybody."""


@dataclass(slots=True)
class Walk:
    """Everything in one turn; what is refused changes nothing, and is no step."""

    turn: Turn
    dice: random.Random
    said: list[str] = field(default_factory=list)
    newcomers: int = 0

    async def begins(self) -> None:
        for role, places in TEAM:
            await self._join(role, places)
        for _ in range(4):
            await self.reports()

    async def step(self) -> str:
        """One thing that happens; its name."""
        acts: Sequence[tuple[int, Callable[[], Awaitable[None]]]] = (
            (3, self.reports),
            (6, self.takes),
            (5, self.goes_away),
            (4, self.comes_back),
            (2, self.is_released),
            (2, self.joins),
            (2, self.changes_role),
            (3, self.moves),
            (2, self.gives_all),
            (2, self.gives_one),
            (2, self.merges),
            (2, self.closes),
            (1, self.sends_to_look),
            (1, self.plans_a_visit),
            (1, self.talks_first),
            (2, self.stops_the_bot),
            (2, self.starts_the_bot),
        )
        (act,) = self.dice.choices([one for _, one in acts], [weight for weight, _ in acts])
        self.said.append(act.__name__)
        try:
            await act()
        except Refused as refused:
            self.said[-1] += f" ({type(refused).__name__})"
        return act.__name__

    async def reports(self) -> None:
        await self._acts_as_resident()
        wijk = self.dice.choice(WIJKEN)
        new = NewCase(
            kind=CaseKind.SIGNAL,
            parts=(Part(Words("Er ligt afval")),),
            wijk=WijkId(wijk) if wijk else None,
            category=CategoryId(self.dice.choice(("waste", "noise", "housing"))),
        )
        await Cases(self.turn).open(new)

    async def talks_first(self) -> None:
        await self._acts_as_resident()
        new = NewCase(
            kind=CaseKind.SIGNAL,
            parts=(Part(Words("Evim çok kötü")),),
            wijk=WijkId("waterschei-noord"),
            category=CategoryId("housing"),
            talk=True,
        )
        await Cases(self.turn).open(new)

    async def takes(self) -> None:
        case = await self._case()
        member = await self._somebody()
        if member.away or not await self._is_reached(member):
            raise Refused
        await self._acts(member)
        await Handling(self.turn).take(case.id)

    async def moves(self) -> None:
        case = await self._case()
        await self._acts(await self._somebody())
        await Handling(self.turn).move(case.id, str(self.dice.choice(WIJKEN[:3])))

    async def closes(self) -> None:
        case = await self._case()
        await self.turn.tx.run("UPDATE cases SET status = 'handled' WHERE id = :id", id=case.id)

    async def merges(self) -> None:
        one, other = await self._case(), await self._case()
        await self._acts(await self._somebody(Role.COORDINATOR))
        await Merging(self.turn).merge(one.id, other.id)

    async def gives_all(self) -> None:
        giving, to = await self._somebody(), await self._somebody()
        await self._acts(await self._somebody(Role.COORDINATOR))
        await Colleagues(self.turn).give_all(giving.id, to.id)

    async def gives_one(self) -> None:
        case, to = await self._case(), await self._somebody()
        await self._acts(await self._somebody(Role.COORDINATOR))
        await Colleagues(self.turn).give(case.id, to.id)

    async def sends_to_look(self) -> None:
        case, asking = await self._case(), await self._somebody()
        await insert_errand(self.turn.tx, case.id, "Kijk eens.", by=asking.id, now=self.turn.now)

    async def plans_a_visit(self) -> None:
        case = await self._case()
        await self._acts(await self._somebody())
        today = Calendar(self.turn.city).local_day(self.turn.now)
        await Visits(self.turn).plan(case.id, today + timedelta(days=3))

    async def goes_away(self) -> None:
        member = await self._somebody()
        await self._acts(member)
        able = [one.id for one in await Absences(self.turn).substitutes(member)]
        instead: StaffId | None = self.dice.choice([None, *able])
        today = Calendar(self.turn.city).local_day(self.turn.now)
        await Absences(self.turn).plan(Absence(member.id, today, today + timedelta(days=5), instead))

    async def comes_back(self) -> None:
        away = [one for one in await list_staff(self.turn.tx) if one.away]
        if away:
            await Absences(self.turn).end(self.dice.choice(away).id)

    async def is_released(self) -> None:
        await Staff(self.turn).release((await self._somebody()).id)

    async def joins(self) -> None:
        await self._join(*self.dice.choice(TEAM))

    async def changes_role(self) -> None:
        member = await self._somebody()
        await self._acts(member)
        role, places = self.dice.choice(TEAM)
        token = await Staff(self.turn).invite(Invitation(role, places, ("tr",), None))
        await Staff(self.turn).join(token)

    async def stops_the_bot(self) -> None:
        person = await find_person(self.turn.tx, (await self._somebody()).person)
        assert person
        await set_blocked(self.turn.tx, person.chat, self.turn.now)

    async def starts_the_bot(self) -> None:
        for member in await list_staff(self.turn.tx):
            if (person := await find_person(self.turn.tx, member.person)) and person.blocked:
                await set_blocked(self.turn.tx, person.chat, None)
                return

    async def _join(self, role: Role, places: Places) -> None:
        self.newcomers += 1
        self.turn.staff = self.turn.person = None
        self.turn.person = await People(self.turn).meet(ChatId(30_000 + self.newcomers))
        token = await Staff(self.turn).invite(Invitation(role, places, ("tr",), None))
        await Staff(self.turn).join(token)

    async def _acts_as_resident(self) -> None:
        self.turn.staff = self.turn.step = None
        self.turn.person = await People(self.turn).meet(ChatId(self.dice.choice((40_001, 40_002, 40_003))))

    async def _acts(self, member: StaffMember) -> None:
        self.turn.step = None
        self.turn.person = await find_person(self.turn.tx, member.person)
        self.turn.staff = await find_staff(self.turn.tx, member.id)

    async def _somebody(self, *roles: Role) -> StaffMember:
        found = await list_staff(self.turn.tx, *roles)
        if not found:
            raise Refused
        return self.dice.choice(found)

    async def _case(self) -> Case:
        found = [one for one in await list_open_cases(self.turn.tx) if one.alias]
        if not found:
            raise Refused
        return self.dice.choice(found)

    async def look(self) -> Checked:
        """The night's look at everything."""
        self.turn.staff = self.turn.person = None
        leading = [one for one in await list_open_cases(self.turn.tx) if one.alias and one.twin_of is None]
        return await Ownership(self.turn).look(leading)

    async def nobodys(self) -> list[str]:
        """Open cases that somebody could have, who is there and reached, and that nobody has or knows of."""
        city, found = self.turn.city, list[str]()
        staff = [one for one in await list_staff(self.turn.tx) if await self._is_reached(one)]
        there = {one.id for one in staff if not one.away}
        for case in await list_open_cases(self.turn.tx):
            able = [one for one in staff if may_handle(city, one, case) and may_read(city, one, case)]
            is_had = case.owner in there or (case.owner is None and await self._is_known(case, staff))
            if case.alias and case.twin_of is None and able and not is_had:
                found.append(case.number)
        return found

    async def _is_reached(self, member: StaffMember) -> bool:
        person = await find_person(self.turn.tx, member.person)
        return person is not None and not person.blocked

    async def _is_known(self, case: Case, staff: Sequence[StaffMember]) -> bool:
        """Somebody who may handle it has its card, or a digest that counts it."""
        able = [one.person for one in staff if may_handle(self.turn.city, one, case)]
        sql = "SELECT person_id FROM outbox WHERE case_id = :case AND name = 'case-card' AND act = 'send'"
        held = {row["person_id"] for row in await self.turn.tx.all(sql, case=case.id)}
        told = {
            row["person_id"]
            for row in await self.turn.tx.all(
                "SELECT person_id FROM digested WHERE case_id = :case", case=case.id
            )
        }
        return any(one in held | told for one in able)


async def walked(turn: Turn, seed: int) -> None:
    walk = Walk(turn, random.Random(seed))
    await walk.begins()
    for _ in range(STEPS):
        done = await walk.step()
        if done in {"stops_the_bot", "starts_the_bot"}:
            await walk.look()
        else:
            assert await walk.nobodys() == [], (seed, walk.said)
        checked = await walk.look()
        assert checked.mended == 0, (seed, walk.said, checked)
        assert await walk.nobodys() == [], (seed, walk.said)
    raise OverNow


@pytest.mark.parametrize("seed", [0, 5, 42])
async def test_whatever_happens_every_open_case_is_with_somebody_who_is_there(line: Line, seed: int) -> None:
    with pytest.raises(OverNow):
        await line.turn(lambda turn: walked(turn, seed))
