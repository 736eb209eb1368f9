"""Wijkmanagers as residents may know them: which role answers in a wijk now, and for which wijken; never who it is."""

from dataclasses import dataclass

from bot.domain.cases import Case, CaseId, CaseKind, CaseNumber, Status
from bot.domain.city import Wijk, WijkId
from bot.domain.people import Role
from bot.services.routing import Routing
from bot.services.turn import Turn


@dataclass(frozen=True, slots=True)
class Answering:
    """`role`: another than the wijkmanager stands in. `wijken`: the others the same wijkmanager answers for."""

    role: Role
    wijken: tuple[Wijk, ...]


@dataclass(frozen=True, slots=True)
class Wijkmanagers:
    turn: Turn

    def asked_about(self, wijk: str | None) -> Wijk | None:
        """The wijk that was chosen, else the one that who acts used last; None when there is none, or no longer."""
        person, city = self.turn.person, self.turn.city
        wanted = wijk or (person.last_wijk if person else None)
        return city.wijk(wanted) if wanted and city.has_wijk(wanted) else None

    async def of(self, wijk: Wijk) -> Answering:
        """Who would get a question that came from there now."""
        city, routing = self.turn.city, Routing(self.turn)
        asked = self._question_from(wijk.id)
        role = await routing.who_answers(asked)
        if role is not Role.WIJKMANAGER:
            return Answering(role, ())
        areas = [one.places for one in await routing.responsible(asked) if not one.places.everywhere]
        others = {other for area in areas for other in area.wijken_in(city)} - {wijk.id}
        return Answering(role, tuple(one for one in city.wijken if one.id in others))

    def _question_from(self, wijk: WijkId) -> Case:
        return Case(
            id=CaseId(0),
            number=CaseNumber(""),
            alias="",
            kind=CaseKind.QUESTION,
            status=Status.RECEIVED,
            created_at=self.turn.now,
            wijk=wijk,
        )
