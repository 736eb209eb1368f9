"""A backup is whole, of one moment, and nobody else's to read."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.command_line import main
from bot.commands.keeping import KeepingRefused, back_up
from bot.settings import Settings
from storage.schema import find_meta, set_meta
from tests.cast import Cast
from tests.kept import Place, place_in
from tests.line import Line


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    return await place_in(tmp_path)


async def test_a_backup_beside_a_running_bot_is_whole_and_its_owners_alone(
    line: Line, cast: Cast, tmp_path: Path
) -> None:
    await cast.elena()
    settings = Settings.read(line.environ)
    (told,) = await back_up(settings, tmp_path / "backup")
    assert re.fullmatch(r".*/backup: (sqlite|postgresql), \d+\.\d MB, \d+\.\d s", told)
    assert (tmp_path / "backup").stat().st_mode & 0o777 == 0o600
    begun = await line.read(lambda tx: find_meta(tx, "backup-begun"))
    last = await line.read(lambda tx: find_meta(tx, "last-backup"))
    assert last is not None
    assert begun in {None, last}
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".new")] == []


async def test_a_backup_in_a_folder_is_named_for_its_time_and_nothing_is_overwritten(place: Place) -> None:
    folder = place.folder / "backups"
    folder.mkdir()
    await back_up(place.settings, folder)
    (made,) = folder.iterdir()
    assert re.fullmatch(r"wijklijn-\d{8}T\d{6}Z\.(db|dump)", made.name)
    before = made.read_bytes()
    with pytest.raises(KeepingRefused, match="is there already, and is not overwritten"):
        await back_up(place.settings, made)
    assert made.read_bytes() == before


async def test_a_folder_that_is_not_there_gets_no_file_of_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["backup", f"{tmp_path}/backup/"])
    assert f"there is no folder {tmp_path}/backup/" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


async def test_a_backup_of_a_newer_wijklijn_is_refused(place: Place) -> None:
    await place.keeps(lambda tx: set_meta(tx, "schema", "9998_of_tomorrow"))
    with pytest.raises(KeepingRefused, match="was made by a newer Wijklijn"):
        await back_up(place.settings, place.backup)
    assert not place.backup.exists()


@pytest.mark.sqlite
async def test_a_backup_that_the_bot_writes_beside_ends_and_is_of_one_moment(place: Place) -> None:
    """Each commit would begin it anew, did it not hold on to its moment."""
    file = place.settings.database_file
    assert file is not None
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE filler (page BLOB)")
        other.executemany("INSERT INTO filler VALUES (zeroblob(4000))", [()] * 4000)
        other.commit()
        await back_up(place.settings, place.backup)
    with closing(sqlite3.connect(place.backup)) as copy:
        assert copy.execute("SELECT COUNT(*) FROM filler").fetchone() == (4000,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
