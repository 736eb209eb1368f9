"""Sensitive cases: read on a press, by the roles the city names, for a while; and nothing stands open in a chat."""

from collections.abc import Iterator

import pytest

from bot.domain.cases import Case, CaseKind, Media, MediaKind, Spot
from bot.domain.city import CategoryId, WijkId
from bot.domain.people import ChatId
from bot.services.cases import Cases, NewCase
from bot.services.desk import LATE
from bot.services.looks import FOLD, HIDE
from bot.services.people import People
from bot.services.turn import Turn
from playground.pictures import sample_photo
from storage.cases import list_history
from tests.cast import Actor, Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import Line, file_of

SPOT = Spot(50.98, 5.52)
SECRET = "Huisbaas vraagt geld zonder contract"
NOT_YOURS = "Dit hoort niet bij jouw wijken."


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def jan(cast: Cast) -> Actor:
    return await cast.jan()


@pytest.fixture
async def case(line: Line, cast: Cast, jan: Actor) -> Case:
    """A sensitive case of Jan with two pictures; Karel has its card."""
    await cast.karel()
    photos = (line.telegram.files.photo(sample_photo(shade))[-1]["file_id"] for shade in range(2))
    media = tuple(Media(MediaKind.PHOTO, photo) for photo in photos)
    case = await cast.case_of(jan, SECRET, category="housing", media=media)
    jan.reads()
    return case


def standing(actor: Actor) -> Iterator[str]:
    """What now stands in the chat, pictures by their kind."""
    for wire in actor.phone.chat.messages:
        if not wire["outgoing"]:
            yield wire.get("text") or ("<photo>" if "photo" in wire else "")


async def test_the_card_holds_no_words_and_no_pictures(karel: Actor, case: Case) -> None:
    assert karel.message(case.number)["text"].endswith("🔒 Gevoelig. Toon het alleen waar niemand meeleest.")
    assert karel.buttons_of(case.number) == ["👁 Toon", "✋ Ik neem dit", "💬 Antwoorden", "⋯ Meer"]
    assert not [text for text in standing(karel) if SECRET in text or text == "<photo>"]


async def test_a_press_shows_the_words_and_they_go_again(line: Line, karel: Actor, case: Case) -> None:
    karel.reads()
    shown, *pictures = await karel.taps("👁 Toon")
    assert shown == f"🔒 Dossier {case.number}. Dit verdwijnt na 10 minuten.\n{SECRET}"
    assert pictures == ["<photo>", "<photo>"]
    await come_due(line, HIDE)
    assert not [text for text in standing(karel) if SECRET in text or text == "<photo>"]


async def test_a_long_story_goes_whole(line: Line, cast: Cast, karel: Actor, jan: Actor) -> None:
    case = await cast.case_of(jan, f"{SECRET} " * 300, category="housing")
    await karel.taps("👁 Toon")
    assert sum(SECRET in text for text in standing(karel)) > 2
    await come_due(line, HIDE)
    assert not [text for text in standing(karel) if SECRET in text]
    assert case.sensitive


async def test_every_look_stands_in_the_history(line: Line, karel: Actor, case: Case) -> None:
    await karel.taps("👁 Toon")
    history = await line.read(lambda tx: list_history(tx, case.id))
    assert (history[-1][0], history[-1][1]) == ("looked", (await karel.member()).id)


async def test_the_reporter_reads_how_often_it_was_looked_at_and_notes_go_again(
    line: Line, cast: Cast, karel: Actor, jan: Actor, case: Case
) -> None:
    selin = await cast.selin()
    await jan.says("/meldingen")
    await jan.crafts(f"1:my-case:{case.id}")
    assert "👁 Nog door niemand gelezen." in jan.message("Verstuurd:")["text"]
    await karel.taps("👁 Toon")
    await karel.says(f"/dossier {case.number}")
    await karel.crafts(f"1:desk-note:{case.id}")
    await karel.says("De huisbaas is bekend.")
    await karel.says(f"/dossier {case.number}")
    shown = "📁 Verloop"
    assert "De huisbaas is bekend." in karel.message(shown)["text"]
    await jan.crafts(f"1:my-case:{case.id}")
    assert "👁 2 keer gelezen door wie dit mag lezen." in jan.message("Verstuurd:")["text"]
    await come_due(line, HIDE)
    assert not [text for text in standing(karel) if "huisbaas is bekend" in text and shown in text]
    secret = await cast.case_of(await cast.elena(), "Хазяинът не прави нищо", category="housing")
    await selin.hears()
    await selin.taps("👁 Toon")
    history = await line.read(lambda tx: list_history(tx, secret.id))
    assert ("looked", (await selin.member()).id) in [(act, by) for act, by, *_ in history]


async def test_an_administrator_and_a_team_member_see_nothing_of_it(cast: Cast, case: Case) -> None:
    actors = (await cast.bram(), await cast.tine())
    for actor in actors:
        await actor.hears()
        for act in ("look", "original", "take", "answer"):
            assert await actor.crafts(f"1:desk-{act}:{case.id}") == [NOT_YOURS]
        assert await actor.says(f"/dossier {case.number}") == ["Deze melding kennen wij niet."]


