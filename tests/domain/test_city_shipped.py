"""The city files that come with Wijklijn are right, complete and honest about what nobody has confirmed."""

import re
from pathlib import Path
from typing import Final

import pytest

from bot.domain.city import City, Confidence, HelpFor, Wording
from bot.domain.city_file import CityFileWrong, read_city, unconfirmed
from tests.domain.small_city import small_city

CITIES: Final = Path(__file__).parents[2] / "cities"
# The words of the reference, pictogram and all: a contact worker may change a text, not this meaning.
BUTTONS: Final = {
    "waste": ("🗑 Afval", "🗑 Çöp, eski eşya", "🗑 Боклук"),
    "noise": ("🔊 Lawaai", "🔊 Gürültü", "🔊 Шум"),
    "traffic": ("🚗 Verkeer, parkeren", "🚗 Trafik, park etme", "🚗 Коли, паркиране"),
    "housing": ("🏠 Mijn woning", "🏠 Evimde sorun", "🏠 Моето жилище"),
    "building": ("🏚 Slecht pand", "🏚 Kötü bina", "🏚 Лоша сграда"),
    "neighbours": ("🚪 Last van buren", "🚪 Komşu sorunu", "🚪 Проблем с комшии"),
    "groups": ("👥 Groep op straat", "👥 Sokakta grup", "👥 Група на улицата"),
    "street": ("🌳 Straat, groen, lamp", "🌳 Yol, ağaç, lamba", "🌳 Път, дърво, лампа"),
    "unsafe": ("⚠️ Ik voel me onveilig", "⚠️ Korkuyorum", "⚠️ Страх ме е"),
    "work": ("🧰 Werk en loon", "🧰 İş ve maaş", "🧰 Работа и заплата"),
    "other": ("✳️ Iets anders", "✳️ Başka bir şey", "✳️ Нещо друго"),
}


@pytest.fixture(scope="module")
def genk() -> City:
    return read_city(CITIES / "genk.toml")


@pytest.fixture(scope="module")
def izegem() -> City:
    return read_city(CITIES / "izegem.toml")


@pytest.fixture(params=["genk.toml", "izegem.toml"])
def city(request: pytest.FixtureRequest) -> City:
    return read_city(CITIES / request.param)


def test_genk_has_its_thirty_wijken_in_eight_stadsdelen(genk: City) -> None:
    assert len(genk.wijken) == 30
    assert len(genk.stadsdelen) == 8
    assert len(genk.streets.names) == 753


def test_only_what_a_source_says_of_stadsdelen_is_shown(genk: City) -> None:
    shown = {
        wijk.id: stadsdeel.name for wijk in genk.wijken if (stadsdeel := genk.shown_stadsdeel_of(wijk.id))
    }
    assert shown == {"waterschei-noord": "Genk-Oost", "waterschei-zuid": "Genk-Oost"}


def test_every_wijk_of_genk_has_points_neighbours_and_a_code(genk: City) -> None:
    assert all(
        len(wijk.points) >= 2 and wijk.neighbours and wijk.code.startswith("71016") for wijk in genk.wijken
    )


def test_izegem_is_a_town_without_stadsdelen_or_streets_and_with_a_wijkwerker(izegem: City) -> None:
    assert (len(izegem.wijken), izegem.stadsdelen, izegem.streets.names) == (7, (), ())
    assert izegem.role_name == "wijkwerker"
    assert all(izegem.stadsdeel_of(wijk.id) is None for wijk in izegem.wijken)


def test_the_categories_carry_the_agreed_words(city: City) -> None:
    buttons = {
        one.id: tuple(one.button(language) for language in ("nl", "tr", "bg")) for one in city.categories
    }
    assert buttons == BUTTONS


def test_housing_and_work_alone_are_sensitive(city: City) -> None:
    assert [category.id for category in city.categories if category.sensitive] == ["housing", "work"]


def test_every_category_but_other_has_likely_words_in_three_languages(city: City) -> None:
    for category in city.categories:
        assert category.id == "other" or all(
            len(category.words[language]) >= 5 for language in ("nl", "tr", "bg")
        )


def test_no_likely_word_is_so_short_that_it_begins_everything(city: City) -> None:
    assert [
        word for one in city.categories for words in one.words.values() for word in words if len(word) < 3
    ] == []


def test_the_quick_answers_are_those_of_the_desk(city: City) -> None:
    placeholders = {answer.id: set(answer.text.placeholders) for answer in city.quick_answers}
    assert placeholders == {
        "received": set(),
        "coming": {"date"},
        "photo": set(),
        "passed-on": {"partner"},
        "handled": set(),
        "by-partner": {"partner", "number"},
    }


def test_the_common_questions_are_answered_in_three_languages(city: City) -> None:
    assert {
        "waste-bags",
        "identity-card",
        "register",
        "dutch-lessons",
        "wijkbureau",
        "recycling-park",
        "neighbours",
        "doctor",
        "homework",
        "whom-to-call",
    } <= {question.id for question in city.common_questions}
    for question in city.common_questions:
        assert all(
            question.question.is_in(language) and question.answer.is_in(language)
            for language in ("nl", "tr", "bg")
        )
        assert "{" not in question.answer.says("bg")


def test_no_answer_holds_a_number_that_no_partner_or_shown_help_number_has(city: City) -> None:
    known = [partner.phone for partner in city.partners] + [partner.address for partner in city.partners]
    numbers = {number for text in known for number in re.findall(r"\d+", text)}
    numbers |= {number.number for number in city.help_numbers if number.shown}
    for question in city.common_questions:
        assert set(re.findall(r"\d+", question.answer.says("nl"))) <= numbers


