"""What can still be read of an answer that is no JSON: one odd update or name must not take the rest along."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

# A whole string, or a bracket; possessive, so that ten megabytes cost one step and no memory.
_TOKEN: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}]', re.DOTALL)
# The first one of an update: inside a text its quotation marks would have strokes before them.
_NUMBER: Final = re.compile(rb'"update_id"\s*:\s*([0-9]{1,18})\b')
# The answer itself, the array in it, an update.
_UPDATE: Final = 3


@dataclass(frozen=True, slots=True)
class Unread:
    """What came in place of an update; `number` is its id where that much can be seen."""

    body: bytes = field(repr=False)

    @property
    def number(self) -> int | None:
        found = _NUMBER.search(self.body)
        return int(found[1]) if found else None


def salvaged(body: bytes) -> list[Any]:
    """The updates in the order they came, each as it can be read or as Unread; none when it is cut off."""
    parts, depth, start = list[bytes](), 0, 0
    for token in _TOKEN.finditer(body):
        mark = body[token.start()]
        if mark in b"[{":
            depth += 1
            start = token.start() if depth == _UPDATE else start
        elif mark in b"]}":
            if depth == _UPDATE:
                parts.append(body[start : token.end()])
            depth -= 1
    return [_read(part) for part in parts] if depth == 0 else []


def result_of(body: bytes) -> Any:
    """The result in an answer of Telegram's, each half letter a question mark; None when even so it cannot be read."""
    with suppress(ValueError, RecursionError):
        # The standard library lets half letters in, which neither orjson nor a database does.
        whole = json.dumps(json.loads(body), ensure_ascii=False).encode("utf-8", "replace")
        told = orjson.loads(whole)
        return told.get("result") if isinstance(told, dict) else None
    return None


def _read(part: bytes) -> Any:
    try:
        return orjson.loads(part)
    except orjson.JSONDecodeError:
        return Unread(part)
