"""👀 Ga kijken: the team is asked, one goes, the desk reads what is there, the resident nothing."""

from typing import Final

from bot.domain.people import Role
from bot.services.errands import UNSENT, WAITS
from bot.services.staff import Staff
from storage.errands import list_errands
from storage.messages import list_messages
from tests.cast import NOORD, Actor, Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import Line

NOT_YOURS: Final = "Dit hoort niet bij jouw wijken."
EXPIRED: Final = "Deze knop werkt niet meer. Kies opnieuw in het menu."
WHAT: Final = "Staat de zetel er nog? <b>Kijk ook achter het huis.</b>"


async def omar(cast: Cast) -> Actor:
    return await cast.staff("omar", 5_500_000_821, Role.TEAM_MEMBER, NOORD)


async def asks(karel: Actor) -> list[str]:
    await karel.taps("⋯ Meer")
    await karel.taps("👀 Ga kijken")
    return await karel.says(WHAT)


async def test_one_of_the_team_goes_and_only_the_desk_reads_what_is_there(line: Line, cast: Cast) -> None:
    karel, tine, colleague = await cast.karel(), await cast.tine(), await omar(cast)
    jan = await cast.jan()
    case = await cast.case_of(jan, "Er staat een zetel op straat")
    await karel.taps("✋ Ik neem dit")
    jan.reads()
    told = await asks(karel)
    assert f"👀 Gevraagd aan het team van de wijk (dossier {case.number}). Je leest hier wat ze zien." in told
    for member in (tine, colleague):
        (asked,) = member.reads()
        assert asked == (
            f"👀 Ga kijken · {case.number} · 🗑 Afval\n📍 Waterschei-Noord (Genk-Oost)\n{WHAT}\n⏳ Nog niemand gaat kijken"
        )
    (mine,) = await tine.taps("✋ Ik ga kijken")
    assert mine.endswith("✋ Jij gaat kijken. Antwoord hier met een foto of met woorden.")
    assert colleague.reads()[-1].endswith("✋ Een collega (teamlid) gaat kijken")
    assert colleague.buttons_of("Ga kijken") == ["📁 Toon dossier"]
    errand = (await line.read(lambda tx: list_errands(tx, case.id)))[0]
    assert await colleague.crafts(f"1:errand-take:{errand.id}") == ["Een teamlid gaat al kijken."]
    assert "👀 Een teamlid gaat kijken" in karel.message(f"Melding {case.number}")["text"]
    karel.reads()
    preview = await tine.sends_photo("Ja, met een matras erbij.")
    assert preview[-1] == (
        f"📷 Bij {case.number}, voor wie het dossier heeft:\nJa, met een matras erbij.\n📎 1 foto\n"
        "Stuur meer, of verstuur dit."
    )
    assert karel.reads() == []
    await tine.sends_photo()
    assert f"✅ Verstuurd naar wie dossier {case.number} heeft. Bedankt." in await tine.taps("✅ Verstuur")
    heard = karel.reads()
    assert (
        f"👀 Er is gekeken bij {case.number}. De bewoner kreeg hier niets van.\nJa, met een matras erbij.\n📎 2 foto's"
    ) in heard
    assert heard.count("<photo>") == 2
    card = karel.message(f"Melding {case.number}")["message_id"]
    assert karel.message("Er is gekeken bij")["reply_to_message"]["message_id"] == card
    assert jan.reads() == []
    assert len(await line.read(lambda tx: list_messages(tx, case.id))) == 1
    assert tine.message("Ga kijken")["text"].endswith("✅ Er is gekeken")


async def test_who_goes_can_give_it_back_and_is_followed_up_and_a_release_asks_the_others(
    line: Line, cast: Cast
) -> None:
    karel, tine, colleague = await cast.karel(), await cast.tine(), await omar(cast)
    case = await cast.case_of(await cast.jan(), "Er staat een zetel op straat")
    await asks(karel)
    await come_due(line, WAITS)
    assert karel.reads()[-1] == f"👀 Dossier {case.number}: nog niemand van het team ging kijken."
    await tine.hears()
    await tine.taps("✋ Ik ga kijken")
    colleague.reads()
    await tine.taps("↩️ Toch niet")
    assert colleague.reads()[-1].endswith("⏳ Nog niemand gaat kijken")
    await colleague.taps("✋ Ik ga kijken")
    gone = await colleague.member()
    tine.reads()
    await line.turn(lambda turn: Staff(turn).release(gone.id))
    await line.quiet()
    assert tine.reads()[-1].endswith("⏳ Nog niemand gaat kijken")
    errand = (await line.read(lambda tx: list_errands(tx, case.id)))[0]
    colleague.reads()
    assert await colleague.crafts(f"1:errand-look:{errand.id}") == [EXPIRED]


