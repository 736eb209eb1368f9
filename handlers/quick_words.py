"""The words of a quick answer in every language, with its blank filled in."""

from collections.abc import Mapping
from datetime import date

from bot.domain.city import City, Partner, QuickAnswer
from bot.domain.errors import ButtonExpired
from bot.texts import Texts
from handlers.card_menus import DATE, PARTNER, blank_of, partners_for
from handlers.dates import in_words


def filled(city: City, texts: Texts, answer_id: str, filling: str) -> Mapping[str, str]:
    """The answer by language. Raises ButtonExpired for an answer or a filling that does not exist."""
    answer = city.quick_answer(answer_id)
    return {
        language.code: answer.text.says(language.code, **_values(city, texts, language.code, answer, filling))
        for language in city.languages
    }


def _values(city: City, texts: Texts, language: str, answer: QuickAnswer, filling: str) -> Mapping[str, str]:
    match blank_of(answer):
        case blank if blank == DATE:
            return {"date": in_words(texts, language, _day(filling))}
        case blank if blank == PARTNER:
            partner = _partner(city, answer, filling)
            return {"partner": partner.name, "number": partner.phone}
        case _:
            return {}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ButtonExpired from None


def _partner(city: City, answer: QuickAnswer, filling: str) -> Partner:
    partner = city.partner(filling)
    if partner not in partners_for(city.partners, answer):
        raise ButtonExpired
    return partner
