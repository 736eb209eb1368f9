"""Which language a short message is in: labelled ones, of which every second was never looked at while the rules were made."""

from __future__ import annotations

import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.guessing import guess

FILE: Final = Path(__file__).parents[1] / "tests/domain/labelled_languages.txt"
CLASSES: Final = ("nl", "tr", "tr-plain", "bg", "bg-latin")
OTHER: Final = "other"  # than ours: right is not to know
ENOUGH: Final = 0.95
GUESSES: Final = ("nl", "tr", "bg", "?")
HALVES: Final = ("that the rules were made on", "that nobody looked at before")
# As people write Bulgarian with Latin letters: by the book, as in messages with figures, and as on a keyboard without ъ.
BY_BOOK, IN_MESSAGES, PHONETIC = (
    dict(zip("абвгдежзийклмнопрстуфхцчшщъьюя", letters.split(), strict=True))
    for letters in (
        "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya",
        "a b v g d e j z i i k l m n o p r s t u f h c 4 6 6t u i iu q",
        "a b v g d e j z i j k l m n o p r s t u f h c ch sh sht y j ju ja",
    )
)


@dataclass(frozen=True)
class Written:
    kind: str
    text: str

    @property
    def language(self) -> str:
        return self.kind.partition("-")[0]

    @property
    def guessed(self) -> str | None:
        return guess(self.text)


def labelled() -> list[Written]:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Written(*line.split("\t")) for line in lines]


def kept(half: int) -> list[Written]:
    """One half of each class: 0 is what the rules were made on, 1 is only measured."""
    found: list[Written] = []
    for kind in (*CLASSES, OTHER):
        for at, one in enumerate(one for one in labelled() if one.kind == kind):
            if at % 2 == half:
                found.append(one)
                found += _otherwise(one, (at // 2) % 3)
    return found


def _otherwise(one: Written, turn: int) -> list[Written]:
    if one.kind == "tr":
        return [Written("tr-plain", plain(one.text))]
    if one.kind == "bg":
        return [Written("bg-latin", latin(one.text, (BY_BOOK, IN_MESSAGES, PHONETIC)[turn]))]
    return []


def plain(text: str) -> str:
    """As on a keyboard that has no Turkish letters."""
    letters = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("İ", "I"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def latin(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text.lower())


def table(half: int) -> str:
    """How often each class was taken for what, and the share that was right."""
    messages = kept(half)
    counted = Counter((one.kind, one.guessed or "?") for one in messages)
    rows = [f"  {'':10}" + "".join(f"{guessed:>6}" for guessed in GUESSES) + f"{'right':>8}"]
    for kind in (*CLASSES, OTHER):
        found = [counted[kind, guessed] for guessed in GUESSES]
        right = counted[kind, "?" if kind == OTHER else kind.partition("-")[0]] / sum(found)
        rows.append(f"  {kind:10}" + "".join(f"{times:6}" for times in found) + f"{right:8.1%}")
    return "\n".join(rows)


def lines() -> Iterator[str]:
    """Write both tables, and what a guess costs."""
    for half, title in enumerate(HALVES):
        yield f"Taken for, of {len(kept(half))} messages {title}"
        yield table(half)
    messages = kept(0) + kept(1)
    began = time.process_time()
    for one in messages:
        guess(one.text)
    yield f"µs of CPU a guess: {(time.process_time() - began) / len(messages) * 1e6:.0f}"
