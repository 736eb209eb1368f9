"""A city and its parts answer what others ask of them."""

from datetime import date
from pathlib import Path

import pytest

from bot.domain.city import DUTCH, City, HelpFor, Kept, Wording
from bot.domain.errors import ButtonExpired, WijkUnknown
from tests.domain.small_city import small_city


@pytest.fixture
def city(tmp_path: Path) -> City:
    return small_city(tmp_path)


def test_a_wijk_is_found_by_its_id(city: City) -> None:
    assert city.wijk("boven").name == "Boven"
    assert city.has_wijk("boven")


def test_a_wijk_of_elsewhere_is_refused(city: City) -> None:
    assert not city.has_wijk("elders")
    with pytest.raises(WijkUnknown):
        city.wijk("elders")


def test_dutch_is_the_master_wherever_it_stands_in_the_file(tmp_path: Path) -> None:
    city = small_city(tmp_path, ('nl = "Nederlands"\ntr = "Türkçe"', 'tr = "Türkçe"\nnl = "Nederlands"'))
    assert (city.master.code, city.master.name) == (DUTCH, "Nederlands")


def test_a_stadsdeel_is_found_however_it_is_capitalised(city: City) -> None:
    assert city.stadsdeel(" oOST ") == city.stadsdelen[0]
    assert city.stadsdeel("West") is None


def test_the_stadsdeel_of_a_wijk_and_the_wijken_of_a_stadsdeel_agree(city: City) -> None:
    assert city.stadsdeel_of("boven") == city.stadsdelen[0]
    assert [wijk.id for wijk in city.wijken_of("Oost")] == ["boven"]
    assert city.stadsdeel_of("onder") is None


def test_a_confirmed_stadsdeel_is_shown(city: City) -> None:
    assert city.shown_stadsdeel_of("boven") == city.stadsdelen[0]


@pytest.mark.parametrize(
    "doubt",
    [
        ('name = "Oost"\nconfirmed = true', 'name = "Oost"\nconfirmed = false'),
        ("stadsdeel_confirmed = true", "stadsdeel_confirmed = false"),
    ],
)
def test_a_stadsdeel_that_is_a_guess_routes_but_is_not_shown(tmp_path: Path, doubt: tuple[str, str]) -> None:
    city = small_city(tmp_path, doubt)
    assert city.stadsdeel_of("boven") is not None
    assert city.shown_stadsdeel_of("boven") is None


def test_categories_partners_and_answers_are_found_by_id(city: City) -> None:
    assert city.category("work").sensitive
    assert not city.category("waste").sensitive
    assert city.partner("stad").phone == "01 23 45 67"
    assert city.quick_answer("coming").label == "Langs"
    assert city.common_question("whom").partner == "stad"


@pytest.mark.parametrize("lookup", ["category", "partner", "quick_answer", "common_question"])
def test_an_id_that_is_gone_is_an_expired_button(city: City, lookup: str) -> None:
    with pytest.raises(ButtonExpired):
        getattr(city, lookup)("gone")


def test_a_button_leads_with_its_pictogram(city: City) -> None:
    assert city.category("waste").button("tr") == "🗑 Çöp"


def test_only_shown_help_numbers_reach_residents(city: City) -> None:
    assert [number.number for number in city.help_for(HelpFor.MEDICAL)] == ["112"]
    assert city.help_for(HelpFor.CHILDREN) == ()


def test_every_kind_of_what_is_kept_has_its_term(city: City) -> None:
    assert {city.term(kept).kept for kept in Kept} == set(Kept)


def test_a_yearly_closed_day_falls_every_year_and_a_dated_one_once(city: City) -> None:
    yearly, dated = city.answers.closed
    assert yearly.falls_on(date(2026, 7, 11))
    assert yearly.falls_on(date(2031, 7, 11))
    assert dated.falls_on(date(2026, 12, 24))
    assert not dated.falls_on(date(2027, 12, 24))


def test_a_text_is_filled_in_the_language_asked_for(city: City) -> None:
    assert city.quick_answer("coming").text.says("tr", date="3 maart") == "Geliyoruz: 3 maart."


def test_dutch_stands_in_for_a_language_without_words() -> None:
    assert Wording({"nl": "Ja"}).says("fr") == "Ja"
    assert not Wording({"nl": "Ja"}).is_in("fr")


def test_a_placeholder_without_its_value_is_a_mistake_of_ours() -> None:
    wording = Wording({"nl": "Op {date}"})
    assert wording.placeholders == {"date"}
    with pytest.raises(KeyError, match="date"):
        wording.says("nl")


def test_a_value_is_never_read_as_a_placeholder() -> None:
    assert Wording({"nl": "Naar {partner}"}).says("nl", partner="{date}") == "Naar {date}"


def test_the_repr_of_a_city_is_short_enough_for_a_traceback(city: City) -> None:
    assert repr(city) == "City('Smallstad')"
