"""Talks: somebody wants to speak with a person, and says no more than that."""

from dataclasses import dataclass

from bot.domain.cases import Case, CaseKind, Words
from bot.domain.drafts import Part
from bot.domain.errors import ButtonExpired
from bot.services.cases import Cases, NewCase
from bot.services.turn import Turn


@dataclass(frozen=True, slots=True)
class Talks:
    turn: Turn

    async def ask(self, wish: str, press: int) -> Case:
        """Ask for a conversation in these words, at the wijk used last; `press` tells a second press from a new one."""
        person, city = self.turn.person, self.turn.city
        if person is None or self.turn.staff is not None:
            raise ButtonExpired
        asked = await Cases(self.turn).sent_by(press)
        if asked is not None:
            return asked
        wijk = person.last_wijk if person.last_wijk and city.has_wijk(person.last_wijk) else None
        part = Part(Words(wish))
        return await Cases(self.turn).open(
            NewCase(kind=CaseKind.QUESTION, parts=(part,), wijk=wijk, talk=True, run=press)
        )
