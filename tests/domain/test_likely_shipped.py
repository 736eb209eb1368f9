"""How often the true category is among those shown first: the word lists of the shipped cities on what people write."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from bot.domain.city import CategoryId, City
from bot.domain.city_file import read_city
from tests.domain import likely_sentences, likely_unseen
from tests.domain.likely_sentences import Sentences

CITIES: Final = ("genk", "izegem")
OFFERED: Final = 4
FEWEST: Final = 40
LISTS: Final = ("DUTCH", "TURKISH", "BULGARIAN", "BULGARIAN_IN_LATIN_LETTERS")


@pytest.fixture(scope="module", params=CITIES)
def city(request: pytest.FixtureRequest) -> City:
    return read_city(Path(__file__).parents[2] / "cities" / f"{request.param}.toml")


@pytest.mark.parametrize("name", LISTS)
def test_by_its_words_the_true_category_is_shown_at_once(city: City, name: str) -> None:
    assert _missed(city, likely_sentences, name) == []


@pytest.mark.parametrize("name", LISTS)
def test_it_stands_first_in_seventeen_of_twenty(city: City, name: str) -> None:
    told = _sentences(likely_sentences, name)
    first = sum(city.signs.likely(text)[:1] == [category] for category, text in told)
    assert first / len(told) >= 0.85


@pytest.mark.parametrize("name", LISTS)
def test_of_sentences_that_no_list_was_made_for_nine_of_ten_are_shown(city: City, name: str) -> None:
    missed = _missed(city, likely_unseen, name)
    assert len(missed) / len(_sentences(likely_unseen, name)) <= 0.1, missed


@pytest.mark.parametrize("name", LISTS)
def test_forty_sentences_a_language_tell_of_every_category_but_the_rest(city: City, name: str) -> None:
    told: Mapping[str, object] = getattr(likely_sentences, name)
    assert len(_sentences(likely_sentences, name)) >= FEWEST
    assert set(told) == {category.id for category in city.categories} - {"other"}


def _sentences(table: ModuleType, name: str) -> list[tuple[CategoryId, str]]:
    sentences: Sentences = getattr(table, name)
    return [(CategoryId(category), text) for category, texts in sentences.items() for text in texts]


def _missed(city: City, table: ModuleType, name: str) -> list[str]:
    """Those of which no word of the true category is among the strongest."""
    told = _sentences(table, name)
    return [text for category, text in told if category not in _shown(city, text)]


def _shown(city: City, text: str) -> list[CategoryId]:
    """As the buttons: by the words, then in the city's order."""
    by_words = city.signs.likely(text)
    rest = [category.id for category in city.categories if category.id not in by_words]
    return [one for one in (*by_words, *rest) if one != "other"][:OFFERED]
