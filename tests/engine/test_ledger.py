"""What the sender writes down, one commit for many: a row that cannot be written takes no other along."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.intents import Act, Call, Intent, OutboxId, Urgency
from bot.domain.people import PersonId
from bot.engine.answers import Broken, Delivered, Later, Migrated, Reason
from bot.engine.ledger import Ledger, Written
from bot.engine.outcomes import Ending, ending_of
from bot.services.turn import PROMPT_LIVES, Turn
from storage.erasure import erase_chat
from storage.outbox import OutboxRow
from storage.sending import list_heads
from tests.engine.exit import Exit, genk, spoken, wall


def ledger_of(said: list[Intent] | None = None) -> Ledger:
    async def heard(turn: Turn, intent: Intent) -> Sequence[object]:
        if said is not None:
            said.append(intent)
        return await spoken(turn, intent)

    return Ledger(wall, lambda tx: Turn(tx, wall(), genk()), heard)  # type: ignore[arg-type] # calls, as spoken gives them


async def claimed(way_out: Exit, ledger: Ledger, *endings: Ending) -> Written:
    heads = await way_out.database.read(lambda tx: list_heads(tx, 0, 100))
    return await way_out.database.turn(lambda tx: ledger.write(tx, endings, heads))


async def sent(way_out: Exit, ledger: Ledger, *names: str, **changes: Any) -> list[OutboxRow]:
    """Rows that are on their way."""
    await way_out.say(*names, **changes)
    return [row for row, _ in (await claimed(way_out, ledger)).claimed]


async def written_down(way_out: Exit, ledger: Ledger, ending: Ending) -> None:
    await way_out.database.turn(lambda tx: ledger.write(tx, [ending], []))


async def test_what_has_expired_or_says_nothing_or_breaks_is_not_claimed(way_out: Exit) -> None:
    rows = await way_out.say("fine", "nothing", "bug")
    rows += await way_out.say("old", expires_at=wall() - timedelta(seconds=1))
    written = await claimed(way_out, ledger_of())
    assert [row.id for row, _ in written.claimed] == rows[:1]
    assert [head.id for head in written.gone] == rows[1:]
    assert [(await way_out.row(row)).state.value for row in rows] == [
        "sending",
        "expired",
        "broken",
        "expired",
    ]


async def test_a_row_of_a_shape_nobody_knows_is_broken_and_its_neighbours_leave(way_out: Exit) -> None:
    rows = await way_out.say("odd", "fine")
    await way_out.set("UPDATE outbox SET act = 'dance' WHERE id = :id", id=rows[0])
    written = await claimed(way_out, ledger_of())
    assert [row.id for row, _ in written.claimed] == rows[1:]
    states = await way_out.all("SELECT state FROM outbox ORDER BY id")
    assert [row["state"] for row in states] == ["broken", "sending"]


async def test_an_ending_that_cannot_be_written_takes_no_other_along(way_out: Exit) -> None:
    ledger = ledger_of()
    (moved,) = await sent(way_out, ledger, "x", to=-5)
    (fine,) = await sent(way_out, ledger, "y")
    endings = (ending_of(moved, 1, Migrated(2**70)), ending_of(fine, 1, Delivered({"message_id": 3})))
    await claimed(way_out, ledger, *endings)
    assert (await way_out.row(fine.id)).message == 3
    assert (await way_out.row(moved.id)).state.value == "broken"


async def test_a_statement_that_fails_for_one_row_takes_no_other_along(way_out: Exit) -> None:
    async def mistaken(turn: Turn, intent: Intent) -> Sequence[Call]:
        if intent.name == "mistake":
            await turn.tx.all("SELECT id FROM people WHERE id = :id", id=2**70)
        return await spoken(turn, intent)

    rows = await way_out.say("mistake", "fine")
    written = await claimed(way_out, replace(ledger_of(), render=mistaken))
    assert [row.id for row, _ in written.claimed] == rows[1:]
    assert [(await way_out.row(row)).state.value for row in rows] == ["broken", "sending"]


async def test_a_message_follows_its_chat_to_one_that_is_known_already(way_out: Exit) -> None:
    ledger = ledger_of()
    for chat in (-5, -6):
        await way_out.set("INSERT INTO people (chat_id, created_at) VALUES (:chat, 0)", chat=chat)
    (moved,) = await sent(way_out, ledger, "x", to=-5)
    await written_down(way_out, ledger, ending_of(moved, 1, Migrated(-6)))
    kept = await way_out.row(moved.id)
    assert (kept.intent.chat, kept.state.value) == (-6, "waiting")


async def test_a_claim_that_is_written_again_is_one_attempt(way_out: Exit) -> None:
    (row,) = await way_out.say("x")
    heads = await way_out.database.read(lambda tx: list_heads(tx, 0, 100))
    for _ in range(2):
        await way_out.database.turn(lambda tx: ledger_of().write(tx, [], heads))
    assert (await way_out.row(row)).attempts == 1


async def test_an_ending_that_is_written_again_says_nothing_anew_twice(way_out: Exit) -> None:
    ledger = ledger_of()
    (row,) = await sent(way_out, ledger, "card", act=Act.EDIT, edits_message=9)
    ending = ending_of(row, 1, Broken(400, Reason.MESSAGE_NOT_FOUND))
    for _ in range(2):
        await written_down(way_out, ledger, ending)
    assert len(await way_out.all("SELECT id FROM outbox WHERE act = 'send'")) == 1


async def test_who_was_erased_meanwhile_is_told_nothing_anew(way_out: Exit) -> None:
    ledger = ledger_of()
    for person in (None, PersonId(77)):
        (row,) = await sent(way_out, ledger, "card", act=Act.EDIT, edits_message=9, person=person)
        if person is None:
            await way_out.database.turn(lambda tx: erase_chat(tx, 701))
        await written_down(way_out, ledger, ending_of(row, 1, Broken(400, Reason.MESSAGE_NOT_FOUND)))
    assert await way_out.all("SELECT id FROM outbox WHERE act = 'send'") == []


async def test_an_uncounted_attempt_leaves_no_trace(way_out: Exit) -> None:
    ledger = ledger_of()
    (row,) = await sent(way_out, ledger, "x")
    await way_out.database.turn(lambda tx: ledger.write(tx, [ending_of(row, 1, Later(9.0))], []))
    kept = await way_out.row(row.id)
    assert (kept.state.value, kept.attempts) == ("waiting", 0)
    assert [penalty["chat_id"] for penalty in await way_out.all("SELECT * FROM penalties")] == [701]


async def test_of_a_text_that_became_shorter_nothing_is_left_to_say(way_out: Exit) -> None:
    (row,) = await way_out.say("one")
    await way_out.set("UPDATE outbox SET part = 1 WHERE id = :id", id=row)
    written = await claimed(way_out, ledger_of())
    assert (len(written.claimed), len(written.gone)) == (0, 1)
    assert (await way_out.row(row)).state.value == "delivered"


async def test_a_change_names_the_message_its_row_became(way_out: Exit) -> None:
    said: list[Intent] = []
    ledger = ledger_of(said)
    (card,) = await sent(way_out, ledger, "card")
    await way_out.database.turn(
        lambda tx: ledger.write(tx, [ending_of(card, 1, Delivered({"message_id": 44}))], [])
    )
    await sent(way_out, ledger, "card, taken", act=Act.EDIT, edits=card.id, replies_to=card.id)
    assert (said[-1].act, said[-1].edits_message, said[-1].replies_to_message) == (Act.EDIT, 44, 44)


async def test_a_refresh_of_a_card_that_has_not_left_yet_says_nothing_of_its_own(way_out: Exit) -> None:
    (card,) = await way_out.say("card", not_before=wall() + timedelta(hours=1))
    (refresh,) = await way_out.say("card", act=Act.EDIT, edits=card)
    heads = await way_out.database.read(lambda tx: list_heads(tx, card, 100))
    await way_out.database.turn(lambda tx: ledger_of().write(tx, [], heads))
    assert (await way_out.row(refresh)).state.value == "expired"


async def test_a_change_of_what_never_arrived_is_said_anew(way_out: Exit) -> None:
    said: list[Intent] = []
    (card,) = await way_out.say("card")
    await way_out.set("UPDATE outbox SET state = 'unreachable' WHERE id = :id", id=card)
    await sent(way_out, ledger_of(said), "card", act=Act.EDIT, edits=card)
    assert (said[-1].act, said[-1].edits_message) == (Act.SEND, None)


async def test_a_change_of_a_prompt_that_expired_is_a_prompt_that_expires_too(way_out: Exit) -> None:
    (step,) = await way_out.say("step", urgency=Urgency.PROMPT)
    await way_out.set("UPDATE outbox SET state = 'expired' WHERE id = :id", id=step)
    changes: dict[str, Any] = {"urgency": Urgency.PROMPT, "act": Act.EDIT, "edits": step}
    late, card = await way_out.say("late", **changes) + await way_out.say("card", act=Act.EDIT, edits=step)
    await way_out.set("UPDATE outbox SET created_at = created_at - 660000000")
    (fresh,) = await way_out.say("fresh", **changes)
    written = await claimed(way_out, ledger_of())
    assert [row.id for row, _ in written.claimed] == [card, fresh]
    assert (await way_out.row(late)).state.value == "expired"


async def test_a_prompt_that_is_said_anew_lives_no_longer_than_any_prompt(way_out: Exit) -> None:
    ledger = ledger_of()
    changes = {"act": Act.EDIT, "edits_message": 9, "urgency": Urgency.PROMPT}
    (row,) = await sent(way_out, ledger, "step", **changes)
    ending = Ending(row=row, anew=True)
    await way_out.database.turn(lambda tx: ledger.write(tx, [replace(ending)], []))
    anew = (await way_out.row(OutboxId(row.id + 1))).intent
    assert (anew.act, anew.edits_message, anew.name) == (Act.SEND, None, "step")
    assert anew.expires_at is not None
    assert anew.expires_at <= wall() + PROMPT_LIVES


async def test_after_a_crash_what_was_in_flight_once_waits_again_and_twice_is_uncertain(
    way_out: Exit,
) -> None:
    ledger = ledger_of()
    rows = await sent(way_out, ledger, "once", "twice", "change")
    await way_out.set("UPDATE outbox SET attempts = 2 WHERE name IN ('twice', 'change')")
    await way_out.set("UPDATE outbox SET act = 'edit' WHERE name = 'change'")
    await way_out.database.turn(ledger.recover)
    states = [(await way_out.row(row.id)).state.value for row in rows]
    assert states == ["waiting", "uncertain", "waiting"]


async def test_only_penalties_that_still_hold_come_back(way_out: Exit) -> None:
    now = wall()
    insert = "INSERT INTO penalties (chat_id, until) VALUES (:chat, :until)"
    for chat, seconds in ((7, -1), (8, 60), (0, 30)):
        until = int((now + timedelta(seconds=seconds)).timestamp() * 1_000_000)
        await way_out.set(insert, chat=chat, until=until)
    penalties = await way_out.database.turn(ledger_of().recover)
    assert {(penalty.chat_id, round(penalty.seconds)) for penalty in penalties} == {(None, 30), (8, 60)}
    assert len(await way_out.all("SELECT * FROM penalties")) == 2
