"""Stands before a machine: masks what leaves, puts it back, and looks the answer over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from bot.translation.facts import differences
from bot.translation.masking import Masked, PlaceholderLost, mask
from bot.translation.translator import Doubt, Reason, Standing, Translated, TranslationFailed, Translator

SHORT: Final = 20  # characters; below it "ok" may well become ten times as long
MUCH_LONGER: Final = 10
MUCH_SHORTER: Final = 4
SENTENCE: Final = 4  # words; fewer may be names, which stay as they are


@dataclass(frozen=True, slots=True)
class Careful:
    """A translator whose machine never sees a telephone number, address, register number, plate or account.

    One that `is_local`, in the city's own network, may read them.
    """

    machine: Translator
    is_local: bool = False

    @property
    def name(self) -> str:
        return self.machine.name

    @property
    def engine(self) -> str:
        return self.machine.engine

    async def start(self) -> None:
        await self.machine.start()

    def available(self, source: str, target: str) -> bool:
        return self.machine.available(source, target)

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        masked = Masked(text, ()) if self.is_local else mask(text)
        if source == target or not any(map(str.isalpha, masked.words)):
            return Translated(text=text, source=source, target=target, engine=self.engine)
        answer = await self.machine.translate(masked.text, source=source, target=target)
        translation = _unmasked(masked, answer.text)
        _check_length(text, translation)
        return replace(answer, text=translation, doubts=_doubts(masked, text, translation))

    async def standing(self, languages: Collection[str]) -> Standing:
        found = await self.machine.standing(languages)
        reads = "reads texts as they are" if self.is_local else "what points at a person is masked"
        return replace(found, line=f"{found.line}; {reads}")

    async def close(self) -> None:
        await self.machine.close()


def _unmasked(masked: Masked, answer: str) -> str:
    try:
        return masked.unmask(answer)
    except PlaceholderLost:
        raise TranslationFailed(Reason.PLACEHOLDER_LOST) from None


def _check_length(text: str, translation: str) -> None:
    if not any(map(str.isalnum, translation)):
        raise TranslationFailed(Reason.EMPTY)
    if len(translation) >= MUCH_LONGER * max(len(text), SHORT):
        raise TranslationFailed(Reason.TOO_LONG)


def _doubts(masked: Masked, text: str, translation: str) -> frozenset[Doubt]:
    doubts = {difference.kind for difference in differences(text, translation)}
    if len(text) >= SHORT and len(translation) * MUCH_SHORTER < len(text):
        doubts.add(Doubt.LENGTH)
    if len(masked.words.split()) >= SENTENCE and translation.split() == text.split():
        doubts.add(Doubt.UNTRANSLATED)
    return frozenset(doubts)
