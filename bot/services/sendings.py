"""Sendings: an announcement on its way; held, planned, going out person by person, paused, stopped, counted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.announcements import SETTLED, STAYS_TRUE, Announcement, State, Tally, require_state
from bot.domain.errors import ButtonExpired, NobodyFollows
from bot.domain.intents import Act, AnnouncementId, Intent, OutboxId, Urgency, Value
from bot.domain.people import Person, Role, StaffMember
from bot.services.announcements import Announcements
from bot.services.trail import Trail
from bot.services.turn import Turn
from storage import announcements as rows
from storage.approvals import take_back_announcement
from storage.outbox import count_outcomes, find_outbox, find_rest, is_on_its_way, stop_announcement_rows
from storage.people import find_person
from storage.staff import find_staff, list_staff

LEAVES: Final = "announcement-leaves"
GROWS: Final = "announcement-grows"
HALTS: Final = "announcement-halts"
LOOKS: Final = "announcement-progress"
PROGRESS: Final = "announcement-progress"
RESULT: Final = "announcement-result"
# So many rows are made, stopped or taken back in one turn: some tens of milliseconds, in which no other turn runs.
AT_ONCE: Final = 2_000
LOOK_EVERY: Final = timedelta(seconds=3)
# To count takes a moment for each person, and the bar moves the slower the more they are.
LOOK_FOR_EACH: Final = timedelta(microseconds=100)
# Later than this after its time it does not leave by itself: the sender decides anew.
LATE: Final = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Sendings:
    """`at_once` is how many people get their row, or lose it, in one turn."""

    turn: Turn
    at_once: int = AT_ONCE

    async def hold(self, draft: Announcement) -> Announcement:
        """Let it leave after the hold. Raises ButtonExpired, NobodyFollows, AnnouncementOver."""
        return await self.plan(draft, self.turn.now + self.turn.rules.hold)

    async def plan(self, draft: Announcement, at: datetime) -> Announcement:
        """Let it leave at that time. Raises ButtonExpired, NobodyFollows, AnnouncementOver."""
        held = await self.set_out(draft, at)
        await self._note("planned", held)
        return held

    async def set_out(self, draft: Announcement, at: datetime) -> Announcement:
        """As `plan`, for who noted already what was done; what nobody else has approved is held where that is needed."""
        if self._is_unseen(draft):
            raise ButtonExpired
        await self.check(draft, State.HELD)
        await rows.set_announcement_state(
            self.turn.tx, draft.id, State.HELD, leaves_at=at, valid_until=at + STAYS_TRUE
        )
        sender = await self._sender(draft)
        await self.turn.later(
            f"{LEAVES}:{draft.id}",
            LEAVES,
            at,
            detail={"announcement": draft.id},
            lane=sender.chat if sender else 0,
            valid_until=at + LATE,
        )
        return await rows.get_announcement(self.turn.tx, draft.id)

    async def _note(self, act: str, announcement: Announcement) -> None:
        await Trail(self.turn).note(f"announcement-{act}", announcement=str(announcement.id))

    async def follow(self, held: Announcement, shown: OutboxId) -> None:
        """This message will show how far it is, once it leaves."""
        await rows.set_progress(self.turn.tx, held.id, shown)

    async def call_back(self, held: Announcement) -> Announcement:
        """Nothing has left yet: it is a draft again. Raises AnnouncementOver."""
        back = await self._take_back(held)
        await self._note("back", held)
        return back

    async def _take_back(self, held: Announcement) -> Announcement:
        require_state(held, State.DRAFT)
        await self.stay(held)
        await take_back_announcement(self.turn.tx, held.id)
        return await rows.get_announcement(self.turn.tx, held.id)

    async def stay(self, held: Announcement) -> None:
        """It does not leave at its time any more."""
        await self.turn.no_longer(f"{LEAVES}:{held.id}")

    async def is_unseen(self, announcement: AnnouncementId) -> bool:
        """Whether it may not leave, for the city wants a second pair of eyes since it was planned."""
        found = await rows.find_announcement(self.turn.tx, announcement)
        return found is not None and found.state is State.HELD and self._is_unseen(found)

    def _is_unseen(self, announcement: Announcement) -> bool:
        return self.turn.rules.four_eyes and not announcement.approved

    async def miss(self, announcement: AnnouncementId) -> Announcement | None:
        """Its time passed while nothing ran: a draft again, as after calling it back; None when it was no more held."""
        found = await rows.find_announcement(self.turn.tx, announcement)
        if found is None or found.state is not State.HELD:
            return None
        return await self._take_back(found)

    async def leave(self, announcement: AnnouncementId) -> None:
        """Its time has come: everybody who follows now gets a row, each once. Nothing when it was called back."""
        found = await rows.find_announcement(self.turn.tx, announcement)
        if found is None or found.state is not State.HELD or self._is_unseen(found):
            return
        sender = await self._sender(found)
        if sender is None:
            await self._refuse_to_leave(found)
            return
        people = await rows.count_followers(self.turn.tx, found, self.turn.now)
        await rows.set_people(self.turn.tx, found.id, people)
        await rows.set_announcement_state(self.turn.tx, found.id, State.GOING)
        await self._begin_progress(found, sender)
        await self.grow(found.id)
        await self._look_later(found)

    async def grow(self, announcement: AnnouncementId) -> None:
        """Make the rows of the next people, and come back for the rest in a turn of its own."""
        found = await rows.find_announcement(self.turn.tx, announcement)
        if found is None or found.state is not State.GOING or found.reached == rows.ALL:
            return
        turn = self.turn
        reached = await rows.grow_outbox(turn.tx, found, self.at_once, turn.now, turn.city)
        await rows.set_reached(self.turn.tx, found.id, reached)
        if reached != rows.ALL:
            await self._in_senders_lane(found, GROWS, self.turn.now)

    async def pause(self, going: Announcement) -> None:
        """What has not left is taken back. Raises AnnouncementOver."""
        require_state(going, State.PAUSED)
        await self._note("paused", going)
        await rows.set_reached(self.turn.tx, going.id, 0)
        await rows.set_announcement_state(self.turn.tx, going.id, State.PAUSED)
        await self.halt(going.id)
        await self._show_progress(going)
        await self._look_later(going)

    async def resume(self, paused: Announcement) -> None:
        """Begin again with the first person; who has a row already gets no second. Raises AnnouncementOver."""
        require_state(paused, State.GOING)
        await self._note("resumed", paused)
        await rows.set_announcement_state(self.turn.tx, paused.id, State.GOING)
        await self.grow(paused.id)
        await self._show_progress(paused)
        await self._look_later(paused)

    async def stop(self, going: Announcement) -> None:
        """What has not left never leaves. Raises AnnouncementOver."""
        require_state(going, State.STOPPED)
        await self._note("stopped", going)
        await self._end(going, State.STOPPED)
        await self.halt(going.id)

    async def halt(self, announcement: AnnouncementId) -> None:
        """Stop or take back the next rows, and come back for the rest: from its state on, nothing of it leaves."""
        found = await rows.find_announcement(self.turn.tx, announcement)
        if found is not None and await self._halted(found):
            await self._in_senders_lane(found, HALTS, self.turn.now)

    async def look(self, announcement: AnnouncementId) -> None:
        """Show how far it is; when everything has ended, say what became of it."""
        found = await rows.find_announcement(self.turn.tx, announcement)
        if found is None or found.state not in {State.GOING, State.PAUSED}:
            return
        if found.state is State.PAUSED:
            await self._show_progress(found)
            return
        if found.reached == rows.ALL and not await is_on_its_way(self.turn.tx, found.id):
            await self._end(found, State.ENDED)
            return
        await self._show_progress(found)
        await self._look_later(found)

    async def rests(self, announcement: Announcement) -> datetime | None:
        """When the next leaves, where all who have not got it have quiet hours; None while some leave now."""
        if announcement.reached != rows.ALL:
            return None
        return await find_rest(self.turn.tx, announcement.id, self.turn.now)

    async def tally(self, announcement: Announcement) -> Tally:
        return Tally(announcement.people, await count_outcomes(self.turn.tx, announcement.id))

    async def _halted(self, announcement: Announcement) -> int:
        """How many rows were stopped or taken back now; none when it goes on again."""
        if announcement.state is State.STOPPED:
            return await stop_announcement_rows(self.turn.tx, announcement.id, self.at_once, self.turn.now)
        if announcement.state is State.PAUSED:
            return await rows.take_back_rows(self.turn.tx, announcement.id, self.at_once)
        return 0

    async def check(self, draft: Announcement, after: State) -> None:
        """Raise AnnouncementOver, ButtonExpired, NobodyFollows unless it can leave, or be offered to be approved."""
        require_state(draft, after)
        if any(wording.state not in SETTLED for wording in draft.wordings.values()) or not draft.wordings:
            raise ButtonExpired
        if not await Announcements(self.turn).count_people(draft):
            raise NobodyFollows

    async def _sender(self, announcement: Announcement) -> Person | None:
        """Who sends it, as long as that person may announce to this audience."""
        member = await find_staff(self.turn.tx, announcement.staff)
        if member is None or not member.person:
            return None
        if not Announcements(self.turn).may(member, announcement.audience):
            return None
        return await find_person(self.turn.tx, member.person)

    async def _refuse_to_leave(self, announcement: Announcement) -> None:
        """Who planned it is not of the staff any more: nobody answers for it, and the coordinators know."""
        await rows.set_announcement_state(
            self.turn.tx, announcement.id, State.STOPPED, ended_at=self.turn.now
        )
        for member in await list_staff(self.turn.tx, Role.COORDINATOR, Role.ADMINISTRATOR):
            await self.turn.say(member.person, "announcement-not-sent")

    async def _end(self, announcement: Announcement, state: State) -> None:
        await rows.set_announcement_state(self.turn.tx, announcement.id, state, ended_at=self.turn.now)
        await self._show_progress(announcement)
        sender = await self._sender(announcement)
        if sender is not None:
            await self._tell(sender, announcement, RESULT, Urgency.CASE)

    async def _look_later(self, announcement: Announcement) -> None:
        """Soon, or when the next leaves: nothing changes in other people's quiet hours."""
        pause = LOOK_EVERY + LOOK_FOR_EACH * announcement.people
        rest = await self.rests(announcement)
        await self._in_senders_lane(announcement, LOOKS, (rest or self.turn.now) + pause)

    async def _in_senders_lane(self, announcement: Announcement, kind: str, at: datetime) -> None:
        """Beside the presses of the sender, in order with them."""
        member: StaffMember | None = await find_staff(self.turn.tx, announcement.staff)
        person = await find_person(self.turn.tx, member.person) if member else None
        await self.turn.later(
            f"{kind}:{announcement.id}",
            kind,
            at,
            detail={"announcement": announcement.id},
            lane=person.chat if person else 0,
        )

    async def _begin_progress(self, announcement: Announcement, sender: Person) -> None:
        """In the message that said when it would leave; long after it, that may be forgotten: then in a new one."""
        shown = await find_outbox(self.turn.tx, announcement.progress) if announcement.progress else None
        if shown is not None and shown.message is not None:
            await self._show_progress(announcement)
            return
        progress = await self._tell(sender, announcement, PROGRESS, first=True)
        await rows.set_progress(self.turn.tx, announcement.id, progress)

    async def _show_progress(self, announcement: Announcement) -> None:
        sender = await self._sender(announcement)
        if sender is None or announcement.progress is None:
            return
        await self.turn.tell(
            Intent(
                chat=sender.chat,
                person=sender.id,
                name=PROGRESS,
                act=Act.EDIT,
                edits=announcement.progress,
                values={"announcement": announcement.id},
                coalesce=f"{PROGRESS}:{announcement.id}",
            )
        )

    async def _tell(
        self,
        sender: Person,
        announcement: Announcement,
        name: str,
        urgency: Urgency = Urgency.PROMPT,
        **more: Value,
    ) -> OutboxId:
        values: dict[str, Value] = {"announcement": announcement.id, **more}
        return await self.turn.tell(
            Intent(chat=sender.chat, person=sender.id, name=name, urgency=urgency, values=values)
        )
