"""What every test may ask for: a Telegram, a running line, and the people of tests/cast.py."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.api import Server, serve
from playground.telegram import Telegram
from tests.cast import Cast
from tests.line import TOKEN, Line, hurry, open_line

# Before telegram is imported: else the first 429 fails on PTB's own deprecation.
os.environ["PTB_TIMEDELTA"] = "1"


@pytest.fixture
async def telegram() -> Telegram:
    return Telegram(TOKEN)


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[Server]:
    server = await serve(telegram)
    yield server
    await server.close()


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Line]:
    """A running bot of Genk without a translator, and without a pace: how fast it may go is tried elsewhere."""
    telegram.limits.lifted = True
    async with open_line(tmp_path, telegram, server) as line:
        line.prepared = hurry
        hurry(line.running)
        yield line


@pytest.fixture
def cast(line: Line) -> Cast:
    """The people of this line, each made when first asked for."""
    return Cast(line)
