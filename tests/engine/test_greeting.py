"""Starting: who we are is asked until Telegram tells, no sooner than it allows; meanwhile the bot lives."""

import asyncio
import signal
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession
from structlog.testing import capture_logs

from bot.app import run, wijklijn
from bot.engine.application import application_of
from bot.engine.connections import Connections
from bot.engine.greeting import Greeting
from bot.engine.turns import App
from bot.files import CannotStart
from bot.opening import opened_database
from bot.settings import Address, Secret, Settings
from gates.postgres import free_port
from playground.api import Server
from playground.faults import Fault
from playground.telegram import Telegram
from storage.alarms import ALIVE, find_mark
from storage.schema import bind_to_bot
from tests.line import Line, settings_in

BOT = 700_000_001


async def test_nobody_is_greeted_inside_a_penalty(telegram: Telegram, server: Server) -> None:
    telegram.faults.once("getMe", Fault.TOO_MANY_FOR_ALL, retry_after=2)
    application = _application(telegram, server)
    greeting = Greeting(application=application, has_served=False)
    async with asyncio.timeout(5):
        await greeting.ask_on(0)
    first, second = _asked(telegram)
    assert second - first >= 2
    await application.shutdown()


async def test_a_token_that_served_is_asked_about_again_until_it_is_taken_with_one_alarm(
    telegram: Telegram, server: Server
) -> None:
    telegram.faults.switch(revoked=True)
    application, alarms = _application(telegram, server), list[str]()
    greeting = Greeting(application=application, has_served=True, alarm=alarms.append, pause=0.02)
    asking = asyncio.ensure_future(greeting.ask_on(0))
    await telegram.until(lambda: len(_asked(telegram)) > 2)
    telegram.faults.switch(revoked=False)
    await asking
    assert application.bot.id == BOT
    assert alarms == ["token-revoked"]
    await application.shutdown()


async def test_a_token_that_never_served_is_refused_at_once(
    telegram: Telegram, server: Server, tmp_path: Path
) -> None:
    telegram.faults.switch(revoked=True)
    with pytest.raises(CannotStart, match="is not accepted by Telegram"):
        async with wijklijn(Settings.read(settings_in(tmp_path, server))):
            pass
    assert len(_asked(telegram)) == 1


async def test_who_starts_while_the_token_is_revoked_lives_raises_one_alarm_and_ends_on_sigterm(
    telegram: Telegram, server: Server, tmp_path: Path
) -> None:
    settings = Settings.read(await _served(tmp_path, server))
    telegram.faults.switch(revoked=True)
    with capture_logs() as logged:
        starting = asyncio.ensure_future(run(settings))
        await _answers(settings.health)
        while not (alarms := [line["event"] for line in logged if line["log_level"] == "error"]):
            await asyncio.sleep(0.01)
        async with opened_database(settings) as database:
            assert await database.read(lambda tx: find_mark(tx, ALIVE)) is not None
        assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL, "it would end the tests"
        signal.raise_signal(signal.SIGTERM)
        async with asyncio.timeout(5):
            await starting
    assert alarms == ["token-revoked"]
    assert len(_asked(telegram)) == 1


async def test_who_starts_while_telegram_is_away_lives_and_serves_once_it_is_back(
    telegram: Telegram, server: Server, tmp_path: Path
) -> None:
    line, elena = Line(telegram, server, await _served(tmp_path, server)), telegram.person(701, "Elena")
    telegram.faults.switch(down=True)
    starting = asyncio.ensure_future(line.start())
    await _answers(Settings.read(line.environ).health)
    telegram.faults.switch(down=False)
    await starting
    elena.starts()
    await line.quiet()
    assert elena.chat.messages
    await line.stop()


def _application(telegram: Telegram, server: Server) -> App:
    return application_of(server.url, Secret(telegram.token), Connections(1), Connections(1))


def _asked(telegram: Telegram) -> list[float]:
    return [call.came_at for call in telegram.log if call.method == "getMe"]


async def _served(folder: Path, server: Server) -> dict[str, str]:
    """The environment of a bot that has served before."""
    environ = settings_in(folder, server) | {"WIJKLIJN_HEALTH": f"127.0.0.1:{free_port()}"}
    async with opened_database(Settings.read(environ)) as database:
        await database.turn(lambda tx: bind_to_bot(tx, BOT))
    return environ


async def _answers(health: Address) -> None:
    """It lives, and says that it is not ready."""
    async with asyncio.timeout(5), ClientSession(f"http://{health.host}:{health.port}") as probe:
        while True:
            with suppress(ClientError):
                assert (await probe.get("/healthz")).status == 200
                assert await (await probe.get("/readyz")).json() == {"ready": False, "failing": ["telegram"]}
                return
            await asyncio.sleep(0.01)
