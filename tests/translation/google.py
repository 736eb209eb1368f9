"""Google Translate's page for small phones, on loopback: a page with the translation in it."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import ClassVar

import deep_translator  # noqa: F401 - slow to load, and no call should wait for it
from aiohttp import web

from bot.translation.choosing import Choice
from tests.translation.faults import Fault
from tests.translation.machine import Machine


class Google(Machine):
    name: ClassVar[str] = "google"
    path: ClassVar[str] = "/m"

    @property
    def choice(self) -> Choice:
        return Choice(self.name, f"{self.url}/m")

    def routes(self) -> list[web.RouteDef]:
        return []

    def text_of(self, body: Mapping[str, object]) -> str:
        return str(body.get("q", ""))

    def refusal(self, request: web.Request, body: Mapping[str, object]) -> web.Response | None:  # noqa: ARG002 - it knows no keys
        return None if {"q", "sl", "tl"} <= body.keys() else web.Response(status=400)

    def answer(self, body: Mapping[str, object], fault: Fault | None) -> web.Response:
        made = html.escape(self.translated(self.text_of(body), str(body["tl"]), fault), quote=False)
        page = f"<!doctype html><body><div class='result-container'>{made}</div></body>"
        return web.Response(text=page, content_type="text/html")
