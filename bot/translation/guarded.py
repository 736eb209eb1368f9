"""Stands before every machine: one that keeps failing is left alone for a while, whichever it is."""

from __future__ import annotations

from dataclasses import dataclass

from bot.translation.breaker import Breaker
from bot.translation.translator import Through, Translated


@dataclass(frozen=True, slots=True)
class Guarded(Through):
    breaker: Breaker

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        with self.breaker.call():
            return await self.machine.translate(text, source=source, target=target)
