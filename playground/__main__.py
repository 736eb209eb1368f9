"""`python -m playground`: the local Telegram with its page of phones, and the bot as a child beside it."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from playground.api import serve
from playground.child import BotProcess
from playground.demo import Demo, DemoFailed, bot_environment, data_folder, new_telegram
from playground.memory import Memory
from playground.page import Page

PORT: Final = 8088
HEALTH: Final = "127.0.0.1:8087"


class PortTaken(Exception):
    """Something else listens there already."""


def main(argv: Sequence[str] | None = None) -> int:
    """The demo until it is interrupted; returns the exit code."""
    options = _parser().parse_args(argv)
    work = run_alone(options.port) if options.alone else run_demo(options.port, options.data)
    code = 0
    try:
        asyncio.run(work)
    except* (DemoFailed, PortTaken) as failed:
        _complain(str(failed.exceptions[0]))
        code = 1
    return code


async def run_alone(port: int = PORT) -> None:
    """The local Telegram and its phones without a bot: for a bot that is started elsewhere."""
    telegram = new_telegram(time.time)
    stop = _interrupted()
    async with _served(Page(telegram), port) as address:
        _say(
            f"Open {address}; a bot reaches it with WIJKLIJN_API_ROOT={address} WIJKLIJN_BOT_TOKEN={telegram.token}"
        )
        await stop.wait()


async def run_demo(port: int = PORT, data: Path = Path("data")) -> None:
    """The playground and the bot; raises DemoFailed in a group when the bot does not come up."""
    folder = data_folder(data)
    database = folder / "playground.db"
    page = Page(new_telegram(time.time))
    stop = _interrupted()
    async with _served(page, port) as address:
        health = HEALTH if port == PORT else "127.0.0.1:0"
        bot = BotProcess(
            bot_environment(os.environ, address, database, health), folder / "playground-bot.log"
        )
        memory = Memory.read(folder / "playground.json", database)
        await Demo(page, bot, memory, _say).run(address, stop)


@asynccontextmanager
async def _served(page: Page, port: int) -> AsyncIterator[str]:
    """The address of the page while it is there; raises PortTaken."""
    try:
        server = await serve(page.telegram, port, extra=page.routes())
    except OSError as problem:
        raise PortTaken(f"127.0.0.1:{port} is taken; choose another with --port") from problem
    try:
        yield server.url
    finally:
        await server.close()


def _interrupted() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    return stop


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="playground", description="A local Telegram with phones, and the bot beside it."
    )
    parser.add_argument(
        "--port", type=int, default=PORT, help="on 127.0.0.1 (default: %(default)s; 0 takes a free one)"
    )
    parser.add_argument(
        "--data", type=Path, default=Path("data"), help="where playground.db is kept (default: %(default)s)"
    )
    parser.add_argument("--alone", action="store_true", help="the local Telegram without a bot")
    return parser


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # the one line of the command line


def _complain(line: str) -> None:
    print(f"playground: {line}", file=sys.stderr, flush=True)  # noqa: T201  # as above


if __name__ == "__main__":
    sys.exit(main())
