"""What people type where a place was asked for is understood, mistakes and all."""

import random
import string
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from bot.domain.borders import Area, Borders, Polygon
from bot.domain.city import City, Point, WijkId
from bot.domain.city_file import read_city
from bot.services.places import Found, Gazetteer, PlaceGuess
from tests.services.typed_places import MISTAKES, STRANGERS

CITIES: Final = Path(__file__).parents[2] / "cities"
WATERSCHEI: Final = {"waterschei-noord", "waterschei-zuid", "oud-waterschei", "nieuw-texas"}


@pytest.fixture(scope="module")
def genk() -> City:
    return read_city(CITIES / "genk.toml")


@pytest.fixture(scope="module")
def gazetteer(genk: City) -> Gazetteer:
    return Gazetteer(genk)


def ids(guess: PlaceGuess) -> set[str]:
    return {wijk.id for wijk in guess.wijken}


def offered(guess: PlaceGuess) -> tuple[str, ...]:
    return (guess.name, *guess.others)


def test_every_wijk_and_every_alias_is_found_by_its_own_name(genk: City, gazetteer: Gazetteer) -> None:
    aliases = {alias.name: set(alias.wijken) for alias in genk.aliases}
    wijken: dict[str, set[WijkId]] = {wijk.name: {wijk.id} for wijk in genk.wijken}
    for name, meant in (wijken | aliases).items():
        guess = gazetteer.guess(name)
        assert (guess.is_sure, ids(guess)) == (True, meant)


def test_every_street_is_found_by_its_own_name_and_number(genk: City, gazetteer: Gazetteer) -> None:
    for street in genk.streets.names:
        guess = gazetteer.guess(f"{street} 12")
        assert (guess.name, guess.house_number, guess.is_sure) == (street, "12", True)
        assert guess.found in {Found.STREET, Found.STREET_WITHOUT_WIJK}


def test_a_name_that_several_wijken_share_asks_which_part(gazetteer: Gazetteer) -> None:
    guess = gazetteer.guess("waterschei")
    assert (guess.found, guess.name, ids(guess)) == (Found.WIJKEN, "Waterschei", WATERSCHEI)


def test_a_street_brings_the_wijken_it_lies_in(gazetteer: Gazetteer) -> None:
    guess = gazetteer.guess("Stalenstraat")
    assert (guess.found, ids(guess)) == (Found.STREET, {"waterschei-noord", "waterschei-zuid"})


def test_a_street_of_which_nobody_said_where_it_lies_is_still_known(gazetteer: Gazetteer) -> None:
    guess = gazetteer.guess("Europalaan 8")
    assert (guess.found, guess.name, guess.wijken) == (Found.STREET_WITHOUT_WIJK, "Europalaan", ())


@pytest.mark.parametrize("typed", ["Winterslag 2", "winterslag 4", "Winterslag 2 en 4"])
def test_a_number_that_belongs_to_a_wijk_is_no_house(gazetteer: Gazetteer, typed: str) -> None:
    guess = gazetteer.guess(typed)
    assert (ids(guess), guess.house_number) == ({"winterslag-2-en-4"}, "")


def test_without_a_house_a_name_is_the_wijk_and_with_one_the_street(gazetteer: Gazetteer) -> None:
    assert gazetteer.guess("Hasseltweg").found is Found.WIJK
    assert gazetteer.guess("Hasseltweg 100").found is Found.STREET


def test_the_citys_name_matters_only_where_it_is_part_of_a_name(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.guess("Genk-Centrum")) == {"genk-centrum"}
    assert ids(gazetteer.guess("centrum genk")) == {"genk-centrum", "genk-centrum-noord"}
    assert gazetteer.guess("3600 Genk").found is Found.NOTHING


