"""One bot at a time on a file."""

from pathlib import Path

import pytest

from storage.database import StorageFailed
from storage.runlock import run_alone


def test_a_second_one_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    database = tmp_path / "wijklijn.db"
    with run_alone(database), pytest.raises(StorageFailed, match="runs on it already"):
        run_alone(database)
    run_alone(database).close()


def test_a_second_one_is_refused_by_whatever_name_it_calls_the_file(tmp_path: Path) -> None:
    database, link = tmp_path / "wijklijn.db", tmp_path / "link.db"
    link.symlink_to(database)
    with run_alone(database), pytest.raises(StorageFailed, match="runs on it already"):
        run_alone(link)


def test_each_file_has_a_lock_of_its_own(tmp_path: Path) -> None:
    with run_alone(tmp_path / "genk.db"), run_alone(tmp_path / "izegem.db"):
        assert {path.suffix for path in tmp_path.iterdir()} == {".run"}
