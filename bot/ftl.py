"""Fluent files read: parsed once, and what was found kept beside them, as Python keeps bytecode."""

import os
import pickle
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final, cast

from fluent.syntax import FluentParser, ast

KEPT: Final = Path("__pycache__") / f"ftl.{sys.implementation.cache_tag}.pickle"


def resources(files: Sequence[Path]) -> list[ast.Resource]:
    """What stands in these files of one folder, in their order, junk included. Raises OSError."""
    texts = [file.read_text(encoding="utf-8") for file in files]
    kept, of = files[0].parent / KEPT, _told_apart(texts)
    if (found := _kept(kept, of)) is None:
        found = [parsed(text) for text in texts]
        if not sys.dont_write_bytecode:
            # A folder that cannot be written to costs the next start half a second, and nothing else.
            with suppress(OSError):
                _keep(kept, of, found)
    return found


@cache
def parsed(text: str) -> ast.Resource:
    """A file that changed leaves the others as they were."""
    # Where in a file something stands nobody asks: a junk entry is told by its words.
    return FluentParser(with_spans=False).parse(text)


def _told_apart(texts: Sequence[str]) -> bytes:
    """What these texts and no others give, with this version of the parser."""
    digest = sha256(version("fluent.syntax").encode())
    for text in texts:
        digest.update(sha256(text.encode()).digest())
    return digest.digest()


def _kept(file: Path, of: bytes) -> list[ast.Resource] | None:
    """What was kept of the same texts. Who can write here can write the program itself, so that it is believed."""
    # After a power cut it may be cut short or be rubbish, and loading that can fail in every way.
    with suppress(Exception):
        content = file.read_bytes()
        if content[: len(of)] == of:
            return cast("list[ast.Resource]", pickle.loads(content[len(of) :]))  # noqa: S301 - see above
    return None


def _keep(file: Path, of: bytes, found: Sequence[ast.Resource]) -> None:
    """Write it whole or not at all: other processes may start at this moment."""
    file.parent.mkdir(exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as unfinished:
            unfinished.write(of + pickle.dumps(list(found), pickle.HIGHEST_PROTOCOL))
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
