"""Starting: who we are is asked until Telegram tells, and no sooner than it allows."""

import asyncio

from bot.engine.application import application_of, greet_telegram
from bot.engine.connections import Connections
from bot.settings import Secret
from playground.api import Server
from playground.faults import Fault
from playground.telegram import Telegram


async def test_nobody_is_greeted_inside_a_penalty(telegram: Telegram, server: Server) -> None:
    telegram.faults.once("getMe", Fault.TOO_MANY_FOR_ALL, retry_after=2)
    application = application_of(server.url, Secret(telegram.token), Connections(1), Connections(1))
    async with asyncio.timeout(5):
        await greet_telegram(application)
    first, second = [call.came_at for call in telegram.log if call.method == "getMe"]
    assert second - first >= 2
    await application.shutdown()
