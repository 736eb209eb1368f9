"""Writes down what was spoken: a server of the city's own that speaks /v1/audio/transcriptions. Sound cannot be masked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from aiohttp import FormData

from bot.translation.calls import Calls, Patience, inner, text_in
from bot.translation.own_network import leads_outside
from bot.translation.translator import Reason, TranslationFailed

# A minute of sound takes a small machine some seconds; nobody waits for it, the sound itself has gone.
PATIENCE: Final = Patience(connect=8.0, total=120.0, retries=1, pause=1.0)
LONGEST: Final = 4_000
# Servers name a language in English or by its code.
LANGUAGES: Final = {"dutch": "nl", "flemish": "nl", "turkish": "tr", "bulgarian": "bg"}
USUAL_MODEL: Final = "whisper-1"


class TranscriberWrong(ValueError):
    """The transcriber cannot be used; one line for the operator, without the key."""


@dataclass(frozen=True, slots=True)
class Transcribed:
    """What was heard; `language` is a code, empty where the server names none that we know."""

    text: str = field(repr=False)
    language: str
    engine: str


@dataclass(frozen=True, slots=True)
class Transcriber:
    calls: Calls
    model: str = USUAL_MODEL

    @property
    def engine(self) -> str:
        return f"transcriber {self.model}"[:60]

    async def transcribe(self, sound: bytes, name: str) -> Transcribed:
        """Write it down in the language that is spoken; `name` tells the kind of file. Raises TranslationFailed."""
        answer = await self.calls.post("/v1/audio/transcriptions", lambda: self._form(sound, name))
        text = " ".join(text_in(answer, "text").split())
        if not any(map(str.isalnum, text)):
            raise TranslationFailed(Reason.EMPTY)
        if len(text) > LONGEST:
            raise TranslationFailed(Reason.TOO_LONG)
        named = str(inner(answer, "language") or "").casefold()
        return Transcribed(
            text, LANGUAGES.get(named, named if named in LANGUAGES.values() else ""), self.engine
        )

    async def close(self) -> None:
        await self.calls.close()

    def _form(self, sound: bytes, name: str) -> FormData:
        form = FormData()
        form.add_field("model", self.model)
        form.add_field("response_format", "verbose_json")
        form.add_field("temperature", "0")
        form.add_field("file", sound, filename=name, content_type="application/octet-stream")
        return form


def transcriber_at(
    url: str, *, key: str | None = None, model: str | None = None, patience: Patience = PATIENCE
) -> Transcriber:
    """The server at that address. Raises TranscriberWrong for one outside: who speaks is in every sound."""
    if leads_outside(url):
        raise TranscriberWrong(
            "the address is outside the city's own network, and sound cannot be masked; "
            "expected a private or loopback address"
        )
    calls = Calls(
        url=url.rstrip("/").removesuffix("/v1"),
        headers={"Authorization": f"Bearer {key}"} if key else {},
        patience=patience,
        local=True,
    )
    return Transcriber(calls, model or USUAL_MODEL)
