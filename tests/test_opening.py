"""Opening: no fresh database is ever begun in an old one's place."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from bot.commands.keeping import sealer_of
from bot.domain.city_file import read_city
from bot.files import KEY_FILE, CannotStart, alone, is_to_be_made
from bot.opening import opened_database, translator_of
from bot.settings import Settings
from storage.erased import add_missing, begin_journal
from storage.runlock import lock_of
from storage.schema import find_meta, set_meta
from storage.sealing import KeyWrong, new_key
from tests.commands import wijklijn

KEY = new_key()
ENVIRON = {"WIJKLIJN_KEY": KEY, "WIJKLIJN_API_ROOT": "http://127.0.0.1:9"}


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


async def test_a_database_whose_folder_is_gone_is_not_begun_anew(tmp_path: Path) -> None:
    settings = _settings(tmp_path / "disk" / "city.db")
    for opening in (lambda: alone(settings), lambda: is_to_be_made(settings)):
        with pytest.raises(CannotStart, match="there is no folder"):
            opening()
    with pytest.raises(CannotStart, match="there is no folder"):
        async with opened_database(settings):
            pass
    assert list(tmp_path.iterdir()) == []


async def test_the_bots_own_folder_is_made_however_its_path_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened_database(_settings(tmp_path / "data" / "city.db")):
        pass
    assert (tmp_path / "data" / "city.db").exists()


async def test_who_was_erased_tells_that_there_was_a_database(tmp_path: Path) -> None:
    """The journal lies on another disk, and the database's is not mounted: its folder is there, and empty."""
    file, journal = tmp_path / "city.db", tmp_path / "journal"
    settings = replace(_settings(file), erased=journal)
    begin_journal(journal)
    assert is_to_be_made(settings)
    add_missing(journal, [_with_a_mark(tmp_path)])
    with pytest.raises(CannotStart, match=rf"was there before: .* move {journal} away"):
        async with opened_database(settings):
            pass
    assert not file.exists()


def _with_a_mark(folder: Path) -> Path:
    said = b"2026-01-01T00:00:00Z person   " + b"a" * 64
    other = folder / "other"
    other.write_bytes(said + b" " + hashlib.sha256(said).hexdigest()[:8].encode() + b"\n")
    return other


@pytest.mark.parametrize(
    ("key", "told"), [(None, r"data/wijklijn\.key: Is a directory"), ("é", "the key must be 32 bytes")]
)
async def test_a_key_that_cannot_be_read_is_one_line_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str | None, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    KEY_FILE.parent.mkdir()
    KEY_FILE.mkdir() if key is None else KEY_FILE.write_text(key, encoding="utf-8")
    settings = Settings.read({})
    with pytest.raises((CannotStart, KeyWrong), match=told):
        async with opened_database(settings, prepared=False):
            pass
    with pytest.raises((CannotStart, KeyWrong), match=told):
        sealer_of(settings)


def test_files_of_somebody_else_are_one_line_that_names_them(tmp_path: Path) -> None:
    """A folder stands for them: whoever runs the tests may be root, who may write everywhere."""
    file = tmp_path / "city.db"
    lock_of(file).mkdir()
    with pytest.raises(CannotStart, match=rf"{lock_of(file)}: Is a directory"):
        alone(_settings(file))


READS: list[tuple[str, ...]] = [("staff", "list"), ("aside", "list"), ("retention", "--dry-run"), ("check",)]


@pytest.mark.parametrize("command", READS)
async def test_a_command_that_only_reads_migrates_nothing(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A bot of an older version may be running on it."""
    file = tmp_path / "city.db"
    async with opened_database(_settings(file)) as database:
        await database.turn(lambda tx: set_meta(tx, "schema", "0001_start"))
    code, said, complained = await wijklijn(*command, **ENVIRON, WIJKLIJN_DATABASE_URL=f"sqlite:///{file}")
    assert code == 1
    assert f"{file}: it has an older schema: `wijklijn db upgrade`" in said + complained
    async with opened_database(_settings(file), prepared=False) as database:
        assert await database.read(lambda tx: find_meta(tx, "schema")) == "0001_start"


@pytest.mark.parametrize("command", READS)
async def test_a_command_that_only_reads_makes_no_database(tmp_path: Path, command: tuple[str, ...]) -> None:
    file = tmp_path / "city.db"
    _, said, complained = await wijklijn(*command, **ENVIRON, WIJKLIJN_DATABASE_URL=f"sqlite:///{file}")
    assert f"{file} is not there yet; the first run makes it" in said + complained
    assert list(tmp_path.iterdir()) == []


def test_a_translator_outside_that_may_read_everything_stops_the_start_with_one_line() -> None:
    given = {"": "libretranslate", "_URL": "https://8.8.8.8", "_LOCAL": "1"}
    settings = Settings.read({f"WIJKLIJN_TRANSLATOR{end}": value for end, value in given.items()})
    with pytest.raises(CannotStart, match="not in the city's own network; expected a private"):
        translator_of(settings, read_city(settings.city))


def _settings(file: Path) -> Settings:
    return Settings.read({"WIJKLIJN_DATABASE_URL": f"sqlite:///{file}", "WIJKLIJN_KEY": KEY})
