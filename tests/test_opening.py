"""Opening: no fresh database is ever begun in an old one's place."""

from pathlib import Path

import pytest

from bot.domain.city_file import read_city
from bot.opening import CannotStart, opened_database, translator_of
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


def test_a_translator_outside_that_may_read_everything_stops_the_start_with_one_line() -> None:
    given = {"": "libretranslate", "_URL": "https://8.8.8.8", "_LOCAL": "1"}
    settings = Settings.read({f"WIJKLIJN_TRANSLATOR{end}": value for end, value in given.items()})
    with pytest.raises(CannotStart, match="not in the city's own network; expected a private"):
        translator_of(settings, read_city(settings.city))


def _settings(file: Path) -> Settings:
    return Settings.read({"WIJKLIJN_DATABASE_URL": f"sqlite:///{file}", "WIJKLIJN_KEY": KEY})
