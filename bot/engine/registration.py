"""The webhook's registration: Telegram calls our address, nobody moves it unnoticed, and polling takes it back."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from typing import Any, Final

import structlog

from bot.engine.acceptance import TOKEN_REVOKED, Acceptance
from bot.engine.answers import Answer, Broken, Delivered, Later, Revoked
from bot.engine.intake import ALLOWED
from bot.engine.request import BotApi
from bot.settings import Secret
from storage.database import Database, StorageFailed
from storage.webhooks import GivenWebhook, find_given_webhook, set_given_webhook

log = structlog.get_logger("webhook")

LOOK_SECONDS: Final = 300.0
CALL_SECONDS: Final = 10.0
CONNECTIONS: Final = 40
# A delivery that failed longer ago than two looks is history.
FRESH: Final = timedelta(seconds=2 * LOOK_SECONDS)
ELSEWHERE: Final = "somebody-elses-webhook"
_PAUSES: Final = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)


@dataclass(slots=True)
class Registration:
    """Sets the webhook where Telegram has another, and looks every five minutes. One replica at a time does this.

    `alarm` is told `webhook-drifted`, `somebody-elses-webhook` and `token-revoked`.
    """

    database: Database
    api: BotApi
    url: str
    secret: Secret
    clock: Callable[[], datetime]
    alarm: Callable[[str], object] = log.error
    acceptance: Acceptance = field(default_factory=Acceptance)
    look_seconds: float = LOOK_SECONDS
    # How many updates Telegram holds, as it said last.
    pending: int = 0
    is_fine: bool = False
    _was_fine: bool = False
    _elsewhere: int = 0
    _failures: int = 0
    _delivery_failed_at: datetime | None = None
    _given: GivenWebhook = field(init=False)

    def __post_init__(self) -> None:
        mark = sha256(self.secret.reveal().encode()).hexdigest()
        self._given = GivenWebhook(self.url, mark, taken=True)

    async def run(self, stopping: asyncio.Event) -> None:
        """Look after it until told to stop; how a call ended that hangs then, the next start asks."""
        async with asyncio.TaskGroup() as group:
            looking = group.create_task(self._look_on())
            await stopping.wait()
            looking.cancel()

    async def _look_on(self) -> None:
        while True:
            await self.acceptance.regained(self._who_are_we)
            pause = await self.look()
            await asyncio.sleep(pause)

    async def look(self) -> float:
        """Ask Telegram, and set the webhook where it must be; the seconds until the next look."""
        try:
            trouble = await self._looked()
        except StorageFailed:
            trouble = self._pause("webhook-not-noted")
        self.is_fine = trouble is None
        if trouble is not None:
            return trouble
        self._was_fine = True
        self.acceptance.accept()
        return self.look_seconds

    async def _looked(self) -> float | None:
        """None when all is well, else the seconds to wait."""
        answer = await self._call("getWebhookInfo", {})
        if not isinstance(answer, Delivered):
            return self._refused(answer)
        info: Mapping[str, Any] = answer.result
        is_unlocked = self._hear_of_deliveries(info)
        if info["url"] != self.url:
            return await self._drifted(info["url"])
        self._elsewhere = 0
        return None if is_unlocked and await self._stands(info) else await self._set()

    def _hear_of_deliveries(self, info: Mapping[str, Any]) -> bool:
        """Tell operators that deliveries fail, without Telegram's words for it; False when our own secret was refused."""
        self.pending = info["pending_update_count"]
        failed_at = datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
        is_known, self._delivery_failed_at = failed_at == self._delivery_failed_at, failed_at
        if is_known or failed_at < self.clock() - FRESH:
            return True
        log.warning("webhook-failing", pending=self.pending)
        return "403" not in info.get("last_error_message", "")

    async def _drifted(self, url: str) -> float | None:
        if self._was_fine:
            self.alarm("webhook-drifted")
        self._elsewhere = self._elsewhere + 1 if url else 0
        if self._elsewhere > 1:
            # Whoever set it again means it: two that set it in turns would both lose people.
            self._alarm(ELSEWHERE)
            return self.look_seconds
        return await self._set()

    async def _stands(self, info: Mapping[str, Any]) -> bool:
        """Whether the rest is as we asked, too; of the secret only we know what it was."""
        told = set(info.get("allowed_updates", ())), info.get("max_connections")
        return told == (set(ALLOWED), CONNECTIONS) and await self._known() == self._given

    async def _set(self) -> float | None:
        """Note it first: a webhook whose answer was lost is known for ours."""
        await self._note(replace(self._given, taken=False))
        answer = await self._call(
            "setWebhook",
            {
                "url": self.url,
                "secret_token": self.secret.reveal(),
                "allowed_updates": ALLOWED,
                "max_connections": CONNECTIONS,
            },
        )
        if not isinstance(answer, Delivered):
            return self._refused(answer)
        await self._note(self._given)
        log.info("webhook-set")
        self._failures = 0
        return None

    async def _known(self) -> GivenWebhook | None:
        return await self.database.read(find_given_webhook)

    async def _note(self, given: GivenWebhook) -> None:
        await self.database.turn(lambda tx: set_given_webhook(tx, given))

    async def _who_are_we(self) -> Answer:
        return await self._call("getMe", {})

    async def _call(self, method: str, params: Mapping[str, object]) -> Answer:
        return await self.api.call(method, params, timeout=CALL_SECONDS)

    def _refused(self, answer: Answer) -> float:
        match answer:
            case Revoked():
                self._alarm(TOKEN_REVOKED)
                return 0  # the next look waits until the token is taken
            case Broken():  # an address that Telegram does not take: `wijklijn check` and /readyz say so too
                return self._pause("webhook-refused")
            case Later(retry_after=float() as seconds):
                return seconds
            case _:
                return self._pause("telegram-not-reached")

    def _alarm(self, event: str) -> None:
        """Tell an operator, once until it has passed for a while; who sends stops too."""
        if self.acceptance.refuse(event):
            self.alarm(event)

    def _pause(self, event: str) -> float:
        pause = _PAUSES[min(self._failures, len(_PAUSES) - 1)]
        self._failures += 1
        log.warning(event, failures=self._failures)
        return pause


