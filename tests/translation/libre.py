"""A LibreTranslate server on loopback: its documented protocol, made-up translations, and faults on demand."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import ClassVar, Final

from aiohttp import web

from bot.translation.choosing import Choice
from tests.translation.faults import Fault, json
from tests.translation.machine import CODES, Machine, language_of

__all__ = ["Fault", "LibreTranslate"]

NAMES: Final = {"bg": "Bulgarian", "nl": "Dutch", "tr": "Turkish", "en": "English"}


class LibreTranslate(Machine):
    name: ClassVar[str] = "libretranslate"
    path: ClassVar[str] = "/translate"

    def __init__(
        self,
        *,
        key: str | None = None,
        codes: tuple[str, ...] = CODES,
        limit: int = 5000,
        sealed_by: ssl.SSLContext | None = None,
    ) -> None:
        self.key = key
        self.limit = limit
        self.version: str | None = "1.6.5"
        self.languages: object = [
            {"code": code, "name": NAMES[code], "targets": list(codes)} for code in codes
        ]
        super().__init__(codes=codes, sealed_by=sealed_by)

    @property
    def choice(self) -> Choice:
        return Choice(self.name, self.url, self.key)

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/languages", self._languages), web.get("/spec", self._spec)]

    def text_of(self, body: Mapping[str, object]) -> str:
        return str(body.get("q", ""))

    async def _languages(self, request: web.Request) -> web.StreamResponse:
        return await self.told(request, json(self.languages))

    async def _spec(self, request: web.Request) -> web.StreamResponse:
        if self.version is None:
            return await self.told(request, _error(404, "Not Found"))
        info = {"title": "LibreTranslate", "version": self.version}
        return await self.told(request, json({"info": info, "swagger": "2.0"}))

    def refusal(self, request: web.Request, body: Mapping[str, object]) -> web.Response | None:  # noqa: ARG002 - the key is in the body
        if self.key is not None and body.get("api_key") != self.key:
            return self._key_refusal(body)
        missing = next((name for name in ("q", "source", "target") if not body.get(name)), None)
        if missing is not None:
            return _error(400, f"Invalid request: missing {missing} parameter")
        return self._language_refusal(body) or self._length_refusal(str(body["q"]))

    def _key_refusal(self, body: Mapping[str, object]) -> web.Response:
        if "api_key" in body:
            return _error(403, "Invalid API key")
        return _error(400, "Please contact the server operator to get an API key")

    def _language_refusal(self, body: Mapping[str, object]) -> web.Response | None:
        known = {"source": {"auto", *self.codes}, "target": set(self.codes)}
        unknown = next((body[side] for side, codes in known.items() if body[side] not in codes), None)
        if unknown is not None:
            return _error(400, f"{unknown} is not supported")
        if body.get("format", "text") not in {"text", "html"}:
            return _error(400, f"{body['format']} format is not supported")
        return None

    def _length_refusal(self, text: str) -> web.Response | None:
        if len(text) <= self.limit:
            return None
        return _error(400, f"Invalid request: request ({len(text)}) exceeds text limit ({self.limit})")

    def answer(self, body: Mapping[str, object], fault: Fault | None) -> web.Response:
        text = str(body["q"])
        answer: dict[str, object] = {"translatedText": self.translated(text, str(body["target"]), fault)}
        if body["source"] == "auto":
            answer["detectedLanguage"] = {"language": language_of(text, fault), "confidence": 90}
        return json(answer)


def _error(status: int, error: str) -> web.Response:
    return json({"error": error}, status)
