"""A city file that is wrong is refused, with every mistake in one clear line."""

from pathlib import Path

import pytest

from bot.domain.city_file import CityFileWrong, read_city
from tests.domain.small_city import SMALL, small_city


def problems_of(folder: Path, *changes: tuple[str, str]) -> list[str]:
    with pytest.raises(CityFileWrong) as wrong:
        small_city(folder, *changes)
    return [line.removeprefix(f"{folder}/") for line in wrong.value.problems]


# what is written -> what is written instead, and the one line that must come of it
MISTAKES = [
    ('postcode = "1234"', 'postcode = "123"', "city.postcode: is '123'; expected four digits in quotes"),
    ('nis = "12345"', "nis = 12345", "city.nis: is 12345; expected a text in quotes"),
    ('police_zone = "KLEIN"', 'police_zone = " "', "city.police_zone: is empty; expected a text"),
    ('police_zone = "KLEIN"\n', "", "city.police_zone: is missing; expected a text in quotes"),
    ('police_zone = "KLEIN"', 'police_zone = "KLEIN"\npolice_zoen = "K"', 'city.police_zoen: is not a key that exists here; expected "police_zone"'),
    ("[office]", "[offices]\nx = 1\n[office]", 'offices: is not a key that exists here; expected "office"'),
    ('"Europe/Brussels"', '"Europe/Brussel"', "city.time_zone: is 'Europe/Brussel'; expected a time zone such as \"Europe/Brussels\""),
    ('"Europe/Brussels"', '"../x"', "city.time_zone: is '../x'; expected a time zone such as \"Europe/Brussels\""),
    ('texts_confirmed = ["tr"]', 'texts_confirmed = ["bg"]', 'city.texts_confirmed: names "bg", which is not a language of this file; expected a language that the file has'),
    ('tr = "Türkçe"', 'Tr1 = "x"\ntr = "Türkçe"', "languages.Tr1: is no language code; expected two or three small letters, such as nl"),
    ("working_days = 3", "working_days = 0", "answers.working_days: is 0; expected a whole number from 1 to 60"),
    ("working_days = 3", "working_days = true", "answers.working_days: is true; expected a whole number"),
    ("working_days = 3", "working_days = 2.5", "answers.working_days: is 2.5; expected a whole number"),
    ('"saturday", "sunday"', '"saturday", "zondag"', "answers.weekend[2]: is 'zondag'; expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday"),
    ('"saturday", "sunday"', '"saturday", "sundai"', "answers.weekend[2]: is 'sundai'; expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday (perhaps \"sunday\")"),
    ('"saturday", "sunday"', '"monday","tuesday","wednesday","thursday","friday","saturday","sunday"', "answers.weekend: leaves no working day; expected at most six days"),
    ('day = "07-11"', 'day = "31-12"', "closed_days[31-12].day: is '31-12'; expected a date such as 2026-12-24, or \"12-24\" for every year"),
    ("day = 2026-12-24", "day = 20261224", 'closed_days[20261224].day: is 20261224; expected a date such as 2026-12-24, or "12-24" for every year'),
    ("closes = 12:00:00", "closes = 08:00:00", "office.hours[monday].closes: is 08:00; expected a time after 09:00"),
    ("opens = 09:00:00", 'opens = "9"', "office.hours[monday].opens: is '9'; expected a time such as 09:00:00"),
    ('partner = "stad"\naddress', 'partner = "stat"\naddress', 'office.partner: names "stat", which is not a partner of this file; expected a partner that the file has (perhaps "stad")'),
    ('"wijkmanager", "coordinator"', '"administrator"', "sensitive.roles[1]: is 'administrator'; expected one of wijkmanager, contact-worker, coordinator"),
    ('["wijkmanager", "coordinator"]', "[]", "sensitive.roles: is empty; expected at least one role that answers sensitive cases"),
    ('kept = "set-aside"', 'kept = "people"', 'retention: kept "people" is given 2 times; expected every kept once'),
    ('kept = "set-aside"', 'kept = "people"', 'retention: says nothing of "set-aside"; expected a term for each thing that is kept'),
    ("days = 14", "days = 0", "retention[set-aside].days: is 0; expected a whole number from 1 to 36500"),
    ("shown = false", "shown = true", "help_numbers[102].shown: is true for a number that nobody has verified; expected false, or a better confidence"),
    ('number = "102"', 'number = "112"', 'help_numbers: number "112" is given 2 times; expected every number once'),
    ('use = ["medical"]', 'use = ["fever"]', "help_numbers[112].use[1]: is 'fever'; expected one of fire, medical, gas, violence, violence-at-home, suicide, children, poison, storm, doctor, missing, talk, government"),
    ('confidence = "unverified"', 'confidence = "sure"', "help_numbers[102].confidence: is 'sure'; expected one of verified, likely, unverified"),
    ('label = { nl = "Afval", tr = "Çöp" }', 'label = { nl = "Afval" }', "categories[waste].label.tr: is missing; expected the text in this language as well"),
    ('label = { nl = "Afval", tr = "Çöp" }', 'label = { tr = "Çöp" }', "categories[waste].label.nl: is missing; expected the text in this language as well"),
    ('label = { nl = "Afval", tr = "Çöp" }', 'label = { nl = "Afval", tr = "Çöp", bg = "x" }', "categories[waste].label.bg: is a language that [languages] does not name; expected one of nl, tr"),
    ('label = { nl = "Afval", tr = "Çöp" }', 'label = "Afval"', "categories[waste].label: is 'Afval'; expected a table"),
    ('label = { nl = "Afval", tr = "Çöp" }', 'label = { nl = "Afval {date}", tr = "Çöp {date}" }', "categories[waste].label.nl: has {date}; expected no placeholder"),
    ('words.nl = ["afval"]', 'words.nl = ["afval", 3]', "categories[waste].words.nl[2]: is 3; expected a text in quotes"),
    ('words.nl = ["afval"]', 'words.bg = ["смет"]', 'categories[waste].words: names "bg", which is not a language of this file; expected a language that the file has'),
    ('handlers = ["stad"]\nwords', 'handlers = ["politie"]\nwords', 'categories[waste].handlers: names "politie", which is not a partner of this file; expected a partner that the file has'),
    ('handlers = ["stad"]\nconfidence', 'handlers = ["politie"]\nconfidence', 'categories[waste].about[sluikstort].handlers: names "politie", which is not a partner of this file; expected a partner that the file has'),
    ('id = "work"', 'id = "waste"', 'categories: id "waste" is given 2 times; expected every id once'),
    ('id = "work"', 'id = "Work & co"', "categories[Work & co].id: is 'Work & co'; expected small letters, digits and hyphens, at most 40"),
    ('text.tr = "Geliyoruz: {date}."', 'text.tr = "Geliyoruz."', "quick_answers[coming].text.tr: has no placeholder; expected {date}, as in Dutch"),
    ('text.tr = "Geliyoruz: {date}."', 'text.tr = "Geliyoruz: {dat}."', "quick_answers[coming].text.tr: has {dat}; expected {date}, {number}, {partner}, {place}"),
    ('text.tr = "Geliyoruz: {date}."', 'text.tr = "Geliyoruz: {date} {Saat}."', "quick_answers[coming].text.tr: has a brace that belongs to no placeholder; expected {name} in small letters, or no brace"),
    ('text.tr = "Geliyoruz: {date}."', 'text.tr = "Geliyoruz: {date} 5."', "quick_answers[coming].text.tr: has the numbers 5; expected the numbers of the Dutch text: none"),
    ('text.tr = "Geliyoruz: {date}."', f'text.tr = "{"o" * 300}{{date}}"', "quick_answers[coming].text.tr: has 306 characters; expected at most 300"),
    ("{stad.phone}, 112.", "{stad.phone}, 101.", "common_questions[whom].answer.tr: has the numbers 01, 101, 23, 45, 67; expected the numbers of the Dutch text: 01, 112, 23, 45, 67"),
    ("Bel {stad.phone} of", "Bel {stad.fax} 01 23 45 67 of", "common_questions[whom].answer.nl: {stad.fax} stands for nothing; expected {partner.fact} with a partner of this file that has it: name, phone, email, web, address"),
    ("Bel {stad.phone} of", "Bel {stad.email} 01 23 45 67 of", "common_questions[whom].answer.nl: {stad.email} stands for nothing; expected {partner.fact} with a partner of this file that has it: name, phone, email, web, address"),
    ('partner = "stad"\nquestion', 'partner = "x"\nquestion', 'common_questions[whom].partner: names "x", which is not a partner of this file; expected a partner that the file has'),
    ('id = "onder"', 'id = "boven"', 'wijken: id "boven" is given 2 times; expected every id once'),
    ('name = "Onder"', 'name = "BOVEN"', 'wijken: name "boven" is given 2 times; expected every name once'),
    ('code = "2"', 'code = "1"', 'wijken: code "1" is given 2 times; expected every code once'),
    ('name = "Onder"', "name = [{ x = 1 }]", "wijken[onder].name: is a list in [brackets]; expected a text in quotes"),
    ('streets = ["Kerkstraat"]', "streets = [{ x = 1 }]", "wijken[boven].streets[1]: is a table; expected a text in quotes"),
    ('kind = "industrie"', 'kind = "haven"', "wijken[onder].kind: is 'haven'; expected one of woonwijk, industrie"),
    ("lat = 50.96\n", "lat = 500.96\n", "wijken[boven].lat: is 500.96; expected a number from -90 to 90"),
    ("lon = 5.50\nstadsdeel", 'lon = "5.50"\nstadsdeel', "wijken[boven].lon: is '5.50'; expected a number from -180 to 180"),
    ("[[50.961, 5.501]]", "[[50.961, 185]]", "wijken[boven].points[1]: is 185; expected a number from -180 to 180"),
    ("[[50.961, 5.501]]", "[50.961, 5.501]", "wijken[boven].points[1]: is 50.961; expected two numbers: [latitude, longitude]"),
    ("[[50.961, 5.501]]", "[[5.501, 50.961]]", "wijken[boven]: [5.501, 50.961] lies far from the other wijken; expected latitude first, then longitude"),
    ('stadsdeel = "Oost"', 'stadsdeel = "West"', 'wijken[boven].stadsdeel: names "West", which is not a stadsdeel of this file; expected a stadsdeel that the file has'),
    ('stadsdeel = "Oost"\n', "", "wijken[boven].stadsdeel_confirmed: is true without a stadsdeel; expected false, or the stadsdeel"),
    ('neighbours = ["boven"]', 'neighbours = ["bovem", "boven"]', 'wijken[onder].neighbours: names "bovem", which is not a wijk of this file; expected a wijk that the file has (perhaps "boven")'),
    ('neighbours = ["boven"]', "neighbours = []", 'wijken[boven].neighbours: names "onder", which does not name it back; expected neighbours of each other'),
    ('neighbours = ["boven"]', 'neighbours = ["boven", "onder"]', "wijken[onder].neighbours: names the wijk itself; expected other wijken"),
    ("outside_metres = 800", "outside_metres = 5", "places.outside_metres: is 5; expected a whole number from 100 to 20000"),
    ('said_first = ["Het dorp"]', 'said_first = ["Dorp"]', 'places.said_first: names "Dorp", which is not an alias of this file; expected an alias that the file has'),
    ('"Het dorp" = ["boven", "onder"]', '"Het dorp" = ["boven", "midden"]', 'places.aliases.Het dorp: names "midden", which is not a wijk of this file; expected a wijk that the file has'),
    ('"Het dorp" = ["boven", "onder"]', '"Het dorp" = []', "places.aliases.Het dorp: is empty; expected at least one wijk"),
    ('"Het dorp" = ["boven", "onder"]', '"Het dorp" = ["boven", "onder"]\n"het Dorp" = ["boven"]', 'places.aliases: "het dorp" is given 2 times; expected every name once, capitals aside'),
    ('names = ["Kerkstraat", "Molenweg"]', 'names = "Kerkstraat"', "street_list.names: is 'Kerkstraat'; expected a list in [brackets]"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line"), MISTAKES, ids=[line for _, _, line in MISTAKES])
def test_a_mistake_is_named_with_its_file_its_key_and_what_is_expected(
    tmp_path: Path, right: str, wrong: str, line: str
) -> None:
    assert f"small.toml: {line}" in problems_of(tmp_path, (right, wrong))


def test_a_language_that_dutch_does_not_lead_is_refused(tmp_path: Path) -> None:
    lines = problems_of(tmp_path, ('nl = "Nederlands"\n', ""))
    assert (
        'small.toml: languages: has no "nl"; expected Dutch, the text that counts, beside the other languages'
        in lines
    )


def test_all_mistakes_come_at_once_and_each_only_once(tmp_path: Path) -> None:
    lines = problems_of(
        tmp_path,
        ('postcode = "1234"', 'postcode = "1"'),
        ("lat = 50.96\n", "lat = 99\n"),
        ("days = 14", "dags = 14"),
    )
    assert len(lines) == len(set(lines))
    for key in (
        "city.postcode",
        "wijken[boven].lat",
        "retention[set-aside].dags",
        "retention[set-aside].days",
    ):
        assert any(f" {key}: " in line for line in lines)


def test_a_list_where_tables_belong_is_refused(tmp_path: Path) -> None:
    first, last = SMALL.index("[[wijken]]"), SMALL.index("[places]\n")
    lines = problems_of(tmp_path, ("\n[city]", "wijken = [3]\n[city]"), (SMALL[first:last], ""))
    assert lines[0] == "small.toml: wijken[1]: is 3; expected a table"
    assert "small.toml: wijken: is empty; expected at least one" in lines


def test_a_file_that_is_not_toml_names_the_line(tmp_path: Path) -> None:
    (line,) = problems_of(tmp_path, ("[office]", "[office"))
    assert line.startswith("small.toml: is not TOML: ")
    assert "line" in line


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        CityFileWrong, match=r"none\.toml: cannot be read \(No such file or directory\); expected a city file"
    ):
        read_city(tmp_path / "none.toml")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes("name = 'Türkçe'".encode("latin-1"))
    with pytest.raises(CityFileWrong, match=r"latin\.toml: is not text in UTF-8"):
        read_city(path)


def test_the_exception_reads_as_its_lines(tmp_path: Path) -> None:
    with pytest.raises(CityFileWrong) as wrong:
        small_city(tmp_path, ("days = 14", "days = 0"))
    assert str(wrong.value).splitlines() == list(wrong.value.problems)
