"""Stands before machines that read Bulgarian in its own letters only: what came in Latin ones is spelt in those."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.cyrillic import in_cyrillic
from bot.domain.guessing import guess
from bot.translation.personal import PLACEHOLDER
from bot.translation.translator import Through, Translated

BULGARIAN: Final = "bg"
CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class OwnLetters(Through):
    """As the one behind it, which is given Bulgarian in its own letters."""

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        spelt = spelt_out(text) if source == BULGARIAN else text
        return await self.machine.translate(spelt, source=source, target=target)


def spelt_out(text: str) -> str:
    """The text in Cyrillic letters when it surely is Bulgarian without any; placeholders stay as they are."""
    words = PLACEHOLDER.sub(" ", text)
    if CYRILLIC.search(words) or guess(words) != BULGARIAN:
        return text
    written, end = list[str](), 0
    for kept in PLACEHOLDER.finditer(text):
        written += [in_cyrillic(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*written, in_cyrillic(text[end:])])
