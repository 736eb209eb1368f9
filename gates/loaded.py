"""What every process of a trial needs, loaded once: `LOADED` forks processes from one that has imported and read it all."""

import gc
import multiprocessing
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
MODULE: Final = "gates.everything"
# Each process that asks has one such process of its own, which is started when it is first asked.
LOADED: Final = multiprocessing.get_context("forkserver")
LOADED.set_forkserver_preload([MODULE])


def settle() -> None:
    """Let nobody look for garbage among what is loaded, which every fork would have to copy."""
    gc.collect()
    gc.freeze()
