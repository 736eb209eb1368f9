"""A database that is broken, gone or somebody else's: a clear line, exit code 1, and nothing is touched."""

from __future__ import annotations

import asyncio
import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.crowd import FIRST_CHAT, NAME
from gates.frame import Figure, Gate, Run, Verdict, exactly, seen
from gates.nursery import Nursery, nursery
from playground.api import serve
from playground.limits import Limits
from playground.telegram import Telegram
from storage.sealing import new_key

OTHER_TOKEN: Final = "700000002:" + "B" * 35
PAGE: Final = 4_096
ENDS_SECONDS: Final = 25.0
PREFIX: Final = "wijklijn: "
TALKERS: Final = 20


@dataclass(frozen=True, slots=True)
class Harm:
    """What is done to a database, or to the bot's settings, before the bot is started on it."""

    name: str
    to_file: Callable[[Path, random.Random], object] = lambda _file, _dice: None
    key: Callable[[], str | None] = lambda: None
    token: str = TOKEN


def _noise(start: float, end: float) -> Callable[[Path, random.Random], object]:
    """Noise over a part of the file, from and to fractions of its length."""

    def harm(file: Path, dice: random.Random) -> None:
        content = bytearray(file.read_bytes())
        first, last = int(len(content) * start), max(int(len(content) * end), PAGE)
        content[first:last] = dice.randbytes(last - first)
        file.write_bytes(content)

    return harm


def _cut(file: Path, _dice: random.Random) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def _directory(file: Path, _dice: random.Random) -> None:
    file.unlink()
    file.mkdir()


def _newer(file: Path, _dice: random.Random) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE meta SET value = '9999_of_later' WHERE key = 'schema'")
    connection.close()


HARMS: Final[Sequence[Harm]] = (
    Harm("noise at its beginning", _noise(0.0, 0.0)),
    Harm("missing, though it was made", lambda file, _dice: file.unlink()),
    Harm("the wrong key", key=new_key),
    Harm("another bot's token", token=OTHER_TOKEN),
    Harm("noise in its middle", _noise(0.2, 0.8)),
    Harm("cut in half", _cut),
    Harm("nothing in it", lambda file, _dice: file.write_bytes(b"")),
    Harm("zeros at its beginning", lambda file, _: file.write_bytes(bytes(PAGE) + file.read_bytes()[PAGE:])),
    Harm("a text in its place", lambda file, _: file.write_text("Dit is geen databank.\n" * 400)),
    Harm("a folder in its place", _directory),
    Harm("a schema of a later version", _newer),
    Harm("its folder gone", lambda file, _dice: shutil.rmtree(file.parent)),
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """How the bot took it."""

    harm: str
    code: int | None
    line: str
    untouched: bool
    polled: bool

    @property
    def is_clear(self) -> bool:
        """One line for an operator, and no traceback."""
        return self.line.startswith(PREFIX) and len(self.line) > len(PREFIX)


async def refusing(run: Run) -> Verdict:
    async with nursery() as born:
        sound = run.folder / "sound"
        sound.mkdir()
        key = await _made(sound, born)
        refusals = [await _tried(run, sound, harm, born, key) for harm in HARMS[: run.size["harms"]]]
    for refusal in refusals:
        run.note(f"{refusal.harm}: {refusal.line or refusal}")
    return Verdict(_figures(refusals))


def _figures(refusals: Sequence[Refusal]) -> list[Figure]:
    return [
        seen("ways to harm it", len(refusals)),
        exactly("started nevertheless", sum(refusal.code is None for refusal in refusals), 0),
        exactly("asked Telegram for updates", sum(refusal.polled for refusal in refusals), 0),
        exactly("exit codes other than 1", sum(refusal.code not in {None, 1} for refusal in refusals), 0),
        exactly("without a clear line", sum(not refusal.is_clear for refusal in refusals), 0),
        exactly("files that were touched", sum(not refusal.untouched for refusal in refusals), 0),
    ]


async def _made(folder: Path, born: Nursery) -> str:
    """A database in which people have said something, closed as it should be; its key."""
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    server = await serve(telegram)
    bot = bot_process(folder, telegram, server, nursery=born)
    await bot.start()
    for chat in range(FIRST_CHAT, FIRST_CHAT + TALKERS):
        telegram.person(chat, NAME).starts()
    await bot.quiet()
    await bot.stop()
    await server.close()
    return bot.environ["WIJKLIJN_KEY"]


async def _tried(run: Run, sound: Path, harm: Harm, born: Nursery, key: str) -> Refusal:
    folder = run.folder / harm.name.replace(" ", "-")
    shutil.copytree(sound, folder)
    file = folder / "wijklijn.db"
    harm.to_file(file, run.dice(harm.name))
    before = fingerprint(file)
    telegram = Telegram(harm.token, limits=Limits(lifted=True))
    server = await serve(telegram)
    settings = {"WIJKLIJN_KEY": harm.key() or key, "WIJKLIJN_BOT_TOKEN": harm.token}
    bot = bot_process(folder, telegram, server, breakage=run.breakage, nursery=born, **settings)
    bot.log = run.folder / f"{folder.name}.log"
    code = await _ended(bot)
    await server.close()
    polled = any(call.method == "getUpdates" for call in telegram.log)
    return Refusal(harm.name, code, bot.last_line(), fingerprint(file) == before, polled)


async def _ended(bot: BotProcess) -> int | None:
    """Its exit code; None when it had to be ended, or went on."""
    await bot.launch()
    try:
        async with asyncio.timeout(ENDS_SECONDS):
            while not bot.is_gone and not any(call.method == "getUpdates" for call in bot.telegram.log):
                await asyncio.sleep(0.02)
    except TimeoutError:
        pass
    if bot.is_gone:
        return await bot.ended()
    await bot.kill()
    return None


def fingerprint(file: Path) -> str:
    """What is at this path: the hash of a file, or that there is a folder or nothing."""
    if file.is_dir():
        return "a folder"
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else "nothing"


REFUSES: Final = Gate(
    name="refuses",
    promise="A database that is corrupt, missing, sealed with another key or another bot's is refused with a clear "
    "line; it is never touched, and never replaced by a fresh one.",
    trial=refusing,
    long={"harms": len(HARMS)},
    short={"harms": 4},
    minutes=4,
    breakages={"begun-anew": "files that were touched"},
)
