"""Judges by what arrived: it reads the local Telegram's log, and knows nothing of the bot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from playground.log import Call

# An answer that is out is not at once on the bot's disk, and on a busy machine that takes its time: until then its
# message is still in flight for the bot. How many that may be at one kill has a limit of its own.
WRITING_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message that took effect, as far as it matters: what it says, when it came, when that was answered."""

    what: Hashable
    came_at: float
    answered_at: float | None

    def is_in_flight(self, moment: float) -> bool:
        """Whether the sender could not have known (and written down) at that moment that it arrived."""
        known_at = float("inf") if self.answered_at is None else self.answered_at + WRITING_SECONDS
        return self.came_at <= moment <= known_at


def as_due(arrivals: Iterable[Arrival], otherwise: str) -> list[Arrival]:
    """Name what reads otherwise than it did when it was due: a prompt is written when it leaves, as things are then.

    `what` is (kind, chat), with `otherwise` as the kind of these. As the order of a chat is kept, each is what came
    last in its chat, once more: so it needs a kill that explains it.
    """
    last: dict[Hashable, Hashable] = {}
    named: list[Arrival] = []
    for one in sorted(arrivals, key=lambda arrival: arrival.came_at):
        kind, chat = cast("tuple[Hashable, Hashable]", one.what)
        what = last.get(chat, one.what) if kind == otherwise else one.what
        last[chat] = what
        named.append(replace(one, what=what))
    return named


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of what had to arrive.

    `missing` arrived less often than it had to; `doubles` counts what came more often, `unexplained`
    are those of them that were in flight at no kill; `most` is how often the most repeated one came for
    each time that it had to.
    """

    missing: Counter[Hashable]
    doubles: int
    unexplained: Counter[Hashable]
    most: int
    most_per_kill: int


def accepted(log: Iterable[Call], method: str = "sendMessage") -> list[Call]:
    """Calls that took effect, in the order in which they came."""
    return [call for call in log if call.method == method and call.accepted]


def tally(due: Mapping[Hashable, int], arrivals: Iterable[Arrival], kills: Sequence[float]) -> Tally:
    """Compare what was due, and how often, with what arrived; a kill explains doubles of what was in flight then."""
    came: dict[Hashable, list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        came[arrival.what].append(arrival)
    missing = Counter(
        {what: times - len(came[what]) for what, times in due.items() if len(came[what]) < times}
    )
    surplus = {what: len(found) - due.get(what, 0) for what, found in came.items()}
    per_kill: Counter[float] = Counter()
    unexplained: Counter[Hashable] = Counter()
    for what, more in surplus.items():
        explained = _explained_by(came[what], kills)[: max(more, 0)]
        per_kill.update(explained)
        unexplained[what] += max(more, 0) - len(explained)
    return Tally(
        missing,
        sum(more for more in surplus.values() if more > 0),
        +unexplained,
        max((-(-len(found) // max(due.get(what, 0), 1)) for what, found in came.items() if found), default=0),
        max(per_kill.values(), default=0),
    )


def _explained_by(found: Sequence[Arrival], kills: Sequence[float]) -> list[float]:
    """The kills at which one of these was in flight and after which another came; each arrival explains one."""
    last = max(arrival.came_at for arrival in found) if found else 0.0
    return [
        kill
        for arrival in found
        for kill in [next((kill for kill in kills if arrival.is_in_flight(kill) and kill < last), None)]
        if kill is not None
    ]


def in_flight_at(arrivals: Iterable[Arrival], moment: float) -> int:
    """How many messages had come whose sender could not know it yet."""
    return sum(arrival.is_in_flight(moment) for arrival in arrivals)


def inside_penalty(log: Iterable[Call]) -> int:
    """Calls that came before the time that a 429 had named."""
    return sum(call.inside_penalty for call in log)


def busiest(moments: Iterable[float], seconds: float = 1.0) -> int:
    """The most of these within any such span."""
    ordered = sorted(moments)
    most = first = 0
    for last, moment in enumerate(ordered):
        while moment - ordered[first] >= seconds:
            first += 1
        most = max(most, last - first + 1)
    return most
