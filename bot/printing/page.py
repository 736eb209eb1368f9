"""A page of A4 to draw on: its letters, its colours, text that must fit, a QR code, a padlock."""

from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Final, cast

import segno

WIDTH: Final = 210.0  # millimetres, as everything here but letters
HEIGHT: Final = 297.0
POINT: Final = 25.4 / 72  # letters are measured in points
LETTER: Final = "Roboto"
# Room above and below a line of letters, as a part of their size.
LINE: Final = 1.25
QUIET: Final = 4  # modules around a QR code that stay white, as ISO/IEC 18004 asks

Colour = tuple[int, int, int]
WHITE: Final[Colour] = (255, 255, 255)
INK: Final[Colour] = (24, 32, 44)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page."""

    x: float
    y: float
    width: float
    height: float = 0.0


class Page:
    """One page, written top down in millimetres from its upper left corner."""

    def __init__(self, title: str, language: str, at: datetime) -> None:
        # Loading what draws pages is a fourth of loading the whole bot, and most days nobody prints.
        from fpdf import FPDF  # noqa: PLC0415
        from fpdf.enums import MethodReturnValue  # noqa: PLC0415

        self._pdf = FPDF(format="A4")
        self._told_height = MethodReturnValue.HEIGHT
        for style, name in (("", "Regular"), ("B", "Bold")):
            font = files("font_roboto") / "files" / f"Roboto-{name}.ttf"
            self._pdf.add_font(LETTER, style, str(font))
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.set_title(title)
        self._pdf.set_lang(language)
        self._pdf.set_creation_date(at)
        self._pdf.add_page()

    def pdf(self) -> bytes:
        return bytes(self._pdf.output())

    def fill(self, box: Box, colour: Colour, *, round_by: float = 0.0) -> None:
        self._pdf.set_fill_color(*colour)
        self._pdf.rect(
            box.x,
            box.y,
            box.width,
            box.height,
            style="F",
            round_corners=round_by > 0,
            corner_radius=round_by,
        )

    def write(
        self, text: str, box: Box, size: float, *, bold: bool = False, colour: Colour = INK, align: str = "L"
    ) -> float:
        """Write a paragraph in a box; how far down it ends."""
        self._letters(size, bold=bold)
        self._pdf.set_text_color(*colour)
        self._pdf.set_xy(box.x, box.y)
        self._pdf.multi_cell(box.width, size * POINT * LINE, text, align=align, new_x="LEFT", new_y="NEXT")
        return self._pdf.get_y()

    def height(self, text: str, width: float, size: float, *, bold: bool = False) -> float:
        """How much room a paragraph needs."""
        self._letters(size, bold=bold)
        line = size * POINT * LINE
        needed = self._pdf.multi_cell(width, line, text, dry_run=True, output=self._told_height)
        return cast("float", needed)

    def largest(self, text: str, width: float, *, most: float, least: float) -> float:
        """The largest size at which these words stay on one line, and bold."""
        self._letters(most, bold=True)
        needed = self._pdf.get_string_width(text)
        return max(least, min(most, most * width / needed))

    def code(self, link: str, box: Box) -> None:
        """A QR code that opens the link, as wide as the box with the white around it."""
        rows = list(segno.make(link, error="q", micro=False).matrix)
        module = box.width / (len(rows) + 2 * QUIET)
        self._pdf.set_fill_color(0, 0, 0)
        for down, row in enumerate(rows):
            for start, length in _runs(row):
                x, y = box.x + (start + QUIET) * module, box.y + (down + QUIET) * module
                # A hair too wide and high, so that no printer leaves a white line between two modules.
                self._pdf.rect(x, y, length * module + 0.02, module + 0.02, style="F")

    def padlock(self, x: float, y: float, height: float, colour: Colour) -> None:
        width, body = height * 0.76, height * 0.56
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(height * 0.13)
        bow = width * 0.56
        self._pdf.rect(
            x + (width - bow) / 2,
            y + height * 0.07,
            bow,
            height * 0.7,
            style="D",
            round_corners=True,
            corner_radius=bow / 2.01,
        )
        self.fill(Box(x, y + height - body, width, body), colour, round_by=height * 0.1)

    def _letters(self, size: float, *, bold: bool) -> None:
        self._pdf.set_font(LETTER, "B" if bold else "", size)


def _runs(row: "bytearray | tuple[int, ...]") -> "list[tuple[int, int]]":
    """Where dark modules stand side by side: begin and length."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((place, 1))
    return runs
