"""Hand-overs: a link with which somebody takes the own case from the contact worker who began it; once, within a week.

The token is made of the city's key and a draw that the message carries, so that neither the database nor what waits to
be sent holds a link that anybody could open: only a hash is kept.
"""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.domain.cases import Case, CaseId, Origin, Status
from bot.domain.errors import HandOverInvalid, NotPossibleNow, NotYours
from bot.domain.intents import Intent, Urgency
from bot.domain.people import Person
from bot.domain.permissions import may_hand_over
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.residents import RECEIPT
from bot.services.turn import Turn
from storage import cases, contact
from storage.outbox import list_outbox_of_case
from storage.staff import find_staff

LINK: Final = "over-link"
CODE: Final = "over-code"
LIVES: Final = timedelta(days=7)
_TOKEN: Final = (
    43  # hexadecimal digits: 172 bits, and with what stands before it within Telegram's 64 characters
)
_DRAW: Final = 16


@dataclass(frozen=True, slots=True)
class HandOvers:
    turn: Turn

    async def offer(self, case_id: CaseId) -> Case:
        """Send who acts a link for the person whom the case is about; an earlier one works no more.

        Raises NotYours, also when there is no such case; NotPossibleNow when it is over.
        """
        staff = Handling(self.turn).staff
        case = await cases.find_case(self.turn.tx, case_id)
        if case is None or not may_hand_over(staff, case):
            raise NotYours
        if case.status is Status.WITHDRAWN or not case.alias:
            raise NotPossibleNow
        draw, until = secrets.token_hex(_DRAW), self.turn.now + LIVES
        token = self._token(case, draw)
        await contact.insert_hand_over(
            self.turn.tx, _hash(token), case, by=staff.id, now=self.turn.now, until=until
        )
        await self._tell(case, draw, until.date().isoformat())
        return case

    async def link(self, case: Case, draw: str) -> str | None:
        """The link that was drawn so; None once it was used, has expired or another was made."""
        token = self._token(case, draw)
        is_open = await contact.is_hand_over_open(self.turn.tx, _hash(token), self.turn.now)
        return f"https://t.me/{self.turn.rules.bot}?start=over-{token}" if is_open else None

    async def take(self, token: str) -> Case:
        """Who acts has the case from now on: answers come here, and the contact worker reads no more of it.

        Raises HandOverInvalid for an unknown, used or expired link, and for staff, whose press uses nothing up.
        """
        person = self.turn.person
        if person is None or self.turn.staff is not None:
            raise HandOverInvalid
        case_id = await contact.use_hand_over(self.turn.tx, _hash(token), self.turn.now)
        case = await cases.find_case(self.turn.tx, case_id) if case_id is not None else None
        if case is None or case.origin is not Origin.BEHALF or not case.alias:
            raise HandOverInvalid
        await contact.set_reporter(self.turn.tx, case.id, person.id)
        await cases.insert_history(self.turn.tx, case.id, "taken-over", by=None, now=self.turn.now)
        taken = await cases.get_case(self.turn.tx, case.id)
        await self._tell_opener(taken)
        await Cards(self.turn).refresh(taken)
        return taken

    async def greet(self) -> Case | None:
        """Give who acts the receipt of what was taken over; None when there is nothing that has none yet."""
        person = self._acting()
        for case in await cases.list_cases_of_resident(self.turn.tx, person.id, 1):
            if case.origin is Origin.HANDED_OVER and not await self._has_receipt(case, person):
                await self.turn.say(person.id, RECEIPT, case=case)
                return case
        return None

    async def _has_receipt(self, case: Case, person: Person) -> bool:
        receipts = await list_outbox_of_case(self.turn.tx, case.id, RECEIPT)
        return any(row.intent.person == person.id for row in receipts)

    async def _tell_opener(self, case: Case) -> None:
        """The contact worker need not carry answers any more."""
        opener = await find_staff(self.turn.tx, case.opened_by) if case.opened_by is not None else None
        if opener is not None and opener.person:
            await self.turn.say(opener.person, "over-taken", case=case, number=case.number)

    async def _tell(self, case: Case, draw: str, until: str) -> None:
        """The link, and the same as a code for who stands beside."""
        person = self._acting()
        link = Intent(
            chat=person.chat,
            person=person.id,
            name=LINK,
            urgency=Urgency.CASE,
            case=case.id,
            values={"draw": draw, "until": until},
        )
        row = await self.turn.tell(link)
        await self.turn.tell(replace(link, name=CODE, replies_to=row, silent=True))

    def _token(self, case: Case, draw: str) -> str:
        return self.turn.tx.sealer.mark(f"hand-over {case.id} {draw}".encode())[:_TOKEN]

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise HandOverInvalid
        return self.turn.person


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