async def test_a_sensitive_case_waits_for_a_coordinator_and_never_comes_to_administrators(
    cast: Cast, jan: Actor
) -> None:
    bram, lies = await cast.bram(), await cast.lies()
    case = await cast.case_of(jan, SECRET, category="housing")
    assert [text for text in lies.reads() if case.number in text]
    lost = await cast.case_of(jan, SECRET, category="housing", wijk=None)
    assert not [text for text in bram.reads() if case.number in text or lost.number in text]
    greet = await cast.greet()
    assert "🔒 Gevoelig" in greet.message(lost.number)["text"]


async def test_what_the_resident_adds_is_only_announced(karel: Actor, jan: Actor, case: Case) -> None:
    karel.reads()
    await jan.says("En de verwarming werkt niet", reply_to=jan.message("✅ Ontvangen")["message_id"])
    assert f"🔒 Nieuw bij {case.number}. Toon het alleen waar niemand meeleest." in karel.reads()
    assert not [text for text in standing(karel) if "verwarming" in text]


async def test_an_answer_comes_without_its_content_and_opens_on_a_press(
    line: Line, karel: Actor, jan: Actor, case: Case
) -> None:
    await karel.taps("💬 Antwoorden")
    await karel.sends_photo("Bel de woonwinkel.")
    sent = await karel.taps("✅ Verstuur")
    done = f"✅ Verstuurd bij dossier {case.number}.\n📎 1 foto\nVerbeteren kan tot "
    assert any(text.startswith(done) for text in sent)
    assert jan.reads() == [f"✉️ Je hebt antwoord. Melding {case.number}."]
    shown = await jan.taps("👁 Toon")
    answer, picture = shown
    assert answer.startswith(
        f"✉️ Melding {case.number}. Antwoord van de wijkmanager van Waterschei-Noord:\n\nBel de woonwinkel.\n"
    )
    assert picture == "<photo>"
    await come_due(line, HIDE)
    assert not [text for text in standing(jan) if "woonwinkel" in text or text == "<photo>"]


async def test_what_was_shown_can_be_hidden_at_once(karel: Actor, jan: Actor, case: Case) -> None:
    await karel.taps("💬 Antwoorden")
    await karel.sends_photo("Bel de woonwinkel.")
    await karel.taps("✅ Verstuur")
    await jan.taps("👁 Toon")
    await jan.taps("🙈 Verberg")
    assert not [text for text in standing(jan) if "woonwinkel" in text or text == "<photo>"]
    assert jan.buttons_of(f"✉️ Je hebt antwoord. Melding {case.number}") == ["👁 Toon"]


async def test_how_it_ended_comes_on_a_press_too_and_closes_by_itself(
    line: Line, karel: Actor, jan: Actor, case: Case
) -> None:
    await karel.crafts(f"1:desk-close:{case.id}:solved")
    await karel.says("De huisbaas betaalt terug.")
    await karel.taps("✅ Sluit af")
    closed = f"✉️ Er is nieuws over melding {case.number}."
    assert jan.reads() == [closed]
    assert jan.buttons_of("nieuws") == ["👁 Toon"]
    (shown,) = await jan.taps("👁 Toon")
    assert "De huisbaas betaalt terug." in shown
    assert jan.buttons_of("🏁") == ["👍 Ja", "🌗 Een beetje", "👎 Nee", "🙈 Verberg"]
    assert await jan.taps("🙈 Verberg") == [closed]
    await jan.taps("👁 Toon")
    await come_due(line, FOLD)
    assert jan.reads() == [closed]


async def test_what_was_shown_and_deleted_or_of_an_erased_case_closes_without_a_word(
    line: Line, karel: Actor, jan: Actor, case: Case
) -> None:
    await karel.taps("✋ Ik neem dit")
    jan.reads()
    await jan.taps("👁 Toon")
    jan.phone.deletes(jan.message(case.number)["message_id"])
    await come_due(line, FOLD)
    assert jan.reads() == []
    await karel.crafts(f"1:desk-close:{case.id}:solved")
    await karel.says("De huisbaas betaalt terug.")
    await karel.taps("✅ Sluit af")
    await jan.taps("👁 Toon")
    await jan.crafts(f"1:erase-case:{case.id}")
    assert await jan.crafts(f"1:erase-case-yes:{case.id}:{case.number}") != []
    await come_due(line, FOLD)
    assert jan.reads() == []


async def test_who_takes_it_and_who_is_late_is_no_content_for_a_table(
    line: Line, karel: Actor, jan: Actor, case: Case
) -> None:
    closed = f"✉️ Er is nieuws over melding {case.number}."
    await karel.taps("✋ Ik neem dit")
    assert jan.reads() == [closed]
    await come_due(line, LATE)
    assert jan.reads() == [closed]
    assert "Dat spijt ons." in (await jan.taps("👁 Toon"))[0]


