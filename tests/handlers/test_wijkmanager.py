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
    assert "📍 Stadsplein 1, 3600 Genk (bel eerst)" in heard
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
    assert karel.buttons_of(heard) == ["🗺 Andere wijk"]
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


async def test_the_wijk_used_last_comes_first_with_who_answers_there_and_where_else(cast: Cast) -> None:
    await cast.lies()
    elena = await cast.elena()
    await cast.case_of(elena, "Боклук")
    elena.reads()
    (heard,) = await elena.taps("👤 Wijkmanager")
    assert "🏘 Waterschei-Noord. Тук отговаря: wijkmanager." in heard
    assert "🗺 И за: Oud-Waterschei, Waterschei-Zuid" in heard


async def test_where_no_wijkmanager_is_reached_the_screen_says_who_stands_in(cast: Cast, line: Line) -> None:
    await cast.greet()
    karel, mehmet = await cast.karel(), await cast.mehmet()
    await cast.case_of(mehmet, "Çöp")
    mehmet.reads()
    assert "Burada yanıtlayan: wijkmanager." in (await mehmet.says("/wijkmanager"))[0]
    karel.phone.blocks()
    await line.quiet()
    assert "Yerine bakan: koordinatör." in (await mehmet.says("/wijkmanager"))[0]


async def test_another_wijk_can_be_chosen_and_a_conversation_asked_there(cast: Cast) -> None:
    piet, jan = await cast.piet(), await cast.jan()
    await jan.taps("👤 Wijkmanager")
    assert await jan.taps("🗺 Andere wijk") == ["Van welke wijk?"]
    assert len(jan.buttons_of("Van welke wijk?")) == 10 + 1 + 1
    (heard,) = await jan.taps("Boxbergheide")
    assert "🏘 Boxbergheide. Hier antwoordt de wijkmanager." in heard
    asked = await jan.taps("🙋 Ik wil iemand spreken")
    assert any("We vroegen een gesprek" in text for text in asked)
    assert any("Ik wil graag met iemand praten." in text for text in await piet.hears())
    await jan.says("Morgen na 17 uur, liefst telefonisch")
    assert any("Morgen na 17 uur" in text for text in await piet.hears())
    expired = ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    assert await jan.crafts("1:wm-list:99999999999999999999") == expired
    assert (await jan.crafts("1:wm-wijk:nergens")) != []


async def test_asking_twice_for_a_conversation_is_asking_once(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    for typed in ("ik wil iemand spreken", "Ik wil een mens spreken aub"):
        await jan.says(typed)
    assert len(await line.read(lambda tx: tx.all("SELECT id FROM cases"))) == 1
