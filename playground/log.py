"""What the bot called: one line a call, written by the side that received it."""

from __future__ import annotations

from dataclasses import dataclass, field

from playground.wire import JSON


@dataclass(slots=True)
class Call:
    """One HTTP call. Times are monotonic seconds; `answered_at` is None while (or when never) answered.

    `accepted` says whether it took effect, which a lost answer hides from the caller; `code` is the
    HTTP status that was (or would have been) answered, 0 for a connection that was broken.
    """

    method: str
    came_at: float
    params: JSON = field(repr=False)
    chat_id: int | str | None = None
    answered_at: float | None = None
    code: int = 0
    description: str | None = None
    accepted: bool = False
    message_id: int | None = None
    inside_penalty: bool = False
