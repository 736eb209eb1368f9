"""Backups of PostgreSQL, by its own programs; no password is ever an argument, which everybody on a machine can read."""

import asyncio
import os
import re
import shutil
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from storage.backup import BackupWrong

# No Wijklijn ever has this schema, so none starts on a database that is still being restored.
UNFINISHED: Final = "9999-restore-not-finished"
_GUARD: Final = f"\nUPDATE public.meta SET value = '{UNFINISHED}' WHERE key = 'schema';\n"
_CHUNK: Final = 1 << 16
_ROW: Final = re.compile(r"([^\t]*)\t([^\t]*)")


@dataclass(frozen=True, slots=True)
class _Server:
    """How PostgreSQL's programs are told where to go."""

    address: str
    environ: Mapping[str, str]


def _server(address: str) -> _Server:
    """The address of whichever server may be written to, without its password, which goes by the environment."""
    parts = urlsplit(address)
    user_info, at, hosts = parts.netloc.rpartition("@")
    user, _, password = user_info.partition(":")
    query = dict(parse_qsl(parts.query))
    password = query.pop("password", unquote(password))
    # After a change of primary the server that is named first may be the old one, or a standby.
    query.setdefault("target_session_attrs", "read-write")
    plain = urlunsplit(("postgresql", f"{user}{at}{hosts}", parts.path, urlencode(query), ""))
    return _Server(plain, {**os.environ, **({"PGPASSWORD": password} if password else {})})


def program(name: str) -> Path:
    """One of PostgreSQL's programs. Raises BackupWrong."""
    if on_path := shutil.which(name):
        return Path(on_path)
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise BackupWrong(f"{name} is missing: install PostgreSQL's client (Debian: postgresql-client)")
    return found[-1]


async def dump(address: str, copy: Path) -> None:
    """Copy a database that others write to, as it was at one moment. Raises BackupWrong."""
    server = _server(address)
    arguments = ["-Fc", "--no-owner", "--no-privileges", f"--file={copy}", f"--dbname={server.address}"]
    await _run("pg_dump", arguments, server.environ)


async def read_dump(copy: Path) -> Mapping[str, str]:
    """What a backup says of itself, once all of it was unpacked. Raises BackupWrong."""
    await _run("pg_restore", [f"--file={os.devnull}", str(copy)], os.environ)
    told = await _run("pg_restore", ["--data-only", "--table=meta", "--file=-", str(copy)], os.environ)
    return dict(_rows(told.decode(errors="replace")))


def _rows(script: str) -> Sequence[tuple[str, str]]:
    """The rows of the one COPY in it; our keys and values need no unescaping."""
    _, _, after = script.partition("FROM stdin;\n")
    rows, _, _ = after.partition("\n\\.")
    return [(found[1], found[2]) for line in rows.splitlines() if (found := _ROW.fullmatch(line))]


async def restore_dump(source: Path, address: str) -> None:
    """Make all of it in one transaction, or nothing; afterwards its schema is UNFINISHED. Raises BackupWrong."""
    server = _server(address)
    arguments = [
        "-X",
        "-q",
        "-1",
        "-v",
        "ON_ERROR_STOP=1",
        "-o",
        os.devnull,
        "-f",
        "-",
        f"--dbname={server.address}",
    ]
    psql = await _start("psql", arguments, server.environ, asyncio.subprocess.PIPE)
    is_whole, complaints = await asyncio.gather(_feed(source, psql), _complaints(psql))
    if await psql.wait() or not is_whole:
        raise BackupWrong(f"{source}: nothing of it was restored ({_last(complaints)})")


async def _feed(source: Path, psql: Process) -> bool:
    """Write the backup as SQL; when anything is wrong with it, psql is ended before it has anything to commit."""
    assert psql.stdin is not None
    archive = await _start(
        "pg_restore", ["--no-owner", "--no-privileges", "--file=-", str(source)], os.environ
    )
    _, is_taken, code = await asyncio.gather(
        _complaints(archive), _pour(archive.stdout, psql.stdin), archive.wait()
    )
    if code or not is_taken:
        with suppress(ProcessLookupError):
            psql.kill()
        return False
    psql.stdin.write(_GUARD.encode())
    psql.stdin.close()
    return True


async def _pour(read: asyncio.StreamReader | None, write: asyncio.StreamWriter) -> bool:
    """All of one into the other; False when the other has ended. What is left is read all the same."""
    assert read is not None
    is_taken = True
    while chunk := await read.read(_CHUNK):
        try:
            if is_taken:
                write.write(chunk)
                await write.drain()
        except ConnectionError:
            is_taken = False
    return is_taken


async def _run(name: str, arguments: Sequence[str], environ: Mapping[str, str]) -> bytes:
    """What it prints. Raises BackupWrong with the last it complained of."""
    process = await _start(name, arguments, environ)
    try:
        said, complained = await process.communicate()
    finally:
        if process.returncode is None:  # told to stop, and so is what would go on writing
            process.kill()
            await process.wait()
    if process.returncode:
        raise BackupWrong(f"{name}: {_last(complained)}")
    return said


async def _start(
    name: str, arguments: Sequence[str], environ: Mapping[str, str], stdin: int = asyncio.subprocess.DEVNULL
) -> Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        program(name), *arguments, env=environ, stdin=stdin, stdout=pipe, stderr=pipe
    )


async def _complaints(process: Process) -> bytes:
    assert process.stderr is not None
    return await process.stderr.read()


def _last(complained: bytes) -> str:
    """The last error; DETAIL and CONTEXT after it would show values."""
    lines = complained.decode(errors="replace").splitlines()
    errors = [line for line in lines if "error:" in line.lower() or "fatal:" in line.lower()]
    return (errors or lines or ["it does not say why"])[-1].strip()
