"""docs/scale.md reckons with what docs/benchmarks.md says was measured, and reckons rightly."""

import re
from pathlib import Path
from typing import Final

import pytest

DOCS: Final = Path(__file__).parents[1] / "docs"
SCALE: Final = (DOCS / "scale.md").read_text(encoding="utf-8")
MEASURED: Final = (DOCS / "benchmarks.md").read_text(encoding="utf-8").partition("## Typing to answer")[0]
# Figures move by so much from one run to the next.
TENTH: Final = 0.1


def measured(who: str) -> list[float]:
    """The medians of every row of that name, in milliseconds, in the order of the page."""
    found = re.findall(rf"^\| Wijklijn, {who} \| ([\d,]+) \|", MEASURED, re.MULTILINE)
    return [int(figure.replace(",", "")) / 1_000 for figure in found]


def row(name: str) -> str:
    [cells] = re.findall(rf"^\| {re.escape(name)}(.*) \|$", SCALE, re.MULTILINE)
    return str(cells)


def figures(text: str) -> list[float]:
    return [float(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def reckoned() -> tuple[float, float]:
    """With how many milliseconds an update and a message that is sent are reckoned."""
    update, sent = (
        row(f"CPU of one {what}").rpartition("|")[2] for what in ("update handled", "message sent")
    )
    return figures(update)[0], figures(sent)[0]


def test_what_is_quoted_was_measured() -> None:
    menus, reports = (measured(f"{what}, everything on disk") for what in ("the menu", "a report begun"))
    quoted = figures(row("CPU of one update handled").partition("on disk |")[2].partition("(")[0])
    assert quoted == pytest.approx([menus[0], reports[0], menus[1], reports[1]], rel=TENTH)
    sent = figures(row("CPU of one message sent").partition("on disk |")[2].partition(" in ")[0])
    assert sent == pytest.approx(measured("everything on disk"), rel=TENTH)


def test_it_is_reckoned_with_no_less_than_the_dearest_that_was_measured() -> None:
    update, sent = reckoned()
    assert update >= max(measured("a report begun, everything on disk")) * (1 - TENTH)
    assert sent >= max(measured("everything on disk"))


def test_the_cores_and_the_time_of_a_day_follow_from_what_comes_and_goes() -> None:
    update, sent = reckoned()
    comes, goes = (figures(row(f"in the storm: {way}, a second").partition("|")[2]) for way in ("in", "out"))
    cores = [(a * update + b * sent) / 1_000 for a, b in zip(comes, goes, strict=True)]
    assert figures(row("in the storm: cores busy")) == pytest.approx(cores, rel=TENTH)
    comes, goes = (figures(row(f"{way}, on a working day").partition("|")[2]) for way in ("in", "out"))
    seconds, minutes, hours = ((a * update + b * sent) / 1_000 for a, b in zip(comes, goes, strict=True))
    told = figures(row("CPU of such a day").partition("|")[2])
    assert told == pytest.approx([seconds, minutes / 60, hours / 3_600], rel=TENTH)
