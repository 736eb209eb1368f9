"""Three hundred strings that nobody has by chance, and the search for them in all that a bot leaves behind."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SYLLABLES: Final = (
    "ka",
    "zo",
    "mir",
    "vul",
    "tes",
    "pra",
    "nil",
    "gof",
    "dru",
    "wex",
    "hy",
    "bol",
    "qua",
    "jint",
)


@dataclass(frozen=True, slots=True)
class Plants:
    """`names`, `usernames`, `phones` and `told` (words in fields that are nobody's business) may rest nowhere;
    `written` (what people write to the city) rests sealed, and where cases are kept.
    """

    names: tuple[str, ...]
    usernames: tuple[str, ...]
    phones: tuple[str, ...]
    told: tuple[str, ...]
    written: tuple[str, ...]

    @property
    def hidden(self) -> tuple[str, ...]:
        return self.names + self.usernames + self.phones + self.told

    @property
    def every(self) -> tuple[str, ...]:
        return self.hidden + self.written


def sown(dice: random.Random) -> Plants:
    """Sixty of each sort, none of which is a part of another."""
    numbers = dice.sample(range(100_000, 1_000_000), 300)

    def word(number: int) -> str:
        return "".join(dice.choices(_SYLLABLES, k=4)) + str(number)

    parts = [tuple(numbers[start : start + 60]) for start in range(0, 300, 60)]
    return Plants(
        tuple(word(n).capitalize() for n in parts[0]),
        tuple(f"{word(n)}_bot_free" for n in parts[1]),
        tuple(f"324{n}{n}" for n in parts[2]),
        tuple(word(n) for n in parts[3]),
        tuple(word(n) for n in parts[4]),
    )


def found(text: str, plants: Iterable[str]) -> set[str]:
    """Those of the plants that are in the text, in capitals or not."""
    folded = text.casefold()
    return {plant for plant in plants if plant.casefold() in folded}


def found_in_files(files: Iterable[Path], plants: Iterable[str]) -> Iterator[tuple[str, str]]:
    """File and plant, for what lies open in the bytes on disk, as whoever steals them reads them."""
    wanted = list(plants)
    for file in files:
        if file.is_file():
            text = file.read_bytes().decode("utf-8", "ignore")
            yield from ((file.name, plant) for plant in sorted(found(text, wanted)))
