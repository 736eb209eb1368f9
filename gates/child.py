"""The bot as gates start it when it is to be broken or to die at a point: `python -m gates.child run`.

The product knows nothing of it: what is read from the environment here, only this module reads.
"""

import os
import sys

from bot.command_line import main
from gates.broken import break_here
from gates.points import POINTS


def prepare() -> None:
    """Break what GATE_BREAK names; arm the point that GATE_DIE_AT names."""
    break_here(os.environ.get("GATE_BREAK") or None)
    if point := os.environ.get("GATE_DIE_AT"):
        POINTS[point](int(os.environ.get("GATE_DIE_AFTER", "1")))


if __name__ == "__main__":
    prepare()
    sys.exit(main())
