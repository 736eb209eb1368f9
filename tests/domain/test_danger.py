"""Which messages show the danger card, in each language, as people really type."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Final

import pytest

from bot.domain.danger import DangerKind, danger_in
from tests.domain import danger_bulgarian, danger_bulgarian_in_latin, danger_dutch, danger_turkish

FIRE, GAS, VIOLENCE = DangerKind.FIRE, DangerKind.GAS, DangerKind.VIOLENCE
HOME, INJURY, SUICIDE = DangerKind.VIOLENCE_AT_HOME, DangerKind.INJURY, DangerKind.SUICIDE
# Enough that every word of the lists is met as people write it: inflected, misspelt, without marks.
FEWEST: Final = 60
TABLES: Final[Mapping[ModuleType, str]] = {
    danger_dutch: "nl",
    danger_turkish: "tr",
    danger_bulgarian: "bg",
    danger_bulgarian_in_latin: "bg",
}


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [(language, kind, text) for table, language in TABLES.items() for kind, text in table.DANGER],
)
def test_danger_is_seen(language: str, kind: DangerKind, text: str) -> None:
    assert kinds_of(text, language) == {kind}


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for table, language in TABLES.items() for text in table.HARMLESS],
)
def test_no_danger_is_seen_in_what_is_ordinary(language: str, text: str) -> None:
    assert danger_in(text, language) is None


@pytest.mark.parametrize("table", TABLES)
def test_sixty_different_sentences_a_language_and_script_are_tried_each_way(table: ModuleType) -> None:
    assert len({text.casefold() for _, text in table.DANGER}) >= FEWEST
    assert len({text.casefold() for text in table.HARMLESS}) >= FEWEST


def test_a_message_may_speak_of_several_dangers() -> None:
    assert kinds_of("Mijn man slaat mij, hij bloedt en het huis staat in brand", "nl") == {HOME, INJURY, FIRE}


def test_a_threat_to_oneself_is_seen_beside_the_threat() -> None:
    assert kinds_of("Kendimi öldüreceğim", "tr") == {SUICIDE, VIOLENCE}


def test_only_the_language_of_the_chat_is_looked_at() -> None:
    assert danger_in("Yangın var", "nl") is None


def test_a_language_without_words_of_danger_shows_none() -> None:
    assert danger_in("Pali się dom", "pl") is None


def test_danger_is_seen_in_the_middle_of_a_long_message() -> None:
    long = "We wonen hier al lang en het is rustig. " * 50
    assert kinds_of(f"{long}Nu ruik ik gas in de gang. {long}", "nl") == {GAS}


def kinds_of(text: str, language: str) -> set[DangerKind]:
    danger = danger_in(text, language)
    return set() if danger is None else set(danger.kinds)
