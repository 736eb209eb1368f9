"""The page with the phones: its files, its WebSocket, and the pictures in its bubbles. Loopback only."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlsplit

import orjson
from aiohttp import WSMsgType, web

from playground.acts import ActRefused, act_of, upload_of
from playground.cast import CAST, PLACES, POSTERS, STEPS, Holder
from playground.people import Person
from playground.telegram import Telegram
from playground.wire import JSON

STATIC: Final = Path(__file__).parent / "static"
SWITCHES: Final = frozenset({"down", "too_many"})
MOST_WAITING: Final = 2_000  # events a sleeping browser may be behind before it has to start anew
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Companion(Protocol):
    """The bot as the page knows it: how it is, and how to start it anew."""

    @property
    def state(self) -> str: ...

    def restart(self) -> None: ...


@dataclass(slots=True)
class Page:
    """The phones of the cast over one local Telegram, and every browser that looks at them.

    `companion` is the bot that was started beside it, None when there is none.
    """

    telegram: Telegram
    cast: Sequence[Holder] = CAST
    companion: Companion | None = None
    phones: dict[int, tuple[Holder, Person]] = field(default_factory=dict)
    _watchers: set[asyncio.Queue[bytes | None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for holder in self.cast:
            self.phones[holder.user_id] = (holder, self._given(holder))
        self.telegram.listeners.append(self._happened)

    def _given(self, holder: Holder) -> Person:
        names: dict[str, str | None] = {"last_name": holder.last_name, "username": holder.username}
        return self.telegram.person(
            holder.user_id, holder.first_name, phone=holder.phone, language_code=holder.language_code, **names
        )

    def person(self, key: str) -> Person:
        """The phone of this member of the cast; raises StopIteration for an unknown key."""
        return next(person for holder, person in self.phones.values() if holder.key == key)

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/", _guarded(self._index)),
            web.get("/static/{name}", _guarded(self._static)),
            web.get("/page/socket", _guarded(self._socket)),
            web.get("/page/file/{file_id}", _guarded(self._file)),
            web.post("/page/upload", _guarded(self._upload)),
        ]

    def process_changed(self, state: str) -> None:
        self._tell({"type": "process", "state": state})

    def _happened(self, event: JSON) -> None:
        if "chat" in event and event["chat"] not in self.phones:
            return  # a group, a channel, somebody without a phone on this page
        if event["type"] == "bot":
            event = {
                "type": "bot",
                "phones": {str(number): self._bot(person) for number, (_, person) in self.phones.items()},
            }
        self._tell(event)

    def _tell(self, event: JSON) -> None:
        if not self._watchers:
            return
        frame = orjson.dumps(event)
        for queue in list(self._watchers):
            if queue.qsize() < MOST_WAITING:
                queue.put_nowait(frame)
            else:
                self._watchers.discard(queue)
                queue.put_nowait(None)

    def _hello(self) -> JSON:
        return {
            "type": "hello",
            "phones": [self._phone(holder, person) for holder, person in self.phones.values()],
            "places": PLACES,
            "posters": POSTERS,
            "steps": STEPS,
            "switches": self.telegram.faults.switches(),
            "process": {"state": self.companion.state if self.companion else "absent"},
        }

    def _phone(self, holder: Holder, person: Person) -> JSON:
        chat = person.chat
        return {
            "chat": chat.id,
            "person": person.user,
            "role": {"key": holder.key, "title": holder.title, "short": holder.short},
            "phrases": holder.phrases,
            "messages": chat.messages,
            "keyboard": chat.keyboard,
            "commands": chat.commands,
            "unread": person.unread,
            "bot": self._bot(person),
            "username": self.telegram.username,
            "started": chat.standing != "stranger",
            "blocked": chat.standing == "blocked",
        }

    def _bot(self, person: Person) -> JSON:
        return self.telegram.profile.shown(person.language_code)

    async def _index(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / "index.html", headers=HEADERS)

    async def _static(self, request: web.Request) -> web.StreamResponse:
        path = STATIC / Path(request.match_info["name"]).name
        if not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=HEADERS)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        file_id = request.match_info["file_id"]
        try:
            data, mime_type = self.telegram.files.content(file_id), self.telegram.files.mime_type(file_id)
        except KeyError:
            raise web.HTTPNotFound from None
        return _ranged(request, data, mime_type)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        file, caption = form.get("file"), form.get("caption")
        if not isinstance(file, web.FileField) or str(form.get("person")) not in map(str, self.phones):
            return web.Response(status=400, text="A file and a phone are needed.")
        person = self.phones[int(str(form["person"]))][1]
        try:
            upload_of(
                person,
                str(form.get("kind")),
                file.file.read(),
                file.filename,
                file.content_type,
                str(caption or "") or None,
            )
        except ActRefused as refused:
            return web.Response(status=400, text=str(refused))
        return web.Response(status=204)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=20, max_msg_size=1 << 20)
        await socket.prepare(request)
        queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        queue.put_nowait(orjson.dumps(self._hello()))
        self._watchers.add(queue)
        try:
            async with asyncio.TaskGroup() as group:
                telling = group.create_task(_tells(socket, queue))
                await self._listens(socket, queue)
                telling.cancel()
        finally:
            self._watchers.discard(queue)
        return socket

    async def _listens(self, socket: web.WebSocketResponse, queue: asyncio.Queue[bytes | None]) -> None:
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                queue.put_nowait(orjson.dumps(self._answer(frame.data)))

    def _answer(self, frame: str) -> JSON:
        try:
            details = orjson.loads(frame)
            return {"type": "done", "ref": details.get("ref")} | self._acted(details)
        except (orjson.JSONDecodeError, AttributeError):
            return {"type": "done", "refused": "This was no act."}

    def _acted(self, details: JSON) -> JSON:
        try:
            return self._act(str(details.pop("act", "")), details)
        except ActRefused as refused:
            return {"refused": str(refused)}

    def _act(self, act: str, details: JSON) -> JSON:
        if act == "switch":
            return self._switch(str(details.get("name")), on=bool(details.get("on")))
        if act == "restart":
            return self._restart()
        if details.get("person") not in self.phones:
            raise ActRefused("There is no such phone.")
        return self._by(self.phones[details["person"]][1], act, details)

    def _by(self, person: Person, act: str, details: JSON) -> JSON:
        before = person.chat.standing
        done = act_of(person, act, details)
        if person.chat.standing != before:
            standing = person.chat.standing
            self._tell(
                {"type": "contact", "chat": person.chat.id, "started": True, "blocked": standing == "blocked"}
            )
        return done

    def _switch(self, name: str, *, on: bool) -> JSON:
        if name not in SWITCHES:
            raise ActRefused("There is no such switch.")
        self.telegram.faults.switch(**{name: on})
        return {}

    def _restart(self) -> JSON:
        if self.companion is None:
            raise ActRefused("No bot was started here.")
        self.companion.restart()
        return {}


async def _tells(socket: web.WebSocketResponse, queue: asyncio.Queue[bytes | None]) -> None:
    try:
        while (frame := await queue.get()) is not None:
            await socket.send_str(frame.decode())
        await socket.close()
    except ConnectionError:
        await socket.close()  # the browser has gone; it begins anew when it comes back


def _guarded(handler: Handler) -> Handler:
    """Only for browsers of this machine, and for no page but ours: other sites must not press buttons here."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if not _is_loopback(request.host) or (origin and urlsplit(origin).netloc != request.host):
            raise web.HTTPForbidden(text="This page is for this computer only.")
        return await handler(request)

    return guarded


def _is_loopback(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _ranged(request: web.Request, data: bytes, mime_type: str) -> web.Response:
    """A player asks for parts, so that it may jump; an unfit range gets the whole."""
    headers = HEADERS | {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, max-age=3600",
        "Content-Type": mime_type,
    }
    try:
        start, stop, _ = request.http_range.indices(len(data))
    except ValueError:
        start, stop = 0, len(data)
    if start >= stop or "Range" not in request.headers:
        return web.Response(body=data, headers=headers)
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(data)}"
    return web.Response(status=206, body=data[start:stop], headers=headers)
