"""A database that no bot runs on, to be backed up and restored."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from bot.commands.keeping import opened, sealer_of
from bot.commands.restoring import Wanted, restore
from bot.settings import Settings
from storage.database import Database, Transaction
from storage.opening import database_of
from storage.schema import check_key, set_meta, upgrade
from storage.sealing import new_key
from tests.databases import address_in
from tests.line import TOKEN

T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """A database that nobody runs on, and where its backups go."""

    folder: Path
    settings: Settings

    async def keeps(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        async with opened(self.database) as database:
            return await database.turn(work)

    @property
    def database(self) -> Database:
        return database_of(self.settings.database_url.reveal(), sealer_of(self.settings))

    @property
    def backup(self) -> Path:
        return self.folder / "backup"

    def elsewhere(self, name: str = "new.db", **more: Any) -> "Place":
        """An empty database with the same key, and the same journal."""
        url = settings_for(address_in(self.folder, name), self.settings).database_url
        return Place(
            self.folder,
            replace(self.settings, **{"database_url": url, "erased": self.settings.journal, **more}),
        )

    async def restored(self, **more: Any) -> list[str]:
        return await restore(self.settings, Wanted(self.backup, **more))


def settings_for(address: str, like: Settings | None = None) -> Settings:
    key = like.key.reveal() if like and like.key else new_key()
    return Settings.read({"WIJKLIJN_DATABASE_URL": address, "WIJKLIJN_KEY": key, "WIJKLIJN_BOT_TOKEN": TOKEN})


async def place_in(tmp_path: Path) -> Place:
    settings = settings_for(address_in(tmp_path))
    place = Place(tmp_path, replace(settings, erased=tmp_path / "journal"))
    await place.keeps(prepared)
    return place


async def prepared(tx: Transaction) -> None:
    await upgrade(tx)
    await check_key(tx)
    await set_meta(tx, "bot-id", TOKEN.partition(":")[0])
