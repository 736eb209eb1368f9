"""What we keep, all of it shown, all of it erased."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.cases import CaseId, CaseNumber, Media, MediaKind
from bot.domain.people import ChatId
from bot.services.erasure import LANDED
from bot.services.news import News
from bot.services.people import People
from bot.services.turn import Turn
from playground.pictures import sample_photo
from storage.times import kept
from tests.cast import Actor, Cast
from tests.line import Line

BRUSSELS = ZoneInfo("Europe/Brussels")

STORY = "Пред входа на блока има разбит хладилник"
MORE = "Хладилникът тече по стълбите"
NOTE = "Hermelijnstraat gebeld over koelkast"
PHOTO = Media(MediaKind.PHOTO, "photo-of-a-fridge")
ERASED = "✅ Всичко е изтрито. Изтрито е и при служителите."
STAYS = "ℹ️ За броене остават номерът, кварталът, темата, датата и стореното от служителите, без Вашите думи."


def found(line: Line, *words: str | bytes) -> list[str | bytes]:
    """Which of these words stand somewhere in the database's files."""
    path = Path(line.environ["WIJKLIJN_DATABASE_URL"].removeprefix("sqlite:///"))
    held = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    return [word for word in words if (word if isinstance(word, bytes) else word.encode()) in held]


def real_photo(line: Line) -> Media:
    """One that arrives."""
    return Media(MediaKind.PHOTO, line.telegram.files.photo(sample_photo())[-1]["file_id"])


async def rows(line: Line, sql: str, **values: object) -> list[dict[str, Any]]:
    read = await line.read(lambda tx: tx.all(sql, **values))
    return [dict(row) for row in read]


async def erases(actor: Actor) -> list[str]:
    await actor.says("/gegevens")
    await actor.taps("🧹 Изтрий данните ми")
    return await actor.taps("🧹 Да, изтрий всичко")


async def landed(line: Line) -> None:
    """Let two minutes pass: what was in flight has landed."""
    await line.turn(lambda turn: turn.tx.run("UPDATE due SET due_at = 0 WHERE kind = :kind", kind=LANDED))
    async with asyncio.timeout(8):
        while await rows(line, "SELECT id FROM due WHERE kind = :kind", kind=LANDED):
            await asyncio.sleep(0.05)
    await line.quiet()


async def test_the_menu_says_what_is_kept_in_three_sentences(cast: Cast) -> None:
    for actor, label, words in (
        (await cast.jan(), "⚙️ Taal, gegevens", "We bewaren het nummer van deze chat"),
        (await cast.mehmet(), "⚙️ Dil, verilerim", "Bu sohbetin numarasını"),
        (await cast.elena(), "⚙️ Език, данни", "Пазим номера на този чат"),
    ):
        (heard,) = await actor.taps(label)
        assert words in heard
        assert heard.count(".") == 3
        for command in ("/gegevens", "/privacy", "/settings"):
            assert await actor.says(command) == [heard]


