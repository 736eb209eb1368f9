"""Work hours: when a member of staff wants to hear the bot. Outside them cards come without a sound, but for urgent ones."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.alarms import Alarm
from bot.domain.errors import ButtonExpired
from bot.domain.hours import Hours
from bot.domain.intents import Act, Intent, Urgency
from bot.domain.news import at_local
from bot.domain.people import Role, StaffMember
from bot.services.absences import Absences
from bot.services.administrators import warning
from bot.services.approvals import ASKS_NOW
from bot.services.calendar import Calendar
from bot.services.trail import Trail
from bot.services.translations import Request, Translations
from bot.services.turn import Turn
from bot.services.work import Work
from storage.cases import find_case
from storage.mornings import PRESSING, Morning
from storage.staff import set_hours

__all__ = ["MORNING", "PRESSING", "Morning", "WorkHours"]

MORNING: Final = "desk-morning"
# Alarms of the bot itself are always heard, and urgent news that waits for somebody to approve it.
_HEARD: Final = frozenset({*map(warning, Alarm), ASKS_NOW})


@dataclass(frozen=True, slots=True)
class WorkHours:
    turn: Turn

    def refuse_others(self) -> None:
        """Raise ButtonExpired for who is not of the staff."""
        self._staff()

    async def set(self, start: int, end: int, days: str) -> Hours:
        """Hear the bot on these days (of ISO weeks, as figures) between these hours only. Raises ButtonExpired."""
        try:
            hours = Hours(start, end, frozenset(map(int, days)))
        except ValueError:
            raise ButtonExpired from None
        await self._keep(hours)
        await Trail(self.turn).note("hours-set")
        await self._await_morning(hours)
        return hours

    async def clear(self) -> None:
        """Hear it at any hour."""
        await self._keep(None)
        await Trail(self.turn).note("hours-set")
        await self.turn.no_longer(f"{MORNING}:{self._staff().id}")

    async def quiet_since(self) -> datetime | None:
        """It is morning: since when it was quiet, where anything came or waits; the next morning is awaited."""
        staff = self.turn.staff
        if staff is None or staff.hours is None:
            return None
        is_away = await self._is_away(staff)
        hours, now, calendar = staff.hours, self.turn.now, Calendar(self.turn.city)
        ended = hours.ended_before(calendar.local_day(now), calendar.is_closed)
        await self._await_morning(hours)
        since = at_local(ended, hours.end, self.turn.city)
        is_empty = (await self.morning(since)).is_empty and not await self.untranslated()
        return None if is_empty or is_away else since

    async def morning(self, since: datetime) -> Morning:
        """What came since then for who acts, and what waits."""
        return await Work(self.turn).morning(since)

    async def untranslated(self) -> list[Request]:
        """The texts that wait for a contact worker."""
        staff = self._staff()
        return await Translations(self.turn).waiting_for(staff) if staff.role is Role.CONTACT_WORKER else []

    async def hushes(self, intent: Intent) -> bool:
        """Whether something for who reads comes without a sound: no answer to a press, outside the hours, not urgent."""
        staff = self.turn.staff
        is_news = intent.act is Act.SEND and intent.urgency is Urgency.CASE
        if staff is None or not is_news or intent.name in _HEARD:
            return False
        return not self._works(staff) and not await self._is_urgent(intent)

    async def _is_away(self, staff: StaffMember) -> bool:
        away, today = (
            await Absences(self.turn).of(staff.id),
            Calendar(self.turn.city).local_day(self.turn.now),
        )
        return away is not None and away.from_on <= today <= away.until_on

    def _works(self, staff: StaffMember) -> bool:
        local = self.turn.now.astimezone(self.turn.city.time_zone)
        return staff.hours is None or staff.hours.hold(local, Calendar(self.turn.city).is_closed)

    async def _is_urgent(self, intent: Intent) -> bool:
        case = await find_case(self.turn.tx, intent.case) if intent.case is not None else None
        return case is not None and case.urgent

    async def _keep(self, hours: Hours | None) -> None:
        staff = self._staff()
        await set_hours(self.turn.tx, staff.id, hours)
        self.turn.staff = replace(staff, hours=hours)

    async def _await_morning(self, hours: Hours) -> None:
        """The next time that they begin."""
        city, calendar = self.turn.city, Calendar(self.turn.city)
        local = self.turn.now.astimezone(city.time_zone)
        begins = at_local(hours.begin_after(local, calendar.is_closed), hours.start, city)
        chat = self.turn.person.chat if self.turn.person else 0
        await self.turn.later(f"{MORNING}:{self._staff().id}", MORNING, begins, lane=chat)

    def _staff(self) -> StaffMember:
        if self.turn.staff is None:
            raise ButtonExpired
        return self.turn.staff
