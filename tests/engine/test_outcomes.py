"""What each answer of Telegram means for the row that was sent."""

import pytest

from bot.domain.intents import Act, Intent, OutboxId, Outcome, Urgency
from bot.domain.people import ChatId
from bot.engine.answers import (
    Answer,
    Broken,
    Conflict,
    Delivered,
    Gap,
    Later,
    Migrated,
    Reason,
    Revoked,
    Unknown,
    Unreachable,
)
from bot.engine.outcomes import MOST_EDITS, MOST_FETCHES, Attempt, Unfetched, Unmarked, ending_of
from storage.outbox import OutboxRow

LOST = Unknown(Gap.NO_ANSWER)


def row(attempts: int = 1, part: int = 0, act: Act = Act.SEND, urgency: Urgency = Urgency.CASE) -> OutboxRow:
    intent = Intent(chat=ChatId(7), name="x", act=act, urgency=urgency)
    return OutboxRow(OutboxId(1), intent, attempts, part, None, Outcome.SENDING)


def test_what_was_delivered_is_delivered_with_its_message_id() -> None:
    ending = ending_of(row(), 1, Delivered({"message_id": 9}))
    assert (ending.outcome, ending.message) == (Outcome.DELIVERED, 9)


def test_an_album_is_known_by_its_first_message() -> None:
    ending = ending_of(row(), 1, Delivered([{"message_id": 9}, {"message_id": 10}]))
    assert (ending.message, ending.others) == (9, (10,))
    assert not ending.is_plain


def test_every_piece_of_a_long_text_is_known() -> None:
    assert ending_of(row(part=0), 2, Delivered({"message_id": 9})).others == (9,)


def test_what_is_gone_already_does_not_keep_the_rest_of_an_album() -> None:
    gone = Broken(400, Reason.MESSAGE_NOT_FOUND)
    ending = ending_of(row(act=Act.DELETE), 3, gone)
    assert (ending.outcome, ending.part) == (None, 1)
    assert ending_of(row(act=Act.DELETE, part=2), 3, gone).outcome is Outcome.DELIVERED


def test_after_a_part_of_a_long_text_the_next_part_follows() -> None:
    ending = ending_of(row(part=0), 2, Delivered({"message_id": 9}))
    assert (ending.outcome, ending.part, ending.counted, ending.again_in) == (None, 1, False, 0.0)


@pytest.mark.parametrize("reason", [Reason.BLOCKED, Reason.DEACTIVATED, Reason.CHAT_NOT_FOUND])
def test_who_cannot_be_reached_is_unreachable(reason: Reason) -> None:
    assert ending_of(row(), 1, Unreachable(reason)).outcome is Outcome.UNREACHABLE


def test_what_telegram_refuses_is_our_mistake() -> None:
    assert ending_of(row(), 1, Broken(400, Reason.BUTTONS)).outcome is Outcome.BROKEN


def test_a_change_that_changes_nothing_is_fine() -> None:
    same = Broken(400, Reason.NOT_MODIFIED)
    assert ending_of(row(act=Act.EDIT), 1, same).outcome is Outcome.DELIVERED
    first = ending_of(row(act=Act.EDIT), 2, same)
    assert (first.outcome, first.part) == (None, 1)


@pytest.mark.parametrize("reason", [Reason.MESSAGE_NOT_FOUND, Reason.MESSAGE_FIXED])
def test_a_change_to_a_message_that_is_gone_is_said_anew(reason: Reason) -> None:
    ending = ending_of(row(act=Act.EDIT), 1, Broken(400, reason))
    assert (ending.outcome, ending.anew) == (Outcome.EXPIRED, True)


def test_what_cannot_be_deleted_any_more_is_left() -> None:
    ending = ending_of(row(act=Act.DELETE), 1, Broken(400, Reason.MESSAGE_NOT_FOUND))
    assert ending.outcome is Outcome.DELIVERED


def test_a_limit_stops_the_chat_for_its_time_and_costs_no_attempt() -> None:
    ending = ending_of(row(part=1), 3, Later(17.0))
    assert (ending.outcome, ending.penalty, ending.counted, ending.part) == (None, 17.0, False, 1)


def test_what_was_never_written_costs_no_attempt_and_asks_whether_telegram_is_there() -> None:
    ending = ending_of(row(), 1, Later(None))
    assert (ending.outcome, ending.counted, ending.unanswered) == (None, False, True)


def test_a_message_whose_answer_was_lost_goes_once_more() -> None:
    ending = ending_of(row(attempts=1), 1, LOST)
    assert (ending.outcome, ending.counted, ending.unanswered) == (None, True, True)


def test_a_message_whose_answer_was_lost_twice_is_uncertain() -> None:
    assert ending_of(row(attempts=2), 1, LOST).outcome is Outcome.UNCERTAIN


def test_a_prompt_whose_answer_was_lost_is_not_repeated() -> None:
    ending = ending_of(row(attempts=1, urgency=Urgency.PROMPT), 1, LOST)
    assert (ending.outcome, ending.unanswered) == (Outcome.UNCERTAIN, True)


def test_a_change_says_the_same_however_often_and_is_tried_more() -> None:
    again = ending_of(row(attempts=MOST_EDITS - 1, act=Act.EDIT, urgency=Urgency.PROMPT), 1, LOST)
    assert again.outcome is None
    assert ending_of(row(attempts=MOST_EDITS, act=Act.EDIT), 1, LOST).outcome is Outcome.UNCERTAIN


def test_a_group_that_moved_is_written_to_at_its_new_id() -> None:
    ending = ending_of(row(), 1, Migrated(-1005))
    assert (ending.outcome, ending.moved_to, ending.counted) == (None, -1005, False)


@pytest.mark.parametrize(("answer", "revoked"), [(Revoked(401), True), (Conflict(webhook=False), False)])
def test_when_telegram_refuses_the_bot_itself_everything_waits(answer: Answer, revoked: bool) -> None:  # noqa: FBT001 - a parameter of the test
    ending = ending_of(row(), 1, answer)
    assert (ending.outcome, ending.counted, ending.unanswered, ending.revoked) == (None, False, True, revoked)


def test_a_picture_that_cannot_be_fetched_is_tried_again_but_not_for_ever() -> None:
    pauses = [ending_of(row(), 1, Unfetched(times)).again_in for times in (1, 2, 3)]
    assert pauses == sorted(set(pauses))
    assert ending_of(row(), 1, Unfetched(MOST_FETCHES)).outcome is Outcome.BROKEN


@pytest.mark.parametrize("unanswered", [True, False])
def test_a_picture_that_is_missing_silences_all_only_where_telegram_did_not_answer(
    *, unanswered: bool
) -> None:
    assert ending_of(row(), 1, Unfetched(unanswered=unanswered)).unanswered is unanswered


@pytest.mark.parametrize("attempt", [Unfetched(), Unmarked()])
def test_what_left_no_message_behind_costs_no_attempt(attempt: Attempt) -> None:
    ending = ending_of(row(attempts=5, part=1), 2, attempt)
    assert (ending.outcome, ending.counted, ending.part) == (None, False, 1)
