"""People: who a chat is to us, and what it set for itself."""

from dataclasses import dataclass, replace

from bot.domain.city import WijkId
from bot.domain.errors import ButtonExpired
from bot.domain.people import ChatId, Person, PersonId
from bot.services.turn import Turn
from storage import people
from storage.acting import find_acting, find_reader


@dataclass(frozen=True, slots=True)
class People:
    turn: Turn

    async def meet(self, chat: ChatId) -> Person:
        """Who this chat is, with role and step, as the turn's person; somebody new is kept with the chat alone."""
        known = await self.recall(chat)
        if known is None:
            known = self.turn.person = await people.insert_person(self.turn.tx, chat, self.turn.now)
        return known

    async def recall(self, chat: ChatId) -> Person | None:
        """Who a chat was, as the turn's person; None for one that is unknown or was erased."""
        acting = await find_acting(self.turn.tx, chat)
        if acting is None:
            return None
        self.turn.person, self.turn.staff = acting.person, acting.staff
        self.turn.step = acting.step if acting.step and acting.step.expires_at > self.turn.now else None
        return acting.person

    async def read_by(self, person: PersonId) -> Person | None:
        """Who reads, with the role, as the turn's person; None for who erased everything."""
        reader = await find_reader(self.turn.tx, person)
        self.turn.person, self.turn.staff = reader or (None, None)
        return self.turn.person

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

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person

    def _changed(self, person: Person) -> Person:
        self.turn.person = person
        return person
