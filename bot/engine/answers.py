"""What Telegram's answer to one call means for the sender: eight outcomes, none of which holds anybody's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

import orjson

# How Telegram's own answer begins when it did what was asked; a proxy's page begins otherwise.
_DONE: Final = re.compile(rb'\s*\{\s*"ok"\s*:\s*true\b')
UNSAID_PENALTY: Final = 5.0
SERVER_ERROR: Final = 500
TOO_MANY: Final = 429
TOO_LARGE: Final = 413


class Reason(StrEnum):
    """Why Telegram refused; `OTHER` covers every wording we do not know."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NEVER_STARTED = "never-started"
    KICKED = "kicked"
    CHAT_NOT_FOUND = "chat-not-found"
    NOT_MODIFIED = "not-modified"
    MESSAGE_NOT_FOUND = "message-not-found"
    MESSAGE_FIXED = "message-fixed"
    REPLY_NOT_FOUND = "reply-not-found"
    PARSE_ENTITIES = "parse-entities"
    TOO_OLD = "too-old"
    TOO_LONG = "too-long"
    EMPTY = "empty"
    FILE_UNKNOWN = "file-unknown"
    FILE_AWAY = "file-away"
    BUTTONS = "buttons"
    VOICE_FORBIDDEN = "voice-forbidden"
    NO_RIGHTS = "no-rights"
    TOO_LARGE = "too-large"
    OTHER = "other"


class Gap(StrEnum):
    """Why nobody knows whether a call took effect."""

    NO_ANSWER = "no-answer"
    SERVER_ERROR = "server-error"
    NOT_JSON = "not-json"


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram did it; `result` is the parsed JSON and is kept out of repr, for it holds words and names."""

    result: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unreachable:
    """This chat cannot be written to until the person acts."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Broken:
    """Refused for what we sent: our mistake, or a state that passed. Sending the same again is useless."""

    code: int
    reason: Reason

    @property
    def may_pass(self) -> bool:
        """Whether it may be had later: of a file Telegram says in one line that the id is wrong, or that it is away."""
        return self.reason is Reason.FILE_AWAY


@dataclass(frozen=True, slots=True)
class Later:
    """It certainly did not take effect. `retry_after` in seconds when limited (429), None when never written."""

    retry_after: float | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """It left, or may have, and nothing says whether it took effect. `code` is None without an HTTP status."""

    gap: Gap
    code: int | None = None


