"""One report erased on its own, and the file with everything: nothing else goes, and nothing of others comes."""

import json
from datetime import timedelta

import pytest

from bot.domain.cases import Case, Media, MediaKind
from bot.services.erasure import CASE_LANDED
from bot.services.turn import Turn
from playground.pictures import sample_photo
from storage.times import kept
from tests.cast import Actor, Cast
from tests.handlers.test_privacy import found, rows
from tests.line import Line

STORY = "Пред входа на блока има разбит хладилник"
OTHER = "Лампата на ъгъла не свети"
NOTE = "Hermelijnstraat gebeld over koelkast"
ANSWER = "We komen dinsdag langs met de kraanwagen"


async def erases_one(actor: Actor, number: str) -> list[str]:
    await actor.says("/gegevens")
    await actor.taps("🧹 Изтрий данните ми")
    await actor.taps("📋 Изтрий едно съобщение")
    label = next(label for label in actor.buttons_of("Кое съобщение") if label.startswith(number))
    await actor.taps(label)
    return await actor.taps("🧹 Да, изтрий това")


async def _with_two(cast: Cast, line: Line) -> tuple[Case, Case]:
    elena, karel = await cast.elena(), await cast.karel()
    photo = Media(MediaKind.PHOTO, line.telegram.files.photo(sample_photo())[-1]["file_id"])
    case = await cast.case_of(elena, STORY, media=(photo,))
    await karel.taps("✋ Ik neem dit")
    await karel.taps("⋯ Meer")
    await karel.taps("📝 Notitie")
    await karel.says(NOTE)
    return case, await cast.case_of(elena, OTHER)


async def test_one_report_goes_and_the_others_stay(cast: Cast, line: Line) -> None:
    case, other = await _with_two(cast, line)
    elena, karel = await cast.elena(), await cast.karel()
    karel.reads()
    gone, stays = await erases_one(elena, case.number)
    assert gone == f"✅ Съобщение № {case.number} е изтрито. Изтрито е и при служителите."
    assert stays.startswith("ℹ️ За броене остават")
    assert "до 28 дни" in stays
    listed = "".join(await elena.says("/meldingen"))
    assert other.number in listed
    assert case.number not in listed
    assert not any("photo" in message for message in karel.phone.chat.messages)
    assert f"🧹 Dossier {case.number}: gewist." in karel.phone.heard()
    assert not any(STORY in text for text in karel.phone.heard())
    assert any(OTHER in text for text in karel.phone.heard())
    left = await cast.state_of(case)
    assert (left.resident, left.alias, left.wijk, left.category) == (None, "", "waterschei-noord", "waste")
    assert (await cast.state_of(other)).resident is not None


@pytest.mark.sqlite
async def test_no_byte_of_it_is_left_in_any_file_of_the_database(cast: Cast, line: Line) -> None:
    case, _ = await _with_two(cast, line)
    assert found(line, STORY, NOTE, case.alias) == [STORY, NOTE, case.alias]
    await erases_one(await cast.elena(), case.number)
    assert found(line, STORY, NOTE, case.alias) == []
    assert found(line, OTHER) == [OTHER]


async def test_no_row_tells_that_it_was_theirs(cast: Cast, line: Line) -> None:
    case, _ = await _with_two(cast, line)
    elena = await cast.elena()
    await erases_one(elena, case.number)
    chat = elena.phone.chat.id
    assert (
        await rows(
            line, "SELECT * FROM outbox WHERE case_id = :id AND chat_id = :chat", id=case.id, chat=chat
        )
        == []
    )
    for table in ("case_messages", "notes"):
        assert await rows(line, f"SELECT * FROM {table} WHERE case_id = :id", id=case.id) == []  # noqa: S608 - our own names


async def test_what_was_in_flight_about_it_is_erased_when_it_has_landed(cast: Cast, line: Line) -> None:
    case, _ = await _with_two(cast, line)
    elena = await cast.elena()
    fly = "UPDATE outbox SET state = 'sending' WHERE case_id = :id AND chat_id = :chat"
    land = "UPDATE outbox SET state = 'delivered' WHERE state = 'sending'"
    chat = elena.phone.chat.id

    async def erased_in_flight(turn: Turn) -> None:
        await turn.tx.run(fly, id=case.id, chat=chat)

    await elena.says("/gegevens")
    await elena.taps("🧹 Изтрий данните ми")
    await elena.taps("📋 Изтрий едно съобщение")
    await line.turn(erased_in_flight)
    elena.phone.taps(1, f"1:erase-case-yes:{case.id}:{case.number}")
    await line.taken_in()
    await line.turn(lambda turn: turn.tx.run(land))
    await line.turn(
        lambda turn: turn.tx.run("UPDATE due SET due_at = 0 WHERE kind = :kind", kind=CASE_LANDED)
    )
    await line.running.clock.look()
    await line.quiet()
    assert (
        await rows(
            line, "SELECT * FROM outbox WHERE case_id = :id AND chat_id = :chat", id=case.id, chat=chat
        )
        == []
    )


