"""Names of people in a story: found where they are likely, and not where a sentence, a place or a service only looks so."""

import pytest

from bot.domain.names import names_in

PLACES = frozenset({"waterschei", "noord", "genk", "stalenstraat", "limburg", "dienst"})

FOUND = (
    ("Mevrouw Yıldız zegt dat het stinkt.", "Yıldız"),
    ("De huisbaas heet Peeters.", "Peeters"),
    ("Het is van meneer Van den Broeck.", "Broeck"),
    ("Mijn buurman Ahmed maakt lawaai.", "Ahmed"),
    ("Gisteren kwam Fatma Demir langs.", "Fatma Demir"),
    ("Haar naam is Elena.", "Elena"),
    ("Vraag naar de familie Georgiev.", "Georgiev"),
    ("Ayşe Hanım çok yaşlı.", "Ayşe"),
    ("Adım Mehmet.", "Mehmet"),
    ("Komşu Hasan gürültü yapıyor.", "Hasan"),
    ("Казва се Мария.", "Мария"),
    ("Съседът Иван вика.", "Иван"),
    ("Тук живее Петър Иванов.", "Петър Иванов"),
    ("dhr. Janssens belt elke dag", "Janssens"),
)
NOT_FOUND = (
    "Er ligt afval voor de deur. De kelder staat vol.",
    "In Waterschei Noord ligt glas.",
    "Op de Stalenstraat in Genk.",
    "Limburg Net komt niet.",
    "Çöp var. Koku var.",
    "Пред вратата има боклук. Мирише.",
    "Het huis is rood. Het Stinkt.",
    "Mijn huisbaas doet niets.",
    "",
)


@pytest.mark.parametrize(("text", "name"), FOUND)
def test_a_likely_name_is_pointed_at(text: str, name: str) -> None:
    assert any(name in found for found in names_in(text, PLACES)), names_in(text, PLACES)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_sentence_a_place_or_a_service_is_no_name(text: str) -> None:
    assert names_in(text, PLACES) == []
