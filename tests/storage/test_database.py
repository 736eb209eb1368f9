"""Turns share commits, and nobody is told of what was not kept."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest

from storage.database import StorageFailed, Transaction
from storage.link import Link
from storage.schema import bind_to_bot, check_key, scripts, statements, upgrade
from storage.sealing import KeyWrong, Sealer, keep_new_key, key_of, new_key
from storage.sqlite import SqliteDatabase, SqliteTransaction

pytestmark = pytest.mark.sqlite  # its shared commits, its files

# Each database has its own words for these.
_GUARDS = r"CREATE (OR REPLACE FUNCTION|TRIGGER) "
FOLLOW = "INSERT INTO meta (key, value) VALUES (:key, 'x')"


def sealer() -> Sealer:
    return Sealer(key_of(new_key()))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[SqliteDatabase]:
    database = await SqliteDatabase(tmp_path / "test.db", sealer(), waits_ms=100).open()
    await database.turn(upgrade)
    yield database
    await database.close()


def _link(tx: Transaction) -> Link:
    assert isinstance(tx, SqliteTransaction)
    return tx.link


async def _keys(tx: Transaction) -> list[str]:
    return [row["key"] for row in await tx.all("SELECT key FROM meta WHERE key LIKE 't%' ORDER BY key")]


def _keep(key: str) -> Callable[[Transaction], Awaitable[str]]:
    async def work(tx: Transaction) -> str:
        await tx.run(FOLLOW, key=key)
        await asyncio.sleep(0)
        return key

    return work


async def test_turns_that_wait_share_one_commit(database: SqliteDatabase) -> None:
    before = await database.read(_commits)
    kept = await asyncio.gather(*(database.turn(_keep(f"t{n:02}")) for n in range(40)))
    assert kept == [f"t{n:02}" for n in range(40)]
    assert await database.read(_keys) == kept
    assert await database.read(_commits) - before <= 2


async def _commits(tx: Transaction) -> int:
    """How often another connection has committed, as SQLite counts."""
    row = await tx.one("PRAGMA data_version")
    return int(row[0]) if row else 0


async def test_a_turn_that_raises_is_undone_and_its_neighbours_are_kept(database: SqliteDatabase) -> None:
    async def bad(tx: Transaction) -> None:
        await tx.run(FOLLOW, key="t-bad")
        raise ValueError

    results = await asyncio.gather(
        database.turn(_keep("t1")),
        database.turn(bad),
        database.turn(_keep("t2")),
        return_exceptions=True,
    )
    assert isinstance(results[1], ValueError)
    assert await database.read(_keys) == ["t1", "t2"]


async def test_a_locked_database_keeps_nothing_and_says_so(database: SqliteDatabase, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "test.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageFailed):
        await database.turn(_keep("t1"))
    other.execute("ROLLBACK")
    other.close()
    assert await database.turn(_keep("t2")) == "t2"
    assert await database.read(_keys) == ["t2"]


async def _huge(tx: Transaction) -> None:
    await tx.all("PRAGMA max_page_count = 1")
    await tx.run("INSERT INTO meta (key, value) VALUES ('t-huge', :value)", value="x" * 9_000_000)


async def test_a_turn_that_fills_the_disk_fails_and_its_neighbours_are_kept_without_it(
    database: SqliteDatabase,
) -> None:
    results = await asyncio.gather(
        database.turn(_keep("t1")),
        database.turn(_huge),
        return_exceptions=True,
    )
    assert results[0] == "t1"
    assert isinstance(results[1], StorageFailed)
    assert await database.read(_keys) == ["t1"]


async def test_nothing_is_kept_of_a_turn_that_goes_on_after_the_disk_was_full(
    database: SqliteDatabase,
) -> None:
    async def deaf(tx: Transaction) -> None:
        with suppress(StorageFailed):
            await _huge(tx)
        with suppress(StorageFailed):
            await tx.run(FOLLOW, key="t-after")

    with pytest.raises(StorageFailed):
        await database.turn(deaf)
    assert await database.read(_keys) == []


async def test_what_fails_apart_undoes_no_more_than_what_is_apart(database: SqliteDatabase) -> None:
    async def work(tx: Transaction) -> None:
        await tx.run(FOLLOW, key="t1")
        with suppress(sqlite3.IntegrityError):
            async with tx.apart():
                await tx.run(FOLLOW, key="t-apart")
                await tx.run(FOLLOW, key="t1")
        await tx.run(FOLLOW, key="t2")

    await database.turn(work)
    assert await database.read(_keys) == ["t1", "t2"]


async def test_a_disk_that_is_full_apart_is_full_to_the_whole_turn(database: SqliteDatabase) -> None:
    async def work(tx: Transaction) -> None:
        await tx.run(FOLLOW, key="t1")
        with suppress(StorageFailed):
            async with tx.apart():
                await _huge(tx)

    with pytest.raises(StorageFailed):
        await database.turn(work)
    assert await database.read(_keys) == []


async def test_a_turn_that_is_given_up_in_the_middle_does_not_stop_the_writer(
    database: SqliteDatabase,
) -> None:
    async def given_up(tx: Transaction) -> None:
        await tx.run(FOLLOW, key="t-given-up")
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await database.turn(given_up)
    assert await database.turn(_keep("t1")) == "t1"
    assert await database.read(_keys) == ["t1"]


async def test_a_turn_that_ends_the_transaction_itself_does_not_stop_the_writer(
    database: SqliteDatabase,
) -> None:
    async def ends_it(tx: Transaction) -> None:
        await tx.run("ROLLBACK")

    with pytest.raises(StorageFailed):
        await database.turn(ends_it)
    assert await database.turn(_keep("t1")) == "t1"


async def test_a_lost_connection_is_opened_anew(database: SqliteDatabase) -> None:
    async def loses(tx: Transaction) -> None:
        _link(tx).connection.close()

    with pytest.raises(StorageFailed):
        await database.turn(loses)
    assert await database.turn(_keep("t1")) == "t1"


async def test_a_lost_connection_never_makes_an_empty_file_where_the_database_was(
    database: SqliteDatabase, tmp_path: Path
) -> None:
    async def loses(tx: Transaction) -> None:
        (tmp_path / "test.db").rename(tmp_path / "moved.db")
        _link(tx).connection.close()

    for work in (loses, _keep("t1")):
        with pytest.raises(StorageFailed):
            await database.turn(work)
    assert not (tmp_path / "test.db").exists()


async def test_a_statement_that_returns_rows_is_refused_where_nobody_reads_them(
    database: SqliteDatabase,
) -> None:
    with pytest.raises(ValueError, match="returns rows"):
        await database.turn(lambda tx: tx.run(FOLLOW + " RETURNING key", key="t1"))
    assert await database.turn(_keep("t2")) == "t2"
    assert await database.read(_keys) == ["t2"]


async def test_a_turn_after_closing_fails_at_once(tmp_path: Path) -> None:
    database = await SqliteDatabase(tmp_path / "test.db", sealer()).open()
    await database.close()
    with pytest.raises(StorageFailed, match="closed"):
        await database.turn(_keys)


async def test_a_reader_that_is_given_up_does_not_disturb_the_next(database: SqliteDatabase) -> None:
    for steps in range(12):
        reading = asyncio.ensure_future(database.read(_keys))
        for _ in range(steps):
            await asyncio.sleep(0)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        assert await database.read(_keys) == []


async def test_what_was_kept_is_there_after_closing(tmp_path: Path) -> None:
    seal = sealer()
    first = await SqliteDatabase(tmp_path / "test.db", seal).open()
    await first.turn(upgrade)
    await first.turn(check_key)
    await first.turn(lambda tx: bind_to_bot(tx, 7))
    await first.close()
    again = await SqliteDatabase(tmp_path / "test.db", seal).open()
    assert await again.turn(upgrade) == []
    with pytest.raises(StorageFailed, match="another bot"):
        await again.turn(lambda tx: bind_to_bot(tx, 8))
    await again.close()


async def test_another_key_opens_nothing(tmp_path: Path) -> None:
    first = await SqliteDatabase(tmp_path / "test.db", sealer()).open()
    await first.turn(upgrade)
    await first.turn(check_key)
    await first.close()
    other = await SqliteDatabase(tmp_path / "test.db", sealer()).open()
    with pytest.raises(KeyWrong):
        await other.turn(check_key)
    await other.close()


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "test.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(StorageFailed, match=r"test\.db"):
        await SqliteDatabase(tmp_path / "test.db", sealer()).open()


def test_only_its_owner_may_read_a_new_database_and_its_log(database: SqliteDatabase) -> None:
    files = sorted(database.path.parent.glob("test.db*"))
    assert [file.name for file in files] == ["test.db", "test.db-shm", "test.db-wal"]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_a_key_is_written_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "wijklijn.key"
    kept = keep_new_key(path)
    assert key_of(path.read_text()) == key_of(kept)
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        keep_new_key(path)


@pytest.mark.parametrize("key", ["", "short", "ж" * 44, "A" * 60])
def test_a_malformed_key_is_refused(key: str) -> None:
    with pytest.raises(KeyWrong):
        Sealer(key_of(key))


def test_both_schemas_are_the_same_but_for_the_names_of_their_types() -> None:
    def tables(database: str) -> list[str]:
        said = [statement for _, script in scripts(database) for statement in statements(script)]
        text = " ".join(one for one in said if not re.match(_GUARDS, one))
        same = {
            "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY": "INTEGER PRIMARY KEY",
            "INTEGER PRIMARY KEY AUTOINCREMENT": "INTEGER PRIMARY KEY",
            ") STRICT": ")",
            "BIGINT": "INTEGER",
            "BYTEA": "BLOB",
            "DOUBLE PRECISION": "REAL",
        }
        for its, ours in same.items():
            text = text.replace(its, ours)
        return text.split()

    assert tables("sqlite") == tables("postgresql")
    assert "people" in tables("sqlite")


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_both_schemas_guard_the_same_tables(database: str) -> None:
    said = [statement for _, script in scripts(database) for statement in statements(script)]
    found = [re.search(r" ON (\w+)", one) for one in said if one.startswith("CREATE TRIGGER")]
    assert {one[1] for one in found if one} == {"history", "staff_acts"}


async def test_told_to_hurry_it_waits_less_for_another_process(tmp_path: Path) -> None:
    database = await SqliteDatabase(tmp_path / "test.db", sealer(), waits_ms=60_000).open()
    await database.turn(upgrade)
    other = sqlite3.connect(tmp_path / "test.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database.hurry()
    async with asyncio.timeout(5):
        with pytest.raises(StorageFailed):
            await database.turn(_keep("t1"))
    other.close()
    await database.close()
