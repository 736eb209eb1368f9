"""The card: who gets it, what it says, who has the case."""

from bot.domain.cases import Media, MediaKind
from playground.pictures import sample_photo
from tests.cast import Cast
from tests.line import Line

BULGARIAN = "Боклукът стои от една седмица"


async def test_a_case_reaches_the_people_of_its_wijk_and_nobody_else(cast: Cast) -> None:
    karel, lies, piet = await cast.karel(), await cast.lies(), await cast.piet()
    greet, bram, elena = await cast.greet(), await cast.bram(), await cast.elena()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    assert all(case.number in "".join(actor.reads()) for actor in (karel, lies))
    assert not [text for actor in (piet, greet, bram, elena) for text in actor.reads() if case.number in text]


async def test_the_card_says_what_where_when_and_marks_the_language_of_the_words(cast: Cast) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.elena(), BULGARIAN)
    (card,) = karel.reads()
    assert card.startswith(f"Melding {case.number} · 🗑 Afval\n📍 Waterschei-Noord\n👤 Bewoner {case.alias}")
    assert "⏰ Antwoord ten laatste " in card
    assert card.endswith(f"⏳ Nog niet genomen\n\nIn het Bulgaars, vertaling volgt:\n{BULGARIAN}")
    assert karel.buttons_of(case.number) == ["✋ Ik neem dit", "💬 Antwoorden", "⋯ Meer"]


async def test_dutch_words_stand_on_the_card_without_a_mark(cast: Cast) -> None:
    karel = await cast.karel()
    await cast.case_of(await cast.jan(), "Er ligt afval")
    (card,) = karel.reads()
    assert card.endswith("⏳ Nog niet genomen\n\nEr ligt afval")


async def test_what_people_write_cannot_dress_itself_up_as_the_card(cast: Cast) -> None:
    karel = await cast.karel()
    await cast.case_of(await cast.jan(), "</blockquote><b>Melding 1</b> & <a href='x'>y</a>")
    assert "</blockquote><b>Melding 1</b> & <a href='x'>y</a>" in karel.reads()[0]


