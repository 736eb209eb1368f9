"""How much of what Telegram allowed was used, judged by its log while it limited single chats."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gates.announced import is_announcement
from gates.frame import Figure, at_most
from gates.judge import busiest
from playground.log import Call

LIMITED: Final = 429
# Where two processes share a machine, what left a second apart may come so much closer together, and now and then
# all comes late together: the second that is judged is shorter, one in a hundred is forgiven, and the local Telegram
# lets a few more through before it says 429 by itself. A pace that is a little too fast shows over a longer span only.
TRAVEL_SECONDS: Final = 0.05
USUALLY: Final = 0.99
IN_NEARLY_A_SECOND: Final = "most calls in 0.95 s, but for one time in a hundred"
# So late all may come together: over a longer span that is little.
LATE_SECONDS: Final = 0.25
ALLOWANCE: Final = 5
# While all tests run, on all cores.
ALLOWANCE_BESIDE_OTHERS: Final = 20
_AFTER: Final = re.compile(r"retry after (\d+)")


@dataclass(slots=True)
class Chat:
    """When the announcement took effect there, and from when to when it was in penalty."""

    heard_at: float = float("inf")
    windows: list[tuple[float, float]] = field(default_factory=list)

    def is_free(self, moment: float) -> bool:
        """Whether it could have been sent to then, and had to be."""
        return moment < self.heard_at and not any(begin <= moment < end for begin, end in self.windows)


def chats_of(log: Iterable[Call], followers: Iterable[int]) -> Mapping[int, Chat]:
    found: dict[int | str | None, Chat] = defaultdict(Chat)
    for call in log:
        if call.accepted and is_announcement(call):
            found[call.chat_id].heard_at = min(call.came_at, found[call.chat_id].heard_at)
        if call.code == LIMITED and (after := _AFTER.search(call.description or "")):
            found[call.chat_id].windows.append((call.came_at, call.came_at + int(after[1])))
    return {chat: found[chat] for chat in followers}


def full_seconds(chats: Mapping[int, Chat], first: float, last: float, rate: int) -> Sequence[float]:
    """When those seconds begin in which more could be sent than the limit on all allows, begun with to spare."""
    begins = (first + number for number in range(max(0, int(last - first))))
    return [at for at in begins if sum(chat.is_free(at) for chat in chats.values()) >= 2 * rate]


def part_used(log: Sequence[Call], full: Sequence[float], rate: int) -> float:
    """The part of the allowed calls that came in those seconds; limited ones count, for they used the pace."""
    came = sorted(call.came_at for call in log if call.method == "sendMessage")
    calls = sum(bisect_left(came, at + 1.0) - bisect_left(came, at) for at in full)
    return calls / (len(full) * rate) if full else 0.0


def most_in_a_second(moments: Iterable[float]) -> int:
    """How many came within a second, in all but one in a hundred of the seconds that begin with one of them."""
    came = sorted(moments)
    within = sorted(bisect_left(came, at + 1.0 - TRAVEL_SECONDS) - place for place, at in enumerate(came))
    return within[int((len(within) - 1) * USUALLY)] if within else 0


def in_any(span: float) -> str:
    """Name the figure that no pace above the limit keeps."""
    return f"most calls in any {span:g} seconds"


def pace_kept(moments: Iterable[float], rate: int, span: float, late: float = LATE_SECONDS) -> list[Figure]:
    """Whether no more came than the limit and one more: roughly within a second, exactly within a longer span."""
    came = sorted(moments)
    return [
        at_most(IN_NEARLY_A_SECOND, most_in_a_second(came), rate + 1),
        at_most(in_any(span), busiest(came, span), int(rate * (span + late)) + 1),
    ]
