"""Who erased everything does not come back with a backup; the journal that sees to it says nothing of whom."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.keeping import KeepingRefused, back_up
from bot.commands.restoring import Wanted, restore
from bot.domain.people import ChatId
from bot.files import CannotStart, alone, journal_trouble
from bot.opening import now
from bot.settings import Settings
from storage.alarms import list_alarms
from storage.database import Row, Transaction
from storage.erased import JournalFailed, find_erased, note_erased, read_journals
from storage.people import insert_person
from tests.cast import Cast
from tests.databases import address_in, on_postgresql
from tests.kept import Place, place_in, settings_for
from tests.line import Line, hurry

CHAT = ChatId(990)
BEFORE = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = "Hermelijnstraat"


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    return await place_in(tmp_path)


async def test_who_erased_everything_after_the_backup_does_not_come_back(
    line: Line, cast: Cast, tmp_path: Path
) -> None:
    elena, _, karel = await cast.elena(), await cast.jan(), await cast.karel()
    case = await cast.case_of(elena, WORDS)
    settings = Settings.read(line.environ)
    await back_up(settings, tmp_path / "backup")
    await elena.says("/gegevens")
    await elena.taps("🧹 Изтрий данните ми")
    await elena.taps("🧹 Да, изтрий всичко")
    assert await elena.says("Здравейте") != []  # somebody new now
    await line.stop()
    new = replace(settings_for(address_in(tmp_path, "new.db"), settings), erased=settings.journal)
    told = await restore(new, Wanted(tmp_path / "backup"))
    assert f"Erased again: 1. {tmp_path}/backup still holds them" in "\n".join(told)
    if not on_postgresql():
        assert all(WORDS.encode() not in file.read_bytes() for file in tmp_path.glob("new.db*"))
    karel.reads()
    line.environ["WIJKLIJN_DATABASE_URL"] = new.database_url.reveal()
    line.prepared = hurry
    await line.start()
    await line.quiet()
    assert (await cast.state_of(case)).alias == ""
    people = await line.read(lambda tx: tx.all("SELECT chat_id FROM people ORDER BY chat_id"))
    assert [row["chat_id"] for row in people] == [5_500_000_703, 5_500_000_802]
    assert karel.reads() == []


async def test_one_report_that_was_erased_after_the_backup_does_not_come_back(
    line: Line, cast: Cast, tmp_path: Path
) -> None:
    elena = await cast.elena()
    case, other = await cast.case_of(elena, WORDS), await cast.case_of(elena, "Iets anders")
    settings = Settings.read(line.environ)
    await back_up(settings, tmp_path / "backup")
    await elena.crafts(f"1:erase-case-yes:{case.id}:{case.number}")
    await line.stop()
    new = replace(settings_for(address_in(tmp_path, "new.db"), settings), erased=settings.journal)
    told = await restore(new, Wanted(tmp_path / "backup"))
    assert "Erased again: 1." in "\n".join(told)
    if not on_postgresql():
        assert all(WORDS.encode() not in file.read_bytes() for file in tmp_path.glob("new.db*"))
    line.environ["WIJKLIJN_DATABASE_URL"] = new.database_url.reveal()
    line.prepared = hurry
    await line.start()
    await line.quiet()
    assert (await cast.state_of(case)).alias == ""
    assert (await cast.state_of(other)).alias != ""


async def test_who_came_back_after_an_erasure_is_not_erased_again(place: Place) -> None:
    async def erased_and_back(tx: Transaction) -> None:
        person = await insert_person(tx, CHAT, now())
        await note_erased(tx, person.id, place.settings.journal, now=now())
        await tx.run("DELETE FROM people")
        await insert_person(tx, CHAT, now())

    await place.keeps(erased_and_back)
    await back_up(place.settings, place.backup)
    new = place.elsewhere()
    assert any(line.startswith("Erased again: 0.") for line in await new.restored())


async def test_an_erasure_that_failed_halfway_is_known_by_the_same_mark_when_it_is_tried_again(
    place: Place,
) -> None:
    person = await place.keeps(lambda tx: insert_person(tx, CHAT, now()))

    async def fails(tx: Transaction) -> None:
        await note_erased(tx, person.id, place.settings.journal, now=now())
        raise LookupError

    with pytest.raises(LookupError):
        await place.keeps(fails)
    await place.keeps(lambda tx: note_erased(tx, person.id, place.settings.journal, now=now()))
    journal = read_journals([place.settings.journal])
    assert len(journal.marks) == 1
    assert [one.id for one in await place.keeps(lambda tx: find_erased(tx, journal))] == [person.id]


async def test_the_journal_says_nothing_of_whom(place: Place) -> None:
    person = await place.keeps(lambda tx: insert_person(tx, ChatId(987654321), now()))
    await place.keeps(lambda tx: note_erased(tx, person.id, place.settings.journal, now=now()))
    text = place.settings.journal.read_text()
    assert re.fullmatch(r"# .*\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ person   [0-9a-f]{64} [0-9a-f]{8}\n", text)
    assert "987654321" not in text
    assert place.settings.journal.stat().st_mode & 0o777 == 0o600


async def with_one_erased(place: Place, chat: int) -> None:
    person = await place.keeps(lambda tx: insert_person(tx, ChatId(chat), now()))
    await place.keeps(lambda tx: note_erased(tx, person.id, place.settings.journal, now=now()))


async def test_without_its_journal_nothing_is_restored_unless_that_is_asked_for(place: Place) -> None:
    await back_up(place.settings, place.backup)
    new = place.elsewhere(erased=place.folder / "missing")
    with pytest.raises(KeepingRefused, match="the journal of erasures, is missing"):
        await new.restored()
    lines = await new.restored(without_erasures=True)
    assert lines[-1].startswith("WARNING no journal of erasures was read")


async def test_a_journal_that_lacks_what_the_backup_knows_is_not_the_whole_journal(place: Place) -> None:
    await with_one_erased(place, 1)
    await back_up(place.settings, place.backup)
    other = place.folder / "other"
    other.write_bytes(b"")
    new = place.elsewhere(erased=other)
    with pytest.raises(KeepingRefused, match="lacks 1 that the backup knows of"):
        await new.restored()
    lines = await new.restored(erased=[place.settings.journal])
    assert lines[-1].startswith("Erased again: 1.")
    assert len(read_journals([other]).marks) == 1


async def test_a_line_that_a_machine_left_half_written_is_told_and_the_next_is_whole(place: Place) -> None:
    await with_one_erased(place, 1)
    whole = place.settings.journal.read_bytes()
    place.settings.journal.write_bytes(whole[:-30])
    await with_one_erased(place, 2)
    journal = read_journals([place.settings.journal])
    assert (len(journal.marks), journal.torn) == (1, 1)


async def test_a_damaged_journal_is_refused(place: Place) -> None:
    await with_one_erased(place, 1)
    await back_up(place.settings, place.backup)
    text = place.settings.journal.read_text()
    place.settings.journal.write_text(text.replace("Z person", "Y person"))
    with pytest.raises(KeepingRefused, match="line 2 of the journal of erasures is damaged"):
        await place.elsewhere().restored()


async def test_an_erasure_that_the_journal_cannot_take_is_not_done(place: Place) -> None:
    blocked = place.folder / "a-folder"
    blocked.mkdir()
    person = await place.keeps(lambda tx: insert_person(tx, CHAT, now()))
    with pytest.raises(Exception, match="the journal of erasures took nothing"):
        await place.keeps(lambda tx: note_erased(tx, person.id, blocked, now=now()))


async def test_an_erasure_that_cannot_be_noted_waits_and_is_an_alarm(line: Line, cast: Cast) -> None:
    elena = await cast.elena()
    await elena.says("/gegevens")
    await elena.taps("🧹 Изтрий данните ми")
    journal = Settings.read(line.environ).journal
    journal.unlink()
    journal.mkdir()
    elena.phone.taps_label("🧹 Да, изтрий всичко")
    async with asyncio.timeout(8):
        while not (alarms := await line.read(lambda tx: list_alarms(tx, BEFORE))):
            await asyncio.sleep(0.02)
    assert [alarm.name for alarm in alarms] == ["journal-unwritable"]
    assert await line.read(list_people) != []
    journal.rmdir()
    assert await elena.hears() != []
    assert await line.read(list_people) == []
    assert len(read_journals([journal]).marks) == 1


async def list_people(tx: Transaction) -> Sequence[Row]:
    return await tx.all("SELECT id FROM people")


async def test_a_journal_is_made_in_no_folder_that_is_missing(place: Place) -> None:
    away = place.folder / "not-mounted" / "journal"
    settings = replace(place.settings, erased=away)
    assert (
        journal_trouble(settings) == f"{away}: there is no folder {away.parent}; make it, or mount its disk"
    )
    with pytest.raises(CannotStart, match="there is no folder"):
        alone(settings)
    person = await place.keeps(lambda tx: insert_person(tx, CHAT, now()))
    with pytest.raises(JournalFailed):
        await place.keeps(lambda tx: note_erased(tx, person.id, away, now=now()))
    with pytest.raises(CannotStart, match="there is no folder"):
        await back_up(settings, place.backup)
    assert not away.parent.exists()


async def test_a_start_that_could_note_nobody_is_refused(place: Place) -> None:
    place.settings.journal.mkdir()
    assert journal_trouble(place.settings) == f"{place.settings.journal}: Is a directory"
    with pytest.raises(CannotStart, match="Is a directory"):
        alone(place.settings)
