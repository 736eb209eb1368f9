"""Stands before a machine: shelters what it may not see or bend, puts it back, and looks the answer over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from bot.translation.doubting import SHORT, Pair, doubts_of
from bot.translation.masking import Masked, PlaceholderLost, mask_found
from bot.translation.personal import Found, found_in
from bot.translation.sheltering import Shelter
from bot.translation.translator import Reason, Standing, Translated, TranslationFailed, Translator

MUCH_LONGER: Final = 10


@dataclass(frozen=True, slots=True)
class Careful:
    """A translator whose machine never sees a telephone number, address, register number, plate or account.

    Nor does it touch the city's names, case numbers, dates, times and amounts. One that `is_local`, in the city's own
    network, may read what points at a person.
    """

    machine: Translator
    is_local: bool = False
    shelter: Shelter = Shelter()  # noqa: RUF009 - immutable

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
        personal = self._personal(text)
        whole = mask_found(text, [*personal, *self.shelter.found_in(text, target, personal)])
        if source == target or not any(map(str.isalpha, whole.words)):
            kept = text if source == target else whole.unmask(whole.text)
            return Translated(text=kept, source=source, target=target, engine=self.engine)
        answer = await self._translated((whole, mask_found(text, personal)), source, target)
        _check_length(text, answer.text)
        pair = Pair(text, answer.text, answer.source, target)
        return replace(answer, doubts=doubts_of(pair, self.shelter))

    async def standing(self, languages: Collection[str]) -> Standing:
        found = await self.machine.standing(languages)
        reads = "reads texts as they are" if self.is_local else "what points at a person is masked"
        return replace(found, line=f"{found.line}; {reads}")

    async def close(self) -> None:
        await self.machine.close()

    def _personal(self, text: str) -> list[Found]:
        return [] if self.is_local else found_in(text)

    async def _translated(self, masked: tuple[Masked, Masked], source: str, target: str) -> Translated:
        """With everything sheltered; a machine that loses a name is asked once more with the names in their places.

        One that loses what points at a person too has its answer shown as it is, to be checked.
        """
        whole, personal = masked
        answer = await self.machine.translate(whole.text, source=source, target=target)
        try:
            return replace(answer, text=whole.unmask(answer.text))
        except PlaceholderLost:
            if personal.text != whole.text:
                answer = await self.machine.translate(personal.text, source=source, target=target)
        return replace(answer, text=_unmasked(personal, answer.text))


def _unmasked(masked: Masked, answer: str) -> str:
    try:
        return masked.unmask_loosely(answer)
    except PlaceholderLost:
        raise TranslationFailed(Reason.PLACEHOLDER_LOST) from None


def _check_length(text: str, translation: str) -> None:
    if not any(map(str.isalnum, translation)):
        raise TranslationFailed(Reason.EMPTY)
    if len(translation) >= MUCH_LONGER * max(len(text), SHORT):
        raise TranslationFailed(Reason.TOO_LONG)