@dataclass(frozen=True, slots=True)
class Revoked:
    """The token is not, or no longer, valid (401), or the address is not the Bot API's (404)."""

    code: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else takes this bot's updates: by a webhook, or by polling."""

    webhook: bool


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group has a new id, which replaces the old one everywhere."""

    new_chat_id: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Garbled:
    """Telegram did it, and what it says of that cannot be read: nested too deeply, half a letter."""

    body: bytes = field(repr=False)


Answer = Delivered | Unreachable | Broken | Later | Unknown | Revoked | Conflict | Migrated

# Telegram documents no codes below 400 and 403, only wordings; compared in lower case, first match wins.
_FORBIDDEN: Final = (
    ("blocked", Reason.BLOCKED),
    ("deactivated", Reason.DEACTIVATED),
    ("initiate conversation", Reason.NEVER_STARTED),
    ("kicked", Reason.KICKED),
    ("not a member", Reason.KICKED),
)
_GONE_CHAT: Final = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "chat_id is empty",
    "user_is_deactivated",
)
_REFUSED: Final = (
    ("not modified", Reason.NOT_MODIFIED),
    ("replied not found", Reason.REPLY_NOT_FOUND),
    ("reply not found", Reason.REPLY_NOT_FOUND),
    ("replied message not found", Reason.REPLY_NOT_FOUND),
    ("reply_message_id_invalid", Reason.REPLY_NOT_FOUND),
    ("query is too old", Reason.TOO_OLD),
    ("query id is invalid", Reason.TOO_OLD),
    ("query_id_invalid", Reason.TOO_OLD),
    ("can't parse", Reason.PARSE_ENTITIES),
    ("too long", Reason.TOO_LONG),
    ("too_long", Reason.TOO_LONG),
    ("is empty", Reason.EMPTY),
    ("must be non-empty", Reason.EMPTY),
    ("can't be edited", Reason.MESSAGE_FIXED),
    ("can't be deleted", Reason.MESSAGE_FIXED),
    ("message_id_invalid", Reason.MESSAGE_NOT_FOUND),
    ("not found", Reason.MESSAGE_NOT_FOUND),
    ("voice_messages_forbidden", Reason.VOICE_FORBIDDEN),
    ("video_messages_forbidden", Reason.VOICE_FORBIDDEN),
    ("file is temporarily unavailable", Reason.FILE_AWAY),
    ("file", Reason.FILE_UNKNOWN),
    ("button", Reason.BUTTONS),
    ("keyboard", Reason.BUTTONS),
    ("reply markup", Reason.BUTTONS),
    ("rights", Reason.NO_RIGHTS),
    ("write_forbidden", Reason.NO_RIGHTS),
)


def answer_of(status: int, body: bytes) -> Answer:
    """Judge a whole HTTP answer. Only Telegram's own JSON is believed; a proxy's page says nothing."""
    told = _parsed(body)
    if told is None:
        return _without_json(status)
    if told.get("ok") is True:
        return Delivered(told["result"]) if "result" in told else Unknown(Gap.NOT_JSON, status)
    code = told.get("error_code")
    return _refusal(code if type(code) is int else status, told)


def is_done(body: bytes) -> bool:
    """Whether an answer begins as Telegram's own does when all went well; it need not be readable."""
    return _DONE.match(body) is not None


def _parsed(body: bytes) -> dict[str, Any] | None:
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return told if isinstance(told, dict) and isinstance(told.get("ok"), bool) else None


def _without_json(status: int) -> Answer:
    if status == TOO_MANY:
        return Later(UNSAID_PENALTY)
    if status == TOO_LARGE:
        return Broken(status, Reason.TOO_LARGE)
    return Unknown(Gap.SERVER_ERROR if status >= SERVER_ERROR else Gap.NOT_JSON, status)


def _refusal(code: int, told: Mapping[str, Any]) -> Answer:
    said, parameters = str(told.get("description", "")).lower(), _parameters(told)
    if type(new_id := parameters.get("migrate_to_chat_id")) is int:
        return Migrated(new_id)
    if code == TOO_MANY:
        return Later(_seconds(parameters.get("retry_after")))
    if code >= SERVER_ERROR:
        return Unknown(Gap.SERVER_ERROR, code)
    return _final(code, said)


def _final(code: int, said: str) -> Answer:
    match code:
        case 401 | 404:
            return Revoked(code)
        case 409:
            return Conflict(webhook="webhook" in said)
        case 403:
            return Unreachable(_first(_FORBIDDEN, said))
        case _:
            return _bad_request(code, said)


def _bad_request(code: int, said: str) -> Answer:
    if any(wording in said for wording in _GONE_CHAT):
        return Unreachable(Reason.CHAT_NOT_FOUND)
    return Broken(code, Reason.TOO_LARGE if code == TOO_LARGE else _first(_REFUSED, said))


def _parameters(told: Mapping[str, Any]) -> Mapping[str, Any]:
    parameters = told.get("parameters")
    return parameters if isinstance(parameters, dict) else {}


def _seconds(told: object) -> float:
    """Give what Telegram asked for; a 429 that names nothing usable still means: not now."""
    usable = isinstance(told, int | float) and not isinstance(told, bool) and told >= 0
    return float(told) if usable else UNSAID_PENALTY  # type: ignore[arg-type] # usable says it is a number


def _first(wordings: tuple[tuple[str, Reason], ...], said: str) -> Reason:
    return next((reason for wording, reason in wordings if wording in said), Reason.OTHER)
