"""Text and its marks: HTML to entities, counted in UTF-16 units, refused in Telegram's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.entities import formatted, found_in
from playground.refusals import Refusal
from playground.wire import utf16_length, utf16_slice


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("gewoon", "gewoon", []),
        ("<b>vet</b> en <i>schuin</i>", "vet en schuin", [("bold", 0, 3), ("italic", 7, 6)]),
        ("😀 <b>é</b>", "😀 é", [("bold", 3, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&#33;&#x21;", '1 < 2 && 3 > 2 "!!', []),
        ("R&D &euro;", "R&D &euro;", []),
        ("  <b> rand </b>  ", "rand", [("bold", 0, 4)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<a href="geen adres">x</a>', "x", []),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = formatted(source, "HTML", None)
    assert plain == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == entities


def test_links_and_code_keep_their_details() -> None:
    source = '<a href="https://genk.be/?a=1&amp;b=2">x</a><pre><code class="language-python">y</code></pre>'
    _, found = formatted(source, "HTML", None)
    assert found[0]["url"] == "https://genk.be/?a=1&b=2"
    assert (found[1]["type"], found[1]["language"]) == ("pre", "python")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("source", "wording"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("a <3 b>", 'Unsupported start tag "3" at byte offset 2'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ],
)
def test_broken_html_is_refused_with_its_place(source: str, wording: str) -> None:
    with pytest.raises(Refusal) as refused:
        formatted(source, "HTML", None)
    assert refused.value.description == f"Bad Request: can't parse entities: {wording}"


def test_markdown_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match="reads HTML only"):
        formatted("*x*", "MarkdownV2", None)


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("/start inv-1", "bot_command", "/start"),
        ("kijk 😀 /help@wijklijn_bot", "bot_command", "/help@wijklijn_bot"),
        ("zie https://genk.be/x?a=1.", "url", "https://genk.be/x?a=1"),
        ("zie genk.be", "url", "genk.be"),
        ("mail an@genk.be nu", "email", "an@genk.be"),
        ("vraag @wijklijn_bot", "mention", "@wijklijn_bot"),
        ("#waterschei", "hashtag", "#waterschei"),
        ("bel +32470123456", "phone_number", "+32470123456"),
    ],
)
def test_telegram_finds_addresses_and_commands_itself(text: str, kind: str, part: str) -> None:
    [entity] = found_in(text)
    assert (entity["type"], utf16_slice(text, entity["offset"], entity["length"])) == (kind, part)


@pytest.mark.parametrize("text", ["en/of", "12/08/2026", "3.5 kg", "#1", "Stop. Nu.", "a@b"])
def test_ordinary_words_are_not_marked(text: str) -> None:
    assert found_in(text) == []


def test_an_address_inside_a_link_is_not_marked_twice() -> None:
    _, found = formatted('<a href="https://genk.be">genk.be</a>', "HTML", None)
    assert [entity["type"] for entity in found] == ["text_link"]


def test_given_entities_are_kept_and_moved_with_the_trimmed_text() -> None:
    text, found = formatted("  vet ", None, [{"type": "bold", "offset": 2, "length": 4}])
    assert (text, found) == ("vet", [{"type": "bold", "offset": 0, "length": 3}])


@given(st.text(max_size=60), st.text(max_size=20))
def test_a_bold_part_is_found_where_it_stands(before: str, bold: str) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    source = f".{escaped(before)}<b>_{escaped(bold)}_</b>"
    plain, found = formatted(source, "HTML", None)
    [entity] = [each for each in found if each["type"] == "bold"]
    assert utf16_slice(plain, entity["offset"], entity["length"]) == f"_{bold}_"


@given(st.text())
def test_length_counts_utf16_units(text: str) -> None:
    assert utf16_length(text) == sum(2 if ord(sign) > 0xFFFF else 1 for sign in text)
