"""What is under way, each message a task: its picture is being fetched, or it has left and is not answered yet."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace

import structlog

from bot.domain.intents import Call, OutboxId
from bot.engine.answers import Broken, Reason
from bot.engine.ledger import Departure
from bot.engine.outcomes import Attempt, Unfetched, Unmarked
from bot.engine.postman import is_markup_refused, without_markup
from storage.outbox import OutboxRow

log = structlog.get_logger("sender")

# Fetches what a call needs, or makes it.
Step = Callable[[Call], Awaitable[Call | Attempt]]


@dataclass(slots=True, kw_only=True)
class Flight:
    """`prepared` is told of what may depart now, `ended` of what came of an attempt.

    What it remembers of rows that wait again a restart forgets, which costs a call each and nothing else.
    """

    prepared: Callable[[Sequence[Departure]], None]
    ended: Callable[[OutboxRow, int, Attempt], None]
    _leaving: set[asyncio.Task[None]] = field(default_factory=set)
    # Those of them of whose message nothing has left.
    _fetching: dict[asyncio.Task[None], OutboxRow] = field(default_factory=dict)
    _refused: set[OutboxId] = field(default_factory=set)
    _missed: Counter[OutboxId] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self._leaving)

    def begin(self, group: asyncio.TaskGroup, row: OutboxRow, calls: list[Call], step: Step) -> None:
        """Take a step to say the next piece."""
        task = group.create_task(self._take(row, calls, step))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)
        if calls[row.part].picture:
            self._fetching[task] = row
            task.add_done_callback(lambda task: self._fetching.pop(task, None))

    def give_up_fetching(self) -> list[OutboxRow]:
        """The rows of whose message nothing has left, and nothing will."""
        return [row for task, row in self._fetching.items() if task.cancel()]

    def cancel(self, *others: asyncio.Task[None]) -> None:
        """Wait for nothing any more."""
        for task in (*self._leaving, *others):
            task.cancel()

    def forget(self, row: OutboxId) -> None:
        """Nothing more is to be said of it."""
        self._refused.discard(row)
        self._missed.pop(row, None)

    async def _take(self, row: OutboxRow, calls: list[Call], step: Step) -> None:
        call = without_markup(calls[row.part]) if row.id in self._refused else calls[row.part]
        came: Call | Attempt
        try:
            came = await step(call)
        except Exception:
            # One message that cannot even be written as a call must not hold up all others, now and after a restart.
            log.exception("call-not-made", outbox=row.id)
            came = Broken(0, Reason.OTHER)
        if isinstance(came, Call):
            self.prepared([(row, [*calls[: row.part], came, *calls[row.part + 1 :]])])
        else:
            self.ended(row, len(calls), self._learnt(row, call, came))

    def _learnt(self, row: OutboxRow, call: Call, attempt: Attempt) -> Attempt:
        """What came of it, in view of the attempts before."""
        if is_markup_refused(call, attempt):
            log.error("markup-refused", outbox=row.id, name=row.intent.name)
            self._refused.add(row.id)
            return Unmarked()
        if isinstance(attempt, Unfetched):
            self._missed[row.id] += 1
            return replace(attempt, times=self._missed[row.id])
        return attempt
