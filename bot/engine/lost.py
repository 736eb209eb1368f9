"""Buttons from a time that a restore has lost: the ids in them belong to somebody else by now, or to nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from storage.database import Transaction
from storage.restoring import find_lost


@dataclass(slots=True)
class LostTime:
    """Reads once from when until when: a restore needs a bot that is stopped."""

    _spans: list[Sequence[tuple[datetime, datetime]]] = field(default_factory=list)

    async def holds(self, tx: Transaction, sent: int) -> bool:
        """Whether a message, by its last change in seconds since 1970, is from such a time; 0 or 1 is not known."""
        if not self._spans:
            self._spans.append(await find_lost(tx))
        return any(
            sent <= 1 or int(begun.timestamp()) <= sent < int(until.timestamp())
            for begun, until in self._spans[0]
        )
