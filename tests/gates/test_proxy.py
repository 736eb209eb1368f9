"""The proxy that spoils calls does to them what it says, and counts whose answer was lost."""

import asyncio
import random

import pytest

from bot.engine.answers import Answer, Delivered, Unknown
from bot.engine.connections import Connections
from bot.engine.request import BotApi
from bot.settings import Secret
from gates.proxy import DROPS, LOSES_ANSWER, Spoil, proxied
from playground.api import Server
from playground.telegram import Telegram


async def said_through(
    telegram: Telegram, server: Server, spoil: Spoil | None
) -> tuple[Answer, int, tuple[int, int]]:
    """(answer, calls that Telegram saw, (calls, answers) that the proxy counts as not handed on)."""
    telegram.person(701, "Elena").chat.standing = "member"
    pool = Connections(2)
    await pool.open()
    async with proxied(server.port, random.Random(1), {spoil: 1.0} if spoil else {}, delay=0.05) as proxy:
        api = BotApi(pool, proxy.url, Secret(telegram.token))
        answer = await api.call("sendMessage", {"chat_id": 701, "text": "x"}, timeout=0.5)
        lost = proxy.dropped[701], proxy.lost[701]
    await pool.close()
    return answer, len(telegram.log), lost


@pytest.mark.parametrize("spoil", [None, Spoil.DELAYED])
async def test_what_is_not_spoiled_or_only_late_is_answered(
    telegram: Telegram, server: Server, spoil: Spoil | None
) -> None:
    answer, calls, lost = await said_through(telegram, server, spoil)
    assert isinstance(answer, Delivered)
    assert (calls, lost) == (1, (0, 0))


@pytest.mark.parametrize("spoil", sorted(DROPS, key=str))
async def test_what_is_spoiled_before_it_is_handed_on_takes_no_effect_and_is_counted(
    telegram: Telegram, server: Server, spoil: Spoil
) -> None:
    answer, calls, lost = await said_through(telegram, server, spoil)
    assert isinstance(answer, Unknown)
    assert (calls, lost) == (0, (1, 0))


@pytest.mark.parametrize("spoil", sorted(LOSES_ANSWER, key=str))
async def test_what_is_spoiled_after_it_took_effect_is_counted_as_lost(
    telegram: Telegram, server: Server, spoil: Spoil
) -> None:
    answer, calls, lost = await said_through(telegram, server, spoil)
    assert isinstance(answer, Unknown)
    assert (calls, lost) == (1, (0, 1))


async def test_other_calls_are_left_alone(telegram: Telegram, server: Server) -> None:
    pool = Connections(1)
    await pool.open()
    async with proxied(server.port, random.Random(1), {Spoil.RESET_BEFORE: 1.0}, delay=0.0) as proxy:
        answer = await BotApi(pool, proxy.url, Secret(telegram.token)).call("getMyName", {}, timeout=2)
    await pool.close()
    await asyncio.sleep(0)
    assert isinstance(answer, Delivered)
