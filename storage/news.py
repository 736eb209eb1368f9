"""News as people want it: wishes, topics they left, and what of it waits for them in the outbox."""

from dataclasses import replace
from datetime import datetime

from bot.domain.news import Quiet, Topic, Wishes
from bot.domain.people import PersonId
from storage.database import Transaction
from storage.outbox import COLUMNS, insert_outbox, outbox_row
from storage.times import kept, told

_FIND = """
SELECT p.id, n.paused_until, n.quiet_from, n.quiet_to, n.offered_at, t.topic
FROM people p
LEFT JOIN news_wishes n ON n.person_id = p.id
LEFT JOIN topics_left t ON t.person_id = p.id
WHERE p.id = :person
"""
_SET = """
INSERT INTO news_wishes (person_id, paused_until, quiet_from, quiet_to, offered_at)
VALUES (:person, :paused_until, :quiet_from, :quiet_to, :offered_at)
ON CONFLICT (person_id) DO UPDATE SET paused_until = excluded.paused_until, quiet_from = excluded.quiet_from,
    quiet_to = excluded.quiet_to, offered_at = excluded.offered_at
"""
_LEAVE = "INSERT INTO topics_left (person_id, topic) VALUES (:person, :topic) ON CONFLICT DO NOTHING"
_TAKE_UP = "DELETE FROM topics_left WHERE person_id = :person AND topic = :topic"
# By the chat, which has an index; a topic, a wijk or a pause may have been chosen since the row was made.
_STOP_UNWANTED = """
UPDATE outbox SET state = 'stopped', ended_at = :now
WHERE chat_id = (SELECT chat_id FROM people WHERE id = :person) AND person_id = :person AND act = 'send'
    AND state = 'waiting' AND announcement_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM announcements a
        JOIN announcement_wijken w ON w.announcement_id = a.id
        JOIN follows f ON f.wijk = w.wijk AND f.person_id = :person
        LEFT JOIN topics_left t ON t.person_id = f.person_id AND t.topic = a.topic
        LEFT JOIN news_wishes n ON n.person_id = f.person_id
        WHERE a.id = outbox.announcement_id AND t.person_id IS NULL
            AND (a.topic = 'urgent' OR n.paused_until IS NULL OR n.paused_until <= :now)
    )
"""
# Urgent news waits for no hour. Whose time it is already stays; so does what was begun.
_TAKE_OUT = f"""
DELETE FROM outbox
WHERE chat_id = (SELECT chat_id FROM people WHERE id = :person) AND person_id = :person AND act = 'send'
    AND state = 'waiting' AND attempts = 0 AND part = 0 AND not_before <> :at
    AND announcement_id IN (SELECT id FROM announcements WHERE COALESCE(topic, '') <> 'urgent')
RETURNING {COLUMNS}
"""  # noqa: S608 - nothing but constants


async def find_wishes(tx: Transaction, person: PersonId) -> Wishes:
    """Of who wished nothing: all news, at any hour."""
    rows = await tx.all(_FIND, person=person)
    if not rows:
        return Wishes()
    _, paused_until, start, end, offered_at, _ = rows[0]
    return Wishes(
        quiet=None if start is None else Quiet(start, end),
        paused_until=None if paused_until is None else told(paused_until),
        offered_at=None if offered_at is None else told(offered_at),
        left=frozenset(Topic(row["topic"]) for row in rows if row["topic"] is not None),
    )


async def set_wishes(tx: Transaction, person: PersonId, wishes: Wishes) -> None:
    """All but the topics."""
    await tx.run(
        _SET,
        person=person,
        paused_until=kept(wishes.paused_until),
        quiet_from=wishes.quiet.start if wishes.quiet else None,
        quiet_to=wishes.quiet.end if wishes.quiet else None,
        offered_at=kept(wishes.offered_at),
    )


async def insert_topic_left(tx: Transaction, person: PersonId, topic: Topic) -> None:
    await tx.run(_LEAVE, person=person, topic=topic.value)


async def erase_topic_left(tx: Transaction, person: PersonId, topic: Topic) -> None:
    await tx.run(_TAKE_UP, person=person, topic=topic.value)


async def move_waiting_rows(tx: Transaction, person: PersonId, at: datetime | None, now: datetime) -> None:
    """Let announcements that have not left to somebody leave from then on, or now.

    As rows anew: who sends reads each row once, and would go by the time that it had then.
    """
    taken = [outbox_row(row) for row in await tx.all(_TAKE_OUT, person=person, at=kept(at) or 0)]
    for row in sorted(taken, key=lambda row: row.id):
        await insert_outbox(tx, replace(row.intent, not_before=at), now)


async def stop_unwanted_rows(tx: Transaction, person: PersonId, now: datetime) -> int:
    """Stop announcements that have not left to somebody who does not want them any more; how many."""
    return await tx.run(_STOP_UNWANTED, person=person, now=kept(now))
