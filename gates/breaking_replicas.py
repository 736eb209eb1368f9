"""Ways to break what keeps replicas apart; each with leases so short that a trial takes seconds."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from bot.engine import claims, lease
from bot.engine.claims import Claims
from bot.engine.fencing import FencedDatabase
from bot.engine.lease import Lease
from gates.breaking import change

LENGTH_SECONDS: Final = 3.0
# So that several of one chat wait by then.
_GATHERS_SECONDS: Final = 0.2


def hasty_leases() -> None:
    """Nothing is broken: leases of three seconds instead of fifteen, so that a trial takes less of them."""
    change(lease, "MARGIN_SECONDS", lambda _: 0.5)
    change(claims, "LENGTH", lambda _: int(LENGTH_SECONDS * 1_000_000))
    change(claims, "RENEW_SECONDS", lambda _: 1.0)

    def changed(run: Any) -> Any:
        async def hasty(self: Any, *what: Any) -> Any:
            self.seconds, self.renew_seconds = LENGTH_SECONDS, 1.0
            return await run(self, *what)

        return hasty

    change(Lease, "run", changed)


def lease_for_everybody() -> None:
    """Every replica believes that it holds the lease, and nothing of what it keeps is fenced."""
    hasty_leases()
    change(Lease, "is_held", lambda _: property(lambda self: self._tenure is not None))
    change(FencedDatabase, "turn", lambda _: lambda self, work: self._database.turn(work))

    def changed(take: Any) -> Any:
        async def taken(tx: Any, name: str, holder: str, length: int) -> Any:
            await tx.run("UPDATE leases SET until = 0 WHERE name = :name", name=name)
            return await take(tx, name, holder, length)

        return taken

    change(lease, "take_lease", changed)
    change(lease, "is_free", lambda _: _always)
    change(lease, "renew_lease", lambda _: _always)


def forgotten_fence() -> None:
    """Who held the lease goes on with it, however long it was away: neither the time nor the fence is looked at."""
    hasty_leases()
    change(Lease, "is_held", lambda _: property(lambda self: self._tenure is not None))
    change(FencedDatabase, "turn", lambda _: lambda self, work: self._database.turn(work))
    change(lease, "renew_lease", lambda _: _always)

    def changed(_renew: Any) -> Any:
        async def renewed(_self: Any) -> bool:
            return True

        return renewed

    change(Lease, "_renewed", changed)


def chat_row_not_checked() -> None:
    """A turn neither asks whether its chat is still this replica's nor gives it back: it stays held for its time."""
    hasty_leases()
    change(claims, "LENGTH", lambda length: 5 * length)

    async def entered(_self: Any, _tx: Any, _lane: int, *, last: bool) -> None:
        """Ask nothing, whether or not it is the `last`."""

    change(Claims, "enter", lambda _: entered)


def newest_first() -> None:
    """Of what waits, what came last comes first."""
    hasty_leases()

    def changed(fresh: Any) -> Any:
        async def reversed_fresh(self: Any, *what: Any, **how: Any) -> Any:
            await asyncio.sleep(_GATHERS_SECONDS)
            return (await fresh(self, *what, **how))[::-1]

        return reversed_fresh

    change(Claims, "fresh", changed)


async def _always(*_: Any) -> bool:
    return True
