"""In which order the categories are offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from bot.domain.likely import likely

WORDS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "waste": {"nl": ("afval", "vuil", "zakken"), "tr": ("çöp", "eşya"), "bg": ("боклук", "отпадъ")},
    "noise": {"nl": ("lawaai", "muziek"), "tr": ("gürültü", "müzik"), "bg": ("шум", "музик")},
    "street": {"nl": ("lamp", "put"), "tr": ("sokak", "lamba"), "bg": ("лампа", "дърв")},
    "work": {"nl": ("loon", "werk"), "tr": ("iş", "maaş"), "bg": ("заплат", "работ")},
}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Het afval ligt er nog", "waste"),
        ("AFVAL!!!", "waste"),
        ("Zwerfvuil op straat", "waste"),
        ("straatlamp stuk", "street"),
        ("Een put in de weg", "street"),
        ("Çöpler kokuyor", "waste"),
        ("copler kokuyor", "waste"),
        ("GÜRÜLTÜ", "noise"),
        ("sokağın başında", "street"),
        ("Много боклуци", "waste"),
        ("mnogo boklutsi", "waste"),
        ("bokluka pred vhoda", "waste"),
        ("6um vsqka ve4er", "noise"),
        ("dyrvo padna", "street"),
        ("İş yok", "work"),
        ("iş", "work"),
        ("IŞIK yok, maaş yok", "work"),
    ],
)
def test_a_word_of_any_language_and_script_points_at_its_category(text: str, category: str) -> None:
    assert likely(text, WORDS) == [category]


@pytest.mark.parametrize(
    "text", ["", "👍", "Hallo, kunt u mij bellen?", "Dit is hier niet normaal", "computer kapot", "Merhaba"]
)
def test_a_message_without_such_words_points_at_nothing(text: str) -> None:
    assert likely(text, WORDS) == []


def test_more_and_longer_words_come_first() -> None:
    assert likely("muziek en vuil, zakken en afval", WORDS) == ["waste", "noise"]


def test_a_word_said_often_counts_once() -> None:
    assert likely("vuil vuil vuil vuil, lawaai", WORDS) == ["noise", "waste"]


def test_equally_likely_categories_keep_the_citys_order() -> None:
    assert likely("loon, lamp", WORDS) == ["street", "work"]


def test_words_of_several_languages_count_together() -> None:
    assert likely("çöp, боклук, lawaai", WORDS) == ["waste", "noise"]


def test_only_the_beginning_of_a_very_long_message_is_looked_at() -> None:
    assert likely("a " * 600 + "afval", WORDS) == []


def test_a_category_without_words_is_never_offered() -> None:
    assert likely("afval", {"other": {}, "empty": {"nl": ()}}) == []