async def test_what_is_over_when_it_is_opened_says_so(
    line: Line, karel: Actor, jan: Actor, case: Case
) -> None:
    await come_due(line, LATE)
    await karel.taps("💬 Antwoorden")
    await karel.says("Bel de woonwinkel.")
    await karel.taps("✅ Verstuur")
    jan.reads()
    opened = await jan.taps_of("nieuws", "👁 Toon")
    assert opened == [f"Dit is voorbij: melding {case.number} is intussen verder. Kijk bij Mijn meldingen."]
    assert jan.buttons_of("voorbij") == ["📋 Mijn meldingen"]


async def test_who_has_the_case_no_more_opens_nothing_of_it(
    line: Line, karel: Actor, jan: Actor, case: Case
) -> None:
    await karel.taps("✋ Ik neem dit")
    jan.reads()
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET resident_id = NULL WHERE id = :id", id=case.id)
    )
    assert await jan.taps("👁 Toon") == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]


async def test_nobody_opens_a_message_that_is_none_of_theirs(cast: Cast, karel: Actor, jan: Actor) -> None:
    await cast.case_of(jan, SECRET, category="housing")
    card = karel.message("Gevoelig")
    expired = "Deze knop werkt niet meer. Kies opnieuw in het menu."
    for verb in ("unfold", "fold"):
        assert (await karel.crafts(f"1:{verb}", card["message_id"]))[-1] == expired
        assert (await jan.crafts(f"1:{verb}", jan.message("Ontvangen")["message_id"]))[-1] == expired


async def test_nobody_else_opens_an_answer(cast: Cast, karel: Actor, jan: Actor, case: Case) -> None:
    await karel.taps("💬 Antwoorden")
    await karel.says("Bel de woonwinkel.")
    await karel.taps("✅ Verstuur")
    data = jan.message("✉️")["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    elena = await cast.elena()
    elena.reads()
    assert await elena.crafts(data) == ["Не намираме това съобщение."]
    assert case.sensitive


@pytest.mark.sqlite
async def test_a_case_that_turns_out_sensitive_is_taken_back_and_sealed(
    line: Line, cast: Cast, karel: Actor, jan: Actor
) -> None:
    lies, bram = await cast.lies(), await cast.bram()
    case = await cast.case_of(jan, SECRET, "b" * 2_000, category="building")
    await jan.says("Nog iets van de huisbaas", reply_to=jan.message("✅ Ontvangen")["message_id"])
    await bram.says(f"/dossier {case.number}")
    assert [text for text in standing(bram) if SECRET in text]
    await karel.crafts(f"1:desk-category:{case.id}:housing")
    await line.quiet()
    for actor in (karel, lies, bram):
        assert not [text for text in standing(actor) if "uisbaas" in text or "bbb" in text], actor
    assert bram.message(case.number)["text"] == f"Dossier {case.number} hoort niet meer bij jou."
    database = file_of(line.running.database)
    await line.stop()
    assert SECRET.encode() not in database.read_bytes()


async def test_a_promise_that_few_read_it_is_not_undone_by_another_category(
    cast: Cast, karel: Actor, case: Case
) -> None:
    await karel.crafts(f"1:desk-category:{case.id}:waste")
    now = await cast.state_of(case)
    assert (now.category, now.sensitive) == ("waste", True)


async def test_a_place_alone_is_shown_on_a_press_and_goes_again(line: Line, karel: Actor, jan: Actor) -> None:
    new = NewCase(
        kind=CaseKind.SIGNAL,
        parts=(),
        category=CategoryId("housing"),
        wijk=WijkId("waterschei-noord"),
        spot=SPOT,
    )

    async def opened(turn: Turn) -> None:
        await People(turn).meet(ChatId(jan.phone.chat.id))
        await Cases(turn).open(new)

    await line.turn(opened)
    await line.quiet()
    karel.reads()
    assert await karel.taps("👁 Toon") == ["<location>"]
    await come_due(line, HIDE)
    assert not [wire for wire in karel.phone.chat.messages if "location" in wire]


async def test_where_nothing_was_written_a_look_says_so(cast: Cast, karel: Actor) -> None:
    case = await cast.case_of(await cast.jan(), category="housing")
    karel.reads()
    assert await karel.taps("👁 Toon") == [f"Bij {case.number} is niets om te tonen."]


async def test_the_original_is_offered_only_where_there_is_a_text(cast: Cast, karel: Actor) -> None:
    voice = (Media(MediaKind.VOICE, "voice-of-nobody"),)
    case = await cast.case_of(await cast.elena(), media=voice)
    await karel.taps("⋯ Meer")
    assert "🔤 Toon origineel" not in karel.buttons_of(f"Melding {case.number}")
    assert f"Bij {case.number} is niets om te tonen." in await karel.crafts(f"1:desk-original:{case.id}")
