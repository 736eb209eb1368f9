"""Bulgarian as people type it with Latin letters, set into its own."""

import re

import pytest

from benchmarks.detection import BY_BOOK, IN_MESSAGES, PHONETIC, labelled, latin
from bot.domain.cyrillic import in_cyrillic


@pytest.mark.parametrize(
    ("typed", "own"),
    [
        ("zdr ima bokluk pred bloka veche sedmica", "здр има боклук пред блока вече седмица"),
        ("lampata ne raboti na ulicata tymno e", "лампата не работи на улицата тъмно е"),
        ("kolko vreme trqbva da chakame", "колко време трябва да чакаме"),
        ("pak sa hvyrlili star divan na ygyla", "пак са хвърлили стар диван на ъгъла"),
        ("6te doide li nqkoi dnes", "ще дойде ли някой днес"),
        ("Iskam da govorq s chovek na bulgarski", "Искам да говоря с човек на български"),
        ("4ujdi koli, v 14:30 na Stalenstraat 12", "чужди коли, в 14:30 на Stalenstraat 12"),
        ("POMOSHT", "ПОМОЩ"),
        ("", ""),
    ],
)
def test_what_is_typed_so_is_spelt_as_it_is_written(typed: str, own: str) -> None:
    assert in_cyrillic(typed) == own


@pytest.mark.parametrize("letters", [BY_BOOK, IN_MESSAGES, PHONETIC])
def test_nineteen_of_twenty_words_come_out_as_they_were(letters: dict[str, str]) -> None:
    words = [
        word for one in labelled() if one.kind == "bg" for word in re.findall(r"[а-я]{2,}", one.text.lower())
    ]
    right = sum(in_cyrillic(latin(word, letters)) == word for word in words)
    assert right >= 0.95 * len(words)
