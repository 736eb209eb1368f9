"""Several bots on one PostgreSQL, as people meet them: whichever took it in, the answer comes at once, and only once."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.engine.answers import Later
from bot.engine.pacer import Penalty
from gates.bot_process import bot_process
from gates.fleet import fleet
from gates.nursery import nursery
from gates.postgres import MIGRATED, Postgres
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from storage.database import Row, Transaction
from tests.line import Line, settings_in


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    postgres = Postgres.made()
    postgres.start()
    postgres.wait()
    yield postgres
    postgres.remove()


@asynccontextmanager
async def lines(
    telegram: Telegram, server: Server, folder: Path, url: str, number: int
) -> AsyncIterator[list[Line]]:
    """So many replicas in this process; the first of them leads."""
    environ = settings_in(folder, server) | {"WIJKLIJN_DATABASE_URL": url}
    async with AsyncExitStack() as stack:
        found = []
        for _ in range(number):
            line = Line(telegram, server, environ)
            await line.start()
            stack.push_async_callback(line.stop)
            found.append(line)
            await _until(lambda: any(leads(line) for line in found))
        yield found


def leads(line: Line) -> bool:
    replica = line.running.replica
    assert replica
    return replica.leads()


async def _until(holds: Callable[[], bool], within: float = 10.0) -> None:
    async with asyncio.timeout(within):
        while not holds():
            await asyncio.sleep(0.005)


async def lands_on(line: Line, person: Person, words: str) -> float:
    """Let words come in at this replica and at no other; the seconds until there is an answer."""
    heard = len(person.chat.messages)
    update = {
        "update_id": line.telegram.updates.next_id + heard,
        "message": {
            "message_id": 10_000 + heard,
            "date": int(time.time()),
            "chat": {"id": person.user_id, "type": "private"},
            "from": {"id": person.user_id, "is_bot": False, "first_name": "Elena"},
            "text": words,
        },
    }
    began = time.monotonic()
    intake = line.running.intake
    await line.running.lanes.database.turn(lambda tx: intake._keep(tx, [update]))  # noqa: SLF001 - as its webhook would
    line.running.lanes.woken.set()
    await _until(lambda: len(person.chat.messages) > heard)
    return time.monotonic() - began


async def test_an_answer_to_what_landed_elsewhere_leaves_at_once(
    telegram: Telegram, server: Server, tmp_path: Path, postgres: Postgres
) -> None:
    telegram.limits.lifted = True
    elena = telegram.person(5_500_000_701, "Elena")
    elena.chat.standing = "member"
    async with lines(telegram, server, tmp_path, await postgres.database(MIGRATED), 2) as (first, second):
        assert leads(first)
        assert not leads(second)
        await lands_on(first, elena, "/start")
        took = sorted([await lands_on(second, elena, "/taal") for _ in range(3)])
        # The look of every second alone would take half of one.
        assert took[0] < 0.4
        assert {row["holder"] for row in await first.read(_lanes)} == set()


async def _lanes(tx: Transaction) -> Sequence[Row]:
    return await tx.all("SELECT holder FROM lanes")


async def test_who_does_not_lead_is_ready_and_takes_over_at_once_when_the_leader_stops(
    telegram: Telegram, server: Server, tmp_path: Path, postgres: Postgres
) -> None:
    telegram.limits.lifted = True
    elena = telegram.person(5_500_000_701, "Elena")
    async with lines(telegram, server, tmp_path, await postgres.database(MIGRATED), 2) as (first, second):
        assert await second.running.health.failing() == []
        elena.starts()
        await _until(lambda: sent(telegram) == [5_500_000_701])
        began = time.monotonic()
        await first.stop()
        await _until(lambda: leads(second), 5)
        assert time.monotonic() - began < 3
        elena.says("/taal")
        await _until(lambda: len(sent(telegram)) > 1)
        await asyncio.sleep(0.5)
        assert sent(telegram) == [5_500_000_701, 5_500_000_701]


async def test_who_does_not_lead_shows_what_waits_to_be_sent_and_that_another_sends_it(
    telegram: Telegram, server: Server, tmp_path: Path, postgres: Postgres
) -> None:
    async with lines(telegram, server, tmp_path, await postgres.database(MIGRATED), 2) as (first, second):
        sender = first.running.sender
        sender.pacer.restore([Penalty(None, 900)], sender.monotonic())
        telegram.person(5_500_000_701, "Elena").starts()
        await _until(lambda: len(sender) == 1)
        await second.running.clock._jobs[0][1]()  # noqa: SLF001 - every fifteen seconds otherwise
        shown = [line.running.health.metrics.text().decode() for line in (first, second)]
        assert [f"wijklijn_leads {leads}.0" in text for leads, text in zip((1, 0), shown, strict=True)] == [
            True,
            True,
        ]
        assert all('wijklijn_backlog{of="outbox"} 1.0' in text for text in shown)
        assert len(second.running.sender) == 0


async def test_who_slept_past_its_lease_asks_for_no_updates(
    telegram: Telegram, server: Server, tmp_path: Path, postgres: Postgres
) -> None:
    async with lines(telegram, server, tmp_path, await postgres.database(MIGRATED), 1) as (line,):
        replica = line.running.replica
        assert replica
        await _until(lambda: _polls(telegram) == 2)  # the first is answered at once, the second hangs
        replica.lease.monotonic = lambda: float("inf")
        assert await line.running.polling.api.updates({"timeout": 0}, timeout=5) == Later(None)
        assert _polls(telegram) == 2


def _polls(telegram: Telegram) -> int:
    return sum(call.method == "getUpdates" for call in telegram.log)


async def test_a_start_waits_for_a_server_that_is_up_later(
    telegram: Telegram, server: Server, tmp_path: Path, postgres: Postgres
) -> None:
    url = await postgres.database(MIGRATED)
    line = Line(telegram, server, settings_in(tmp_path, server) | {"WIJKLIJN_DATABASE_URL": url})
    elena = telegram.person(5_500_000_701, "Elena")
    postgres.stop()
    with capture_logs() as logged:
        starting = asyncio.ensure_future(line.start())
        await _until(lambda: "database-not-answering" in {said["event"] for said in logged})
    postgres.start()
    await postgres.ready()
    await starting
    elena.starts()
    await line.quiet()
    assert elena.chat.messages
    await line.stop()


async def test_a_second_bot_on_a_file_refuses_with_one_line(
    telegram: Telegram, server: Server, tmp_path: Path
) -> None:
    first, second = (bot_process(tmp_path, telegram, server) for _ in range(2))
    second.environ, second.log = first.environ, tmp_path / "second.log"
    await first.start()
    await second.launch()
    async with asyncio.timeout(20):
        assert await second.ended() == 1
    (line,) = second.log.read_text().splitlines()
    assert "a bot runs on it already" in line
    assert await first.stop() == 0


async def test_a_stop_of_all_at_once_leaves_nothing_in_doubt(
    telegram: Telegram, server: Server, tmp_path: Path, postgres: Postgres
) -> None:
    telegram.limits.lifted = True
    people = [telegram.person(7_000 + number, "Elena") for number in range(10)]
    url = await postgres.database()
    async with nursery() as born, fleet(tmp_path, telegram, server, url, webhook=True, nursery=born) as bots:
        await bots.start()
        for person in people:
            person.starts()
        await telegram.until(lambda: len(sent(telegram)) >= 3, 15)
        async with asyncio.timeout(10):
            assert await bots.stop() == [0, 0, 0]
        assert await postgres.say("SELECT id FROM outbox WHERE state IN ('sending', 'uncertain')", url.rpartition("/")[2]) == []  # fmt: skip
        await bots.start()
        await telegram.until(lambda: len(sent(telegram)) >= 10, 20)
        assert Counter(sent(telegram)) == Counter(person.user_id for person in people)


def sent(telegram: Telegram) -> list[object]:
    """Whom something reached, each time."""
    return [call.chat_id for call in telegram.log if call.method == "sendMessage" and call.accepted]
