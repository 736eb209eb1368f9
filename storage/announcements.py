"""Announcements: their drafts, whom they are for, and the outbox rows that they become."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.announcements import (
    PLANS_AHEAD,
    Announcement,
    Audience,
    AudienceKind,
    State,
    TextState,
    Wording,
)
from bot.domain.city import City, WijkId
from bot.domain.intents import AnnouncementId, OutboxId, Urgency
from bot.domain.news import HOURS, Topic, next_hour
from bot.domain.people import StaffId
from storage.database import Row, Transaction
from storage.times import kept, told

_INSERT = """
INSERT INTO announcements (staff_id, audience, state, people, reached, created_at)
VALUES (:staff, :audience, 'draft', 0, 0, :now) RETURNING id
"""
_SET_AUDIENCE = "UPDATE announcements SET audience = :audience WHERE id = :id"
_SET_TOPIC = "UPDATE announcements SET topic = :topic WHERE id = :id"
_ERASE_WIJKEN = "DELETE FROM announcement_wijken WHERE announcement_id = :id"
_INSERT_WIJK = "INSERT INTO announcement_wijken (announcement_id, wijk) VALUES (:id, :wijk)"
_FIND = """
SELECT a.*, t.language, t.state AS text_state, t.sealed, t.engine, t.doubtful
FROM announcements a LEFT JOIN announcement_texts t ON t.announcement_id = a.id WHERE a.id = :id ORDER BY t.id
"""
# What came back from a second pair of eyes is kept beside a new one, to be offered again, but not for ever.
_ERASE_DRAFTS = """
DELETE FROM announcements WHERE state = 'draft' AND (staff_id = :staff AND round = 0 OR offered_at < :stale)
"""
_ERASE_DRAFT = "DELETE FROM announcements WHERE id = :id AND state = 'draft'"
_SET_TEXT = """
INSERT INTO announcement_texts (announcement_id, language, state, sealed, engine, doubtful, attempts)
VALUES (:id, :language, :state, :sealed, :engine, :doubtful, 0)
ON CONFLICT (announcement_id, language) DO UPDATE SET state = excluded.state, sealed = excluded.sealed,
    engine = excluded.engine, doubtful = excluded.doubtful, attempts = 0
"""
_ERASE_OTHERS = "DELETE FROM announcement_texts WHERE announcement_id = :id AND language <> :language"
_SET_STATE = """
UPDATE announcements SET state = :state, leaves_at = COALESCE(:leaves_at, leaves_at),
    valid_until = COALESCE(:valid_until, valid_until), ended_at = :ended_at
WHERE id = :id
"""
_SET_PEOPLE = "UPDATE announcements SET people = :people WHERE id = :id"
_SET_REACHED = "UPDATE announcements SET reached = :reached WHERE id = :id"
_SET_PROGRESS = "UPDATE announcements SET progress_id = :progress WHERE id = :id"

# Read by person, from the last one on; SQLite keeps the order of a CROSS JOIN.
_FOLLOWERS = """
FROM follows f
CROSS JOIN announcement_wijken w
JOIN people p ON p.id = f.person_id
LEFT JOIN topics_left t ON t.person_id = f.person_id AND t.topic = CAST(:topic AS TEXT)
LEFT JOIN news_wishes n ON n.person_id = f.person_id
WHERE w.wijk = f.wijk AND w.announcement_id = :id
    AND p.blocked_at IS NULL AND f.person_id > :after AND t.person_id IS NULL
    AND (CAST(:urgent AS BIGINT) = 1 OR n.paused_until IS NULL OR n.paused_until <= :now)
