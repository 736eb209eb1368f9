"""Announcements that wait for a second pair of eyes, and who was asked to look."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.announcements import Announcement
from bot.domain.intents import AnnouncementId, OutboxId
from bot.domain.people import StaffId
from storage.announcements import get_announcement
from storage.database import Transaction
from storage.times import kept

_OFFER: Final = """
UPDATE announcements SET state = 'proposed', round = round + 1, offered_at = :now, leaves_at = :leaves_at,
    valid_until = :lapses_at, decided_by = NULL, refusal = NULL
WHERE id = :id AND state = 'draft'
"""
# Once: who decides a moment later finds it decided.
_APPROVE: Final = """
UPDATE announcements SET decided_by = :staff WHERE id = :id AND state = 'proposed' AND round = :round
"""
_REFUSE: Final = """
UPDATE announcements SET state = 'draft', decided_by = :staff, refusal = :refusal
WHERE id = :id AND state IN ('proposed', 'held') AND round = :round
"""
_TAKE_BACK: Final = """
UPDATE announcements SET state = 'draft', decided_by = NULL WHERE id = :id AND state IN ('proposed', 'held')
"""
_LIST_PROPOSED: Final = "SELECT id FROM announcements WHERE state = 'proposed' ORDER BY id"
_INSERT_ASKED: Final = """
INSERT INTO announcement_asked (announcement_id, staff_id, outbox_id) VALUES (:id, :staff, :outbox)
"""
_LIST_ASKED: Final = """
SELECT staff_id, outbox_id FROM announcement_asked WHERE announcement_id = :id ORDER BY outbox_id
"""
_ERASE_ASKED: Final = "DELETE FROM announcement_asked WHERE announcement_id = :id"


async def offer_announcement(
    tx: Transaction,
    announcement: AnnouncementId,
    now: datetime,
    *,
    leaves_at: datetime | None,
    lapses_at: datetime,
) -> Announcement:
    """Let it wait for somebody else; without `leaves_at` it leaves as soon as that person approves."""
    times = {"now": kept(now), "leaves_at": kept(leaves_at), "lapses_at": kept(lapses_at)}
    await tx.run(_OFFER, id=announcement, **times)
    return await get_announcement(tx, announcement)


async def approve_announcement(tx: Transaction, offered: Announcement, staff: StaffId) -> bool:
    """Note who let it leave; False when somebody decided before, or it was offered anew since."""
    return await tx.run(_APPROVE, id=offered.id, round=offered.round, staff=staff) == 1


async def refuse_announcement(tx: Transaction, offered: Announcement, staff: StaffId, words: str) -> bool:
    """A draft again, with what is wrong with it; False when that came too late."""
    refusal = tx.sealer.seal(words.encode())
    done = await tx.run(_REFUSE, id=offered.id, round=offered.round, staff=staff, refusal=refusal)
    return done == 1


async def take_back_announcement(tx: Transaction, announcement: AnnouncementId) -> bool:
    """A draft again, about which nobody decided; False when it waits for nothing."""
    return await tx.run(_TAKE_BACK, id=announcement) == 1


async def list_proposed(tx: Transaction) -> Sequence[Announcement]:
    """All that wait for somebody else, oldest first."""
    return [await get_announcement(tx, row["id"]) for row in await tx.all(_LIST_PROPOSED)]


async def insert_asked(
    tx: Transaction, announcement: AnnouncementId, staff: StaffId, message: OutboxId
) -> None:
    """Note whom that message asks."""
    await tx.run(_INSERT_ASKED, id=announcement, staff=staff, outbox=message)


async def list_asked(tx: Transaction, announcement: AnnouncementId) -> Sequence[tuple[StaffId, OutboxId]]:
    """Who was asked, and by which message; somebody may have been asked more than once."""
    rows = await tx.all(_LIST_ASKED, id=announcement)
    return [(StaffId(row["staff_id"]), OutboxId(row["outbox_id"])) for row in rows]


async def erase_asked(tx: Transaction, announcement: AnnouncementId) -> None:
    await tx.run(_ERASE_ASKED, id=announcement)