async def test_pictures_and_a_long_text_follow_as_replies_to_the_card(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    photo = Media(MediaKind.PHOTO, cast.line.telegram.files.photo(sample_photo())[-1]["file_id"])
    story = "woord " * 500
    case = await cast.case_of(jan, story, media=(photo, photo))
    card, *follow = karel.phone.chat.from_bot(karel.phone.chat.kept[1].made)[-4:]
    assert card["text"].endswith("…\n⤵️ De hele tekst staat hieronder.\n📎 2 foto's")
    assert [message["reply_to_message"]["message_id"] for message in follow] == [card["message_id"]] * 3
    assert follow[0]["text"] == f"📄 De hele tekst bij {case.number}:\n{story.strip()}"
    assert all("photo" in message for message in follow[1:])


async def test_who_presses_first_has_it_and_the_others_read_so(cast: Cast) -> None:
    karel, lies, elena = await cast.karel(), await cast.lies(), await cast.elena()
    case = await cast.case_of(elena, BULGARIAN)
    elena.reads()
    (card,) = await karel.taps("✋ Ik neem dit")
    assert "✋ Jij hebt dit" in card
    (card,) = lies.reads()[-1:]
    assert "✋ Een collega (wijkmanager) heeft dit" in card
    assert lies.buttons_of(case.number) == ["💬 Antwoorden", "⋯ Meer"]
    (told,) = elena.reads()
    assert told.startswith(
        f"🙋 № {case.number}. С това се заема: wijkmanager (Waterschei-Noord). Отговор най-късно: "
    )


async def test_who_presses_second_is_told_and_a_double_press_says_nothing_twice(cast: Cast) -> None:
    karel, lies, elena = await cast.karel(), await cast.lies(), await cast.elena()
    case = await cast.case_of(elena, BULGARIAN)
    await karel.taps("✋ Ik neem dit")
    for actor in (karel, lies, elena):
        actor.reads()
    assert await lies.crafts(f"1:desk-take:{case.id}") == ["Een collega (wijkmanager) heeft dit al genomen."]
    assert await karel.crafts(f"1:desk-take:{case.id}") == []
    assert elena.reads() == []
    assert (await cast.state_of(case)).owner == (await karel.member()).id


async def test_a_message_to_the_resident_answers_the_receipt(cast: Cast) -> None:
    karel, elena = await cast.karel(), await cast.elena()
    case = await cast.case_of(elena, BULGARIAN)
    await karel.taps("✋ Ik neem dit")
    receipt = elena.message("✅ Получено")
    taken = elena.message("С това се заема")
    assert taken["reply_to_message"]["message_id"] == receipt["message_id"]
    assert case.number in receipt["text"]


async def test_what_the_resident_adds_comes_as_a_reply_to_the_owner_alone(cast: Cast) -> None:
    karel, lies, elena = await cast.karel(), await cast.lies(), await cast.elena()
    case = await cast.case_of(elena, BULGARIAN)
    await karel.taps("✋ Ik neem dit")
    lies.reads()
    receipt = elena.message("✅ Получено")["message_id"]
    await elena.says("Вече има и плъхове", reply_to=receipt)
    assert karel.message("➕")["text"].startswith(f"➕ Bewoner {case.alias} voegt toe bij {case.number}:")
    assert karel.message("➕")["reply_to_message"]["message_id"] == karel.message("Melding")["message_id"]
    assert not [text for text in lies.reads() if text.startswith("➕")]


async def test_the_translation_takes_the_place_of_the_original_on_the_card(cast: Cast) -> None:
    karel, selin, elena = await cast.karel(), await cast.selin(), await cast.elena()
    case = await cast.case_of(elena, BULGARIAN)
    karel.reads()
    request = selin.message("Vertaling gevraagd")["message_id"]
    await selin.says("Het afval ligt er al een week", reply_to=request)
    card, follows = karel.reads()
    assert card.endswith("Vertaald uit het Bulgaars:\nHet afval ligt er al een week")
    assert follows.startswith(f"🔤 Vertaling bij {case.number}:")
    await karel.taps("⋯ Meer")
    assert (await karel.taps("🔤 Toon origineel"))[-1].endswith(f"In het Bulgaars:\n{BULGARIAN}")


async def test_finding_ones_way_edits_the_card_and_sends_nothing(cast: Cast) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    before = len(karel.phone.heard())
    for press in (
        "⋯ Meer",
        "⚡ Snelantwoord",
        "◀️ Terug",
        "🏘 Andere wijk",
        "➡️ Volgende",
        "⬅️ Vorige",
        "◀️ Terug",
    ):
        await karel.taps(press)
    await karel.taps("🏷 Andere categorie")
    await karel.taps("◀️ Terug")
    await karel.taps("✅ Afsluiten")
    assert karel.buttons_of(case.number)[:4] == [
        "👍 Opgelost",
        "🌗 Deels opgelost",
        "🚫 Niet op te lossen",
        "📮 Niet voor ons",
    ]
    await karel.taps("◀️ Terug")
    await karel.taps("◀️ Terug")
    assert karel.buttons_of(case.number) == ["✋ Ik neem dit", "💬 Antwoorden", "⋯ Meer"]
    assert len(karel.phone.heard()) == before


async def test_an_older_card_that_is_pressed_tells_the_truth_too(cast: Cast) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    old = karel.message(case.number)["message_id"]
    await karel.says(f"/dossier {case.number}")
    await karel.crafts(f"1:desk-take:{case.id}", old)
    cards = [text for text in karel.phone.heard() if text.startswith("Melding")]
    assert len(cards) == 2
    assert all("✋ Jij hebt dit" in card for card in cards)


async def test_of_two_cards_the_older_one_points_to_the_newer_and_holds_no_words(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    karel.reads()
    pointer, *card = await karel.says(f"/dossier {case.number}")
    assert pointer == f"⬇️ Dossier {case.number}: de kaart staat verder in dit gesprek."
    assert "Er ligt afval" in card[0]
    await karel.taps_of("de kaart staat verder", "📁 Toon dossier")
    karel.phone.deletes(karel.message(f"Melding {case.number}")["message_id"])
    heard = await karel.says(f"/dossier {case.number}")
    assert not [text for text in heard if "verder in dit gesprek" in text], (
        "where it was deleted nothing points"
    )
    await jan.crafts(f"1:erase-case-yes:{case.id}:{case.number}")
    await karel.hears()
    assert not [text for text in karel.phone.heard() if "afval" in text]


async def test_a_card_that_was_deleted_comes_anew_when_something_changes(cast: Cast) -> None:
    karel, elena = await cast.karel(), await cast.elena()
    case = await cast.case_of(elena, BULGARIAN)
    karel.phone.deletes(karel.message(case.number)["message_id"])
    receipt = elena.message("✅ Получено")["message_id"]
    await elena.says("Още боклук", reply_to=receipt)
    assert [text for text in karel.phone.heard() if text.startswith(f"Melding {case.number}")]


async def test_a_category_that_the_city_left_out_since_leaves_its_cases_on_the_desk(
    line: Line, cast: Cast
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await line.turn(lambda turn: turn.tx.run("UPDATE cases SET category = 'left-out'"))
    assert case.number in (await karel.says("/werk"))[-1]
    assert f"Melding {case.number} · " in "".join(await karel.says(f"/dossier {case.number}"))
    for press in ("⋯ Meer", "➡️ Doorgeven"):
        await karel.taps(press)
    assert "Dienst Reiniging" in karel.buttons_of(f"Melding {case.number} · ")
    assert case.number in "".join(await jan.says("/meldingen"))
