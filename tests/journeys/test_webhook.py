"""The main job by webhook: the same story, and what only a webhook can do to it."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.files import CannotStart
from gates.postgres import free_port
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from tests.journeys.conftest import Opens
from tests.journeys.speech import BULGARIAN, TURKISH
from tests.journeys.story import opened
from tests.journeys.test_main_job import nothing_is_known_of_her
from tests.line import Line, file_of, hurry, open_line

THEIRS = "http://127.0.0.1:9/elders"
PEOPLE = range(5_500_000_701, 5_500_000_731)


def by_webhook() -> dict[str, str]:
    """The settings of a bot that Telegram calls, at a port that is free now."""
    port = free_port()
    return {
        "WIJKLIJN_MODE": "webhook",
        "WIJKLIJN_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WIJKLIJN_WEBHOOK_SECRET": "the-secret-of-this-test",
        "WIJKLIJN_LISTEN": f"127.0.0.1:{port}",
    }


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Line]:
    telegram.limits.lifted = True
    health = {"WIJKLIJN_HEALTH": f"127.0.0.1:{free_port()}"}
    async with open_line(tmp_path, telegram, server, **by_webhook(), **health) as line:
        line.prepared = hurry
        hurry(line.running)
        await telegram.until(lambda: telegram.webhook.url)
        yield line


def phones(telegram: Telegram) -> list[Person]:
    return [telegram.person(number, "Iemand", language_code="nl") for number in PEOPLE]


def polls(telegram: Telegram) -> int:
    return sum(call.method == "getUpdates" for call in telegram.log)


async def test_the_whole_story_by_webhook(opens: Opens) -> None:
    async with opens("", **by_webhook()) as town:
        story = await opened(town, TURKISH)
        await story.told()
        await story.neighbours_follow()
        await story.is_announced()
        await nothing_is_known_of_her(story)
        assert polls(town.line.telegram) == 0


async def test_the_story_does_not_change_when_every_update_comes_twice(opens: Opens) -> None:
    async with opens("", **by_webhook()) as town:
        webhook = town.line.telegram.webhook
        webhook.loses_every = 2
        story = await opened(town, BULGARIAN)
        await story.told()
        await nothing_is_known_of_her(story)
        assert len(await town.numbers()) == 1
        assert webhook.posts > 40


async def test_people_who_write_at_once_are_all_answered_once(line: Line, telegram: Telegram) -> None:
    for phone in phones(telegram):
        phone.starts()
    await line.quiet()
    assert {len(phone.heard()) for phone in phones(telegram)} == {1}


@pytest.mark.sqlite
async def test_what_cannot_be_kept_now_is_brought_again_and_answered_once(
    line: Line, telegram: Telegram
) -> None:
    with closing(sqlite3.connect(file_of(line.running.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        phones(telegram)[0].starts()
        await telegram.until(lambda: "503" in (telegram.webhook.last_error or (0, ""))[1], timeout=9)
        assert len(telegram.updates) == 1
        other.execute("ROLLBACK")
    await line.quiet()
    assert len(phones(telegram)[0].heard()) == 1


async def test_a_stop_in_the_middle_of_a_crowd_is_short_and_loses_nobody(
    line: Line, telegram: Telegram
) -> None:
    for phone in phones(telegram):
        phone.starts()
    await telegram.until(lambda: len(telegram.updates) < len(PEOPLE))
    began = time.monotonic()
    await line.stop()
    assert time.monotonic() - began < 10
    await line.start()
    await line.quiet()
    assert {len(phone.heard()) for phone in phones(telegram)} == {1}


async def test_from_webhook_to_polling_and_back_nothing_is_lost_and_nothing_told_twice(
    line: Line, telegram: Telegram
) -> None:
    phone = phones(telegram)[0]
    phone.starts()
    await line.quiet()
    webhook = {name: line.environ.pop(name) for name in list(line.environ) if "WEBHOOK" in name}
    line.environ["WIJKLIJN_MODE"] = "polling"
    for mode in ("polling", "webhook"):
        await line.stop()
        phone.starts()
        if mode == "webhook":
            line.environ |= {"WIJKLIJN_MODE": "webhook", **webhook}
        await line.start()
        await line.quiet()
    assert len(phone.heard()) == 3
    assert polls(telegram) > 0
    assert telegram.webhook.url == webhook["WIJKLIJN_WEBHOOK_URL"]


async def readiness(line: Line) -> tuple[int, list[str]]:
    async with (
        ClientSession() as session,
        session.get(f"http://{line.environ['WIJKLIJN_HEALTH']}/readyz") as answer,
    ):
        return answer.status, (await answer.json())["failing"]


async def test_it_is_ready_while_telegram_calls_us_and_not_while_it_calls_somebody_else(
    line: Line, telegram: Telegram
) -> None:
    assert line.running.webhook
    registration = line.running.webhook.registration
    async with asyncio.timeout(5):
        while await readiness(line) != (200, []):
            await asyncio.sleep(0.01)
    for _ in range(2):
        telegram.webhook.url = THEIRS
        await registration.look()
    assert await readiness(line) == (503, ["telegram", "sender"])
    telegram.webhook.url = ""
    await registration.look()
    assert (await readiness(line))[1] in ([], ["sender"])


async def test_an_address_that_is_taken_is_one_clear_line(
    line: Line, tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    taken = {name: line.environ[name] for name in by_webhook()}
    with pytest.raises(CannotStart, match=r"^WIJKLIJN_LISTEN: cannot listen at 127\.0\.0\.1:"):
        async with open_line(folder, telegram, server, **taken):
            await asyncio.sleep(0)
