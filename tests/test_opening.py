"""Opening: no fresh database is ever begun in an old one's place."""

from pathlib import Path

import pytest

from bot.opening import CannotStart, opened_database
from bot.settings import Settings
from storage.sealing import new_key

KEY = new_key()


async def test_a_database_that_went_missing_is_missed_by_whatever_name_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    database, link = tmp_path / "disk" / "city.db", tmp_path / "link.db"
    link.symlink_to(database)
    async with opened_database(_settings(link)):
        pass
    for file in database.parent.glob("city.db*"):
        file.unlink()
    with pytest.raises(CannotStart, match="was there before"):
        async with opened_database(_settings(database)):
            pass


def _settings(file: Path) -> Settings:
    return Settings.read({"WIJKLIJN_DATABASE_URL": f"sqlite:///{file}", "WIJKLIJN_KEY": KEY})
