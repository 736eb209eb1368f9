"""DeepL over HTTP, as its API reference describes it: /v2/translate, /v2/languages, /v2/usage, /v3/glossaries."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import permutations
from typing import ClassVar, Final

from bot.translation.calls import Answer, Calls, inner, text_in
from bot.translation.personal import PLACEHOLDER
from bot.translation.translator import UNKNOWN_LANGUAGE, Reason, Standing, Translated, TranslationFailed

# DeepL says "Free" by the end of a key; each plan has an address of its own.
FREE_KEY: Final = ":fx"
FREE: Final = "https://api-free.deepl.com"
PAID: Final = "https://api.deepl.com"
QUOTA: Final = 456  # not in any standard: the month's characters are used up
KEPT: Final = "x"  # the tag around what must stay as it is
TAG: Final = re.compile(rf"</?{KEPT}\s*/?>")

_Pair = tuple[str, str]


def address_of(key: str) -> str:
    return FREE if key.endswith(FREE_KEY) else PAID


def refusal(status: int, body: bytes) -> TranslationFailed:
    if status == QUOTA:
        return TranslationFailed(Reason.QUOTA_USED)
    if status == 403:
        return TranslationFailed(Reason.KEY_REFUSED)
    is_language = b"_lang' not supported" in body
    return TranslationFailed(Reason.LANGUAGE_UNKNOWN if is_language else Reason.REFUSED)


@dataclass(slots=True)
class DeepL:
    """One account at DeepL. Placeholders travel inside a tag that it is told to leave alone.

    `glossary` is the id of a glossary that the city keeps there; it is used for the pairs that it has.
    """

    name: ClassVar[str] = "deepl"
    engine: ClassVar[str] = "deepl"

    calls: Calls
    glossary: str | None = None
    _sources: frozenset[str] = frozenset()
    _targets: frozenset[str] = frozenset()
    _pairs: frozenset[_Pair] = frozenset()

    async def start(self) -> None:
        try:
            await self._learn()
        except TranslationFailed:
            return

    def available(self, source: str, target: str) -> bool:
        if not self._targets:
            return True
        return target in self._targets and (source == UNKNOWN_LANGUAGE or source in self._sources)

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        if not self.available(source, target):
            raise TranslationFailed(Reason.LANGUAGE_UNKNOWN)
        answer = await self.calls.post("/v2/translate", self._question(text, source, target))
        made = _plain(text_in(answer, "translations", 0, "text"))
        if not self._targets:
            await self.start()
        found = _detected(answer) if source == UNKNOWN_LANGUAGE else source
        return Translated(text=made, source=found, target=target, engine=self.engine)

    async def standing(self, languages: Collection[str]) -> Standing:
        try:
            await self._learn()
            used = _used(await self.calls.get("/v2/usage"))
        except TranslationFailed as failed:
            return Standing(fine=False, line=f"{self.name}: {failed.reason}")
        wrong = self._wrong(languages)
        return Standing(fine=not wrong, line=f"{self.name}: {wrong or ', '.join(languages)}{used}")

    async def close(self) -> None:
        await self.calls.close()

    def _wrong(self, languages: Collection[str]) -> str:
        missing = [one for one in languages if one not in self._sources & self._targets]
        if missing:
            return f"does not translate {', '.join(missing)}"
        if self.glossary and not self._pairs.intersection(permutations(languages, 2)):
            return "the glossary has none of these languages"
        return ""

    async def _learn(self) -> None:
        self._sources = _codes(await self.calls.get("/v2/languages?type=source"))
        self._targets = _codes(await self.calls.get("/v2/languages?type=target"))
        if self.glossary:
            self._pairs = _pairs(await self.calls.get(f"/v3/glossaries/{self.glossary}"))

    def _question(self, text: str, source: str, target: str) -> dict[str, object]:
        question: dict[str, object] = {
            "text": [_marked(text)],
            "target_lang": target.upper(),
            "tag_handling": "xml",
            "ignore_tags": [KEPT],
            "split_sentences": "1",  # with tags it would ignore the ends of lines
            "preserve_formatting": True,
        }
        if source != UNKNOWN_LANGUAGE:
            question["source_lang"] = source.upper()
        if (source, target) in self._pairs:
            question["glossary_id"] = self.glossary
        return question


def _marked(text: str) -> str:
    """As XML, with each placeholder set apart."""
    return PLACEHOLDER.sub(lambda found: f"<{KEPT}>{found[0]}</{KEPT}>", html.escape(text, quote=False))


def _plain(answer: str) -> str:
    return html.unescape(TAG.sub("", answer))


def _codes(answer: Answer) -> frozenset[str]:
    """Codes in lower case without their country: PT-BR is pt."""
    if not isinstance(answer, list):
        raise TranslationFailed(Reason.UNREADABLE)
    return frozenset(text_in(one, "language").lower().partition("-")[0] for one in answer)


def _pairs(answer: Answer) -> frozenset[_Pair]:
    dictionaries = inner(answer, "dictionaries")
    if not isinstance(dictionaries, list):
        raise TranslationFailed(Reason.UNREADABLE)
    return frozenset(
        (text_in(one, "source_lang").lower(), text_in(one, "target_lang").lower()) for one in dictionaries
    )


def _detected(answer: Answer) -> str:
    found = inner(answer, "translations", 0, "detected_source_language")
    return found.lower() if isinstance(found, str) else UNKNOWN_LANGUAGE


def _used(answer: Answer) -> str:
    count, limit = inner(answer, "character_count"), inner(answer, "character_limit")
    if not isinstance(count, int) or not isinstance(limit, int):
        return ""
    return f"; {count:,} of {limit:,} characters used"
