"""`wijklijn backup`, `restore` and `db copy` as an operator uses them, and what they say when something is in the way."""

import asyncio
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import SupportsIndex

import pytest

from bot.commands.keeping import back_up
from bot.domain.people import ChatId
from bot.opening import now
from gates.loaded import LOADED
from gates.postgres import Postgres
from storage.database import Transaction
from storage.dumping import _server
from storage.erased import note_erased
from storage.leases import take_lease
from storage.people import insert_person
from storage.runlock import run_alone
from tests.cast import Cast
from tests.commands import wijklijn
from tests.databases import address_in, on_postgresql
from tests.kept import Place, place_in, prepared, settings_for
from tests.line import Line

SMALL = 64 * 1024


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    return await place_in(tmp_path)


def environ_of(place: Place, **more: str) -> dict[str, str]:
    assert place.settings.key is not None
    return {
        "WIJKLIJN_DATABASE_URL": place.settings.database_url.reveal(),
        "WIJKLIJN_KEY": place.settings.key.reveal(),
        "WIJKLIJN_ERASED": str(place.settings.journal),
        **more,
    }


def files(folder: Path) -> set[str]:
    """What is there beside the database that is copied."""
    return {
        file.name for file in folder.iterdir() if not file.name.startswith(("wijklijn.db", ".wijklijn.db"))
    }


async def test_a_backup_and_a_restore_beside_a_running_bot(line: Line, cast: Cast, tmp_path: Path) -> None:
    await cast.elena()
    code, said, complained = await wijklijn("backup", str(tmp_path / "backup"), **line.environ)
    assert (code, complained) == (0, "")
    assert said.startswith(f"{tmp_path}/backup: ")
    new = {**line.environ, "WIJKLIJN_DATABASE_URL": address_in(tmp_path, "new.db")}
    new["WIJKLIJN_ERASED"] = str(tmp_path / "journal")
    code, _, complained = await wijklijn("restore", str(tmp_path / "backup"), **new)
    assert code == 1
    assert complained.startswith(f"wijklijn: {tmp_path}/journal, the journal of erasures, is missing")
    code, said, complained = await wijklijn("restore", str(tmp_path / "backup"), "--without-erasures", **new)
    assert (code, complained) == (0, "")
    assert said.splitlines()[0] == f"{tmp_path}/backup is restored."
    code, said, _ = await wijklijn("restore", str(tmp_path / "backup"), "--without-erasures", **new)
    assert (code, said) == (1, "")


@pytest.mark.sqlite
async def test_a_running_bot_is_not_copied(line: Line, tmp_path: Path) -> None:
    url = line.environ["WIJKLIJN_DATABASE_URL"]
    code, said, complained = await wijklijn("db", "copy", url, f"sqlite:///{tmp_path}/to.db", **line.environ)
    assert (code, said) == (1, "")
    assert complained == "wijklijn: a bot runs on it already: stop that one first\n"
    assert not (tmp_path / "to.db").exists()


@pytest.mark.parametrize(("hours", "left", "code"), [(-1, 30, 1), (1, -30, 0)])
async def test_whether_a_replica_runs_on_it_is_told_by_the_servers_clock(
    tmp_path: Path, hours: int, left: int, code: int
) -> None:
    """The server's clock is an hour off, so here every lease has long run out, or has long to run."""
    postgres = Postgres.made()
    try:
        postgres.start()
        postgres.wait()
        address = await postgres.database()
        settings = settings_for(address)
        place = Place(tmp_path, replace(settings, erased=tmp_path / "journal"))
        await place.keeps(prepared)
        database = address.rpartition("/")[2]
        await postgres.say(
            "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS"
            f" $$ SELECT pg_catalog.clock_timestamp() + interval '{hours} hours' $$",
            database,
        )
        await postgres.say(f"ALTER DATABASE {database} SET search_path = public, pg_catalog")
        await place.keeps(lambda tx: take_lease(tx, "clock", "elsewhere", left * 1_000_000))
        done, _, complained = await wijklijn(
            "db", "copy", address, f"sqlite:///{tmp_path}/to.db", **environ_of(place)
        )
    finally:
        postgres.remove()
    assert done == code, complained
    assert ("a bot runs on the database to copy" in complained) == bool(code)


