"""Own cases as a list: what is open or was closed lately, what is older, and those that words may belong to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case, Status
from bot.domain.errors import CaseUnknown
from bot.domain.people import PersonId
from bot.services.arrivals import ANSWER_TRANSLATED, HANDLED
from bot.services.cases import MOST_LISTED, Cases
from bot.services.turn import Turn
from bot.services.verdicts import ASK_AGAIN, SETTLE, SETTLED_AFTER, Verdicts
from storage.cases import find_case_by_number
from storage.outbox import OutboxRow, find_newest_said, find_outbox_by_message, list_outbox_of_case
from storage.own_cases import Slice, count_own_cases, list_own_cases

# So long a closed case stays among those that are open: its resident may still have something to say of it.
LATELY: Final = SETTLED_AFTER + timedelta(days=2)
# The messages that ask whether it is solved.
ASKS: Final = frozenset({HANDLED, ASK_AGAIN, SETTLE, "added-to-handled"})


@dataclass(frozen=True, slots=True)
class OwnCases:
    """Of who acts."""

    turn: Turn

    async def count(self, *, older: bool) -> int:
        return await count_own_cases(self.turn.tx, self._acting(), self._since(), older=older)

    async def page(self, page: int, size: int, *, older: bool) -> list[Case]:
        """Newest first."""
        part = Slice(size, page * size)
        return await list_own_cases(self.turn.tx, self._acting(), self._since(), part, older=older)

    async def current(self) -> list[Case]:
        """What is open or was closed lately, newest first."""
        return await self.page(0, MOST_LISTED, older=False)

    async def awaiting_words(self) -> list[Case]:
        """Those that a loose message may belong to: open, or closed and not said whether it is solved; newest first."""
        return [case for case in await self.current() if case.open or await self._awaits_verdict(case)]

    async def numbered(self, number: str) -> Case | None:
        """The own case with this number, however old; None for a number that is not one's own."""
        found = await find_case_by_number(self.turn.tx, number)
        return found if found and found.resident == self._acting() else None

    async def asked_about(self, quoted: int | None) -> Case | None:
        """Of which case it is asked whether it is solved: in the message that is quoted, else in what was said last.

        None when it is asked of none there; nor where the question of a sensitive case was not opened.
        """
        person = self.turn.person
        if person is None:
            return None
        if quoted is None:
            said = await find_newest_said(self.turn.tx, person.chat)
        else:
            said = await find_outbox_by_message(self.turn.tx, person.chat, quoted)
        asks = await self._asking(person.chat, said) if said else None
        if asks is None or asks.intent.name not in ASKS:
            return None
        case = await Cases(self.turn).find(asks.intent.case)
        is_closed = case is not None and case.sensitive and not asks.intent.values.get("shown")
        return case if case and case.status is Status.HANDLED and not is_closed else None

    async def _asking(self, chat: int, said: OutboxRow) -> OutboxRow | None:
        """Why it was closed comes translated below the question; the message that asks, as it is now."""
        about, translated = said.intent, said.intent.values.get("message")
        if about.name != ANSWER_TRANSLATED or about.case is None:
            return said
        for row in await list_outbox_of_case(self.turn.tx, about.case, HANDLED):
            if row.message is not None and row.intent.values.get("message") == translated:
                return await find_outbox_by_message(self.turn.tx, chat, row.message)
        return None

    async def _awaits_verdict(self, case: Case) -> bool:
        verdicts = Verdicts(self.turn)
        return await verdicts.said(case) is None and not await verdicts.settled(case)

    def _since(self) -> datetime:
        return self.turn.now - LATELY

    def _acting(self) -> PersonId:
        if self.turn.person is None:
            raise CaseUnknown
        return self.turn.person.id
