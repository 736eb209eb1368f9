"""A no that a translation drops or adds is noticed; one that is said otherwise is none."""

from __future__ import annotations

import pytest

from bot.translation.negation import differs

SAME = [
    ("nl", "Het afval is niet opgehaald.", "tr", "Çöp toplanmadı."),
    ("nl", "Het afval is nog steeds niet opgehaald.", "tr", "Çöp hâlâ toplanmamış."),
    ("nl", "Er is geen stroom.", "tr", "Elektrik yok."),
    ("nl", "Er is geen water.", "bg", "Няма вода."),
    ("nl", "Niemand komt.", "bg", "Никой не идва."),
    ("nl", "Kom niet naar buiten.", "tr", "Dışarı çıkmayın."),
    ("nl", "Wij kunnen dit niet oplossen.", "bg", "Не можем да решим това."),
    ("nl", "We komen morgen kijken.", "tr", "Yarın bakmaya geleceğiz."),
    ("nl", "We komen morgen kijken.", "bg", "Ще дойдем да видим утре."),
    ("nl", "Dank je voor je melding aan de belediye.", "tr", "Belediyeye bildirdiğiniz için teşekkürler."),
    ("tr", "Işık çalışmıyor.", "nl", "De lamp is kapot."),
    ("tr", "Isik calismiyor.", "nl", "De lamp werkt niet."),
    ("tr", "Çok pis, değil mi?", "nl", "Heel vuil, hè?"),
    ("tr", "Kimse gelmeyecek mi?", "nl", "Komt er niemand?"),
    ("tr", "Susuz kaldık.", "nl", "We zitten zonder water."),
    ("tr", "Sinemada toplama var, tamam.", "nl", "Er is een inzameling in de bioscoop, goed."),
    ("tr", "Ramazan ayında hamamın önünde temizlik.", "nl", "Schoonmaak voor het badhuis in de ramadan."),
    ("bg", "Лампата не свети.", "nl", "De lamp brandt niet."),
    ("bg", "Nqma voda ot vchera.", "nl", "Er is geen water sinds gisteren."),
    ("bg", "Пред блока има боклук.", "nl", "Er ligt afval voor het blok."),
    ("nl", "We komen niet vandaag. We komen morgen.", "tr", "Bugün değil. Yarın geliyoruz."),
    ("nl", "Het is niet veilig. Wacht buiten.", "tr", "Dışarıda bekleyin, güvenli değil."),
    ("auto", "Het is niet waar.", "tr", "Doğru."),
    ("fr", "Ce n'est pas vrai.", "nl", "Het is waar."),
]
OTHER = [
    ("nl", "We komen niet. Bel niet.", "tr", "Gelmiyoruz. Arayın."),
    ("nl", "Kom niet binnen!\nDe deur is niet open.", "bg", "Не влизайте! Вратата е отворена."),
    ("nl", "Het afval is niet opgehaald.", "tr", "Çöp toplandı."),
    ("nl", "Het afval is niet opgehaald.", "bg", "Боклукът е събран."),
    ("nl", "Kom niet naar buiten.", "tr", "Dışarı çıkın."),
    ("nl", "We komen morgen kijken.", "bg", "Утре няма да дойдем да видим."),
    ("nl", "We komen morgen.", "tr", "Yarın gelmeyeceğiz."),
    ("tr", "Elektrik yok.", "nl", "Er is stroom."),
    ("tr", "Kapı kapanmıyor.", "nl", "De deur gaat dicht."),
    ("tr", "Kimseye söylemeyin.", "nl", "Zeg het tegen iedereen."),
    ("bg", "Не е мое.", "nl", "Het is van mij."),
    ("bg", "Ne e moeto.", "nl", "Het is van mij."),
    ("bg", "Има вода.", "nl", "Er is geen water."),
]


@pytest.mark.parametrize(("source", "text", "target", "translation"), SAME)
def test_the_same_no_said_otherwise_is_no_difference(
    source: str, text: str, target: str, translation: str
) -> None:
    assert not differs(text, source, translation, target)


@pytest.mark.parametrize(("source", "text", "target", "translation"), OTHER)
def test_a_no_that_was_dropped_or_added_is_a_difference(
    source: str, text: str, target: str, translation: str
) -> None:
    assert differs(text, source, translation, target)
