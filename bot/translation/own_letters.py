"""Stands before machines that read Bulgarian in its own letters only: what came in Latin ones is spelt in those."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from bot.domain.cyrillic import in_cyrillic
from bot.domain.guessing import guess
from bot.translation.personal import PLACEHOLDER
from bot.translation.translator import Standing, Translated, Translator

BULGARIAN: Final = "bg"
CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class OwnLetters:
    machine: Translator

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
        spelt = spelt_out(text) if source == BULGARIAN else text
        return await self.machine.translate(spelt, source=source, target=target)

    async def standing(self, languages: Collection[str]) -> Standing:
        return await self.machine.standing(languages)

    async def close(self) -> None:
        await self.machine.close()


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
