"""Who the wijkmanager is; and one press to speak with a person."""

from tests.cast import Cast, number_in
from tests.line import Line


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
