"""A city in which little is much already, so that a flood is a handful of messages and its transcript is short."""

import re
from pathlib import Path
from typing import Final

from bot.settings import Settings

MESSAGES: Final = 3
CASES: Final = 2
CARDS: Final = 4


def city_in(folder: Path) -> str:
    """Write a Genk with small limits; where it is, for WIJKLIJN_CITY."""
    text = Settings.read({}).city.read_text(encoding="utf-8")
    for key, number in (("messages", MESSAGES), ("cases", CASES), ("cards", CARDS)):
        text, times = re.subn(rf"(?m)^{key} = \d+", f"{key} = {number}", text)
        assert times == 1, key
    file = folder / "little.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)
