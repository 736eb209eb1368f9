"""An answer that has left is put right for a quarter of an hour: seen before, changed in place, marked, translated anew."""

from datetime import timedelta

import pytest

from bot.domain.cases import Case, CaseMessage
from bot.services.answers import CORRECT
from bot.services.corrections import OVER
from bot.services.turn import Turn
from storage.messages import TranslationState, ask_translation, find_translation, list_messages
from tests.cast import Actor, Cast
from tests.handlers.test_desk_answer import come_due
from tests.handlers.test_odd import EXPIRED
from tests.line import Line

WRONG = "We komen dinsdag om 10 uur kijken."
RIGHT = "We komen donderdag om 10 uur kijken."
NOT_YOURS = "Dit hoort niet bij jouw wijken."
TOO_LATE = "Verbeteren kan tot 15 minuten na het versturen. Stuur een nieuw antwoord."


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def elena(cast: Cast) -> Actor:
    return await cast.elena()


async def answered(cast: Cast, karel: Actor, elena: Actor) -> Case:
    """Karel has sent Elena the wrong day."""
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    await karel.says(WRONG, reply_to=karel.message(case.number)["message_id"])
    await karel.taps("✅ Verstuur")
    elena.reads()
    return case


async def put_right(karel: Actor, text: str = RIGHT) -> list[str]:
    await karel.taps("✏️ Verbeter")
    await karel.says(text)
    return await karel.taps("✅ Verstuur")


async def test_the_residents_message_is_changed_in_its_place_marked_and_translated_anew(
    cast: Cast, karel: Actor, elena: Actor
) -> None:
    selin = await cast.selin()
    case = await answered(cast, karel, elena)
    await selin.says("Ще дойдем във вторник в 10 часа.", reply_to=selin.message(WRONG)["message_id"])
    assert any("вторник" in text for text in elena.reads())
    (asked,) = await karel.taps("✏️ Verbeter")
    assert asked.splitlines()[0].startswith(f"✏️ Schrijf je antwoord op dossier {case.number} opnieuw")
    assert asked.splitlines()[1] == WRONG
    (preview,) = await karel.says(RIGHT)
    assert preview.splitlines()[1:] == [RIGHT]
    assert elena.reads() == [], "nothing changes unseen"
    (sent,) = await karel.taps("✅ Verstuur")
    assert sent.splitlines()[1] == RIGHT
    changed, translated = elena.reads()
    assert "✏️ Поправено в " in changed
    assert RIGHT in changed
    assert WRONG not in changed
    assert translated == f"✏️ № {case.number}: отговорът е поправен. Новият превод ще дойде."
    assert any(RIGHT in text for text in selin.reads()), "who had translated it is asked anew"
    await selin.says("Ще дойдем в четвъртък в 10 часа.", reply_to=selin.message(RIGHT)["message_id"])
    (translated,) = elena.reads()
    assert "четвъртък" in translated
    assert "✏️ Поправено в " in translated
    assert not any("вторник" in text or WRONG in text for text in elena.phone.heard())
    assert "antwoord verbeterd" in "\n".join(await karel.says(f"/dossier {case.number}"))


async def test_who_has_not_translated_it_yet_reads_the_right_words_in_the_same_request(
    cast: Cast, karel: Actor, elena: Actor
) -> None:
    selin = await cast.selin()
    await answered(cast, karel, elena)
    asked = selin.message(WRONG)["message_id"]
    selin.reads()
    await put_right(karel)
    (request,) = selin.reads()
    assert RIGHT in request
    assert selin.message(RIGHT)["message_id"] == asked


