"""Answering: seen before it leaves, never to the wrong reader, never left unsent unnoticed."""

import pytest

from bot.domain.cases import Case, Media, MediaKind, Status
from bot.services.answers import DRAFT_WAITS, LOOSE_WAITS
from bot.services.closings import WAITS as CLOSE_WAITS
from playground.pictures import sample_photo
from storage.times import told
from tests.cast import Actor, Cast
from tests.line import Line

BULGARIAN = "Боклукът стои от една седмица"
ANSWER = "We komen morgen kijken."


def words(answer: str) -> str:
    """An answer without the line below it."""
    said, _, next_day = answer.partition("\n\n📅 Следваща новина най-късно: ")
    assert next_day
    return said


async def come_due(line: Line, kind: str) -> None:
    """Let what must happen later happen now."""
    await line.turn(lambda turn: turn.tx.run("UPDATE due SET due_at = 0 WHERE kind = :kind", kind=kind))
    await line.running.clock.look()
    await line.quiet()


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def elena(cast: Cast) -> Actor:
    return await cast.elena()


@pytest.fixture
async def case(cast: Cast, karel: Actor, elena: Actor) -> Case:
    """A case of Elena that Karel has a card of; both have read everything."""
    case = await cast.case_of(elena, BULGARIAN)
    karel.reads()
    elena.reads()
    return case


async def test_an_answer_is_seen_before_it_leaves(karel: Actor, elena: Actor, case: Case) -> None:
    await karel.taps("💬 Antwoorden")
    (preview,) = await karel.says(ANSWER)
    assert preview.startswith(f"👀 Zo gaat het naar bewoner {case.alias} (dossier {case.number})\n{ANSWER}")
    assert "De vertaling van een contactmedewerker volgt." in preview
    assert elena.reads() == []
    await karel.taps("✅ Verstuur")
    (answer,) = elena.reads()
    assert answer.startswith(f"✉️ № {case.number}. Отговаря: wijkmanager (Waterschei-Noord)")
    assert words(answer).endswith(f"Отговорът е на нидерландски. Преводът ще дойде след това.\n\n{ANSWER}")


async def test_answering_a_received_case_takes_it_in_hand_with_one_message(
    cast: Cast, karel: Actor, elena: Actor, case: Case
) -> None:
    await karel.taps("💬 Antwoorden")
    await karel.says(ANSWER)
    card, sent = (await karel.taps("✅ Verstuur"))[:2]
    assert "✋ Jij hebt dit" in card
    assert "⏰" not in card
    assert sent.startswith(f"✅ Verstuurd bij dossier {case.number}.\n{ANSWER}\nVerbeteren kan tot ")
    assert len(elena.reads()) == 1
    now = await cast.state_of(case)
    assert (now.status, now.owner) == (Status.IN_HAND, (await karel.member()).id)


