"""Edited messages: in a draft the new words count; later it is said, once, that nobody sees them."""

from tests.cast import Cast
from tests.line import Line

NOT_SEEN = "✏️ Deze verandering zien we niet. Stuur het als een nieuw bericht."


async def test_the_new_words_count_while_nothing_was_sent(cast: Cast) -> None:
    jan = await cast.jan()
    story = jan.phone.says("Er ligt afvl")
    await jan.hears()
    jan.phone.edits(story, "Er ligt afval voor de deur")
    assert (await jan.hears())[0] == "✏️ We gebruiken je nieuwe tekst."
    await jan.taps("🗑 Afval")
    await jan.taps("🤷 Weet ik niet")
    summary = jan.message("Klopt dit?")["text"]
    assert "afval voor de deur" in summary
    assert "afvl" not in summary


async def test_the_summary_is_shown_anew(cast: Cast) -> None:
    jan = await cast.jan()
    story = jan.phone.says("Er ligt afvl")
    await jan.hears()
    await jan.taps("🗑 Afval")
    await jan.taps("🤷 Weet ik niet")
    jan.phone.edits(story, "Er ligt afval")
    heard = await jan.hears()
    assert "Er ligt afval" in heard[-1]
    assert "✅ Verstuur" in jan.buttons_of("Er ligt afval")


async def test_an_edited_caption_keeps_every_photo_of_the_album(cast: Cast) -> None:
    jan = await cast.jan()
    first, *_ = jan.phone.sends_album(caption="Afvl")
    await jan.hears()
    jan.phone.edits(first, "Afval")
    await jan.hears()
    await jan.taps("🗑 Afval")
    await jan.taps("🤷 Weet ik niet")
    summary = jan.message("Klopt dit?")["text"]
    assert "3 foto's" in summary
    assert "Afval" in summary


async def test_after_sending_it_is_said_once_for_each_message(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    story = jan.phone.says("Er ligt afvl")
    await jan.hears()
    await jan.taps("🗑 Afval")
    await jan.taps("🤷 Weet ik niet")
    await jan.taps("✅ Verstuur")
    for text in ("Er ligt afval", "Er ligt veel afval", "Er ligt heel veel afval"):
        jan.phone.edits(story, text)
        await line.quiet()
    assert [text for text in jan.phone.heard() if text == NOT_SEEN] == [NOT_SEEN]
    assert jan.message(NOT_SEEN)["reply_to_message"]["message_id"] == story
    kept = await line.read(lambda tx: tx.all("SELECT text FROM case_messages"))
    assert [row["text"] for row in kept] == ["Er ligt afvl"]
    for text in ("Er ligt afval en het huis brandt", "Er ligt afval en het huis brandt!"):
        jan.phone.edits(story, text)
        await line.quiet()
    assert sum("☎️ 112" in text for text in jan.phone.heard()) == 1
    assert "⏱ Nu bezig? Ja" in jan.buttons_of("☎️ 112")


async def test_edits_of_what_went_nowhere_are_passed_over(cast: Cast) -> None:
    jan = await cast.jan()
    command = jan.phone.says("/help")
    await jan.hears()
    jan.phone.edits(command, "/melden")
    assert await jan.hears() == []


async def test_an_edited_command_or_press_on_the_menu_does_nothing(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    menu = jan.phone.says("📰 Wijknieuws")
    await jan.hears()
    jan.phone.edits(menu, "/gegevens")
    assert await jan.hears() == []
    assert await line.read(lambda tx: tx.all("SELECT * FROM steps")) == []


async def test_staff_hear_that_an_edited_answer_is_not_seen(cast: Cast, line: Line) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    await cast.case_of(jan, "Er ligt afval")
    await karel.taps("💬 Antwoorden")
    answer = karel.phone.says("Ik kom morgn")
    await karel.hears()
    karel.phone.edits(answer, "Ik kom morgen")
    assert await karel.hears() == [NOT_SEEN]
    await line.quiet()
