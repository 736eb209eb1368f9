"""A database that is written anew by a process with too little memory for it: what happens is printed."""

import asyncio
import sys
from pathlib import Path

from storage.database import StorageFailed, Transaction
from storage.sealing import KEY_BYTES, Sealer
from storage.sqlite import SqliteDatabase

ROWS = 5_000
LITTLE = 4_000_000  # bytes: enough for turns


async def main(path: Path) -> None:
    database = await SqliteDatabase(path, Sealer(bytes(KEY_BYTES))).open()
    await database.turn(_fill)
    await database.read(lambda tx: tx.all(f"PRAGMA hard_heap_limit = {LITTLE}"))
    try:
        await database.rewrite()
    except StorageFailed as failed:
        sys.stdout.write(f"{failed}\n")
    await database.turn(_add)
    sys.stdout.write("kept\n")
    await database.close()


async def _fill(tx: Transaction) -> None:
    await tx.run("CREATE TABLE words (text TEXT)")
    rows: list[dict[str, object]] = [{"text": "." * 1_000} for _ in range(ROWS)]
    await tx.many("INSERT INTO words VALUES (:text)", rows)


async def _add(tx: Transaction) -> None:
    await tx.run("INSERT INTO words VALUES ('x')")


asyncio.run(main(Path(sys.argv[1])))
