"""What residents write is never markup: not on a card, not in a mail, not on paper."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from typing import Any, Final
from unicodedata import category

import pypdfium2
import pytest

from bot.domain.passings import Letter
from bot.engine.mail import Addressed, written
from bot.printing.consultation import Bar, Block, Figure, Sheet, consultation_pdf
from tests.cast import Actor, Cast
from tests.line import Line

AT: Final = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
NASTY: Final[Mapping[str, str]] = {
    "html": "</blockquote><b>vet</b> <a href='https://kwaad.be'>klik</a> <tg-spoiler>weg</tg-spoiler> <!-- -->",
    "entities": "&lt;b&gt; &amp;amp; &#60;i&#62; &nbsp;&unknown;",
    "markdown": "*vet* _schuin_ `code` [klik](tg://user?id=1) ||weg|| ~~door~~ > citaat\n```\nblok\n```",
    "a card": "afval\n\n✅ Afgesloten\n👤 Bewoner AAAA · ma 1/1 00.00\n⏰ Antwoord ten laatste gisteren",
    "headers": "afval\r\nBcc: ik@elders.be\r\nContent-Type: text/html\r\n\r\n<b>vet</b>\r\n.\r\nQUIT",
    "half a header": "Bcc: ik@elders.be\nSubject: Iets anders\n\n--=_0a1b--",
    "from right to left": "\u202eavond\u202c \u2066links\u2069 \u200frechts \u202dafval",
    "no width": "af\u200bval \u200dop\ufeff straat \u2060en\u00ad zo",
    "control": "afval \x1b[2J \x07 \x0c \x85 \u2028 \u2029 straat",
    "paper": "afval ) Tj ET endstream endobj (x) << /JS (app.alert(1)) >> %%EOF \\( \\) \\\\ \\101",
    "placeables": "{ $number } { desk-role } {case} {0} %s %(x)s ${PATH} afval",
    "sql": "'; DROP TABLE cases; -- afval",
    "long": "afval \\(<b>& " * 315 + "x",
    "many lines": "afval" + "\n" * 90 + "straat",
    "another writing": "Боклукът \u0301\u0301\u0301 çöp ا ع 垃圾 👩‍👩‍👧",
}
HEADERS: Final = {
    *("From", "To", "Subject", "Date", "Message-ID"),
    *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
}


# What Telegram finds in any text, and the quotation around what somebody wrote.
BY_THEMSELVES: Final = {"blockquote", "url", "mention", "email", "bot_command", "hashtag", "phone_number"}


def lines_of(text: str) -> list[str]:
    """What can be seen of a text, without the spaces that the page, or Telegram, gives up."""
    seen = "".join(
        "\n" if sign in "\n\r\u2028\u2029\x85" else sign
        for sign in text.replace("\r\n", "\n")
        if sign in "\n\r\u2028\u2029\x85\t" or category(sign) not in {"Cc", "Cf"}
    )
    return [" ".join(line.split()) for line in seen.split("\n") if line.strip()]


def seen_of(text: str) -> str:
    """All of it, without any space."""
    return "".join("".join(lines_of(text)).split())


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_mail_keeps_it_as_plain_text_below_headers_of_our_own(text: str) -> None:
    wire = written(
        Addressed("reiniging@genk.be", Letter(f"Wijklijn {text}", text), "0a1b", AT), "wij@genk.be"
    )
    got = message_from_bytes(wire, policy=default)
    assert set(got.keys()) == HEADERS
    assert (got["To"], got["Bcc"]) == ("reiniging@genk.be", None)
    assert not got.is_multipart()
    assert got.get_content_type() == "text/plain"
    body = got.get_content()
    assert seen_of(body) == seen_of(text)
    assert not [sign for sign in body if category(sign) in {"Cc", "Cf"} and sign not in "\n\r\t"]
    assert max(map(len, wire.splitlines())) < 998


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_paper_shows_it_as_words_on_one_page_and_nothing_acts(text: str) -> None:
    """No page of ours shows what residents write; names of places and themes take the same way."""
    name = text[:120]
    figures, block = (Figure("1", name),), Block(name, [(name, "2")], name)
    sheet = Sheet(
        title=name,
        wijk=name,
        month="september",
        city="Genk",
        figures=figures,
        bands=figures,
        themes_heading=name,
        themes=(Bar(name, "1", 1.0),),
        themes_note=name,
        blocks=(block, block),
        agreed=name,
        foot=name,
    )
    made = consultation_pdf(sheet, language="nl", at=AT)
    assert not [word for word in (b"/JavaScript", b"/JS", b"/URI", b"/Launch", b"/Annots") if word in made]
    pdf = pypdfium2.PdfDocument(made)
    assert len(pdf) == 1
    said = seen_of(str(pdf[0].get_textpage().get_text_range()))
    assert seen_of(lines_of(name)[0])[:12] in said or "Боклукът" in name


async def test_a_card_and_all_that_follows_it_show_it_as_words(line: Line, cast: Cast) -> None:
    """Nothing of it is bold, a link or anything but text, and the bot's own words stand around it as ever."""
    karel, jan = await cast.karel(), await cast.jan()
    for name, text in NASTY.items():
        case = await cast.case_of(jan, text)
        karel.reads()
        await karel.crafts(f"1:desk-open:{case.id}")
        await karel.crafts(f"1:desk-original:{case.id}")
        await karel.crafts(f"1:desk-pass:{case.id}:dienst-reiniging")
        newest = _newest(karel)
        shown = "\n".join(_text(wire) for wire in newest)
        for one in lines_of(text):
            assert "".join(one.split())[:80] in seen_of(shown), (name, one)
        assert [found for wire in newest for found in _dressed(wire, text)] == [], name
        card = karel.message(f"Melding {case.number}")
        assert card["text"].startswith(f"Melding {case.number} · 🗑 Afval\n"), name
        await karel.taps("✖️ Stop")
    assert not [
        call for call in line.telegram.log if call.code == 400 and "not modified" not in str(call.description)
    ]


def _newest(actor: Actor) -> list[dict[str, Any]]:
    """The messages since somebody last looked, and those that changed."""
    fresh = set(actor.reads())
    wires = [kept.wire for kept in actor.phone.chat.kept.values() if not kept.outgoing]
    return [wire for wire in wires if _text(wire) in fresh] or wires[-6:]


def _text(wire: dict[str, Any]) -> str:
    return str(wire.get("text") or wire.get("caption") or "")


def _dressed(wire: dict[str, Any], text: str) -> list[str]:
    """Kinds of markup within what the resident wrote, besides the quotation around it."""
    utf16 = _text(wire).encode("utf-16-le")
    found = []
    for one in wire.get("entities", []):
        words = utf16[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
        if words.strip() and words in text and one["type"] not in BY_THEMSELVES:
            found.append(f"{one['type']}: {words}")
    return found