def _stopped_in_the_middle(environ: Mapping[str, str], target: Path) -> None:
    """In a process of its own: SIGTERM comes at the first rest between two pieces."""
    os.environ.clear()
    os.environ.update(environ)
    from bot.command_line import main  # noqa: PLC0415 - only the new process may load it

    rest, told = time.sleep, threading.Event()

    def stop(seconds: float | SupportsIndex) -> None:
        if not told.is_set():
            told.set()
            os.kill(os.getpid(), signal.SIGTERM)
        rest(seconds)

    time.sleep = stop
    sys.exit(main(["backup", str(target)]))


@pytest.mark.sqlite
async def test_a_backup_that_is_stopped_leaves_no_copy(place: Place) -> None:
    before = files(place.folder)
    process = LOADED.Process(target=_stopped_in_the_middle, args=(environ_of(place), place.backup))
    process.start()
    await asyncio.to_thread(process.join, 30)
    assert process.exitcode == 130
    assert files(place.folder) - before == {"journal"}


async def test_what_a_killed_backup_left_is_removed_by_one_of_another_day(place: Place) -> None:
    folder = place.folder / "backups"
    folder.mkdir()
    old, new, theirs = (
        folder / name
        for name in (
            ".wijklijn-20260101T020000Z.db.k3_x8ab2.new",
            ".wijklijn-20260102T020000Z.db.k3_x8ab2.new",
            "wijklijn-20260101T020000Z.db",
        )
    )
    for file in (old, new, theirs):
        file.touch()
    for file in (old, theirs):
        os.utime(file, (0, 0))
    told = await back_up(place.settings, folder)
    assert told[1:] == [f"{old}, left by a backup that was killed, is removed."]
    assert not old.exists()
    assert new.exists()
    assert theirs.exists()


async def test_a_copy_tells_every_table_and_is_not_made_twice(place: Place) -> None:
    urls = [place.settings.database_url.reveal(), address_in(place.folder, "to.db")]
    environ = {name: value for name, value in environ_of(place).items() if name != "WIJKLIJN_ERASED"}
    code, said, complained = await wijklijn("db", "copy", *urls, **environ)
    assert (code, complained) == (0, "")
    assert ("to.db.erased, or name it in WIJKLIJN_ERASED" in said) is not on_postgresql()
    assert [line.split()[:3] for line in said.splitlines() if line.startswith("meta")] == [
        ["meta", "3", "rows"]
    ]
    code, said, complained = await wijklijn("db", "copy", *urls, **environ_of(place))
    assert (code, said) == (1, "")
    assert "is not overwritten" in complained
    assert complained.count("\n") == 1


async def test_what_is_left_of_another_database_never_becomes_part_of_a_copy(place: Place) -> None:
    left = place.folder / "to.db-wal"
    left.write_bytes(b"of the one that was killed")
    urls = [place.settings.database_url.reveal(), f"sqlite:///{place.folder}/to.db"]
    code, said, complained = await wijklijn("db", "copy", *urls, **environ_of(place))
    assert (code, said) == (1, "")
    assert complained == f"wijklijn: {left} is there, and is not overwritten: move it away first\n"
    assert not (place.folder / "to.db").exists()


async def test_an_address_that_is_none_is_refused(place: Place) -> None:
    code, _, complained = await wijklijn("db", "copy", "mysql://x/y", "sqlite:///z", **environ_of(place))
    assert code == 1
    assert complained.startswith("wijklijn: WIJKLIJN_DATABASE_URL is not a database's address")