async def test_pressed_twice_it_says_the_same_and_others_cannot_press_it(cast: Cast, line: Line) -> None:
    case, other = await _with_two(cast, line)
    elena, jan = await cast.elena(), await cast.jan()
    data = f"1:erase-case-yes:{other.id}:{other.number}"
    refused = await jan.crafts(data)
    assert "gewist" not in "".join(refused)
    assert (await cast.state_of(other)).alias != ""
    assert "erase" not in "".join(await jan.crafts(f"1:erase-case:{other.id}"))
    first = await erases_one(elena, case.number)
    again = await elena.crafts(f"1:erase-case-yes:{case.id}:{case.number}")
    assert first[0] in elena.phone.heard()
    assert again[-1] == first[-1]
    for crafted in (
        f"1:erase-case-yes:{case.id}:00000",
        "1:erase-case-yes:9999:12345",
        "1:erase-case-yes:x:y",
    ):
        assert "изтрито" not in "".join(await elena.crafts(crafted))


async def test_old_photos_that_stay_with_staff_are_owned_up_to(cast: Cast, line: Line) -> None:
    case, _ = await _with_two(cast, line)
    elena = await cast.elena()

    async def older(turn: Turn) -> None:
        before = kept(turn.now - timedelta(days=3))
        await turn.tx.run("UPDATE outbox SET created_at = :at WHERE case_id = :id", at=before, id=case.id)

    await line.turn(older)
    heard = await erases_one(elena, case.number)
    assert "Снимки и звук, по-стари от 2 дни, остават при служителите" in heard[0]


async def test_what_stays_can_be_read_before_it_is_decided(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("/gegevens")
    await jan.taps("🧹 Wis mijn gegevens")
    assert "📋 Eén melding wissen" not in jan.phone.buttons()
    (stays,) = await jan.taps("ℹ️ Wat blijft er?")
    assert "Reservekopieën verdwijnen binnen 28 dagen." in stays
    (asked,) = await jan.taps("◀️ Terug")
    assert asked.startswith("🧹 Alles wissen?")


async def test_what_stays_leads_back_to_the_report_that_was_asked_about(cast: Cast) -> None:
    jan = await cast.jan()
    case = await cast.case_of(jan, "woord " * 30)
    await jan.says("/gegevens")
    await jan.taps("🧹 Wis mijn gegevens")
    (listed,) = await jan.taps("📋 Eén melding wissen")
    assert "woord woord" in listed
    assert len(listed) < 150
    (asked,) = await jan.taps(jan.buttons_of("Welke melding")[0])
    assert asked.startswith(f"🧹 Melding {case.number}")
    await jan.taps("ℹ️ Wat blijft er?")
    assert await jan.taps("◀️ Terug") == [asked]


async def test_many_reports_are_listed_a_page_at_a_time(cast: Cast) -> None:
    jan = await cast.jan()
    cases = [await cast.case_of(jan, f"Melding {at}") for at in range(6)]
    await jan.says("/gegevens")
    await jan.taps("🧹 Wis mijn gegevens")
    await jan.taps("📋 Eén melding wissen")
    assert not any(cases[0].number in label for label in jan.buttons_of("Welke melding"))
    await jan.taps("⬇️ Oudere")
    assert any(cases[0].number in label for label in jan.buttons_of("Welke melding"))


async def test_the_file_holds_everything_that_the_message_shows_and_nobody_else(
    cast: Cast, line: Line
) -> None:
    case, _ = await _with_two(cast, line)
    elena, karel, jan = await cast.elena(), await cast.karel(), await cast.jan()
    await cast.case_of(jan, "Van Jan alleen")
    await karel.crafts(f"1:desk-answer:{case.id}")
    await elena.crafts("1:follow:waterschei-noord")
    await elena.taps("📣 Съобщи проблем")
    await elena.says("Още не е изпратено")
    await elena.says("/gegevens")
    _, caption = await elena.taps("📄 Покажи данните ми")
    assert caption.startswith("📎")
    wire = next(message for message in elena.phone.chat.messages[::-1] if "document" in message)
    assert wire["document"]["file_name"].endswith(".json")
    text = line.telegram.files.content(wire["document"]["file_id"]).decode()
    told = json.loads(text)
    assert told["you"]["chat"] == elena.phone.chat.id
    assert told["you"]["language"] == "bg"
    assert told["news"]["wijken"][0]["wijk"] == "Waterschei-Noord"
    assert [report["messages"][0]["text"] for report in told["reports"]] == [STORY, OTHER]
    assert told["half_made"]["parts"][0]["text"] == "Още не е изпратено"
    for hidden in (
        NOTE,
        "Van Jan alleen",
        "Planted",
        str(karel.phone.chat.id),
        str(jan.phone.chat.id),
        case.alias,
    ):
        assert hidden not in text


async def test_the_file_holds_where_and_about_what_a_half_made_report_is(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    await elena.taps("📣 Съобщи проблем")
    await elena.says("Боклук на улицата")
    await elena.taps("🗑 Боклук")
    await elena.says("Stalenstraat 12")
    await elena.says("/gegevens")
    await elena.taps("📄 Покажи данните ми")
    wire = next(message for message in elena.phone.chat.messages[::-1] if "document" in message)
    told = json.loads(line.telegram.files.content(wire["document"]["file_id"]))
    assert told["half_made"]["about"] == "Afval"
    assert "Stalenstraat" in told["half_made"]["place"]


async def test_the_file_is_kept_nowhere_but_in_the_chat(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    await elena.says("/gegevens")
    await elena.taps("📄 Покажи данните ми")
    (row,) = await rows(line, "SELECT vals, buttons FROM outbox WHERE name = 'my-data-file'")
    assert (row["vals"], row["buttons"]) == ("{}", None)
