"""The demo around the page: the bot beside it, invitations that are used once, and a clean end."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from playground.api import serve
from playground.child import BotProcess, InviteFailed
from playground.demo import Demo, DemoFailed, bot_environment, new_telegram
from playground.memory import Memory
from playground.page import Page

SMALL_BOT = (sys.executable, str(Path(__file__).parent / "small_bot.py"))
MOMENT = 1_795_000_000


@dataclass
class Running:
    """A demo that is up: `lines` is what the terminal showed."""

    demo: Demo
    lines: list[str]

    def heard_by(self, key: str) -> list[str]:
        return self.demo.page.person(key).heard()


@asynccontextmanager
async def demo_in(folder: Path, moment: int = MOMENT, **settings: str) -> AsyncIterator[Running]:
    page = Page(new_telegram(lambda: moment))
    server = await serve(page.telegram, 0, extra=page.routes())
    database = folder / "playground.db"
    environment = bot_environment(os.environ | settings, server.url, database, "127.0.0.1:0")
    bot = BotProcess(environment, folder / "bot.log", SMALL_BOT)
    lines: list[str] = []
    demo = Demo(page, bot, Memory.read(folder / "playground.json", database), lines.append)
    stop = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(demo.run(server.url, stop))
            await page.telegram.until(lambda: lines, 20)
            yield Running(demo, lines)
            stop.set()
    finally:
        await server.close()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def pid_in(answer: str) -> int:
    return int(answer.removeprefix("heard by ").split(":")[0])


async def test_the_staff_are_invited_and_the_residents_are_not(tmp_path: Path) -> None:
    async with demo_in(tmp_path) as running:
        assert running.heard_by("wijkmanager")[0].endswith("/start inv-wijkmanager-2")
        assert running.heard_by("contact")[0].endswith("/start inv-contact-worker-1")
        assert running.heard_by("coordinator")[0].endswith("/start inv-coordinator-3")
        assert running.heard_by("bg") == []


async def test_one_line_says_where_to_look(tmp_path: Path) -> None:
    async with demo_in(tmp_path) as running:
        [line] = running.lines
        assert line.startswith("Open http://127.0.0.1:")
        assert "START" in line


async def test_a_second_start_invites_nobody_again(tmp_path: Path) -> None:
    async with demo_in(tmp_path):
        pass
    async with demo_in(tmp_path, MOMENT + 60) as running:
        assert running.heard_by("wijkmanager")[0].endswith(": /start")
    assert len((tmp_path / "playground.invitations").read_text().splitlines()) == 3


async def test_a_lost_database_means_new_invitations(tmp_path: Path) -> None:
    async with demo_in(tmp_path):
        pass
    (tmp_path / "playground.db").unlink()
    async with demo_in(tmp_path, MOMENT + 60) as running:
        assert "inv-wijkmanager" in running.heard_by("wijkmanager")[0]


async def test_message_ids_go_on_above_those_of_an_earlier_start(tmp_path: Path) -> None:
    async with demo_in(tmp_path) as running:
        earlier = max(running.demo.page.person("wijkmanager").chat.kept)
    async with demo_in(tmp_path, MOMENT + 1) as running:
        assert min(running.demo.page.person("wijkmanager").chat.kept) > earlier


async def test_a_bot_may_write_to_who_knew_it_before_the_restart(tmp_path: Path) -> None:
    async with demo_in(tmp_path) as running:
        person = running.demo.page.person("bg")
        person.starts()
        await running.demo.telegram.settled(person)
    async with demo_in(tmp_path, MOMENT + 60) as running:
        standings = {key: running.demo.page.person(key).chat.standing for key in ("bg", "tr")}
        assert standings == {"bg": "member", "tr": "stranger"}


async def test_a_restart_is_another_process_that_goes_on(tmp_path: Path) -> None:
    async with demo_in(tmp_path) as running:
        first = pid_in(running.heard_by("wijkmanager")[0])
        running.demo.bot.restart()
        await running.demo.telegram.until(lambda: running.demo.bot.state == "starting", 10)
        person = running.demo.page.person("wijkmanager")
        person.says("hallo")
        [answer] = await running.demo.telegram.settled(person, timeout=15)
        assert pid_in(answer["text"]) != first
        assert not is_alive(first)
    assert len(running.lines) == 1, "nobody is told of what they asked for"


async def test_a_bot_that_falls_is_shown_as_stopped_and_told_once_on_the_terminal(tmp_path: Path) -> None:
    async with demo_in(tmp_path) as running:
        os.kill(pid_in(running.heard_by("wijkmanager")[0]), signal.SIGKILL)
        await running.demo.telegram.until(lambda: running.demo.bot.state == "stopped", 10)
    _, line = running.lines
    assert line.startswith("The bot ended by itself; “Start bot” on the page starts it.")


async def test_the_bot_ends_with_the_demo(tmp_path: Path) -> None:
    async with demo_in(tmp_path) as running:
        pid = pid_in(running.heard_by("wijkmanager")[0])
        assert is_alive(pid)
    assert not is_alive(pid)


async def test_a_bot_that_does_not_start_says_why_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(ExceptionGroup) as failed:
        async with demo_in(tmp_path, WIJKLIJN_CITY="nowhere"):
            pass
    assert failed.group_contains(DemoFailed, match="WIJKLIJN_CITY: there is no file nowhere")


async def test_an_invitation_that_fails_says_why(tmp_path: Path) -> None:
    environment = bot_environment(
        os.environ | {"WIJKLIJN_CITY": "nowhere"}, "http://127.0.0.1:1", tmp_path / "x.db", ""
    )
    with pytest.raises(InviteFailed, match="there is no file nowhere"):
        await BotProcess(environment, tmp_path / "bot.log", SMALL_BOT).invite("coordinator")


def test_the_operators_own_settings_reach_the_bot_but_not_a_real_token() -> None:
    given = {
        "WIJKLIJN_TRANSLATOR": "libretranslate",
        "WIJKLIJN_BOT_TOKEN_FILE": "/secret",
        "WIJKLIJN_HOLD_SECONDS": "3",
        "PATH": "/bin",
    }
    made = bot_environment(given, "http://127.0.0.1:1", Path("data/playground.db"), "127.0.0.1:8087")
    assert (made["WIJKLIJN_TRANSLATOR"], made["WIJKLIJN_HOLD_SECONDS"], made["PATH"]) == (
        "libretranslate",
        "3",
        "/bin",
    )
    assert made["WIJKLIJN_DATABASE_URL"] == "sqlite:///data/playground.db"
    assert "WIJKLIJN_BOT_TOKEN_FILE" not in made


def test_a_damaged_memory_is_an_empty_one(tmp_path: Path) -> None:
    database = tmp_path / "playground.db"
    database.touch()
    (tmp_path / "playground.json").write_text('{"known": [1')
    memory = Memory.read(tmp_path / "playground.json", database)
    assert (memory.known, memory.invited) == (set(), set())
