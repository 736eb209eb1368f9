"""After a lost answer nothing is sent until Telegram answers again."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.engine.acceptance import TOKEN_REVOKED, Acceptance, Ask
from bot.engine.answers import Delivered, Revoked

PROBES: Final = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
log = structlog.get_logger("sender")


def log_alarm(name: str) -> None:
    """Tell who reads the log, where nobody else listens."""
    log.error(name)


@dataclass(slots=True, kw_only=True)
class Silence:
    """`ask` is a call that changes nothing; `probes` the pauses before each, in seconds, the last one for ever."""

    acceptance: Acceptance
    ask: Ask
    probes: Sequence[float]
    alarm: Callable[[str], None]
    _fallen: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_over(self) -> bool:
        """Whether Telegram takes what is sent, as far as is known."""
        return not self._fallen.is_set() and self.acceptance.given

    def fall(self, *, revoked: bool = False) -> None:
        """An answer was lost, or was a refusal of us."""
        if revoked:
            self._refused()
        self._fallen.set()

    def forget(self) -> None:
        self._fallen.clear()

    async def watch(self, after: Callable[[], None]) -> None:
        """Whenever it has fallen ask until Telegram answers, then call `after`."""
        while True:
            await self._fallen.wait()
            log.warning("telegram-not-answering")
            await self._until_answered()
            log.info("telegram-answers")
            self._fallen.clear()
            after()

    async def _until_answered(self) -> None:
        attempt = 0
        while True:
            await self.acceptance.regained(self.ask)
            await asyncio.sleep(self.probes[min(attempt, len(self.probes) - 1)])
            answer = await self.ask()
            if isinstance(answer, Delivered):
                return
            if isinstance(answer, Revoked):
                self._refused()
            attempt += 1

    def _refused(self) -> None:
        if self.acceptance.refuse(TOKEN_REVOKED):
            self.alarm(TOKEN_REVOKED)
