"""Which spellings are one word, and which are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import BREAK, beginnings, fold, spellings

ALIKE = [
    ("IŞIK", "ışık"),
    ("İSTANBUL", "istanbul"),
    ("DIŞARI", "dişari"),
    ("gürültü", "gurultu"),
    ("çöp", "COP"),
    ("café", "CAFE"),
    ("hééééélp", "help"),
    ("helllp", "help"),
    ("Genk'te", "genkte"),
    ("Genk’te", "GENKTE"),
    ("auto's", "autos"),
    ("CO-vergiftiging", "co vergiftiging"),
    ("bo\u00adkluk", "bokluk"),
    ("de\u200bur", "deur"),
    ("Z\u0334a\u0338l\u0335g\u0336o\u0337", "zalgo"),
    ("twee   spaties\there", "twee spaties here"),
    ("\uff27\uff45\uff4e\uff4b", "genk"),
    ("МОЛЯ", "моля"),
    ("snake_case", "snake case"),
]

UNLIKE = [
    ("май", "маи"),
    ("hek", "gek"),
    ("к", "k"),
    ("não, ja", "nao ja"),
    ("nee. ja", "nee ja"),
    ("a\nb", "a b"),
]

SPELT = [
    ("жена", "жена zhena jena zena Jena"),
    ("къща", "къща кьща къшта kashta kyshta kushta ka6ta"),
    ("човек", "човек chovek 4ovek"),
    ("шум", "шум shum 6um SHUM"),
    ("нощ", "нощ nosht no6t"),
    ("ябълка", "yabalka iabulka qbylka jabalka"),
    ("улица", "ulica ulitsa"),
    ("юли", "yuli iuli"),
    ("май", "май маи mai may maj"),
    ("хляб", "hlyab hlqb xliab"),
    ("убия", "ubiya ubiia ubiq ubija ubia убийа"),
    ("градски", "gradski"),
    ("съжалявам", "sajalyavam syzhalqvam suzaliavam"),
]

NOT_SPELT = [
    ("шум", "sum chum um"),
    ("нож", "nos noch"),
    ("бие", "bia be"),
    ("къща", "kishta keshta"),
    ("ще", "she se"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_different_words_and_sentences_have_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_break_stands_where_a_part_of_a_sentence_ends() -> None:
    assert fold("Nee, hij ademt... echt!") == f"ne {BREAK} hij ademt {BREAK} echt {BREAK}"


@pytest.mark.parametrize(
    ("word", "typed"), [(word, typed) for word, spelt in SPELT for typed in spelt.split()]
)
def test_a_bulgarian_word_is_known_in_both_scripts(word: str, typed: str) -> None:
    assert re.fullmatch(spellings(word), fold(typed))
    assert fold(typed)[:2] in beginnings(word)


@pytest.mark.parametrize(
    ("word", "typed"), [(word, typed) for word, spelt in NOT_SPELT for typed in spelt.split()]
)
def test_another_word_is_not_taken_for_a_bulgarian_one(word: str, typed: str) -> None:
    assert not re.fullmatch(spellings(word), fold(typed))


@given(st.text(max_size=200))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_every_word_is_a_spelling_of_itself(word: str) -> None:
    assert re.fullmatch(spellings(word), fold(word))


@given(st.text("бвийкщъьюяsht ", min_size=1, max_size=6), st.data())
def test_a_spelling_begins_as_one_of_the_beginnings(word: str, data: st.DataObject) -> None:
    spelt = data.draw(st.from_regex(spellings(word), fullmatch=True))
    assert spelt[:2] in beginnings(word)
