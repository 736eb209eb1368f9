"""What the tests of the engine may ask for."""

from collections.abc import AsyncIterator, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from playground.api import Server
from playground.telegram import Telegram
from tests.engine.exit import Exit, opened
from tests.engine.hook import Hook
from tests.engine.hook import opened as opened_hook
from tests.engine.room import Room
from tests.engine.room import opened as opened_room


@pytest.fixture
async def way_out(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Exit]:
    """A sender that has not begun, with a database of its own."""
    async with opened(tmp_path, telegram, server) as way_out:
        yield way_out


@pytest.fixture
async def hook(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Hook]:
    """A webhook that listens, with a database of its own."""
    async with opened_hook(tmp_path, telegram, server) as hook:
        yield hook


@pytest.fixture
async def room(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Room]:
    """Lanes that have not begun, with a database of their own."""
    async with opened_room(tmp_path, server, telegram.token) as room:
        yield room


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[MutableMapping[str, Any]]]:
    """What is logged meanwhile, as events; printing tracebacks would take longer than the tests."""
    with capture_logs() as events:
        yield events
