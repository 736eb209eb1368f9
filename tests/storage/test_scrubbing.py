"""What was erased is in none of the database's files any more."""

import asyncio
import random
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from storage.database import StorageFailed, Transaction
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
    await insert(tx)


async def insert(tx: Transaction) -> None:
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


async def test_what_pages_keep_in_their_unused_space_goes_when_the_file_is_written_anew(
    tmp_path: Path,
) -> None:
    """A page that is divided leaves copies behind, of what is erased later; in some of these there are such."""
    left = 0
    for seed in range(10):
        database = await opened(tmp_path)
        await database.turn(partial(live_and_erase, seed))
        left += pieces(tmp_path)
        await database.rewrite()
        assert pieces(tmp_path) == 0
        assert await database.read(lambda tx: tx.one("SELECT COUNT(*) AS n FROM said")) is not None
        await database.close()
    assert left > 0, "SQLite leaves nothing any more: it need not be written anew"


def pieces(folder: Path) -> int:
    return sum(file.read_bytes().count(b"Wezel") for file in folder.glob("some.db*"))


async def live_and_erase(seed: int, tx: Transaction) -> None:
    """Months of messages of two people, some of which grow, and then one of them erases everything."""
    chance = random.Random(seed)
    await tx.run("DROP TABLE IF EXISTS said")
    await tx.run("CREATE TABLE said (id INTEGER PRIMARY KEY, who INTEGER, text TEXT)")
    for number in range(600):
        who = chance.randrange(2)
        text = ("Wezel" if who else "Ander") + "." * chance.randrange(300)
        await tx.run("INSERT INTO said (who, text) VALUES (:who, :text)", who=who, text=text)
        await tx.run(
            "UPDATE said SET text = text || :more WHERE id = :id",
            more="." * chance.randrange(200),
            id=chance.randrange(1, number + 2),
        )
    await tx.run("DELETE FROM said WHERE who = 1")
    tx.scrub()


async def test_turns_wait_while_the_file_is_written_anew_and_are_kept(tmp_path: Path) -> None:
    database = await opened(tmp_path)
    await asyncio.gather(database.turn(write), database.rewrite(), *[database.turn(insert) for _ in range(5)])
    assert len(await database.read(lambda tx: tx.all("SELECT * FROM words"))) == 6
    assert (tmp_path / "some.db-wal").stat().st_size == 0
    await database.close()


async def test_a_file_is_not_written_anew_when_the_end_is_near(tmp_path: Path) -> None:
    database = await opened(tmp_path)
    await database.turn(partial(fill, 30_000))
    database.hurry()
    with pytest.raises(StorageFailed, match="INTERRUPT"):
        await database.rewrite()
    await database.turn(insert)
    ((said,),) = await database.read(lambda tx: tx.all("PRAGMA integrity_check"))
    assert said == "ok"
    await database.close()


def test_not_even_a_lack_of_memory_ends_the_writer(tmp_path: Path) -> None:
    """Which is no error of SQLite's in Python. In a process of its own: the limit is for a whole process, and for good."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.storage.little_memory", tmp_path / "some.db"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.stdout, ended.stderr) == ("nothing could be rewritten: MemoryError\nkept\n", "")


async def fill(count: int, tx: Transaction) -> None:
    await write(tx)
    rows: list[dict[str, object]] = [{"text": f"{number} {TEXT[:900]}"} for number in range(count)]
    await tx.many("INSERT INTO words VALUES (:text)", rows)


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
