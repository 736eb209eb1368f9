"""Common questions are recognised by words in three languages and two scripts; reports are left alone."""

from pathlib import Path
from typing import Final

import pytest

from bot.domain.asked import LONGEST, Asked
from bot.domain.city import City
from bot.domain.city_file import read_city

CITIES: Final = Path(__file__).parents[2] / "cities"
ASKS: Final = {
    "waste-bags": (
        "Welke vuilniszakken moet ik gebruiken?",
        "Waar kan ik vuilniszakken kopen",
        "Hangi çöp torbasını kullanmalıyım",
        "Cop torbalari nereden alınır",
        "Какви торби да купя за боклука",
        "kakvi torbi trqbva",
    ),
    "identity-card": (
        "Ik heb een nieuwe identiteitskaart nodig",
        "Hoe krijg ik een eID?",
        "Kimlik kartımı nasıl yenilerim",
        "Kimlik karti almak istiyorum",
        "Как да си извадя лична карта",
        "lichna karta kade",
    ),
    "register": (
        "Hoe kan ik me inschrijven in de stad?",
        "Ik ben verhuisd, adres veranderen",
        "Belediyeye nasıl kayıt olurum",
        "Adres değişikliği yapmak istiyorum",
        "Как да се регистрирам в общината",
        "adresna registraciq",
    ),
    "dutch-lessons": (
        "Ik wil Nederlands leren",
        "Waar is de taalcursus?",
        "inburgering",
        "Hollandaca kursu var mı",
        "Hollandaca ogrenmek istiyorum",
        "Искам да уча нидерландски",
        "iskam da ucha niderlandski",
    ),
    "wijkbureau": ("Waar is het wijkbureau?", "Mahalle ofisi nerede", "Къде е офисът на квартала"),
    "recycling-park": (
        "Wanneer is het recyclagepark open",
        "containerpark",
        "Geri dönüşüm parkı nerede",
        "Къде мога да изхвърля стар диван",
    ),
    "neighbours": (
        "Burenruzie, wie kan bemiddelen",
        "Komşumla kavga ettim kim yardım eder",
        "Карам се със съседа кой помага",
    ),
    "doctor": (
        "Welke dokter is er in het weekend?",
        "Nöbetçi doktor kim",
        "Gece doktor lazım",
        "Кой лекар работи през нощта",
    ),
    "homework": (
        "Wie kan helpen met huiswerk",
        "Çocuğumun ödevine kim yardım eder",
        "Кой помага с домашните",
    ),
    "whom-to-call": ("Wie moet ik bellen?", "Kimi aramalıyım", "На кого да се обадя"),
    "street-lamp": (
        "De straatlamp is kapot",
        "In onze straat brandt de lamp niet",
        "Sokak lambası yanmıyor",
        "Уличната лампа не свети",
        "ulichnata lampa ne sveti",
    ),
    "road-damage": (
        "Er is een grote put in de straat",
        "Yolda çukur var",
        "Има дупка на пътя",
        "dupka na pytq",
    ),
    "house-waste": (
        "Mijn vuilnis is niet opgehaald",
        "Wanneer komt de vuilniswagen",
        "Çöpüm toplanmadı",
        "çöp kamyonu gelmedi",
        "Не взеха боклука",
    ),
}
TELLS: Final = (
    "Er liggen weer vuilniszakken op de hoek",
    "Iemand heeft een matras gedumpt bij de glasbol",
    "De buren maken de hele nacht lawaai",
    "Mijn baas heeft mijn paspoort",
    "Auto's rijden veel te snel in onze straat",
    "De verwarming werkt niet",
    "Stalestraat 12",
    "Sokağa çöp atıyorlar, eski kanepe var",
    "Patron kimliğimi aldı vermiyor",
    "Kapımın önüne araba park ediyorlar",
    "Evimde küf var, ev sahibi ilgilenmiyor",
    "Komşum bana hakaret ediyor",
    "Пак изхвърлиха стар диван пред блока",
    "pak ima bokluk na ulicata",
    "Домашно насилие над дете",
    "Шефът ми взе личните документи",
    "Съседите хвърлят боклук, където играят децата",
    "Колите карат много бързо",
)

TAKEN: Final = (
    "Mijn baas heeft mijn identiteitskaart afgepakt",
    "Huisbaas houdt mijn identiteitskaart",
    "Mijn baas geeft mijn eID niet terug",
    "Hij heeft mijn identiteitskaart afgenomen",
    "Patronum kimlik kartımı aldı",
    "Kimlik kartimi aldi, geri vermiyor",
    "Ev sahibi kimlik kartımı aldı",
    "Шефът ми взе личната карта",
    "shefat mi vze lichnata karta",
    "Хазяинът ми взе личната карта",
    "Прибраха ми личната карта",
)


@pytest.fixture(scope="module")
def genk() -> City:
    return read_city(CITIES / "genk.toml")


@pytest.mark.parametrize(("question", "texts"), ASKS.items(), ids=list(ASKS))
def test_a_question_is_recognised(genk: City, question: str, texts: tuple[str, ...]) -> None:
    assert {text: genk.asked.likely(text) for text in texts} == dict.fromkeys(texts, question)


def test_every_question_of_a_shipped_city_is_recognised_in_its_own_words(genk: City) -> None:
    for city in (genk, read_city(CITIES / "izegem.toml")):
        for question in city.common_questions:
            assert set(question.asked) == {"nl", "tr", "bg"}
            assert question.id in ASKS


def test_reports_are_left_alone(genk: City) -> None:
    assert {text: genk.asked.likely(text) for text in TELLS if genk.asked.likely(text)} == {}


def test_what_speaks_of_work_or_housing_as_well_is_a_report(genk: City) -> None:
    assert {text: genk.question_in(text) for text in TAKEN} == dict.fromkeys(TAKEN)
    asked = {text: genk.question_in(text) for texts in ASKS.values() for text in texts}
    assert [text for text, question in asked.items() if question is None] == []


def test_a_story_is_a_report(genk: City) -> None:
    story = "De straatlamp is kapot. " + "Het is heel donker in de straat. " * 8
    assert len(story) > LONGEST
    assert genk.asked.likely(story) is None
    assert genk.asked.likely("") is None


def test_all_of_a_phrase_must_be_there_and_the_longest_wins() -> None:
    asked = Asked({"bags": {"nl": ["zak kopen"]}, "shop": {"nl": ["kopen"]}})
    assert asked.likely("waar zakken") is None
    assert asked.likely("waar kopen") == "shop"
    assert asked.likely("waar zakken kopen") == "bags"