@pytest.mark.parametrize(
    "typed", ["hoevenzavellaan 3, waterschei zuid", "Waterschei-Zuid, Hoevenzavellaan 3"]
)
def test_a_street_and_a_wijk_together_leave_one(gazetteer: Gazetteer, typed: str) -> None:
    guess = gazetteer.guess(typed)
    assert (guess.found, guess.name, ids(guess), guess.house_number) == (
        Found.STREET,
        "Hoevenzavellaan",
        {"waterschei-zuid"},
        "3",
    )


def test_a_wijk_beside_a_street_without_one_places_it(gazetteer: Gazetteer) -> None:
    guess = gazetteer.guess("Europalaan 12 zwartberg")
    assert (guess.name, ids(guess)) == ("Europalaan", {"zwartberg-noord", "zwartberg-zuid"})


@pytest.mark.parametrize(
    "typed",
    [
        "bij de kerk in de Stalenstraat",
        "Stalenstraat'ta market önünde",
        "пред магазина на Сталенстраат",
        "<b>Stalenstraat</b>",
    ],
)
def test_a_street_is_found_among_other_words(gazetteer: Gazetteer, typed: str) -> None:
    guess = gazetteer.guess(typed)
    assert (guess.name, guess.is_sure) == ("Stalenstraat", True)


@pytest.mark.parametrize(
    "typed",
    [
        "hoek van de Stalenstraat en de Onderwijslaan",
        "Stalenstraat, Onderwijslaan köşesi",
        "на ъгъла на Сталенстраат и Ондервейслаан",
    ],
)
def test_a_corner_is_both_streets_in_the_wijk_that_holds_them(gazetteer: Gazetteer, typed: str) -> None:
    guess = gazetteer.guess(typed)
    assert (guess.found, guess.name, guess.is_sure) == (Found.STREET, "Stalenstraat / Onderwijslaan", True)
    assert ids(guess) == {"waterschei-noord", "waterschei-zuid"}


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("Hasselt", "Hasselt"),
        ("Хаселт", "Hasselt"),
        ("in Zutendaal", "Zutendaal"),
        ("Opglabbeek", "Oudsbergen"),
        ("As", "As"),
        ("Dorpsstraat 3, 3530 Houthalen", "Houthalen-Helchteren"),
        ("Stationsstraat 3 Diepenbeek", "Diepenbeek"),
    ],
)
def test_a_neighbouring_municipality_is_known(gazetteer: Gazetteer, typed: str, there: str) -> None:
    guess = gazetteer.guess(typed)
    assert (guess.found, guess.name) == (Found.OUTSIDE, there)


@pytest.mark.parametrize(
    "typed",
    ["Hasseltweg", "Hasseltweg 12", "Waterschei richting Hasselt", "Zwartberg, kant As", "Zonhoverweg"],
)
def test_what_is_ours_is_not_taken_for_a_neighbours(gazetteer: Gazetteer, typed: str) -> None:
    assert gazetteer.guess(typed).found is not Found.OUTSIDE


def test_two_streets_are_offered_both(gazetteer: Gazetteer) -> None:
    guess = gazetteer.guess("tussen de Stalenstraat en de Onderwijslaan")
    assert (guess.name, guess.others, guess.is_sure) == ("Stalenstraat", ("Onderwijslaan",), False)


def test_a_person_goes_by_the_surname(gazetteer: Gazetteer) -> None:
    assert gazetteer.guess("Dumontlaan 3").name == "André Dumontlaan"
    assert gazetteer.guess("andre dumont").name == "André Dumontlaan"


def test_a_surname_that_two_streets_share_is_asked_about(gazetteer: Gazetteer) -> None:
    guess = gazetteer.guess("Habetslaan")
    assert (guess.name, guess.others, guess.is_sure) == ("Marcel Habetslaan", ("Paul Habetslaan",), False)


def test_a_forgiven_mistake_is_never_sure(gazetteer: Gazetteer) -> None:
    assert not gazetteer.guess("Stelenstraat").is_sure


def test_ninety_five_of_a_hundred_mistakes_are_understood(gazetteer: Gazetteer) -> None:
    missed = [
        typed
        for typed, meant in MISTAKES.items()
        if meant not in (guess := gazetteer.guess(typed), guess.name, *guess.others)
    ]
    assert len(missed) <= len(MISTAKES) * 0.05, missed


