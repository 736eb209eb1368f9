"""Hints: somebody keeps writing in another of the line's languages; then a change is offered, and never made."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.guessing import guess
from bot.domain.people import Person
from bot.domain.typed_place import LONGEST_READ
from bot.services.places import Found
from bot.services.turn import Turn
from storage.hints import Hint, find_hint, forget_hint, set_hint

ENOUGH: Final = 2
MOST_WORDS: Final = 7  # "Hoek Stalenstraat en Weg naar As, Waterschei"
OFFERED_EVERY: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Hints:
    turn: Turn

    async def heard(self, text: str) -> str | None:
        """The language to offer after these words of who acts; None when nothing is to be said.

        Where the city forgets languages, none is remembered here either.
        """
        person = self._resident()
        language = guess(text) if person is not None else None
        if person is None or language not in {one.code for one in self.turn.city.languages}:
            return None
        if language == person.language:
            await forget_hint(self.turn.tx, person.id)
            return None
        # Last, for it asks most: nearly everybody writes the language that they chose.
        return None if self._is_place(text) else await self._other(person, language)

    async def _other(self, person: Person, language: str) -> str | None:
        before, now = await find_hint(self.turn.tx, person.id), self.turn.now
        if before.offered_at is not None and now < before.offered_at + OFFERED_EVERY:
            return None
        times = before.times + 1 if before.language == language else 1
        if times < ENOUGH:
            await set_hint(self.turn.tx, person.id, Hint(language, times, before.offered_at))
            return None
        await set_hint(self.turn.tx, person.id, Hint(offered_at=now))
        return language

    def _is_place(self, text: str) -> bool:
        """Whether it is a name of a place and no more: that is the same in every language."""
        if len(text) > LONGEST_READ or len(text.split()) > MOST_WORDS:
            return False
        place = self.turn.places.guess(text)
        return place.found is not Found.NOTHING and place.is_sure and not place.has_more

    def _resident(self) -> Person | None:
        person = self.turn.person
        is_resident = person is not None and person.language is not None and self.turn.staff is None
        return person if is_resident and not self.turn.rules.forget_language_after else None
