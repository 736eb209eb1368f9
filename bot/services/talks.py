"""Talks: somebody wants to speak with a person, and says no more than that."""

from dataclasses import dataclass

from bot.domain.cases import Case, CaseKind, Status, Words
from bot.domain.city import WijkId
from bot.domain.drafts import Part
from bot.domain.errors import ButtonExpired
from bot.services.cases import Cases, NewCase
from bot.services.turn import Turn
from bot.services.wijkmanagers import Wijkmanagers


@dataclass(frozen=True, slots=True)
class Talks:
    turn: Turn

    async def ask(self, wish: str, press: int, *, wijk: str | None = None) -> Case:
        """Ask for a conversation in these words, in a wijk or the one used last.

        `press` tells a second press from a new one; while a conversation asked for there waits, it is that one.
        Raises ButtonExpired.
        """
        if self.turn.person is None or self.turn.staff is not None:
            raise ButtonExpired
        where = Wijkmanagers(self.turn).asked_about(wijk)
        place = where.id if where else None
        asked = await Cases(self.turn).sent_by(press) or await self._waiting(place)
        return asked or await self._open(wish, press, place)

    async def _open(self, wish: str, press: int, wijk: WijkId | None) -> Case:
        return await Cases(self.turn).open(
            NewCase(kind=CaseKind.QUESTION, parts=(Part(Words(wish)),), wijk=wijk, talk=True, run=press)
        )

    async def _waiting(self, wijk: WijkId | None) -> Case | None:
        mine = await Cases(self.turn).mine(open_only=True)
        waits = (one for one in mine if one.talk and one.category is None and one.wijk == wijk)
        return next((one for one in waits if one.status is Status.RECEIVED), None)
