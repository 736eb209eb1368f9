"""What is taken out of a text before it leaves, what stays, and how it comes back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translation.masking import PlaceholderLost, mask
from bot.translation.personal import Kind

PERSONAL = [
    # Belgium
    (Kind.PHONE, "0478 12 34 56"),
    (Kind.PHONE, "0478/12.34.56"),
    (Kind.PHONE, "0478-12-34-56"),
    (Kind.PHONE, "0478 123 456"),
    (Kind.PHONE, "0478123456"),
    (Kind.PHONE, "0478 / 12 34 56"),
    (Kind.PHONE, "0478 12.10.56"),
    (Kind.PHONE, "0 4 7 8 1 2 3 4 56"),
    (Kind.PHONE, "478 12 34 56"),
    (Kind.PHONE, "+32 478 12 34 56"),
    (Kind.PHONE, "+32478123456"),
    (Kind.PHONE, "+32 (0)478 12 34 56"),
    (Kind.PHONE, "(+32) 478 12 34 56"),
    (Kind.PHONE, "0032 478 12 34 56"),
    (Kind.PHONE, "0032478123456"),
    (Kind.PHONE, "089 65 36 00"),
    (Kind.PHONE, "089/65.36.00"),
    (Kind.PHONE, "089-653600"),
    (Kind.PHONE, "(089) 65 36 00"),
    (Kind.PHONE, "02 123 45 67"),
    (Kind.PHONE, "09.22 33 44 55"),
    (Kind.PHONE, "02.12.34.56.78"),
    (Kind.PHONE, "0800 12 345"),
    (Kind.PHONE, "089\u00a065\u00a036\u00a000"),
    (Kind.PHONE, "0478\u201312\u201334\u201356"),
    # however it is written
    (Kind.PHONE, "0478\n12 34 56"),
    (Kind.PHONE, "0478\n12.10.56"),
    (Kind.PHONE, "0478\t12\t34\t56"),
    (Kind.PHONE, "0478:12:34:56"),
    (Kind.PHONE, "02:12:34:56:78"),
    (Kind.PHONE, "0478_12_34_56"),
    (Kind.PHONE, "0478·12·34·56"),
    (Kind.PHONE, "0478•12•34•56"),
    (Kind.PHONE, "0478,12,34,56"),
    (Kind.PHONE, "0478, 12, 34, 56"),
    (Kind.PHONE, "0478;12;34;56"),
    (Kind.PHONE, "0478*123456"),
    (Kind.PHONE, "0478 | 12 34 56"),
    (Kind.PHONE, "0478...12 34 56"),
    (Kind.PHONE, "0478  -  12 34 56"),
    (Kind.PHONE, "0478   12   34   56"),
    (Kind.PHONE, "+32_478_12_34_56"),
    (Kind.PHONE, "0478\u200b12\u200b34\u200b56"),
    (Kind.PHONE, "04\u00ad78 12\u00ad34 56"),
    (Kind.PHONE, "4 7 8 1 2 3 4 5 6"),
    (Kind.PHONE, "0 4 7 8 1 2 3 4 5 6"),
    (Kind.PHONE, "4-7-8-1-2-3-4-5-6"),
    # Turkey
    (Kind.PHONE, "0532 123 45 67"),
    (Kind.PHONE, "05321234567"),
    (Kind.PHONE, "532 123 45 67"),
    (Kind.PHONE, "(0212) 123 45 67"),
    (Kind.PHONE, "+90 532 123 45 67"),
    (Kind.PHONE, "+90 (532) 123 45 67"),
    (Kind.PHONE, "0090 532 123 45 67"),
    # Bulgaria
    (Kind.PHONE, "0888 123 456"),
    (Kind.PHONE, "088 812 3456"),
    (Kind.PHONE, "0888123456"),
    (Kind.PHONE, "888 123 456"),
    (Kind.PHONE, "+359 88 812 3456"),
    (Kind.PHONE, "+359888123456"),
    (Kind.PHONE, "00359 888 123 456"),
    (Kind.PHONE, "02 981 12 34"),
    # elsewhere
    (Kind.PHONE, "+31 6 12345678"),
    (Kind.PHONE, "+49 1512 3456789"),
    (Kind.PHONE, "+40 721 234 567"),
    (Kind.PHONE, "+1 (212) 555-0123"),
    # addresses
    (Kind.EMAIL, "ayse.yilmaz@example.org"),
    (Kind.EMAIL, "иван@example.org"),
    (Kind.EMAIL, "j.de-smet+genk@mail.example.be"),
    (Kind.EMAIL, "ivan@gmail . com"),
    (Kind.EMAIL, "ivan@mail. example .be"),
    (Kind.EMAIL, "ivan @ gmail.com"),
    (Kind.EMAIL, "ivan@gma\u200bil.com"),
    (Kind.USERNAME, "@ivan_petrov"),
    (Kind.LINK, "https://www.genk.be/afval?x=1&y=2"),
    (Kind.LINK, "t.me/ivan_petrov"),
    (Kind.LINK, "www.genk.be"),
    (Kind.LINK, "limburg.net/kalender"),
    # Belgian national register numbers, born before 2000, from 2000, in the second register
    (Kind.REGISTER_NUMBER, "85.07.30-033.28"),
    (Kind.REGISTER_NUMBER, "85073003328"),
    (Kind.REGISTER_NUMBER, "850730-033-28"),
    (Kind.REGISTER_NUMBER, "85 07 30 033 28"),
    (Kind.REGISTER_NUMBER, "85_07_30_033_28"),
    (Kind.REGISTER_NUMBER, "05.03.12-045.41"),
    (Kind.REGISTER_NUMBER, "05 03 12 045 41"),
    (Kind.REGISTER_NUMBER, "12.41.05-001.97"),
    # accounts and cards
    (Kind.ACCOUNT, "BE68 5390 0754 7034"),
    (Kind.ACCOUNT, "BE68539007547034"),
    (Kind.ACCOUNT, "be68 5390 0754 7034"),
    (Kind.ACCOUNT, "BE68_5390_0754_7034"),
    (Kind.ACCOUNT, "BE68\n5390 / 0754 / 7034"),
    (Kind.ACCOUNT, "TR33 0006 1005 1978 6457 8413 26"),
    (Kind.ACCOUNT, "BG80 BNBG 9661 1020 3456 78"),
    (Kind.ACCOUNT, "NL91 ABNA 0417 1643 00"),
    (Kind.ACCOUNT, "539-0075470-34"),
    (Kind.CARD, "4532 0151 1283 0366"),
    (Kind.CARD, "5555-5555-5555-4444"),
    (Kind.CARD, "5555_5555_5555_4444"),
    (Kind.CARD, "3782 822463 10005"),
    (Kind.CARD, "6703 0000 0000 0000 3"),
    # number plates: Belgium now and before, Turkey, Bulgaria in both scripts
    (Kind.PLATE, "1-ABC-123"),
    (Kind.PLATE, "1ABC123"),
    (Kind.PLATE, "1-abc-123"),
    (Kind.PLATE, "1abc123"),
    (Kind.PLATE, "2 XYZ 789"),
    (Kind.PLATE, "T-XAA-123"),
    (Kind.PLATE, "ABC-123"),
    (Kind.PLATE, "ABC123"),
    (Kind.PLATE, "123-ABC"),
    (Kind.PLATE, "34 ABC 123"),
    (Kind.PLATE, "34 AB 1234"),
    (Kind.PLATE, "06 A 12345"),
    (Kind.PLATE, "34abc123"),
    (Kind.PLATE, "CB 1234 AB"),
    (Kind.PLATE, "СВ1234АВ"),
    (Kind.PLATE, "св1234ав"),
    # other long numbers: a Turkish and a Bulgarian identity number, a payment reference
    (Kind.LONG_NUMBER, "12345678901"),
    (Kind.LONG_NUMBER, "8507301234"),
    (Kind.LONG_NUMBER, "+++090/9337/55493+++"),
    (Kind.LONG_NUMBER, "123456789012345"),
]

ORDINARY = [
    "12-05-2024",
    "12.05.2024",
    "12/05/2024",
    "2024-05-12",
    "12.05.24",
    "1.2.2024",
    "01.02.2024 10:00",
    "01.02.2024 10.00",
    "01.02.2024 - 03.02.2024",
    "01 - 02 - 2024",
    "02.03.24 05.03.24",
    "02.03.24, 05.03.24 08.03.24",
    "01.02.24 - 03.02.24",
    "op 3 12-10-2024",
    "14:30",
    "14.30 uur",
    "14u30",
    "23h15",
    "08:00 - 16:30",
    "09.00-12.00",
    "08.00-12.00 13.00-16.30",
    "08.00 12.00 16.00 20.00",
    "van 0900 tot 1200",
    "0900 - 1200",
    "08:00:00 - 12:00:00",
    "08:00 | 12:00 | 16:00",
    "08.00 - 12.00\n13.00 - 16.30",
    "02.03.24\n05.03.24\n08.03.24",
    "Stalenstraat 144\n3600 Genk\n14:30",
    "12, 14, 16, 18 en 20",
    "1:2, 3:0",
    "2 tot 4 uur",
    "13 ile 15 arası",
    "от 9 до 12 часа",
    "€ 1.250,00",
    "1.250.000 euro",
    "12 500 лв",
    "750 euro per maand",
    "850,50 TL",
    "20 EUR 50",
    "Stalenstraat 144",
    "Stalenstraat 144 bus 12",
    "Stalenstraat 34 B 3600 Genk",
    "André Dumontlaan 12-14",
    "3600 Genk",
    "3600, 3500, 3530",
    "Bel 112",
    "Bel 101 of 112",
    "101, 112, 1712, 1722, 1733",
    "112'yi arayın",
    "melding 48271",
    "Mesaj no: 48271",
    "№ 48271",
    "dossiers 48271 en 90312",
    "in 1998-2003",
    "2019 - 2024",
    "2021 2022 2023",
    "sinds 2019",
    "lijn 31 en 45",
    "bus 123",
    "BUS 123",
    "10 MEI 24",
    "12 UUR 30",
    "OM 10 TOT 12 UUR",
    "appartement 3B",
    "verdieping 2, deur 14",
    "B 3600 GENK",
    "1 man 200 meter verder",
    "3 kinderen, 2 volwassenen",
    "100 % zeker",
    "3,5 km",
    "60x120 cm",
    "E313",
    "N75 en N76",
    "COVID-19",
    "A4-blad",
    "4e verdieping",
    "3 keer per week, 2 uur",
    "graden: 21,5",
    "1e, 2e en 3e straat",
    "50.9589, 5.42829",
    "6 от 10 човека",
    "ОТ 2020 НА 2024",
    "saat 22.00'den 06.00'ya kadar",
    "mail mij @ home",
]

SENTENCES = [
    "{}",
    "Bel {} voor mij.",
    "({})",
    "tel:{}, aub",
    "Ahmet {} dedi",
    "Номерът е {}; моля",
    "zie {}\n2 keer",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("kind", "value"), PERSONAL, ids=[value for _, value in PERSONAL])
def test_what_points_at_a_person_is_taken_out(kind: Kind, value: str, sentence: str) -> None:
    masked = mask(sentence.format(value))
    assert [one.kind for one in masked.found] == [kind]
    assert masked.text == sentence.format("XK1X")


@pytest.mark.parametrize("ordinary", ORDINARY)
def test_what_only_looks_like_it_stays(ordinary: str) -> None:
    assert mask(ordinary).text == ordinary
    assert mask(f"Ja, {ordinary}.").found == ()


@pytest.mark.parametrize("word", ["nummerplaat", "De plaat is", "plaka", "номер"])
@pytest.mark.parametrize("plate", ["abc 123", "1 abc 123", "34 b 3600", "св 1234 ав"])
def test_a_carelessly_typed_plate_is_known_by_the_word_before_it(word: str, plate: str) -> None:
    assert mask(f"{word} {plate}").text == f"{word} XK1X"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("089 65 36 00 of 0478 12 34 56", "XK1X of XK2X"),
        ("089 65 36 00 0478 12 34 56", "XK1X XK2X"),
        ("0478 12 34 56 om 14.30 uur", "XK1X om 14.30 uur"),
        ("0478 12 34 56 2 keer", "XK1X 2 keer"),
        ("089 65 36 00 5 stuks", "XK1X 5 stuks"),
        ("12.05.2024 0478 12 34 56", "12.05.2024 XK1X"),
        ("BE68 5390 0754 7034 is mijn rekening", "XK1X is mijn rekening"),
        ("0478123456 0478123456", "XK1X XK2X"),
        ("0478 12 34 56, 089 65 36 00", "XK1X, XK2X"),
        ("0478 12 34 56\n0499 12 34 56", "XK1X\nXK2X"),
        ("+32 478 12 34 56, 0499 12 34 56", "XK1X, XK2X"),
        ("+32 478 12 34 56; 02 123 45 67", "XK1X; XK2X"),
        ("tel 4 7 8 1 2 3 4 5 6", "tel XK1X"),
        ("Ali, 0532 123 45 67, 34 ABC 123, ali@example.org", "Ali, XK1X, XK2X, XK3X"),
    ],
)
def test_neighbours_are_told_apart(text: str, left: str) -> None:
    assert mask(text).text == left


@pytest.mark.parametrize(
    "text", ["BE68 5390 0754 7035", "4532 0151 1283 0367", "85 07 30 033 29", "XX12 3456 7890 1234"]
)
def test_without_its_check_digits_a_spaced_number_is_not_taken_for_one(text: str) -> None:
    assert not {Kind.ACCOUNT, Kind.CARD, Kind.REGISTER_NUMBER} & {one.kind for one in mask(text).found}


def test_everything_comes_back_where_it_belongs() -> None:
    masked = mask("Bel 0478 12 34 56 of mail jan@example.org")
    assert (
        masked.unmask("XK2X'e yazın veya XK1X'i arayın")
        == "jan@example.org'e yazın veya 0478 12 34 56'i arayın"
    )


@pytest.mark.parametrize("spoilt", ["xk1x", "XK 1 X", "ХК1Х", "Xk1x"])
def test_a_placeholder_that_a_machine_bent_a_little_is_still_known(spoilt: str) -> None:
    assert mask("Bel 112 of 0478 12 34 56").unmask(f"112 veya {spoilt}") == "112 veya 0478 12 34 56"


@pytest.mark.parametrize("answer", ["ara", "XK1X XK1X", "XK2X", "XK1X XK2X", "AXK1X", "XK11X", "XKX"])
def test_a_lost_doubled_or_invented_placeholder_is_noticed(answer: str) -> None:
    with pytest.raises(PlaceholderLost):
        mask("Bel 0478 12 34 56").unmask(answer)


def test_a_text_that_holds_a_placeholder_of_its_own_comes_back_as_it_was() -> None:
    text = "XK1X, XK7X en 0478 12 34 56"
    assert mask(text).unmask(mask(text).text) == text


def test_what_was_taken_out_is_not_shown_when_printed() -> None:
    assert "0478" not in repr(mask("Bel 0478 12 34 56"))


@given(st.text(alphabet="0123456789 +-./()XKx@abeTR\n", max_size=80))
def test_masking_and_unmasking_any_text_changes_nothing(text: str) -> None:
    masked = mask(text)
    assert masked.unmask(masked.text) == text


@given(st.text(alphabet="0123456789 +-./()", max_size=60))
def test_no_eight_digits_in_a_row_ever_leave(text: str) -> None:
    assert not any(
        len(word) >= 8 for word in "".join(c if c.isdigit() else " " for c in mask(text).words).split()
    )


@pytest.mark.parametrize(
    "piece",
    ["0", "a-", "1.1.", "@", "+1 ", "BE68 ", "08.00 ", "12.05.24 ", "plaat ", "0  ", "+1  ", "1 ", "a@a ."],
)
def test_the_longest_message_is_masked_quickly_however_it_is_made_up(piece: str) -> None:
    began = time.process_time()
    mask((piece * 4096)[:4096])
    assert time.process_time() - began < 0.5
