"""The journal of erasures, outside the database: whoever a restored backup brings back is erased again by it.

A line has a time, a kind, a keyed hash of the person's row (or of one case's) and a check of the line itself: no id,
no name, no chat.
"""

import asyncio
import errno
import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bot.domain.cases import CaseId
from bot.domain.people import Person, PersonId
from storage.database import StorageFailed, Transaction
from storage.people import person_told
from storage.times import kept

_FIND_CASE_CREATED: Final = "SELECT created_at FROM cases WHERE id = :id"
_LIST_CASES: Final = (
    "SELECT id, created_at FROM cases WHERE id > :after AND erased_at IS NULL ORDER BY id LIMIT :most"
)
_FIND_CREATED: Final = "SELECT created_at FROM people WHERE id = :id"
_NOTE: Final = "INSERT INTO erased (mark, at) VALUES (:mark, :at) ON CONFLICT (mark) DO NOTHING"
_LIST_NOTED: Final = "SELECT mark FROM erased"
_LIST_PEOPLE: Final = """
SELECT id, chat_id, language, welcomed_at, last_wijk, blocked_at, created_at FROM people
WHERE id > :after ORDER BY id LIMIT :most
"""
_AT_ONCE: Final = 1_000
_LINE: Final = re.compile(
    rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (?:person  |stranger|case    ) ([0-9a-f]{64})) ([0-9a-f]{8})"
)
_WHOLE: Final = len("2026-01-01T00:00:00Z stranger ") + 64 + 1 + 8
_HEAD: Final = b"# Wijklijn: who was erased, for `wijklijn restore`. Keep it; never edit it.\n"


class JournalFailed(StorageFailed):
    """The journal took nothing, so nothing was erased: a backup would bring it back, and nobody would know."""


class JournalWrong(Exception):
    """One line for the operator: why the journal cannot be trusted."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The marks of everybody and every case that was erased; `torn` lines were being written when a machine stopped."""

    marks: frozenset[str]
    torn: int = 0


async def note_erased(
    tx: Transaction, person: PersonId, journal: Path | None, *, now: datetime, kind: str = "person"
) -> None:
    """Write down, on disk before this returns, that the person is about to be erased. Raises JournalFailed.

    The mark is that of the row and not of the chat: who comes back later has a new row, which no restore erases.
    """
    row = await tx.one(_FIND_CREATED, id=person)
    if row is None:
        return
    await _note(tx, (_mark(tx, person, row["created_at"]), kind), journal, now)


async def note_case_erased(tx: Transaction, case: CaseId, journal: Path | None, *, now: datetime) -> None:
    """Write down in the same way that one case is about to be erased. Raises JournalFailed."""
    row = await tx.one(_FIND_CASE_CREATED, id=case)
    if row is not None:
        await _note(tx, (_case_mark(tx, case, row["created_at"]), "case"), journal, now)


async def _note(tx: Transaction, what: tuple[str, str], journal: Path | None, now: datetime) -> None:
    mark, kind = what
    await tx.run(_NOTE, mark=mark, at=kept(now))
    if journal is not None:
        try:
            await asyncio.to_thread(_append, journal, _line(mark, kind, now))
        except OSError as error:
            raise JournalFailed(f"the journal of erasures took nothing: {error.strerror}") from None


async def find_erased(tx: Transaction, journal: Journal) -> list[Person]:
    """Everybody in this database whom the journal says was erased."""
    found: list[Person] = []
    after = 0
    while rows := await tx.all(_LIST_PEOPLE, after=after, most=_AT_ONCE):
        for *columns, created_at in map(tuple, rows):
            if _mark(tx, columns[0], created_at) in journal.marks:
                found.append(person_told(columns))
        after = rows[-1]["id"]
    return found


async def find_erased_cases(tx: Transaction, journal: Journal) -> list[CaseId]:
    """Every case in this database that the journal says was erased on its own."""
    found: list[CaseId] = []
    after = 0
    while rows := await tx.all(_LIST_CASES, after=after, most=_AT_ONCE):
        found += [row["id"] for row in rows if _case_mark(tx, *row) in journal.marks]
        after = rows[-1]["id"]
    return found


async def count_missing(tx: Transaction, journal: Journal) -> int:
    """How many erasures this database knows of that the journal does not: then it is not the whole journal."""
    return sum(row["mark"] not in journal.marks for row in await tx.all(_LIST_NOTED))


def begin_journal(journal: Path) -> None:
    """Open it for writing; it is made when it is not there, so that one that is missing is missed. Raises OSError."""
    os.close(_opened(journal))


def holds_marks(journal: Path) -> bool:
    """Whether anybody is in it: then there was a database. Raises OSError."""
    return journal.exists() and any(_mark_in(line) for line in journal.read_bytes().splitlines())


def add_missing(journal: Path, others: Iterable[Path]) -> None:
    """Bring into one journal what only the others have; it is made when it is not there. Raises OSError."""
    begin_journal(journal)
    known = set(journal.read_bytes().splitlines())
    for other in others:
        for line in other.read_bytes().splitlines():
            if line not in known and _mark_in(line) is not None:
                _append(journal, line + b"\n")


def read_journals(journals: Iterable[Path]) -> Journal:
    """What all of them say together; each replica may have had its own. Raises JournalWrong."""
    marks: set[str] = set()
    torn = 0
    for journal in journals:
        try:
            lines = journal.read_bytes().splitlines()
        except OSError as error:
            raise JournalWrong(
                f"{journal}: the journal of erasures cannot be read ({error.strerror})"
            ) from None
        for number, line in enumerate(lines, 1):
            mark = _mark_in(line)
            if mark is not None:
                marks.add(mark)
            elif len(line) < _WHOLE:
                torn += bool(line) and not line.startswith(b"#")
            else:
                raise JournalWrong(f"{journal}: line {number} of the journal of erasures is damaged")
    return Journal(frozenset(marks), torn)


def _mark_in(line: bytes) -> str | None:
    """The mark of a whole line; None when it is not whole. The first line is a remark, and no mark either."""
    found = _LINE.fullmatch(line)
    return found[2].decode() if found and found[3] == _check(found[1]) else None


def _mark(tx: Transaction, person: int, created_at: int) -> str:
    return tx.sealer.mark(f"person {person} {created_at}".encode())


def _case_mark(tx: Transaction, case: int, created_at: int) -> str:
    return tx.sealer.mark(f"case {case} {created_at}".encode())


def _line(mark: str, kind: str, now: datetime) -> bytes:
    said = f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ} {kind:<8} {mark}".encode()
    return said + b" " + _check(said) + b"\n"


def _check(said: bytes) -> bytes:
    return hashlib.sha256(said).hexdigest()[:8].encode()


def _append(journal: Path, line: bytes) -> None:
    """One write, on disk when it returns; what a machine left half written stays a line of its own."""
    descriptor = _opened(journal)
    try:
        size = os.fstat(descriptor).st_size
        head = _HEAD if size == 0 else b""
        is_torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        said = (b"\n" if is_torn else b"") + head + line
        if os.write(descriptor, said) != len(said):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if not size:
        sync_folder(journal.parent)


def _opened(journal: Path) -> int:
    """Its folder is never made: one that is not there may be a disk that is not mounted."""
    return os.open(journal, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)


def sync_folder(folder: Path) -> None:
    """Put on disk which files a folder has. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
