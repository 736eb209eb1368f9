"""A town that is opened for a journey, and searched for the planted resident when it ends."""

import io
import logging
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import structlog

from bot import logs
from bot.texts import LOCALES
from gates.postgres import free_port
from playground.api import serve
from playground.limits import Limits
from playground.telegram import Telegram
from tests.journeys.town import StoryClock, Town
from tests.journeys.transcript import Transcript
from tests.line import TOKEN, Line, hurry, settings_in
from tests.planted import Search

RESIDENT = 5_500_000_701
Opens = Callable[..., AbstractAsyncContextManager[Town]]


@pytest.fixture
def journal() -> Iterator[io.StringIO]:
    """What the operator reads, as the command line sets it up."""
    configured = structlog.get_config()
    root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()  # configuring would close pytest's own
    stream = io.StringIO()
    logs.configure(stream)
    yield stream
    root.handlers[:], root.level = handlers, level
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.captureWarnings(capture=False)
    structlog.configure(**configured)


@pytest.fixture
def opens(tmp_path: Path, journal: io.StringIO) -> Opens:
    """Open a town: a running bot over the local Telegram, at a time that stands still between two acts."""

    @asynccontextmanager
    async def opened(
        title: str, cast: tuple[str, ...] = (), *, locales: Path = LOCALES, **environ: str
    ) -> AsyncIterator[Town]:
        clock, health = StoryClock(), f"127.0.0.1:{free_port()}"
        telegram = Telegram(TOKEN, clock=lambda: clock().timestamp(), limits=Limits(lifted=True))
        server = await serve(telegram)
        settings = settings_in(tmp_path, server) | {"WIJKLIJN_HEALTH": health} | environ
        line = Line(telegram, server, settings, clock, locales, hurry)
        search = Search(line, journal, health, RESIDENT)
        search.listen()
        await line.start()
        try:
            yield Town(line, clock, Transcript(title, cast), search)
        finally:
            await line.stop()
            await server.close()

    return opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey is long, and the machine may have other things to do."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(180))
