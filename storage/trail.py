"""The trail: who of the staff did what, when, and to which case. It is appended to, and holds nothing that was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import orjson

from bot.domain.people import Role, StaffId
from storage.database import Transaction
from storage.times import kept, told

_INSERT: Final = """
INSERT INTO staff_acts (act, staff_id, detail, created_at) VALUES (:act, :staff, :detail, :now)
"""
# The newest of each of the two, along its index, and of those the newest.
_LIST: Final = """
SELECT a.act AS act, a.detail AS detail, a.created_at AS created_at, a.staff_id AS staff_id,
    (SELECT s.role FROM staff s WHERE s.id = a.staff_id) AS role,
    (SELECT c.number FROM cases c WHERE c.id = a.case_id) AS number
FROM (
    SELECT * FROM (
        SELECT act, detail, created_at, staff_id, case_id, id FROM history
        WHERE staff_id IS NOT NULL AND (CAST(:staff AS BIGINT) IS NULL OR staff_id = :staff)
        ORDER BY created_at DESC, id DESC LIMIT :upto
    ) AS of_cases
    UNION ALL
    SELECT * FROM (
        SELECT act, detail, created_at, staff_id, CAST(NULL AS BIGINT) AS case_id, id FROM staff_acts
        WHERE CAST(:staff AS BIGINT) IS NULL OR staff_id = :staff
        ORDER BY created_at DESC, id DESC LIMIT :upto
    ) AS of_others
) AS a
ORDER BY a.created_at DESC, a.id DESC LIMIT :most OFFSET :skipped
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. Without `staff` the operator did it; without `number` it was about no case."""

    act: str
    staff: StaffId | None
    role: Role | None
    number: str | None
    detail: Mapping[str, str]
    at: datetime


async def insert_staff_act(
    tx: Transaction, act: str, *, by: StaffId | None, now: datetime, detail: Mapping[str, str]
) -> None:
    """Append what was done that is about no case; `detail` never holds words of a person."""
    await tx.run(_INSERT, act=act, staff=by, detail=orjson.dumps(dict(detail)).decode(), now=kept(now))


async def list_trail(
    tx: Transaction, *, most: int, skipped: int = 0, staff: StaffId | None = None
) -> Sequence[Entry]:
    """Newest first; of everybody, or of one of the staff."""
    rows = await tx.all(_LIST, staff=staff, upto=most + skipped, most=most, skipped=skipped)
    return [
        Entry(
            row["act"],
            StaffId(row["staff_id"]) if row["staff_id"] else None,
            Role(row["role"]) if row["role"] else None,
            row["number"],
            orjson.loads(row["detail"]),
            told(row["created_at"]),
        )
        for row in rows
    ]
