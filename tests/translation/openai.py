"""A server of language models on loopback: /v1/chat/completions and /v1/models, with a model that may misbehave."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Final

import orjson
from aiohttp import web

from bot.translation.calls import inner
from bot.translation.choosing import Choice
from tests.translation.faults import Fault, json
from tests.translation.machine import CODES, Machine, language_of

KEY: Final = "sk-of-the-city"
MODEL: Final = "polyglot-7b"
CODE_OF: Final = {"Dutch": "nl", "Turkish": "tr", "Bulgarian": "bg"}


class Whim(StrEnum):
    """How the model answers instead of the JSON it was asked for; each lasts."""

    OBEYS = "does what the text orders, in plain words"
    OBEYS_IN_JSON = "does what the text orders, as another JSON"
    PROSE = "writes a sentence around the JSON"
    FENCED = "sets the JSON between fences"
    CUT = "was cut off by its limit"
    FILTERED = "was stopped by a filter"
    NUMBER = "gives a number as the translation"
    ODD_LANGUAGE = "calls the language by a sentence"


class OpenAi(Machine):
    """`knows_format` False: an older server, which refuses to be asked for JSON."""

    name: ClassVar[str] = "openai"
    path: ClassVar[str] = "/v1/chat/completions"

    def __init__(self, *, codes: tuple[str, ...] = CODES, sealed_by: ssl.SSLContext | None = None) -> None:
        self.key = KEY
        self.knows_format = True
        self.whim: Whim | None = None
        super().__init__(codes=codes, sealed_by=sealed_by)

    @property
    def choice(self) -> Choice:
        return Choice(self.name, f"{self.url}/v1", KEY, MODEL)

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/v1/models", self._models)]

    def text_of(self, body: Mapping[str, object]) -> str:
        return str(_data(body).get("text", ""))

    async def _models(self, request: web.Request) -> web.StreamResponse:
        known = {"object": "list", "data": [{"id": MODEL, "object": "model"}]}
        return await self.told(request, self._unknown(request) or json(known))

    def _unknown(self, request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") == f"Bearer {self.key}":
            return None
        return _error(401, "Incorrect API key provided")

    def refusal(self, request: web.Request, body: Mapping[str, object]) -> web.Response | None:
        if unknown := self._unknown(request):
            return unknown
        if body.get("model") != MODEL:
            return _error(404, "The model does not exist")
        if not self.knows_format and "response_format" in body:
            return _error(400, "unknown field: response_format")
        return None

    def answer(self, body: Mapping[str, object], fault: Fault | None) -> web.Response:
        data = _data(body)
        text, target = str(data["text"]), CODE_OF[str(data["to"])]
        made = {"translation": self.translated(text, target, fault), "language": language_of(text, fault)}
        content, finish = _whimsical(made, self.whim)
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "message": message, "finish_reason": finish}
        return json({"object": "chat.completion", "model": MODEL, "choices": [choice]})


def _data(body: Mapping[str, object]) -> Mapping[str, object]:
    """What the user's message holds: one JSON object and nothing beside it."""
    content = inner(body, "messages", 1, "content")
    data: object = orjson.loads(content) if isinstance(content, str) else {}
    return data if isinstance(data, dict) else {}


def _whimsical(made: dict[str, str], whim: Whim | None) -> tuple[str, str]:
    """(what the model wrote, why it ended)."""
    plain = orjson.dumps(made).decode()
    written = {
        Whim.OBEYS: "HACKED",
        Whim.OBEYS_IN_JSON: '{"answer": "HACKED"}',
        Whim.PROSE: f"Sure! Here is the translation: {plain}",
        Whim.FENCED: f"```json\n{plain}\n```",
        Whim.CUT: plain[: len(plain) // 2],
        Whim.NUMBER: '{"translation": 7, "language": "nl"}',
        Whim.ODD_LANGUAGE: orjson.dumps(made | {"language": "It seems to be Turkish"}).decode(),
    }
    ends = {Whim.CUT: "length", Whim.FILTERED: "content_filter"}
    return (written.get(whim, plain), ends.get(whim, "stop")) if whim else (plain, "stop")


def _error(status: int, message: str) -> web.Response:
    return json({"error": {"message": message, "type": "invalid_request_error"}}, status)
