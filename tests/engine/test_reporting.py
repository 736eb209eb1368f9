"""What a running bot shows of itself, and what it raises an alarm for by itself."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from math import isnan
from pathlib import Path

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.app import Wiring
from bot.domain.people import Role
from bot.engine.connections import Connections
from bot.engine.request import BotApi
from bot.settings import Secret, Settings
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from storage.opening import database_of
from tests.engine.exit import genk, wall
from tests.engine.room import Room
from tests.line import TOKEN, Line, open_line, settings_in


@pytest.fixture
async def shown(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Line]:
    """A line that shows its figures at an address of its own."""
    telegram.limits.lifted = True
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    async with open_line(tmp_path, telegram, server, WIJKLIJN_HEALTH=f"127.0.0.1:{port}") as line:
        yield line


async def figures(line: Line) -> dict[str, float]:
    """Every figure by its name and label."""
    async with (
        ClientSession() as session,
        session.get(f"http://{line.environ['WIJKLIJN_HEALTH']}/metrics") as answer,
    ):
        families = list(text_string_to_metric_families(await answer.text()))
    return {
        " ".join([sample.name, *sample.labels.values()]): sample.value
        for family in families
        for sample in family.samples
    }


async def administrator(line: Line) -> Person:
    person = line.telegram.person(801, "Planted", language_code="nl")
    return await line.invited(person, Role.ADMINISTRATOR)


async def alarmed(person: Person, name: str) -> None:
    async with asyncio.timeout(8):
        while not any(f"({name})" in said for said in person.heard()):
            await asyncio.sleep(0.05)


async def test_an_answer_is_counted_with_how_long_it_waited(shown: Line) -> None:
    shown.telegram.person(801, "Planted", language_code="nl").starts()
    await shown.quiet()
    told = await figures(shown)
    assert told["wijklijn_updates_total message"] == 1
    assert told["wijklijn_waiting_seconds_count prompt"] == 1
    assert told["wijklijn_waiting_seconds_sum prompt"] < 5
    assert told["wijklijn_rate"] == pytest.approx(0.1)
    assert told["wijklijn_rate_limit"] == 30


async def test_what_only_the_database_knows_is_looked_up(shown: Line) -> None:
    await shown.running.clock._jobs[0][1]()  # noqa: SLF001 - every fifteen seconds otherwise
    told = await figures(shown)
    assert told["wijklijn_backlog set-aside"] == 0
    assert told["wijklijn_oldest_waiting_seconds inbox"] == 0
    assert told["wijklijn_last_backup_timestamp_seconds"] == 0
    assert told["wijklijn_penalties_held"] == 0


async def test_a_second_poller_reaches_the_administrators_once_it_has_gone(shown: Line) -> None:
    """Until then nothing is sent; when it has gone is tried with the poller itself."""
    person = await administrator(shown)
    other = Connections(1)
    await other.open()
    try:
        await BotApi(other, shown.server.url, Secret(TOKEN)).call("getUpdates", {}, timeout=5)
    finally:
        await other.close()
    async with asyncio.timeout(8):
        while (await figures(shown))["wijklijn_alarms_total second-poller"] < 1:
            await asyncio.sleep(0.05)
    assert not any("(second-poller)" in said for said in person.heard())
    shown.running.polling.acceptance.accept()
    shown.running.sender.look()
    await alarmed(person, "second-poller")
    assert (await figures(shown))["wijklijn_alarms_total second-poller"] == 1


async def test_a_replica_that_does_not_lead_raises_no_alarm_of_its_polling(
    server: Server, room: Room
) -> None:
    """One that was frozen and goes on hears that another polls. A token that is refused is refused to all."""
    address = Secret("postgresql://nobody@127.0.0.1:9/none")
    settings = replace(Settings.read(settings_in(Path(), server, migrated=False)), database_url=address)
    database = database_of(address.reveal(), room.database.sealer)
    pools = Connections(1), Connections(1)
    texts, application = room.turns.texts, room.turns.application
    whole = Wiring(settings, genk(), texts, database, application, *pools, wall).whole()
    whole.polling.alarm("second-poller")
    whole.sender.alarm("token-revoked")
    assert list(whole.alarms._raised) == ["token-revoked"]  # noqa: SLF001 - nothing writes them down here


async def test_a_turn_that_fails_to_the_end_reaches_the_administrators(shown: Line) -> None:
    person = await administrator(shown)
    shown.running.lanes.pauses = (0.01,)
    shown.telegram.updates.inject({"update_id": 900_000_001, "message": {"message_id": "no number"}})
    await alarmed(person, "row-set-aside")


@pytest.mark.sqlite
async def test_the_free_part_of_the_databases_disk_is_shown(shown: Line) -> None:
    assert 0 < (await figures(shown))["wijklijn_disk_free_ratio"] <= 1


async def test_a_disk_on_another_machine_is_no_full_one(shown: Line) -> None:
    shown.running.heartbeat.free = lambda: None
    assert isnan((await figures(shown))["wijklijn_disk_free_ratio"])
