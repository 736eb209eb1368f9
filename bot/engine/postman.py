"""One call to Telegram, what must come before it (a picture stripped before anybody sees it), and plain text as a way out."""

import re
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Final

from bot.domain.intents import Call
from bot.engine.answers import Answer, Broken, Reason
from bot.engine.fetching import CALL_SECONDS, picture_of
from bot.engine.outcomes import Attempt
from bot.engine.request import BotApi

UPLOAD_SECONDS: Final = 60.0
_PAID: Final = frozenset(
    {
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "sendVoice",
        "sendVideo",
        "sendVideoNote",
        "sendMediaGroup",
        "sendLocation",
    }
)
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrated(Call):
    """A call whose picture has been fetched and stripped."""

    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Postman:
    """`pays`: what is faster than Telegram's free pace is paid for (in Stars, by the operator's choice)."""

    api: BotApi
    pays: bool = False

    async def prepare(self, call: Call) -> Call | Attempt:
        """Fetch its picture and strip it of all but what is seen; the call that may leave, or why there is none."""
        if call.picture is None:
            return call
        content = await picture_of(self.api, call.picture)
        if not isinstance(content, bytes):
            return content
        return Illustrated(call.method, {**call.params, "photo": "attach://picture"}, content=content)

    async def deliver(self, call: Call) -> Answer:
        """Make the call, which is one request; a call with a picture must have been prepared."""
        params = call.params
        if self.pays and call.method in _PAID:
            params = {**params, "allow_paid_broadcast": True}
        if isinstance(call, Illustrated):
            files = {"picture": call.content}
            return await self.api.call(call.method, params, files=files, timeout=UPLOAD_SECONDS)
        if call.file is not None:
            params = {**params, "document": "attach://file"}
            return await self.api.call(call.method, params, files={"file": call.file}, timeout=UPLOAD_SECONDS)
        return await self.api.call(call.method, params, timeout=CALL_SECONDS)


def is_markup_refused(call: Call, attempt: Attempt) -> bool:
    """Whether it may still be said without markup."""
    refused = isinstance(attempt, Broken) and attempt.reason is Reason.PARSE_ENTITIES
    return refused and "text" in call.params and "parse_mode" in call.params


def without_markup(call: Call) -> Call:
    """The same words as plain text; a call that has no markup stays as it is."""
    if "text" not in call.params or "parse_mode" not in call.params:
        return call
    text = unescape(_TAG.sub("", str(call.params["text"])))
    params = {key: value for key, value in call.params.items() if key != "parse_mode"}
    return replace(call, params=params | {"text": text})
