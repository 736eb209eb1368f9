"""What odd updates left behind: what became of each, and what of them rests where it may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from gates.frame import Figure, exactly, seen
from gates.planting import Plants, found
from gates.resting import Resting

# Where words to the city rest as they are: with the case that they belong to.
CASE_COLUMNS: Final = {("case_messages", "text"), ("translations", "text"), ("notes", "text")}


def effects_of(rests: Sequence[Resting], fed: set[int]) -> Iterator[Figure]:
    """What became of each update, by the rows of the inbox."""
    inbox = [row.values for row in rests if row.table == "inbox"]
    of = {row["dedupe"]: row for row in inbox}
    rows = [of[f"u:{number}"] for number in fed if f"u:{number}" in of]
    done = [row for row in rows if row["state"] == "done"]
    aside = [row for row in rows if row["state"] == "aside"]
    yield exactly("updates lost", len(fed) - len(rows), 0)
    yield exactly("still waiting", len(rows) - len(done) - len(aside), 0)
    yield exactly("done, and their content kept", sum(row["payload"] is not None for row in done), 0)
    yield exactly("readable, and yet given up", sum(row["kind"] == "update" for row in aside), 0)
    yield seen("handled or refused", len(done))
    yield seen("set aside by size and hash", len(aside))


def loose_in(rests: Sequence[Resting], plants: Plants) -> Iterator[tuple[str, str]]:
    """Who somebody is, anywhere, also sealed; what was written, anywhere but sealed or with its case."""
    for row in rests:
        for column, text, is_sealed in row.texts():
            is_home = is_sealed or (row.table, column) in CASE_COLUMNS
            for plant in found(text, plants.hidden if is_home else plants.every):
                yield f"{row.table}.{column}", plant


def at_home(rests: Sequence[Resting], plants: Plants) -> set[str]:
    texts = (text for row in rests for column, text, _ in row.texts() if (row.table, column) in CASE_COLUMNS)
    return {plant for text in texts for plant in found(text, plants.written)}
