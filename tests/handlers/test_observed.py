"""Own observations of staff, the city's own reference, and "not for us" with the number of who does handle it."""

from typing import Final

from bot.domain.cases import Closing, Origin
from storage.cases import find_case_by_number
from tests.cast import Actor, Cast
from tests.line import Line

STOP: Final = "✖️ Stop"


async def observes(actor: Actor, words: str = "Glas op het speelplein.") -> list[str]:
    """From the command to what is said at the end."""
    await actor.says(f"/melden {words}")
    await actor.taps("🗑 Afval")
    await actor.says("Waterschei-Noord")
    return await actor.taps("✅ Verstuur")


async def test_what_staff_saw_becomes_a_case_without_a_reporter(line: Line, cast: Cast) -> None:
    karel, tine, bram, selin = await cast.karel(), await cast.tine(), await cast.bram(), await cast.selin()
    heard = await observes(tine)
    kept = next(text for text in heard if "zonder melder" in text)
    number = kept.split("dossier ")[1][:5]
    assert not any("Ontvangen" in text for text in heard)
    [card] = [text for text in karel.reads() if number in text]
    assert "👣 Eigen vaststelling" in card
    assert karel.buttons_of(card.splitlines()[0]) == ["✋ Ik neem dit", "⋯ Meer"]
    case = await line.read(lambda tx: find_case_by_number(tx, number))
    assert (case.resident, case.origin) == (None, Origin.OBSERVED)
    assert (await line.read(lambda tx: tx.all("SELECT staff_id FROM history WHERE act = 'opened'")))[0][
        "staff_id"
    ] == case.opened_by
    assert "Dat hoort niet bij jouw rol." in await bram.says("/melden")
    assert "Dat hoort niet bij jouw rol." in await karel.says("/namens")
    await karel.crafts(f"1:desk-answer:{case.id}")
    await karel.crafts(f"1:desk-close:{case.id}:solved")
    await karel.taps("⏭ Sla over, sluit af")
    assert "Wacht op de bewoner" not in karel.message(f"Melding {number}")["text"]
    # For somebody else the way is the same; what was begun before is asked about first.
    await selin.says("/namens De lift is stuk.")
    [asked] = await selin.says("/melden")
    assert "nog niet verstuurd" in asked
    await selin.taps("🆕 Begin opnieuw")
    assert "gezien of gehoord" in selin.phone.heard()[-1]
    await selin.taps(STOP)


async def test_an_answer_in_the_middle_of_an_observation_loses_neither(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.says("/melden Glas op het speelplein.")
    await karel.crafts(f"1:desk-answer:{case.id}")
    await karel.says("Ik kom morgen.")
    refused = await karel.says("/melden")
    assert any("nog niet verstuurd" in text for text in refused)
    await karel.taps("✅ Verstuur")
    assert any("Ik kom morgen." in text for text in jan.reads())
    await karel.taps("🗑 Afval")
    await karel.says("Waterschei-Noord")
    assert "Glas op het speelplein." in karel.phone.heard()[-1]
    await karel.taps(STOP)


async def test_a_reference_is_one_line_on_the_card_and_goes_with_the_content(line: Line, cast: Cast) -> None:
    karel, piet, jan = await cast.karel(), await cast.piet(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    assert await piet.crafts(f"1:desk-reference:{case.id}") == ["Dit hoort niet bij jouw wijken."]
    await karel.crafts(f"1:desk-menu:{case.id}:more:0:-")
    await karel.taps("🔖 Referentie")
    assert await karel.says("x" * 41) == ["Dit is te lang. Maak het korter en stuur het opnieuw."]
    assert "Hier kan alleen tekst" in (await karel.sends_photo("MOB-1"))[0]
    await karel.says("MOB-2026\n<b>17</b>")
    assert "🔖 Referentie: MOB-2026 <b>17</b>" in karel.message(f"Melding {case.number}")["text"]
    assert not any("MOB" in text for text in jan.phone.heard())
    await karel.crafts(f"1:desk-reference:{case.id}")
    await karel.taps("🗑 Geen referentie")
    assert "🔖" not in karel.message(f"Melding {case.number}")["text"]
    assert "Deze knop werkt niet meer" in (await karel.crafts("1:reference-clear:1"))[0]
    rows = await line.read(lambda tx: tx.all("SELECT detail FROM history WHERE act = 'referenced'"))
    assert [row["detail"] for row in rows] == ["{}", "{}"]


async def test_what_is_not_for_the_city_is_closed_with_the_number_of_who_does_it(cast: Cast) -> None:
    karel, mehmet, selin = await cast.karel(), await cast.mehmet(), await cast.selin()
    case = await cast.case_of(mehmet, "Çöp kutusu boşaltılmadı.")
    selin.reads()
    await karel.crafts(f"1:desk-close:{case.id}:{Closing.NOT_FOR_US}")
    offered = [label for label in karel.buttons_of("Niet voor ons") if label.startswith("☎️")]
    assert offered[0] == "☎️ Limburg.net"
    [preview] = await karel.taps("☎️ Limburg.net")
    assert "Limburg.net" in preview
    assert "0800 90 720" in preview
    await karel.taps("✅ Sluit af")
    told = "".join(mehmet.reads())
    assert "başka bir kurum bakıyor: Limburg.net" in told
    assert "0800 90 720" in told
    assert not any("Dit doet een andere dienst" in text for text in selin.reads())
    await karel.crafts(f"1:desk-close:{case.id}:{Closing.SOLVED}")
    assert "Deze knop werkt niet meer" in (await karel.crafts("1:desk-elsewhere:1:limburg-net"))[0]
