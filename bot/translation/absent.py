"""The translator that does not translate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from bot.translation.translator import Reason, Standing, Translated, TranslationFailed


@dataclass(frozen=True, slots=True)
class NoTranslator:
    """Free texts wait for a contact worker."""

    name: ClassVar[str] = "none"
    engine: ClassVar[str] = "none"

    async def start(self) -> None: ...

    def available(self, source: str, target: str) -> bool:  # noqa: ARG002 - the interface's arguments
        return False

    async def translate(self, text: str, *, source: str, target: str) -> Translated:  # noqa: ARG002 - as above
        raise TranslationFailed(Reason.NO_TRANSLATOR)

    async def standing(self, languages: Collection[str]) -> Standing:  # noqa: ARG002 - as above
        return Standing(fine=True, line="none: free texts wait for a contact worker")

    async def close(self) -> None: ...
