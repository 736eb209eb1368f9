"""Which tables a database has, in an order that what they refer to comes first."""

from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Final

from storage.database import Dialect, Transaction

_TABLES: Final = {
    Dialect.SQLITE: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    Dialect.POSTGRESQL: """
        SELECT CAST(tablename AS TEXT) AS name FROM pg_catalog.pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY tablename
    """,
}
_REFERS: Final = {
    Dialect.SQLITE: """
        SELECT t.name AS name, f."table" AS to_table FROM sqlite_master t, pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table'
    """,
    Dialect.POSTGRESQL: """
        SELECT CAST(f.relname AS TEXT) AS name, CAST(t.relname AS TEXT) AS to_table FROM pg_catalog.pg_constraint c
        JOIN pg_catalog.pg_class f ON f.oid = c.conrelid JOIN pg_catalog.pg_class t ON t.oid = c.confrelid
        WHERE c.contype = 'f'
    """,
}


async def list_tables(tx: Transaction) -> Sequence[str]:
    """Names of all tables, each after those that it refers to."""
    before: Mapping[str, set[str]] = {row["name"]: set() for row in await tx.all(_TABLES[tx.dialect])}
    for row in await tx.all(_REFERS[tx.dialect]):
        if row["name"] != row["to_table"]:
            before[row["name"]].add(row["to_table"])
    return list(TopologicalSorter(before).static_order())


async def erase_tables(tx: Transaction) -> None:
    """Drop every table, with all that it holds, and what guarded them: a restore can begin anew."""
    for table in reversed(await list_tables(tx)):
        await tx.run(f'DROP TABLE "{table}"')
    if tx.dialect is Dialect.POSTGRESQL:
        await tx.run("DROP FUNCTION IF EXISTS keep_what_was_done()")