@dataclass(slots=True)
class OldWebhook:
    """What an earlier start of this bot may have set, which keeps all updates from a poller.

    `url` is the address in the settings, when there still is one.
    """

    database: Database
    api: BotApi
    url: str | None
    _is_settled: bool = False

    async def is_taken_back(self) -> bool:
        """Delete the webhook when it is our own; False for anybody else's.

        Only once: one that comes back is set by something that still runs, and that is for a person to end.
        """
        if self._is_settled or not (ours := await self._ours()):
            return False
        info = await self._told("getWebhookInfo")
        self._is_settled = True
        if info is None or info["url"] not in ours or await self._told("deleteWebhook") is None:
            return False
        with suppress(StorageFailed):
            await self.database.turn(lambda tx: set_given_webhook(tx, None))
        log.info("webhook-taken-back")
        return True

    async def _ours(self) -> set[str]:
        try:
            given = await self.database.read(find_given_webhook)
        except StorageFailed:
            return set()
        return {url for url in (self.url, given and given.url) if url}

    async def _told(self, method: str) -> Any:
        """What Telegram says, asked until it answers; None when it refuses."""
        for attempt in count():
            match await self.api.call(method, {}, timeout=CALL_SECONDS):
                case Delivered(result):
                    return result
                case Revoked() | Broken():
                    return None
                case Later(retry_after=float() as seconds):
                    await asyncio.sleep(seconds)
                case _:
                    await asyncio.sleep(_PAUSES[min(attempt, len(_PAUSES) - 1)])
        return None
