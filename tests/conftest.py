"""What every test may ask for: a Telegram, a running line, and the people of tests/cast.py."""

import gc
import os
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import FrameType

import pytest
import structlog

from gates.postgres import KEPT, Postgres
from playground.api import Server, serve
from playground.telegram import Telegram
from tests.cast import Cast
from tests.databases import CHOICE, drop_all, on_postgresql
from tests.line import TOKEN, Line, hurry, open_line

WORKERS = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))

# Before telegram is imported: else the first 429 fails on PTB's own deprecation.
os.environ["PTB_TIMEDELTA"] = "1"

# Files of which a test may take long, those first that take longest.
LONG = (
    "test_benchmarks.py",
    "test_story.py",
    "test_abuse.py",
    "test_every_step.py",
    "test_every_button.py",
    "test_kill_story.py",
    "test_desk_matrix.py",
    "test_short.py",
    "test_announce_going.py",
)

# Without the values of all variables, which takes seconds for an error that holds a whole bot.
_SAYS = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], help="where the bots of the tests keep things"
    )


def pytest_configure(config: pytest.Config) -> None:
    signal.signal(signal.SIGINT, _interrupted)
    if chosen := config.getoption("--database"):
        os.environ[CHOICE] = chosen
    *usual, _ = structlog.get_config()["processors"]
    structlog.configure([*usual, _SAYS])
    if KEPT not in os.environ:
        folder = tempfile.TemporaryDirectory(prefix="wijklijn-tests-")
        os.environ[KEPT] = folder.name
        config.add_cleanup(folder.cleanup)


def _interrupted(number: int, frame: FrameType | None) -> None:
    """As Python's own, in the place of which asyncio would put another for each test and fixture.

    To compare the two Python writes down whatever the task holds, and that is a whole bot: an eighth of all tests' time.
    """
    signal.default_int_handler(number, frame)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look through it again and again for garbage takes longer than many tests."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is about the embedded database's own file has nothing to try on a server."""
    if on_postgresql():
        left_out = [item for item in items if item.get_closest_marker("sqlite")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
    items[:] = _spread(items)


def _spread(items: list[pytest.Item]) -> list[pytest.Item]:
    """Evenly among the others those that take long: most of them wait, and none may be the last that all wait for."""
    spread = [item for item in items if item.path.name not in LONG]
    long = sorted(
        (item for item in items if item.path.name in LONG), key=lambda item: LONG.index(item.path.name)
    )
    # Each worker begins with a part of all tests: with the longest of it.
    dealt = [item for worker in range(WORKERS) for item in long[worker::WORKERS]]
    each = len(spread) // (len(dealt) + 1) + 1
    for number, item in enumerate(dealt):
        spread.insert(number * (each + 1), item)
    return spread


@pytest.fixture(autouse=True)
def dropped_databases() -> Iterator[None]:
    yield
    drop_all()


@pytest.fixture
async def telegram() -> Telegram:
    return Telegram(TOKEN)


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[Server]:
    server = await serve(telegram)
    yield server
    await server.close()


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server that only the tests of one file use."""
    server = Postgres.made()
    server.start()
    server.wait()
    yield server
    server.remove()


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
