"""What a gate may need of the machine, and whether it is there."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final


def _root() -> str | None:
    return None if os.geteuid() == 0 else "only root may do this"


def _mount() -> str | None:
    return _root() or (None if shutil.which("mount") else "there is no mount")


def _postgresql() -> str | None:
    """Debian keeps the server's own programs out of the path."""
    found = shutil.which("initdb") or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return None if found else "PostgreSQL's server is not installed (Debian: apt-get install postgresql)"


def _two_cores() -> str | None:
    return None if len(os.sched_getaffinity(0)) > 1 else "there is only one core"


def _compiler() -> str | None:
    return None if shutil.which("cc") else "there is no C compiler (Debian: apt-get install gcc libc6-dev)"


# Why it cannot be had here, or None when it can.
NEEDS: Final[Mapping[str, Callable[[], str | None]]] = {
    "root": _root,
    "mount": _mount,
    "postgresql": _postgresql,
    "two-cores": _two_cores,
    "c-compiler": _compiler,
}


def missing(needs: Iterable[str]) -> str | None:
    """Say why the first of these that is missing is missing; None when all are there."""
    return next((why for need in needs if (why := NEEDS[need]())), None)
