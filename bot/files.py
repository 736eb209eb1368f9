"""The bot's files: where each may be made, and what is in the way of a start. Each refusal is one line."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Final

from bot.settings import Settings
from storage.database import StorageFailed
from storage.erased import begin_journal, holds_marks
from storage.runlock import run_alone
from storage.sealing import key_of

# The one folder that is made; any other that is not there may be a disk that is not mounted.
DATA: Final = Path("data")
KEY_FILE: Final = DATA / "wijklijn.key"


class CannotStart(Exception):
    """One line for the operator."""


@contextmanager
def refusing_files() -> Iterator[None]:
    """A file that is in the way, or somebody else's, in one line. Raises CannotStart."""
    try:
        yield
    except OSError as error:
        raise CannotStart(f"{error.filename or 'the disk'}: {error.strerror}") from None


def alone(settings: Settings) -> AbstractContextManager[object]:
    """Be the only bot on this database's file while it is open, and one that can note who is erased. Raises CannotStart."""
    file = settings.database_file
    make_room(settings)
    begin_noting(settings)
    try:
        with refusing_files():
            return nullcontext() if file is None else run_alone(file)
    except StorageFailed as taken:
        raise CannotStart(f"{file}: {taken}") from None


def begin_noting(settings: Settings) -> None:
    """Nobody may be erased who cannot be noted in the journal. Raises CannotStart when it cannot be written to."""
    room_for(settings.journal)
    with refusing_files():
        begin_journal(settings.journal)


def journal_trouble(settings: Settings) -> str | None:
    """Why no erasure can be noted; None when it can. Nothing is made."""
    try:
        with refusing_files():
            if settings.journal.exists():
                begin_journal(settings.journal)
            else:
                _check_room(settings.journal)
    except CannotStart as wrong:
        return str(wrong)
    return None


def mark_of(database: Path) -> Path:
    """The file beside a database that says it was made: should only the database go missing, it is missed."""
    file = database.resolve()
    return file.with_name(f".{file.name}.made")


def leave_mark(database: Path) -> None:
    """Say that it was made. Raises CannotStart."""
    with refusing_files():
        mark_of(database).touch()


def is_to_be_made(settings: Settings) -> bool:
    """Whether there is no database yet; nothing is made. Raises CannotStart where one was before, or may be."""
    file = settings.database_file
    if file is None:
        return False
    with refusing_files():
        if file.exists() and file.stat().st_size:
            return False
        if told := _witnesses(file, settings.journal):
            raise CannotStart(
                f"{file} is missing or empty, and was there before: mount its disk, or put it back "
                f"(`wijklijn restore`); only to begin with an empty one, move {' and '.join(told)} away"
            )
        _check_room(file)
    return True


def _witnesses(database: Path, journal: Path) -> list[str]:
    """What tells that there was a database: a file beside it, and who was erased, which may be on another disk."""
    mark = mark_of(database)
    return [*([str(mark)] if mark.exists() else []), *([str(journal)] if holds_marks(journal) else [])]


def make_room(settings: Settings) -> None:
    """Never begin a fresh database in an old one's place. Raises CannotStart."""
    if is_to_be_made(settings) and settings.database_file is not None:
        room_for(settings.database_file)


def room_for(file: Path) -> None:
    """Make `data/` for it, and no other folder. Raises CannotStart."""
    with refusing_files():
        _check_room(file)
        if _is_in_data(file):
            DATA.mkdir(exist_ok=True)


def _check_room(file: Path) -> None:
    if not _is_in_data(file) and not file.resolve().parent.is_dir():
        raise CannotStart(f"{file}: there is no folder {file.parent}; make it, or mount its disk")


def _is_in_data(file: Path) -> bool:
    """Also where its whole path is given."""
    return file.resolve().parent == DATA.resolve()


def kept_key() -> bytes:
    """The key in its file, of a city that gives none. Raises CannotStart, KeyWrong."""
    with refusing_files():
        # What is no ASCII is no key either.
        return key_of(KEY_FILE.read_text(encoding="ascii", errors="replace"))
