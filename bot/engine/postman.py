"""One call to Telegram, with what it needs around it: a picture stripped before anybody sees it, plain text as a way out."""

import asyncio
import re
from dataclasses import dataclass, replace
from html import unescape
from typing import Any, Final

import structlog

from bot.domain.intents import Call
from bot.engine.answers import Answer, Broken, Delivered, Reason, Unknown
from bot.engine.outcomes import Unfetched
from bot.engine.pictures import PictureUnreadable, stripped
from bot.engine.request import BotApi, FileNotFetched, FileTrouble

log = structlog.get_logger("postman")

CALL_SECONDS: Final = 15.0
UPLOAD_SECONDS: Final = 60.0
_PAID: Final = frozenset(
    {
        "sendMessage",
        "sendPhoto",
        "sendVoice",
        "sendVideo",
        "sendVideoNote",
        "sendMediaGroup",
        "sendLocation",
    }
)
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Postman:
    """`pays`: what is faster than Telegram's free pace is paid for (in Stars, by the operator's choice)."""

    api: BotApi
    pays: bool = False

    async def deliver(self, call: Call) -> Answer | Unfetched:
        """Make the call; the answer is that of the last request."""
        if self.pays and call.method in _PAID:
            call = replace(call, params={**call.params, "allow_paid_broadcast": True})
        if call.picture:
            return await self._deliver_picture(call, call.picture)
        answer = await self.api.call(call.method, call.params, timeout=CALL_SECONDS)
        if isinstance(answer, Broken) and answer.reason is Reason.PARSE_ENTITIES and "text" in call.params:
            log.error("markup-refused", method=call.method)
            return await self.api.call(call.method, _plain(call), timeout=CALL_SECONDS)
        return answer

    async def _deliver_picture(self, call: Call, file_id: str) -> Answer | Unfetched:
        """Fetch the file, strip it of all but the picture, and send it as a photo."""
        found = await self.api.call("getFile", {"file_id": file_id}, timeout=CALL_SECONDS)
        if isinstance(found, Unknown):
            return Unfetched()
        if not isinstance(found, Delivered):
            return found
        try:
            picture = await asyncio.to_thread(stripped, await self.api.download(_path(found.result)))
        except FileNotFetched as missing:
            gone = missing.trouble is not FileTrouble.UNREACHABLE
            return Broken(400, Reason.FILE_UNKNOWN) if gone else Unfetched()
        except PictureUnreadable:
            return Broken(400, Reason.FILE_UNKNOWN)
        params = {**call.params, "photo": "attach://picture"}
        return await self.api.call(call.method, params, files={"picture": picture}, timeout=UPLOAD_SECONDS)


def _path(result: Any) -> str:
    return str(result.get("file_path") or "")


def _plain(call: Call) -> dict[str, object]:
    """The same words without markup."""
    text = unescape(_TAG.sub("", str(call.params["text"])))
    return {key: value for key, value in call.params.items() if key != "parse_mode"} | {"text": text}
