"""When new rows are looked for, and from which id on."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from storage.database import Database, StorageFailed, Transaction
from storage.sending import Head, list_heads

LOOK_AHEAD: Final = 5_000
# Without being told, as often; and while there is enough to do, no sooner than this after the last look.
LOOK_SECONDS: Final = 1.0
TOGETHER_SECONDS: Final = 0.02
# Within this time a turn has ended that was given its ids at the beginning; most have within a moment.
LONGEST_SECONDS: Final = 60.0
MOMENT_SECONDS: Final = 1.0


@dataclass(slots=True)
class Horizon:
    """Remembers which heads were seen. On a `shared` database an id may become visible after a higher one.

    An id that becomes visible now is higher than all that were visible before its turn began. So each look begins at
    what was the highest id a moment ago, and once a second at what it was a minute ago; those known are left out.
    """

    shared: bool
    _is_told: bool = True
    _looked_at: float = float("-inf")
    _last: int = 0
    _seen: set[int] = field(default_factory=set)
    _marks: deque[tuple[float, int]] = field(default_factory=deque)

    def tell(self) -> None:
        """There may be something new: each look costs what a small turn does, so it is only done for a reason."""
        self._is_told = True

    def due_at(self, *, busy: bool) -> float:
        """From when on it is time to look."""
        if not self._is_told:
            return self._looked_at + LOOK_SECONDS
        return self._looked_at + (TOGETHER_SECONDS if busy else 0.0)

    async def found(self, database: Database, now: float) -> list[Head]:
        """What waits and was not seen before. Raises StorageFailed, and then it is still to be looked for."""
        self._looked_at, self._is_told = now, False
        try:
            heads = await database.read(lambda tx: self.look(tx, now))
        except StorageFailed:
            self._is_told = True
            raise
        self._is_told = self._is_told or len(heads) >= LOOK_AHEAD
        return self.fresh(heads, now)

    async def look(self, tx: Transaction, now: float) -> list[Head]:
        """What waits and may be new; `fresh` says what is."""
        found: list[Head] = []
        after, more = self._begin(now), True
        while more:
            page = await list_heads(tx, after, LOOK_AHEAD)
            found += page
            more = self.shared and len(page) == LOOK_AHEAD
            after = page[-1].id if page else after
        return found

    def fresh(self, heads: Sequence[Head], now: float) -> list[Head]:
        """Those that were not seen before, each once."""
        if not self.shared:
            self._last = heads[-1].id if heads else self._last
            return list(heads)
        new = [head for head in heads if head.id not in self._seen]
        self._seen.update(head.id for head in new)
        self._last = max((head.id for head in new), default=self._last)
        self._mark(now)
        return new

    def _begin(self, now: float) -> int:
        if not self.shared:
            return self._last
        age = LONGEST_SECONDS if self._leaves_mark(now) else MOMENT_SECONDS
        return next((mark for at, mark in reversed(self._marks) if now - at >= age), 0)

    def _leaves_mark(self, now: float) -> bool:
        return not self._marks or now - self._marks[-1][0] >= MOMENT_SECONDS

    def _mark(self, now: float) -> None:
        """Remember once a second how far it was, for a minute; and what was seen since."""
        if not self._leaves_mark(now):
            return
        self._marks.append((now, self._last))
        while len(self._marks) > 1 and now - self._marks[1][0] >= LONGEST_SECONDS:
            self._marks.popleft()
            self._seen = {row for row in self._seen if row > self._marks[0][1]}
