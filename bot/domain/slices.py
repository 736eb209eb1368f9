"""Long words of people in slices that stay one message each, so that each can be found and deleted again."""

from collections.abc import Iterator
from typing import Final

# UTF-16 units, as Telegram counts; what is left of its 4,096 is for the lines around the words.
MOST_UNITS: Final = 3_500


def slices(text: str, most: int = MOST_UNITS) -> tuple[str, ...]:
    """Cut at spaces where there are any; one slice, perhaps empty, for what is short. No character gets lost."""
    return tuple(_cut(text, most)) or ("",)


def shortened(text: str, most: int) -> str:
    """The beginning of a text, with an ellipsis where something is left out; cut at a space where there is one."""
    first = slices(text, most)[0] if most > 0 else ""
    return first if first == text else f"{first.rstrip()}…"


def _cut(text: str, most: int) -> Iterator[str]:
    while text:
        end = _fitting(text, most)
        if end < len(text):
            space = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end))
            end = space + 1 if space > end // 2 else end
        yield text[:end]
        text = text[end:]


def _fitting(text: str, most: int) -> int:
    """How many characters fit; at least one."""
    units = 0
    for at, character in enumerate(text):
        units += 1 + (ord(character) > 0xFFFF)
        if units > most:
            return max(at, 1)
    return len(text)
