"""Copying a whole database into an empty one, whichever kinds they are, and comparing them row by row."""

import hashlib
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any, Final

from storage.database import Database, Dialect, Row, Transaction
from storage.schema import find_meta, upgrade
from storage.tables import list_tables

AT_ONCE: Final = 1_000
_KEYS: Final = {
    Dialect.SQLITE: """
        SELECT name, type = 'TEXT' AS words FROM pragma_table_info(:name) WHERE pk > 0 ORDER BY pk
    """,
    Dialect.POSTGRESQL: """
        SELECT CAST(a.attname AS TEXT) AS name, format_type(a.atttypid, a.atttypmod) = 'text' AS words
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
        WHERE i.indisprimary AND i.indrelid = CAST(CAST(:name AS TEXT) AS regclass)
        ORDER BY array_position(CAST(i.indkey AS smallint[]), a.attnum)
    """,
}
# One of the two waits while the other keeps everything at once, which takes minutes where there is much.
_MAY_REST: Final = "SET LOCAL idle_in_transaction_session_timeout = 0"
# SQLite orders texts by their bytes; so does PostgreSQL when it is told to.
_BY_BYTES: Final = {Dialect.SQLITE: "", Dialect.POSTGRESQL: ' COLLATE "C"'}
_FIND_NEXT_ID: Final = {
    Dialect.SQLITE: "SELECT seq AS last FROM sqlite_sequence WHERE name = :name",
    Dialect.POSTGRESQL: "SELECT last_value AS last FROM pg_catalog.pg_sequences WHERE sequencename = CAST(:name AS TEXT) || '_id_seq'",
}
_FIND_LAST_ID: Final = 'SELECT MAX(id) AS last FROM "{table}"'
_HAS_COUNTER: Final = {
    Dialect.SQLITE: "SELECT 1 FROM sqlite_master WHERE name = :name AND sql LIKE '%AUTOINCREMENT%'",
    Dialect.POSTGRESQL: "SELECT 1 WHERE pg_get_serial_sequence(CAST(:name AS TEXT), 'id') IS NOT NULL",
}
_HAS_ID: Final = {
    Dialect.SQLITE: "SELECT 1 FROM pragma_table_info(:name) WHERE name = 'id'",
    Dialect.POSTGRESQL: """
        SELECT 1 FROM pg_catalog.pg_attribute
        WHERE attrelid = CAST(CAST(:name AS TEXT) AS regclass) AND attname = 'id'
    """,
}
_SET_NEXT_ID: Final = {
    Dialect.SQLITE: (
        "DELETE FROM sqlite_sequence WHERE name = :name",
        "INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)",
    ),
    Dialect.POSTGRESQL: (
        "SELECT setval(pg_get_serial_sequence(CAST(:name AS TEXT), 'id'), CAST(:last AS BIGINT))",
    ),
}


class CopyWrong(Exception):
    """One line for the operator: why nothing was copied."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One table of one database: how many rows, and a hash over all of them in order."""

    table: str
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    keys: Sequence[str]
    words: Sequence[bool]

    def order(self, dialect: Dialect) -> str:
        return ", ".join(
            f'"{key}"{_BY_BYTES[dialect] if words else ""}'
            for key, words in zip(self.keys, self.words, strict=True)
        )


async def copy_all(source: Database, target: Database) -> list[Counted]:
    """Copy every table as it is at one moment, all or nothing; what the target holds then. Raises CopyWrong.

    Both have the same tables then, row by row: read back from the target after the commit, and compared.
    """
    given = await source.read(lambda there: target.turn(lambda here: _copy(there, here)))
    arrived = await target.read(count_all)
    for ours, theirs in zip(given, arrived, strict=True):
        if ours != theirs:
            raise CopyWrong(
                f"{ours.table} is not the same in both: {ours.rows} rows here, {theirs.rows} there"
            )
    return arrived


async def count_all(tx: Transaction) -> list[Counted]:
    """Every table of a database, by name."""
    return [await _counted(tx, await _table(tx, name)) for name in sorted(await list_tables(tx))]


