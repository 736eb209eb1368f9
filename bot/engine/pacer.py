"""When may the next message leave? Arithmetic on times that are handed in; nothing here waits or looks at a clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

# How late a sender may wake without losing pace: half a message's time, within what an event loop needs.
LEAST_SLACK: Final = 0.008
MOST_SLACK: Final = 0.020
REFUSED_SECONDS: Final = 2.0
# `retry_after` is in whole seconds, so one end for all is told as ends up to a second apart.
ALIKE_SECONDS: Final = 1.25
ALIKE_CHATS: Final = 3
# While chats are held for times of their own, a few ends are alike by chance now and then.
ALIKE_CHATS_AMONG_OTHERS: Final = 5
FEWEST_KEPT: Final = 1024


class TooSoon(Exception):
    """A message was about to leave before `ready_at`: a mistake of the sender."""


class Penalty(NamedTuple):
    """Nothing goes to this chat for so many seconds more; `chat_id` None means to nobody."""

    chat_id: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Pace:
    """One message every `interval` seconds, of which `ahead` seconds' worth may go at once (GCRA)."""

    interval: float
    ahead: float


# Nearly once a second with a burst of three: a message that is late on its way makes the next seem early, so a tenth
# is left free. In a group at most 20 in any minute, a burst of three included.
PRIVATE: Final = Pace(1.1, 2.2)
GROUP: Final = Pace(60.0 / 18, 2 * 60.0 / 18)


class Pacer:
    """Telegram's limits for one bot: in all, for each chat, and the penalties it imposed.

    All times are seconds of one clock that never goes back; the caller hands them in. The sender asks `ready_at`,
    waits until then, and calls `take` as the message leaves. It keeps nothing about chats that have been quiet.
    """

    def __init__(self, rate: int) -> None:
        self._all = _pace_of_all(rate)
        self._next = float("-inf")
        self._next_of: dict[int, float] = {}
        self._until: dict[int, float] = {}
        self._all_until = float("-inf")
        self._refused: dict[int, float] = {}
        self._look_again = FEWEST_KEPT

    def ready_at(self, chat_id: int, now: float, *, yields: bool = False) -> float:
        """Tell from when on a message may go to this chat, `now` when it may go at once.

        An announcement `yields`: it leaves the chat's burst to the talk that may follow it.
        """
        return max(now, self.free_at(now), self._chat_free_at(chat_id, yields=yields))

    def free_at(self, now: float) -> float:
        """Tell from when on any message may go at all, whatever its chat."""
        return max(now, self._all_until, self._next - self._all.ahead)

    def take(self, chat_id: int, now: float, *, yields: bool = False) -> None:
        """Count a message that leaves now; raises TooSoon before its time."""
        if self.ready_at(chat_id, now, yields=yields) > now:
            raise TooSoon
        self._next = max(now, self._next) + self._all.interval
        self._next_of[chat_id] = max(now, self._next_of.get(chat_id, now)) + _pace_of(chat_id).interval
        self._forget_sometimes(now)

    def penalise(self, chat_id: int | None, until: float, now: float) -> float | None:
        """Stop a chat until its time (429), or everything, when several chats in a row were given the same end.

        A limit on all refuses whatever comes and tells all chats the same end; a limit of one chat lets others
        through in between (`accepted`), and ends when it ends. Everything then waits for the first of the ends.
        Gives for how many seconds everything is stopped, None when it is not.
        """
        if chat_id is None:
            self._all_until = max(self._all_until, until)
        else:
            self._penalise_chat(chat_id, until, now)
        return self._all_until - now if self._all_until > now else None

    def _penalise_chat(self, chat_id: int, until: float, now: float) -> None:
        self._until[chat_id] = max(until, self._until.get(chat_id, until))
        self._refused[chat_id] = now
        self._refused = {chat: at for chat, at in self._refused.items() if at >= now - REFUSED_SECONDS}
        alike = [self._until[chat] for chat in self._refused if self._ends_with(chat, until)]
        if len(alike) >= ALIKE_CHATS and len(alike) >= self._needed(until, now):
            self._all_until = max(self._all_until, min(alike))
        self._forget_sometimes(now)

    def accepted(self) -> None:
        """Telegram took a message: what it refused before were limits of single chats."""
        if self._refused:
            self._refused = {}

    def penalties(self, now: float) -> list[Penalty]:
        """List what still holds, to be stored: a restart must not forget it."""
        everything = [Penalty(None, self._all_until - now)] if self._all_until > now else []
        return everything + [Penalty(chat, until - now) for chat, until in self._until.items() if until > now]

    def restore(self, penalties: Iterable[Penalty], now: float) -> None:
        """Put back what `penalties` gave; the caller has taken off the seconds that went by since."""
        for penalty in penalties:
            until = now + penalty.seconds
            if penalty.chat_id is None:
                self._all_until = max(self._all_until, until)
            else:
                self._until[penalty.chat_id] = max(until, self._until.get(penalty.chat_id, until))
        self._forget_sometimes(now)

    def __len__(self) -> int:
        """Count the chats it keeps anything about."""
        return len(self._next_of.keys() | self._until.keys())

    def _chat_free_at(self, chat_id: int, *, yields: bool) -> float:
        stopped = self._until.get(chat_id, float("-inf"))
        if (following := self._next_of.get(chat_id)) is None:
            return stopped
        return max(stopped, following if yields else following - _pace_of(chat_id).ahead)

    def _ends_with(self, chat_id: int, until: float) -> bool:
        return abs(self._until[chat_id] - until) <= ALIKE_SECONDS

    def _needed(self, until: float, now: float) -> int:
        others = any(end > now and not self._ends_with(chat, until) for chat, end in self._until.items())
        return ALIKE_CHATS_AMONG_OTHERS if others else ALIKE_CHATS

    def _forget_sometimes(self, now: float) -> None:
        """Drop chats whose pace and penalty are over; looking only when twice as many came keeps this cheap."""
        if len(self._next_of) + len(self._until) < self._look_again:
            return
        self._next_of = {chat: following for chat, following in self._next_of.items() if following > now}
        self._until = {
            chat: until for chat, until in self._until.items() if until > now or chat in self._refused
        }
        self._look_again = max(FEWEST_KEPT, 2 * (len(self._next_of) + len(self._until)))


def _pace_of(chat_id: int) -> Pace:
    return GROUP if chat_id < 0 else PRIVATE


def _pace_of_all(rate: int) -> Pace:
    """Choose the fastest pace that leaves at most `rate` plus one in any one second.

    Messages of a GCRA with interval T and slack S: n of them span at least (n - 1) T - S seconds, so rate + 2 span
    a whole second when T >= (1 + S) / (rate + 1). Slow rates need no trade; at 1000 a second it costs 0.7 %.
    """
    slack = min(MOST_SLACK, max(LEAST_SLACK, 0.5 / rate))
    interval = max(1.0 / rate, (1.0 + slack + 1e-6) / (rate + 1))
    return Pace(interval, slack)
