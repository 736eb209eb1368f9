"""Whereabouts: what a typed name, a pressed one or a location makes of a draft."""

from dataclasses import dataclass, replace

from bot.domain.cases import Spot
from bot.domain.city import Point, Wijk
from bot.domain.drafts import Choice, Draft, DraftStep, Part, Why
from bot.domain.errors import ButtonExpired
from bot.domain.people import Person
from bot.domain.places import near_municipality
from bot.domain.typed_place import LONGEST_READ
from bot.services.places import Found, PlaceGuess
from bot.services.streets import Streets
from bot.services.turn import Turn


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Each verb gives the draft as it becomes; whoever asks keeps it."""

    turn: Turn

    async def guess(self, draft: Draft) -> PlaceGuess | None:
        """The place that the story names without doubt, to offer it first."""
        text = draft.text
        guess = await self._guess(text) if 0 < len(text) <= LONGEST_READ else None
        return (
            guess if guess and guess.is_sure and guess.found not in {Found.NOTHING, Found.OUTSIDE} else None
        )

    def recent(self, person: Person) -> Wijk | None:
        """The wijk used last, when the city still has it."""
        known = person.last_wijk is not None and self.turn.city.has_wijk(person.last_wijk)
        return self.turn.city.wijk(person.last_wijk) if known and person.last_wijk else None

    async def said(self, draft: Draft, index: int) -> Draft:
        """A name that people say, by its place in the city file. Raises ButtonExpired."""
        said = self.turn.city.said_first
        if index >= len(said):
            raise ButtonExpired
        guess = await self._guess(said[index])
        if not (draft.narrowing and draft.is_street):
            return _led(draft, guess, said[index])
        # It says in which wijk a street lies that was named before.
        choices = tuple(Choice(wijk.id) for wijk in guess.wijken)
        part = draft.narrowed(Why.PART_OF, choices, place=draft.place, is_street=True)
        return part.at(choices[0].wijk) if len(choices) == 1 else part

    async def meant(self, draft: Draft, index: int) -> Draft:
        """One of the names that may have been meant. Raises ButtonExpired, WijkUnknown."""
        if index >= len(draft.choices):
            raise ButtonExpired
        choice = draft.choices[index]
        if choice.wijk:
            return draft.at(self.turn.city.wijk(choice.wijk).id)
        return _led(replace(draft, typed=None), await self._guess(choice.name), choice.name)

    async def guessed(self, draft: Draft) -> Draft:
        """The place that the story names. Raises ButtonExpired when it names none."""
        guess = await self.guess(draft)
        if guess is None:
            raise ButtonExpired
        return _led(draft, guess, guess.name)

    def as_typed(self, draft: Draft) -> Draft:
        """The place stays in the words of the person, and the wijk is asked. Raises ButtonExpired."""
        if draft.typed is None:
            raise ButtonExpired
        place = draft.typed.words.text
        return replace(draft, typed=None).narrowed(Why.STREET, place=place, is_street=True)

    async def located(self, draft: Draft, spot: Spot) -> Draft:
        """A location was sent."""
        located = self.turn.places.locate(Point(spot.lat, spot.lon))
        if not located.wijken:
            beyond = near_municipality(self.turn.city, Point(spot.lat, spot.lon))
            return replace(draft.asked_where(), is_outside=True, beyond=beyond)
        choices = tuple(Choice(wijk.id) for wijk in located.wijken)
        near = draft.narrowed(Why.NEAR, choices, spot=spot)
        return near.at(choices[0].wijk) if located.is_exact else near.onward()

    async def typed(self, draft: Draft, part: Part) -> Draft:
        """A place was typed; what it says besides the place is part of the story."""
        guess = await self._guess(part.words.text)
        if guess.found is Found.OUTSIDE:
            asked = draft.asked_where()
            return replace(asked, typed=part, is_outside=True, beyond=guess.name)
        if guess.found is Found.NOTHING:
            return replace(draft.with_typed(), step=DraftStep.UNKNOWN, typed=part, is_outside=False)
        placed = _led(draft.with_typed().told(part) if guess.has_more else draft, guess, part.words.text)
        is_asked = placed.why is Why.MEANT and not guess.has_more
        return replace(placed, typed=part) if is_asked else placed

    async def _guess(self, text: str) -> PlaceGuess:
        return (await Streets(self.turn).places()).guess(text)


def _led(draft: Draft, guess: PlaceGuess, typed: str) -> Draft:
    """What a name leads to: the place itself, or one question more."""
    house = guess.house_number
    if not guess.is_sure and guess.name != typed:
        names = [f"{name} {house}".strip() for name in (guess.name, *guess.others)]
        return draft.narrowed(Why.MEANT, tuple(Choice(name=name) for name in names))
    choices = tuple(Choice(wijk.id) for wijk in guess.wijken)
    if guess.found in {Found.STREET, Found.STREET_WITHOUT_WIJK}:
        place = f"{guess.name} {house}".strip()
        part = draft.narrowed(Why.PART_OF if choices else Why.STREET, choices, place=place, is_street=True)
    else:
        part = draft.narrowed(Why.PART_OF, choices, place=guess.name)
    return part.at(choices[0].wijk) if len(choices) == 1 else part
