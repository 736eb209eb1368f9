"""What the demo remembers between two starts: who knows the bot already, so that nobody is invited twice."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

import orjson


@dataclass(slots=True)
class Memory:
    """User ids of phones, kept in a small JSON file beside the bot's database.

    `known` have written to the bot, `invited` have used an invitation. It is only worth something
    together with that database: without it, both are empty.
    """

    path: Path
    known: set[int] = field(default_factory=set)
    invited: set[int] = field(default_factory=set)

    @classmethod
    def read(cls, path: Path, database: Path) -> Memory:
        memory = cls(path)
        if database.exists():
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                kept = orjson.loads(path.read_bytes())
                memory.known, memory.invited = set(kept["known"]), set(kept["invited"])
        return memory

    def know(self, user_id: int) -> None:
        if user_id not in self.known:
            self.known.add(user_id)
            self.save()

    def remember_invited(self, user_id: int) -> None:
        self.invited.add(user_id)
        self.save()

    def save(self) -> None:
        """Whole or not at all: a file that is half written would invite everybody again."""
        half = self.path.with_suffix(".new")
        half.write_bytes(orjson.dumps({"known": sorted(self.known), "invited": sorted(self.invited)}))
        half.replace(self.path)
