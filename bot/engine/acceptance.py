"""Whether Telegram takes this process for the bot; while it does not, one asks for all, once a minute."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from bot.engine.answers import Answer, Delivered, Revoked
from bot.engine.outcomes import Unfetched

# A revoked token is a person's to mend; asking more often helps nobody.
ASK_SECONDS: Final = 60.0
# Two pollers take turns at succeeding: only after such a quiet time is it a new matter.
NEW_AFTER_SECONDS: Final = 600.0
TOKEN_REVOKED: Final = "token-revoked"  # noqa: S105 - the name of an alarm

Ask = Callable[[], Awaitable[Answer | Unfetched]]


@dataclass(slots=True)
class Acceptance:
    """Shared by all that call Telegram by themselves. `reason` is why it refuses us, an alarm's name."""

    pause: float = ASK_SECONDS
    reason: str | None = None
    _told: dict[str, float] = field(default_factory=dict)
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    def refuse(self, reason: str) -> bool:
        """Telegram refused us; whether that is news to an operator."""
        now = asyncio.get_running_loop().time()
        news = now - self._told.get(reason, float("-inf")) > NEW_AFTER_SECONDS
        self._told[reason] = now
        self.reason = reason
        return news

    @property
    def given(self) -> bool:
        """Whether Telegram takes us, as far as is known."""
        return self.reason is None

    def accept(self) -> None:
        """We were given updates: nobody else is. A poll that began before the token was revoked says nothing of that."""
        if self.reason != TOKEN_REVOKED:
            self.reason = None

    def begin_anew(self) -> None:
        """What Telegram refused to an earlier run says nothing of this one, unless it was the token."""
        self.accept()
        if self.given:
            self._told.clear()

    async def regained(self, ask: Ask) -> None:
        """Return once the token is taken: at once when it is; else one of all who wait here asks now and then."""
        async with self._asking:
            while self.reason == TOKEN_REVOKED:
                await asyncio.sleep(self.pause)
                answer = await ask()
                if isinstance(answer, Delivered):
                    self.reason = None
                elif isinstance(answer, Revoked):
                    self.refuse(TOKEN_REVOKED)
