"""The desk's delay beside a machine that translates nothing and never answers: the card, and what is seen before sending."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.answering import percentile
from benchmarks.city import environ_of
from benchmarks.filling import Numbers
from benchmarks.growth import BETWEEN_SECONDS, TOKEN, Town, filled, running
from benchmarks.handling import START_SECONDS
from benchmarks.loopback import Loopback
from benchmarks.people import DESK, chats, presses, replies, says

FEW: Final = 1_000  # messages of cases in the town's database
TURKISH: Final = "Köşedeki konteynerin yanında bir haftadır çöp duruyor"
ANSWER: Final = "Morgen komt er iemand kijken."
CARD: Final = "the card of a report in Turkish"
PREVIEW: Final = "an answer, seen before it is sent"
WITHOUT: Final = "no translator"
FROZEN: Final = "a frozen one"
MOST: Final = 200.0  # ms that the second may take longer at the 95th percentile

Waited = dict[str, list[float]]


@asynccontextmanager
async def frozen() -> AsyncIterator[str]:
    """The address of a server that takes every call and answers none."""
    over = asyncio.Event()

    async def hold(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.close()

    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    over.set()
    server.close()


@dataclass(slots=True)
class Watch:
    """Tells when something was shown to a member of staff."""

    town: Town
    shown: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.town.line.on_screen = self.show

    def show(self, chat: int, params: Mapping[str, Any]) -> None:
        self.town.screens.show(chat, params)
        if DESK < chat < chats(1)[0] and "text" in params:
            self.shown.set()

    async def seconds(self, update: Mapping[str, Any]) -> float:
        """From this until the desk sees something. Raises TimeoutError."""
        self.shown.clear()
        began = time.monotonic()
        self.town.line.hand_over([update])
        async with asyncio.timeout(START_SECONDS):
            await self.shown.wait()
        return time.monotonic() - began


async def measure(loopback: Loopback, folder: Path, reports: int) -> Mapping[str, Waited]:
    """Seconds that the desk waits for each of its screens, without a translator and with a frozen one."""
    async with frozen() as address:
        machine = {"WIJKLIJN_TRANSLATOR": "libretranslate", "WIJKLIJN_TRANSLATOR_URL": address}
        found = {}
        for name, given in ((WITHOUT, {}), (FROZEN, machine)):
            inner = folder / name.replace(" ", "-")
            inner.mkdir()
            environ = {**environ_of(TOKEN, loopback.url, inner), **given}
            found[name] = await _measured(loopback, environ, reports)
        return found


async def _measured(loopback: Loopback, environ: Mapping[str, str], reports: int) -> Waited:
    filling = await filled(environ, Numbers(FEW))
    async with running(loopback, environ, filling) as (town, _):
        watch = Watch(town)
        cards = [await watch.seconds(press) for press in await _ready(town, reports)]
        await asyncio.sleep(BETWEEN_SECONDS)
        answers = list(town.open_cards().items())[:reports]
        return {
            CARD: cards,
            PREVIEW: [await watch.seconds(replies(chat, ANSWER, to)) for chat, to in answers],
        }


async def _ready(town: Town, reports: int) -> list[Mapping[str, Any]]:
    """Presses on Send of so many reports, each in another wijk, with everything before it said."""
    people, wijken = chats(reports, next(town.fresh)), town.filling.city.wijken
    await town.told({chat: says(chat, TURKISH) for chat in people})
    await town.told({chat: presses(chat, town.data(chat, "d-about")) for chat in people})
    await town.told(
        {
            chat: presses(
                chat, f"1:d-at:{town.data(chat, 'd-list').split(':')[2]}:{wijken[at % len(wijken)].id}"
            )
            for at, chat in enumerate(people)
        }
    )
    return [presses(chat, town.data(chat, "d-send")) for chat in people]


def lines(found: Mapping[str, Waited]) -> Iterator[str]:
    """Write the table, and by how much a frozen machine makes it longer."""
    yield f"{'How long the desk waits, ms':<52}{'p50':>7}{'p95':>9}{'longest':>9}"
    for name, waited in found.items():
        for screen, seconds in waited.items():
            yield f"  {f'{screen}, {name}':<50}{_row(seconds)}"
    for screen, seconds in found[WITHOUT].items():
        longer = percentile(found[FROZEN][screen], 95) - percentile(seconds, 95)
        yield f"  {screen}: p95 {longer:+.0f} ms with {FROZEN}; at most {MOST:.0f} are asked for"


def _row(seconds: Sequence[float]) -> str:
    return f"{percentile(seconds, 50):>7.0f}{percentile(seconds, 95):>9.0f}{max(seconds) * 1e3:>9.0f}"
