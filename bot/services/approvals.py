"""Approvals: where the city wants a second pair of eyes, an announcement leaves only after somebody else let it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.announcements import Announcement, AudienceKind, State
from bot.domain.approvals import WAITS, asked_again_at, asked_each_morning_at
from bot.domain.errors import AnnouncementOver, ButtonExpired, NobodyElse, YourOwn
from bot.domain.intents import Act, AnnouncementId, Intent, OutboxId
from bot.domain.people import StaffMember
from bot.services.calendar import Calendar
from bot.services.handling import Handling
from bot.services.seconds import Seconds
from bot.services.sendings import Sendings
from bot.services.trail import Trail
from bot.services.turn import Turn
from storage import approvals as rows
from storage.announcements import find_announcement, get_announcement, set_announcement_state, set_progress
from storage.people import find_person
from storage.staff import find_staff

REMINDS: Final = "approval-reminds"
LAPSES: Final = "approval-lapses"
ASKS: Final = "approval-asks"
ASKS_NOW: Final = "approval-asks-now"  # of urgent news: heard at any hour
QUESTION: Final = "approval-question"
OFFERED: Final = "approval-offered"
ANSWERED: Final = "approval-answered"
NOBODY_YET: Final = "approval-nobody-yet"


@dataclass(frozen=True, slots=True)
class Approvals:
    turn: Turn

    async def offer(self, draft: Announcement, at: datetime | None = None) -> Announcement:
        """Ask others to look; it leaves at that time, or as soon as somebody approves. Raises as Sendings.plan, and NobodyElse."""
        await Sendings(self.turn).check(draft, State.PROPOSED)
        asked = await self._whom(draft)
        if not asked:
            raise NobodyElse
        now = self.turn.now
        offered = await rows.offer_announcement(
            self.turn.tx, draft.id, now, leaves_at=at, lapses_at=at or now + WAITS
        )
        await self._note("offered", offered)
        for member in asked:
            await self._ask(offered, member)
        await self._watch(offered)
        return offered

    async def follow(self, offered: Announcement, shown: OutboxId) -> None:
        """This message says that it waits, and no more once it does not."""
        await set_progress(self.turn.tx, offered.id, shown)

    async def find(self, announcement: AnnouncementId) -> Announcement | None:
        return await find_announcement(self.turn.tx, announcement)

    async def open_to(self, announcement: AnnouncementId) -> Announcement:
        """What who acts may look at and decide about. Raises YourOwn, and ButtonExpired for what is not there or not theirs."""
        staff, found = Handling(self.turn).staff, await self.find(announcement)
        if found is None or not found.round:
            raise ButtonExpired
        if found.staff == staff.id:
            raise YourOwn
        author = await find_staff(self.turn.tx, found.staff)
        if author is None or not Seconds(self.turn).may(staff, author, found.audience):
            raise ButtonExpired
        return found

    async def waiting(self) -> Sequence[Announcement]:
        """All that who acts may decide about, oldest first."""
        staff = Handling(self.turn).staff
        proposed = [(one, await self.author(one)) for one in await rows.list_proposed(self.turn.tx)]
        may = Seconds(self.turn).may
        return [one for one, author in proposed if author and may(staff, author, one.audience)]

    async def author(self, announcement: Announcement) -> StaffMember | None:
        return await find_staff(self.turn.tx, announcement.staff)

    async def asked(self, announcement: Announcement) -> Sequence[StaffMember]:
        """Who was asked to look, each once."""
        ids = dict.fromkeys(one for one, _ in await rows.list_asked(self.turn.tx, announcement.id))
        found = [await find_staff(self.turn.tx, one) for one in ids]
        return [one for one in found if one is not None]

    async def approve(self, announcement: AnnouncementId, round_: int) -> Announcement:
        """Let it leave; when somebody decided before, or it was changed, as it is now. Raises as `open_to`, and AnnouncementOver."""
        offered = await self.open_to(announcement)
        if not self.is_open(offered, round_):
            return offered
        now, at = self.turn.now, offered.leaves_at
        if offered.valid_until is not None and offered.valid_until <= now:
            raise AnnouncementOver
        await rows.approve_announcement(self.turn.tx, offered, Handling(self.turn).staff.id)
        approved = await get_announcement(self.turn.tx, offered.id)
        held = await Sendings(self.turn).set_out(approved, at or now + self.turn.rules.hold)
        await self._note("approved", held)
        told = await self._answer(held)
        if told is not None:
            await set_progress(self.turn.tx, held.id, told)
        return held

    async def refuse(self, announcement: AnnouncementId, round_: int, words: str) -> Announcement:
        """Send it back to who wrote it, until it leaves also when it was approved; else as it is now. Raises as `open_to`."""
        offered = await self.open_to(announcement)
        if not self.can_be_refused(offered, round_):
            return offered
        await rows.refuse_announcement(self.turn.tx, offered, Handling(self.turn).staff.id, words)
        await Sendings(self.turn).stay(offered)
        refused = await get_announcement(self.turn.tx, offered.id)
        await self._note("refused", refused)
        await self._answer(refused)
        return refused

    def is_open(self, announcement: Announcement, round_: int) -> bool:
        """Whether nobody has decided about what was offered then."""
        return announcement.state is State.PROPOSED and announcement.round == round_

    def can_be_refused(self, announcement: Announcement, round_: int) -> bool:
        """Whether it has not left, and is what was offered then."""
        return announcement.state in {State.PROPOSED, State.HELD} and announcement.round == round_

    async def withdraw(self, offered: Announcement) -> None:
        """Who wrote it takes it back: a draft again. Raises AnnouncementOver."""
        if offered.state is not State.PROPOSED:
            raise AnnouncementOver
        await rows.take_back_announcement(self.turn.tx, offered.id)
        await self._note("withdrawn", offered)
        await self._settle(offered)

    async def ask_again(self, announcement: AnnouncementId, round_: int, *, first: bool) -> None:
        """Nobody has decided: everybody who may is asked, and who wrote it knows."""
        found = await self.find(announcement)
        if found is None or not self.is_open(found, round_):
            return
        author = await self.author(found)
        for member in await Seconds(self.turn).there(author, found.audience) if author else ():
            await self._ask(found, member, again=True)
        if author is not None and first:
            await self.turn.say(author.person, NOBODY_YET, announcement=found.id)
        await self._each_morning(found)

    async def lapse(self, announcement: AnnouncementId, round_: int) -> None:
        """Its time has passed and nobody approved it: a draft again, and who wrote it is told."""
        found = await self.find(announcement)
        if found is None or not self.is_open(found, round_):
            return
        await rows.take_back_announcement(self.turn.tx, found.id)
        await self._answer(await get_announcement(self.turn.tx, found.id))

    async def forget(self, member: StaffMember) -> None:
        """Somebody has no role any more: what they wrote does not wait any longer, and others look in their place."""
        for found in await rows.list_proposed(self.turn.tx):
            if found.staff == member.id:
                await set_announcement_state(self.turn.tx, found.id, State.STOPPED, ended_at=self.turn.now)
                await self._settle(found)
            elif all(one.id == member.id or not one.person for one in await self.asked(found)):
                for other in await self._whom(found):
                    await self._ask(found, other)

    async def _whom(self, draft: Announcement) -> Sequence[StaffMember]:
        """Of urgent news everybody who may at once."""
        author = await self.author(draft)
        if author is None:
            return ()
        seconds = Seconds(self.turn)
        return await (seconds.there if draft.urgent else seconds.asked)(author, draft.audience)

    async def _ask(self, offered: Announcement, member: StaffMember, *, again: bool = False) -> None:
        name = ASKS_NOW if offered.urgent else ASKS
        asking = await self.turn.say(
            member.person, name, announcement=offered.id, round=offered.round, again=again
        )
        if asking is not None:
            await rows.insert_asked(self.turn.tx, offered.id, member.id, asking)

    async def _watch(self, offered: Announcement) -> None:
        lapses = offered.valid_until
        if lapses is None:
            return
        zone = self.turn.city.time_zone
        again = asked_again_at(self.turn.now, lapses, zone, urgent=offered.urgent)
        await self._later(REMINDS, offered, again, first=True)
        await self._later(LAPSES, offered, lapses, first=True)

    async def _each_morning(self, offered: Announcement) -> None:
        is_working = Calendar(self.turn.city).is_working_day
        zone, lapses = self.turn.city.time_zone, offered.valid_until
        morning = asked_each_morning_at(self.turn.now, lapses, zone, is_working) if lapses else None
        if morning is not None:
            await self._later(REMINDS, offered, morning, first=False)

    async def _later(self, kind: str, offered: Announcement, at: datetime, *, first: bool) -> None:
        """Beside the presses of who wrote it, in order with them."""
        author = await self.author(offered)
        person = await find_person(self.turn.tx, author.person) if author else None
        detail = {"announcement": offered.id, "round": offered.round, "first": first}
        lane = person.chat if person else 0
        await self.turn.later(f"{kind}:{offered.id}", kind, at, detail=detail, lane=lane)

    async def _answer(self, decided: Announcement) -> OutboxId | None:
        """Tell who wrote it what became of it; everybody else reads it where they were asked."""
        await self._settle(decided)
        author = await self.author(decided)
        if author is None:
            return None
        return await self.turn.say(author.person, ANSWERED, announcement=decided.id, round=decided.round)

    async def _settle(self, decided: Announcement) -> None:
        """It does not wait any more: nobody is asked again, and every message that asked says so."""
        for kind in (REMINDS, LAPSES):
            await self.turn.no_longer(f"{kind}:{decided.id}")
        name = ASKS_NOW if decided.urgent else ASKS
        for staff, asking in await rows.list_asked(self.turn.tx, decided.id):
            await self._edit(await find_staff(self.turn.tx, staff), name, asking, decided)
        await rows.erase_asked(self.turn.tx, decided.id)
        if decided.progress is not None:
            await self._edit(await self.author(decided), OFFERED, decided.progress, decided)

    async def _edit(
        self, member: StaffMember | None, name: str, message: OutboxId, decided: Announcement
    ) -> None:
        person = await find_person(self.turn.tx, member.person) if member else None
        if person is None:
            return
        values = {"announcement": decided.id, "round": decided.round}
        intent = Intent(chat=person.chat, person=person.id, name=name, values=values)
        await self.turn.tell(replace(intent, act=Act.EDIT, edits=message))

    async def _note(self, act: str, announcement: Announcement) -> None:
        """With whose it is, where somebody else decides; else with its wijk."""
        author = await self.author(announcement)
        audience = announcement.audience
        detail = {"wijk": audience.name} if audience.kind is AudienceKind.WIJK else {}
        if author is not None and author.id != Handling(self.turn).staff.id:
            detail = {"staff": str(author.id), "role": author.role.value}
        await Trail(self.turn).note(f"announcement-{act}", announcement=str(announcement.id), **detail)
