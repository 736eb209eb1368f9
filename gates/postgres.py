"""A PostgreSQL server of one's own: Debian's program, started in a folder that goes with it, on 127.0.0.1 alone."""

from __future__ import annotations

import asyncio
import fcntl
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final

import asyncpg

from storage.postgresql import PostgresqlDatabase
from storage.schema import upgrade
from storage.sealing import Sealer, key_of, new_key

OWNER: Final = "wijklijn"
# A folder in which the files of an empty server are kept, to be copied: to make them takes ten times as long. It is
# in the environment, so that child processes are told too.
KEPT: Final = "GATE_POSTGRES"
# A database of those files on which all migrations have run: to run them takes longer than most tests.
MIGRATED: Final = "migrated"
START_SECONDS: Final = 30.0
PORTS: Final = range(10_240, 32_768)
# What a test may do without: its data need not survive the machine.
HASTY: Final = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
# As HASTY, for a server whose commits wait for its standby.
WAITING: Final = ("fsync=off", "full_page_writes=off", "autovacuum=off")
_STANDBY: Final = "standby"
_SMALL: Final = ("shared_buffers=64MB", "max_connections=120", "listen_addresses=127.0.0.1", "jit=off")


class PostgresMissing(Exception):
    """There is no server to start; the line says what to install."""


def programs() -> Path:
    """The folder of the newest `postgres`. Raises PostgresMissing."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: path.parts[-3])
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    if on_path is None:
        raise PostgresMissing("no PostgreSQL server: on Debian or Ubuntu `apt-get install postgresql`")
    return Path(on_path).resolve().parent


def free_port() -> int:
    """One of 127.0.0.1 that is free, and stays so: the kernel gives these to no connection that asks for any port."""
    while True:
        port = PORTS.start + secrets.randbelow(len(PORTS))
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@dataclass(slots=True)
class Postgres:
    """One server. `settings` are `name=value` for `postgres -c`."""

    folder: Path
    port: int
    settings: Sequence[str] = ()
    _process: subprocess.Popen[bytes] | None = None
    _names: Any = None

    @classmethod
    def made(cls, settings: Sequence[str] = HASTY) -> Postgres:
        """A new, empty server, not yet started. Raises PostgresMissing."""
        server = cls(_new_folder(), free_port(), settings)
        kept = os.environ.get(KEPT)
        if kept is None:
            server._init()
        else:
            subprocess.run(["cp", "-a", cls._kept_in(Path(kept)), server.data], check=True)
        return server

    @classmethod
    def _kept_in(cls, folder: Path) -> Path:
        """The files of a server with nothing but an empty schema of ours to copy, made by whoever asks first."""
        with (folder / "making").open("w") as making:
            fcntl.flock(making, fcntl.LOCK_EX)
            if not (folder / "data").exists():
                server = cls(_new_folder(), free_port(), HASTY)
                server._init()
                server.start()
                server.wait()
                with ThreadPoolExecutor(1) as beside:  # who asks may have an event loop of its own
                    beside.submit(asyncio.run, server._migrate()).result()
                server.stop()
                server.data.rename(folder / "data")
                server.remove()
        return folder / "data"

    async def _migrate(self) -> None:
        await self.say(f"CREATE DATABASE {MIGRATED}")
        database = await PostgresqlDatabase(self.address(MIGRATED), Sealer(key_of(new_key()))).open()
        await database.turn(upgrade)
        await database.close()

    def _init(self) -> None:
        self._run(
            "initdb", "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-U", OWNER, str(self.data)
        )  # fmt: skip

    @classmethod
    async def standby_of(cls, primary: Postgres) -> Postgres:
        """A started copy of a running server without which that one commits nothing any more."""
        server = cls(_new_folder(), free_port(), primary.settings)
        there = ("-h", "127.0.0.1", "-p", str(primary.port), "-U", OWNER)
        server._run("pg_basebackup", *there, "-D", str(server.data), "-R", "-c", "fast", "--no-sync")
        line = f"host=127.0.0.1 port={primary.port} user={OWNER} application_name={_STANDBY}"
        server.settings = (*server.settings, f"primary_conninfo={line}")
        server.start()
        await server.ready()
        await primary.say(f"ALTER SYSTEM SET synchronous_standby_names = '{_STANDBY}'")
        await primary.say("SELECT pg_reload_conf()")
        async with asyncio.timeout(START_SECONDS):
            while not await primary.say("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"):
                await asyncio.sleep(0.05)
        return server

    async def promote(self) -> None:
        """Let the standby be the primary."""
        await self.say("SELECT pg_promote()")

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def address(self, database: str = "postgres") -> str:
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start it; `ready` waits until it answers."""
        options = [part for setting in (*_SMALL, *self.settings) for part in ("-c", setting)]
        command = [
            programs() / "postgres",
            "-D",
            self.data,
            "-p",
            str(self.port),
            "-k",
            self.folder,
            *options,
        ]
        log = (self.folder / "server.log").open("ab")
        with log:
            self._process = subprocess.Popen(
                list(map(str, command)), stdout=log, stderr=log, **_as_somebody(), start_new_session=True
            )

    def wait(self, within: float = START_SECONDS) -> None:
        """As `ready`, without an event loop. Raises TimeoutError."""
        until = time.monotonic() + within
        while subprocess.run(
            [programs() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)], check=False
        ).returncode:
            if time.monotonic() > until:
                raise TimeoutError("PostgreSQL does not answer")
            time.sleep(0.05)

    async def ready(self, within: float = START_SECONDS) -> None:
        """Wait until it takes statements. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while True:
                with suppress(OSError, asyncpg.PostgresError):
                    connection = await asyncpg.connect(self.address(), timeout=5)
                    await connection.close()
                    return
                await asyncio.sleep(0.05)

    async def say(self, sql: str, database: str = "postgres") -> list[Any]:
        connection = await asyncpg.connect(self.address(database), timeout=10)
        try:
            return list(await connection.fetch(sql))
        finally:
            await connection.close()

    async def database(self, template: str = "template0") -> str:
        """The address of a new database."""
        self._names = self._names or count(1)
        name = f"w{next(self._names)}"
        await self.say(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return self.address(name)

    async def drop(self, address: str) -> None:
        name = address.rpartition("/")[2]
        await self.say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def kill(self) -> None:
        """End it and its children without warning, as when the machine goes."""
        process, self._process = self._process, None
        if process is not None:
            # Each child leads a group of its own, and would finish what it is asked before it notices that it is alone.
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
            for pid in (process.pid, *map(int, children.split())):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            process.wait()

    def stop(self) -> None:
        """End it in order, and wait."""
        self._ended_by(signal.SIGINT)

    def remove(self) -> None:
        """End it at once and leave nothing behind: killed, it would leave its shared memory."""
        self._ended_by(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _ended_by(self, which: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(which)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [programs() / program, *arguments], check=True, stdout=subprocess.DEVNULL, **_as_somebody()
        )


def _new_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="wijklijn-postgres-"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    return folder


def _as_somebody() -> Any:
    """PostgreSQL refuses to run as root: as root it runs as Debian's own user for it."""
    somebody: dict[str, Any] = {"cwd": "/"}
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        somebody |= {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    return somebody
