"""A copy holds every row that there was, in the other kind of database too."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from storage.copying import CopyWrong, Counted, copy_all, count_all
from storage.database import Database, Transaction
from storage.opening import database_of
from storage.schema import check_key, set_meta, upgrade
from storage.sealing import KEY_BYTES, Sealer
from storage.tables import erase_tables, list_tables
from tests.databases import address_in

SEALER = Sealer(bytes(KEY_BYTES))
# As many as need several batches, and in an order that depends on how letters are compared.
WORDS = ["a", "B", "É", "z", "ağaç", "Zebra", "я", "_", "-", "b"]
MANY = 2_300


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Database]:
    database = await database_of(address, SEALER).open()
    try:
        yield database
    finally:
        await database.close()


async def filled(tx: Transaction) -> None:
    await upgrade(tx)
    await check_key(tx)
    for word in WORDS:
        await set_meta(tx, f"t-{word}", "tab\tnew\nline\\ ' \" % ü \u2028")
    await tx.many(
        "INSERT INTO people (id, chat_id, language, created_at) VALUES (:id, :chat, :language, :now)",
        [{"id": n, "chat": n * 5, "language": "nl" if n % 2 else None, "now": n} for n in range(1, MANY)],
    )
    await tx.many(
        "INSERT INTO follows (person_id, wijk, created_at) VALUES (:person, :wijk, 1)",
        [{"person": n, "wijk": word} for n in range(1, 300) for word in WORDS],
    )
    await tx.run(
        "INSERT INTO cases (id, number, alias, resident_id, kind, place, lat, lon, status, urgent, sensitive, reopened,"
        " created_at) VALUES (7, '12345', '7F3K', 3, 'signal', '', :lat, 5.5, 'received', 0, 1, 0, :now)",
        lat=50.98260000000001,
        now=2**53 + 1,
    )
    await tx.run(
        "INSERT INTO case_messages (case_id, author, language, text, sealed, media, created_at)"
        " VALUES (7, 'resident', 'bg', '', :sealed, '[]', 1)",
        sealed=bytes(range(256)),
    )
    for number in range(5):
        await tx.run(
            "INSERT INTO inbox (dedupe, lane, kind, state, attempts, not_before, created_at)"
            " VALUES (:key, 1, 'update', 'done', 0, 0, 1)",
            key=f"u:{number}",
        )
    await tx.run("DELETE FROM inbox WHERE dedupe = 'u:4'")


async def there_and_back(tmp_path: Path) -> tuple[list[Counted], list[Counted], list[Counted]]:
    """What an embedded database holds, what its copy does, and what the copy of that does."""
    async with opened(f"sqlite:///{tmp_path}/first.db") as first, opened(address_in(tmp_path)) as other:
        await first.turn(filled)
        return (
            await first.read(count_all),
            await copy_all(first, other),
            await _copied_to(other, tmp_path / "last.db"),
        )


async def _copied_to(database: Database, path: Path) -> list[Counted]:
    async with opened(f"sqlite:///{path}") as last:
        return await copy_all(database, last)


async def test_what_went_there_and_came_back_is_the_same_row_by_row(tmp_path: Path) -> None:
    had, copied, came_back = await there_and_back(tmp_path)
    assert copied == had
    assert came_back == had
    rows = {one.table: one.rows for one in had}
    assert (rows["people"], rows["follows"], rows["cases"]) == (MANY - 1, 299 * len(WORDS), 1)


async def test_a_value_that_differs_is_seen(tmp_path: Path) -> None:
    async with opened(address_in(tmp_path)) as database:
        await database.turn(filled)
        before = await database.read(count_all)
        await database.turn(lambda tx: tx.run("UPDATE cases SET lat = 50.9826 WHERE id = 7"))
        after = await database.read(count_all)
    changed = [one.table for one, other in zip(before, after, strict=True) if one != other]
    assert changed == ["cases"]


async def test_an_id_that_was_given_once_is_not_given_again_in_the_copy(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path}/first.db") as first, opened(address_in(tmp_path)) as other:
        await first.turn(filled)
        await copy_all(first, other)
        new = (
            "INSERT INTO inbox (dedupe, lane, kind, state, attempts, not_before, created_at)"
            " VALUES ('u:9', 1, 'update', 'done', 0, 0, 1) RETURNING id"
        )
        assert await other.turn(lambda tx: tx.insert(new)) == 6
        person = "INSERT INTO people (chat_id, created_at) VALUES (-1, 1) RETURNING id"
        assert await other.turn(lambda tx: tx.insert(person)) == MANY


async def test_nothing_is_copied_over_something(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path}/first.db") as first, opened(address_in(tmp_path)) as other:
        await first.turn(filled)
        await other.turn(upgrade)
        with pytest.raises(CopyWrong, match="is not empty"):
            await copy_all(first, other)
        assert await other.read(_people) == 0


async def test_a_database_of_another_schema_is_upgraded_first(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path}/first.db") as first, opened(address_in(tmp_path)) as other:
        await first.turn(filled)
        await first.turn(lambda tx: set_meta(tx, "schema", "0001_start"))
        with pytest.raises(CopyWrong, match="first `wijklijn db upgrade`"):
            await copy_all(first, other)
        assert await other.read(list_tables) == []


async def test_an_empty_database_is_none_to_copy(tmp_path: Path) -> None:
    async with opened(address_in(tmp_path)) as empty, opened(f"sqlite:///{tmp_path}/to.db") as other:
        with pytest.raises(CopyWrong, match="is empty"):
            await copy_all(empty, other)


async def test_what_is_referred_to_comes_first(tmp_path: Path) -> None:
    async with opened(address_in(tmp_path)) as database:
        await database.turn(upgrade)
        order: Sequence[str] = await database.read(list_tables)
        assert order.index("people") < order.index("staff") < order.index("cases") < order.index("notes")
        await database.turn(erase_tables)
        assert await database.read(list_tables) == []


async def _people(tx: Transaction) -> int:
    row = await tx.one("SELECT COUNT(*) AS n FROM people")
    return int(row["n"]) if row else -1