async def test_the_language_can_be_changed_from_there(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("/settings")
    await jan.taps("🌍 Kies je taal")
    heard = await jan.taps("Türkçe")
    assert heard[0] == "✅ Türkçe"
    assert "⚙️ Dil, verilerim" in jan.phone.buttons()


async def _wish_for_less(turn: Turn) -> None:
    await People(turn).meet(ChatId(5_500_000_701))
    await News(turn).be_quiet(22, 7)
    await News(turn).leave_topic("activities")


async def test_somebody_reads_everything_that_is_kept(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    case = await cast.case_of(elena, STORY, MORE, media=(PHOTO,))
    await elena.crafts("1:follow:waterschei-noord")
    await elena.crafts("1:again:" + str(case.id))
    await line.turn(_wish_for_less)
    await elena.says("/gegevens")
    data, _ = await elena.taps("📄 Покажи данните ми")
    day = f"{case.created_at.astimezone(BRUSSELS):%d.%m.%Y}"
    for words in (
        "Език: Български",
        "Новини: Waterschei-Noord",
        case.number,
        STORY,
        MORE,
        "1 снимка",
        f"{day} г. · получено",
        "🔁 Случи се пак: 1 път",
        "от 22",
        "🎉 Събития",
    ):
        assert words in data


async def test_many_cases_come_a_page_at_a_time(cast: Cast) -> None:
    jan = await cast.jan()
    cases = [await cast.case_of(jan, f"Melding nummer {at}") for at in range(6)]
    await jan.says("/gegevens")
    first, _ = await jan.taps("📄 Toon mijn gegevens")
    assert cases[5].number in first
    assert cases[0].number not in first
    (second,) = await jan.taps("⬇️ Meer")
    assert cases[0].number in second
    assert "⬇️ Meer" not in jan.buttons_of(cases[0].number)


async def test_erasing_is_asked_about_once_and_says_what_it_means(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("/gegevens")
    assert "open meldingen" not in (await jan.taps("🧹 Wis mijn gegevens"))[0]
    await jan.taps("◀️ Terug")
    await cast.case_of(jan, "Er ligt afval")
    assert "Je open meldingen stoppen dan." in (await jan.taps("🧹 Wis mijn gegevens"))[0]


@pytest.mark.sqlite
async def test_after_erasing_no_byte_of_it_is_in_any_file_of_the_database(cast: Cast, line: Line) -> None:
    selin, karel, elena = await cast.selin(), await cast.karel(), await cast.elena()
    case = await cast.case_of(elena, STORY, media=(PHOTO,))
    selin.reads()
    await selin.says("Voor de ingang staat een kapotte koelkast", reply_to=_newest(selin))
    await karel.taps("✋ Ik neem dit")
    await karel.taps("⋯ Meer")
    await karel.taps("📝 Notitie")
    await karel.says(NOTE)
    await elena.says(MORE, reply_to=elena.message(case.number)["message_id"])
    planted = (STORY, MORE, NOTE, "kapotte koelkast", PHOTO.file_id, case.alias)
    assert found(line, *planted) == list(planted)
    heard = await erases(elena)
    assert heard[-2].startswith(ERASED)
    assert heard[-1].startswith(STAYS)
    assert "28 дни" in heard[-1]
    await landed(line)
    assert found(line, *planted) == []


async def test_after_erasing_only_what_counts_is_left(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    case = await cast.case_of(elena, STORY, media=(PHOTO,))
    await elena.crafts("1:follow:waterschei-noord")
    await elena.taps("📣 Съобщи проблем")
    await elena.says("Нещо друго")
    await erases(elena)
    await landed(line)
    chat = elena.phone.chat.id
    for table, column in (
        ("people", "chat_id"),
        ("outbox", "chat_id"),
        ("due", "lane"),
        ("inbox", "lane"),
        ("album_parts", "chat_id"),
        ("album_messages", "chat_id"),
        ("outbox_pieces", "chat_id"),
        ("penalties", "chat_id"),
        ("case_messages", "chat_id"),
    ):
        assert await rows(line, f"SELECT * FROM {table} WHERE {column} = :chat", chat=chat) == []  # noqa: S608 - our own names
    for table in ("steps", "follows", "case_messages", "translations", "notes"):
        assert await rows(line, f"SELECT * FROM {table}") == []  # noqa: S608 - our own names
    assert not [row for row in await rows(line, "SELECT dedupe FROM inbox") if str(chat) in row["dedupe"]]
    (left,) = await rows(line, "SELECT * FROM cases")
    assert (left["number"], left["wijk"], left["category"]) == (case.number, "waterschei-noord", "waste")
    assert (left["resident_id"], left["alias"], left["place"], left["lat"]) == (None, "", "", None)
    assert left["status"] == "withdrawn"


async def test_staff_hold_nothing_of_an_erased_case_but_that_it_was(cast: Cast, line: Line) -> None:
    selin, karel, elena = await cast.selin(), await cast.karel(), await cast.elena()
    case = await cast.case_of(elena, STORY, media=(PHOTO,))
    await erases(elena)
    for staff in (selin, karel):
        assert not any(STORY in text or case.alias in text for text in staff.phone.heard())
    assert not any("photo" in kept.wire for kept in karel.phone.chat.kept.values())
    (card,) = [text for text in karel.phone.heard() if case.number in text]
    assert "gewist" in card
    await karel.says("/werk")
    assert case.number not in karel.phone.heard()[-1]
    await line.quiet()


async def test_what_is_too_old_to_delete_is_overwritten_and_pictures_that_stay_are_owned_up_to(
    cast: Cast, line: Line
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "lang " * 400 + "einde", media=(real_photo(line),))
    await line.turn(lambda turn: _made_older(turn, case.id))
    await jan.says("/gegevens")
    await jan.taps("🧹 Wis mijn gegevens")
    heard = await jan.taps("🧹 Ja, wis alles")
    assert "Foto's en geluid ouder dan 2 dagen blijven bij medewerkers staan" in heard[-2]
    edits = [call for call in line.telegram.log if call.method == "editMessageText"]
    assert any(call.params.get("text") == "🧹 Gewist: de inhoud is er niet meer." for call in edits)
    assert not any("einde" in text for text in karel.phone.heard())


async def test_what_is_too_old_to_delete_and_was_deleted_by_hand_is_not_said_to_be_erased(
    cast: Cast, line: Line
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "lang " * 400 + "einde")
    await line.turn(lambda turn: _made_older(turn, case.id))
    for wire in karel.phone.chat.messages:
        karel.phone.deletes(wire["message_id"])
    await jan.crafts(f"1:erase-case-yes:{case.id}:{case.number}")
    assert not [text for text in await karel.hears() if "de inhoud is er niet meer" in text]


async def _made_older(turn: Turn, case: CaseId) -> None:
    before = kept(turn.now - timedelta(days=3))
    await turn.tx.run("UPDATE outbox SET created_at = :at WHERE case_id = :id", at=before, id=case)


async def test_a_second_press_gives_the_same_answer_in_the_same_language(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    await elena.says("/gegevens")
    await elena.taps("🧹 Изтрий данните ми")
    question = elena.message("Да изтрием ли всичко")
    data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    elena.phone.taps(question["message_id"], data)
    elena.phone.taps(question["message_id"], data)
    heard = await elena.hears()
    assert {text for text in heard if text} == {
        next(text for text in heard if text.startswith(start)) for start in (ERASED, STAYS)
    }
    assert await rows(line, "SELECT * FROM people") == []


async def test_who_comes_back_is_somebody_new(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    case = await cast.case_of(elena, STORY)
    await erases(elena)
    assert elena.phone.chat.keyboard is None
    (question,) = await elena.starts()
    assert "🌍 Kies je taal" in question
    await elena.taps("Türkçe")
    assert case.number not in "".join(await elena.says("/meldingen"))
    await landed(line)
    assert (await elena.says("/help"))[0].startswith("📣 Sorun bildir")
    assert await rows(line, "SELECT language FROM people") == [{"language": "tr"}]


async def test_a_message_in_flight_while_its_chat_is_erased_lands_and_leaves_nothing(
    cast: Cast, line: Line
) -> None:
    jan = await cast.jan()
    chat = ChatId(jan.phone.chat.id)

    async def with_one_in_flight(turn: Turn) -> None:
        await People(turn).meet(chat)
        await turn.say(turn.person.id if turn.person else None, "case-in-hand", number=CaseNumber("12345"))
        await turn.tx.run("UPDATE outbox SET state = 'sending' WHERE state = 'waiting'")

    await line.turn(with_one_in_flight)
    heard = len(jan.phone.heard())
    jan.phone.says("/gegevens")
    async with asyncio.timeout(8):
        while len(jan.phone.heard()) == heard:
            await asyncio.sleep(0.02)
        jan.phone.taps(1, "1:erase-yes:nl")
        while await rows(line, "SELECT id FROM people"):
            await asyncio.sleep(0.02)
    (flying,) = await rows(line, "SELECT expires_at FROM outbox WHERE state = 'sending' AND person_id > 0")
    assert flying["expires_at"] == 0
    await line.turn(lambda turn: turn.tx.run("UPDATE outbox SET state = 'delivered' WHERE state = 'sending'"))
    await landed(line)
    assert await rows(line, "SELECT * FROM outbox WHERE chat_id = :chat", chat=chat) == []


async def test_staff_are_released_before_they_can_erase(cast: Cast, line: Line) -> None:
    karel = await cast.karel()
    await karel.says("/gegevens")
    heard = await karel.taps("🧹 Wis mijn gegevens")
    assert heard[0].startswith("Jij werkt nog met Wijklijn.")
    assert await karel.crafts("1:erase-yes:nl") == heard
    assert len(await rows(line, "SELECT id FROM people")) == 1


async def test_a_crafted_language_is_refused(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    assert await jan.crafts("1:erase-yes:xx") == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    assert len(await rows(line, "SELECT id FROM people")) == 1


def _newest(actor: Actor) -> int:
    return max(number for number, kept_one in actor.phone.chat.kept.items() if not kept_one.outgoing)
