"""Gathering: what comes in great numbers reaches staff as one message that is kept up to date, not as one each."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Author, Case, CaseMessage, CaseMessageId
from bot.domain.intents import Act, Intent, OutboxId, Urgency
from bot.domain.people import Person, PersonId, StaffMember
from bot.services.rests import Rests
from bot.services.turn import Turn
from storage import paces
from storage.messages import list_messages
from storage.outbox import OutboxRow, list_outbox_of_case
from storage.paces import Heap
from storage.people import find_person

__all__ = ["DIGEST", "DUE", "FLOOD", "RELAY", "Gathering", "Heap"]

FLOOD: Final = "case-flood"
DIGEST: Final = "desk-digest"
RELAY: Final = "relay-digest"
DUE: Final = "desk-due"
# So much of what is due is told case by case; a morning may bring it of many.
DUE_ALONE: Final = 3
# A digest that is older makes place for a new one, which is heard.
DIGEST_LIVES: Final = timedelta(hours=1)
HOUR: Final = timedelta(hours=1)
ADDED: Final = "added"
OPENED: Final = "opened"
AGAIN: Final = "again"
# Notices that may come of many cases at once, on the same morning: where a digest stands for the case they renew that.
MANY: Final = frozenset({"notice-remind", "notice-late", "notice-waits", "notice-withdrawn"})
# Those of what is due: after a few one message stands for the others, but for what is urgent.
OF_DUE: Final = frozenset({"notice-remind", "notice-remind-next", "notice-late", "notice-quiet"})


@dataclass(frozen=True, slots=True)
class Gathering:
    turn: Turn

    async def adds(self, case: Case, resident: PersonId) -> None:
        """Count what a resident adds to cases; the turn knows from then on whether it is very much."""
        limits, since = self.turn.city.limits, await self._quiet_since(case)
        pace = await paces.count_pace(
            self.turn.tx, resident, ADDED, limits.messages, within=limits.window, now=self.turn.now
        )
        self.turn.gathers_since = since or pace.over_at

    async def opens(self, case: Case, resident: PersonId) -> None:
        """Count a new case of a resident; the turn knows from then on whether it goes with the others."""
        limits, since = self.turn.city.limits, await self._quiet_since(case)
        pace = await paces.count_pace(
            self.turn.tx, resident, OPENED, limits.cases, within=HOUR, now=self.turn.now
        )
        self.turn.gathers_since = since or pace.over_at

    async def message(
        self, case: Case, member: StaffMember, message: CaseMessage, card: OutboxId | None
    ) -> bool:
        """Let a digest below the card stand for what was added; False when it goes on its own."""
        since = self.turn.gathers_since
        if since is None:
            return False
        flood = await self._flood_of(case, member, since)
        if flood is None:
            after = CaseMessageId(message.id - 1)
            await self.stand_for(case, member, after, card, silent=self.turn.rests)
        else:
            await self.turn.tell(_anew(flood.intent, flood.id))
        return True

    async def stand_for(
        self,
        case: Case,
        member: StaffMember,
        after: CaseMessageId,
        card: OutboxId | None,
        *,
        silent: bool = True,
    ) -> None:
        """One message for all that the resident said after that one."""
        person = await find_person(self.turn.tx, member.person)
        if person is not None:
            told = Intent(
                chat=person.chat,
                person=person.id,
                name=FLOOD,
                urgency=Urgency.CASE,
                case=case.id,
                values={"after": after},
                replies_to=card,
                silent=silent,
            )
            await self.turn.tell(told)

    async def is_told(self, case: Case, member: StaffMember, message: CaseMessage) -> bool:
        """Whether a digest stands for this message already."""
        floods = await self._floods_of(case, member)
        return any(int(row.intent.values["after"] or 0) < message.id for row in floods) and not any(
            row.intent.person == member.person and row.intent.values.get("message") == message.id
            for row in await list_outbox_of_case(self.turn.tx, case.id, "case-more")
        )

    async def untold(self, case: Case, after: CaseMessageId) -> list[CaseMessage]:
        """What the resident said after that message, oldest first."""
        messages = await list_messages(self.turn.tx, case.id)
        return [one for one in messages if one.author is Author.RESIDENT and one.id > after]

    async def new_case(self, case: Case, member: StaffMember) -> bool:
        """Whether the digest of the new cases stands for this one; an urgent one always comes on its own."""
        if case.urgent:
            return False
        is_one_of_many = await self.has_heard_enough(member.person, DIGEST)
        if self.turn.gathers_since is None and not is_one_of_many:
            return False
        await self.again(case, member)
        return True

    async def holds(self, case: Case, member: StaffMember) -> bool:
        """Whether a digest stood for the case; a card may have been opened since."""
        return await paces.is_gathered(self.turn.tx, member.person, case.id)

    async def again(self, case: Case, member: StaffMember) -> None:
        """Let the digest stand for the case from now on."""
        await self._digest(member.person, DIGEST)
        await paces.gather_case(self.turn.tx, member.person, case.id, self.turn.now)

    async def request(self, worker: Person) -> bool:
        """Whether a digest stands for one more text that waits for a translation."""
        if not await self.has_heard_enough(worker.id, RELAY):
            return False
        await self._digest(worker.id, RELAY)
        return True

    async def due(self, member: StaffMember) -> bool:
        """Whether one message stands for one more case that is due, or late: who set hours has that of the morning."""
        if not await self._is_over(member.person, DUE, DUE_ALONE):
            return False
        if member.hours is None:
            await self._digest(member.person, DUE)
        return True

    async def has_heard_enough(self, person: PersonId, name: str) -> bool:
        """Whether somebody was told the same of so many cases that one more says nothing new."""
        return await self._is_over(person, name, self.turn.city.limits.cards)

    async def _is_over(self, person: PersonId, name: str, most: int) -> bool:
        window = self.turn.city.limits.window
        pace = await paces.count_pace(self.turn.tx, person, name, most, within=window, now=self.turn.now)
        return pace.over_at is not None

    async def heaps(self, person: PersonId, since: datetime) -> list[Heap]:
        """What waits of what the digest stands for, the most first."""
        return list(await paces.count_gathered(self.turn.tx, person, since))

    async def _digest(self, reader: PersonId, kind: str) -> None:
        """Keep the reader's digest up to date, or begin one."""
        person = await find_person(self.turn.tx, reader)
        digest = await paces.find_digest(self.turn.tx, reader, kind)
        if person is None:
            return
        if digest is not None and digest.since > self.turn.now - DIGEST_LIVES:
            await self.turn.tell(_anew(_digest_of(person, kind, digest.since), digest.row))
            return
        begun = await self.turn.tell(_digest_of(person, kind, self.turn.now, silent=self.turn.rests))
        await paces.set_digest(self.turn.tx, reader, kind, begun, self.turn.now)

    async def happens_again(self, case: Case) -> bool:
        """Count that somebody said so of any of their cases; whether the desk should hear it, or only see it."""
        if case.resident is None:
            return True
        limits = self.turn.city.limits
        pace = await paces.count_pace(
            self.turn.tx, case.resident, AGAIN, limits.messages, within=limits.window, now=self.turn.now
        )
        return pace.over_at is None

    async def _quiet_since(self, case: Case) -> datetime | None:
        since = await Rests(self.turn).since(case)
        self.turn.rests = since is not None
        return since

    async def _flood_of(self, case: Case, member: StaffMember, since: datetime) -> OutboxRow | None:
        """The digest that was begun since then."""
        floods = await self._floods_of(case, member)
        return next((row for row in reversed(floods) if row.since and row.since >= since), None)

    async def _floods_of(self, case: Case, member: StaffMember) -> list[OutboxRow]:
        rows = await list_outbox_of_case(self.turn.tx, case.id, FLOOD)
        return [row for row in rows if row.intent.person == member.person]


def _digest_of(person: Person, name: str, since: datetime, *, silent: bool = False) -> Intent:
    values = {"since": since.isoformat()}
    return Intent(
        chat=person.chat, person=person.id, name=name, urgency=Urgency.CASE, values=values, silent=silent
    )


def _anew(intent: Intent, row: OutboxId) -> Intent:
    """The same message as things are when it is written; many that wait are one."""
    return replace(intent, act=Act.EDIT, edits=row, replies_to=None, coalesce=f"{intent.name}:{row}")