async def test_only_who_sent_it_puts_it_right_and_only_for_a_quarter_of_an_hour(
    cast: Cast, line: Line, karel: Actor, elena: Actor
) -> None:
    case = await answered(cast, karel, elena)
    button = f"1:desk-correct:{(await _answer(line, case)).id}"
    for other, refused in (
        (await cast.lies(), NOT_YOURS),
        (await cast.piet(), NOT_YOURS),
        (elena, EXPIRED["bg"]),
    ):
        assert await other.crafts(button) == [refused]
    resident = (await line.read(lambda tx: list_messages(tx, case.id)))[0]
    assert await karel.crafts(f"1:desk-correct:{resident.id}") == [NOT_YOURS]
    await karel.taps("✏️ Verbeter")
    await karel.says(RIGHT)
    await _age(line, timedelta(minutes=16))
    assert await karel.taps("✅ Verstuur") == [TOO_LATE]
    await come_due(line, OVER)
    assert karel.reads() == [
        f"⚠️ Je verbetering bij dossier {case.number} is niet verstuurd: de 15 minuten zijn voorbij. Schrijf een nieuw antwoord."
    ]
    assert await karel.crafts(button) == [TOO_LATE]
    assert (await _answer(line, case)).words.text == WRONG
    assert not any(RIGHT in text for text in elena.phone.heard())


async def test_stop_and_another_case_leave_what_was_sent_as_it_is(
    cast: Cast, line: Line, karel: Actor, elena: Actor
) -> None:
    case = await answered(cast, karel, elena)
    other = await cast.case_of(await cast.jan(), "Een lamp is stuk", category="street")
    await karel.taps("✏️ Verbeter")
    (refused,) = await karel.says(RIGHT, reply_to=karel.message(f"Melding {other.number}")["message_id"])
    assert refused.startswith("Je antwoordt op een melding, maar je bent nog met iets anders bezig.")
    await karel.says(RIGHT)
    data = f"1:desk-answer:{other.id}"
    assert (await karel.crafts(data))[0].startswith("Wat je daarnet schreef, is nog niet verstuurd.")
    assert await karel.taps("✖️ Stop") == [
        f"✖️ Gestopt. Je antwoord op dossier {case.number} blijft zoals het was."
    ]
    assert (await _answer(line, case)).words.text == WRONG
    assert elena.reads() == []
    await line.restart()
    await put_right(karel)
    assert (await _answer(line, case)).words.text == RIGHT


async def test_of_a_sensitive_case_the_mark_stands_outside_and_the_words_inside(
    cast: Cast, line: Line, karel: Actor
) -> None:
    jan = await cast.jan()
    case = await cast.case_of(jan, "Schimmel in de slaapkamer", category="housing")
    await karel.crafts(f"1:desk-answer:{case.id}")
    await karel.says(WRONG)
    await karel.taps("✅ Verstuur")
    await jan.taps("👁 Toon")
    jan.reads()
    await put_right(karel)
    assert not any(RIGHT in text for text in karel.reads())
    closed, shown = jan.reads()
    assert closed.splitlines()[1].startswith("✏️ Verbeterd om ")
    assert RIGHT not in closed
    assert RIGHT in shown
    rows = await line.read(lambda tx: tx.all("SELECT text FROM case_messages"))
    assert {row["text"] for row in rows} == {""}, "sealed, before and after"


async def test_what_the_machine_made_of_the_wrong_words_is_dropped(
    cast: Cast, line: Line, karel: Actor, elena: Actor
) -> None:
    case = await answered(cast, karel, elena)
    message = await _answer(line, case)

    async def machine(turn: Turn) -> None:
        await turn.tx.run("DELETE FROM translations")
        await ask_translation(turn.tx, message.id, "bg", TranslationState.MACHINE, turn.now)

    await line.turn(machine)
    await put_right(karel)
    detail = {"about": message.id, "language": "bg", "text": "вторник", "engine": "libre"}
    await line.turn(lambda turn: turn.later("late", "translated", turn.now, detail=detail))
    await line.running.clock.look()
    await line.quiet()
    kept = await line.read(lambda tx: find_translation(tx, message.id, "bg"))
    assert "вторник" not in kept.text
    assert not any("вторник" in text for text in elena.phone.heard())
    assert (await line.read(lambda tx: tx.one("SELECT COUNT(*) AS n FROM steps WHERE kind = :k", k=CORRECT)))[
        "n"
    ] == 0


