"""Several cases: which one is meant, the older ones, a typed number, and reporting anew what was taken back."""

from datetime import timedelta

from bot.domain.cases import Case, Closing, Status
from bot.opening import now
from storage.cases import set_status
from tests.cast import Actor, Cast
from tests.line import Line


async def _closed(line: Line, case: Case, *, ago: timedelta) -> None:
    await line.turn(
        lambda turn: set_status(turn.tx, case, Status.HANDLED, now=now() - ago, outcome=Closing.SOLVED)
    )


async def _sent(cast: Cast, actor: Actor, count: int) -> list[Case]:
    cases = [await cast.case_of(actor, f"Verhaal {at}") for at in range(count)]
    await actor.hears()
    return cases


async def test_the_older_ones_stand_apart_in_pages_and_back_leads_there(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    cases = await _sent(cast, jan, 8)
    for case in cases[:7]:
        await _closed(line, case, ago=timedelta(days=17))
    (listed,) = await jan.says("/meldingen")
    assert cases[7].number in listed
    assert cases[6].number not in listed
    (older,) = await jan.taps("🗂 Oudere meldingen (7)")
    assert older.startswith("🗂 Oudere meldingen")
    assert cases[6].number in older
    assert "🏁 Afgesloten." in older
    await jan.taps("⬇️ Oudere")
    (one,) = await jan.taps(f"{cases[0].number} 🗑 Afval")
    assert "Verhaal 0" in one
    assert "🔁 Het gebeurt weer" in jan.phone.buttons()
    assert cases[1].number in (await jan.taps("◀️ Terug"))[0]
    assert (await jan.taps("◀️ Terug"))[0].startswith("📋 Mijn meldingen")
    for crafted in ("1:my-older:99999999", "1:my-older-case:1"):
        assert (await jan.crafts(crafted))[0].startswith("Deze knop werkt niet meer.")
    assert (await jan.crafts("1:my-older:44"))[0].count("🗑 Afval") == 2


async def test_what_was_closed_lately_is_still_among_the_open_ones(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    (case,) = await _sent(cast, jan, 1)
    await _closed(line, case, ago=timedelta(days=15))
    assert case.number in (await jan.says("/meldingen"))[0]
    await _closed(line, case, ago=timedelta(days=17))
    assert "Er is nu niets open." in (await jan.says("/meldingen"))[0]
    mehmet = await cast.mehmet()
    assert "Eski mesajınız yok." in (await mehmet.crafts("1:my-older:0"))[0]


async def test_a_typed_number_shows_the_own_case_and_nobody_elses(cast: Cast, line: Line) -> None:
    jan, mehmet = await cast.jan(), await cast.mehmet()
    (case,) = await _sent(cast, jan, 1)
    await _closed(line, case, ago=timedelta(days=400))
    for typed in (case.number, f"melding nr. {case.number}?", f"#{case.number}"):
        assert "Verhaal 0" in (await jan.says(typed))[0]
    assert await mehmet.says(case.number) == ["Bu mesajı bulamadık."]
    other = str(int(case.number) - 1 if case.number != "10000" else 10001)
    assert await jan.says(other) == ["Deze melding kennen wij niet."]
    assert await jan.says(f"{other} duiven op het dak") == ["Waar gaat het over?"]
    await jan.says("/stop")
    assert await jan.sends_photo(other) == ["Waar gaat het over?"]
    assert (await jan.crafts(f"1:withdraw:{case.id}"))[0] == "Dat kan nu niet meer met deze melding."


async def test_words_behind_a_number_go_to_that_case(cast: Cast, line: Line) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    first, second = await _sent(cast, jan, 2)
    await lies.hears()
    assert await jan.says(f"{first.number}: het ligt er nog") == [
        f"➕ Toegevoegd aan melding {first.number}."
    ]
    assert "het ligt er nog" in " ".join(await lies.hears())
    await _closed(line, second, ago=timedelta(days=17))
    assert await jan.says(f"{second.number} is terug") == ["Bij welke melding hoort dit?"]
    assert await jan.says(first.number) == [f"➕ Toegevoegd aan melding {first.number}."]
    assert await jan.says(first.number) != [f"➕ Toegevoegd aan melding {first.number}."]


async def test_several_loose_messages_are_asked_about_once(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    first, _ = await _sent(cast, jan, 2)
    await jan.says("En nog iets")
    await jan.sends_photo()
    jan.phone.sends_voice()
    await jan.hears()
    jan.phone.sends_location(51.0018, 5.5193)
    assert await jan.hears() == ["Bij welke melding horen deze 4 berichten?"]
    asked = [text for text in jan.phone.heard() if text.startswith("Bij welke melding")]
    shown = [wire["text"] for wire in jan.phone.chat.messages if "Bij welke" in wire.get("text", "")]
    assert len(shown) == 1, asked
    await line.restart()
    await jan.taps(f"{first.number} 🗑 Afval")
    row = await line.read(
        lambda tx: tx.one("SELECT COUNT(*) AS n FROM case_messages WHERE case_id = :case", case=first.id)
    )
    assert row["n"] == 5


async def test_an_album_is_one_message_of_which_the_case_is_asked(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    (case,) = await _sent(cast, jan, 1)
    await lies.hears()
    jan.phone.sends_album(caption="Kijk")
    assert await jan.hears() == ["Bij welke melding hoort dit?"]
    await jan.taps(f"{case.number} 🗑 Afval")
    assert (await lies.hears()).count("<photo>") == 3


async def test_more_cases_than_fit_are_asked_about_in_pages(cast: Cast) -> None:
    jan = await cast.jan()
    cases = await _sent(cast, jan, 7)
    await jan.says("Hierbij nog iets")
    assert f"{cases[1].number} 🗑 Afval" not in jan.phone.buttons()[:9]
    await jan.taps("⬇️ Oudere")
    assert jan.buttons_of("Bij welke") == [
        *(f"{case.number} 🗑 Afval" for case in (cases[1], cases[0])),
        "⬆️ Nieuwere",
        "🆕 Iets nieuws",
        "✖️ Stop",
    ]
    heard = await jan.taps(f"{cases[0].number} 🗑 Afval")
    assert heard[-1] == f"➕ Toegevoegd aan melding {cases[0].number}."
    for crafted in ("1:h-page:1:0", "1:h-page:1"):
        assert (await jan.crafts(crafted))[0].startswith("Deze knop werkt niet meer.")


async def test_a_closed_case_that_waits_for_a_word_is_offered_too(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    (case,) = await _sent(cast, jan, 1)
    await _closed(line, case, ago=timedelta(days=1))
    await jan.says("Het ligt er nog")
    (_, asked) = await jan.taps(f"{case.number} 🗑 Afval")
    assert asked.endswith("Is het opgelost?")
    await jan.taps("👍 Ja")
    assert await jan.says("Iets anders") == ["Waar gaat het over?"]


async def test_while_an_answer_is_due_its_day_is_said(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    await _sent(cast, jan, 1)
    await lies.hears()
    await lies.taps("✋ Ik neem dit")
    await jan.hears()
    (listed,) = await jan.says("/meldingen")
    assert "🙋 In handen van de wijkmanager van Waterschei-Noord. Antwoord ten laatste " in listed
    await lies.taps("💬 Antwoorden")
    await lies.says("Ik kom kijken")
    await lies.taps("✅ Verstuur")
    await jan.hears()
    assert "Waterschei-Noord. Je hoort meer ten laatste " in (await jan.says("/meldingen"))[0]


async def test_a_story_as_long_as_a_message_can_be_goes_whole_behind_its_number(
    cast: Cast, line: Line
) -> None:
    jan = await cast.jan()
    (case,) = await _sent(cast, jan, 1)
    story = f"{case.number} " + "a" * 4_090
    assert await jan.says(story) == [f"➕ Toegevoegd aan melding {case.number}."]
    rows = await line.read(lambda tx: tx.all("SELECT text FROM case_messages ORDER BY id"))
    assert [row["text"] for row in rows][-1] == story


async def test_a_reply_to_a_screen_about_a_case_adds_to_that_case(cast: Cast) -> None:
    jan = await cast.jan()
    first, _ = await _sent(cast, jan, 2)
    await jan.says("/meldingen")
    await jan.taps(f"{first.number} 🗑 Afval")
    shown = jan.message("🗓 Verstuurd")["message_id"]
    assert await jan.sends_photo(reply_to=shown) == [f"➕ Toegevoegd aan melding {first.number}."]


async def _withdrawn(cast: Cast, jan: Actor) -> Case:
    (case,) = await _sent(cast, jan, 1)
    await jan.says("/meldingen")
    await jan.crafts(f"1:withdraw-yes:{case.id}")
    return case


async def test_a_reply_to_what_was_taken_back_is_reported_anew_with_what_is_known(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    case = await _withdrawn(cast, jan)
    await lies.hears()
    receipt = jan.message(f"Ontvangen. Melding {case.number}")["message_id"]
    begun, summary = await jan.says("Het is er weer", reply_to=receipt)
    assert begun == f"🆕 Melding {case.number} was ingetrokken. Dit wordt een nieuwe melding."
    for part in ("Het is er weer", "🗑 Afval", "Waterschei-Noord"):
        assert part in summary
    assert "Verhaal 0" not in summary
    await jan.taps("✅ Verstuur")
    assert "Het is er weer" in " ".join(await lies.hears())
    assert (await cast.state_of(case)).status is Status.WITHDRAWN


async def test_the_button_reports_anew_and_asks_about_what_was_begun(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    case = await _withdrawn(cast, jan)
    (told,) = await jan.taps_of("Ontvangen. Melding", "🔁 Het gebeurt weer")
    assert "ingetrokken" in told
    heard = await jan.taps("🆕 Meld opnieuw")
    assert heard[0].startswith("🆕 Melding")
    await jan.says("Er ligt weer afval")
    assert (await jan.taps_of("ingetrokken. Is er weer", "🆕 Meld opnieuw"))[0].startswith(
        "Je melding is nog niet verstuurd."
    )
    await jan.taps("▶️ Ga verder")
    await jan.taps("✅ Verstuur")
    (open_one,) = [
        one
        for one in await line.read(lambda tx: tx.all("SELECT * FROM cases"))
        if one["status"] == "received"
    ]
    assert (open_one["category"], open_one["wijk"]) == (case.category, case.wijk)
    assert await jan.crafts(f"1:anew:{open_one['id']}") == ["Dat kan nu niet meer met deze melding."]
    mehmet = await cast.mehmet()
    assert await mehmet.crafts(f"1:anew:{case.id}") == ["Bu mesajı bulamadık."]
