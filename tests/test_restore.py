"""A restore repeats nothing, and makes nothing by halves."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.commands.keeping import KeepingRefused, back_up, opened
from bot.commands.restoring import Wanted, restore
from bot.domain.cases import CaseId
from bot.domain.intents import Act, Intent, Urgency
from bot.domain.people import ChatId
from bot.opening import now
from bot.services.erasure import LANDED
from bot.settings import Settings
from storage.copying import count_all
from storage.database import Transaction
from storage.due import DueRow, set_due
from storage.inbox import insert_inbox
from storage.outbox import insert_outbox
from storage.people import insert_person
from storage.runlock import run_alone
from storage.schema import find_meta
from storage.steps import Step, set_step
from storage.times import kept
from tests.cast import Cast
from tests.databases import address_in
from tests.kept import Place, place_in, settings_for
from tests.line import Line, hurry

CHAT = ChatId(990)
WORDS = "Hermelijnstraat"


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    return await place_in(tmp_path)


async def states(tx: Transaction) -> dict[str, str]:
    return {row["name"]: row["state"] for row in await tx.all("SELECT name, state FROM outbox ORDER BY id")}


async def test_the_bot_goes_on_from_a_restored_backup(line: Line, cast: Cast, tmp_path: Path) -> None:
    elena, karel = await cast.elena(), await cast.karel()
    case = await cast.case_of(elena, WORDS)
    settings = Settings.read(line.environ)
    await back_up(settings, tmp_path / "backup")
    await line.stop()
    new = address_in(tmp_path, "new.db")
    lines = await restore(
        replace(settings_for(new, settings), erased=settings.journal), Wanted(tmp_path / "backup")
    )
    assert lines[1].startswith("What happened between 20")
    elena.reads(), karel.reads()
    line.environ["WIJKLIJN_DATABASE_URL"] = new
    line.prepared = hurry
    await line.start()
    await line.quiet()
    assert elena.reads() + karel.reads() == []
    assert (await cast.state_of(case)).number == case.number
    assert await elena.says("/start") != []


async def test_a_button_from_the_lost_time_does_nothing_for_its_id_is_somebody_elses_now(
    line: Line, cast: Cast, tmp_path: Path
) -> None:
    elena, karel = await cast.elena(), await cast.karel()
    await cast.case_of(elena, WORDS)
    await asyncio.sleep(1.1)  # Telegram's times are whole seconds
    settings = Settings.read(line.environ)
    await back_up(settings, tmp_path / "backup")
    lost = await cast.case_of(elena, "Zwerfvuil")
    card = karel.message("Zwerfvuil")
    await asyncio.sleep(1.1)
    await line.stop()
    new = address_in(tmp_path, "new.db")
    await restore(replace(settings_for(new, settings), erased=settings.journal), Wanted(tmp_path / "backup"))
    line.environ["WIJKLIJN_DATABASE_URL"] = new
    line.prepared = hurry
    await line.start()
    again = await cast.case_of(await cast.jan(), "Lawaai")
    assert again.id == lost.id
    karel.reads()
    data = next(key["callback_data"] for row in card["reply_markup"]["inline_keyboard"] for key in row)
    (said,) = await karel.crafts(data, card["message_id"])
    assert said == "Deze knop werkt niet meer. Kies opnieuw in het menu."
    older = karel.message(WORDS)
    data = next(key["callback_data"] for row in older["reply_markup"]["inline_keyboard"] for key in row)
    assert said not in await karel.crafts(data, older["message_id"])


async def waiting(tx: Transaction) -> None:
    """One of everything that may wait."""
    at = now()
    person = await insert_person(tx, CHAT, at)
    case = await tx.insert(
        "INSERT INTO cases (number, alias, resident_id, kind, place, status, urgent, sensitive, reopened, created_at)"
        " VALUES ('54321', '7F3K', :person, 'signal', '', 'received', 0, 0, 0, 1) RETURNING id",
        person=person.id,
    )
    for name, act, urgency in (
        ("a-prompt", Act.SEND, Urgency.PROMPT),
        ("a-message", Act.SEND, Urgency.CASE),
        ("an-edit", Act.EDIT, Urgency.CASE),
        ("a-deletion", Act.DELETE, Urgency.CASE),
    ):
        await insert_outbox(
            tx,
            Intent(chat=CHAT, person=person.id, name=name, act=act, urgency=urgency, case=CaseId(case)),
            at,
        )
    await insert_inbox(tx, "u:1", CHAT, "update", b"{}", at)
    await insert_inbox(tx, "due:1", CHAT, "case-late", b"{}", at)
    await insert_inbox(tx, "due:2", 0, LANDED, b"{}", at)
    for key, hours in (("past", -1), ("future", 1)):
        await set_due(tx, DueRow(0, key, at + timedelta(hours=hours), "case-late", 0, "{}", None), "")
    await set_due(tx, DueRow(0, "erased", at, LANDED, 0, "{}", None), "")
    await set_step(tx, person.id, Step("draft", "place", {}, 1, at))
    await tx.run(
        "INSERT INTO album_parts (chat_id, album, message_id, payload, created_at) VALUES (1, 'x', 2, :sealed, 3)",
        sealed=tx.sealer.seal(b"{}"),
    )
    await tx.run("INSERT INTO penalties (chat_id, until) VALUES (5, :until)", until=kept(at) + 10**9)


async def test_nothing_that_waited_is_done_again(place: Place) -> None:
    await place.keeps(waiting)
    await back_up(place.settings, place.backup)
    new = place.elsewhere()
    lines = await new.restored()
    async with opened(new.database) as database:
        assert await database.read(states) == {
            "a-prompt": "expired",
            "a-message": "uncertain",
            "an-edit": "waiting",
            "a-deletion": "waiting",
        }
        inbox = "SELECT kind, state FROM inbox ORDER BY id"
        assert [tuple(row) for row in await database.read(lambda tx: tx.all(inbox))] == [
            ("update", "aside"),
            ("case-late", "done"),
            (LANDED, "waiting"),
            ("update", "aside"),
        ]
        due = await database.read(lambda tx: tx.all("SELECT key FROM due ORDER BY key"))
        assert [row["key"] for row in due] == ["erased", "future"]
        rows = {one.table: one.rows for one in await database.read(count_all)}
        for empty, count in (("steps", 0), ("album_parts", 0), ("penalties", 1)):
            assert rows[empty] == count, empty
    told = "\n".join(lines)
    assert "uncertain and do not leave: 1 a-message." in told
    assert "cases: 54321" in told
    assert "set aside: 2." in told
    assert "not done again: 2 case-late." in told


async def announced(tx: Transaction, state: str, *, hours: int, claimed: str) -> None:
    staff = await tx.insert(
        "INSERT INTO staff (role, wijken, stadsdelen, languages, created_at)"
        " VALUES ('coordinator', '[]', '[]', '[]', 1) RETURNING id"
    )
    announcement = await tx.insert(
        "INSERT INTO announcements (staff_id, audience, state, people, reached, created_at, leaves_at)"
        " VALUES (:staff, 'everybody:', :state, 9, 4, 1, :leaves) RETURNING id",
        staff=staff,
        state=state,
        leaves=kept(now() + timedelta(hours=hours)),
    )
    for person, row in ((1, "delivered"), (2, claimed)):
        await tx.run(
            "INSERT INTO outbox (chat_id, person_id, urgency, act, name, vals, announcement_id, silent, state,"
            " attempts, part, not_before, created_at)"
            " VALUES (:person, :person, 2, 'send', 'announcement', '{}', :id, 0, :state, 0, 0, 0, 1)",
            person=person,
            id=announcement,
            state=row,
        )


@pytest.mark.parametrize(
    ("state", "hours", "becomes", "row"),
    [
        ("going", -1, "paused", "uncertain"),
        ("held", -1, "draft", "uncertain"),
        ("held", 1, "held", "uncertain"),
        ("ended", -1, "ended", "uncertain"),
    ],
)
async def test_an_announcement_goes_on_only_when_a_person_says_so(
    place: Place, state: str, hours: int, becomes: str, row: str
) -> None:
    await place.keeps(lambda tx: announced(tx, state, hours=hours, claimed="waiting"))
    await back_up(place.settings, place.backup)
    new = place.elsewhere()
    await new.restored()
    async with opened(new.database) as database:
        found = await database.read(lambda tx: tx.all("SELECT state FROM announcements"))
        assert [one["state"] for one in found] == [becomes]
        rows = await database.read(lambda tx: tx.all("SELECT state FROM outbox ORDER BY id"))
        assert [one["state"] for one in rows] == ["delivered", row]


async def test_a_database_that_is_there_is_not_overwritten(place: Place) -> None:
    await back_up(place.settings, place.backup)
    with pytest.raises(KeepingRefused, match="is not overwritten"):
        await place.restored()
    assert await place.keeps(lambda tx: find_meta(tx, "schema"))


@dataclass(frozen=True)
class Bad:
    """Something wrong with a backup, and what is said of it."""

    spoil: Callable[[Place], Awaitable[Mapping[str, Any]]]
    says: str


async def no_backup(place: Place) -> Mapping[str, Any]:
    place.backup.write_text("SQLite, not really")
    return {}


async def missing(place: Place) -> Mapping[str, Any]:
    place.backup.unlink()
    return {}


async def truncated(place: Place) -> Mapping[str, Any]:
    place.backup.write_bytes(place.backup.read_bytes()[: place.backup.stat().st_size // 2])
    return {}


async def other_key(place: Place) -> Mapping[str, Any]:
    return {"key": settings_for(address_in(place.folder, "other.db")).key}


async def other_bot(_place: Place) -> Mapping[str, Any]:
    settings = Settings.read({"WIJKLIJN_BOT_TOKEN": "800000001:" + "B" * 35})
    return {"bot_token": settings.bot_token}


@pytest.mark.parametrize(
    "bad",
    [
        Bad(no_backup, "is no backup"),
        Bad(missing, "cannot be read"),
        Bad(truncated, "damaged|pg_restore: .*error"),
        Bad(other_key, "was sealed with another key"),
        Bad(other_bot, "belongs to another bot"),
    ],
    ids=lambda bad: bad.spoil.__name__,
)
async def test_of_a_bad_backup_nothing_is_made(place: Place, bad: Bad) -> None:
    await back_up(place.settings, place.backup)
    more = await bad.spoil(place)
    new = place.elsewhere(**more)
    before = sorted(file.name for file in place.folder.iterdir())
    with pytest.raises(KeepingRefused, match=bad.says) as refused:
        await new.restored()
    assert "\n" not in str(refused.value)
    assert sorted(file.name for file in place.folder.iterdir()) == before


@pytest.mark.sqlite
async def test_what_is_left_of_a_lost_database_does_not_become_part_of_the_new(place: Place) -> None:
    await back_up(place.settings, place.backup)
    new = place.elsewhere()
    assert new.settings.database_file is not None
    left = new.settings.database_file.with_name("new.db-wal")
    left.write_text("old")
    with pytest.raises(KeepingRefused, match=r"new\.db-wal is there"):
        await new.restored()


@pytest.mark.sqlite
async def test_while_a_bot_runs_on_it_nothing_is_restored(place: Place) -> None:
    await back_up(place.settings, place.backup)
    new = place.elsewhere()
    assert new.settings.database_file is not None
    with (
        run_alone(new.settings.database_file),
        pytest.raises(KeepingRefused, match="a bot runs on it already"),
    ):
        await new.restored()
