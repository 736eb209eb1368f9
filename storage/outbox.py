"""The outbox: what must be said, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson

from bot.domain.intents import Act, Button, Buttons, Intent, OutboxId, Outcome, Urgency
from storage.database import Row, Transaction
from storage.pieces import find_row_of_piece
from storage.times import kept, told

COLUMNS: Final = """
id, attempts, part, message_id, state, created_at, chat_id, person_id, urgency, act, name, vals, buttons, keyboard, language, case_id,
announcement_id, edits, edits_message, replies_to, replies_to_message, silent, coalesce_key, not_before, expires_at
"""
_SELECT: Final = f"SELECT {COLUMNS} FROM outbox"  # noqa: S608 - nothing but constants
_INSERT = """
INSERT INTO outbox (chat_id, person_id, urgency, act, name, vals, buttons, keyboard, language, case_id,
    announcement_id, edits, edits_message, replies_to, replies_to_message, silent, coalesce_key, state, attempts,
    part, not_before, expires_at, created_at)
VALUES (:chat_id, :person_id, :urgency, :act, :name, :vals, :buttons, :keyboard, :language, :case_id,
    :announcement_id, :edits, :edits_message, :replies_to, :replies_to_message, :silent, :coalesce_key, 'waiting', 0,
    0, :not_before, :expires_at, :created_at)
RETURNING id
"""
_FIND_COALESCED = "SELECT id FROM outbox WHERE coalesce_key = :key AND state = 'waiting'"
_FIND = _SELECT + " WHERE id = :id"
_FIND_BY_MESSAGE = _SELECT + " WHERE chat_id = :chat AND message_id = :message ORDER BY id DESC LIMIT 1"
_LIST_OF_CASE = _SELECT + " WHERE case_id = :case AND name = :name AND act = 'send' ORDER BY id"
# The newest row of each chat that became a message, or whose message has not left yet.
_LIST_LAST_OF_CASE = f"""
{_SELECT} WHERE id IN (
    SELECT MAX(id) FROM outbox WHERE case_id = :case AND name = :name AND act <> 'delete'
        AND (message_id IS NOT NULL OR (act = 'send' AND state IN ('waiting', 'sending')))
    GROUP BY chat_id
) ORDER BY id
"""  # noqa: S608 - nothing but constants
# By the chat, which has an index for replies; one by person would cost every message a little, for what is rare.
_LIST_OF_PERSON = f"""
{_SELECT} WHERE chat_id = (SELECT chat_id FROM people WHERE id = :person) AND person_id = :person AND name = :name
    AND message_id IS NOT NULL ORDER BY id
"""  # noqa: S608 - nothing but constants
_FIND_SAID = """
SELECT id FROM outbox WHERE chat_id = :chat AND name = :name
    AND (CAST(:message AS BIGINT) IS NULL OR replies_to_message = :message) LIMIT 1
"""
# What waited too long is not said any more.
_FIND_LAST_SAID = f"""
{_SELECT} WHERE chat_id = :chat AND name = :name AND (
    state IN ('sending', 'delivered')
    OR (state = 'waiting' AND (expires_at IS NULL OR expires_at >= CAST(:now AS BIGINT)))
) ORDER BY id DESC LIMIT 1
"""
# The newest of what a chat was told or shown, whatever it is about.
_FIND_NEWEST = f"""
{_SELECT} WHERE chat_id = :chat AND act <> 'delete' AND state IN ('waiting', 'sending', 'delivered')
ORDER BY id DESC LIMIT 1
"""
_STOP = """
UPDATE outbox SET state = 'stopped', ended_at = :now WHERE state = 'waiting' AND id IN (
    SELECT id FROM outbox WHERE announcement_id = :announcement AND state = 'waiting' LIMIT :most
)
"""
# Of nothing but what the index outbox_by_announcement holds: of many thousands it is asked every few seconds.
_COUNT = "SELECT state, COUNT(*) AS n FROM outbox WHERE announcement_id = :announcement GROUP BY state"
_FIND_ON_ITS_WAY = """
SELECT 1 FROM outbox WHERE announcement_id = :announcement AND state IN ('waiting', 'sending') LIMIT 1
"""
_FIND_LEAVING = """
SELECT 1 FROM outbox WHERE announcement_id = :announcement AND state IN ('waiting', 'sending') AND not_before <= :now LIMIT 1
"""
_FIND_REST = """
SELECT MIN(not_before) AS until FROM outbox WHERE announcement_id = :announcement AND state IN ('waiting', 'sending')
"""
# What is still to be changed where it stands is kept: who was asked to look, and how far an announcement is.
_FORGET = """
DELETE FROM outbox WHERE case_id IS NULL AND announcement_id IS NULL AND ended_at < :before
    AND (state <> 'uncertain' OR ended_at < :doubted_before)
    AND id NOT IN (SELECT outbox_id FROM announcement_asked)
    AND id NOT IN (SELECT progress_id FROM announcements WHERE progress_id IS NOT NULL AND ended_at IS NULL)
