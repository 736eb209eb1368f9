"""Where the bot goes to: without a translator to Telegram alone, whatever is said; with one, there and nowhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from bot.domain.people import Places, Role
from playground.api import Server
from playground.telegram import Telegram
from tests.engine.test_interpreter import until
from tests.handlers.following import manager, unhindered
from tests.handlers.spoken import HOME, VOICE, answered, reads, reported
from tests.line import Line, open_line
from tests.translation.libre import LibreTranslate

REPORT = "Боклукът стои от една седмица."
ANSWER = "We komen morgen kijken."
_watching: list[set[int]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """A hook cannot be taken away again: it sees every connection of this process, and tells whoever watches."""
    if event == "socket.connect" and _watching and isinstance(address := arguments[1], tuple):
        _watching[-1].add(int(address[1]))


@contextmanager
def connections() -> Iterator[set[int]]:
    """The ports that this process connects to meanwhile; a database's own socket has none."""
    if not any(hook is _watch for hook in _hooked):
        sys.addaudithook(_watch)
        _hooked.append(_watch)
    _watching.append(set())
    yield _watching[-1]
    _watching.pop()


_hooked: list[object] = []


def ports(line: Line) -> set[int]:
    """Telegram's, and the database's where it is a server."""
    addresses = [line.environ["WIJKLIJN_API_ROOT"], line.environ["WIJKLIJN_DATABASE_URL"]]
    return {port for address in addresses if (port := urlsplit(address).port)}


async def _talked(line: Line) -> None:
    """A report in Bulgarian with a number in it, a voice message, and an answer for it in Dutch."""
    elena = await reads(line, line.telegram.person(5_500_000_701, "Planted", language_code="bg"), "bg")
    aylin = line.telegram.person(5_500_000_702, "Planted", language_code="nl")
    await line.invited(aylin, Role.CONTACT_WORKER, Places((HOME,)), "bg")
    await manager(line, 5_500_000_703)
    case = await reported(line, elena, REPORT)
    await reported(line, elena, VOICE)
    await reported(line, elena, "Обадете се на 0470 12 34 56, има боклук.")
    await answered(line, case, ANSWER)


async def test_without_a_translator_nothing_goes_anywhere_but_to_telegram(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    with connections() as seen:
        async with open_line(tmp_path, telegram, server) as line:
            await _talked(unhindered(line))
            assert seen == ports(line) & seen
            assert urlsplit(line.environ["WIJKLIJN_API_ROOT"]).port in seen


async def test_with_a_translator_texts_go_there_and_nowhere_else(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    async with LibreTranslate() as libre:
        with connections() as seen:
            async with open_line(tmp_path, telegram, server, **libre.environ) as line:
                await _talked(unhindered(line))
                await until(lambda: len(libre.translations) == 3)
                assert seen == (ports(line) & seen) | {urlsplit(libre.url).port}
    assert not any("0470" in call.text for call in libre.translations)