@pytest.mark.parametrize("target", ["missing/backup", "a-file/backup"])
async def test_a_folder_that_cannot_be_written_to_is_named(place: Place, target: str) -> None:
    (place.folder / "a-file").touch()
    before = files(place.folder)
    code, said, complained = await wijklijn("backup", str(place.folder / target), **environ_of(place))
    assert (code, said) == (1, "")
    assert "cannot be written to" in complained
    assert complained.count("\n") == 1
    assert files(place.folder) - before <= {"journal", ".new.db.run"}


@pytest.mark.parametrize("act", ["backup", "restore"])
async def test_on_a_disk_that_is_full_nothing_is_left(place: Place, act: str) -> None:
    """A file may grow no larger than a full disk would let it."""
    environ = environ_of(place)
    if act == "restore":
        code, *_ = await wijklijn("backup", str(place.backup), **environ)
        assert code == 0
        environ["WIJKLIJN_DATABASE_URL"] = f"sqlite:///{place.folder}/new.db"
        if not place.backup.read_bytes().startswith(b"SQLite"):
            return  # the server's disk is not ours to fill
    before = files(place.folder)
    target = place.folder / "second" if act == "backup" else place.backup
    size = SMALL if act == "restore" or place.settings.database_file else 4096
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", act, str(target)),
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "HOME": "/", **environ},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    said, complained = await process.communicate()
    assert (process.returncode, said) == (1, b""), complained
    assert complained.count(b"\n") == 1
    assert b"Traceback" not in complained
    assert files(place.folder) - before <= {"journal", ".new.db.run"}


@pytest.mark.sqlite
async def test_a_database_that_is_missing_is_not_begun_by_a_backup(place: Place) -> None:
    environ = environ_of(place, WIJKLIJN_DATABASE_URL=f"sqlite:///{place.folder}/none.db")
    code, _, complained = await wijklijn("backup", str(place.backup), **environ)
    assert (code, complained) == (
        1,
        f"wijklijn: {place.folder}/none.db is missing, so there is nothing to copy\n",
    )
    assert files(place.folder) == set()


@pytest.mark.sqlite
async def test_a_backup_whose_journal_is_not_the_whole_one_is_made_and_ends_with_one(place: Place) -> None:
    """The disk of the journal is not mounted, say: a new one is begun in its place."""

    async def erased(tx: Transaction) -> None:
        person = await insert_person(tx, ChatId(1), now())
        await note_erased(tx, person.id, place.settings.journal, now=now())

    await place.keeps(erased)
    place.settings.journal.unlink()
    code, said, complained = await wijklijn("backup", str(place.backup), **environ_of(place))
    assert (code, complained) == (1, "")
    assert said.splitlines()[1].startswith(f"WARNING {place.settings.journal} lacks 1 erasures")
    assert place.backup.exists()


@pytest.mark.sqlite
async def test_while_a_bot_runs_there_nothing_is_restored(place: Place) -> None:
    await wijklijn("backup", str(place.backup), **environ_of(place))
    environ = environ_of(place, WIJKLIJN_DATABASE_URL=f"sqlite:///{place.folder}/new.db")
    with run_alone(place.folder / "new.db"):
        code, said, complained = await wijklijn("restore", str(place.backup), **environ)
    assert (code, said) == (1, "")
    assert complained == "wijklijn: a bot runs on it already: stop that one first\n"


def test_no_password_is_an_argument_and_of_several_servers_the_one_that_may_be_written_to_is_asked() -> None:
    for address in (
        "postgresql://ann:s%3Acret@h1:1,h2:2/city?sslmode=require",
        "postgres://ann@h1:1,h2:2/city?password=s%3Acret&sslmode=require",
    ):
        server = _server(address)
        assert (
            server.address
            == "postgresql://ann@h1:1,h2:2/city?sslmode=require&target_session_attrs=read-write"
        )
        assert server.environ["PGPASSWORD"] == "s:cret"


async def test_the_key_must_be_there_and_is_never_made_anew(place: Place) -> None:
    environ = {**environ_of(place), "WIJKLIJN_KEY": ""}
    code, _, complained = await wijklijn("backup", str(place.backup), **environ)
    assert code == 1
    assert "key" in complained.lower()
    assert not place.backup.exists()
