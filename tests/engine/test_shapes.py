"""Updates of every shape, without a bot around: each is read by Telegram's types, or refused in a known way."""

import random

import orjson
import pytest
from telegram import Update

from bot.engine.intake import ALLOWED
from bot.engine.sanitise import lane_of, sanitised
from gates.forge import forged, written_out
from gates.planting import Plants, found, sown
from gates.shapes import KINDS, TYPES

PEOPLE = range(7_100_000_001, 7_100_000_030)
KNOWN = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError)
PLANTS: Plants = sown(random.Random(1))


@pytest.fixture(scope="module")
def made() -> list[tuple[str, bytes]]:
    return forged(600, 20_260, PEOPLE, PLANTS)


def kept(kind: str, written: bytes) -> bytes | None:
    """What would be sealed of it; None when it is set aside by size and hash."""
    try:
        update = {"update_id": 1, kind: orjson.loads(written)}
        clean = sanitised(update)
        lane_of(clean)
        return orjson.dumps(clean)
    except KNOWN:
        return None


def test_the_same_seed_makes_the_same_updates() -> None:
    assert forged(20, 5, PEOPLE, PLANTS) == forged(20, 5, PEOPLE, PLANTS)
    assert forged(20, 5, PEOPLE, PLANTS) != forged(20, 6, PEOPLE, PLANTS)


def test_every_kind_that_is_asked_for_is_made_and_most_can_be_read(made: list[tuple[str, bytes]]) -> None:
    assert set(ALLOWED) <= {kind for kind, _ in made}
    assert sum(kept(*update) is not None for update in made) > len(made) / 2


def test_whatever_is_kept_of_it_is_read_by_telegram_s_types(made: list[tuple[str, bytes]]) -> None:
    for kind, written in made:
        clean = kept(kind, written)
        if clean is not None:
            read = Update.de_json(orjson.loads(clean), None)
            assert (kind in ALLOWED) == (len(orjson.loads(clean)) > 1), kind
            assert read.update_id == 1


def test_nothing_that_was_planted_in_names_and_numbers_is_kept(made: list[tuple[str, bytes]]) -> None:
    texts = [text.decode() for update in made if (text := kept(*update)) is not None]
    assert found("".join(texts), PLANTS.names + PLANTS.usernames + PLANTS.phones) == set()
    assert found("".join(texts), PLANTS.written) != set()


def test_every_type_of_the_table_is_of_types_of_the_table_and_of_values_that_are_drawn() -> None:
    named = {
        kind.strip("[]") for fields in TYPES.values() for field in fields for kind in field.kind.split("|")
    }
    assert {kind for kind in named if kind[0].isupper()} | set(KINDS.values()) <= TYPES.keys()


@pytest.mark.parametrize(("mark", "least"), [("§deep§", 30_000), ("§huge§", 10_000_000)])
def test_what_no_writer_of_json_would_write_is_written(mark: str, least: int) -> None:
    assert len(written_out({"text": mark})) > least
