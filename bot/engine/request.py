"""How calls reach Telegram: python-telegram-bot's request on aiohttp, and the sender's direct way on the same pool."""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from typing import Any, Final, TypeGuard
from urllib.parse import quote

import orjson
from aiohttp import ClientTimeout, FormData
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.domain.intents import File
from bot.engine.answers import Answer, Delivered, Gap, Garbled, Later, Unknown, answer_of, is_done
from bot.engine.connections import Body, Connections, Lost, Reply
from bot.engine.salvage import result_of
from bot.settings import Secret

CALLS: Final = 256
LARGEST_DOWNLOAD: Final = 20 * 1024 * 1024
CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 10.0
DOWNLOAD_SECONDS: Final = 60.0
NOT_FOUND: Final = {400, 404, 410}
# Seconds, None for no limit, or PTB's own marker for "not given".
Patience = Any

# Without it PTB gives `retry_after` as bare seconds, with a warning that is an error in our tests.
os.environ.setdefault("PTB_TIMEDELTA", "1")


class FileTrouble(StrEnum):
    TOO_LARGE = "too-large"
    GONE = "gone"
    UNREACHABLE = "unreachable"


class FileNotFetched(Exception):
    """A file did not come; only when UNREACHABLE may it come later."""

    def __init__(self, trouble: FileTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class BotApi:
    """The Bot API called directly: JSON out, an Answer back. The token stays inside."""

    __slots__ = ("_connections", "_files", "_methods", "_urls")

    def __init__(self, connections: Connections, api_root: str, token: Secret) -> None:
        self._connections = connections
        self._methods = f"{api_root}/bot{token.reveal()}/"
        self._files = f"{api_root}/file/bot{token.reveal()}/"
        self._urls: dict[str, URL] = {}

    def __repr__(self) -> str:
        return "BotApi(…)"

    async def call(
        self,
        method: str,
        params: Mapping[str, object],
        *,
        files: Mapping[str, bytes | File] | None = None,
        timeout: float,  # noqa: ASYNC109 # aiohttp ends the call; asyncio.timeout could not tell what was written
    ) -> Answer:
        """Call `method` once and say what came of it, within `timeout` seconds in all.

        `files` go up under these names, to be meant in `params` as `attach://NAME`.
        """
        body = await _multipart(params, files) if files else Body(orjson.dumps(params))
        reply = await self._connections.post(self._url(method), body, _within(timeout))
        answer = _answer(reply)
        return _salvaged(method, reply.body) if _is_garbled(reply, answer) else answer

    async def updates(self, params: Mapping[str, object], *, timeout: float) -> Answer | Garbled:  # noqa: ASYNC109 # as call
        """Ask for updates, which hold whatever people send: also what cannot be read."""
        reply = await self._connections.post(
            self._url("getUpdates"), Body(orjson.dumps(params)), _within(timeout)
        )
        answer = _answer(reply)
        return Garbled(reply.body) if _is_garbled(reply, answer) else answer

    async def download(self, file_path: str) -> bytes:
        """Fetch a file by the path getFile gave, at most 20 MB; raises FileNotFetched."""
        if ".." in file_path.split("/"):
            raise FileNotFetched(FileTrouble.GONE)
        url = URL(self._files + quote(file_path.lstrip("/")), encoded=True)
        match await self._connections.get(url, _within(DOWNLOAD_SECONDS), LARGEST_DOWNLOAD):
            case Reply(200, content):
                return content
            case Reply(status, _) if status in NOT_FOUND:
                raise FileNotFetched(FileTrouble.GONE)
            case None:
                raise FileNotFetched(FileTrouble.TOO_LARGE)
            case _:
                raise FileNotFetched(FileTrouble.UNREACHABLE)

    def _url(self, method: str) -> URL:
        url = self._urls.get(method)
        if url is None:
            url = self._urls[method] = URL(self._methods + method, encoded=True)
        return url


class AiohttpRequest(BaseRequest):
    """What python-telegram-bot's Bot calls through; one instance for calls, one for getUpdates.

    Telegram's refusals become PTB's exceptions as always. A lost call is TimedOut or NetworkError, neither of
    which says whether it took effect, and neither holds an address.
    """

    __slots__ = ("connections",)

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    @property
    def read_timeout(self) -> float:
        return READ_SECONDS

    async def initialize(self) -> None:
        await self.connections.open()

    async def shutdown(self) -> None:
        await self.connections.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Parse Telegram's JSON; raises TelegramError, and unlike PTB's own logs nothing of what it got."""
        try:
            return orjson.loads(payload)
        except orjson.JSONDecodeError:
            result = result_of(payload) if is_done(payload) else None
            if result is not None:
                return {"ok": True, "result": result}
            raise TelegramError("Invalid server response") from None

    async def do_request(  # noqa: PLR0913, PLR0917 # PTB's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Patience = BaseRequest.DEFAULT_NONE,
        write_timeout: Patience = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 # aiohttp has no such time-out
        connect_timeout: Patience = BaseRequest.DEFAULT_NONE,
        pool_timeout: Patience = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        patience = ClientTimeout(
            connect=_added(_or(pool_timeout, CONNECT_SECONDS), _or(connect_timeout, CONNECT_SECONDS)),
            sock_connect=_or(connect_timeout, CONNECT_SECONDS),
            sock_read=_or(read_timeout, READ_SECONDS),
            total=None,
        )
        if method == "GET":
            return _bytes_or_error(
                await self.connections.get(URL(url, encoded=True), patience, LARGEST_DOWNLOAD)
            )
        body = await _ptb_body(request_data)
        return _bytes_or_error(await self.connections.post(URL(url, encoded=True), body, patience))


def _answer(reply: Reply | Lost) -> Answer:
    match reply:
        case Reply(status, content):
            return answer_of(status, content)
        case Lost(written=False):
            return Later(None)
        case Lost():
            return Unknown(Gap.NO_ANSWER)


def _is_garbled(reply: Reply | Lost, answer: Answer) -> TypeGuard[Reply]:
    """Whether Telegram did it and says so, with words that cannot be read."""
    return isinstance(reply, Reply) and answer == Unknown(Gap.NOT_JSON, 200) and is_done(reply.body)


def _salvaged(method: str, body: bytes) -> Answer:
    """It was done, whatever can be read of it; only who merely asked for something has nothing without that."""
    result = result_of(body)
    is_question = method.startswith("get")
    return Unknown(Gap.NOT_JSON, 200) if result is None and is_question else Delivered(result)


def _bytes_or_error(reply: Reply | Lost | None) -> tuple[int, bytes]:
    match reply:
        case Reply(status, content):
            return status, content
        case Lost(timed_out=True):
            raise TimedOut
        case Lost(kind=kind):
            raise NetworkError(kind)
        case None:
            raise NetworkError("File too large")


async def _ptb_body(data: RequestData | None) -> Body:
    if data is None:
        return Body(b"{}")
    if not data.contains_files:
        return Body(orjson.dumps(data.parameters))
    form = FormData(data.json_parameters)
    for name, (file_name, content, mime_type) in data.multipart_data.items():
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=file_name, content_type=mime_type)
    return await _form_body(form)


async def _multipart(params: Mapping[str, object], files: Mapping[str, bytes | File]) -> Body:
    form = FormData(
        {
            name: value if isinstance(value, str) else orjson.dumps(value).decode()
            for name, value in params.items()
        }
    )
    for name, given in files.items():
        file = File(name, given) if isinstance(given, bytes) else given
        form.add_field(
            name, BytesIO(file.content), filename=file.name, content_type="application/octet-stream"
        )
    return await _form_body(form)


async def _form_body(form: FormData) -> Body:
    writer = form()
    return Body(await writer.as_bytes(), writer.content_type)


@lru_cache(maxsize=64)
def _within(seconds: float) -> ClientTimeout:
    return ClientTimeout(total=seconds, sock_connect=min(seconds, CONNECT_SECONDS))


def _or(given: Patience, default: float) -> float | None:
    return default if given is BaseRequest.DEFAULT_NONE else given


def _added(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first + second
