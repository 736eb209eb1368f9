"""The poster of a wijk, as somebody sees it who stands before it with a phone."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pypdfium2
import pytest
import zxingcpp

from bot.domain.city_file import read_city
from bot.opening import texts_of
from bot.printing.poster import Poster, poster_pdf
from handlers.paper import poster_of
from playground.api import Server
from tests.commands import wijklijn
from tests.line import TOKEN

CITY: Final = read_city(Path(__file__).parents[1] / "cities" / "genk.toml")
AT: Final = datetime(2026, 9, 1, 8, tzinfo=UTC)
BOT: Final = "wijklijn_genk_bot"
PRINTED_AT: Final = 150 / 72  # dots per point


def poster(wijk: str = "waterschei-noord") -> Poster:
    return poster_of(texts_of(CITY), CITY, CITY.wijk(wijk), BOT)


def pages(pdf: bytes) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(pdf))


def words(page: pypdfium2.PdfPage) -> str:
    """Everything that can be read, with line ends as spaces."""
    return re.sub(r"\s+", " ", page.get_textpage().get_text_range())


def scanned(page: pypdfium2.PdfPage, *, dots: float = PRINTED_AT, grey: bool = False) -> list[str]:
    """What a phone's camera makes of the code on it."""
    picture = page.render(scale=dots, grayscale=grey).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def drawn(made: Poster) -> pypdfium2.PdfPage:
    [page] = pages(poster_pdf(made, language="nl", at=AT))
    return page


def test_it_is_one_page_of_a4() -> None:
    width, height = drawn(poster()).get_size()
    assert (round(width), round(height)) == (595, 842)


def test_everything_stands_on_it_in_every_language_and_dutch_first() -> None:
    made = poster()
    read = words(drawn(made))
    for one in made.languages:
        for text in (one.heading, one.about, *one.steps, one.unseen, one.danger):
            assert text in read
    places = [read.index(one.heading) for one in made.languages]
    assert places == sorted(places)


def test_what_is_no_dutch_is_marked_as_a_translation() -> None:
    assert [one.mark for one in poster().languages] == ["", "Vertaling / Çeviri", "Vertaling / Превод"]
    assert "Vertaling / Превод" in words(drawn(poster()))


@pytest.mark.parametrize("wijk", ["bret", "waterschei-noord", "industrieterrein-genk-noord"])
def test_the_code_opens_the_line_in_the_wijk(wijk: str) -> None:
    assert scanned(drawn(poster(wijk))) == [f"https://t.me/{BOT}?start=wijk-{wijk}"]


def test_the_code_is_read_from_a_bad_copy_in_grey() -> None:
    assert scanned(drawn(poster()), dots=0.8, grey=True) == [poster().link]


@pytest.mark.parametrize("more", [0, 1, 2])
def test_with_more_languages_nothing_lies_over_something_else(more: int) -> None:
    made = poster("industrieterrein-genk-zuid")
    page = drawn(replace(made, languages=(*made.languages, *(made.languages[1],) * more)))
    text = page.get_textpage()
    lines = [text.get_rect(number) for number in range(text.count_rects())]
    for place, one in enumerate(lines):
        assert all(not overlap(one, other) for other in lines[place + 1 :])
        assert 0 < one[0] < one[2] < 595
        assert 0 < one[1] < one[3] < 842


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two rectangles (left, bottom, right, top) share more than a hair."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > 1


async def test_the_command_asks_telegram_who_the_bot_is(tmp_path: Path, server: Server) -> None:
    file = tmp_path / "new" / "noord.pdf"
    code, said, _ = await wijklijn(
        "poster",
        "--wijk",
        "waterschei-noord",
        "--output",
        str(file),
        WIJKLIJN_BOT_TOKEN=TOKEN,
        WIJKLIJN_API_ROOT=server.url,
    )
    [page] = pages(file.read_bytes())
    assert (code, said) == (0, f"{file}\n")
    [link] = scanned(page)
    assert re.fullmatch(r"https://t\.me/\w{5,32}\?start=wijk-waterschei-noord", link)


async def test_all_wijken_are_printed_at_once_without_telegram(tmp_path: Path) -> None:
    izegem = Path(__file__).parents[1] / "cities" / "izegem.toml"
    code, said, _ = await wijklijn(
        "poster", "--all", "--bot", f"@{BOT}", "--output", str(tmp_path), WIJKLIJN_CITY=str(izegem)
    )
    made = {f"poster-{wijk.id}.pdf" for wijk in read_city(izegem).wijken}
    assert (code, len(said.splitlines())) == (0, len(made))
    assert {file.name for file in tmp_path.iterdir()} == made


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--wijk", "hasselt", "--bot", BOT], "--wijk hasselt is not in the city file; expected one of: "),
        (["--wijk", "bret", "--bot", BOT, "--output", "/dev/null/x/y.pdf"], "cannot be written"),
        (["--wijk", "bret", "--bot", "no bot"], "'no bot' is no username"),
        (["--wijk", "bret"], "WIJKLIJN_BOT_TOKEN is missing"),
    ],
)
async def test_what_cannot_be_printed_is_said_in_a_line(arguments: list[str], complaint: str) -> None:
    code, said, complained = await wijklijn("poster", *arguments)
    assert (code > 0, said) == (True, "")
    assert complaint in complained.splitlines()[-1]
