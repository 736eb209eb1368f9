"""Takes out what points at a person before a text leaves, and puts it back afterwards."""

from __future__ import annotations

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

    @property
    def words(self) -> str:
        """The text without its placeholders."""
        return PLACEHOLDER.sub(" ", self.text)


def mask(text: str) -> Masked:
    found = found_in(text)
    pieces, end = [], 0
    for number, one in enumerate(found, start=1):
        pieces += [text[end : one.span.start], f"XK{number}X"]
        end = one.span.end
    return Masked("".join([*pieces, text[end:]]), tuple(found))
