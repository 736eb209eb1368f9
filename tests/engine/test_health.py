"""What an operator's tools are told: alive, ready or why not, and figures without anybody in them."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from aiohttp import ClientSession

from bot.engine.health import Health
from bot.engine.metrics import Backlog, Level, Metrics, Oldest, Rate, TurnEnd
from bot.settings import Address

LOOPBACK = Address("127.0.0.1", 0)


@dataclass
class Told:
    status: int
    kind: str
    text: str


@dataclass
class Door:
    url: str
    session: ClientSession

    async def asks(self, path: str) -> Told:
        async with self.session.get(self.url + path) as response:
            return Told(response.status, response.headers["Content-Type"], await response.text())


@asynccontextmanager
async def door(
    metrics: Metrics | None = None, **checks: Callable[[], Awaitable[bool]]
) -> AsyncIterator[Door]:
    health = Health(LOOPBACK, checks, metrics or Metrics())
    address = await health.start()
    try:
        async with ClientSession() as session:
            yield Door(f"http://{address.host}:{address.port}", session)
    finally:
        await health.stop()


async def passes() -> bool:
    return True


async def fails() -> bool:
    return False


async def breaks() -> bool:
    raise RuntimeError("Jan woont boven de bakker")


async def hangs() -> bool:
    await asyncio.Event().wait()
    return True


async def test_a_living_process_says_ok_even_when_it_is_not_ready() -> None:
    async with door(database=fails) as operator:
        assert await operator.asks("/healthz") == Told(200, "text/plain; charset=utf-8", "ok\n")


async def test_it_is_ready_when_all_checks_pass() -> None:
    async with door(database=passes, intake=passes) as operator:
        told = await operator.asks("/readyz")
    assert (told.status, json.loads(told.text)) == (200, {"ready": True, "failing": []})


async def test_what_is_not_ready_is_named() -> None:
    async with door(database=passes, intake=fails, sender=breaks) as operator:
        told = await operator.asks("/readyz")
    assert (told.status, json.loads(told.text)) == (503, {"ready": False, "failing": ["intake", "sender"]})


async def test_a_check_that_hangs_counts_as_failing() -> None:
    async with door(database=hangs, sender=hangs) as operator, asyncio.timeout(3.5):
        told = await operator.asks("/readyz")
    assert json.loads(told.text)["failing"] == ["database", "sender"]


async def test_what_is_counted_is_shown() -> None:
    metrics = Metrics()
    metrics.updates.labels("message").inc(3)
    metrics.turns.labels(TurnEnd.DONE).inc(2)
    metrics.sent.labels("delivered", "case").inc()
    metrics.watch(Backlog.OUTBOX, lambda: 41)
    metrics.watch_oldest(Oldest.OUTBOX, lambda: 2.5)
    metrics.watch_level(Level.LANES_BUSY, lambda: 3)
    metrics.waiting_seconds.labels("case").observe(0.2)
    async with door(metrics) as operator:
        told = await operator.asks("/metrics")
    assert told.kind.startswith("text/plain; version=")
    for line in (
        'wijklijn_updates_total{kind="message"} 3.0',
        'wijklijn_turns_total{end="done"} 2.0',
        'wijklijn_turns_total{end="set-aside"} 0.0',
        'wijklijn_sent_total{outcome="delivered",urgency="case"} 1.0',
        'wijklijn_backlog{of="outbox"} 41.0',
        'wijklijn_oldest_waiting_seconds{of="outbox"} 2.5',
        "wijklijn_lanes_busy 3.0",
        'wijklijn_alarms_total{alarm="disk-low"} 0.0',
        'wijklijn_waiting_seconds_count{urgency="case"} 1.0',
    ):
        assert line in told.text.splitlines()


def test_two_bots_in_one_process_count_apart() -> None:
    first, second = Metrics(), Metrics()
    first.penalties.inc()
    assert b"wijklijn_penalties_total 0.0" in second.text()


def test_no_figure_is_told_apart_by_an_id() -> None:
    metrics = Metrics()
    names = {name for counted in vars(metrics).values() for name in getattr(counted, "_labelnames", ())}
    assert names == {"kind", "end", "outcome", "urgency", "of", "alarm"}


def test_the_rate_counts_the_last_ten_seconds() -> None:
    now = 100.0
    rate = Rate(lambda: now)
    for _ in range(30):
        rate.count()
    now = 109.0
    assert rate() == 3.0
    now = 110.0
    assert rate() == 0.0


async def test_any_other_address_is_unknown() -> None:
    async with door() as operator:
        assert (await operator.asks("/")).status == 404


async def test_an_address_that_is_taken_is_refused() -> None:
    first = Health(LOOPBACK, {}, Metrics())
    address = await first.start()
    with pytest.raises(OSError, match="address already in use"):
        await Health(address, {}, Metrics()).start()
    await first.stop()
