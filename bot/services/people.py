"""People: who a chat is to us, and what it set for itself."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.city import WijkId
from bot.domain.errors import ButtonExpired
from bot.domain.people import ChatId, Person, PersonId
from bot.services.turn import Turn
from storage import people
from storage.acting import Acting, find_acting, find_reader
from storage.messages import find_last_language
from storage.outbox import find_outbox_by_message

# Not at every turn: that somebody is here costs a write.
SEEN_ONCE_IN: Final = timedelta(days=1)
EXTENDED_ONCE_IN: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class People:
    turn: Turn

    async def meet(self, chat: ChatId) -> Person:
        """Who this chat is, with role and step, as the turn's person; somebody new is kept with the chat alone."""
        acting = await self._acts(chat)
        if acting is None or self.turn.person is None:
            self.turn.person = await people.insert_person(self.turn.tx, chat, self.turn.now)
        else:
            await self._is_here(self.turn.person, acting)
        return self.turn.person

    async def recall(self, chat: ChatId) -> Person | None:
        """Who a chat was, as the turn's person; None for one that is unknown or was erased."""
        return self.turn.person if await self._acts(chat) else None

    async def read_by(self, person: PersonId) -> Person | None:
        """Who reads, with the role, as the turn's person; None for who erased everything."""
        reader = await find_reader(self.turn.tx, person)
        if reader is None:
            self.turn.person = self.turn.staff = None
            return None
        found, self.turn.staff, until = reader
        self.turn.person = self._as_remembered(found, until)
        return self.turn.person

    async def language_about(self, case: CaseId | None, person: Person | None) -> str | None:
        """In which language to write to somebody: the chat's own.

        Where the city forgets that, it is the language of what somebody last wrote in the own case.
        """
        if person is None or person.language is not None or not self.turn.rules.forget_language_after:
            return person.language if person else None
        return await find_last_language(self.turn.tx, case, person.id) if case is not None else None

    async def language_below(self, message: int) -> str | None:
        """As language_about(), of the case that a message of ours in the chat of who acts is about."""
        ours = await find_outbox_by_message(self.turn.tx, self._acting().chat, message)
        return await self.language_about(ours.intent.case, self._acting()) if ours else None

    async def language_of_resident(self, case: Case) -> str | None:
        """In which language the resident of a case is written to; None when there is none, or none is known."""
        if case.resident is None:
            return None
        found = await find_reader(self.turn.tx, case.resident)
        resident = self._as_remembered(found[0], found[2]) if found else None
        return await self.language_about(case.id, resident)

    async def choose_language(self, code: str) -> Person:
        """Speak this language with who acts from now on. Raises ButtonExpired for one the city does not have."""
        if code not in {language.code for language in self.turn.city.languages}:
            raise ButtonExpired
        forget = self.turn.rules.forget_language_after
        until = self.turn.now + forget if forget else None
        person = self._acting()
        await people.set_language(self.turn.tx, person.id, code, until)
        return self._changed(replace(person, language=code))

    async def welcome(self) -> Person:
        """Remember that who acts has read who sees what."""
        person = self._acting()
        await people.set_welcomed(self.turn.tx, person.id, self.turn.now)
        return self._changed(replace(person, welcomed=True))

    async def was_at(self, wijk: WijkId) -> None:
        """Remember the wijk that was used last, to offer it first."""
        await people.set_last_wijk(self.turn.tx, self._acting().id, wijk)

    async def block(self, *, blocked: bool) -> None:
        """Remember that the person stopped the bot, or came back."""
        await people.set_blocked(self.turn.tx, self._acting().chat, self.turn.now if blocked else None)

    async def _acts(self, chat: ChatId) -> Acting | None:
        acting = await find_acting(self.turn.tx, chat)
        if acting is None:
            return None
        self.turn.person = self._as_remembered(acting.person, acting.language_until)
        self.turn.staff = acting.staff
        self.turn.step = acting.step if acting.step and acting.step.expires_at > self.turn.now else None
        return acting

    def _as_remembered(self, person: Person, until: datetime | None) -> Person:
        """Without the language once its time is over, where the city forgets it."""
        is_over = until is not None and until <= self.turn.now and self.turn.rules.forget_language_after
        return replace(person, language=None) if is_over else person

    async def _is_here(self, person: Person, acting: Acting) -> None:
        """Once a day that somebody was here; and where languages are forgotten, that it is remembered a day more."""
        now, forget = self.turn.now, self.turn.rules.forget_language_after
        if acting.seen_at is None or acting.seen_at < now - SEEN_ONCE_IN:
            await people.set_seen(self.turn.tx, person.id, now)
        until = acting.language_until
        if forget is None or (until is not None and until > now + forget - EXTENDED_ONCE_IN):
            return
        if person.language is not None or until is not None:
            until = now + forget if person.language else None
            await people.set_language(self.turn.tx, person.id, person.language, until)

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person

    def _changed(self, person: Person) -> Person:
        self.turn.person = person
        return person