async def test_it_ends_with_the_case_and_when_the_desk_needs_it_no_more(line: Line, cast: Cast) -> None:
    karel, tine, jan = await cast.karel(), await cast.tine(), await cast.jan()
    case = await cast.case_of(jan, "Er staat een zetel op straat")
    await asks(karel)
    await tine.hears()
    await tine.taps("✋ Ik ga kijken")
    await tine.taps("📷 Dit zag ik")
    await karel.taps("✖️ Niet meer nodig")
    assert tine.message("👀 Ga kijken")["text"].endswith("✖️ Niet meer nodig")
    assert (await tine.says("Hij staat er nog"))[-1] == EXPIRED
    await tine.taps("✖️ Stop")
    assert await tine.says("Hij staat er nog") == [
        'Dit past nergens bij. Kies eerst "Ik ga kijken", of kijk met /werk.'
    ]
    await karel.crafts(f"1:desk-errand:{case.id}")
    await karel.says(WHAT)
    await karel.crafts(f"1:desk-category:{case.id}:housing")
    await line.quiet()
    assert not [wire for wire in tine.phone.chat.messages if WHAT in str(wire.get("text"))]
    assert [one.state for one in await line.read(lambda tx: list_errands(tx, case.id))] == [
        "dropped",
        "dropped",
    ]
    await jan.crafts(f"1:erase-case-yes:{case.id}:{case.number}")
    assert await line.read(lambda tx: list_errands(tx, case.id)) == []


async def test_of_two_things_to_look_at_one_may_end_and_what_was_seen_is_asked_about(
    line: Line, cast: Cast
) -> None:
    karel, tine = await cast.karel(), await cast.tine()
    case = await cast.case_of(await cast.jan(), "Er staat een zetel op straat")
    for what in ("Kijk vooraan", "Kijk achteraan"):
        await karel.crafts(f"1:desk-errand:{case.id}")
        await karel.says(what)
    await karel.taps("✖️ Niet meer nodig")
    await tine.hears()
    assert tine.message("Kijk achteraan")["text"].endswith("✖️ Niet meer nodig")
    await tine.taps_of("Kijk vooraan", "✋ Ik ga kijken")
    await tine.sends_photo("Ja, hij staat er.")
    refused = await tine.crafts(f"1:desk-note:{case.id}")
    assert refused[0].startswith("Wat je daarnet schreef, is nog niet verstuurd.")
    await come_due(line, UNSENT)
    waits, preview = tine.reads()
    assert waits == f"⏳ Wat je zag bij dossier {case.number} is nog niet verstuurd. Wat doe je ermee?"
    assert "Ja, hij staat er." in preview
    await tine.taps("✅ Verstuur")
    assert "Ja, hij staat er." in "".join(karel.reads())


async def test_nobody_else_asks_takes_or_reads(line: Line, cast: Cast) -> None:
    karel, piet, tine, jan = await cast.karel(), await cast.piet(), await cast.tine(), await cast.jan()
    case = await cast.case_of(jan, "Er staat een zetel op straat")
    secret = await cast.case_of(jan, "De huisbaas", category="housing")
    elsewhere = await cast.case_of(jan, "Er ligt afval", wijk="boxbergheide")
    for actor in (karel, piet, tine, jan):
        actor.reads()
    assert await karel.crafts(f"1:desk-errand:{secret.id}") == [NOT_YOURS]
    assert await piet.crafts(f"1:desk-errand:{elsewhere.id}") == [
        "In deze wijk is er nu geen teamlid dat kan gaan kijken."
    ]
    assert await tine.crafts(f"1:desk-errand:{case.id}") == [NOT_YOURS]
    await karel.crafts(f"1:desk-errand:{case.id}")
    assert await karel.sends_photo() == ["Schrijf het in woorden, alsjeblieft."]
    assert await karel.says("x" * 4_000) == ["Dit is te lang. Maak het korter en stuur het opnieuw."]
    await karel.says(WHAT)
    errand = (await line.read(lambda tx: list_errands(tx, case.id)))[0]
    for actor in (karel, piet):
        for act in ("take", "back", "look"):
            assert await actor.crafts(f"1:errand-{act}:{errand.id}") == [NOT_YOURS]
    assert await piet.crafts(f"1:errand-drop:{errand.id}") == [NOT_YOURS]
    assert await jan.crafts(f"1:errand-take:{errand.id}") == [EXPIRED]
    tine.reads()
    assert await tine.crafts(f"1:errand-look:{errand.id}") == [EXPIRED]
    assert await tine.crafts("1:errand-take:999999") == [NOT_YOURS]
    sealed = await line.read(lambda tx: tx.one("SELECT asked FROM errands"))
    assert WHAT.encode() not in bytes(sealed["asked"])
