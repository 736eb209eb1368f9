"""Leases: what one replica at a time may do. All times are the server's own, so no two machines' clocks need agree."""

from dataclasses import dataclass
from typing import Final

from storage.database import Dialect, StorageFailed, Transaction

SERVER_NOW: Final = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)"
# Also by the same holder: it may have taken it without being told, when the server went away at that moment.
_TAKE: Final = f"""
INSERT INTO leases (name, holder, fence, until) VALUES (:name, :holder, 1, {SERVER_NOW} + :length)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, fence = leases.fence + 1, until = excluded.until
WHERE leases.until <= {SERVER_NOW} OR leases.holder = excluded.holder
RETURNING fence
"""  # noqa: S608 - nothing but constants
_RENEW: Final = f"""
UPDATE leases SET until = {SERVER_NOW} + :length WHERE name = :name AND holder = :holder AND fence = :fence
"""  # noqa: S608 - nothing but constants
_RELEASE: Final = "UPDATE leases SET until = 0 WHERE name = :name AND holder = :holder AND fence = :fence"
_IS_FREE: Final = f"SELECT 1 FROM leases WHERE name = :name AND until > {SERVER_NOW} AND holder <> :holder"  # noqa: S608
_ANY_HELD: Final = f"SELECT 1 FROM leases WHERE until > {SERVER_NOW} LIMIT 1"  # noqa: S608 - nothing but constants
# Until this transaction ends nobody takes it over; renewing it goes on (see the index leases_fenced).
_CHECK: Final = """
SELECT fence FROM leases WHERE name = :name AND holder = :holder AND fence = :fence FOR KEY SHARE
"""
_LIST: Final = f"SELECT name, holder, fence, until, until - {SERVER_NOW} AS rest FROM leases ORDER BY name"  # noqa: S608


class LeaseLost(StorageFailed):
    """Another replica has it, or may have it: nothing of this was kept."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who holds a lease, since which change of holder."""

    name: str
    holder: str
    fence: int


@dataclass(frozen=True, slots=True)
class LeaseRow:
    """`until` in microseconds of the server's clock, 0 when it was given back; `rest`: so many of them are left then."""

    name: str
    holder: str
    fence: int
    until: int
    rest: int


async def is_free(tx: Transaction, name: str, holder: str) -> bool:
    """Whether nobody else holds it just now."""
    return await tx.one(_IS_FREE, name=name, holder=holder) is None


async def is_any_held(tx: Transaction) -> bool:
    """Whether any replica holds any just now, by the server's clock: only PostgreSQL has one."""
    return tx.dialect is Dialect.POSTGRESQL and await tx.one(_ANY_HELD) is not None


async def take_lease(tx: Transaction, name: str, holder: str, length: int) -> Tenure | None:
    """Take it for `length` microseconds; None while somebody else has it."""
    row = await tx.one(_TAKE, name=name, holder=holder, length=length)
    return Tenure(name, holder, row["fence"]) if row else None


async def renew_lease(tx: Transaction, tenure: Tenure, length: int) -> bool:
    """Hold it `length` microseconds from now; False when it is somebody else's."""
    return (
        await tx.run(_RENEW, name=tenure.name, holder=tenure.holder, fence=tenure.fence, length=length) == 1
    )


async def release_lease(tx: Transaction, tenure: Tenure) -> None:
    """Let the next one take it at once."""
    await tx.run(_RELEASE, name=tenure.name, holder=tenure.holder, fence=tenure.fence)


async def check_lease(tx: Transaction, tenure: Tenure) -> None:
    """Nobody can take it over before this transaction ends. Raises LeaseLost when somebody has."""
    if await tx.one(_CHECK, name=tenure.name, holder=tenure.holder, fence=tenure.fence) is None:
        raise LeaseLost(f"the lease {tenure.name} was lost")


async def list_leases(tx: Transaction) -> list[LeaseRow]:
    """None on SQLite, where one process does all."""
    if tx.dialect is Dialect.SQLITE:
        return []
    rows = await tx.all(_LIST)
    return [
        LeaseRow(row["name"], row["holder"], row["fence"], row["until"], max(row["rest"], 0)) for row in rows
    ]
