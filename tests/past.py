"""Acts that were done long ago: the database itself refuses to change what was done, so its guard is taken off first."""

from storage.database import Dialect, Transaction

_UNGUARD = {
    Dialect.SQLITE: "DROP TRIGGER IF EXISTS history_is_not_changed",
    Dialect.POSTGRESQL: "DROP TRIGGER IF EXISTS history_is_not_changed ON history",
}


async def backdate(tx: Transaction, sql: str, **values: object) -> None:
    """Change the history of a test."""
    await tx.run(_UNGUARD[tx.dialect])
    await tx.run(sql, **values)
