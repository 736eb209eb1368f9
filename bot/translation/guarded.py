"""Stands before every machine: one that keeps failing is left alone for a while, whichever it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.translation.breaker import Breaker
from bot.translation.translator import Standing, Translated, Translator


@dataclass(frozen=True, slots=True)
class Guarded:
    machine: Translator
    breaker: Breaker

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
        with self.breaker.call():
            return await self.machine.translate(text, source=source, target=target)

    async def standing(self, languages: Collection[str]) -> Standing:
        return await self.machine.standing(languages)

    async def close(self) -> None:
        await self.machine.close()
