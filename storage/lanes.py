"""Chat rows: which replica is at work on which chat. Times are the server's own."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from storage.database import StorageFailed, Transaction
from storage.inbox import InboxRow
from storage.leases import SERVER_NOW

# In one order, or two replicas that claim the same chats would wait for each other.
_CLAIM: Final = f"""
INSERT INTO lanes (lane, holder, fence, until)
SELECT lane, CAST(:holder AS TEXT), {SERVER_NOW}, {SERVER_NOW} + :length
FROM unnest(CAST(:lanes AS BIGINT[])) AS lane ORDER BY lane
ON CONFLICT (lane) DO UPDATE SET holder = excluded.holder, fence = excluded.fence, until = excluded.until
WHERE lanes.until <= {SERVER_NOW} OR lanes.holder = excluded.holder
RETURNING lane, fence
"""  # noqa: S608 - nothing but constants
_KEEP: Final = f"""
UPDATE lanes SET until = {SERVER_NOW} + :length WHERE lane = :lane AND holder = :holder AND fence = :fence
"""  # noqa: S608 - nothing but constants
_GIVE_BACK: Final = "DELETE FROM lanes WHERE lane = :lane AND holder = :holder AND fence = :fence"
_RENEW: Final = f"""
UPDATE lanes SET until = {SERVER_NOW} + :length WHERE lane IN (
    SELECT lane FROM lanes WHERE holder = :holder AND lane = ANY(CAST(:lanes AS BIGINT[])) FOR UPDATE SKIP LOCKED
)
"""  # noqa: S608 - nothing but constants
_GIVE_BACK_ALL: Final = "DELETE FROM lanes WHERE holder = :holder"
_LIST_OTHERS: Final = f"SELECT lane FROM lanes WHERE holder <> :holder AND until > {SERVER_NOW}"  # noqa: S608

_LIST_WAITING: Final = """
SELECT id, lane, kind, attempts FROM inbox WHERE state = 'waiting' AND id > :after ORDER BY id LIMIT :most
"""


class LaneLost(StorageFailed):
    """Another replica is at work on this chat: nothing of this was kept."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A chat that this holder has; `fence` is another one each time that it is claimed."""

    lane: int
    holder: str
    fence: int


async def claim_lanes(
    tx: Transaction, lanes: Collection[int], holder: str, length: int
) -> Mapping[int, Claim]:
    """Those of these chats that nobody else has, for `length` microseconds."""
    rows = await tx.all(_CLAIM, lanes=sorted(lanes), holder=holder, length=length)
    return {row["lane"]: Claim(row["lane"], holder, row["fence"]) for row in rows}


async def keep_lane(tx: Transaction, claim: Claim, length: int) -> None:
    """Hold it `length` microseconds from now; nobody takes it before this transaction ends. Raises LaneLost."""
    if not await tx.run(_KEEP, lane=claim.lane, holder=claim.holder, fence=claim.fence, length=length):
        raise LaneLost("another replica is at work on this chat")


async def give_back_lane(tx: Transaction, claim: Claim) -> None:
    """Nobody has it any more, once this transaction has ended. Raises LaneLost."""
    if not await tx.run(_GIVE_BACK, lane=claim.lane, holder=claim.holder, fence=claim.fence):
        raise LaneLost("another replica is at work on this chat")


async def renew_lanes(tx: Transaction, lanes: Collection[int], holder: str, length: int) -> None:
    """Hold those longer that are held still; a turn that is under way renews its own."""
    await tx.run(_RENEW, lanes=sorted(lanes), holder=holder, length=length)


async def give_back_lanes(tx: Transaction, holder: str) -> None:
    """Give back all that this holder has."""
    await tx.run(_GIVE_BACK_ALL, holder=holder)


async def list_lanes_of_others(tx: Transaction, holder: str) -> set[int]:
    """The chats that somebody else is at work on."""
    return {row["lane"] for row in await tx.all(_LIST_OTHERS, holder=holder)}


async def list_waiting_lanes(tx: Transaction, after: int, most: int) -> list[InboxRow]:
    """What waits with an id above `after`, oldest first, without what it holds."""
    rows = await tx.all(_LIST_WAITING, after=after, most=most)
    return [InboxRow(row["id"], row["lane"], row["kind"], None, row["attempts"]) for row in rows]
