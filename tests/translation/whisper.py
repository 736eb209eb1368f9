"""A transcriber's server on loopback: /v1/audio/transcriptions as it is documented, with faults on demand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Self

from aiohttp import web

from tests.translation.faults import Fault, Faults, json, reset, spoilt


@dataclass(frozen=True, slots=True)
class Sound:
    """One call: the fields of its form, and the file."""

    fields: dict[str, str]
    name: str
    content: bytes
    key: str | None


class Whisper:
    """`async with` one: it listens at `url`, remembers `sounds`, fails by `faults`, and hears `says` in `language`."""

    def __init__(self, says: str = "Боклукът стои от една седмица.", language: str = "bulgarian") -> None:
        self.says = says
        self.language = language
        self.sounds: list[Sound] = []
        self.faults = Faults()
        self.url = ""
        self._ends = asyncio.Event()
        app = web.Application(client_max_size=2**25)
        app.add_routes([web.post("/v1/audio/transcriptions", self._transcribe)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ends.set()
        await self._runner.cleanup()

    async def _transcribe(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        file = form.get("file")
        if not isinstance(file, web.FileField) or not form.get("model"):
            return json({"error": {"message": "a file and a model are required"}}, 400)
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        key = request.headers.get("Authorization")
        self.sounds.append(Sound(fields, file.filename, file.file.read(), key))
        fault = self.faults.next()
        if fault is Fault.SLOW:
            await self._ends.wait()
            return reset(request)
        heard = {"text": spoilt(self.says, self.says, fault), "language": self.language, "duration": 3.1}
        return await self.faults.answer(fault, request) or json(heard)