"""
# Whether an hour of the day is quiet, as Quiet.holds says it; NULL, and so not, for who has no quiet hours.
_QUIET_AT = "({hour} - n.quiet_from + 24) % 24 < (n.quiet_to - n.quiet_from + 24) % 24"
_HOUR_NOW, _HOUR_SOON = (
    _QUIET_AT.format(hour=f"CAST(:{hour} AS BIGINT)") for hour in ("hour_now", "hour_soon")
)
_ENDS_AT = " ".join(f"WHEN {hour} THEN CAST(:at{hour} AS BIGINT)" for hour in range(HOURS))
_LEAVES_AT = f"""
CASE WHEN CAST(:urgent AS BIGINT) = 1 THEN 0 WHEN {_HOUR_NOW} OR {_HOUR_SOON} THEN CASE n.quiet_to {_ENDS_AT} END ELSE 0 END
"""
_COUNT = f"SELECT COUNT(DISTINCT f.person_id) AS people {_FOLLOWERS}"
# Among all who follow anything, so that no turn looks at more people than its own share.
_UPTO = """
SELECT MAX(person) AS upto FROM (
    SELECT DISTINCT person_id AS person FROM follows WHERE person_id > :after ORDER BY person_id LIMIT :most
) AS next
"""
# Ids of wijken are letters, digits and hyphens, so the JSON can be put together here.
_GROW = f"""
INSERT INTO outbox (chat_id, person_id, urgency, act, name, vals, announcement_id, silent, state, attempts, part,
    not_before, expires_at, created_at)
