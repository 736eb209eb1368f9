"""The poster of a wijk: what the line is, how it is opened, that nobody sees a name, and 112; Dutch first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.printing.page import HEIGHT, INK, POINT, WHITE, WIDTH, Box, Colour, Page

MARGIN: Final = 14.0
GAP: Final = 8.0
HEAD: Final = 56.0
FOOT: Final = 44.0
CODE: Final = 92.0
SMALLER_CODE: Final = 64.0  # beside more than two translations
COLUMN: Final = (WIDTH - 2 * MARGIN - GAP) / 2

BLUE: Final[Colour] = (16, 58, 99)
PALE: Final[Colour] = (238, 243, 248)
RED: Final[Colour] = (178, 24, 32)
GREY: Final[Colour] = (84, 94, 108)

# What is read from two metres, and never smaller; a city with more languages gets what still fits.
LARGEST: Final = 21.0
SMALLEST: Final = 8.0
STEP: Final = 0.5


@dataclass(frozen=True, slots=True)
class PosterWords:
    """The poster in one language. `mark` says that it is a translation; empty for the one that counts."""

    heading: str
    about: str
    steps: Sequence[str]
    unseen: str
    danger: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """`languages`: the first is the one that counts."""

    title: str
    line: str
    wijk: str
    city: str
    link: str
    languages: Sequence[PosterWords]


def poster_pdf(poster: Poster, *, language: str, at: datetime) -> bytes:
    """One page of A4."""
    page = Page(poster.title, language, at)
    _head(page, poster)
    _blocks(page, poster)
    _foot(page, poster)
    return page.pdf()


def _head(page: Page, poster: Poster) -> None:
    page.fill(Box(0, 0, WIDTH, HEAD), BLUE)
    width = WIDTH - 2 * MARGIN
    page.write(poster.line, Box(MARGIN, 11, width), 24, colour=WHITE)
    page.write(poster.city, Box(MARGIN, 11, width), 24, colour=WHITE, align="R")
    size = page.largest(poster.wijk, width, most=58, least=24)
    page.write(poster.wijk, Box(MARGIN, 37 - size * POINT / 2, width), size, bold=True, colour=WHITE)


def _blocks(page: Page, poster: Poster) -> None:
    """Dutch stands beside the code, the others below them in two columns."""
    top, bottom = HEAD + GAP, HEIGHT - FOOT - GAP
    left, right = MARGIN, MARGIN + COLUMN + GAP
    code = _code(poster.languages)
    page.code(poster.link, Box(right + (COLUMN - code) / 2, top - 5, code))
    link = poster.link.removeprefix("https://")
    page.write(link, Box(right, top + code - 8, COLUMN), 9, colour=GREY, align="C")
    first, *others = poster.languages
    size = _largest(page, poster.languages, code, bottom - top)
    page_down = max(_height(page, first, size), code)
    _block(page, first, Box(left, top, COLUMN), max(size, _largest(page, [first], code, code)))
    for row in range(0, len(others), 2):
        y = top + page_down + GAP
        for x, words in zip((left, right), others[row : row + 2], strict=False):
            _block(page, words, Box(x, y, COLUMN), size)
        page_down += GAP + max(_height(page, words, size) for words in others[row : row + 2])


def _code(languages: Sequence[PosterWords]) -> float:
    """How wide the code is."""
    return CODE if len(languages) <= 3 else SMALLER_CODE


def _largest(page: Page, languages: Sequence[PosterWords], code: float, room: float) -> float:
    """The largest letters with which these fit: the first beside the code, the others below in pairs."""
    size = LARGEST
    while size > SMALLEST and _all(page, languages, size, code) > room:
        size -= STEP
    return size


def _all(page: Page, languages: Sequence[PosterWords], size: float, code: float) -> float:
    heights = [_height(page, words, size) for words in languages]
    rows = [max(heights[at : at + 2]) + GAP for at in range(1, len(heights), 2)]
    return max(heights[0], code) + sum(rows)


def _block(page: Page, words: PosterWords, box: Box, size: float) -> None:
    y = box.y
    if words.mark:
        y = page.write(words.mark, Box(box.x, y, box.width), size * 0.7, colour=GREY)
    y = page.write(
        words.heading, Box(box.x, y, box.width), _heading(page, words, size), bold=True, colour=BLUE
    )
    y = page.write(words.about, Box(box.x, y + 1, box.width), size) + 2.5
    for number, step in enumerate(words.steps, 1):
        y = _numbered(page, number, step, Box(box.x, y, box.width), size)
    lock = size * POINT
    page.padlock(box.x + 0.8, y + 1.9, lock, BLUE)
    indent = _indent(size)
    page.write(words.unseen, Box(box.x + indent, y + 1.5, box.width - indent), size, bold=True, colour=INK)


def _numbered(page: Page, number: int, step: str, box: Box, size: float) -> float:
    indent, wide = _indent(size), size * POINT * 1.3
    page.fill(Box(box.x, box.y - 0.1, wide, wide), BLUE, round_by=wide / 2.01)
    page.write(
        str(number), Box(box.x, box.y + wide * 0.06, wide), size * 0.9, bold=True, colour=WHITE, align="C"
    )
    return page.write(step, Box(box.x + indent, box.y, box.width - indent), size) + 1.8


def _height(page: Page, words: PosterWords, size: float) -> float:
    indented = COLUMN - _indent(size)
    steps = sum(page.height(step, indented, size) + 1.8 for step in words.steps)
    mark = page.height(words.mark, COLUMN, size * 0.7) if words.mark else 0.0
    heading = page.height(words.heading, COLUMN, _heading(page, words, size), bold=True)
    about = page.height(words.about, COLUMN, size) + 3.5
    return mark + heading + about + steps + page.height(words.unseen, indented, size, bold=True) + 1.5


def _heading(page: Page, words: PosterWords, size: float) -> float:
    return page.largest(words.heading, COLUMN - 1, most=size * 1.65, least=size * 1.2)


def _indent(size: float) -> float:
    return size * POINT * 1.75


def _foot(page: Page, poster: Poster) -> None:
    """112 in every language, as large as it gets."""
    top = HEIGHT - FOOT
    page.fill(Box(0, top, WIDTH, FOOT), RED)
    page.write("112", Box(MARGIN, top + 7, 62), 78, bold=True, colour=WHITE)
    x = MARGIN + 66
    line = (FOOT - 14) / len(poster.languages)
    most = min(21, line / POINT / 1.35)
    size = min(
        page.largest(words.danger, WIDTH - MARGIN - x, most=most, least=9) for words in poster.languages
    )
    for row, words in enumerate(poster.languages):
        y = top + 7 + row * line + (line - size * POINT * 1.25) / 2
        page.write(words.danger, Box(x, y, WIDTH - MARGIN - x), size, bold=True, colour=WHITE)
