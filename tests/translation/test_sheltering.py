"""Nothing gets bent: what the machine may not touch, and what is marked to be checked when it bent it all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.translation.careful import Careful
from bot.translation.doubting import Pair, doubts_of
from bot.translation.masking import mask_found
from bot.translation.personal import found_in
from bot.translation.sheltering import Shelter
from bot.translation.translator import Doubt, Standing, Translated

SHELTERED = [
    ("Zaterdag 12 september ruimen we de Stalenstraat op.", "tr", "Zaterdag | ruimen we de | op.", ["12 Eylül", "Stalenstraat"]),
    ("Op 3 maart 2026 om 14.30 uur.", "bg", "Op | om |.", ["3 март 2026", "14:30"]),
    ("12 Eylül'de saat 10:30'da", "nl", "|'de saat |'da", ["12 september", "10:30"]),
    ("На 12-ти септември", "nl", "На |", ["12 september"]),
    ("12 Eylülde", "nl", "12 Eylülde", []),
    ("9u00-12u30", "tr", "|-|", ["9:00", "12:30"]),
    ("10u30", "nl", "|", ["10u30"]),
    ("We komen om half elf.", "tr", "We komen om |.", ["10:30"]),
    ("Tussen half één en kwart voor twee uur", "bg", "Tussen | en |", ["12:30", "1:45"]),
    ("half elf", "nl", "|", ["half elf"]),
    ("Een half jaar, half een meter, vijf over", "tr", "Een half jaar, half een meter, vijf over", []),
    ("12/09/2026 en 2026-09-12", "tr", "| en |", ["12/09/2026", "2026-09-12"]),
    ("Boete van 1.500 euro of € 25,50.", "bg", "Boete van | of |.", ["1.500 евро", "€ 25,50"]),
    ("50 евро", "nl", "|", ["50 euro"]),
    ("Melding 48271 in de Molenstraat 5a bus 2", "bg", "Melding | in de |", ["48271", "Molenstraat 5a bus 2"]),
    ("Zie 482711 en 4827113.", "tr", "Zie | en |.", ["482711", "4827113"]),
    ("stalenstraat 12", "bg", "|", ["stalenstraat 12"]),
    ("Ik woon in het centrum, in Waterschei-Noord.", "tr", "Ik woon in het centrum, in |.", ["Waterschei-Noord"]),
    ("De wijkmanagers van het wijkbureau", "bg", "De | van het |", ["wijkmanagers", "wijkbureau"]),
    ("Een conformiteitsattest", "tr", "Een |", ["conformiteitsattest (konut uygunluk belgesi)"]),
    ("wijkmanager'e sordum", "nl", "|'e sordum", ["wijkmanager"]),
    ("Bel 089 65 36 00 of zie www.genk.be op 1/9", "tr", "Bel | of zie | op |", ["089 65 36 00", "www.genk.be", "1/9"]),
    ("3 zakken, 2,5 km, 14 dagen", "tr", "3 zakken, 2,5 km, 14 dagen", []),
    ("In mei komt de straat aan de beurt.", "tr", "In mei komt de straat aan de beurt.", []),
]  # fmt: skip

DOUBTFUL = [
    ("nl", "De wijkmanager komt morgen.", "bg", "Кварталният ще дойде утре.", Doubt.WORDS),
    ("nl", "Er ligt een sluikstort.", "tr", "Kaçak bir çöp var.", Doubt.WORDS),
    ("nl", "Bel het wijkbureau.", "tr", "Karakolu arayın.", Doubt.WORDS),
    ("nl", "Kom naar de Stalenstraat.", "tr", "Çelik sokağa gelin.", Doubt.NAMES),
    ("nl", "Kom naar de Stalenstraat.", "tr", "Stalenstraat'a, Stalenstraat'a gelin.", Doubt.NAMES),
    ("nl", "Het afval is niet opgehaald.", "bg", "Боклукът е събран.", Doubt.NEGATION),
    ("nl", "We komen morgen bij u langs om te kijken.", "bg", "Yarın size bakmaya geleceğiz ve yardım edeceğiz.", Doubt.LANGUAGE),
    ("nl", "We komen morgen bij u langs om te kijken.", "bg", "Shte doidem utre da vidim kakvo ima.", Doubt.LANGUAGE),
    ("bg", "Пред блока има стари мебели и боклук.", "nl", "Eski mobilyalar ve çöp binanın önünde duruyor.", Doubt.LANGUAGE),
    ("nl", "Kom op 12 mei om 14 uur.", "tr", "12 Mayıs'ta saat 4'te gelin.", Doubt.NUMBERS),
    ("nl", "Betaal 25 euro.", "bg", "Платете 35 евро.", Doubt.NUMBERS),
    ("nl", "We hebben uw bericht goed gelezen en komen snel.", "tr", "Mesajınızı okuduk. " * 8, Doubt.LENGTH),
]  # fmt: skip

FINE = [
    ("nl", "De wijkmanager komt in de wijk kijken.", "bg", "Wijkmanager ще дойде в квартала да види."),
    ("nl", "Kom naar de Stalenstraat in Waterschei-Noord.", "tr", "Waterschei-Noord'daki Stalenstraat'a gelin."),
    ("tr", "Kaçak elektrik var.", "nl", "Er wordt illegaal stroom afgetapt."),
    ("nl", "Ok", "tr", "Tamam, anlaşıldı, teşekkür ederiz."),
    ("nl", "Waterschei-Noord en Waterschei-Zuid", "bg", "Waterschei-Noord и Waterschei-Zuid"),
]  # fmt: skip


@pytest.fixture(scope="module")
def genk() -> City:
    return read_city(Path("cities/genk.toml"))


@pytest.fixture(scope="module")
def shelter(genk: City) -> Shelter:
    return Shelter(genk.glossary)


@pytest.mark.parametrize(("text", "target", "left", "values"), SHELTERED)
def test_what_the_machine_may_not_touch_is_taken_out_and_put_back_as_it_reads_there(
    shelter: Shelter, text: str, target: str, left: str, values: list[str]
) -> None:
    personal = found_in(text)
    masked = mask_found(text, [*personal, *shelter.found_in(text, target, personal)])
    assert "".join("|" if not number % 2 else piece for number, piece in _pieces(masked.text)) == left
    assert [one.value for one in masked.found] == values


def _pieces(masked: str) -> list[tuple[int, str]]:
    """Text and placeholders in turn; what stands for something is even."""
    return list(enumerate(masked.replace("XK", "\0").replace("X", "\0").split("\0"), start=1))


@pytest.mark.parametrize(("source", "text", "target", "translation", "doubt"), DOUBTFUL)
def test_what_was_bent_is_noticed(
    shelter: Shelter, source: str, text: str, target: str, translation: str, doubt: Doubt
) -> None:
    assert doubt in doubts_of(Pair(text, translation, source, target), shelter)


@pytest.mark.parametrize(("source", "text", "target", "translation"), FINE)
def test_what_is_right_is_not_doubted(
    shelter: Shelter, source: str, text: str, target: str, translation: str
) -> None:
    assert not doubts_of(Pair(text, translation, source, target), shelter)


class Forgetful:
    """A machine that gives each answer in turn, and keeps what it was asked."""

    name = engine = "forgetful"

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def start(self) -> None: ...

    def available(self, source: str, target: str) -> bool:
        return bool(source and target)

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        self.asked.append(text)
        return Translated(self.answers.pop(0), source, target, self.engine)

    async def standing(self, languages: object) -> Standing:
        return Standing(fine=True, line=f"forgetful: {languages}")

    async def close(self) -> None: ...


async def test_a_machine_that_loses_a_name_is_asked_once_more_with_the_name_in_its_place(
    shelter: Shelter,
) -> None:
    machine = Forgetful("Perşembe gelin.", "Stalenstraat'a 089 65 36 00 ile gelin: XK1X")
    text = "Kom naar de Stalenstraat, bel 089 65 36 00."
    answer = await Careful(machine, shelter=shelter).translate(text, source="nl", target="tr")
    assert machine.asked == ["Kom naar de XK1X, bel XK2X.", "Kom naar de Stalenstraat, bel XK1X."]
    assert Doubt.PERSONAL in answer.doubts


async def test_what_is_nothing_but_names_and_dates_is_no_work_for_a_machine(shelter: Shelter) -> None:
    machine = Forgetful()
    answer = await Careful(machine, shelter=shelter).translate(
        "Stalenstraat 12, 3 maart", source="nl", target="bg"
    )
    assert (answer.text, answer.doubtful, machine.asked) == ("Stalenstraat 12, 3 март", False, [])


def test_every_word_of_the_city_has_what_to_say_or_never_in_each_language(genk: City) -> None:
    for term in genk.terms:
        others = {one.code for one in genk.languages} - {"nl"} if term.language == "nl" else {"nl"}
        assert others <= set(term.say) | set(term.never), term.word
    assert not any(
        genk.glossary.wrong(one.language, into, one.word, say)
        for one in genk.terms
        for into, say in one.say.items()
    )
