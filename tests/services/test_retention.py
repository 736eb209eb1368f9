"""Retention: with a rule content goes after its term, without one nobody can be found by it; figures always stay."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.cases import Case, CaseNumber, Status
from bot.domain.people import ChatId
from bot.services.people import People
from bot.services.retention import CASES_AT_ONCE, NIGHTLY, Retention
from bot.services.turn import Turn
from storage.albums import insert_album_part
from storage.cases import set_status
from storage.inbox import insert_inbox, insert_unreadable
from storage.retention import Ran
from storage.times import kept
from tests.cast import Cast
from tests.handlers.test_privacy import found, rows
from tests.line import Line
from tests.past import backdate

STORY = "Voor de ingang staat een kapotte koelkast"
YEAR = timedelta(days=366)


async def ended(line: Line, case: Case, ago: timedelta = YEAR) -> None:
    """As if it was handled so long ago."""

    async def work(turn: Turn) -> None:
        await set_status(turn.tx, case, Status.HANDLED, now=turn.now - ago)

    await line.turn(work)


async def runs(line: Line, *, rule: str = "") -> dict[str, tuple[int, str]]:
    """What a whole run did, by what is kept."""

    async def work(turn: Turn) -> tuple[Ran, ...]:
        terms = tuple(replace(term, rule=rule) for term in turn.city.retention)
        turn.city = replace(turn.city, retention=terms)
        return await Retention(turn).run(turn.now)

    ran = await line.turn(work)
    await line.quiet()
    return {one.kept: (one.found, one.act) for one in ran}


@pytest.mark.sqlite
async def test_with_a_rule_content_goes_and_what_counts_stays(cast: Cast, line: Line) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    old, young = await cast.case_of(jan, STORY), await cast.case_of(jan, "Nog niet zo oud")
    await ended(line, old)
    await ended(line, young, timedelta(days=364))
    done = await runs(line, rule="besluit 1")
    assert done["case-content"] == (1, "erased")
    left = await cast.state_of(old)
    assert (left.number, left.status, left.wijk, left.category) == (
        old.number,
        Status.HANDLED,
        "waterschei-noord",
        "waste",
    )
    assert (left.resident, left.alias, left.place) == (None, "", "")
    assert f"🧹 Dossier {old.number}: gewist." in karel.phone.heard()
    assert found(line, STORY, old.alias) == []
    assert (await cast.state_of(young)).alias == young.alias
    assert any("Nog niet zo oud" in text for text in karel.phone.heard())


async def test_without_a_rule_nobody_can_be_found_by_it_and_it_stays(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    case = await cast.case_of(jan, STORY)
    await ended(line, case)
    done = await runs(line)
    assert done["case-content"] == (1, "cut")
    left = await cast.state_of(case)
    assert (left.resident, left.alias) == (None, case.alias)
    assert [row["text"] for row in await rows(line, "SELECT text FROM case_messages")] == [STORY]
    chat = jan.phone.chat.id
    assert await rows(line, "SELECT * FROM case_messages WHERE chat_id = :chat", chat=chat) == []
    assert (
        await rows(
            line, "SELECT * FROM outbox WHERE case_id = :id AND chat_id = :chat", id=case.id, chat=chat
        )
        == []
    )
    jan.reads()
    assert case.number not in "".join(await jan.says("/meldingen"))
    assert (await runs(line))["case-content"] == (0, "cut")


async def test_an_open_case_is_never_too_old(cast: Cast, line: Line) -> None:
    case = await cast.case_of(await cast.jan(), STORY)

    async def made_older(turn: Turn) -> None:
        await turn.tx.run("UPDATE cases SET created_at = :at", at=kept(turn.now - 10 * YEAR))
        await backdate(turn.tx, "UPDATE history SET created_at = :at", at=kept(turn.now - 10 * YEAR))

    await line.turn(made_older)
    assert (await runs(line, rule="besluit 1"))["case-content"] == (0, "erased")
    assert (await cast.state_of(case)).alias == case.alias


async def test_sensitive_content_has_a_term_of_its_own(cast: Cast, line: Line) -> None:
    sensitive = next(one.id for one in line.running.city.categories if one.sensitive)
    jan = await cast.jan()
    case = await cast.case_of(jan, STORY, category=sensitive)
    await ended(line, case, timedelta(days=200))
    done = await runs(line, rule="besluit 1")
    assert (done["sensitive-content"], done["case-content"]) == ((1, "erased"), (0, "erased"))


async def test_a_withdrawn_case_ended_with_the_last_thing_that_was_done(cast: Cast, line: Line) -> None:
    case = await cast.case_of(await cast.jan(), STORY)

    async def withdrawn(turn: Turn) -> None:
        await set_status(turn.tx, case, Status.WITHDRAWN, now=turn.now)
        await turn.tx.run("UPDATE cases SET created_at = :at", at=kept(turn.now - 10 * YEAR))

    await line.turn(withdrawn)
    assert (await runs(line))["case-content"] == (0, "cut")
    await line.turn(
        lambda turn: backdate(turn.tx, "UPDATE history SET created_at = :at", at=kept(turn.now - YEAR))
    )
    assert (await runs(line))["case-content"] == (1, "cut")


async def test_a_chat_that_nobody_uses_goes_only_with_a_rule(cast: Cast, line: Line) -> None:
    await cast.karel()
    jan, elena, mehmet = await cast.jan(), await cast.elena(), await cast.mehmet()
    await elena.crafts("1:follow:waterschei-noord")
    await cast.case_of(mehmet, STORY)
    await line.turn(lambda turn: turn.tx.run("UPDATE people SET seen_at = :at", at=kept(turn.now - YEAR)))
    assert (await runs(line))["people"] == (1, "told")
    assert (await runs(line, rule="besluit 1"))["people"] == (1, "erased")
    left = [row["chat_id"] for row in await rows(line, "SELECT chat_id FROM people ORDER BY chat_id")]
    assert jan.phone.chat.id not in left
    assert len(left) == 3


async def test_who_comes_by_is_there_again(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await line.turn(lambda turn: turn.tx.run("UPDATE people SET seen_at = :at", at=kept(turn.now - YEAR)))
    await jan.says("/help")
    assert (await runs(line))["people"] == (0, "told")


async def test_of_an_old_announcement_how_many_got_it_stays_and_who_does_not(line: Line) -> None:
    async def sent(turn: Turn) -> None:
        person = await People(turn).meet(ChatId(990))
        await turn.say(person.id, "case-in-hand", number=CaseNumber("12345"))
        await turn.tx.run(
            "INSERT INTO staff (id, role, wijken, stadsdelen, languages, created_at) VALUES (1, 'coordinator', '[]', '[]', '[]', 0)"
        )
        await turn.tx.run(
            """INSERT INTO announcements (id, staff_id, audience, state, people, reached, created_at, ended_at)
            VALUES (5, 1, 'everybody', 'ended', 1, 1, 0, :at)""",
            at=kept(turn.now - timedelta(days=31)),
        )
        await turn.tx.run(
            "UPDATE outbox SET announcement_id = 5, case_id = NULL, state = 'delivered', message_id = 9"
        )

    await line.turn(sent)
    assert (await runs(line))["deliveries"] == (1, "cut")
    (row,) = await rows(
        line, "SELECT chat_id, person_id, message_id, state FROM outbox WHERE announcement_id = 5"
    )
    assert tuple(row.values()) == (0, None, None, "delivered")


async def test_what_was_set_aside_and_acts_go_only_with_a_rule(cast: Cast, line: Line) -> None:
    case = await cast.case_of(await cast.jan(), STORY)
    await ended(line, case, 11 * YEAR)

    async def aside(turn: Turn) -> None:
        await insert_unreadable(turn.tx, "some", b"bytes", turn.now - timedelta(days=15))

    await line.turn(aside)
    done = await runs(line)
    assert (done["set-aside"], done["acts"][1]) == ((1, "told"), "told")
    assert done["acts"][0] > 0
    done = await runs(line, rule="besluit 1")
    assert (done["set-aside"], done["acts"][1]) == ((1, "erased"), "erased")
    assert await rows(line, "SELECT * FROM inbox WHERE state = 'aside'") == []
    assert {row["act"] for row in await rows(line, "SELECT act FROM history")} <= {"expired", "cut"}


async def test_the_parts_of_an_album_go_with_the_row_that_was_set_aside(line: Line) -> None:
    async def aside(turn: Turn) -> None:
        old, young = turn.now - timedelta(days=15), turn.now - timedelta(days=13)
        for chat, at in ((5_500_000_801, old), (5_500_000_802, young)):
            # Told five times in vain, each later than the last.
            await insert_album_part(turn.tx, (chat, "g", 1), b"{}", old - timedelta(hours=1))
            await insert_inbox(turn.tx, f"album:{chat}", chat, "album", b"{}", at)
        await turn.tx.run("UPDATE inbox SET state = 'aside', ended_at = created_at WHERE kind = 'album'")

    await line.turn(aside)
    done = await runs(line, rule="besluit 1")
    assert done["set-aside"] == (1, "erased")
    assert [row["chat_id"] for row in await rows(line, "SELECT chat_id FROM album_parts")] == [5_500_000_802]


async def test_what_was_begun_and_not_sent_does_not_outlive_its_day(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.taps("📣 Probleem melden")
    await jan.says("Half af")
    assert (await runs(line))["drafts"] == (0, "erased")
    await line.turn(lambda turn: turn.tx.run("UPDATE steps SET expires_at = :at", at=kept(turn.now)))
    assert (await runs(line))["drafts"] == (0, "erased"), "it is first said that it was dropped"
    await line.turn(lambda turn: turn.tx.run("UPDATE steps SET expires_at = 0"))
    assert (await runs(line))["drafts"] == (1, "erased")
    assert await rows(line, "SELECT * FROM steps") == []


async def test_looking_changes_nothing_and_finds_the_same(cast: Cast, line: Line) -> None:
    case = await cast.case_of(await cast.jan(), STORY)
    await ended(line, case)
    looked = await line.turn(lambda turn: Retention(turn).look())
    assert {one.kept: (one.found, one.act) for one in looked}["case-content"] == (1, "cut")
    assert (await cast.state_of(case)).resident is not None
    assert await rows(line, "SELECT * FROM retention_runs") == []


async def test_every_night_it_runs_in_steps_and_leaves_a_row_for_each_term(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    cases = [await cast.case_of(jan, f"{STORY} {at}") for at in range(CASES_AT_ONCE + 1)]
    for case in cases:
        await ended(line, case)
    assert len(await rows(line, "SELECT * FROM due WHERE kind = :kind", kind=NIGHTLY)) == 1
    await line.turn(lambda turn: turn.tx.run("UPDATE due SET due_at = 0 WHERE kind = :kind", kind=NIGHTLY))
    for _ in range(3):
        await line.running.clock.look()
        await line.quiet()
    found_rows = await rows(line, "SELECT kept, found, act FROM retention_runs ORDER BY id")
    by_kept = {row["kept"]: (row["found"], row["act"]) for row in found_rows}
    assert len(by_kept) == len(found_rows) == len(line.running.city.retention) + 1
    assert by_kept["case-content"] == (CASES_AT_ONCE + 1, "cut")
    assert by_kept["backups"] == (0, "elsewhere")
    (due,) = await rows(line, "SELECT due_at, meant_for FROM due WHERE kind = :kind", kind=NIGHTLY)
    assert "T03:30:00" in due["meant_for"]


async def test_a_restart_makes_no_second_night(line: Line) -> None:
    before = await rows(line, "SELECT due_at FROM due WHERE kind = :kind", kind=NIGHTLY)
    await line.restart()
    assert await rows(line, "SELECT due_at FROM due WHERE kind = :kind", kind=NIGHTLY) == before
    assert len(before) == 1
