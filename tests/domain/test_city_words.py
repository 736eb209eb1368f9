"""The likely words of Genk's city file bring the right category to the first buttons."""

from pathlib import Path
from typing import Final

import pytest

from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.domain.likely import likely

CITIES: Final = Path(__file__).parents[2] / "cities"
OFFERED: Final = 3
MESSAGES: Final = [
    ("waste", "Er liggen weer vuilniszakken op de hoek"),
    ("waste", "Iemand heeft een matras gedumpt bij de glasbol"),
    ("waste", "Overal zwerfvuil en hondenpoep"),
    ("waste", "Sokağa çöp atıyorlar, eski kanepe var"),
    ("waste", "çöpler üç haftadır toplanmadı"),
    ("waste", "Пак изхвърлиха стар диван пред блока"),
    ("waste", "pak ima bokluk na ulicata"),
    ("noise", "Elke nacht luide muziek van boven"),
    ("noise", "Hond blaft de hele dag"),
    ("noise", "Gece yarısı çok gürültü yapıyorlar"),
    ("noise", "Üst kattan müzik sesi geliyor uyuyamıyorum"),
    ("noise", "Всяка нощ силна музика не мога да спя"),
    ("noise", "mnogo shum vseki den"),
    ("traffic", "Auto's rijden veel te snel in onze straat"),
    ("traffic", "Er staat altijd een auto op mijn oprit geparkeerd"),
    ("traffic", "Kapımın önüne araba park ediyorlar"),
    ("traffic", "Колите карат много бързо"),
    ("traffic", "kolite parkirat na trotoara"),
    ("housing", "Schimmel in de slaapkamer en de huisbaas doet niets"),
    ("housing", "De verwarming werkt niet"),
    ("housing", "Evimde küf var, ev sahibi ilgilenmiyor"),
    ("housing", "Kirayı artırdı ve bizi evden atmak istiyor"),
    ("housing", "Хазяинът иска да ни изгони"),
    ("housing", "v stayata ima muhul i vlaga"),
    ("building", "Leegstaand pand met kapotte ramen"),
    ("building", "Yan taraftaki boş bina yıkılacak"),
    ("building", "Изоставена сграда, пада мазилка"),
    ("neighbours", "Ruzie met de buren over de haag"),
    ("neighbours", "Komşum bana hakaret ediyor"),
    ("neighbours", "Комшията ме обижда"),
    ("groups", "Groep jongeren hangt rond op het plein en drinkt"),
    ("groups", "Gençler toplanıp içki içiyor"),
    ("groups", "Група младежи пият алкохол на площадката"),
    ("street", "De straatlamp is stuk"),
    ("street", "Put in het voetpad"),
    ("street", "Sokak lambası yanmıyor"),
    ("street", "Kaldırımda çukur var"),
    ("street", "Уличната лампа не свети"),
    ("street", "ima dupka na trotoara"),
    ("unsafe", "Ze verkopen drugs in het park, ik ben bang"),
    ("unsafe", "Ik word bedreigd"),
    ("unsafe", "Uyuşturucu satıyorlar, korkuyorum"),
    ("unsafe", "Продават наркотици, страх ме е"),
    ("work", "Mijn baas betaalt mij niet"),
    ("work", "Patron maaşımı ödemedi"),
    ("work", "Шефът не ми плаща заплатата"),
    ("work", "shefat ne plashta"),
]


@pytest.fixture(scope="module")
def genk() -> City:
    return read_city(CITIES / "genk.toml")


@pytest.mark.parametrize(("category", "message"), MESSAGES, ids=[message for _, message in MESSAGES])
def test_what_a_message_is_about_is_among_the_first(genk: City, category: str, message: str) -> None:
    assert category in likely(message, {one.id: one.words for one in genk.categories})[:OFFERED]


@pytest.mark.parametrize(
    "message",
    ["Hoe laat is het gemeentehuis open", "Dat klopt niet, ik ben geboren in Genk", "Merhaba", "Здравейте"],
)
def test_words_of_every_day_bring_nothing(genk: City, message: str) -> None:
    assert likely(message, {one.id: one.words for one in genk.categories}) == []
