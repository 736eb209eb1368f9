"""Every button that there is, found where they are registered: pressed when its state is gone, by others, and mangled."""

import json
import re
from typing import Final

import pytest
from telegram.ext import CallbackQueryHandler

from bot.domain.people import ChatId, Places, Role
from bot.services.people import People
from bot.services.turn import Turn
from handlers.register import FEATURES
from playground.people import Person
from storage.database import Transaction
from storage.staff import Invitation, insert_staff
from tests.journeys.conftest import Opens
from tests.journeys.test_every_step import newest
from tests.journeys.test_presses import CRAFTED
from tests.journeys.town import Town
from tests.steps import HOME, own_case

_VERB: Final = re.compile(r"\^1:((?:[a-z]|\\-)+)\(")
# What stands behind a verb: nothing, an id of somebody else's or of nobody, words, figures of another script, too much.
MANGLED: Final = ("", ":0", ":1", ":999999999", ":x", ":١", ":1:1", ":1:nl", ":1:more:0:-")
# What a press of somebody who has nothing to do with the case, the first one, may never touch.
_OF_THE_CASE: Final = (
    "SELECT * FROM cases WHERE id = 1",
    "SELECT * FROM case_messages WHERE case_id = 1",
    "SELECT * FROM notes WHERE case_id = 1",
    "SELECT * FROM history WHERE case_id = 1",
    "SELECT * FROM occurrences WHERE case_id = 1",
    "SELECT * FROM translations WHERE case_message_id = 1",
    "SELECT * FROM announcements",
    "SELECT * FROM quiets",
)
_SAID: Final = "SELECT chat_id FROM outbox WHERE id > :after"


def verbs() -> list[str]:
    """Every verb that some feature handles."""
    found = []
    for feature in FEATURES:
        for handler in feature.handlers():
            pattern = getattr(handler, "pattern", None)
            if isinstance(handler, CallbackQueryHandler) and isinstance(pattern, re.Pattern):
                verb = _VERB.match(pattern.pattern)
                assert verb, f"a button is handled by something else than pressed(): {pattern.pattern}"
                found.append(verb[1].replace("\\", ""))
    return found


def test_every_verb_is_handled_by_one_feature() -> None:
    assert len(verbs()) > 100
    assert sorted(verbs()) == sorted(set(verbs()))


async def _fingerprint(tx: Transaction) -> str:
    rows = [[tuple(row) for row in await tx.all(sql)] for sql in _OF_THE_CASE]
    return json.dumps(rows, default=repr)


async def _crowd(town: Town, language: str, first: int, role: Role | None) -> dict[str, Person]:
    """Somebody for each verb, so that none meets what another press left; perhaps with a role."""
    people = {
        verb: town.line.telegram.person(first + at, "Planted", language_code=language)
        for at, verb in enumerate(verbs())
    }

    async def moved_in(turn: Turn) -> None:
        for person in people.values():
            person.chat.standing = "member"
            acting = await People(turn).meet(ChatId(person.user_id))
            await People(turn).choose_language(language)
            await People(turn).welcome()
            if role is not None:
                await insert_staff(turn.tx, acting.id, Invitation(role, Places((HOME,)), (), None), turn.now)

    await town.line.turn(moved_in)
    return people


async def _unsaid(town: Town, language: str, role: Role | None) -> list[str]:
    """Press everything, whole and mangled; the presses after which nothing was said."""
    unsaid = []
    for at, mangled in enumerate(MANGLED):
        crowd = await _crowd(town, language, 20_000 + 1_000 * at, role)
        after = await town.line.read(newest)
        for verb, person in crowd.items():
            person.taps(max(person.chat.kept, default=1), f"1:{verb}{mangled}")
        await town.settles()
        said = await _said_since(town, after)
        unsaid += [f"{verb}{mangled}" for verb, one in crowd.items() if one.user_id not in said]
    return unsaid


async def _said_since(town: Town, after: int) -> set[int]:
    """The chats to which something was said."""
    rows = await town.line.read(lambda tx: tx.all(_SAID, after=after))
    return {row["chat_id"] for row in rows}


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("language", "role"),
    [("nl", None), ("tr", None), ("bg", None), ("nl", Role.PARTNER)],
    ids=["nl", "tr", "bg", "staff"],
)
async def test_a_press_on_any_button_of_others_or_of_long_ago_says_so_and_changes_nothing(
    opens: Opens, language: str, role: Role | None
) -> None:
    async with opens("") as town:
        await _others_case(town, sensitive=role is not None)
        before = await town.line.read(_fingerprint)
        assert await _unsaid(town, language, role) == []
        assert town.unanswered() == []
        assert await town.line.read(_fingerprint) == before
        assert '"level":"error"' not in town.search.logs.getvalue()


async def _others_case(town: Town, *, sensitive: bool = False) -> None:
    """A case of somebody else, with the id that is easiest to guess."""

    async def work(turn: Turn) -> None:
        await People(turn).meet(ChatId(9_999))
        await own_case(turn)
        if sensitive:
            await turn.tx.run("UPDATE cases SET sensitive = 1")

    town.line.telegram.person(9_999, "Planted", language_code="nl").chat.standing = "member"
    await town.line.turn(work)
    await town.settles()


def test_the_crafted_presses_of_the_other_tests_are_no_verbs_that_are_gone() -> None:
    known = {*verbs(), "nothing", ""}
    named = {data.split(":")[1] for data in CRAFTED if data.startswith("1:")}
    assert {verb for verb in named if verb not in known and not verb.startswith("x")} == set()
