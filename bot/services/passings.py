"""Passings: cases that partners have; who of them is told, what they said, and when nothing was heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from bot.domain.cases import Case, Status
from bot.domain.city import Partner, PartnerId
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Intent, OutboxId, Urgency
from bot.domain.passings import Ended, Letter, Mail, PartnerAnswer, Passing, PassingId, Way
from bot.domain.people import Person, Role, StaffMember
from bot.domain.permissions import may_help
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.told_of_partners import ASKED, ENCLOSED, SAID
from bot.services.turn import Turn
from bot.services.twins import Twins
from storage import cases
from storage import passings as rows
from storage.outbox import list_outbox_of_case
from storage.passings import MAIL_ENDED
from storage.people import find_person
from storage.staff import list_staff

__all__ = ["MAIL_ENDED", "SILENT", "Passings"]

# When nothing was heard of a partner.
SILENT: Final = "partner-silent"
# When there are people to telephone with.
HOUR: Final = time(9)
MOST_LISTED: Final = 20


@dataclass(frozen=True, slots=True)
class Passings:
    """What happens to a case at a partner; that staff may do it is asked by who calls."""

    turn: Turn

    async def of(self, case: Case) -> Sequence[Passing]:
        """All that there were, oldest first."""
        return await rows.list_passings(self.turn.tx, case.id)

    async def open_of(self, case: Case) -> Sequence[Passing]:
        """Those with whom the case is now."""
        return [one for one in await self.of(case) if one.open]

    async def find(self, passing: int) -> Passing | None:
        return await rows.find_passing(self.turn.tx, PassingId(passing))

    async def answers(self, passing: Passing) -> Sequence[PartnerAnswer]:
        """What the partner said, oldest first."""
        return await rows.list_partner_answers(self.turn.tx, passing.id)

    async def of_partner(self, staff: StaffMember) -> Sequence[Passing]:
        """What this person of a partner may answer now, oldest first."""
        partner = self.turn.city.partner_of(staff.organisation)
        if partner is None:
            return []
        found = await rows.list_passings_of_partner(self.turn.tx, partner.id, MOST_LISTED)
        return [one for one in found if await self.is_for(staff, one)]

    async def is_for(self, staff: StaffMember, passing: Passing) -> bool:
        """Whether this person may read and answer it now; of what became sensitive since nothing any more."""
        case = await cases.find_case(self.turn.tx, passing.case)
        if case is None or case.sensitive or not case.alias or not passing.open:
            return False
        return may_help(self.turn.city, staff, passing.partner, case.wijk)

    async def way_to(self, partner: Partner, case: Case) -> Way:
        """How the partner hears of a case: somebody of theirs who is here, else a mail, else whoever passes it on."""
        if await self._people(partner.id, case):
            return Way.PERSON
        return Way.MAIL if partner.email and self.turn.rules.mail else Way.SELF

    async def begin(self, case: Case, partner: Partner, letter: Letter, by: StaffMember) -> Passing:
        """Let a partner have it: their people are told, or the mail waits to leave."""
        way = await self.way_to(partner, case)
        mail = Mail.WAITING if way is Way.MAIL else None
        passing = Passing(PassingId(0), case.id, partner.id, way, by.id, letter, self.turn.now, mail)
        passing = await self.get(await rows.insert_passing(self.turn.tx, passing))
        for person in await self._people(partner.id, case):
            await self.show(person, passing)
        await self._watch(passing)
        return passing

    async def show(self, person: Person, passing: Passing) -> None:
        """What was passed on, to somebody of the partner; what was chosen to go with it as replies."""
        asked = await self._tell(person, passing, ASKED)
        for item in range(len(passing.letter.enclosed)):
            await self._tell(person, passing, ENCLOSED, item=item, replies_to=asked)

    async def get(self, passing: PassingId) -> Passing:
        """Raise LookupError when there is none: only for ids that came from this database."""
        found = await rows.find_passing(self.turn.tx, passing)
        if found is None:
            raise LookupError("a passing that must exist does not")
        return found

    async def hear(self, passing: Passing, text: str, by: StaffMember, *, done: bool) -> Case:
        """Keep what the partner said and tell who keeps the case; with `done` it is the desk's again."""
        if text:
            await rows.insert_partner_answer(self.turn.tx, passing.id, text, by=by.id, now=self.turn.now)
        case = await cases.get_case(self.turn.tx, passing.case)
        said = len(await self.answers(passing)) if text else 0
        if done:
            case = await self.end(passing, Ended.DONE)
        else:
            await self._watch(passing)
        await cases.insert_history(
            self.turn.tx, case.id, "partner-done" if done else "partner-said", by=by.id, now=self.turn.now
        )
        await Cards(self.turn).refresh(case)
        await Cards(self.turn).tell_keepers(case, SAID, passing=passing.id, said=said, done=done)
        return case

    async def end(self, passing: Passing, why: Ended) -> Case:
        """The partner has it no more; once nobody has, the case is in hand again."""
        case = await cases.get_case(self.turn.tx, passing.case)
        if not await rows.end_passing(self.turn.tx, passing.id, why, self.turn.now):
            raise ButtonExpired
        await self.turn.no_longer(_key(passing))
        await Cards(self.turn).tell_anew(case, ASKED, passing=passing.id)
        for row in await list_outbox_of_case(self.turn.tx, case.id, ENCLOSED):
            if row.intent.values.get("passing") == passing.id:
                await Cards(self.turn).remove(row)
        if await self.open_of(case):
            return case
        for twin in await Twins(self.turn).open_of(case):
            await self._in_hand(twin)
        return await self._in_hand(case)

    async def _in_hand(self, case: Case) -> Case:
        if case.status is not Status.PASSED_ON:
            return case
        return await cases.set_status(self.turn.tx, case, Status.IN_HAND, now=self.turn.now)

    async def over(self, case: Case) -> None:
        """The case has ended, and with it what partners were asked."""
        for passing in await self.open_of(case):
            await self.end(passing, Ended.OVER)

    async def erase(self, case: Case) -> None:
        """What was written to partners and what they said goes with the words of the case."""
        for passing in await self.open_of(case):
            await self.turn.no_longer(_key(passing))
        await rows.erase_passings(self.turn.tx, case.id)

    async def silent(self, passing_id: int) -> None:
        """Nothing was heard for so many working days: who keeps the case is told, and the partner's people."""
        passing = await self.find(passing_id)
        if passing is None or not passing.open:
            return
        case = await cases.get_case(self.turn.tx, passing.case)
        await Cards(self.turn).tell_keepers(case, "notice-partner-silent", passing=passing.id)
        for person in await self._people(passing.partner, case):
            await self._tell(person, passing, ASKED)
        await self._watch(passing)

    async def mail_ended(self, passing_id: int) -> None:
        """The mail went, or did not: the card says so, and who keeps the case hears of what went wrong."""
        passing = await self.find(passing_id)
        case = await cases.find_case(self.turn.tx, passing.case) if passing else None
        if passing is None or case is None:
            return
        await Cards(self.turn).refresh(case)
        if passing.open and passing.mail in {Mail.REFUSED, Mail.UNCERTAIN}:
            await Cards(self.turn).tell_keepers(case, "notice-mail", passing=passing.id)
        elif passing.open and passing.left_out:
            await Cards(self.turn).tell_keepers(case, "notice-mail-without", passing=passing.id)

    async def mail_again(self, passing: Passing) -> None:
        """Let the mail go once more. Raises ButtonExpired where it went, waits, or is wanted no more."""
        if not await rows.mail_again(self.turn.tx, passing.id, self.turn.now):
            raise ButtonExpired
        await Cards(self.turn).refresh(await cases.get_case(self.turn.tx, passing.case))

    async def _tell(
        self, person: Person, passing: Passing, name: str, replies_to: OutboxId | None = None, **about: int
    ) -> OutboxId:
        return await self.turn.tell(
            Intent(
                chat=person.chat,
                person=person.id,
                name=name,
                urgency=Urgency.CASE,
                case=passing.case,
                values={"passing": passing.id, **about},
                replies_to=replies_to,
                silent=replies_to is not None,
            )
        )

    async def _people(self, partner: PartnerId, case: Case) -> list[Person]:
        """Who of the partner is here, for that wijk, and has not stopped the bot."""
        staff = await list_staff(self.turn.tx, Role.PARTNER)
        able = [one for one in staff if may_help(self.turn.city, one, partner, case.wijk)]
        found = [await find_person(self.turn.tx, one.person) for one in able]
        return [person for person in found if person and not person.blocked]

    async def _watch(self, passing: Passing) -> None:
        days = self.turn.city.answers.partner_days
        day = Calendar(self.turn.city).due_on(self.turn.now, working_days=days)
        at = datetime.combine(day, HOUR, self.turn.city.time_zone).astimezone(UTC)
        await self.turn.later(_key(passing), SILENT, at, detail={"passing": passing.id})


def _key(passing: Passing) -> str:
    return f"{SILENT}:{passing.id}"
