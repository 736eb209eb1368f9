"""Who we are: Telegram is asked until it tells."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, cast

import structlog
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.engine.acceptance import ASK_SECONDS, TOKEN_REVOKED
from bot.engine.turns import App

log = structlog.get_logger("app")

_PAUSES: Final = (1.0, 2.0, 5.0, 10.0)


@dataclass(slots=True, kw_only=True)
class Greeting:
    """`has_served`: the database is a bot's already, so a token that is refused was revoked, and may be taken again."""

    application: App
    has_served: bool
    alarm: Callable[[str], object] = log.error
    pause: float = ASK_SECONDS
    _failures: int = 0
    _is_refused: bool = False

    async def ask(self) -> float | None:
        """None once Telegram told; else the seconds until it may be asked again.

        Raises InvalidToken for a token that never served.
        """
        try:
            await self.application.initialize()
        except InvalidToken:
            if not self.has_served:
                raise
            return self._refused()
        except TelegramError as error:
            return self._unheard(error)
        return None

    async def ask_on(self, pause: float | None) -> None:
        """Ask until Telegram tells, for the first time after `pause`. Raises InvalidToken, as `ask`."""
        while pause is not None:
            await asyncio.sleep(pause)
            pause = await self.ask()

    def _refused(self) -> float:
        if not self._is_refused:
            self.alarm(TOKEN_REVOKED)
        self._is_refused = True
        return self.pause

    def _unheard(self, error: TelegramError) -> float:
        """As many seconds as Telegram asks for, where it does."""
        log.warning("telegram-not-reached", error=type(error).__name__)
        pause = _PAUSES[min(self._failures, len(_PAUSES) - 1)]
        self._failures += 1
        if isinstance(error, RetryAfter):
            return cast("timedelta", error.retry_after).total_seconds()
        return pause
