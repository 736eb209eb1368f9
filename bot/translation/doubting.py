"""What a machine's translation may have got wrong, seen by comparing it with the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.guessing import guess
from bot.translation.facts import differences
from bot.translation.masking import mask
from bot.translation.negation import differs
from bot.translation.sheltering import Shelter
from bot.translation.translator import Doubt

SHORT: Final = 20  # characters; below it "ok" may well become ten times as long
MUCH_SHORTER: Final = 4
LONG: Final = 40
MUCH_LONGER: Final = 3
SENTENCE: Final = 4  # words; fewer may be names, which stay as they are
CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation."""

    text: str
    translation: str
    source: str
    target: str


def doubts_of(pair: Pair, shelter: Shelter) -> frozenset[Doubt]:
    """Everything that a person should look at; empty when nothing shows."""
    doubts = {difference.kind for difference in differences(pair.text, pair.translation)}
    if shelter.missing(pair.text, pair.translation):
        doubts.add(Doubt.NAMES)
    if differs(pair.text, pair.source, pair.translation, pair.target):
        doubts.add(Doubt.NEGATION)
    if shelter.glossary.wrong(pair.source, pair.target, pair.text, pair.translation):
        doubts.add(Doubt.WORDS)
    if _is_out_of_proportion(pair):
        doubts.add(Doubt.LENGTH)
    return frozenset(doubts | _of_language(pair, shelter))


def _is_out_of_proportion(pair: Pair) -> bool:
    before, after = len(pair.text), len(pair.translation)
    is_short = before >= SHORT and after * MUCH_SHORTER < before
    return is_short or (before >= LONG and after > before * MUCH_LONGER)


def _of_language(pair: Pair, shelter: Shelter) -> set[Doubt]:
    """Whether it came back as it was, or in another language than the one that was asked for."""
    if len(mask(pair.text).words.split()) >= SENTENCE and pair.translation.split() == pair.text.split():
        return {Doubt.UNTRANSLATED}
    words = mask(shelter.without(pair.translation)).words
    if len(words.split()) < SENTENCE:
        return set()
    found = guess(words)
    is_in_latin = pair.target == "bg" and not CYRILLIC.search(words)
    return {Doubt.LANGUAGE} if is_in_latin or found not in {None, pair.target} else set()
