"""A way to break the webhook's registration."""

from __future__ import annotations

from typing import Any

from bot.engine.registration import Registration
from gates.breaking import change


def fights_for_the_webhook() -> None:
    """The webhook is set anew whatever somebody else does."""

    def changed(_drifted: Any) -> Any:
        async def drifted(self: Any, _url: str) -> Any:
            return await self._set()

        return drifted

    change(Registration, "_drifted", changed)
