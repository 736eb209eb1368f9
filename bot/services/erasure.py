"""Erasure: everything of a chat and its cases' content goes, or one case alone; what stays only counts."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.city import Kept
from bot.domain.errors import CaseUnknown, StillStaff
from bot.domain.people import ChatId, Person
from bot.services.contents import Contents
from bot.services.staff import Staff
from bot.services.turn import Turn
from storage import cases
from storage.erased import note_case_erased, note_erased
from storage.erasure import erase_chat, erase_chat_of_case, erase_traces
from storage.people import erase_person, find_person_by_chat
from storage.staff import find_staff_of_person

LANDED: Final = "erasure-landed"
CASE_LANDED: Final = "case-erasure-landed"
# By then what was in flight has landed, and the last message with it.
LANDS_WITHIN: Final = timedelta(minutes=2)
_EVERY: Final = 100_000


@dataclass(frozen=True, slots=True)
class Erased:
    """Where to say the last thing, and whether photos or sound stay in chats of staff: Telegram lets us delete for 48 hours."""

    chat: ChatId
    stays_with_staff: bool


@dataclass(frozen=True, slots=True)
class Erasure:
    turn: Turn

    @property
    def backup_days(self) -> int:
        """After so many days the copies that the city keeps for an accident are gone too."""
        return self.turn.city.term(Kept.BACKUPS).days

    def may(self) -> None:
        """Raise StillStaff for who has a role: cases are in their hands, so they are released first."""
        if self.turn.staff is not None:
            raise StillStaff

    async def everything(self) -> Erased:
        """Erase who acts: the person, the steps, the news and the content of the own cases. Raises StillStaff.

        Nobody acts in this turn any more.
        """
        self.may()
        person, stays = self._acting(), False
        for case in await cases.list_cases_of_resident(self.turn.tx, person.id, _EVERY):
            stays = await Contents(self.turn).erase(case) or stays
        await self.forget(person)
        return Erased(person.chat, stays)

    async def one(self, case: Case) -> Erased:
        """Erase one own case, and that it was theirs. Raises CaseUnknown."""
        person = self._acting()
        if case.resident != person.id:
            raise CaseUnknown
        await note_case_erased(self.turn.tx, case.id, self.turn.rules.erased, now=self.turn.now)
        stays = await Contents(self.turn).erase(case)
        await self._look_at_case_again(case.id, person.chat)
        self.turn.tx.scrub()
        return Erased(person.chat, stays)

    async def is_gone(self, case: int, number: str) -> bool:
        """Whether that case was erased: of a second press nobody knows any more whose it was."""
        found = await cases.find_case(self.turn.tx, CaseId(case))
        return found is not None and found.number == number and not found.alias

    async def stranger(self) -> None:
        """Keep nothing of a chat that has never chosen a language and stops the bot."""
        person = self._acting()
        if not person.welcomed and person.language is None and self.turn.staff is None:
            await self.forget(person, kind="stranger")

    async def again(self, person: Person) -> None:
        """Erase somebody whom a backup brought back; a role that it brought back too is taken away first."""
        member = await find_staff_of_person(self.turn.tx, person.id)
        if member is not None:
            await Staff(self.turn).release(member.id)
        self.turn.person, self.turn.staff = person, None
        await self.everything()

    async def landed(self, chat: ChatId, until: datetime) -> None:
        """Erase what the chat's last messages left behind; a chat that has come back keeps what is new."""
        is_back = await find_person_by_chat(self.turn.tx, chat) is not None
        until_then = until if is_back else self.turn.now
        done = await erase_traces(self.turn.tx, chat, until=until_then, now=self.turn.now)
        if not done:
            await self._look_again(chat, until)
        self.turn.tx.scrub()

    async def case_landed(self, case: CaseId, chat: ChatId) -> None:
        """Erase what was said of an erased case and was in flight at the time."""
        if not await erase_chat_of_case(self.turn.tx, case, chat):
            await self._look_at_case_again(case, chat)

    async def forget(self, person: Person, kind: str = "person") -> None:
        """Keep nothing of a chat, whose cases are cut from it or erased by now."""
        journal = self.turn.rules.erased
        await note_erased(self.turn.tx, person.id, journal, now=self.turn.now, kind=kind)
        await erase_chat(self.turn.tx, person.chat)
        await erase_person(self.turn.tx, person.id)
        await self._look_again(person.chat, self.turn.now)
        self.turn.person = self.turn.step = None
        self.turn.tx.scrub()

    async def _look_again(self, chat: ChatId, until: datetime) -> None:
        """In the lane of no chat, and under a key that names none: both outlive the row."""
        await self._in_a_while(LANDED, {"chat": chat, "until": until.isoformat()})

    async def _look_at_case_again(self, case: CaseId, chat: ChatId) -> None:
        await self._in_a_while(CASE_LANDED, {"case": case, "chat": chat})

    async def _in_a_while(self, kind: str, detail: dict[str, int | str]) -> None:
        key = f"{kind}:{secrets.token_hex(8)}"
        await self.turn.later(key, kind, self.turn.now + LANDS_WITHIN, detail=detail)

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person
