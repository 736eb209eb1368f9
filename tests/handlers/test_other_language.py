"""A change of language is offered after two messages in another one, once a week, and never made by itself."""

from datetime import timedelta
from pathlib import Path

from bot.domain.people import ChatId
from bot.services.hints import Hints
from bot.services.people import People
from bot.services.turn import Turn
from playground.api import Server
from playground.telegram import Telegram
from tests.cast import Actor, Cast
from tests.line import Line, open_line

TURKISH = ("Sokağımızın köşesinde yine çöp var", "Kimse gelip almıyor, çok kötü kokuyor")
OFFER = "🌍 Türkçe devam etmek ister misiniz?"


async def kept(line: Line) -> list[tuple[object, ...]]:
    found = await line.read(lambda tx: tx.all("SELECT language, times FROM language_hints"))
    return [tuple(row) for row in found]


async def test_two_messages_in_another_language_bring_an_offer_and_a_press_changes_it(
    cast: Cast, line: Line
) -> None:
    jan = await cast.jan()
    assert OFFER not in await jan.says(TURKISH[0])
    heard = await jan.says(TURKISH[1])
    assert heard[-1] == OFFER
    assert jan.buttons_of(OFFER) == ["Türkçe", "Nederlands"]
    assert "📣 Probleem melden" in jan.phone.buttons()
    changed = await jan.taps("Türkçe")
    assert changed[0] == "✅ Türkçe"
    assert "🗑 Çöp, eski eşya" in jan.phone.buttons()
    assert await kept(line) == [(None, 0)]


async def test_who_stays_keeps_the_language_and_is_left_alone_for_a_week(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    for words in TURKISH:
        await jan.says(words)
    assert await jan.taps("Nederlands") == ["✅ Nederlands"]
    for words in TURKISH:
        assert OFFER not in await jan.says(words)
    assert await _offered_in(line, timedelta(days=6, hours=23)) == [None, None]
    assert await _offered_in(line, timedelta(days=7, minutes=1)) == [None, "tr"]


async def _offered_in(line: Line, later: timedelta) -> list[str | None]:
    async def work(turn: Turn) -> list[str | None]:
        turn.now += later
        await People(turn).meet(ChatId(5_500_000_703))
        return [await Hints(turn).heard(words) for words in TURKISH]

    result: list[str | None] = await line.turn(work)
    return result


async def test_a_message_in_the_own_language_in_between_begins_the_count_anew(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.says(TURKISH[0])
    assert await kept(line) == [("tr", 1)]
    await jan.says("Er ligt ook afval voor mijn deur")
    assert await kept(line) == [(None, 0)]
    assert OFFER not in await jan.says(TURKISH[1])


async def test_another_language_than_the_last_one_begins_the_count_anew(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says(TURKISH[0])
    heard = await jan.says("Пак има боклук на ъгъла")
    heard += await jan.says("Никой не идва да го вземе")
    assert [text for text in heard if text.startswith("🌍")] == ["🌍 Искате ли да продължим на български?"]


async def test_commands_buttons_and_what_others_wrote_are_no_hint(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.says("/melden Sokağımızın köşesinde yine çöp var")
    jan.phone.forwards(TURKISH[0])
    await jan.hears()
    await jan.says("📣 Sorun bildir")
    await jan.says("Stalenstraat 12")
    assert await kept(line) == []


async def test_the_name_of_a_place_is_in_no_language(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    await elena.says("Waterschei-Noord")
    assert await kept(line) == []
    await elena.says("Er ligt weer afval voor de deur in Waterschei-Noord")
    assert await kept(line) == [("nl", 1)]


async def test_staff_write_to_many_and_are_never_asked(cast: Cast, line: Line) -> None:
    karel: Actor = await cast.karel()
    for words in TURKISH:
        assert not any(text.startswith("🌍") for text in await karel.says(words))
    assert await kept(line) == []


async def test_where_the_city_forgets_languages_none_is_noted(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    telegram.limits.lifted = True
    async with open_line(tmp_path, telegram, server, WIJKLIJN_LANGUAGE_MEMORY="session") as line:
        jan = await Cast(line).jan()
        for words in TURKISH:
            await jan.says(words)
        assert await kept(line) == []


async def test_who_erases_everything_leaves_no_hint(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.says(TURKISH[0])
    await jan.crafts("1:erase-yes:nl")
    assert await kept(line) == []
