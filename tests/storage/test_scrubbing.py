"""What was erased is in none of the database's files any more."""

import shutil
from pathlib import Path

import pytest

from storage.database import Transaction
from storage.sealing import KEY_BYTES, Sealer
from storage.sqlite import SqliteDatabase

pytestmark = pytest.mark.sqlite  # its shared commits, its files

TEXT = "Hermelijnstraat " * 300


def held(folder: Path) -> bool:
    return any(TEXT[:40].encode() in file.read_bytes() for file in folder.glob("some.db*"))


async def opened(folder: Path) -> SqliteDatabase:
    return await SqliteDatabase(folder / "some.db", Sealer(bytes(KEY_BYTES))).open()


async def write(tx: Transaction) -> None:
    await tx.run("CREATE TABLE IF NOT EXISTS words (text TEXT)")
    await tx.run("INSERT INTO words VALUES (:text)", text=TEXT)


async def erase(tx: Transaction) -> None:
    await tx.run("DELETE FROM words")


async def erase_and_scrub(tx: Transaction) -> None:
    await erase(tx)
    tx.scrub()


async def test_a_turn_that_scrubs_leaves_nothing_of_what_it_erased(tmp_path: Path) -> None:
    database = await opened(tmp_path)
    await database.turn(write)
    assert held(tmp_path)
    await database.turn(erase_and_scrub)
    assert not held(tmp_path)
    await database.close()


async def test_a_start_removes_what_a_killed_process_had_erased(tmp_path: Path) -> None:
    database = await opened(tmp_path)
    await database.turn(write)
    await database.turn(erase)
    left = tmp_path / "left"
    left.mkdir()
    for file in tmp_path.glob("some.db*"):
        shutil.copy(file, left)
    await database.close()
    assert held(left)
    again = await opened(left)
    assert not held(left)
    await again.close()


async def test_what_somebody_reads_meanwhile_is_removed_with_the_next_turn(tmp_path: Path) -> None:
    database, reader = await opened(tmp_path), await opened(tmp_path)
    await database.turn(write)

    async def reads_while_it_is_erased(tx: Transaction) -> None:
        assert await tx.all("SELECT * FROM words")
        await database.turn(erase_and_scrub)

    await reader.read(reads_while_it_is_erased)
    assert held(tmp_path)
    await database.turn(erase)
    assert not held(tmp_path)
    await reader.close()
    await database.close()


async def test_a_turn_that_is_undone_scrubs_without_harm(tmp_path: Path) -> None:
    database = await opened(tmp_path)
    await database.turn(write)

    async def undone(tx: Transaction) -> None:
        await erase_and_scrub(tx)
        raise LookupError

    with pytest.raises(LookupError):
        await database.turn(undone)
    assert await database.read(lambda tx: tx.all("SELECT * FROM words"))
    await database.close()
