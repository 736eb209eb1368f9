"""Stands before a machine: shelters what it may not see or bend, puts it back, and looks the answer over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.cyrillic import in_latin
from bot.domain.names import surely_named
from bot.translation.doubting import SHORT, Pair, doubts_of
from bot.translation.masking import Masked, PlaceholderLost, mask_found
from bot.translation.personal import Found, Kind, Span, found_in
from bot.translation.sheltering import Shelter
from bot.translation.spoken_numbers import in_figures
from bot.translation.translator import Doubt, Reason, Standing, Through, Translated, TranslationFailed

MUCH_LONGER: Final = 10
BULGARIAN: Final = "bg"


@dataclass(frozen=True, slots=True)
class Careful(Through):
    """A translator whose machine never sees a telephone number, address, register number, plate, account or name.

    Nor does it touch the city's names, case numbers, dates, times and amounts. One that `is_local`, in the city's own
    network, may read what points at a person.
    """

    is_local: bool = False
    shelter: Shelter = Shelter()  # noqa: RUF009 - immutable

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        personal = self._personal(text, target)
        whole = mask_found(text, [*personal, *self.shelter.found_in(text, target, personal)])
        if source == target or not any(map(str.isalpha, whole.words)):
            kept = text if source == target else whole.unmask(whole.text)
            return Translated(text=kept, source=source, target=target, engine=self.engine)
        answer = await self._translated((whole, mask_found(text, personal)), source, target)
        _check_length(text, answer.text)
        pair = Pair(text, answer.text, answer.source, target)
        return replace(answer, doubts=doubts_of(pair, self.shelter) | _of_names(personal, answer.text))

    async def standing(self, languages: Collection[str]) -> Standing:
        found = await self.machine.standing(languages)
        reads = "reads texts as they are" if self.is_local else "what points at a person is masked"
        return replace(found, line=f"{found.line}; {reads}")

    def _personal(self, text: str, target: str) -> list[Found]:
        if self.is_local:
            return []
        found = [_readable(one) for one in found_in(text)]
        return [*found, *self._people(text, target, found)]

    def _people(self, text: str, target: str, found: Collection[Found]) -> Iterator[Found]:
        """Names that surely are ones, as they are read in `target`; those of the city are no secret."""
        for one in surely_named(text):
            is_taken = any(one.start < other.span.end and other.span.start < one.end for other in found)
            if not is_taken and not self.shelter.names_in(one.name):
                value = one.name if target == BULGARIAN else in_latin(one.name)
                yield Found(Kind.NAME, Span(one.start, one.end), value)

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


def _readable(found: Found) -> Found:
    """A telephone number in words stands as it is dialled: nobody else counts in that language."""
    is_said = found.kind is Kind.PHONE and any(map(str.isalpha, found.value))
    return replace(found, value=in_figures(found.value)) if is_said else found


def _of_names(personal: Collection[Found], translation: str) -> frozenset[Doubt]:
    """Whether the name of a person got lost on the way."""
    names = [one.value for one in personal if one.kind is Kind.NAME]
    return frozenset({Doubt.NAMES} if any(name not in translation for name in names) else ())


def _check_length(text: str, translation: str) -> None:
    if not any(map(str.isalnum, translation)):
        raise TranslationFailed(Reason.EMPTY)
    if len(translation) >= MUCH_LONGER * max(len(text), SHORT):
        raise TranslationFailed(Reason.TOO_LONG)
