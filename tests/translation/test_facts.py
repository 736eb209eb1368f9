"""Which facts of a text are the same in its translation."""

from __future__ import annotations

import pytest

from bot.translation.facts import differences
from bot.translation.translator import Doubt

SAME = [
    ("Op 12 mei om 14.00 uur", "12 Mayıs'ta saat 14:00'te"),
    ("12/05/2024", "2024-05-12"),
    ("12 mei 2024", "12.05.2024 г."),
    ("maandag 3 maart tot 09.30 uur", "понеделник, 3 март, до 9:30 ч."),
    ("op 1 AUGUSTUS", "1 AĞUSTOS'ta"),
    ("van 9.00 tot 12.00 uur", "saat 9'dan 12'ye kadar"),
    ("boete van 1.500 euro", "1500 euro ceza"),
    ("boete van 1.500 euro", "глоба от 1 500 евро".replace(" 500", "\u00a0500")),
    ("3,5 km", "3.5 км"),
    ("bel 089 65 36 00", "089/65.36.00'ı arayın"),
    ("zie www.genk.be/afval.", "bkz. www.genk.be/afval"),
    ("melding 48271", "№ 48271"),
    ("Bel 112", "112'yi arayın"),
    ("3 meisjes", "3 kız"),
    ("Geen cijfers", "Без числа"),
    ("We komen maandag en 's woensdags.", "Pazartesi ve çarşambaları geliyoruz."),
    ("zondagmiddag", "pazar günü öğleden sonra"),
    ("We komen op zondag.", "Pazar geliyoruz."),
    ("op de markt", "pazarda, pazara yakın"),
    ("wo 12/9", "12/9 Çarşamba"),
    ("vrijdag", "в петък"),
    ("vrijdagavond", "petak vecherta"),
    ("Op de salon, een schommel", "Salonda salıncak"),
    ("om half elf", "saat 10:30'da"),
    ("om half elf", "saat on buçukta"),
    ("om kwart voor half een", "в 12:15"),
    ("kwart voor tien", "9.45"),
    ("tien over vijf", "5:10"),
    ("om half 11", "в десет и половина"),
    ("half een jaar", "yarım yıl"),
    ("We komen zaterdag.", "Przyjdziemy w sobotę."),
    ("twee zakken, 3 dozen", "2 torba, üç kutu"),
    ("om acht uur", "saat 8'de"),
    ("twee keer per week", "два пъти седмично"),
    ("elf zakken en twaalf dozen", "on bir torba ve on iki kutu"),
    ("beide buren", "her iki komşu"),
]

DIFFERENT = [
    ("Op 12 mei", "13 Mayıs'ta", {Doubt.NUMBERS, Doubt.DATES}),
    ("5 juni", "6 май", {Doubt.DATES}),
    ("om 14 uur", "saat 4'te", {Doubt.NUMBERS}),
    ("bel 101", "112'yi arayın", {Doubt.NUMBERS}),
    ("melding 48271", "№ 48217", {Doubt.NUMBERS}),
    ("bel 089 65 36 00", "089 65 36 01'i arayın", {Doubt.PERSONAL}),
    ("zie www.genk.be/afval", "bkz. www.genk.be/cop", {Doubt.LINKS}),
    ("zie www.genk.be/afval", "bkz. site", {Doubt.LINKS}),
    ("mail genk@example.be", "mail", {Doubt.PERSONAL}),
    ("2 keer en 2 keer", "2 kez", {Doubt.NUMBERS}),
    ("twee zakken", "üç torba", {Doubt.NUMBERS}),
    ("over drie weken", "след две седмици", {Doubt.NUMBERS}),
    ("om acht uur", "saat 9'da", {Doubt.NUMBERS}),
    ("We komen maandag.", "Salı günü geliyoruz.", {Doubt.DATES}),
    ("We komen maandag bij u langs.", "Biz size yarın geliyoruz.", {Doubt.DATES}),
    ("dinsdag en donderdag", "вторник и петък", {Doubt.DATES}),
    ("om half elf", "saat 11:30'da", {Doubt.NUMBERS}),
    ("om half elf", "saat on bir buçukta", {Doubt.NUMBERS}),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_the_same_facts_written_otherwise_are_no_difference(left: str, right: str) -> None:
    assert differences(left, right) == ()


@pytest.mark.parametrize(("left", "right", "kinds"), DIFFERENT)
def test_another_fact_is_a_difference_from_either_side(left: str, right: str, kinds: set[Doubt]) -> None:
    assert {one.kind for one in differences(left, right)} == kinds
    assert {one.kind for one in differences(right, left)} == kinds


def test_a_difference_names_what_stands_on_each_side() -> None:
    (found,) = differences("3 straten, 5 huizen", "3 sokak, 7 ev")
    assert (found.left, found.right) == (("5",), ("7",))
