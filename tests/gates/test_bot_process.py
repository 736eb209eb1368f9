"""Bots as processes: forked quickly, killed at a named point, and looked at from outside."""

import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gates.bot_process import BotProcess, bot_process
from gates.killing import Death, Killer
from gates.nursery import nursery
from gates.points import EVERYDAY, POINTS
from playground.api import Server
from playground.telegram import Telegram

pytestmark = pytest.mark.sqlite


@pytest.fixture
async def bot(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[BotProcess]:
    telegram.limits.lifted = True
    async with nursery() as born:
        yield bot_process(tmp_path, telegram, server, nursery=born)


async def test_a_forked_bot_answers_is_killed_answers_again_and_stops(
    bot: BotProcess, telegram: Telegram
) -> None:
    person = telegram.person(5, "Kiemnaam")
    await bot.start()
    bot.signal(signal.SIGKILL)
    assert await bot.ended() == -signal.SIGKILL
    person.starts()
    assert await bot.is_busy()
    await bot.start()
    assert await bot.quiet()
    assert len(person.heard()) == 1
    assert await bot.stop() == 0


async def test_it_dies_at_each_point_that_an_ordinary_day_comes_to(
    bot: BotProcess, telegram: Telegram
) -> None:
    killer = Killer(bot)
    person = telegram.person(5, "Kiemnaam")
    for death in [Death(point="migrating"), *(Death(point=point) for point in EVERYDAY)]:
        person.starts()
        await killer.start(death)
        await killer.kill(death)
    assert killer.at_points == dict.fromkeys(("migrating", *EVERYDAY), 1)
    assert len(killer.kills) == 1 + len(EVERYDAY)
    assert all(figure.holds for figure in killer.figures(100))
    assert set(EVERYDAY) <= POINTS.keys()


async def test_what_ends_by_itself_is_not_taken_for_killed_at_its_point(bot: BotProcess) -> None:
    killer = Killer(bot)
    bot.environ["WIJKLIJN_CITY"] = "cities/nowhere.toml"
    await killer.start(Death(point="migrating"))
    await killer.kill(Death(point="migrating"))
    assert killer.astray == 1
    assert {figure.name for figure in killer.figures(50) if not figure.holds} == {
        "ended otherwise than by a kill",
        "kills at named points",
        "points at which it was never killed",
    }


async def test_a_bot_that_cannot_start_is_reported_with_what_it_said(bot: BotProcess) -> None:
    bot.environ["WIJKLIJN_CITY"] = "cities/nowhere.toml"
    with pytest.raises(ChildProcessError, match=r"nowhere\.toml"):
        await bot.start()
    assert bot.errors() == 0


def test_errors_are_counted_as_the_bot_logs_them_and_as_python_prints_them(bot: BotProcess) -> None:
    bot_says = "from bot import logs; logs.configure()"
    warns = "import logging; logging.getLogger('asyncpg').warning('gone', exc_info=ValueError())"
    for program in (f"{bot_says}; raise ValueError", f"{bot_says}; {warns}", "raise ValueError"):
        with bot.log.open("ab") as log:
            subprocess.run([sys.executable, "-c", program], stderr=log, check=False)
    assert bot.log.read_text().count('"frames":') == 2, "the warning has its way too"
    assert bot.errors() == 2


def test_what_was_given_up_without_two_kills_was_given_up_rashly(bot: BotProcess) -> None:
    killer = Killer(bot, claimed=[frozenset({1, 2}), frozenset({2, 3})])
    assert killer.rashly_uncertain([1, 2, 3]) == 2
    assert killer.most_claimed == 2
