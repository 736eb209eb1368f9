"""A database that can be lost: where it is, what is left of it, and what bytes can still be found."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from gates.bot_process import BotProcess
from gates.frame import Run
from gates.postgres import HASTY, Postgres


@dataclass(slots=True)
class Place:
    """Where the database is, how it is lost, and how bytes of what was restored are searched."""

    folder: Path
    postgres: Postgres | None

    async def begin(self) -> dict[str, str]:
        return {"WIJKLIJN_DATABASE_URL": await self.postgres.database()} if self.postgres else {}

    async def lose(self, bot: BotProcess) -> None:
        """Nothing of it is left but what says that there was one."""
        if self.postgres:
            await self.postgres.drop(bot.url)
            bot.environ["WIJKLIJN_DATABASE_URL"] = await self.postgres.database()
            return
        for end in ("", "-wal", "-shm"):
            (self.folder / f"wijklijn.db{end}").unlink(missing_ok=True)

    async def holds(self, bot: BotProcess, words: str) -> int:
        """How often the words are in its files; of a server, in all that can be read from it."""
        if self.postgres is None:
            files = self.folder.glob("wijklijn.db*")
            return sum(file.read_bytes().count(words.encode()) for file in files)
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        found = 0
        for table in await bot.rows(tables):
            rows = await bot.rows(f'SELECT * FROM "{table["tablename"]}"')  # noqa: S608 - a name out of the catalogue
            found += str(rows).count(words)
        return found


@asynccontextmanager
async def place_in(run: Run, *, postgresql: bool) -> AsyncIterator[Place]:
    if not postgresql:
        yield Place(run.folder, None)
        return
    server = Postgres.made(HASTY)
    try:
        server.start()
        await server.ready()
        yield Place(run.folder, server)
    finally:
        server.remove()
