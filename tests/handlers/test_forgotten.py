"""Where the city forgets languages: after a day of silence it is asked again, and nothing is lost by it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.services.turn import Turn
from playground.api import Server
from playground.telegram import Telegram
from storage.times import kept
from tests.cast import Cast
from tests.handlers.following import (
    DUTCH,
    TURKISH,
    follower,
    hears,
    manager,
    presses,
    unhindered,
    until,
    writes,
)
from tests.handlers.spoken import HOME
from tests.handlers.test_privacy import rows
from tests.line import Line, open_line

STORY = "Apartmanın önünde kırık bir buzdolabı var"
MORE = "Hâlâ orada"
AGAIN = "🌍 Dilinizi yeniden seçin. Onu yalnızca 24 saat saklarız."


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Line]:
    """A bot that forgets languages, and whose announcements leave without a hold."""
    environ = {"WIJKLIJN_LANGUAGE_MEMORY": "session", "WIJKLIJN_HOLD_SECONDS": "0"}
    async with open_line(tmp_path, telegram, server, **environ) as line:
        yield unhindered(line)


async def a_day_passes(line: Line) -> None:
    """Of silence: everybody's language is over."""

    async def over(turn: Turn) -> None:
        await turn.tx.run("UPDATE people SET language_until = :at", at=kept(turn.now - timedelta(seconds=1)))

    await line.turn(over)


