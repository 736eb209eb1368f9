"""Telegram's HTML: a few tags, strictly nested, refused in Telegram's own words when broken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playground.refusals import Refusal, bad_request
from playground.wire import JSON, utf16_length

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[^\s<>/=]*)(?P<rest>[^<>]*)(?P<close>>?)")
ATTRIBUTE = re.compile(r"\s*([^\s=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass(slots=True)
class _Open:
    name: str
    attributes: dict[str, str]
    offset: int


@dataclass(slots=True)
class _Reading:
    source: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[JSON] = field(default_factory=list)

    def take_text(self, raw: str) -> None:
        text = REFERENCE.sub(_character, raw) if "&" in raw else raw
        self.parts.append(text)
        self.length += utf16_length(text)

    def begin(self, name: str, rest: str, at: int) -> None:
        attributes = _attributes(rest)
        if name not in TAGS or (name == "span" and attributes.get("class") != "tg-spoiler"):
            wording = 'Tag "span" must have class "tg-spoiler"' if name == "span" else None
            raise self.refusal(wording or f'Unsupported start tag "{name}"', at)
        self.open.append(_Open(name, attributes, self.length))

    def finish(self, name: str, at: int) -> None:
        if not self.open:
            raise self.refusal("Unexpected end tag", at)
        opened = self.open.pop()
        if name and opened.name != name:
            expected = f'expected "</{opened.name}>", found "</{name}>"'
            raise self.refusal("Unmatched end tag", at, f", {expected}")
        if self.length > opened.offset:
            self.add(opened)

    def add(self, opened: _Open) -> None:
        entity: JSON = {
            "type": TAGS[opened.name],
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        if opened.name == "code" and self._is_language_of_pre(opened):
            return
        if detail := self._detail(opened):
            self.entities.append(entity | detail)

    def refusal(self, wording: str, at: int, rest: str = "") -> Refusal:
        byte = len(self.source[:at].encode("utf-8", "surrogatepass"))
        return _refused(f"{wording} at byte offset {byte}{rest}")

    def _is_language_of_pre(self, opened: _Open) -> bool:
        if not (self.open and self.open[-1].name == "pre" and self.open[-1].offset == opened.offset):
            return False
        language = opened.attributes.get("class", "")
        if language.startswith("language-"):
            self.open[-1].attributes["language"] = language.removeprefix("language-")
        return True

    def _detail(self, opened: _Open) -> JSON | None:
        match opened.name:
            case "a":
                return self._link(opened)
            case "pre" if "language" in opened.attributes:
                return {"language": opened.attributes["language"]}
            case "blockquote" if "expandable" in opened.attributes:
                return {"type": "expandable_blockquote"}
            case "tg-emoji":
                return {"custom_emoji_id": opened.attributes.get("emoji-id", "")}
            case _:
                return {"type": TAGS[opened.name]}

    def _link(self, opened: _Open) -> JSON | None:
        address = opened.attributes.get("href", "")
        # An address Telegram cannot open leaves the words without a link; it is no error.
        return {"url": address} if re.match(r"(https?|tg|mailto|tel):\S+$", address) else None


def parse_html(source: str) -> tuple[str, list[JSON]]:
    """Plain text and entities; raises Refusal with Telegram's wording when the markup is broken."""
    if "<" not in source and "&" not in source:
        return source, []
    reading = _Reading(source)
    at = 0
    while at < len(source):
        at = _step(reading, at)
    if reading.open:
        raise _refused(f'Can\'t find end tag corresponding to start tag "{reading.open[-1].name}"')
    return "".join(reading.parts), reading.entities


def _step(reading: _Reading, at: int) -> int:
    if reading.source[at] != "<":
        end = reading.source.find("<", at)
        end = len(reading.source) if end < 0 else end
        reading.take_text(reading.source[at:end])
        return end
    token = TOKEN.match(reading.source, at)
    if token is None or not token["close"]:
        raise reading.refusal("Unclosed end tag" if token and token["end"] else "Unclosed start tag", at)
    if token["end"]:
        reading.finish(token["name"].lower(), at)
    else:
        reading.begin(token["name"].lower(), token["rest"], at)
    return token.end()


def _attributes(rest: str) -> dict[str, str]:
    found = ((name.lower(), a or b or c) for name, a, b, c in ATTRIBUTE.findall(rest))
    return {name: REFERENCE.sub(_character, value) for name, value in found}


def _character(match: re.Match[str]) -> str:
    named, decimal, hexadecimal = match.groups()
    if named:
        return NAMED[named]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()


def _refused(wording: str) -> Refusal:
    return bad_request(f"can't parse entities: {wording}", rule="Formatting options, HTML style")
