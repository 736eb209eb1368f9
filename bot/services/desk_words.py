"""Desk words: what staff say to a resident, kept in the case in the language it was written in."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.cases import Author, Case, CaseMessage, CaseMessageId, Words
from bot.domain.city import DUTCH
from bot.domain.errors import ButtonExpired
from bot.domain.people import StaffMember
from bot.domain.permissions import may_translate
from bot.services.people import People
from bot.services.routing import Routing
from bot.services.turn import Turn
from storage.messages import (
    Source,
    Translation,
    TranslationState,
    ask_translation,
    insert_message,
    set_translation,
)


@dataclass(frozen=True, slots=True)
class DeskWords:
    turn: Turn

    async def keep(
        self, case: Case, words: Words, source: int | None = None, *, quick: bool = False
    ) -> CaseMessage:
        """A message of the desk in the case; `source` is the message it came from in the chat of who acts.

        In Dutch, as every `quick` answer is; in a conversation in the language that who acts shares with the resident.
        """
        language = DUTCH if quick else await self.language_of(case)
        message = CaseMessage(CaseMessageId(0), case.id, Author.STAFF, language, words, self.turn.now)
        person = self.turn.person
        origin = Source(person.chat, source) if source and person else None
        return await insert_message(self.turn.tx, case, message, staff=self._staff.id, source=origin)

    async def keep_texts(self, case: Case, message: CaseMessage, texts: Mapping[str, str]) -> None:
        """The resident's language has its words already, by people."""
        language = await People(self.turn).language_of_resident(case)
        if language is None or language == DUTCH or language not in texts:
            return
        await ask_translation(self.turn.tx, message.id, language, TranslationState.HUMAN, self.turn.now)
        done = Translation(
            message.id, language, TranslationState.DONE, texts[language], engine=None, doubtful=False
        )
        await set_translation(self.turn.tx, case, done, staff=self._staff.id, now=self.turn.now)

    async def language_of(self, case: Case) -> str:
        """The language in which who acts writes to the resident."""
        language = await Routing(self.turn).language_of(case) if case.talks_first else DUTCH
        return language if may_translate(self._staff, language) else DUTCH

    @property
    def _staff(self) -> StaffMember:
        """Who acts. Raises ButtonExpired for a resident."""
        if self.turn.staff is None:
            raise ButtonExpired
        return self.turn.staff