async def _answer(line: Line, case: Case) -> CaseMessage:
    messages: list[CaseMessage] = await line.read(lambda tx: list_messages(tx, case.id))
    return messages[-1]


async def _age(line: Line, by: timedelta) -> None:
    """Let the answer have left so much earlier."""
    micros = int(by.total_seconds() * 1_000_000)
    sql = "UPDATE case_messages SET created_at = created_at - :micros"
    await line.turn(lambda turn: turn.tx.run(sql, micros=micros))


async def test_changing_ones_own_message_in_telegram_puts_the_answer_right_after_one_more_look(
    cast: Cast, line: Line, karel: Actor, elena: Actor
) -> None:
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    written = karel.phone.says(WRONG, karel.message(case.number)["message_id"])
    await karel.hears()
    await karel.taps("✅ Verstuur")
    elena.reads()
    karel.phone.edits(written, RIGHT)
    (preview,) = await karel.hears()
    assert preview.splitlines()[1] == RIGHT
    assert elena.reads() == []
    await karel.taps("✅ Verstuur")
    assert RIGHT in elena.reads()[0]
    await _age(line, timedelta(minutes=16))
    karel.phone.edits(written, WRONG)
    assert await karel.hears() == ["✏️ Deze verandering zien we niet. Stuur het als een nieuw bericht."]


def _pictures(actor: Actor) -> list[str]:
    """What stands in this chat besides texts: the file of each photo, in order."""
    return [
        wire["photo"][-1]["file_id"]
        for wire in actor.phone.chat.messages
        if "photo" in wire and not wire["outgoing"]
    ]


async def test_a_wrong_picture_is_replaced_or_taken_away_and_the_answer_is_marked(
    cast: Cast, line: Line, karel: Actor, elena: Actor
) -> None:
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    await karel.sends_photo(WRONG, reply_to=karel.message(case.number)["message_id"])
    await karel.taps("✅ Verstuur")
    elena.reads()
    (wrong,) = _pictures(elena)
    (asked,) = await karel.taps("✏️ Verbeter")
    assert asked.splitlines()[1:] == [WRONG, "📎 1 foto"]
    (preview,) = await karel.sends_photo()
    assert preview.splitlines()[1:] == [WRONG, "📎 1 foto"]
    assert _pictures(elena) == [wrong], "nothing changes unseen"
    await karel.taps("✅ Verstuur")
    (right,) = _pictures(elena)
    assert right != wrong
    changed, picture = elena.reads()
    assert "✏️ Поправено в " in changed
    assert picture.startswith("✏️ Поправено в "), "what comes anew is marked as well"
    kept = await line.read(lambda tx: tx.one("SELECT media FROM case_messages WHERE author = 'staff'"))
    assert wrong not in kept["media"]
    await karel.taps("✏️ Verbeter")
    await line.restart()
    (preview,) = await karel.taps("🗑 Alleen de tekst")
    assert preview.splitlines()[1:] == [WRONG]
    await karel.taps("✅ Verstuur")
    assert _pictures(elena) == []


async def test_of_a_picture_alone_something_must_stay_to_read(karel: Actor, elena: Actor, cast: Cast) -> None:
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    await karel.sends_photo(reply_to=karel.message(case.number)["message_id"])
    await karel.taps("✅ Verstuur")
    assert len(_pictures(elena)) == 1
    await karel.taps("✏️ Verbeter")
    (asked,) = await karel.taps("🗑 Alleen de tekst")
    assert asked.startswith(f"✏️ Er blijft niets over van je antwoord op dossier {case.number}.")
    assert karel.buttons_of("blijft niets") == ["✖️ Stop"]
    (preview,) = await karel.says(RIGHT)
    assert preview.splitlines()[1:] == [RIGHT]
    await karel.taps("✅ Verstuur")
    assert _pictures(elena) == []
    assert RIGHT in "\n".join(elena.phone.heard())


