"""Fluent files: what was parsed is kept beside them, and believed only for the very same words."""

import sys
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot import ftl

HERE, THERE = "hallo = Dag { $name }\n", "weg = Tot ziens\n"


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test begin as a process does, on a machine where bytecode is kept."""
    ftl.parsed.cache_clear()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.ftl", tmp_path / "b.ftl"]
    for path, words in zip(paths, (HERE, THERE), strict=True):
        path.write_text(words, encoding="utf-8")
    return paths


def read_from(*texts: str) -> list[ast.Resource]:
    return [FluentParser(with_spans=False).parse(text) for text in texts]


def same(found: list[ast.Resource], expected: list[ast.Resource]) -> bool:
    return len(found) == len(expected) and all(a.equals(b) for a, b in zip(found, expected, strict=True))


def parsings() -> int:
    """How many texts were parsed since this was asked last, or since the test began."""
    asked = ftl.parsed.cache_info().misses
    ftl.parsed.cache_clear()
    return asked


def test_what_was_parsed_is_not_parsed_again(files: list[Path]) -> None:
    assert same(ftl.resources(files), read_from(HERE, THERE))
    assert parsings() == len(files)
    assert same(ftl.resources(files), read_from(HERE, THERE))
    assert parsings() == 0


@pytest.mark.parametrize("changed", [HERE.replace("Dag", "Hoi"), HERE + "nog = iets\n", ""])
def test_other_words_are_parsed_anew(files: list[Path], changed: str) -> None:
    ftl.resources(files)
    files[0].write_text(changed, encoding="utf-8")
    assert same(ftl.resources(files), read_from(changed, THERE))
    # What was kept is of the new words now.
    assert same(ftl.resources(files), read_from(changed, THERE))


def test_files_in_another_order_are_others(files: list[Path]) -> None:
    ftl.resources(files)
    assert same(ftl.resources(files[::-1]), read_from(THERE, HERE))


def test_what_was_kept_of_something_else_is_parsed_anew(files: list[Path]) -> None:
    ftl.resources(files)
    kept = files[0].parent / ftl.KEPT
    whole = kept.read_bytes()
    kept.write_bytes(bytes(32) + whole[32:])
    parsings()
    assert same(ftl.resources(files), read_from(HERE, THERE))
    assert parsings() == len(files)
    assert kept.read_bytes() == whole


@pytest.mark.parametrize("left", [0, 10, 32, 200])
def test_what_was_kept_only_in_part_is_made_anew(files: list[Path], left: int) -> None:
    ftl.resources(files)
    kept = files[0].parent / ftl.KEPT
    whole = kept.read_bytes()
    kept.write_bytes(whole[:left])
    assert same(ftl.resources(files), read_from(HERE, THERE))
    assert kept.read_bytes() == whole
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


@pytest.mark.parametrize("rubbish", [bytes(400), b"\x80\x05]\x94(K\x01K\x02R.", b"cos\nnothing\n."])
def test_rubbish_in_its_place_is_made_anew(files: list[Path], rubbish: bytes) -> None:
    ftl.resources(files)
    kept = files[0].parent / ftl.KEPT
    whole = kept.read_bytes()
    kept.write_bytes(whole[:32] + rubbish)
    assert same(ftl.resources(files), read_from(HERE, THERE))
    assert kept.read_bytes() == whole


def test_a_folder_that_takes_nothing_is_read_all_the_same(files: list[Path]) -> None:
    (files[0].parent / ftl.KEPT.parent).write_text("no folder", encoding="utf-8")
    assert same(ftl.resources(files), read_from(HERE, THERE))
    assert same(ftl.resources(files), read_from(HERE, THERE))


def test_nothing_is_kept_where_python_keeps_nothing(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    ftl.resources(files)
    assert sorted(files[0].parent.iterdir()) == files


def test_what_cannot_be_read_is_kept_as_such(files: list[Path]) -> None:
    files[0].write_text("dit is niets\n", encoding="utf-8")
    for _ in range(2):
        assert isinstance(ftl.resources(files)[0].body[0], ast.Junk)
