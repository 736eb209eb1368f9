"""The words of a quick answer in every language, with its blanks filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.context import BotContext
from bot.domain.cases import Case
from bot.domain.city import City, Partner, QuickAnswer
from bot.domain.errors import ButtonExpired
from bot.domain.quick import DATE, PLACE, blanks_of, places_for
from bot.services.calendar import Calendar
from bot.services.twins import Twins
from bot.texts import Texts
from handlers.card_menus import FILLED, NONE, partners_for
from handlers.dates import in_words


async def filled_in(context: BotContext, answer: QuickAnswer, case: Case, given: str) -> Mapping[str, str]:
    """Its words by language, as the buttons filled them in. Raises ButtonExpired for a filling that does not exist."""
    city = context.turn.city
    today = Calendar(city).local_day(context.turn.now)
    is_alone = not await Twins(context.turn).open_of(case)
    return Filling(city, context.open_turn.texts, answer, case, given, today, is_alone).words()


@dataclass(frozen=True, slots=True)
class Filling:
    """One quick answer in one case, with what the buttons said."""

    city: City
    texts: Texts
    answer: QuickAnswer
    case: Case
    given: str
    today: date
    is_alone: bool = True  # it goes to who reported this case, and to nobody else

    def words(self) -> Mapping[str, str]:
        """By language. Raises ButtonExpired for a filling that does not exist."""
        given = self.given.split(FILLED) if self.given != NONE else []
        if len(given) != len(blanks_of(self.answer)):
            raise ButtonExpired
        filled = dict(zip(blanks_of(self.answer), given, strict=True))
        return {one.code: self._said(one.code, filled) for one in self.city.languages}

    def _said(self, language: str, filled: Mapping[str, str]) -> str:
        values = dict(
            pair for blank, value in filled.items() for pair in self._values(language, blank, value)
        )
        return self.answer.text.says(language, **values)

    def _values(self, language: str, blank: str, value: str) -> Iterator[tuple[str, str]]:
        """What stands for one blank; a partner for the number too."""
        if blank == DATE:
            yield blank, in_words(self.texts, language, self._day(value))
        elif blank == PLACE:
            yield blank, self._place(value)
        else:
            partner = self._partner(value)
            yield from (("partner", partner.name), ("number", partner.phone))

    def _day(self, text: str) -> date:
        """Not one that has passed since the button was made: "today" of last week is none."""
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise ButtonExpired from None
        if day < self.today:
            raise ButtonExpired
        return day

    def _place(self, letter: str) -> str:
        places = places_for(self.city, self.case, is_alone=self.is_alone)
        if letter not in places:
            raise ButtonExpired
        return places[letter]

    def _partner(self, partner_id: str) -> Partner:
        partner = self.city.partner(partner_id)
        if partner not in partners_for(self.city.partners, self.answer):
            raise ButtonExpired
        return partner
