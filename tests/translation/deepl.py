"""DeepL's API on loopback: /v2/translate with tags and glossaries, /v2/languages, /v2/usage, /v3/glossaries."""

from __future__ import annotations

import html
import re
import ssl
from collections.abc import Mapping
from typing import ClassVar, Final
from xml.etree import ElementTree as ET

from aiohttp import web

from bot.translation.choosing import Choice
from tests.translation.faults import Fault, json
from tests.translation.machine import CODES, Machine, language_of

KEY: Final = "7f3k-of-the-city:fx"
GLOSSARY: Final = "def3a26b-3e84-45b3-84ae-0c0aaf3525f7"


class DeepL(Machine):
    """`quota_used` says 456 to every text; the glossary has Dutch into Turkish only."""

    name: ClassVar[str] = "deepl"
    path: ClassVar[str] = "/v2/translate"

    def __init__(self, *, codes: tuple[str, ...] = CODES, sealed_by: ssl.SSLContext | None = None) -> None:
        self.key = KEY
        self.quota_used = False
        self.used = 12_345
        super().__init__(codes=codes, sealed_by=sealed_by)

    @property
    def choice(self) -> Choice:
        return Choice(self.name, self.url, KEY)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/v2/languages", self._languages),
            web.get("/v2/usage", self._usage),
            web.get("/v3/glossaries/{id}", self._glossary),
        ]

    def text_of(self, body: Mapping[str, object]) -> str:
        """Without the tags, as DeepL's own translation sees it."""
        texts = body.get("text")
        return _words(str(texts[0])) if isinstance(texts, list) and texts else ""

    async def _languages(self, request: web.Request) -> web.StreamResponse:
        known = [{"language": code.upper(), "name": code} for code in self.codes]
        return await self.told(request, self._unknown(request) or json(known))

    async def _usage(self, request: web.Request) -> web.StreamResponse:
        used = {"character_count": self.used, "character_limit": 500_000}
        return await self.told(request, self._unknown(request) or json(used))

    async def _glossary(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["id"] != GLOSSARY:
            return await self.told(request, json({"message": "Glossary not found"}, 404))
        pair = {"source_lang": "nl", "target_lang": "tr", "entry_count": 5}
        return await self.told(request, json({"glossary_id": GLOSSARY, "dictionaries": [pair]}))

    def _unknown(self, request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") == f"DeepL-Auth-Key {self.key}":
            return None
        return json({"message": "Invalid auth key"}, 403)

    def refusal(self, request: web.Request, body: Mapping[str, object]) -> web.Response | None:
        if unknown := self._unknown(request):
            return unknown
        if self.quota_used:
            return json({"message": "Quota Exceeded"}, 456)
        return self._language_refusal(body) or self._tag_refusal(body) or self._glossary_refusal(body)

    def _language_refusal(self, body: Mapping[str, object]) -> web.Response | None:
        for side in ("source_lang", "target_lang"):
            code = str(body.get(side, "" if side == "target_lang" else self.codes[0]))
            if code.lower() not in self.codes:
                return json({"message": f"Value for '{side}' not supported."}, 400)
        return None

    def _tag_refusal(self, body: Mapping[str, object]) -> web.Response | None:
        texts = body.get("text")
        if not isinstance(texts, list) or len(texts) != 1:
            return json({"message": "Parameter 'text' not specified."}, 400)
        try:
            ET.fromstring(f"<text>{texts[0]}</text>")  # noqa: S314 - our own text, and it has to be strict
        except ET.ParseError:
            return json({"message": "Tag handling parsing failed, please check input."}, 400)
        return None

    def _glossary_refusal(self, body: Mapping[str, object]) -> web.Response | None:
        if "glossary_id" not in body:
            return None
        if (body.get("source_lang"), body.get("target_lang")) != ("NL", "TR"):
            return json({"message": "No dictionary found for language pair"}, 400)
        return None

    def answer(self, body: Mapping[str, object], fault: Fault | None) -> web.Response:
        """Tags that are to be ignored come back with what is in them."""
        text = self.text_of(body)
        made = html.escape(self.translated(text, str(body["target_lang"]).lower(), fault), quote=False)
        made = re.sub(r"XK\d+X", lambda found: f"<x>{found[0]}</x>", made)
        found = str(body.get("source_lang", language_of(text, fault).upper()))
        return json({"translations": [{"detected_source_language": found, "text": made}]})


def _words(marked: str) -> str:
    return html.unescape(re.sub(r"</?x>", "", marked))
