"""What waits to be sent: one at a time per chat, most urgent first, none before its time."""

from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush

from bot.domain.intents import Urgency
from storage.sending import Head

_Key = tuple[int, int]  # urgency, id


def yields_to_talk(urgency: Urgency) -> bool:
    """An announcement leaves a chat's burst to the talk that may follow it."""
    return urgency is Urgency.ANNOUNCEMENT


@dataclass(slots=True)
class Backlog:
    """An index in memory of rows that wait on disk. Order per chat is kept: one at a time, by urgency, then age.

    A row that must wait (`put_back`) holds up what is as urgent or less so in its chat, never what is more urgent.
    A row that was meant for later (`add` with a time) holds up nothing until then.
    """

    _chats: dict[int, list[tuple[int, int, Head]]] = field(default_factory=dict)
    _ready: list[tuple[int, int, int]] = field(default_factory=list)
    _parked: list[tuple[float, int, int]] = field(default_factory=list)
    _until: dict[tuple[int, int], float] = field(default_factory=dict)
    _later: list[tuple[float, int, Head]] = field(default_factory=list)
    _busy: set[int] = field(default_factory=set)
    _count: int = 0

    def __len__(self) -> int:
        return self._count

    def add(self, head: Head, at: float | None = None) -> None:
        """A row that waits; with `at`, one that is not to be thought of before then."""
        self._count += 1
        if at is None:
            self._insert(head)
        else:
            heappush(self._later, (at, head.id, head))

    def take(self, now: float) -> Head | None:
        """The next row of a chat that is free; its chat is busy until `free`."""
        self._wake(now)
        while self._ready:
            urgency, row, chat = heappop(self._ready)
            if self._is_head(chat, (urgency, row)):
                self._busy.add(chat)
                self._count -= 1
                return heappop(self._chats[chat])[2]
        return None

    def free(self, chat: int) -> None:
        """What was in flight to this chat has ended."""
        self._busy.discard(chat)
        self._offer(chat)

    def put_back(self, head: Head, until: float) -> None:
        """The row must wait until that moment, and whatever of its chat comes after it. The chat stays busy."""
        self._count += 1
        key = (head.chat, int(head.urgency))
        self._until[key] = until
        heappush(self._parked, (until, *key))
        self._insert(head)

    def move(self, old: int, new: int) -> None:
        """A group has a new id."""
        rows = [head for _, _, head in self._chats.pop(old, [])]
        for head in rows:
            self._insert(replace(head, chat=new))
        self._later = [
            (at, row, replace(head, chat=new) if head.chat == old else head) for at, row, head in self._later
        ]
        heapify(self._later)

    def waits(self, chat: int) -> bool:
        """Whether something of this chat waits, and not for a time of its own."""
        return chat in self._chats and bool(self._chats[chat])

    def next_at(self) -> float | None:
        """When the first of what waits for a time may go on; None when nothing does."""
        times = [heap[0][0] for heap in (self._parked, self._later) if heap]
        return min(times, default=None)

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            self._insert(heappop(self._later)[2])
        while self._parked and self._parked[0][0] <= now:
            _, chat, urgency = heappop(self._parked)
            if self._until.get((chat, urgency), now) <= now:
                self._until.pop((chat, urgency), None)
                self._offer(chat)

    def _insert(self, head: Head) -> None:
        rows = self._chats.setdefault(head.chat, [])
        heappush(rows, (head.urgency, head.id, head))
        if rows[0][2] is head:
            self._offer(head.chat)

    def _offer(self, chat: int) -> None:
        rows = self._chats.get(chat)
        if not rows:
            self._chats.pop(chat, None)
        elif chat not in self._busy and not self._is_parked(chat, rows[0][0]):
            heappush(self._ready, (rows[0][0], rows[0][1], chat))

    def _is_parked(self, chat: int, urgency: int) -> bool:
        return any((chat, above) in self._until for above in range(urgency + 1))

    def _is_head(self, chat: int, key: _Key) -> bool:
        """Whether an entry still tells the truth: a more urgent row, or a stop, makes older entries stale."""
        rows = self._chats.get(chat)
        if not rows or chat in self._busy or self._is_parked(chat, rows[0][0]):
            return False
        return (rows[0][0], rows[0][1]) == key
