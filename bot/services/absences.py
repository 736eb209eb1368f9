"""Absences: who of staff is away, who stands in, and where what they had in hand is meanwhile. Nothing is unowned by it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.absences import MOST_AHEAD, Absence, standing_in
from bot.domain.cases import Case
from bot.domain.errors import ButtonExpired, DayUnclear
from bot.domain.people import PersonId, StaffId, StaffMember, StandIn
from bot.domain.permissions import may_be_away, may_know_absences, may_send_away, may_stand_in
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.caseload import Caseload
from bot.services.errand_ends import give_back_errands
from bot.services.routing import Routing
from bot.services.translations import Translations
from bot.services.turn import Turn
from storage import absences as rows
from storage import cases
from storage.people import find_person
from storage.staff import find_staff, list_staff, set_away, set_stands_in

BEGINS: Final = "absence-begins"
ENDS: Final = "absence-ends"
# Who stands in, and who comes back, read of it when the day begins, not at midnight.
MORNING: Final = time(7)
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Absences:
    turn: Turn

    @property
    def acting(self) -> StaffMember:
        """Who acts. Raises ButtonExpired for a resident."""
        if self.turn.staff is None:
            raise ButtonExpired
        return self.turn.staff

    async def of(self, staff: StaffId) -> Absence | None:
        """The absence that goes on or is to come."""
        return await rows.find_absence(self.turn.tx, staff)

    async def known(self) -> Sequence[Absence]:
        """Those that who acts may read of, and end: the own one first."""
        found = await rows.list_absences(self.turn.tx)
        if not may_know_absences(self.acting):
            found = [one for one in found if one.staff == self.acting.id]
        return sorted(found, key=lambda one: one.staff != self.acting.id)

    async def member(self, staff: int) -> StaffMember:
        """Somebody whom who acts may send away. Raises ButtonExpired, also for nobody."""
        found = await find_staff(self.turn.tx, StaffId(staff))
        if found is None or not found.person or not may_send_away(self.acting, found):
            raise ButtonExpired
        return found

    async def colleagues(self) -> list[StaffMember]:
        """Others whom who acts may send away, who are there."""
        everybody = await list_staff(self.turn.tx)
        others = [one for one in everybody if one.id != self.acting.id and not one.away]
        return [one for one in others if may_send_away(self.acting, one)]

    async def substitutes(self, absent: StaffMember) -> list[StaffMember]:
        """Who may stand in: those of the same role and of the same wijken first."""
        city = self.turn.city
        wijken = set(absent.places.wijken_in(city))
        able = [one for one in await list_staff(self.turn.tx) if may_stand_in(absent, one) and not one.away]
        reached = [one for one in able if await self._is_reachable(one.person)]

        def far(one: StaffMember) -> tuple[bool, bool]:
            return one.role is not absent.role, wijken.isdisjoint(one.places.wijken_in(city))

        return sorted(reached, key=far)

    def require_order(self, first: date, last: date) -> None:
        """Raise DayUnclear for a last day that has passed, comes before the first, or is more than a year away."""
        today = self._today()
        if last < max(first, today) or last > today + MOST_AHEAD:
            raise DayUnclear

    async def plan(self, wanted: Absence) -> Absence:
        """Keep it in the place of an earlier one; what begins today begins now. Raises DayUnclear, ButtonExpired."""
        member = await self.member(wanted.staff)
        await self._check(member, wanted)
        before = await self.of(member.id)
        if (
            before
            and before.began
            and before.substitute == wanted.substitute
            and wanted.from_on <= self._today()
        ):
            return await self._prolong(member, wanted)
        if before:
            await self._over(member)
        await rows.set_absence(self.turn.tx, replace(wanted, began=False), self.turn.now)
        await self._watch(member, wanted)
        if wanted.from_on <= self._today():
            await self.begin(member.id)
        return wanted

    async def begin(self, staff: StaffId) -> None:
        """The first day has come: the substitute has what was in hand, or who else is responsible is asked."""
        member, absence = await find_staff(self.turn.tx, staff), await self.of(staff)
        if member is None or not member.person or absence is None or absence.began:
            return
        await rows.set_absence(self.turn.tx, replace(absence, began=True), self.turn.now)
        await set_away(self.turn.tx, staff, absence.until_on)
        await self._settle()
        substitute = await self._standing_in_for(staff)
        count = await self._lend(member, substitute)
        count += await Caseload(self.turn).lend(member, substitute, absence.until_on)
        await self._let_others_know(member)
        await Translations(self.turn).ask_again(member.languages)
        await give_back_errands(self.turn, member)
        if substitute is not None:
            await self.turn.say(
                substitute.person,
                "away-stand-in",
                absent=staff,
                until=absence.until_on.isoformat(),
                count=count,
            )

    async def end(self, staff: StaffId) -> None:
        """Somebody is back, by the day or earlier: what was lent and is still open comes back."""
        absence = await self.of(staff)
        member = await find_staff(self.turn.tx, staff)
        if absence is None or member is None:
            return
        substitute = await self._standing_in_for(staff)
        count = await self._over(member)
        if absence.began:
            for case in await self._let_others_know(member):
                await Cards(self.turn).take_back_from_others(case)
                await Cards(self.turn).refresh(case)
            await self.turn.say(member.person, "away-back", count=count)
            if substitute is not None:
                await self.turn.say(substitute.person, "away-stood-in", absent=staff, count=count)

    async def forget(self, member: StaffMember) -> None:
        """Somebody was released: neither away nor a substitute any more. What they had is handed over after it."""
        await rows.erase_absence(self.turn.tx, member.id)
        await rows.forget_substitute(self.turn.tx, member.id)
        await self._unwatch(member.id)
        await self._settle()

    async def lend(self, case: Case, member: StaffMember) -> None:
        """Somebody who is away has it: let the substitute have it, or who else is responsible."""
        await self._lend_one(case, member, await self._standing_in_for(member.id))

    async def _check(self, member: StaffMember, wanted: Absence) -> None:
        self.require_order(wanted.from_on, wanted.until_on)
        allowed = {one.id for one in await self.substitutes(member)} | {None}
        if wanted.substitute not in allowed or not may_be_away(member):
            raise ButtonExpired

    async def _prolong(self, member: StaffMember, wanted: Absence) -> Absence:
        changed = replace(wanted, began=True)
        await rows.set_absence(self.turn.tx, changed, self.turn.now)
        await set_away(self.turn.tx, member.id, changed.until_on)
        await self._watch(member, changed)
        return changed

    async def _over(self, member: StaffMember) -> int:
        """Let the absence be over, or never come; how many cases came back."""
        lent = await rows.list_lent(self.turn.tx, member.id)
        substitute = await self._standing_in_for(member.id)
        voices = await Caseload(self.turn).take_back(member, substitute)
        await rows.erase_absence(self.turn.tx, member.id)
        await set_away(self.turn.tx, member.id, None)
        await self._unwatch(member.id)
        await self._settle()
        back = [await cases.get_case(self.turn.tx, case) for case, _ in lent]
        went_to = dict(lent)
        back = [case for case in back if case.open and case.alias and case.owner == went_to[case.id]]
        if substitute is not None:
            back += await self._beyond(substitute.id, {case.id for case in back})
        return voices + sum([await self._take_back(case, member) for case in back])

    async def _beyond(self, substitute: StaffId, besides: set[int]) -> list[Case]:
        """What the substitute took meanwhile, and would have no business with from now on."""
        now = await find_staff(self.turn.tx, substitute)
        held = await cases.list_open_cases_of_owner(self.turn.tx, substitute)
        others = [case for case in held if case.id not in besides]
        return [
            one for one in others if now and not Routing(self.turn).may_have(now, replace(one, owner=None))
        ]

    async def _take_back(self, case: Case, member: StaffMember) -> bool:
        """False where it stays with whoever has it: for who may not have it any more, or has stopped the bot."""
        may_have = Routing(self.turn).may_have(member, replace(case, owner=None))
        if not may_have or not await self._is_reachable(member.person):
            return False
        await cases.set_owner(self.turn.tx, case.id, member.id)
        await cases.insert_history(self.turn.tx, case.id, "back", by=member.id, now=self.turn.now)
        mine = await cases.get_case(self.turn.tx, case.id)
        await Cards(self.turn).take_back_from_others(mine)
        await Cards(self.turn).refresh(mine)
        await Cards(self.turn).give_to_responsible(mine)
        return True

    async def _lend(self, member: StaffMember, substitute: StaffMember | None) -> int:
        """How many went."""
        held = await cases.list_open_cases_of_owner(self.turn.tx, member.id)
        for case in held:
            await self._lend_one(case, member, substitute)
        return len(held)

    async def _lend_one(self, case: Case, member: StaffMember, substitute: StaffMember | None) -> None:
        free = replace(case, owner=None)
        is_able = substitute is not None and Routing(self.turn).may_have(substitute, free)
        to = substitute.id if substitute and is_able else None
        await cases.set_owner(self.turn.tx, case.id, to)
        await rows.lend_case(self.turn.tx, case.id, member.id, to)
        await cases.insert_history(self.turn.tx, case.id, "away", by=member.id, now=self.turn.now)
        lent = await cases.get_case(self.turn.tx, case.id)
        await Cards(self.turn).refresh(lent)
        await Cards(self.turn).give_to_responsible(lent)
        if to is None:
            await Cards(self.turn).tell_keepers(lent, "notice-waits")

    async def _let_others_know(self, member: StaffMember) -> list[Case]:
        """What nobody has taken, and this colleague could have: a card for who is responsible now and has none yet."""
        may_have = Routing(self.turn).may_have
        free = [one for one in await cases.list_open_cases(self.turn.tx) if one.owner is None and one.alias]
        waiting = [one for one in free if may_have(member, one)]
        for case in waiting:
            await Cards(self.turn).give_to_responsible(case)
        return waiting

    async def _settle(self) -> None:
        """Write beside everybody for whom they stand in now."""
        everybody = {one.id: one for one in await list_staff(self.turn.tx)}
        pairs = standing_in(await rows.list_absences(self.turn.tx))
        for member in everybody.values():
            absent = [everybody[one] for one, by in pairs.items() if by == member.id and one in everybody]
            stand_ins = tuple(StandIn(one.id, one.role, one.places) for one in absent)
            if stand_ins != member.stands_in:
                await set_stands_in(self.turn.tx, member.id, stand_ins)

    async def _standing_in_for(self, staff: StaffId) -> StaffMember | None:
        everybody = await list_staff(self.turn.tx)
        return next((one for one in everybody if staff in {away.staff for away in one.stands_in}), None)

    async def _watch(self, member: StaffMember, absence: Absence) -> None:
        """Let it begin and end by itself, in the chat of who is away."""
        person = await find_person(self.turn.tx, member.person)
        lane, detail = person.chat if person else 0, {"staff": member.id}
        starts, ends = self._at(absence.from_on, MORNING), self._at(absence.until_on + DAY, MORNING)
        if not absence.began:
            await self.turn.later(f"{BEGINS}:{member.id}", BEGINS, starts, detail=detail, lane=lane)
        await self.turn.later(f"{ENDS}:{member.id}", ENDS, ends, detail=detail, lane=lane)

    async def _unwatch(self, staff: StaffId) -> None:
        for kind in (BEGINS, ENDS):
            await self.turn.no_longer(f"{kind}:{staff}")

    async def _is_reachable(self, person: PersonId) -> bool:
        found = await find_person(self.turn.tx, person)
        return found is not None and not found.blocked

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.turn.city.time_zone)

    def _today(self) -> date:
        return Calendar(self.turn.city).local_day(self.turn.now)
