"""Takes out what points at a person before a text leaves, and puts it back afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.translation.personal import PLACEHOLDER, Found, found_in


class PlaceholderLost(Exception):
    """A placeholder did not come back exactly once. Carries no text."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text that may leave, and what was taken out of it, in the order of the placeholders XK1X, XK2X, …."""

    text: str = field(repr=False)
    found: tuple[Found, ...]

    def unmask(self, translation: str) -> str:
        """Put everything back. Raises PlaceholderLost unless each placeholder is there exactly once."""
        back = sorted(int(match[1]) for match in PLACEHOLDER.finditer(translation))
        if back != list(range(1, len(self.found) + 1)):
            raise PlaceholderLost
        return PLACEHOLDER.sub(lambda match: self.found[int(match[1]) - 1].value, translation)

    def unmask_loosely(self, translation: str) -> str:
        """As above, of a translation to be checked by somebody: what is missing or there twice may be so.

        Raises PlaceholderLost for one that never was there.
        """
        if any(not 0 < int(match[1]) <= len(self.found) for match in PLACEHOLDER.finditer(translation)):
            raise PlaceholderLost
        return PLACEHOLDER.sub(lambda match: self.found[int(match[1]) - 1].value, translation)

    @property
    def words(self) -> str:
        """The text without its placeholders."""
        return PLACEHOLDER.sub(" ", self.text)


def mask(text: str) -> Masked:
    """Take out what points at a person."""
    return mask_found(text, found_in(text))


def mask_found(text: str, found: Iterable[Found]) -> Masked:
    """Take out what was found, which does not overlap."""
    ordered = tuple(sorted(found, key=lambda one: one.span))
    pieces, end = [], 0
    for number, one in enumerate(ordered, start=1):
        pieces += [text[end : one.span.start], f"XK{number}X"]
        end = one.span.end
    return Masked("".join([*pieces, text[end:]]), ordered)