async def _copy(there: Transaction, here: Transaction) -> list[Counted]:
    for tx in (there, here):
        if tx.dialect is Dialect.POSTGRESQL:
            await tx.run(_MAY_REST)
    if await list_tables(here):
        raise CopyWrong("the database to copy to is not empty, and is not overwritten")
    await upgrade(here)
    ours, theirs = await find_meta(here, "schema"), await _schema(there)
    if ours != theirs:
        raise CopyWrong(
            f"the database to copy has schema {theirs}, and not {ours}: first `wijklijn db upgrade`"
        )
    await here.run("DELETE FROM meta")
    counted = [await _copy_table(there, here, name) for name in await list_tables(here)]
    return sorted(counted, key=lambda one: one.table)


async def _schema(tx: Transaction) -> str:
    if "meta" not in await list_tables(tx):
        raise CopyWrong("the database to copy is empty, or is none of Wijklijn")
    return await find_meta(tx, "schema") or "none"


async def _copy_table(there: Transaction, here: Transaction, name: str) -> Counted:
    table = await _table(there, name)

    async def insert(rows: Sequence[Row]) -> None:
        columns = list(rows[0].keys())
        names = ", ".join(f'"{column}"' for column in columns)
        # Our own names of columns may be words that named values may not be.
        values = ", ".join(f":c{number}" for number in range(len(columns)))
        await here.many(
            f'INSERT INTO "{name}" ({names}) VALUES ({values})',  # noqa: S608 - names out of the schema
            [{f"c{number}": value for number, value in enumerate(row)} for row in rows],
        )

    counted = await _counted(there, table, insert)
    await _copy_counter(there, here, name)
    return counted


async def _copy_counter(there: Transaction, here: Transaction, table: str) -> None:
    """No id that was ever given may come back: the counter goes along, and not only the highest id."""
    named = {"name": table}
    if not await there.one(_HAS_ID[there.dialect], **named) or not await here.one(
        _HAS_COUNTER[here.dialect], **named
    ):
        return
    highest = await there.one(_FIND_LAST_ID.format(table=table))
    given = await there.one(_FIND_NEXT_ID[there.dialect], **named)
    last = max((row["last"] or 0) if row else 0 for row in (highest, given))
    for sql in _SET_NEXT_ID[here.dialect] if last else ():
        ask = here.all if sql.startswith("SELECT") else here.run
        await ask(sql, name=table, last=last)


async def _table(tx: Transaction, name: str) -> _Table:
    keys = await tx.all(_KEYS[tx.dialect], name=name)
    return _Table(name, [key["name"] for key in keys], [bool(key["words"]) for key in keys])


async def _counted(
    tx: Transaction, table: _Table, each: Callable[[Sequence[Row]], Awaitable[None]] | None = None
) -> Counted:
    """Go through a table in the order of its key; `each` is handed the rows."""
    digest, count = hashlib.sha256(), 0
    async for rows in _batches(tx, table):
        if each is not None:
            await each(rows)
        for row in rows:
            digest.update(_bytes_of(row))
        count += len(rows)
    return Counted(table.name, count, digest.hexdigest())


async def _batches(tx: Transaction, table: _Table) -> AsyncIterator[Sequence[Row]]:
    order = table.order(tx.dialect)
    after: Mapping[str, Any] = {}
    where = ""
    while rows := await tx.all(
        f'SELECT * FROM "{table.name}" {where} ORDER BY {order} LIMIT {AT_ONCE}',  # noqa: S608 - names out of the schema
        **after,
    ):
        yield rows
        after = {f"k{number}": rows[-1][key] for number, key in enumerate(table.keys)}
        where = f"WHERE ({order}) > ({', '.join(f':{name}' for name in after)})"


def _bytes_of(row: Row) -> bytes:
    """A row as bytes that are the same from either database; columns in the order of their names."""
    return b"".join(starmap(_field, sorted((key, row[key]) for key in row.keys())))  # noqa: SIM118 - no mapping


def _field(name: str, value: object) -> bytes:
    match value:
        case None:
            kind, content = b"n", b""
        case float():
            kind, content = b"f", struct.pack(">d", value)
        case bytes():
            kind, content = b"b", value
        case _:
            kind, content = (b"i" if isinstance(value, int) else b"t"), str(value).encode()
    return b"%s %s %d:%s" % (name.encode(), kind, len(content), content)
