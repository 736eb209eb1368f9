"""The page for the structural consultation of a wijk: one sheet of A4, put together from words and numbers it is handed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.printing.page import HEIGHT, POINT, WHITE, WIDTH, Box, Colour, Page

MARGIN: Final = 16.0
INNER: Final = WIDTH - 2 * MARGIN
GAP: Final = 6.0
HEAD: Final = 38.0
COLUMN: Final = (INNER - 2 * GAP) / 3
HALF: Final = (INNER - GAP) / 2

BLUE: Final[Colour] = (16, 58, 99)
PALE: Final[Colour] = (232, 239, 246)
BAR: Final[Colour] = (92, 138, 184)
GREY: Final[Colour] = (84, 94, 108)
RULE: Final[Colour] = (200, 207, 215)

SIZE: Final = 10.5
SMALL: Final = 8.5
ROW: Final = 6.1
FOOT: Final = 22.0
MOST_BARS: Final = 12
WRITING_LINE: Final = 8.5


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words ("27", or "minder dan 10") and what it counts."""

    value: str
    what: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One theme; `part` of the longest bar, from 0 to 1, or None for what has no number."""

    name: str
    value: str
    part: float | None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, lines below it, or what is said where there are none."""

    heading: str
    lines: Sequence[tuple[str, str]]
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    title: str
    wijk: str
    month: str
    city: str
    figures: Sequence[Figure]
    bands: Sequence[Figure]
    themes_heading: str
    themes: Sequence[Bar]
    themes_note: str
    blocks: Sequence[Block]
    agreed: str
    foot: str


def consultation_pdf(sheet: Sheet, *, language: str, at: datetime) -> bytes:
    """One page of A4."""
    page = Page(f"{sheet.title} · {sheet.wijk} · {sheet.month}", language, at)
    _head(page, sheet)
    y = _figures(page, sheet.figures, HEAD + GAP)
    y = _bands(page, sheet.bands, y + 4)
    y = _themes(page, sheet, y + GAP)
    y = _blocks(page, sheet.blocks, y + GAP)
    _agreed(page, sheet, y + GAP)
    page.write(sheet.foot, Box(MARGIN, HEIGHT - FOOT + 4, INNER), SMALL, colour=GREY)
    return page.pdf()


def _head(page: Page, sheet: Sheet) -> None:
    page.fill(Box(0, 0, WIDTH, HEAD), BLUE)
    page.write(sheet.title, Box(MARGIN, 8, INNER), 13, colour=WHITE)
    page.write(sheet.city, Box(MARGIN, 8, INNER), 13, colour=WHITE, align="R")
    size = page.largest(sheet.wijk, INNER * 0.62, most=28, least=14)
    page.write(sheet.wijk, Box(MARGIN, 26 - size * POINT / 2, INNER * 0.62), size, bold=True, colour=WHITE)
    page.write(sheet.month, Box(MARGIN, 22, INNER), 15, colour=WHITE, align="R")


def _figures(page: Page, figures: Sequence[Figure], y: float) -> float:
    """Three boxes side by side."""
    for number, figure in enumerate(figures):
        box = Box(MARGIN + number * (COLUMN + GAP), y, COLUMN, 24)
        page.fill(box, PALE, round_by=2)
        inside = Box(box.x + 4, y + 3, COLUMN - 8)
        size = page.largest(figure.value, COLUMN - 8, most=24 if figure.value.isdigit() else 14, least=10)
        page.write(figure.value, Box(inside.x, y + 9 - size * POINT / 2, inside.width), size, bold=True)
        page.write(figure.what, Box(inside.x, y + 16, inside.width), SIZE, colour=GREY)
    return y + 24


def _bands(page: Page, figures: Sequence[Figure], y: float) -> float:
    for number, figure in enumerate(figures):
        box = Box(MARGIN + number * (COLUMN + GAP) + 4, y, COLUMN - 4)
        below = page.write(figure.value, box, SIZE, bold=True)
        page.write(figure.what, Box(box.x, below, box.width), SMALL, colour=GREY)
    return y + 12


def _heading(page: Page, text: str, box: Box) -> float:
    page.fill(Box(box.x, box.y, box.width, 0.4), BLUE)
    return page.write(text, Box(box.x, box.y + 1.6, box.width), 12, bold=True, colour=BLUE) + 1.5


def _themes(page: Page, sheet: Sheet, y: float) -> float:
    y = _heading(page, sheet.themes_heading, Box(MARGIN, y, INNER))
    for bar in sheet.themes[:MOST_BARS]:
        page.write(bar.name, Box(MARGIN, y, 62), SIZE)
        if bar.part is not None:
            page.fill(Box(MARGIN + 66, y + 0.7, max(2.0, 78 * bar.part), 3.6), BAR, round_by=0.8)
        page.write(bar.value, Box(MARGIN, y, INNER), SIZE, align="R", bold=bar.part is not None)
        y += ROW
    if sheet.themes_note:
        y = page.write(sheet.themes_note, Box(MARGIN, y + 0.5, INNER), SMALL, colour=GREY)
    return y


def _blocks(page: Page, blocks: Sequence[Block], y: float) -> float:
    """Two beside each other; as far down as the longer one."""
    ends = [
        _block(page, block, Box(MARGIN + number * (HALF + GAP), y, HALF))
        for number, block in enumerate(blocks)
    ]
    return max(ends, default=y)


def _block(page: Page, block: Block, box: Box) -> float:
    y = _heading(page, block.heading, box)
    for name, value in block.lines:
        page.write(name, Box(box.x, y, box.width * 0.62), SIZE)
        page.write(value, Box(box.x, y, box.width), SIZE, align="R")
        y += ROW
    if not block.lines:
        y = page.write(block.nothing, Box(box.x, y, box.width), SIZE, colour=GREY)
    return y


def _agreed(page: Page, sheet: Sheet, y: float) -> None:
    """Lines to write on with a pen, as many as there is room for."""
    y = _heading(page, sheet.agreed, Box(MARGIN, y, INNER))
    line = y + WRITING_LINE
    while line < HEIGHT - FOOT:
        page.fill(Box(MARGIN, line, INNER, 0.2), RULE)
        line += WRITING_LINE
