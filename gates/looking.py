"""A look at a bot's database from outside, while it runs or when it is gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

import asyncpg

Rows = list[Mapping[str, Any]]

WAIT_SECONDS: Final = 10.0
BUSY: Final = (
    "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'waiting')"
    " + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending')) AS busy"
)


async def rows(url: str, sql: str) -> Rows:
    """All rows of one statement; `url` as in WIJKLIJN_DATABASE_URL."""
    if url.startswith("sqlite:///"):
        return _sqlite_rows(url.removeprefix("sqlite:///"), sql)
    connection = await asyncpg.connect(url, timeout=WAIT_SECONDS)
    try:
        return [dict(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


def _sqlite_rows(file: str, sql: str) -> Rows:
    # Only reading: whoever closes a database that was killed would otherwise tidy up what the bot must bear.
    connection = sqlite3.connect(f"file:{quote(file)}?mode=ro", uri=True, timeout=WAIT_SECONDS)
    try:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]
    finally:
        connection.close()