async def test_why_a_case_was_closed_is_put_right_until_the_resident_has_said_whether_it_is_solved(
    cast: Cast, karel: Actor, elena: Actor
) -> None:
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    karel.reads()
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost"):
        await karel.taps(press)
    await karel.says("Opgehaald op dinsdag.")
    await karel.taps("✅ Sluit af")
    elena.reads()
    assert "✏️ Verbeter" in karel.buttons_of("is afgesloten (")
    (asked,) = await karel.taps("✏️ Verbeter")
    assert asked.startswith(f"✏️ Schrijf opnieuw waarom dossier {case.number} is afgesloten, helemaal.")
    assert await karel.sends_photo() == ["Hier kan alleen tekst. Stuur het zonder foto, video of geluid."]
    await karel.says("Opgehaald op donderdag.")
    await karel.taps("✅ Verstuur")
    (changed,) = elena.reads()
    assert changed.startswith("🏁")
    assert "✏️ Поправено в " in changed
    assert "donderdag" in changed
    assert "dinsdag" not in changed
    await karel.taps("✏️ Verbeter")
    await karel.says("Opgehaald op vrijdag.")
    await elena.taps(elena.buttons_of("🏁")[0])
    thanks = elena.phone.heard()[-1]
    karel.reads()
    assert await karel.taps("✅ Verstuur") == ["Dat kan nu niet meer met deze melding."]
    assert elena.phone.heard()[-1] == thanks
    assert not [text for text in elena.phone.heard() if "vrijdag" in text]


async def test_a_quick_answer_is_put_right_by_another_in_the_residents_language(
    cast: Cast, line: Line, karel: Actor, elena: Actor
) -> None:
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    karel.reads()
    photo, received = await _quick(line, "photo"), await _quick(line, "received")
    await karel.crafts(f"1:desk-quick:{case.id}:{photo[0]}:-")
    await karel.taps("✅ Verstuur")
    assert photo[1] in "\n".join(elena.reads())
    await karel.taps("✏️ Verbeter")
    (preview,) = await karel.crafts(f"1:desk-quick:{case.id}:{received[0]}:-")
    assert "in de plaats van je eerste antwoord" in preview
    assert "Mensen hebben het vertaald." in preview
    await karel.taps("✅ Verstuur")
    (changed,) = elena.reads()
    assert received[1] in changed
    assert "✏️ Поправено в " in changed
    await karel.taps("✏️ Verbeter")
    await karel.says(RIGHT)
    await karel.taps("✅ Verstuur")
    changed = elena.reads()[0]
    assert RIGHT in changed
    assert received[1] not in changed


async def _quick(line: Line, part: str) -> tuple[str, str]:
    """A quick answer without blanks: its id, and its words in Bulgarian."""
    answers = line.running.city.quick_answers
    found = next(one for one in answers if part in one.id and not one.text.placeholders)
    return found.id, found.text.says("bg")


async def test_of_an_answer_that_took_two_messages_nothing_wrong_stays(cast: Cast) -> None:
    karel, selin, elena = await cast.karel(), await cast.selin(), await cast.elena()
    for number in range(2):
        case = await cast.case_of(elena, f"Боклукът стои от {number} седмици")
        await karel.hears()
        await karel.says("Fout. " * 500, reply_to=karel.message(f"Melding {case.number}")["message_id"])
        await karel.taps("✅ Verstuur")
        await elena.hears()
        if not number:
            await selin.hears()
            await selin.says("Грешка. " * 510, reply_to=selin.message("Fout. ")["message_id"])
            elena.reads()
    held = [wire for wire in elena.phone.chat.messages if "Грешка" in wire.get("text", "")]
    await karel.taps("✏️ Verbeter")
    await karel.says("Juist.")
    await karel.taps("✅ Verstuur")
    await elena.hears()
    wrong = [wire for wire in elena.phone.chat.messages if "Грешка" in wire.get("text", "")]
    assert len(held) == 4  # two for each case
    assert len(wrong) == 2
    assert "Juist." in "".join(elena.phone.heard())
