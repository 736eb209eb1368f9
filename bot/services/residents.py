"""Residents: what is said to whose case it is, as a reply to its receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case
from bot.domain.intents import Intent, OutboxId, Urgency, Value
from bot.domain.people import Person
from bot.services.turn import Turn
from storage.outbox import list_outbox_of_case
from storage.people import find_person

RECEIPT: Final = "case-received"
ANSWER_LIVES: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Residents:
    turn: Turn

    async def tell(self, case: Case, name: str, **values: Value) -> OutboxId | None:
        """Say something about the case that must arrive; None when there is nobody to tell."""
        return await self._say(case, name, values)

    async def answer(self, case: Case, name: str, **values: Value) -> OutboxId | None:
        """Answer what the resident just did; it stays worth saying for a day."""
        return await self._say(case, name, values, self.turn.now + ANSWER_LIVES)

    async def _say(
        self, case: Case, name: str, values: Mapping[str, Value], expires_at: datetime | None = None
    ) -> OutboxId | None:
        person = await find_person(self.turn.tx, case.resident) if case.resident else None
        if person is None:
            return None
        return await self.turn.tell(
            Intent(
                chat=person.chat,
                person=person.id,
                name=name,
                urgency=Urgency.PROMPT if expires_at else Urgency.CASE,
                case=case.id,
                values=values,
                expires_at=expires_at,
                replies_to=await self._receipt(case, person),
            )
        )

    async def _receipt(self, case: Case, person: Person) -> OutboxId | None:
        """The newest in this chat: before a hand-over there was one in another."""
        receipts = await list_outbox_of_case(self.turn.tx, case.id, RECEIPT)
        mine = [row.id for row in receipts if row.intent.person == person.id]
        return mine[-1] if mine else None