def slipped(street: str, fingers: random.Random) -> str:
    """Leave a letter out, put one in, take another, or swap two."""
    place, letter = fingers.randrange(len(street)), fingers.choice(string.ascii_lowercase)
    before, here, after = street[:place], street[place], street[place + 1 :]
    return fingers.choice(
        [
            before + after,
            before + letter + here + after,
            before + letter + after,
            before + after[:1] + here + after[1:],
        ]
    )


@pytest.mark.parametrize(("slips", "understood"), [(1, 0.98), (2, 0.95)])
def test_slips_of_the_finger_in_any_street_are_understood(
    genk: City, gazetteer: Gazetteer, slips: int, understood: float
) -> None:
    fingers, streets, found = random.Random(3600), genk.streets.names[::3], 0
    for street in streets:
        typed = street.lower()
        for _ in range(slips):
            typed = slipped(typed, fingers)
        found += street in offered(gazetteer.guess(typed))
    assert found / len(streets) >= understood


def test_strangers_are_rarely_offered_as_ours_and_never_taken_for_sure(gazetteer: Gazetteer) -> None:
    taken = [
        typed for typed in STRANGERS if gazetteer.guess(typed).found not in {Found.NOTHING, Found.OUTSIDE}
    ]
    assert len(taken) <= len(STRANGERS) * 0.05, taken
    assert not any(gazetteer.guess(typed).is_sure for typed in taken)


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "🙂", "?", "mee bezig", "x" * 4_096, "\u202e\u0338\u0338", "' OR 1=1 --", "{stad.phone}"],
)
def test_what_is_no_place_is_nothing(gazetteer: Gazetteer, typed: str) -> None:
    assert gazetteer.guess(typed).found is Found.NOTHING


def test_a_city_without_streets_still_knows_its_wijken() -> None:
    izegem = Gazetteer(read_city(CITIES / "izegem.toml"))
    assert ids(izegem.guess("emelgen")) == {"emelgem"}
    assert len(ids(izegem.guess("centrum"))) == 3


def test_a_look_up_takes_less_than_five_milliseconds(gazetteer: Gazetteer) -> None:
    typed = [*MISTAKES, *STRANGERS, "een lang verhaal zonder plaats erin " * 4]
    assert slowest(gazetteer, typed) < 0.005


def slowest(gazetteer: Gazetteer, typed: Iterable[str]) -> float:
    """Seconds of CPU of the slowest look-up, each the best of three: other work on this machine does not count."""
    return max(min(seconds(gazetteer, one) for _ in range(3)) for one in typed)


def seconds(gazetteer: Gazetteer, typed: str) -> float:
    start = time.process_time()
    gazetteer.guess(typed)
    return time.process_time() - start


def test_a_location_offers_its_two_likeliest_wijken(genk: City, gazetteer: Gazetteer) -> None:
    located = gazetteer.locate(genk.wijk("waterschei-noord").points[0])
    assert (located.wijken[0].id, len(located.wijken), located.is_exact) == ("waterschei-noord", 2, False)


def test_a_location_elsewhere_is_outside(gazetteer: Gazetteer) -> None:
    assert gazetteer.locate(Point(50.9307, 5.3325)).wijken == ()


def test_borders_decide_when_the_city_has_them(genk: City) -> None:
    ring = (Point(50.9, 5.4), Point(50.9, 5.6), Point(51.1, 5.6), Point(50.9, 5.4))
    borders = Borders((Area(frozenset({"bret"}), (Polygon(ring, ()),)),))
    exact = Gazetteer(genk, borders)
    inside, outside = exact.locate(Point(50.95, 5.55)), exact.locate(Point(51.05, 5.42))
    assert ([wijk.id for wijk in inside.wijken], inside.is_exact) == (["bret"], True)
    assert (outside.wijken, outside.is_exact) == ((), True)
