"""What staff have said of streets is searched as the city file is; and what a place would teach."""

from pathlib import Path

import pytest

from bot.domain.city import WijkId
from bot.domain.city_file import read_city
from bot.domain.people import StaffId
from bot.domain.places import LearnedStreet, StreetId
from bot.services.places import Found, Gazetteer

CITY = read_city(Path(__file__).parents[2] / "cities" / "genk.toml")
HERE = WijkId("waterschei-noord")


def learned(name: str, wijk: str = HERE) -> Gazetteer:
    return Gazetteer(CITY, learned=[LearnedStreet(StreetId(1), name, WijkId(wijk), StaffId(1))])


@pytest.mark.parametrize("typed", ["Rue de la Cité 4", "rue de la cite", "rue de la citee", "Rü dö la site"])
def test_a_french_name_is_found_as_it_is_heard(typed: str) -> None:
    guess = learned("Rue de la Cité").guess(typed)
    assert "Rue de la Cité" in (guess.name, *guess.others)


def test_a_street_of_the_list_keeps_its_own_spelling() -> None:
    guess = learned("STADION PLEIN").guess("stadionplein 3")
    assert (guess.found, guess.name, [wijk.id for wijk in guess.wijken]) == (
        Found.STREET,
        "Stadionplein",
        [HERE],
    )


def test_a_corner_lies_in_the_wijk_that_holds_both_streets() -> None:
    guess = learned("Nieuw Pad", "winterslag-1").guess("hoek Noordlaan en Nieuw Pad")
    assert (guess.name, [wijk.id for wijk in guess.wijken]) == ("Nieuw Pad / Noordlaan", ["winterslag-1"])


def test_a_corner_teaches_no_street() -> None:
    assert Gazetteer(CITY).lesson("hoek Stalenstraat en Onderwijslaan", WijkId("bret")) == ""


def test_a_wijk_that_the_city_has_no_more_is_left_out() -> None:
    assert learned("Nieuw Pad", "gone").guess("nieuw pad").found is Found.STREET_WITHOUT_WIJK


def test_a_new_state_is_built_once_and_an_old_one_is_not_used() -> None:
    base = Gazetteer(CITY)
    assert base.latest(1) is None
    taught = base.taught(1, [LearnedStreet(StreetId(1), "Nieuw Pad", HERE, StaffId(1))])
    assert base.latest(1) is taught
    assert base.latest(2) is None


@pytest.mark.parametrize(
    ("place", "street"),
    [
        ("nieuwe mijnpad 14 bus 2", "Nieuwe mijnpad"),
        ("In de Nieuwe Mijnpad, 3600 Genk", "Nieuwe Mijnpad"),
        ("улица Нов път 3", "Нов път"),
        ("Yeniyol'da", "Yeniyol"),
        ("bij de Aldi", "Aldi"),
        ("Stadionplein 3", "Stadionplein"),
        ("Stalenstraat 3", ""),
        ("Waterschei", ""),
        ("12", ""),
        ("?!", ""),
        ("", ""),
        ("een heel lang verhaal dat niemand ooit als de naam van een straat zou zien", ""),
    ],
)
def test_what_a_place_would_teach(place: str, street: str) -> None:
    assert Gazetteer(CITY).lesson(place, HERE) == street
