"""Intake: what Telegram hands over is on disk before it is told so."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

import orjson
import structlog

from bot.engine.acceptance import TOKEN_REVOKED, Acceptance
from bot.engine.answers import Answer, Conflict, Delivered, Garbled, Later, Revoked
from bot.engine.request import BotApi
from bot.engine.salvage import Unread, salvaged
from bot.engine.sanitise import lane_of, sanitised
from storage.database import Database, StorageFailed, Transaction
from storage.inbox import insert_inbox, insert_unreadable

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
SECOND_POLLER: Final = "second-poller"
UNDISTURBED_SECONDS: Final = 10.0
UNDISTURBED_POLLS: Final = 3
ANSWER_SECONDS: Final = 10.0
CLOSE_SECONDS: Final = 2.0
# More presses at once than these are no people's, and each would hold a connection that messages need.
MOST_ANSWERING: Final = 1_000
_PAUSES: Final = (0.5, 1.0, 2.0, 5.0, 10.0)
_QUERY: Final = re.compile(r"[0-9]{1,32}", re.ASCII)
# The one after it must still be a number that JSON can carry; a negative offset would forget what waits.
_MOST_NUMBER: Final = 2**63 - 1
# What reading something of a shape that Telegram does not document may raise.
_UNREADABLE: Final = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)


@dataclass(slots=True)
class Intake:
    """Keeps updates, each once; and answers presses at once, so that no button spins."""

    database: Database
    api: BotApi
    clock: Callable[[], datetime]
    after: Callable[[], None]
    on_kept: Callable[[str], None] = lambda _kind: None
    _answering: set[asyncio.Task[None]] = field(default_factory=set)
    _pressed_at: float = float("-inf")

    async def admit(self, updates: Sequence[Any]) -> int:
        """Keep a batch, durably, then let it be handled; how many were new. Raises StorageFailed: none was kept."""
        new = await self.database.turn(lambda tx: self._keep(tx, updates))
        self.after()
        for update in updates:
            # Also of those kept before: the process may have been killed between keeping and answering.
            if query := _query_of(update):
                self._answer(query)
        for kind in new:
            self.on_kept(kind)
        return len(new)

    async def _keep(self, tx: Transaction, updates: Sequence[Any]) -> list[str]:
        kinds = [await self._keep_one(tx, update) for update in updates]
        return [kind for kind in kinds if kind is not None]

    async def _keep_one(self, tx: Transaction, update: Any) -> str | None:
        """The kind of an update that is new."""
        try:
            clean = sanitised(update)
            lane, payload = lane_of(clean), orjson.dumps(clean)
        except _UNREADABLE as error:
            log.warning("update-unreadable", error=type(error).__name__)
            dedupe, told = _measured(update)
            return "unreadable" if await insert_unreadable(tx, dedupe, told, self.clock()) else None
        kind = next((key for key in clean if key != "update_id"), "other")
        is_new = await insert_inbox(tx, f"u:{clean['update_id']}", lane, "update", payload, self.clock())
        return kind if is_new else None

    def _answer(self, query: str) -> None:
        """Answer a press without waiting; a query that is too old by now needs none."""
        if len(self._answering) >= MOST_ANSWERING:
            return
        call = self.api.call("answerCallbackQuery", {"callback_query_id": query}, timeout=ANSWER_SECONDS)
        task = asyncio.create_task(_ignored(call))  # noqa: TID251 - the engine's own, ended in close()
        self._pressed_at = asyncio.get_running_loop().time()
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def close(self) -> None:
        """Let the last presses be answered, but not for long; what the sender was waited for counts."""
        if self._answering:
            left = self._pressed_at + CLOSE_SECONDS - asyncio.get_running_loop().time()
            _, late = await asyncio.wait(self._answering, timeout=max(0.0, left))
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


async def _ignored(call: Coroutine[Any, Any, Answer]) -> None:
    await call


def _query_of(update: Any) -> str | None:
    query = update.get("callback_query") if isinstance(update, Mapping) else None
    number = str(query.get("id")) if isinstance(query, Mapping) else ""
    return number if _QUERY.fullmatch(number) else None


def _measured(update: Any) -> tuple[str, bytes]:
    """(key, what is kept) of something unreadable: its size in bytes and its hash, for nobody knows what it holds."""
    number = _number_of(update)
    try:
        raw = update.body if isinstance(update, Unread) else orjson.dumps(update)
    except TypeError:  # nested too deeply to be written again
        raw = b""
    told = {"size": len(raw), "sha256": sha256(raw).hexdigest()}
    return (f"x:{told['sha256']}" if number is None else f"u:{number}", orjson.dumps(told))


def _number_of(update: Any) -> int | None:
    if isinstance(update, Unread):
        return update.number
    number = update.get("update_id") if isinstance(update, Mapping) else None
    return number if type(number) is int and 0 <= number < _MOST_NUMBER else None


def _log(alarm: str) -> None:
    log.error(alarm)


async def _no() -> bool:
    return False


@dataclass(slots=True)
class Polling:
    """Asks for updates; the offset moves only past what is kept."""

    intake: Intake
    api: BotApi
    stopping: asyncio.Event
    long_poll: int = LONG_POLL
    alarm_pause: float = ALARM_PAUSE
    alarm: Callable[[str], None] = _log
    # Ends a webhook that this bot itself had set; whether it did.
    takes_back_webhook: Callable[[], Awaitable[bool]] = _no
    offset: int | None = None
    _failures: int = 0
    _answered_at: float = float("-inf")
    acceptance: Acceptance = field(default_factory=Acceptance)
    _undisturbed: int = 0

    async def run(self) -> None:
        """Poll until told to stop; a poll that hangs then is dropped, since nothing of it was confirmed."""
        # Of an earlier run: another replica may have polled since, and ids may have begun anew.
        self.offset = None
        self.acceptance.begin_anew()
        async with asyncio.TaskGroup() as group:
            polling = group.create_task(self._poll_on())
            await self.stopping.wait()
            polling.cancel()

    def seconds_since_answer(self) -> float:
        """How long ago Telegram answered a poll."""
        return asyncio.get_running_loop().time() - self._answered_at

    async def _poll_on(self) -> None:
        # The first is answered at once: whether Telegram is there is known before anybody writes.
        seconds = 0
        while True:
            await self.acceptance.regained(self._who_are_we)
            params: dict[str, object] = {"timeout": seconds, "allowed_updates": ALLOWED}
            if self.offset is not None:
                params["offset"] = self.offset
            asked_at = asyncio.get_running_loop().time()
            answer = await self.api.updates(params, timeout=self.long_poll + 10)
            pause = await self._took(answer)
            if isinstance(answer, Delivered | Conflict):
                seconds = self.long_poll
            if isinstance(answer, Delivered):
                pause = max(pause, self._pause_beside_another(asked_at))
            await asyncio.sleep(pause)

    async def _who_are_we(self) -> Answer:
        return await self.api.call("getMe", {}, timeout=ANSWER_SECONDS)

    async def _took(self, answer: Answer | Garbled) -> float:
        """Keep what came; the seconds to wait before asking again."""
        match answer:
            case Garbled(body):
                updates = salvaged(body)
                return await self._keep(updates) if updates else self._pause("answer-unreadable")
            case Delivered(list() as updates):
                self._answered_at = asyncio.get_running_loop().time()
                return await self._keep(updates)
            case Conflict(webhook=True) if await self.takes_back_webhook():
                return 0
            case Conflict(webhook=webhook):
                return self._alarm("somebody-elses-webhook" if webhook else SECOND_POLLER)
            case Revoked():
                self._alarm(TOKEN_REVOKED)
                return 0  # the next poll waits until the token is taken
            case Later(retry_after=float() as seconds):
                return seconds
            case _:
                return self._pause("telegram-not-reached")

    async def _keep(self, updates: Sequence[Any]) -> float:
        if not updates:
            self._failures = 0
            return 0
        try:
            new = await self.intake.admit(updates)
        except StorageFailed:
            return self._pause("updates-not-kept")
        # Ids may start anew at a random lower one after a quiet week: only this batch says what comes next.
        numbers = [number for update in updates if (number := _number_of(update)) is not None]
        offset = numbers[-1] + 1 if numbers else self.offset
        if offset == self.offset and not new:
            return self._pause("updates-come-again")
        self.offset, self._failures = offset, 0
        return 0

    def _pause_beside_another(self, asked_at: float) -> float:
        """After a conflict: who is handed what waits at once may still have a rival, who hangs undisturbed has none."""
        if self.acceptance.given:
            return 0
        self._undisturbed += 1
        hung = asyncio.get_running_loop().time() - asked_at
        is_fleeting = hung < UNDISTURBED_SECONDS and self._undisturbed < UNDISTURBED_POLLS
        if is_fleeting and self.acceptance.reason == SECOND_POLLER:
            return self.alarm_pause
        self.acceptance.accept()
        return 0

    def _alarm(self, event: str) -> float:
        """Tell an operator, once until it has passed for a while; who sends stops too."""
        self._undisturbed = 0
        if self.acceptance.refuse(event):
            self.alarm(event)
        return self.alarm_pause

    def _pause(self, event: str) -> float:
        pause = _PAUSES[min(self._failures, len(_PAUSES) - 1)]
        self._failures += 1
        log.warning(event, failures=self._failures)
        return pause
