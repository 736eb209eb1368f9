"""A local Telegram per test, a phone that has started the bot, and a bare caller."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from playground.api import Server, serve
from playground.people import Person
from playground.telegram import Telegram
from tests.playground.caller import TOKEN, Caller, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(TOKEN, clock=clock, monotonic=clock)


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[Server]:
    server = await serve(telegram)
    yield server
    await server.close()


@pytest.fixture
async def call(telegram: Telegram, server: Server) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(telegram, server, session)


@pytest.fixture
def elena(telegram: Telegram) -> Person:
    person = telegram.person(
        701, "Elena", last_name="Petrova", username="elena_p", phone="+32470111111", language_code="bg"
    )
    person.starts()
    telegram.updates.forget_all()
    return person
