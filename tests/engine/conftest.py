"""What the tests of the engine may ask for."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.api import Server
from playground.telegram import Telegram
from tests.engine.exit import Exit, opened


@pytest.fixture
async def way_out(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Exit]:
    """A sender that has not begun, with a database of its own."""
    async with opened(tmp_path, telegram, server) as way_out:
        yield way_out
