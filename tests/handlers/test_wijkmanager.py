"""Who the wijkmanager is; and one press to speak with a person."""

import re
from pathlib import Path

from playground.api import Server
from playground.telegram import Telegram
from tests.cast import Cast, number_in
from tests.line import Line, open_line


async def test_only_what_is_confirmed_is_said_as_certain(cast: Cast) -> None:
    jan = await cast.jan()
    (heard,) = await jan.taps("👤 Wijkmanager")
    assert "antwoord binnen 5 werkdagen" in heard
    assert "🏢 Dienst Gebiedsgerichte Werking" in heard
    assert "📍 Stadsplein 1, 3600 Genk (bel eerst: nog niet bevestigd)" in heard
    assert "📞 089 65 43 21" in heard
    assert "🕒" not in heard
    assert "Stadsdeel" not in heard
    assert await jan.says("/wijkmanager") == [heard]


async def test_it_is_said_in_every_language(cast: Cast) -> None:
    mehmet, elena = await cast.mehmet(), await cast.elena()
    assert "mahalle sorumlusu" in (await mehmet.taps("👤 Wijkmanager"))[0]
    assert "служител на общината" in (await elena.taps("👤 Wijkmanager"))[0]


async def test_one_press_asks_for_a_conversation_at_the_wijk_used_last(cast: Cast, line: Line) -> None:
    karel, elena = await cast.karel(), await cast.elena()
    await cast.case_of(elena, "Боклук")
    karel.reads()
    await elena.taps("👤 Wijkmanager")
    heard = await elena.taps("🙋 Искам да говоря с човек")
    assert any("Поискахме разговор" in text for text in heard)
    number = number_in([text for text in heard if "Получено" in text])
    assert number in "".join(karel.reads())
    cases = await line.read(lambda tx: tx.all("SELECT kind, wijk FROM cases ORDER BY id"))
    assert [tuple(case) for case in cases][1:] == [("question", "waterschei-noord")]


async def test_pressing_twice_asks_once(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.taps("👤 Wijkmanager")
    screen = jan.message("voor je wijk")["message_id"]
    for _ in range(3):
        jan.phone.taps(screen, "1:wijkmanager-talk")
    await line.quiet()
    assert len(await line.read(lambda tx: tx.all("SELECT id FROM cases"))) == 1


async def test_staff_are_not_offered_a_conversation_with_themselves(cast: Cast, line: Line) -> None:
    karel = await cast.karel()
    (heard,) = await karel.says("/wijkmanager")
    assert karel.buttons_of(heard) == []
    expired = ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    assert await karel.crafts("1:wijkmanager-talk") == expired
    assert await line.read(lambda tx: tx.all("SELECT id FROM cases")) == []


async def test_confirmed_hours_are_said_and_an_unsure_number_is_not(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    file = Path("cities/genk.toml").read_text(encoding="utf-8")
    office = file.index("[office]")
    confirmed = file[office:].replace("confirmed = false", "confirmed = true", 1)
    hours = 'hours = [{ day = "monday", opens = 09:00:00, closes = 12:00:00 }]'
    confirmed = re.sub(r"^hours = \[\].*$", hours, confirmed, count=1, flags=re.MULTILINE)
    confirmed = re.sub(
        r'(id = "gebiedsgerichte-werking"(?:\n.+)*?\nconfidence = )"verified"', r'\1"likely"', confirmed
    )
    city = tmp_path / "genk.toml"
    city.write_text(file[:office] + confirmed, encoding="utf-8")
    async with open_line(tmp_path, telegram, server, WIJKLIJN_CITY=str(city)) as line:
        mehmet = await Cast(line).mehmet()
        (heard,) = await mehmet.says("/wijkmanager")
    assert "🕒 Pazartesi 09:00–12:00" in heard
    assert "📍 Stadsplein 1, 3600 Genk\n" in heard
    assert "📞" not in heard


async def test_a_smaller_city_calls_it_by_its_own_name(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    async with open_line(tmp_path, telegram, server, WIJKLIJN_CITY="cities/izegem.toml") as line:
        jan = await Cast(line).jan()
        (heard,) = await jan.taps("👤 Wijkwerker")
    assert "De wijkwerker werkt voor je wijk" in heard
