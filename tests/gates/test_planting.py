"""The search for what was planted: a gate that cannot find anything would always hold."""

import os
import random
import sqlite3
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gates.planting import found, found_in_files, sown
from gates.resting import everything_in
from gates.traces import at_home, effects_of, loose_in

PLANTS = sown(random.Random(3))
KEY = os.urandom(32)


def sealed(text: str) -> bytes:
    nonce = os.urandom(12)
    return b"\x01" + nonce + AESGCM(KEY).encrypt(nonce, text.encode(), None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "planted.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE case_messages (text TEXT, sealed BLOB)")
        connection.execute("CREATE TABLE steps (payload BLOB, step TEXT)")
        connection.execute("CREATE TABLE inbox (dedupe TEXT, kind TEXT, state TEXT, payload BLOB)")
    connection.close()
    return path


def plant(file: Path, sql: str, *values: object) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(sql, values)
    connection.close()


async def loose(file: Path) -> list[tuple[str, str]]:
    key = urlsafe_b64encode(KEY).decode()
    return list(loose_in(await everything_in(f"sqlite:///{file}", key), PLANTS))


def test_there_are_three_hundred_and_none_is_part_of_another() -> None:
    assert len(set(PLANTS.every)) == 300
    assert all(found(plant, PLANTS.every) == {plant} for plant in PLANTS.every)


def test_a_plant_is_found_in_bytes_whatever_is_around_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\x00" + PLANTS.names[0].upper().encode() + b"\xfe")
    assert list(found_in_files(tmp_path.iterdir(), PLANTS.hidden)) == [("a", PLANTS.names[0])]


async def test_what_was_written_may_rest_with_its_case_and_sealed(file: Path) -> None:
    plant(file, "INSERT INTO case_messages VALUES (?, ?)", PLANTS.written[0], sealed(PLANTS.written[1]))
    plant(file, "INSERT INTO steps VALUES (?, 'draft')", sealed(PLANTS.written[2]))
    assert await loose(file) == []
    rests = await everything_in(f"sqlite:///{file}", urlsafe_b64encode(KEY).decode())
    assert at_home(rests, PLANTS) == {PLANTS.written[0]}


async def test_what_was_written_is_found_where_it_lies_open(file: Path) -> None:
    plant(file, "INSERT INTO steps VALUES (?, ?)", PLANTS.written[0].encode(), PLANTS.written[1])
    assert await loose(file) == [("steps.payload", PLANTS.written[0]), ("steps.step", PLANTS.written[1])]


async def test_who_somebody_is_is_found_even_sealed_and_with_a_case(file: Path) -> None:
    plant(file, "INSERT INTO case_messages VALUES (?, ?)", PLANTS.names[0], sealed(PLANTS.phones[1]))
    assert await loose(file) == [
        ("case_messages.text", PLANTS.names[0]),
        ("case_messages.sealed", PLANTS.phones[1]),
    ]


async def test_the_effects_count_what_is_lost_waits_or_was_given_up(file: Path) -> None:
    for number, kind, state, payload in (
        (1, "update", "done", None),
        (2, "update", "waiting", b"x"),
        (3, "update", "aside", b"x"),
        (4, "unreadable", "aside", b"x"),
        (5, "update", "done", b"x"),
    ):
        plant(file, "INSERT INTO inbox VALUES (?, ?, ?, ?)", f"u:{number}", kind, state, payload)
    rests = await everything_in(f"sqlite:///{file}", urlsafe_b64encode(KEY).decode())
    figures = {figure.name: (figure.value, figure.holds) for figure in effects_of(rests, {1, 2, 3, 4, 5, 6})}
    assert figures["updates lost"] == (1, False)
    assert figures["still waiting"] == (1, False)
    assert figures["readable, and yet given up"] == (1, False)
    assert figures["done, and their content kept"] == (1, False)