def test_no_message_asks_more_than_one_question(city: City) -> None:
    texts = [answer.text for answer in city.quick_answers]
    texts += [text for one in city.common_questions for text in (one.answer, one.try_first) if text]
    for text in texts:
        for language in ("nl", "tr", "bg"):
            assert text.words[language].count("?") <= 1


def test_numbers_that_nobody_verified_are_not_shown(city: City) -> None:
    assert all(number.confidence is Confidence.VERIFIED for number in city.help_numbers if number.shown)
    assert {number.number for number in city.help_numbers if not number.shown} >= {"102", "1733"}


@pytest.mark.parametrize(
    ("use", "first"),
    [
        (HelpFor.FIRE, "112"),
        (HelpFor.GAS, "112"),
        (HelpFor.VIOLENCE, "101"),
        (HelpFor.SUICIDE, "1813"),
        (HelpFor.POISON, "070 245 245"),
    ],
)
def test_each_danger_has_its_number_first(city: City, use: HelpFor, first: str) -> None:
    assert city.help_for(use)[0].number == first


def test_violence_at_home_has_the_police_and_the_helpline(city: City) -> None:
    assert {number.number for number in city.help_for(HelpFor.VIOLENCE_AT_HOME)} == {"101", "1712"}


def test_what_nobody_has_confirmed_is_listed(genk: City) -> None:
    lines = "\n".join(unconfirmed(genk))
    for expected in (
        "stadsdelen that are a guess: Genk-Centrum",
        "kattevenne-molenblook",
        "102",
        "street list: 753",
        "categories that no partner handles: work",
    ):
        assert expected in lines
    for expected in (
        "case-content (365 days)",
        "office: no opening hours",
        "texts in bg: nobody has approved them",
        "closed days: none",
    ):
        assert expected in lines


def test_a_city_without_stadsdelen_is_not_asked_to_confirm_them(izegem: City) -> None:
    assert "stadsdeel" not in "\n".join(unconfirmed(izegem))


def test_a_city_that_has_confirmed_everything_is_asked_nothing_more(tmp_path: Path) -> None:
    city = small_city(
        tmp_path,
        ('texts_confirmed = ["tr"]', 'texts_confirmed = ["nl", "tr"]'),
        ('confidence = "unverified"', 'confidence = "verified"'),
        ("shown = false", "shown = true"),
        (
            'lon = 5.50\nneighbours = ["boven"]',
            'lon = 5.50\nneighbours = ["boven"]\nstadsdeel = "Oost"\nstadsdeel_confirmed = true\nstreets = ["Molenweg"]',
        ),
    )
    assert unconfirmed(city) == []


def test_a_number_shown_on_a_likely_source_is_listed(tmp_path: Path) -> None:
    city = small_city(
        tmp_path, ('shown = true\nconfidence = "verified"', 'shown = true\nconfidence = "likely"')
    )
    assert "help numbers that residents see unverified: 112" in unconfirmed(city)


def test_a_fourth_language_is_one_line_and_dutch_stands_in_until_somebody_translates(tmp_path: Path) -> None:
    city = with_french(tmp_path, "")
    assert [language.code for language in city.languages] == ["nl", "tr", "fr", "bg"]
    assert city.category("waste").button("fr") == "🗑 Afval"
    assert "texts in fr: there are none, Dutch stands in for them" in unconfirmed(city)


def test_a_fourth_language_that_was_begun_must_be_finished(tmp_path: Path) -> None:
    with pytest.raises(CityFileWrong) as wrong:
        with_french(tmp_path, ', fr = "Déchets"')
    assert "quick_answers[received].text.fr: is missing" in str(wrong.value)
    assert "categories[waste].label.fr" not in str(wrong.value)


def test_a_fourth_language_with_all_its_texts_speaks(tmp_path: Path) -> None:
    path = tmp_path / "genk.toml"
    text = (
        (CITIES / "genk.toml")
        .read_text(encoding="utf-8")
        .replace('tr = "Türkçe"\n', 'tr = "Türkçe"\nfr = "Français"\n', 1)
    )
    text = re.sub(r'\bnl = ("[^"]*")(?=, tr)', r"nl = \1, fr = \1", text)
    text = re.sub(r'^(\w+)\.nl = (".*")$', r"\1.nl = \2\n\1.fr = \2", text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    city = read_city(path)
    assert city.quick_answer("received").text.is_in("fr")
    assert all(question.answer.is_in("fr") for question in city.common_questions)
    assert "texts in fr: nobody has approved them" in unconfirmed(city)


def with_french(folder: Path, label: str) -> City:
    text = (CITIES / "genk.toml").read_text(encoding="utf-8")
    changed = text.replace('tr = "Türkçe"\n', 'tr = "Türkçe"\nfr = "Français"\n', 1).replace(
        'nl = "Afval"', f'nl = "Afval"{label}', 1
    )
    path = folder / "genk.toml"
    path.write_text(changed, encoding="utf-8")
    return read_city(path)


def test_texts_are_plain_so_that_nothing_in_them_reads_as_markup(city: City) -> None:
    wordings: list[Wording] = [answer.text for answer in city.quick_answers] + [
        one.answer for one in city.common_questions
    ]
    assert not any(re.search(r"[<>&]", text) for wording in wordings for text in wording.words.values())
