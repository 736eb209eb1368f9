"""Own cases: never mixed, added to, happening again, taken back, solved or not."""

import asyncio
from datetime import timedelta

from bot.opening import now
from tests.cast import Actor, Cast, number_in
from tests.line import Line


async def _sent(resident: Actor, text: str = "Er ligt afval") -> str:
    """A case of Waterschei-Noord in Dutch; its number."""
    await resident.says(text)
    if "🆕 Iets nieuws" in resident.phone.buttons():
        await resident.taps("🆕 Iets nieuws")
    await resident.taps("🗑 Afval")
    await resident.says("Waterschei-Noord")
    return number_in(await resident.taps("✅ Verstuur"))


async def _closed(manager: Actor, outcome: str = "👍 Opgelost") -> None:
    await manager.taps("⋯ Meer")
    await manager.taps("✅ Afsluiten")
    await manager.taps(outcome)
    await manager.taps("⏭ Sla over, sluit af")


async def test_a_reply_to_any_message_of_a_case_adds_to_that_case(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    first, second = await _sent(jan), await _sent(jan, "Lawaai op straat")
    await lies.hears()
    receipt = jan.message(f"Melding {first}")["message_id"]
    assert await jan.says("Nu ook glas", reply_to=receipt) == [f"➕ Toegevoegd aan melding {first}."]
    assert jan.message("Toegevoegd")["reply_to_message"]["message_id"] == receipt
    assert "Nu ook glas" in " ".join(await lies.hears())
    own = next(kept for kept in jan.phone.chat.kept.values() if kept.wire.get("text") == "Lawaai op straat")
    heard = await jan.sends_photo("Kijk", reply_to=own.wire["message_id"])
    assert heard == [f"➕ Toegevoegd aan melding {second}."]


async def test_a_loose_message_while_cases_are_open_is_asked_about(cast: Cast) -> None:
    jan = await cast.jan()
    number = await _sent(jan)
    assert await jan.says("En nog iets") == ["Bij welke melding hoort dit?"]
    assert jan.buttons_of("Bij welke") == [f"{number} 🗑 Afval", "🆕 Iets nieuws", "✖️ Stop"]
    await jan.sends_photo()
    heard = await jan.taps(f"{number} 🗑 Afval")
    assert heard == [f"👉 Melding {number}", f"➕ Toegevoegd aan melding {number}."]
    await jan.says("Iets heel anders")
    assert await jan.taps("🆕 Iets nieuws") == ["Waar gaat het over?"]
    await jan.taps("✖️ Stop")
    await jan.says("Toch niet")
    assert await jan.taps("✖️ Stop") == ["✖️ Gestopt. Er is niets verstuurd."]


async def test_add_something_takes_the_next_message_and_leaves_a_report_alone(cast: Cast) -> None:
    jan = await cast.jan()
    number = await _sent(jan)
    await jan.taps("📣 Probleem melden")
    await jan.says("Half verhaal")
    await jan.taps_of(f"Melding {number}", "➕ Iets toevoegen")
    added, question = await jan.says("Bij het eerste")
    assert added == f"➕ Toegevoegd aan melding {number}."
    assert question == "Waar gaat het over?"
    await jan.taps("🤷 Weet ik niet")
    (summary,) = await jan.taps("🤷 Weet ik niet")
    assert "Half verhaal" in summary
    assert "Bij het eerste" not in summary
    await jan.taps_of(f"Melding {number}", "➕ Iets toevoegen")
    stopped, again = await jan.taps("✖️ Stop")
    assert stopped == "Er is niets toegevoegd."
    assert "Half verhaal" in again


async def test_my_reports_lists_the_own_cases_newest_first_with_what_is_next(cast: Cast) -> None:
    jan, mehmet = await cast.jan(), await cast.mehmet()
    assert (await jan.taps("📋 Mijn meldingen"))[0].startswith("📋 Je hebt nog geen meldingen.")
    first, second = await _sent(jan), await _sent(jan)
    (listed,) = await jan.taps("📋 Mijn meldingen")
    assert listed.index(second) < listed.index(first)
    assert "⏳ Ontvangen. Antwoord ten laatste " in listed
    (one,) = await jan.taps(f"{first} 🗑 Afval")
    assert "Er ligt afval" in one
    assert second not in one
    assert (await mehmet.says("/meldingen"))[0].startswith("📋 Henüz mesajınız yok.")


async def test_taking_a_case_back_is_asked_once_and_told_to_the_desk(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    number = await _sent(jan)
    await lies.hears()
    await jan.says("/meldingen")
    await jan.taps(f"{number} 🗑 Afval")
    assert (await jan.taps("✖️ Trek in"))[0].startswith(f"Wil je melding {number} intrekken?")
    assert await jan.taps("✖️ Ja, trek in") == [
        f"✖️ Melding {number} is ingetrokken. Is er later weer iets? Meld het gewoon opnieuw."
    ]
    assert any("ngetrokken" in heard for heard in await lies.hears())
    await jan.taps("◀️ Terug")
    await jan.taps("🗂 Oudere meldingen (1)")
    await jan.taps(f"{number} 🗑 Afval")
    assert jan.buttons_of("Ingetrokken") == ["🆕 Meld opnieuw", "◀️ Terug"]
    for label in ("🔁 Het gebeurt weer", "➕ Iets toevoegen"):
        (heard,) = await jan.taps_of("Ontvangen. Melding", label)
        assert heard.startswith(f"✖️ Melding {number} is ingetrokken. Is er weer iets?")


async def test_yes_thanks_and_twice_gives_the_same_answer(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    number = await _sent(jan)
    await _closed(lies)
    await jan.hears()
    thanks = [f"🙏 Dank je. Goed dat melding {number} opgelost is."]
    assert await jan.taps("👍 Ja") == thanks
    assert await jan.taps("👍 Ja") == thanks
    assert "👍 Opgelost." in (await jan.says("/meldingen"))[0]


async def test_partly_asks_what_is_missing_and_reopens_with_those_words(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    number = await _sent(jan)
    await _closed(lies)
    await jan.hears()
    assert (await jan.taps("🌗 Een beetje"))[0].startswith("Wat is nog niet in orde?")
    (reopened,) = await jan.says("De zetel ligt er nog")
    assert reopened.startswith(f"🔄 Melding {number} is weer open. We kijken naar wat nog niet in orde is.")
    assert "De zetel ligt er nog" in " ".join(await lies.hears())
    assert await jan.taps_of("afgesloten", "👎 Nee") == ["Dat kan nu niet meer met deze melding."]


async def test_partly_can_be_left_without_words_or_taken_back(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    number = await _sent(jan)
    await _closed(lies)
    await jan.hears()
    await jan.taps("🌗 Een beetje")
    assert await jan.taps("✖️ Stop") == [f"Melding {number} blijft afgesloten."]
    await jan.taps_of("afgesloten. ", "🌗 Een beetje")
    assert "weer open" in (await jan.taps("⏭ Zonder uitleg"))[0]


async def test_no_reopens_with_priority_and_the_second_time_a_conversation_is_offered(cast: Cast) -> None:
    lies, greet, jan = await cast.lies(), await cast.greet(), await cast.jan()
    number = await _sent(jan)
    await _closed(lies)
    await jan.hears()
    (reopened,) = await jan.taps("👎 Nee")
    assert "We bekijken het met voorrang." in reopened
    assert await jan.taps("👎 Nee") == [reopened] or jan.phone.heard()[-1] == reopened
    await lies.hears()
    await _closed(lies)
    await jan.hears()
    (talk,) = await jan.taps("👎 Nee")
    assert "de coördinator ziet het ook" in talk
    assert talk.endswith("Wil je erover praten?")
    assert any(number in heard for heard in await greet.hears())
    await lies.hears()
    await jan.taps("🙋 Ik wil iemand spreken")
    heard = " ".join(await lies.hears())
    assert f"🙋 Dossier {number}: de bewoner wil met iemand praten." in heard
    assert "🙋 Wil met iemand praten" in heard


async def test_words_for_a_handled_case_are_added_and_it_is_asked_whether_it_is_solved(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    number = await _sent(jan)
    await _closed(lies)
    await jan.hears()
    receipt = jan.message(f"Ontvangen. Melding {number}")["message_id"]
    (asked,) = await jan.says("Het ligt er nog", reply_to=receipt)
    assert asked.startswith(f"➕ Toegevoegd aan melding {number}. Die was al afgehandeld.")
    await jan.taps("👎 Nee")
    assert "Weer open" in (await jan.says("/meldingen"))[0]


async def test_nobody_reaches_another_persons_case_with_crafted_presses(cast: Cast, line: Line) -> None:
    jan, mehmet = await cast.jan(), await cast.mehmet()
    await _sent(jan)
    (row,) = await line.read(lambda tx: tx.all("SELECT id FROM cases"))
    before = await line.read(lambda tx: tx.all("SELECT * FROM cases"))
    for verb in (
        "add:{}",
        "again:{}",
        "talk:{}",
        "my-case:{}",
        "withdraw:{}",
        "withdraw-yes:{}",
        "solved:{}:no",
    ):
        heard = await mehmet.crafts(f"1:{verb.format(row['id'])}")
        assert heard == ["Bu mesajı bulamadık."]
    heard = await mehmet.crafts(f"1:now:yes:0:{row['id']}:0")
    assert heard == ["Bu mesajı bulamadık."]
    assert await line.read(lambda tx: tx.all("SELECT * FROM cases")) == before


async def test_a_draft_is_dropped_after_a_day_and_the_next_contact_hears_of_it(
    cast: Cast, line: Line
) -> None:
    jan = await cast.jan()
    await jan.says("Dit vergeet ik")
    line.clock = lambda: now() + timedelta(hours=25)
    await line.restart()
    await _due_gone(line)
    assert jan.reads() == []
    heard = await jan.taps("📋 Mijn meldingen")
    assert heard[0] == "Wat je eerder begon, was niet verstuurd en is na een dag gewist."
    assert heard[1].startswith("📋 Je hebt nog geen meldingen.")
    assert len(await jan.taps("📋 Mijn meldingen")) == 1


async def _due_gone(line: Line) -> None:

    while await line.read(lambda tx: tx.one("SELECT 1 FROM due WHERE kind = 'draft-lapses'")):
        await asyncio.sleep(0.02)
    await line.quiet()


async def test_words_that_wait_for_a_case_go_into_what_is_begun(cast: Cast) -> None:
    jan = await cast.jan()
    await _sent(jan)
    await jan.says("Lawaai in de straat")
    assert await jan.taps("📣 Probleem melden") == ["Waar gaat het over?"]
    await jan.taps("🤷 Weet ik niet")
    (summary,) = await jan.taps("🤷 Weet ik niet")
    assert "Lawaai in de straat" in summary
    await jan.taps("✖️ Stop")
    await jan.says("Waar moet dit heen?")
    assert (await jan.taps("❓ Vraag stellen"))[0].startswith("Voor welke wijk is het?")


async def test_words_that_waited_a_day_for_a_case_are_said_to_be_dropped(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await _sent(jan)
    await jan.says("Dit vergeet ik")
    line.clock = lambda: now() + timedelta(hours=25)
    await line.restart()
    await _due_gone(line)
    jan.reads()
    heard = await jan.taps("📋 Mijn meldingen")
    assert heard[0] == "Wat je eerder begon, was niet verstuurd en is na een dag gewist."


async def test_a_reply_goes_to_its_own_case_whatever_else_is_awaited(cast: Cast) -> None:
    jan = await cast.jan()
    first, second = await _sent(jan), await _sent(jan, "Lawaai op straat")
    receipt = jan.message(f"Melding {first}")["message_id"]
    await jan.taps_of(f"Melding {second}", "➕ Iets toevoegen")
    assert await jan.says("Bij één", reply_to=receipt) == [f"➕ Toegevoegd aan melding {first}."]
    assert await jan.says("Bij twee") == [f"➕ Toegevoegd aan melding {second}."]
    await jan.says("Waarbij?")
    assert await jan.says("Bij één", reply_to=receipt) == [f"➕ Toegevoegd aan melding {first}."]


async def test_a_reply_to_another_case_does_not_reopen_the_one_asked_about(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    first = await _sent(jan)
    await _closed(lies)
    await jan.hears()
    second = await _sent(jan, "Lawaai op straat")
    await jan.taps("🌗 Een beetje")
    receipt = jan.message(f"Ontvangen. Melding {second}")["message_id"]
    assert await jan.says("Elders", reply_to=receipt) == [f"➕ Toegevoegd aan melding {second}."]
    assert (await jan.says("Er ligt nog glas"))[0].startswith(f"🔄 Melding {first} is weer open.")


async def test_a_press_on_the_menu_is_never_added_to_a_case(cast: Cast) -> None:
    jan = await cast.jan()
    number = await _sent(jan)
    await jan.taps("📣 Probleem melden")
    await jan.says("Half verhaal")
    await jan.taps_of(f"Melding {number}", "➕ Iets toevoegen")
    (waits,) = await jan.taps("❓ Vraag stellen")
    assert "Toegevoegd" not in waits
    assert await jan.taps("▶️ Ga verder") == ["Waar gaat het over?"]
    await jan.taps("🤷 Weet ik niet")
    assert "Half verhaal" in (await jan.taps("🤷 Weet ik niet"))[0]


async def test_after_taking_a_case_back_nothing_is_awaited_for_it(cast: Cast) -> None:
    jan = await cast.jan()
    number = await _sent(jan)
    await jan.taps_of(f"Melding {number}", "➕ Iets toevoegen")
    await jan.taps("📋 Mijn meldingen")
    await jan.taps(f"{number} 🗑 Afval")
    await jan.taps("✖️ Trek in")
    await jan.taps("✖️ Ja, trek in")
    assert await jan.says("Iets anders dan") == ["Waar gaat het over?"]
