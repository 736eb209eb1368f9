"""What every test may ask for: a Telegram, a running line, and the people of tests/cast.py."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.api import Server, serve
from playground.telegram import Telegram
from tests.cast import Cast, hurry
from tests.line import TOKEN, Line, open_line

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
    """A running bot of Genk without a translator."""
    async with open_line(tmp_path, telegram, server) as line:
        yield line


@pytest.fixture
def cast(line: Line) -> Cast:
    """The people of this line, each made when first asked for; they wait for no pace."""
    line.telegram.limits.lifted = True
    line.prepared = hurry
    hurry(line.running)
    return Cast(line)
