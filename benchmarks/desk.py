"""What the desk's list costs with 40, 400 and 4,000 open cases: a page, a part of it, the overview, and a search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.city import environ_of
from benchmarks.filling import COORDINATORS, MESSAGES_OF_A_CASE, Numbers
from benchmarks.growth import TOKEN, Town, filled, running
from benchmarks.loopback import Loopback
from benchmarks.people import DESK, presses, says

OPEN: Final = (40, 400, 4_000)
# The same city each time; only how many of its cases are open differs.
CASES: Final = 4_400


async def measure(loopback: Loopback, folder: Path, cases: int, rounds: int) -> Mapping[str, float]:
    """Milliseconds of CPU of the whole process for each thing a coordinator does, the first round not counted."""
    environ = environ_of(TOKEN, loopback.url, folder)
    filling = await filled(environ, Numbers(int(CASES * MESSAGES_OF_A_CASE), wanted_open=cases))
    async with running(loopback, environ, filling) as (town, _):
        ways: Mapping[str, Callable[[int], Mapping[str, Any]]] = {
            "/werk": lambda chat: says(chat, "/werk"),
            "the next page": lambda chat: presses(chat, "1:desk-work:1"),
            "what is late": lambda chat: presses(chat, "1:work-only:reason:late"),
            "/overzicht": lambda chat: says(chat, "/overzicht"),
            "/zoek, a word that is nowhere": lambda chat: says(chat, "/zoek fietsenstalling"),
        }
        spent: dict[str, list[float]] = {name: [] for name in ways}
        for number in range(rounds + 1):
            for name, way in ways.items():
                used = await _each(town, way)
                if number:
                    spent[name].append(used * 1e3)
    return {name: median(used) for name, used in spent.items()}


async def _each(town: Town, way: Callable[[int], Mapping[str, Any]]) -> float:
    """Seconds of CPU for one coordinator, when all of them do it."""
    first = DESK + len(town.filling.city.wijken) + 1
    return await town.told({chat: way(chat) for chat in range(first, first + COORDINATORS)}) / COORDINATORS


def lines(found: Mapping[int, Mapping[str, float]]) -> Iterator[str]:
    """Write the table: what each costs, by how many cases are open."""
    yield f"{'By how many cases are open, ms of CPU':<40}" + "".join(f"{cases:>9,}" for cases in found)
    for name in next(iter(found.values())):
        yield f"  {name:<38}" + "".join(f"{each[name]:>9.2f}" for each in found.values())
