"""The command line's first moment: everything is loaded, and nobody looks for garbage meanwhile."""

import gc
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    # All that is loaded stays: to look through it for garbage again and again is a sixth of a start.
    gc.disable()
    from bot.command_line import main as run  # noqa: PLC0415 - loaded here, where nobody looks

    gc.freeze()
    gc.enable()
    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
