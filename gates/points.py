"""Named points in the bot's life at which it can be made to die, in its own process."""

from collections.abc import Callable, Mapping
from typing import Final

# Each arms its point: the process kills itself the nth time it comes there.
POINTS: Final[Mapping[str, Callable[[int], None]]] = {}
