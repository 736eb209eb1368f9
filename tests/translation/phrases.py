"""Phrases that a made-up translator knows, also where what a machine may not touch was taken out of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

PLACEHOLDER: Final = re.compile(r"XK\d+X")
DATE: Final = re.compile(r"(\d{1,2}) [^\W\d]+")


def known(phrases: Mapping[tuple[str, str], str], text: str, target: str) -> str | None:
    """The phrase's translation, with the placeholders of `text` where it has what they stand for."""
    if (text, target) in phrases:
        return phrases[text, target]
    for (source, into), translation in phrases.items():
        if into == target and (found := _taken_out(text, source)):
            for placeholder, value in found:
                translation = _put(translation, placeholder, value)  # noqa: PLW2901 - one after the other
            return translation
    return None


def _taken_out(text: str, source: str) -> list[tuple[str, str]]:
    """What stands in `source` where `text` has placeholders; empty where they are different texts."""
    names = PLACEHOLDER.findall(text)
    pattern = "(.+)".join(map(re.escape, PLACEHOLDER.split(text)))
    match = re.fullmatch(pattern, source) if names else None
    return list(zip(names, match.groups(), strict=True)) if match else []


def _put(translation: str, placeholder: str, value: str) -> str:
    """A date is written otherwise in the other language."""
    if value in translation:
        return translation.replace(value, placeholder)
    date = DATE.fullmatch(value)
    return re.sub(rf"\b{date[1]} [^\W\d]+", placeholder, translation, count=1) if date else translation
