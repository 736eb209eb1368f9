"""Intake: what Telegram hands over is on disk before it is told so."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import orjson
import structlog

from bot.engine.answers import Conflict, Delivered, Later, Revoked
from bot.engine.request import BotApi
from bot.engine.sanitise import lane_of, sanitised
from storage.database import Database, StorageFailed, Transaction
from storage.inbox import insert_inbox

log = structlog.get_logger("intake")

ALLOWED: Final = (
    "message",
    "edited_message",
    "channel_post",
    "callback_query",
    "my_chat_member",
    "poll_answer",
)
LONG_POLL: Final = 25
# A second poller or a revoked token is a person's to mend; asking more often than this helps nobody.
ALARM_PAUSE: Final = 60.0
ANSWER_SECONDS: Final = 10.0
_PAUSES: Final = (0.5, 1.0, 2.0, 5.0, 10.0)

Update = Mapping[str, Any]


@dataclass(slots=True)
class Intake:
    """Keeps updates, each once; and answers presses at once, so that no button spins."""

    database: Database
    api: BotApi
    clock: Callable[[], datetime]
    after: Callable[[], None]
    on_kept: Callable[[str], None] = lambda _kind: None
    _answering: set[asyncio.Task[None]] = field(default_factory=set)

    async def admit(self, updates: Sequence[Update]) -> None:
        """Keep a batch, durably, then let it be handled. Raises StorageFailed: nothing of it was kept."""
        kept = await self.database.turn(lambda tx: self._keep(tx, updates))
        self.after()
        for update in kept:
            self.on_kept(next((key for key in update if key != "update_id"), "unknown"))
            if query := update.get("callback_query"):
                self._answer(str(query["id"]))

    async def _keep(self, tx: Transaction, updates: Sequence[Update]) -> list[Update]:
        return [update for update in updates if await self._keep_one(tx, update)]

    async def _keep_one(self, tx: Transaction, update: Update) -> bool:
        try:
            clean = sanitised(update)
            lane = lane_of(clean)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
            # Of a shape that Telegram does not document: nothing of it can be kept without knowing what it holds.
            log.exception("update-unreadable")
            return False
        return await insert_inbox(
            tx, f"u:{clean['update_id']}", lane, "update", orjson.dumps(clean), self.clock()
        )

    def _answer(self, query: str) -> None:
        """Answer a press without waiting; a query that is too old by now needs none."""
        call = self.api.call("answerCallbackQuery", {"callback_query_id": query}, timeout=ANSWER_SECONDS)
        task = asyncio.create_task(_ignored(call))  # noqa: TID251 - the engine's own, ended in close()
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def close(self) -> None:
        """Let the last presses be answered."""
        if self._answering:
            await asyncio.wait(self._answering, timeout=ANSWER_SECONDS / 5)


async def _ignored(call: Any) -> None:
    await call


@dataclass(slots=True)
class Polling:
    """Asks for updates; the offset moves only past what is kept."""

    intake: Intake
    api: BotApi
    stopping: asyncio.Event
    long_poll: int = LONG_POLL
    offset: int | None = None
    _failures: int = 0
    _answered_at: float = float("-inf")

    async def run(self) -> None:
        """Poll until told to stop; a poll that hangs then is dropped, since nothing of it was confirmed."""
        while not self.stopping.is_set():
            poll = asyncio.ensure_future(self._poll())
            stop = asyncio.ensure_future(self.stopping.wait())
            await asyncio.wait({poll, stop}, return_when=asyncio.FIRST_COMPLETED)
            for task in (poll, stop):
                task.cancel()
            await asyncio.gather(poll, stop, return_exceptions=True)

    def seconds_since_answer(self) -> float:
        """How long ago Telegram answered a poll."""
        return asyncio.get_running_loop().time() - self._answered_at

    async def _poll(self) -> None:
        params: dict[str, object] = {"timeout": self.long_poll, "allowed_updates": ALLOWED}
        if self.offset is not None:
            params["offset"] = self.offset
        answer = await self.api.call("getUpdates", params, timeout=self.long_poll + 10)
        pause = await self._took(answer)
        if pause:
            await asyncio.sleep(pause)

    async def _took(self, answer: object) -> float:
        """Keep what came; the seconds to wait before asking again."""
        match answer:
            case Delivered(updates):
                self._answered_at = asyncio.get_running_loop().time()
                return await self._keep(updates)
            case Conflict(webhook=webhook):
                log.error("somebody-elses-webhook" if webhook else "second-poller")
                return ALARM_PAUSE
            case Revoked():
                log.error("token-revoked")
                return ALARM_PAUSE
            case Later(retry_after=float() as seconds):
                return seconds
            case _:
                return self._pause("telegram-not-reached")

    async def _keep(self, updates: Sequence[Update]) -> float:
        if not updates:
            self._failures = 0
            return 0
        try:
            await self.intake.admit(updates)
        except StorageFailed:
            return self._pause("updates-not-kept")
        # Ids may start anew at a random lower one after a quiet week: only this batch says what comes next.
        self.offset = int(updates[-1]["update_id"]) + 1
        self._failures = 0
        return 0

    def _pause(self, event: str) -> float:
        pause = _PAUSES[min(self._failures, len(_PAUSES) - 1)]
        self._failures += 1
        log.warning(event, failures=self._failures)
        return pause
