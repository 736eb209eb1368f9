"""Names of people in a story: found where they are likely, and not where a sentence, a place or a service only looks so."""

import pytest

from bot.domain.names import names_in, surely_named

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


SAID = (
    ("Mijn naam is jan peeters en ik woon hier.", "jan peeters"),
    ("mijn naam is Jan Van den Broeck. Er ligt afval", "Jan Van den Broeck"),
    ("ik heet fatma", "fatma"),
    ("Ik ben Jan Peeters, en er ligt afval", "Jan Peeters"),
    ("adım mehmet yılmaz, burada çöp var", "mehmet yılmaz"),
    ("Adım Mehmet Ve Burada Çöp Var", "Mehmet"),
    ("ADIM MEHMET YILMAZ VE BURADA ÇÖP VAR", "MEHMET YILMAZ"),
    ("benim adim ayse. çöp var", "ayse"),
    ("Komşum Ahmet'in köpeği havlıyor", "Ahmet"),
    ("kocam Hasan'ı dövüyor", "Hasan"),
    ("Ayşe Hanım'a sordum", "Ayşe"),
    ("казвам се иван", "иван"),
    ("Казвам се Иван Петров и живея тук", "Иван Петров"),
    ("аз съм Елена", "Елена"),
    ("kazvam se ivan petrov", "ivan petrov"),
    ("Dag Ayşe, we komen morgen.", "Ayşe"),
    ("Beste mevrouw Yılmaz, we komen morgen.", "Yılmaz"),
    ("Geachte heer Peeters, we komen morgen.", "Peeters"),
    ("Er ligt afval.\nMet vriendelijke groeten, Fatma", "Fatma"),
    ("mvg\nJan Peeters", "Jan Peeters"),
    ("Има боклук. С уважение, Иван Петров", "Иван Петров"),
    ("dhr. D'Hondt van nummer 5", "D'Hondt"),
    ("naam: peeters", "peeters"),
    ("Ev sahibim Mustafa Demir gelmiyor", "Mustafa Demir"),
    ("dokter Willems kwam", "Willems"),
)
NOT_SAID = (
    "Ik ben bang. Ik ben Turk. Ik ben Zwanger.",
    "Ben Türküm. Ben çok kızgınım.",
    "Аз съм българка.",
    "Bir adım attım. İlk adım olarak çöpü topladık.",
    "Beste Bewoner, we komen. Hallo Wijkmanager, Merhaba Belediye.",
    "Dank u. De kast is weg. Bedankt! Er ligt nog afval.",
    "Благодаря. Има още боклук. Teşekkürler. Çöp alındı.",
    "Mijn man slaat mij. Hier is het altijd vuil.",
)


@pytest.mark.parametrize(("text", "name"), SAID)
def test_a_name_is_known_by_the_words_that_say_so_whatever_its_capitals(text: str, name: str) -> None:
    (found,) = surely_named(text)
    assert (found.name, text[found.start : found.end]) == (name, name)


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_only_follows_such_words_is_no_name(text: str) -> None:
    assert surely_named(text) == []
