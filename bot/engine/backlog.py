"""What waits to be sent: one head per chat, most urgent first, none of a chat that is busy or must wait."""

from dataclasses import dataclass, field, replace
from heapq import heappop, heappush

from storage.outbox import Head

_Key = tuple[int, int]  # urgency, id


@dataclass(slots=True)
class Backlog:
    """An index in memory of rows that wait on disk. Order per chat is kept: one at a time, by urgency, then age."""

    _chats: dict[int, list[tuple[int, int, Head]]] = field(default_factory=dict)
    _ready: list[tuple[int, int, int]] = field(default_factory=list)
    _parked: list[tuple[float, int]] = field(default_factory=list)
    _until: dict[int, float] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._chats.values())

    def add(self, head: Head) -> None:
        """A row that waits."""
        heappush(self._chats.setdefault(head.chat, []), (head.urgency, head.id, head))
        self._offer(head.chat)

    def take(self, now: float) -> Head | None:
        """The next row of a chat that is free; its chat is busy until `free`."""
        while self._parked and self._parked[0][0] <= now:
            self._unpark(heappop(self._parked)[1], now)
        while self._ready:
            urgency, row, chat = heappop(self._ready)
            if self._is_head(chat, (urgency, row)):
                self._busy.add(chat)
                return heappop(self._chats[chat])[2]
        return None

    def free(self, chat: int) -> None:
        """What was in flight to this chat has ended."""
        self._busy.discard(chat)
        if self._chats.get(chat):
            self._offer(chat)
        else:
            self._chats.pop(chat, None)

    def put_back(self, head: Head, until: float) -> None:
        """The row must wait, and its chat with it, until that moment."""
        heappush(self._chats.setdefault(head.chat, []), (head.urgency, head.id, head))
        self._busy.discard(head.chat)
        self._until[head.chat] = until
        heappush(self._parked, (until, head.chat))

    def move(self, old: int, new: int) -> None:
        """A group has a new id."""
        for _, _, head in self._chats.pop(old, []):
            self.add(replace(head, chat=new))

    def next_at(self) -> float | None:
        """When the first chat that waits may go on; None when none waits for a time."""
        return self._parked[0][0] if self._parked else None

    def _offer(self, chat: int) -> None:
        if chat not in self._busy and chat not in self._until:
            urgency, row, _ = self._chats[chat][0]
            heappush(self._ready, (urgency, row, chat))

    def _unpark(self, chat: int, now: float) -> None:
        if self._until.get(chat, 0) <= now:
            self._until.pop(chat, None)
            if self._chats.get(chat):
                self._offer(chat)

    def _is_head(self, chat: int, key: _Key) -> bool:
        """Whether an entry still tells the truth: a more urgent row, or a stop, makes older entries stale."""
        rows = self._chats.get(chat)
        if not rows or chat in self._busy or chat in self._until:
            return False
        return (rows[0][0], rows[0][1]) == key
