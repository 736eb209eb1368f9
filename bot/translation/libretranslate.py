"""LibreTranslate over HTTP, as its own API documentation describes it: /translate, /languages, /spec."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import permutations
from typing import ClassVar

from bot.translation.calls import Answer, Calls, inner, text_in
from bot.translation.translator import UNKNOWN_LANGUAGE, Reason, Standing, Translated, TranslationFailed


@dataclass(slots=True)
class LibreTranslate:
    """One LibreTranslate server. It sees the texts it is given as they are: mask them before."""

    name: ClassVar[str] = "libretranslate"

    calls: Calls
    key: str | None = None
    _targets: dict[str, frozenset[str]] | None = None
    _version: str | None = None

    @property
    def engine(self) -> str:
        return f"{self.name} {self._version}" if self._version else self.name

    async def start(self) -> None:
        try:
            await self._learn()
        except TranslationFailed:
            self._targets = None

    def available(self, source: str, target: str) -> bool:
        if self._targets is None:
            return True
        if source == UNKNOWN_LANGUAGE:
            return any(target in targets for targets in self._targets.values())
        return target in self._targets.get(source, frozenset())

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        if not self.available(source, target):
            raise TranslationFailed(Reason.LANGUAGE_UNKNOWN)
        answer = await self.calls.post("/translate", self._question(text, source, target))
        made = text_in(answer, "translatedText")
        if self._targets is None:
            await self.start()
        found = _detected(answer) if source == UNKNOWN_LANGUAGE else source
        return Translated(text=made, source=found, target=target, engine=self.engine)

    async def standing(self, languages: Collection[str]) -> Standing:
        try:
            await self._learn()
        except TranslationFailed as failed:
            return Standing(fine=False, line=f"{self.name}: {failed.reason}")
        missing = [
            f"{one}-{other}" for one, other in permutations(languages, 2) if not self.available(one, other)
        ]
        if missing:
            return Standing(fine=False, line=f"{self.engine}: does not translate {', '.join(missing)}")
        return Standing(fine=True, line=f"{self.engine}: {', '.join(languages)}")

    async def close(self) -> None:
        await self.calls.close()

    async def _learn(self) -> None:
        self._targets = _targets(await self.calls.get("/languages"))
        try:
            self._version = _version(await self.calls.get("/spec"))
        except TranslationFailed:
            self._version = None

    def _question(self, text: str, source: str, target: str) -> dict[str, str]:
        question = {"q": text, "source": source, "target": target, "format": "text"}
        return question if self.key is None else question | {"api_key": self.key}


def refusal(status: int, body: bytes) -> TranslationFailed:
    """A missing key is a 400 that asks for one, an unknown key a 403."""
    if status in {401, 403} or b"API key" in body:
        return TranslationFailed(Reason.KEY_REFUSED)
    is_language = b"is not supported" in body
    return TranslationFailed(Reason.LANGUAGE_UNKNOWN if is_language else Reason.REFUSED)


def _targets(answer: Answer) -> dict[str, frozenset[str]]:
    if not isinstance(answer, list):
        raise TranslationFailed(Reason.UNREADABLE)
    known = {str(one.get("code")): one.get("targets") for one in answer if isinstance(one, dict)}
    # Servers older than 1.3 name no targets: every language they know then goes into every other.
    return {
        code: frozenset(map(str, targets)) if isinstance(targets, list) else frozenset(known)
        for code, targets in known.items()
    }


def _version(answer: Answer) -> str | None:
    version = inner(answer, "info", "version")
    return version[:20] if isinstance(version, str) else None


def _detected(answer: Answer) -> str:
    language = inner(answer, "detectedLanguage", "language")
    return language if isinstance(language, str) else UNKNOWN_LANGUAGE
