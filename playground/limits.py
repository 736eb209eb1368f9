"""How fast a bot may send: Telegram's rates, and the penalty that follows who breaks them."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field

EVERYTHING = "everything"


@dataclass(slots=True)
class Limits:
    """Messages that may arrive; `lifted=True` lets everything through (for benchmarks).

    Source: Bots FAQ, "My bot is hitting limits". It says "about" 30 and "short bursts", so the
    playground gives a small allowance: the one who counts more strictly reads `Telegram.log`.
    """

    all_per_second: int = 30
    allowance: int = 2
    chat_per_second: float = 1.0
    chat_burst: int = 3
    group_per_minute: int = 20
    lifted: bool = False


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


@dataclass(slots=True)
class Pace:
    """What has arrived lately, and who is in a penalty; all times are monotonic seconds."""

    limits: Limits
    _lately: deque[float] = field(default_factory=deque)
    _chats: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _penalties: dict[Hashable, float] = field(default_factory=dict)

    def penalty_left(self, scope: Hashable, now: float) -> float:
        """Seconds until this scope may be used again; 0.0 when it may."""
        until = self._penalties.get(scope)
        if until is None:
            return 0.0
        if until <= now:
            del self._penalties[scope]
            return 0.0
        return until - now

    def punish(self, scope: Hashable, seconds: float, now: float) -> None:
        self._penalties[scope] = now + seconds

    def forgive(self) -> None:
        """End every penalty and forget what has arrived."""
        self._penalties.clear()
        self._lately.clear()
        self._chats.clear()
        self._groups.clear()

    def take(self, chat_id: int, *, chat_too: bool, now: float) -> tuple[Hashable, int] | None:
        """Count one call; returns the broken scope and the whole seconds to wait, None when it is within the limits.

        Edits count for the bot as a whole, new messages for their chat too (`chat_too`).
        """
        if self.limits.lifted:
            return None
        if wait := self._wait_for_all(now):
            return EVERYTHING, math.ceil(wait)
        if chat_too and (wait := self._wait_for_chat(chat_id, now)):
            return chat_id, math.ceil(wait)
        self._lately.append(now)
        return None

    def _wait_for_all(self, now: float) -> float:
        return _wait_in(self._lately, self.limits.all_per_second + self.limits.allowance, now, window=1.0)

    def _wait_for_chat(self, chat_id: int, now: float) -> float:
        if chat_id < 0:
            return self._wait_for_group(chat_id, now)
        burst = float(self.limits.chat_burst)
        bucket = self._chats.setdefault(chat_id, _Bucket(burst, now))
        refilled = bucket.tokens + (now - bucket.at) * self.limits.chat_per_second
        bucket.tokens, bucket.at = min(burst, refilled), now
        if bucket.tokens < 1.0:
            return (1.0 - bucket.tokens) / self.limits.chat_per_second
        bucket.tokens -= 1.0
        return 0.0

    def _wait_for_group(self, chat_id: int, now: float) -> float:
        lately = self._groups.setdefault(chat_id, deque())
        wait = _wait_in(lately, self.limits.group_per_minute, now, window=60.0)
        if not wait:
            lately.append(now)
        return wait


def _wait_in(lately: deque[float], most: int, now: float, *, window: float) -> float:
    while lately and lately[0] <= now - window:
        lately.popleft()
    return lately[0] + window - now if len(lately) >= most else 0.0