SELECT p.chat_id, p.id, :urgency, 'send', 'announcement', '{{"wijk":"' || MIN(f.wijk) || '"}}', :id, 0, 'waiting', 0, 0,
    {_LEAVES_AT}, :expires_at, :now
{_FOLLOWERS} AND f.person_id <= :upto
GROUP BY p.id, p.chat_id, n.quiet_from, n.quiet_to ORDER BY p.id
ON CONFLICT DO NOTHING
"""
_TAKE_BACK = """
DELETE FROM outbox WHERE state = 'waiting' AND id IN (
    SELECT id FROM outbox WHERE announcement_id = :id AND act = 'send' AND state = 'waiting' AND attempts = 0 AND part = 0
    LIMIT :most
)
"""

# Ten thousand take some six minutes; what is made shortly before quiet hours must not arrive in them.
LEAVES_WITHIN: Final = timedelta(minutes=15)
# Beyond every id: all followers have their row.
ALL: Final = 2**62


async def insert_announcement(
    tx: Transaction, staff: StaffId, audience: Audience, wijken: Iterable[WijkId], now: datetime
) -> Announcement:
    """A new draft; earlier drafts of the same person are gone then, unless somebody else had looked at them."""
    await tx.run(_ERASE_DRAFTS, staff=staff, stale=kept(now - PLANS_AHEAD))
    new = AnnouncementId(
        await tx.insert(_INSERT, staff=staff, audience=_audience_kept(audience), now=kept(now))
    )
    await set_audience(tx, new, audience, wijken)
    return await get_announcement(tx, new)


async def set_audience(
    tx: Transaction, announcement: AnnouncementId, audience: Audience, wijken: Iterable[WijkId]
) -> None:
    await tx.run(_SET_AUDIENCE, id=announcement, audience=_audience_kept(audience))
    await tx.run(_ERASE_WIJKEN, id=announcement)
    await tx.many(_INSERT_WIJK, [{"id": announcement, "wijk": wijk} for wijk in wijken])


async def set_topic(tx: Transaction, announcement: AnnouncementId, topic: Topic) -> None:
    await tx.run(_SET_TOPIC, id=announcement, topic=topic.value)


async def find_announcement(tx: Transaction, announcement: AnnouncementId) -> Announcement | None:
    """With every wording it has."""
    rows = await tx.all(_FIND, id=announcement)
    return _announcement(tx, rows) if rows else None


async def get_announcement(tx: Transaction, announcement: AnnouncementId) -> Announcement:
    """Raise LookupError when there is none: only for ids that came from this database."""
    found = await find_announcement(tx, announcement)
    if found is None:
        raise LookupError("an announcement that must exist does not")
    return found


async def erase_draft(tx: Transaction, announcement: AnnouncementId) -> None:
    await tx.run(_ERASE_DRAFT, id=announcement)


async def set_wording(tx: Transaction, announcement: AnnouncementId, wording: Wording) -> None:
    await tx.run(
        _SET_TEXT,
        id=announcement,
        language=wording.language,
        state=wording.state.value,
        sealed=tx.sealer.seal(wording.text.encode()),
        engine=wording.engine,
        doubtful=int(wording.doubtful),
    )


async def erase_other_wordings(tx: Transaction, announcement: AnnouncementId, language: str) -> None:
    await tx.run(_ERASE_OTHERS, id=announcement, language=language)


async def set_announcement_state(
    tx: Transaction,
    announcement: AnnouncementId,
    state: State,
    *,
    leaves_at: datetime | None = None,
    valid_until: datetime | None = None,
    ended_at: datetime | None = None,
) -> None:
    """Times that are not given stay as they were."""
    await tx.run(
        _SET_STATE,
        id=announcement,
        state=state.value,
        leaves_at=kept(leaves_at),
        valid_until=kept(valid_until),
        ended_at=kept(ended_at),
    )


async def set_people(tx: Transaction, announcement: AnnouncementId, people: int) -> None:
    await tx.run(_SET_PEOPLE, id=announcement, people=people)


async def set_reached(tx: Transaction, announcement: AnnouncementId, reached: int) -> None:
    await tx.run(_SET_REACHED, id=announcement, reached=reached)


async def set_progress(tx: Transaction, announcement: AnnouncementId, progress: OutboxId) -> None:
    await tx.run(_SET_PROGRESS, id=announcement, progress=progress)


async def count_followers(tx: Transaction, announcement: Announcement, now: datetime) -> int:
    """How many distinct people who can be reached follow a wijk of the audience, and want this topic now."""
    row = await tx.one(_COUNT, **_whom(announcement, now), after=0)
    return int(row["people"]) if row else 0


async def grow_outbox(
    tx: Transaction, announcement: Announcement, most: int, now: datetime, city: City
) -> int:
    """Make the outbox rows of the next who follow anything and this too, each person once; up to whom, or ALL at the end.

    Who has quiet hours now, or before it may have left, gets it when they end.
    """
    whom = _whom(announcement, now)
    row = await tx.one(_UPTO, after=announcement.reached, most=most)
    if row is None or row["upto"] is None:
        return ALL
    await tx.run(
        _GROW,
        **whom,
        **_clock(now, city),
        after=announcement.reached,
        upto=row["upto"],
        urgency=int(Urgency.ANNOUNCEMENT),
        expires_at=kept(announcement.valid_until),
    )
    return int(row["upto"])


async def take_back_rows(tx: Transaction, announcement: AnnouncementId, most: int) -> int:
    """Take back some of the rows of which nothing has left yet; how many, 0 when there are no more."""
    return await tx.run(_TAKE_BACK, id=announcement, most=most)


def _whom(announcement: Announcement, now: datetime) -> dict[str, object]:
    """What the statements about followers ask."""
    topic = announcement.topic.value if announcement.topic else None
    return {"id": announcement.id, "topic": topic, "urgent": int(announcement.urgent), "now": kept(now)}


def _clock(now: datetime, city: City) -> dict[str, object]:
    """The hour it is in the city, the one it will be soon, and when each full hour is next."""
    hours = {f"at{hour}": kept(next_hour(hour, now, city)) for hour in range(HOURS)}
    local, soon = (moment.astimezone(city.time_zone) for moment in (now, now + LEAVES_WITHIN))
    return {**hours, "hour_now": local.hour, "hour_soon": soon.hour}


def _audience_kept(audience: Audience) -> str:
    return f"{audience.kind.value}:{audience.name}"


def _audience(text: str) -> Audience:
    kind, _, name = text.partition(":")
    return Audience(AudienceKind(kind), name)


def _announcement(tx: Transaction, rows: Sequence[Row]) -> Announcement:
    row = rows[0]
    return Announcement(
        id=AnnouncementId(row["id"]),
        staff=row["staff_id"],
        audience=_audience(row["audience"]),
        state=State(row["state"]),
        created_at=told(row["created_at"]),
        people=row["people"],
        reached=row["reached"],
        progress=row["progress_id"],
        leaves_at=None if row["leaves_at"] is None else told(row["leaves_at"]),
        valid_until=None if row["valid_until"] is None else told(row["valid_until"]),
        wordings={text["language"]: _wording(tx, text) for text in rows if text["language"]},
        topic=None if row["topic"] is None else Topic(row["topic"]),
        round=row["round"],
        offered_at=None if row["offered_at"] is None else told(row["offered_at"]),
        decided_by=row["decided_by"],
        refusal=None if row["refusal"] is None else tx.sealer.unseal(row["refusal"]).decode(),
    )


def _wording(tx: Transaction, row: Row) -> Wording:
    return Wording(
        language=row["language"],
        text=tx.sealer.unseal(row["sealed"]).decode(),
        state=TextState(row["text_state"]),
        engine=row["engine"],
        doubtful=bool(row["doubtful"]),
    )