async def test_what_was_written_goes_on_after_the_language_was_chosen_again(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()
    await a_day_passes(line)
    (asked,) = await mehmet.says(STORY)
    assert AGAIN in asked
    assert "🌍 Kies je taal opnieuw." in asked
    heard = await mehmet.taps("Türkçe")
    assert heard[0] == "✅ Türkçe"
    assert "🗑 Çöp, eski eşya" in mehmet.phone.buttons()
    assert not any("gönderdiğinizi okur" in text for text in heard), "who has read it reads it once"


async def test_with_an_open_case_it_is_asked_where_the_words_belong(cast: Cast, line: Line) -> None:
    mehmet, karel = await cast.mehmet(), await cast.karel()
    case = await cast.case_of(mehmet, STORY)
    await a_day_passes(line)
    await mehmet.says(MORE)
    await mehmet.taps("Türkçe")
    label = next(label for label in mehmet.phone.buttons() if label.startswith(case.number))
    await mehmet.taps(label)
    assert any(MORE in text for text in karel.phone.heard())


async def test_a_reply_goes_to_its_case_at_once_in_the_language_of_the_case(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()
    case = await cast.case_of(mehmet, STORY)
    await a_day_passes(line)
    heard = await mehmet.says(MORE, reply_to=mehmet.message(case.number)["message_id"])
    assert any(AGAIN in text for text in heard)
    assert any(text.startswith("✅") and case.number in text and "Ontvangen" not in text for text in heard)
    said = await rows(line, "SELECT language, text FROM case_messages ORDER BY id")
    assert said == [{"language": "tr", "text": STORY}, {"language": "tr", "text": MORE}]


async def test_the_desks_answer_comes_in_the_language_of_the_case(cast: Cast, line: Line) -> None:
    mehmet, karel = await cast.mehmet(), await cast.karel()
    await cast.case_of(mehmet, STORY)
    await a_day_passes(line)
    mehmet.reads()
    await karel.taps("✋ Ik neem dit")
    (told,) = mehmet.reads()
    assert "Bununla ilgilenen" in told


async def test_a_press_is_done_and_the_language_is_asked_beside_it(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()
    case = await cast.case_of(mehmet, STORY)
    await a_day_passes(line)
    heard = await mehmet.crafts("1:mine", mehmet.message(case.number)["message_id"])
    assert any(AGAIN in text for text in heard)
    assert any("📋 Mesajlarım" in text for text in heard)


async def test_the_menu_and_commands_ask_for_the_language_first(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()
    await a_day_passes(line)
    for said in ("📣 Sorun bildir", "/meldingen", "/start"):
        (asked,) = await mehmet.says(said)
        assert AGAIN in asked
    await mehmet.says("📣 Sorun bildir")
    assert (await mehmet.taps("Türkçe"))[-1].startswith("Ne oldu?")
    await a_day_passes(line)
    await mehmet.says("/nieuws")
    chosen = await mehmet.taps("Türkçe")
    assert chosen[0] == "✅ Türkçe"
    assert chosen[-1].startswith("📰")
    assert (await mehmet.crafts("1:language:tr:menu-everything"))[0] == "✅ Türkçe"


async def test_who_comes_by_is_remembered_a_day_more(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()

    async def nearly_over(turn: Turn) -> None:
        await turn.tx.run("UPDATE people SET language_until = :at", at=kept(turn.now + timedelta(minutes=5)))

    await line.turn(nearly_over)
    await mehmet.says("/help")
    (row,) = await rows(line, "SELECT language_until FROM people WHERE language = 'tr'")
    soon = await line.turn(_in_23_hours)
    assert row["language_until"] > soon


async def _in_23_hours(turn: Turn) -> int:
    return kept(turn.now + timedelta(hours=23))


async def test_nothing_of_it_is_left_in_the_database_an_hour_later(cast: Cast, line: Line) -> None:
    await cast.mehmet()
    await a_day_passes(line)
    await line.running.clock.tidy()
    assert await rows(line, "SELECT language FROM people WHERE language IS NOT NULL") == []


async def test_who_stops_the_bot_after_a_day_is_no_stranger(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()
    await a_day_passes(line)
    mehmet.phone.blocks()
    await line.quiet()
    assert len(await rows(line, "SELECT id FROM people")) == 1


async def test_an_announcement_is_dutch_with_buttons_for_the_other_languages(line: Line) -> None:
    mehmet = await follower(line, 5_500_000_701, "tr", HOME)
    koen = await manager(line)
    await writes(line, koen, "/bericht")
    await presses(line, koen, "🏘 Wijk", "🎉 Activiteiten")
    await writes(line, koen, DUTCH)
    await presses(line, koen, "✍️ Zelf schrijven")
    await writes(line, koen, TURKISH)
    await presses(line, koen, "⏭ Zonder deze taal", "✅ Verstuur nu")
    await until(hears(koen, "✅ Klaar."))
    assert mehmet.heard()[-1].split("\n\n") == ["📢 Wijkmanager · Waterschei-Noord · 🎉 Activiteiten", DUTCH]
    keys = mehmet.chat.messages[-1]["reply_markup"]["inline_keyboard"]
    assert keys[0][0]["text"] == "Türkçe"
    assert "Български" not in [key["text"] for row in keys for key in row]
    data = keys[0][0]["callback_data"]
    mehmet.taps(mehmet.chat.messages[-1]["message_id"], data)
    await line.quiet()
    assert TURKISH in mehmet.chat.messages[-1]["text"]
    assert DUTCH in mehmet.chat.messages[-1]["text"]
    number = int(data.split(":")[2])
    for crafted in (
        f"1:announcement-in:{number}:bokrijk:tr",
        f"1:announcement-in:{number}:{HOME}:bg",
        "1:announcement-in:99:x:tr",
    ):
        before = mehmet.heard()
        mehmet.taps(mehmet.chat.messages[-1]["message_id"], crafted)
        await line.quiet()
        assert "düğme artık çalışmıyor" in "".join(mehmet.heard()[len(before) :])


async def test_urgent_news_comes_in_every_language_at_once_dutch_first(line: Line) -> None:
    mehmet = await follower(line, 5_500_000_701, "tr", HOME)
    koen = await manager(line)
    await writes(line, koen, "/bericht")
    await presses(line, koen, "🏘 Wijk", "🚨 Dringend")
    await writes(line, koen, DUTCH)
    await presses(line, koen, "✍️ Zelf schrijven")
    await writes(line, koen, TURKISH)
    await presses(line, koen, "⏭ Zonder deze taal", "✅ Verstuur nu")
    await until(hears(koen, "✅ Klaar."))
    said = mehmet.heard()[-1]
    assert said.index(DUTCH) < said.index(TURKISH)
    keys = mehmet.chat.messages[-1]["reply_markup"]["inline_keyboard"]
    assert not any(key["text"] == "Türkçe" for row in keys for key in row)
