"""The bot broken on purpose, in its own process: each way must turn a gate red."""

from collections.abc import Callable, Mapping
from typing import Final

# Each changes the bot's classes before it runs; its docstring says what is broken.
BREAKAGES: Final[Mapping[str, Callable[[], None]]] = {}


def break_here(name: str | None) -> None:
    """Break the bot of this process; None breaks nothing. Raises LookupError."""
    if name is not None:
        BREAKAGES[name]()
