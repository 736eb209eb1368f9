"""Text as Telegram keeps it: HTML becomes plain text and entities, and links and commands are found."""

from __future__ import annotations

import re
from typing import Any

from playground.markup import parse_html
from playground.refusals import bad_request
from playground.wire import JSON, utf16_length

MOST_ENTITIES = 100
UNBROKEN = {"pre", "code", "text_link", "url", "mention", "bot_command", "email", "hashtag"}
FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]|\b(?:[a-z0-9-]+\.)+(?:be|com|org|net|eu|me|nl|bg|tr)\b(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)\]])?)"
    r"|(?<![\w/@])(?P<mention>@[A-Za-z]\w{3,31})\b"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<![\w+])(?P<phone_number>\+\d{9,15})\b",
    re.IGNORECASE,
)


def formatted(text: str, parse_mode: str | None, given: list[JSON] | None) -> tuple[str, list[JSON]]:
    """Plain text without outer white space and its entities, offsets in UTF-16 units.

    Raises Refusal when the markup cannot be parsed or its mode is unknown.
    """
    entities = [_checked(entity) for entity in given or ()]
    if parse_mode:
        text, entities = _parsed(text, parse_mode)
    text, entities = _trimmed(text, entities)
    return text, _in_order(entities + found_in(text, entities))[:MOST_ENTITIES]


def found_in(text: str, taken: list[JSON] | None = None) -> list[JSON]:
    """What Telegram itself marks: commands, addresses, mentions, hashtags, phone numbers."""
    if not any(sign in text for sign in "/@.#+"):
        return []
    return [entity for match in FOUND.finditer(text) if _is_free(entity := _found(text, match), taken or [])]


def _parsed(text: str, parse_mode: str) -> tuple[str, list[JSON]]:
    mode = parse_mode.lower()
    if mode == "html":
        return parse_html(text)
    if mode in {"markdown", "markdownv2"}:
        raise bad_request(
            "unsupported parse_mode: this local Telegram reads HTML only",
            rule="Formatting options: of the documented modes only HTML is built here",
        )
    raise bad_request("unsupported parse_mode", rule="Formatting options: HTML, MarkdownV2 or Markdown")


def _checked(entity: JSON) -> JSON:
    places = entity.get("offset"), entity.get("length")
    if isinstance(entity.get("type"), str) and all(isinstance(place, int) and place >= 0 for place in places):
        return dict(entity)
    raise bad_request("can't parse MessageEntity", rule="MessageEntity: type, offset and length are required")


def _trimmed(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    stripped = text.strip()
    if stripped == text or not entities:
        return stripped, entities
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(stripped)
    kept = (_moved(entity, cut, end) for entity in entities)
    return stripped, [entity for entity in kept if entity["length"] > 0]


def _moved(entity: JSON, cut: int, end: int) -> JSON:
    start = max(entity["offset"] - cut, 0)
    stop = min(entity["offset"] - cut + entity["length"], end)
    return entity | {"offset": start, "length": stop - start}


def _found(text: str, match: re.Match[str]) -> JSON:
    return {
        "type": match.lastgroup,
        "offset": utf16_length(text[: match.start()]),
        "length": utf16_length(match.group()),
    }


def _is_free(entity: JSON, taken: list[JSON]) -> bool:
    start, stop = entity["offset"], entity["offset"] + entity["length"]
    return not any(
        other["type"] in UNBROKEN and other["offset"] < stop and start < other["offset"] + other["length"]
        for other in taken
    )


def _in_order(entities: list[JSON]) -> list[JSON]:
    def place(entity: JSON) -> tuple[Any, Any]:
        return entity["offset"], -entity["length"]

    return sorted(entities, key=place)