async def test_a_second_press_on_send_sends_nothing_more(karel: Actor, elena: Actor, case: Case) -> None:
    await karel.says(ANSWER, reply_to=karel.message(case.number)["message_id"])
    preview = karel.message("👀")
    data = preview["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await karel.crafts(data, preview["message_id"])
    elena.reads()
    assert await karel.crafts(data, preview["message_id"]) == [
        "Deze knop werkt niet meer. Kies opnieuw in het menu."
    ]
    assert elena.reads() == []


async def test_a_reply_to_any_message_of_the_case_is_an_answer_in_it(
    cast: Cast, karel: Actor, elena: Actor, case: Case
) -> None:
    other = await cast.case_of(await cast.jan(), "Een lamp is stuk", category="street")
    await elena.says("Има и плъхове", reply_to=elena.message("✅ Получено")["message_id"])
    for part in (f"Melding {case.number}", "➕"):
        (preview,) = (await karel.says(ANSWER, reply_to=karel.message(part)["message_id"]))[-1:]
        assert f"(dossier {case.number})" in preview
        await karel.taps("✖️ Stop")
    await karel.says(ANSWER, reply_to=karel.message(f"Melding {other.number}")["message_id"])
    assert f"(dossier {other.number})" in karel.message("👀")["text"]


async def test_each_kind_of_words_is_an_answer_below_each_kind_of_message(
    cast: Cast, karel: Actor, elena: Actor
) -> None:
    photo = elena.line.telegram.files.photo(sample_photo())[-1]["file_id"]
    case = await cast.case_of(elena, "Боклук", media=(Media(MediaKind.PHOTO, photo),))
    receipt = elena.message("✅ Получено")["message_id"]
    elena.phone.sends_location(50.98, 5.53, reply_to=receipt)
    await elena.hears()
    first = karel.phone.says(ANSWER, karel.message(f"Melding {case.number}")["message_id"])
    await karel.hears()
    await karel.taps("✅ Verstuur")
    await karel.says("Gebeld.", reply_to=first)
    await karel.taps("📝 Als notitie")
    below = [
        karel.message(part)["message_id"] for part in ("<photo>", "<location>", "✅ Verstuurd", "📝 Notitie")
    ]
    for at, place in enumerate([*below, first]):
        for kind in ("text", "photo", "voice", "location")[at % 2 :: 2]:
            _send(karel, kind, place)
            preview = (await karel.hears())[-1]
            assert f"(dossier {case.number})" in preview, (kind, place)
            await karel.taps("✖️ Stop")
    assert len(elena.phone.heard()) == len(set(elena.phone.heard()))


def _send(actor: Actor, kind: str, below: int) -> None:
    phone = actor.phone
    match kind:
        case "photo":
            phone.sends_photo(reply_to=below)
        case "voice":
            phone.sends_voice(reply_to=below)
        case "location":
            phone.sends_location(50.98, 5.53, reply_to=below)
        case _:
            phone.says(ANSWER, below)


@pytest.mark.usefixtures("case")
async def test_pictures_voice_and_a_place_go_with_the_answer(karel: Actor, elena: Actor) -> None:
    await karel.taps("💬 Antwoorden")
    await karel.sends_photo("Zo ziet het er nu uit")
    karel.phone.sends_voice()
    await karel.hears()
    karel.phone.sends_location(50.98, 5.53)
    assert "📎 1 foto, 1 spraakbericht, een plaats" in (await karel.hears())[-1]
    await karel.taps("✅ Verstuur")
    assert "Zo ziet het er nu uit" in elena.reads()[0]
    assert [
        kind
        for message in elena.phone.chat.messages
        for kind in ("photo", "voice", "location")
        if kind in message
    ] == ["photo", "voice", "location"]


async def test_as_a_note_it_stays_with_the_staff(karel: Actor, elena: Actor, case: Case) -> None:
    await karel.says("Gebeld met de huisbaas.", reply_to=karel.message(case.number)["message_id"])
    kept = await karel.taps("📝 Als notitie")
    assert f"📝 Notitie bewaard bij dossier {case.number}. De bewoner ziet ze niet." in kept
    assert "📝 1 notitie" in karel.message(f"Melding {case.number}")["text"]
    assert elena.reads() == []


async def test_a_picture_is_not_offered_as_a_note(karel: Actor, case: Case) -> None:
    await karel.sends_photo("Kijk", reply_to=karel.message(case.number)["message_id"])
    assert karel.buttons_of("👀") == ["✅ Verstuur", "✖️ Stop"]


async def test_the_step_of_a_note_never_reaches_the_resident(karel: Actor, elena: Actor, case: Case) -> None:
    await karel.taps("⋯ Meer")
    await karel.taps("📝 Notitie")
    assert await karel.sends_photo("een foto") == ["Schrijf het in woorden, alsjeblieft."]
    await karel.says("Huisbaas gebeld")
    await karel.says(f"/dossier {case.number}")
    assert "📝 wijkmanager: Huisbaas gebeld" in karel.message("Verloop")["text"]
    assert elena.reads() == []


async def test_stop_sends_nothing(karel: Actor, elena: Actor, case: Case) -> None:
    await karel.says(ANSWER, reply_to=karel.message(case.number)["message_id"])
    assert await karel.taps("✖️ Stop") == [f"✖️ Gestopt. Er is niets verstuurd bij dossier {case.number}."]
    assert elena.reads() == []


async def test_a_draft_nobody_decided_about_is_asked_about(line: Line, karel: Actor, case: Case) -> None:
    await karel.says(ANSWER, reply_to=karel.message(case.number)["message_id"])
    karel.reads()
    await come_due(line, DRAFT_WAITS)
    waits, preview = karel.reads()
    assert waits == f"⏳ Dit antwoord op dossier {case.number} is nog niet verstuurd. Wat doe je ermee?"
    assert preview.startswith("👀")


async def test_a_draft_that_was_decided_about_is_not_asked_about(
    line: Line, karel: Actor, case: Case
) -> None:
    await karel.says(ANSWER, reply_to=karel.message(case.number)["message_id"])
    await karel.taps("✅ Verstuur")
    await come_due(line, DRAFT_WAITS)
    assert karel.reads() == []


async def test_a_draft_that_got_lost_is_told_of(line: Line, karel: Actor, case: Case) -> None:
    await karel.says(ANSWER, reply_to=karel.message(case.number)["message_id"])
    await line.turn(lambda turn: turn.tx.run("DELETE FROM steps"))
    karel.reads()
    await come_due(line, DRAFT_WAITS)
    assert karel.reads() == [
        f"⚠️ Je antwoord op dossier {case.number} is niet verstuurd en niet bewaard. Schrijf het opnieuw."
    ]


async def test_whatever_waits_to_be_sent_is_asked_about_by_day_and_what_is_decided_is_not(
    line: Line, karel: Actor, elena: Actor, case: Case
) -> None:
    await karel.says(ANSWER)
    await karel.says("En ik bel je.")
    karel.reads()
    await come_due(line, LOOSE_WAITS)
    loose, which = karel.reads()
    assert loose == "⏳ Wat je schreef, hoort nog bij geen dossier. Er is niets verstuurd."
    assert which == "Bij welk dossier hoort dit?"
    (again,) = await line.read(
        lambda tx: tx.all("SELECT due_at FROM due WHERE kind = :kind", kind=LOOSE_WAITS)
    )
    assert 8 <= told(again["due_at"]).astimezone(line.running.city.time_zone).hour < 20
    await karel.taps(f"{case.number} 🗑 Afval")
    await karel.taps("✖️ Stop")
    for press in ("⋯ Meer", "✅ Afsluiten", "🚫 Niet op te lossen"):
        await karel.taps_of(f"Melding {case.number}", press)
    await karel.says("Dit is <b>privé</b>.")
    elena.reads()
    await line.restart()
    await come_due(line, CLOSE_WAITS)
    waits, preview = karel.reads()[-2:]
    assert waits == f"⏳ Dossier {case.number} is nog niet afgesloten. Wat doe je ermee?"
    assert preview == (
        f"🚫 Niet op te lossen · dossier {case.number}. De bewoner zou dit lezen. Sluit je af?\nDit is <b>privé</b>."
    )
    assert elena.reads() == []
    await karel.taps("✅ Sluit af")
    karel.reads()
    assert not await line.read(
        lambda tx: tx.all(
            "SELECT kind FROM due WHERE kind IN (:loose, :close)", loose=LOOSE_WAITS, close=CLOSE_WAITS
        )
    )


async def test_another_case_waits_until_the_draft_is_decided_about(
    cast: Cast, karel: Actor, case: Case
) -> None:
    other = await cast.case_of(await cast.jan(), "Een lamp is stuk", category="street")
    await karel.says(ANSWER, reply_to=karel.message(f"Melding {case.number}")["message_id"])
    karel.reads()
    refusal = "Wat je daarnet schreef, is nog niet verstuurd. Verstuur het of druk op Stop. Probeer het dan opnieuw."
    assert await karel.crafts(f"1:desk-answer:{other.id}") == [refusal]
    assert await karel.says(
        "Ander antwoord", reply_to=karel.message(f"Melding {other.number}")["message_id"]
    ) == [refusal]
    assert ANSWER in (await karel.says("En nog iets."))[0]


async def test_a_draft_survives_a_restart(line: Line, karel: Actor, elena: Actor, case: Case) -> None:
    await karel.says(ANSWER, reply_to=karel.message(case.number)["message_id"])
    await line.restart()
    await karel.taps("✅ Verstuur")
    assert ANSWER in elena.reads()[0]


@pytest.mark.usefixtures("case")
async def test_a_quick_answer_is_read_in_the_own_language_at_once(karel: Actor, elena: Actor) -> None:
    for press in ("⋯ Meer", "⚡ Snelantwoord", "📷 Foto vragen"):
        await karel.taps(press)
    assert karel.message("👀")["text"].endswith(
        "🌍 De bewoner leest dit in de eigen taal. Mensen hebben het vertaald."
    )
    assert karel.buttons_of("👀") == ["✅ Verstuur", "✖️ Stop"]
    await karel.taps("✅ Verstuur")
    (answer,) = elena.reads()
    assert words(answer).endswith(
        "\n\nМожете ли да изпратите снимка? Така ще видим по-добре какво има. Нека на снимката няма хора."
    )


async def test_the_blanks_of_a_quick_answer_are_filled_by_buttons(
    karel: Actor, elena: Actor, case: Case
) -> None:
    for press in ("⋯ Meer", "⚡ Snelantwoord", "☎️ Dit doet …"):
        await karel.taps(press)
    assert "Dienst Reiniging" not in karel.buttons_of(case.number)  # no number of it is known
    await karel.taps("Stad Genk")
    await karel.taps("✅ Verstuur")
    assert words(elena.reads()[0]).endswith(
        "С това се занимава друга служба: Stad Genk. Можете да се обадите сами: 089 65 36 00."
    )


async def test_a_crafted_filling_of_a_quick_answer_is_refused(karel: Actor, elena: Actor, case: Case) -> None:
    for filling in (
        "coming:never",
        "coming:-",
        "coming:20200106",
        "by-partner:dienst-reiniging",
        "nothing:-",
    ):
        assert await karel.crafts(f"1:desk-quick:{case.id}:{filling}") == [
            "Deze knop werkt niet meer. Kies opnieuw in het menu."
        ]
    assert elena.reads() == []


async def test_loose_words_of_staff_are_asked_about_and_never_become_a_report(
    line: Line, karel: Actor, elena: Actor, case: Case
) -> None:
    assert await karel.says(ANSWER) == ["Bij welk dossier hoort dit?"]
    assert karel.buttons_of("Bij welk dossier") == [f"{case.number} 🗑 Afval", "✖️ Stop"]
    await karel.says("En ik bel je.")
    await karel.taps(f"{case.number} 🗑 Afval")
    await karel.taps("✅ Verstuur")
    assert words(elena.reads()[0]).endswith(f"{ANSWER}\nEn ik bel je.")
    assert await line.read(_cases) == 1


async def test_loose_words_without_an_open_case_say_that_nothing_was_kept(cast: Cast) -> None:
    piet = await cast.piet()
    (said,) = await piet.says("Hallo?")
    assert said.startswith("Er wacht geen dossier op jou")
    new = await cast.case_of(await cast.jan(), "Er ligt afval", wijk="boxbergheide")
    piet.reads()
    assert "Hallo?" not in (await piet.taps_of(new.number, "💬 Antwoorden"))[0]


async def test_the_owner_hears_that_a_colleague_answered(cast: Cast, karel: Actor, case: Case) -> None:
    await karel.taps("✋ Ik neem dit")
    lies = await cast.lies()
    karel.reads()
    await lies.crafts(f"1:desk-answer:{case.id}")
    await lies.says(ANSWER)
    await lies.taps("✅ Verstuur")
    assert f"👥 Dossier {case.number}: een collega gaf antwoord." in karel.reads()
    assert (await cast.state_of(case)).owner == (await karel.member()).id


async def test_a_message_that_did_not_arrive_is_told_to_who_has_the_case(
    karel: Actor, elena: Actor, case: Case
) -> None:
    elena.phone.blocks()
    await karel.says(ANSWER, reply_to=karel.message(case.number)["message_id"])
    await karel.taps("✅ Verstuur")
    await karel.hears()
    assert (
        karel.message("📵")["text"]
        == f"📵 Dossier {case.number}: een bericht kwam niet aan. De bewoner heeft de bot gestopt."
    )


async def test_an_answer_too_long_for_one_message_is_refused_and_the_draft_stays(
    karel: Actor, case: Case
) -> None:
    await karel.says(ANSWER, reply_to=karel.message(case.number)["message_id"])
    assert await karel.says("a" * 3_600) == ["Dit is te lang. Maak het korter en stuur het opnieuw."]
    assert ANSWER in (await karel.says("Tot dan."))[0]


async def _cases(tx: object) -> int:
    row = await tx.one("SELECT COUNT(*) AS n FROM cases")  # type: ignore[attr-defined]
    return int(row["n"])