"""
_SET_CHAT = "UPDATE outbox SET chat_id = :new WHERE chat_id = :old AND state IN ('waiting', 'sending')"

ENDED: Final = frozenset(Outcome) - {Outcome.WAITING, Outcome.SENDING}


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """An intent on its way. `part` counts the pieces of a long text that have left; `attempts` those begun.

    `since`: from when on it could have left.
    """

    id: OutboxId
    intent: Intent
    attempts: int
    part: int
    message: int | None
    state: Outcome
    since: datetime | None = None

    def waited(self, now: datetime) -> float:
        """For how many seconds it could have left."""
        return max(0.0, (now - self.since).total_seconds()) if self.since else 0.0


def _buttons_kept(buttons: Buttons) -> str | None:
    if not buttons:
        return None
    return orjson.dumps([[_button_kept(button) for button in row] for row in buttons]).decode()


def _button_kept(button: Button) -> dict[str, Any]:
    fields = {"data": button.data, "label": button.label, "words": button.words, "url": button.url}
    return {key: value for key, value in (*fields.items(), ("values", dict(button.values))) if value}


def _buttons(text: str | None) -> Buttons:
    return tuple(tuple(Button(**button) for button in row) for row in orjson.loads(text)) if text else ()


def outbox_row(row: Row) -> OutboxRow:
    """A row with COLUMNS, read by place: to look up two dozen names takes longer than the statement does."""
    row_id, attempts, part, message, state, created_at, *said = row
    intent = _intent(said)
    since = told(created_at)
    if intent.not_before is not None and intent.not_before > since:
        since = intent.not_before
    return OutboxRow(OutboxId(row_id), intent, attempts, part, message, Outcome(state), since)


def _intent(said: Sequence[Any]) -> Intent:
    """The columns from `chat_id` on."""
    chat, person, urgency, act, name, values, buttons, keyboard, language, case, announcement, *more = said
    edits, edits_message, replies_to, replies_to_message, silent, coalesce, not_before, expires_at = more
    return Intent(
        chat=chat,
        person=person,
        urgency=Urgency(urgency),
        act=Act(act),
        name=name,
        values=orjson.loads(values),
        buttons=_buttons(buttons),
        keyboard=keyboard,
        language=language,
        case=case,
        announcement=announcement,
        edits=edits,
        edits_message=edits_message,
        replies_to=replies_to,
        replies_to_message=replies_to_message,
        silent=bool(silent),
        coalesce=coalesce,
        not_before=told(not_before),
        expires_at=None if expires_at is None else told(expires_at),
    )


def _kept(intent: Intent) -> dict[str, Any]:
    return {
        "chat_id": intent.chat,
        "person_id": intent.person,
        "urgency": int(intent.urgency),
        "act": intent.act.value,
        "name": intent.name,
        "vals": orjson.dumps(dict(intent.values)).decode(),
        "buttons": _buttons_kept(intent.buttons),
        "keyboard": intent.keyboard,
        "language": intent.language,
        "case_id": intent.case,
        "announcement_id": intent.announcement,
        "edits": intent.edits,
        "edits_message": intent.edits_message,
        "replies_to": intent.replies_to,
        "replies_to_message": intent.replies_to_message,
        "silent": int(intent.silent),
        "coalesce_key": intent.coalesce,
        "not_before": kept(intent.not_before) or 0,
        "expires_at": kept(intent.expires_at),
    }


async def insert_outbox(tx: Transaction, intent: Intent, now: datetime) -> OutboxId:
    """Add it; one with the same coalesce key that still waits says it already."""
    if intent.coalesce and (row := await tx.one(_FIND_COALESCED, key=intent.coalesce)):
        return OutboxId(row["id"])
    return OutboxId(await tx.insert(_INSERT, **_kept(intent), created_at=kept(now)))


async def find_outbox(tx: Transaction, row_id: OutboxId) -> OutboxRow | None:
    row = await tx.one(_FIND, id=row_id)
    return outbox_row(row) if row else None


async def find_outbox_by_message(tx: Transaction, chat: int, message: int) -> OutboxRow | None:
    """The row that became this message of ours, if only as one of several; None when it is not one of ours."""
    row = await tx.one(_FIND_BY_MESSAGE, chat=chat, message=message)
    if row is None and (whole := await find_row_of_piece(tx, chat, message)):
        row = await tx.one(_FIND, id=whole)
    return outbox_row(row) if row else None


async def was_said_to(tx: Transaction, chat: int, name: str, replying_to: int | None = None) -> bool:
    """Whether a chat was told so lately (prompts are forgotten after a while), below that message if one is named."""
    return await tx.one(_FIND_SAID, chat=chat, name=name, message=replying_to) is not None


async def find_last_said(tx: Transaction, chat: int, name: str, now: datetime) -> OutboxRow | None:
    """The newest message of that name in a chat, sent or changed into or about to be; None when none is left."""
    row = await tx.one(_FIND_LAST_SAID, chat=chat, name=name, now=kept(now))
    return outbox_row(row) if row else None


async def find_newest_said(tx: Transaction, chat: int) -> OutboxRow | None:
    """What stands last in a chat, or is about to; None when nothing was ever said there."""
    row = await tx.one(_FIND_NEWEST, chat=chat)
    return outbox_row(row) if row else None


async def list_outbox_of_case(tx: Transaction, case: int, name: str) -> list[OutboxRow]:
    """Every message of that name that was or will be sent about a case, oldest first."""
    return [outbox_row(row) for row in await tx.all(_LIST_OF_CASE, case=case, name=name)]


async def list_last_of_case(tx: Transaction, case: int, name: str) -> list[OutboxRow]:
    """The newest message of that name about a case in each chat, sent or edited or about to be sent."""
    return [outbox_row(row) for row in await tx.all(_LIST_LAST_OF_CASE, case=case, name=name)]


async def list_outbox_of_person(tx: Transaction, person: int, name: str) -> list[OutboxRow]:
    """Every message of that name that a person has, and every change to one, oldest first."""
    return [outbox_row(row) for row in await tx.all(_LIST_OF_PERSON, person=person, name=name)]


async def stop_announcement_rows(tx: Transaction, announcement: int, most: int, now: datetime) -> int:
    """Stop some of what has not left; how many, 0 when there is no more."""
    return await tx.run(_STOP, announcement=announcement, most=most, now=kept(now))


async def is_on_its_way(tx: Transaction, announcement: int) -> bool:
    """Whether any of its rows has not ended."""
    return await tx.one(_FIND_ON_ITS_WAY, announcement=announcement) is not None


async def find_rest(tx: Transaction, announcement: int, now: datetime) -> datetime | None:
    """The first time for which its rows wait; None when some may leave now, or none wait."""
    if await tx.one(_FIND_LEAVING, announcement=announcement, now=kept(now)):
        return None
    row = await tx.one(_FIND_REST, announcement=announcement)
    return told(row["until"]) if row and row["until"] is not None else None


async def count_outcomes(tx: Transaction, announcement: int) -> Mapping[Outcome, int]:
    rows = await tx.all(_COUNT, announcement=announcement)
    return {Outcome(row["state"]): row["n"] for row in rows}


async def forget_said(tx: Transaction, before: datetime, doubted_before: datetime) -> int:
    """Forget what was said about no case and ended before that time, or may have arrived before the other; how many."""
    return await tx.run(_FORGET, before=kept(before), doubted_before=kept(doubted_before))


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    await tx.run(_SET_CHAT, old=old, new=new)
