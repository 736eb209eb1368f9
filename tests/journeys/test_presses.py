"""Presses that were never meant: foreign, old, double, crafted. Each is answered, and none opens another's case."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.domain.people import StaffId
from bot.services.staff import Staff
from playground.wire import JSON
from storage.database import Transaction
from tests.journeys.conftest import Opens
from tests.journeys.speech import ANSWER, BULGARIAN, NOTE
from tests.journeys.story import Story, opened
from tests.journeys.town import Player, Town
from tests.planted import CAPTION, found

CRAFTED = (
    "",
    "1",
    "1:",
    "1:nothing",
    "2:mine",
    "1:my-case:99999999",
    "1:my-case:-1",
    "1:my-case:١",
    "1:my-case:1:2",
    "1:desk-answer:1",
    "1:desk-menu:1:more:0:-",
    "1:desk-menu:1:quick:999999:nothing",
    "1:desk-quick:1:received:2026-13-45",
    "1:desk-wijk:1:nowhere",
    "1:d-at:1:../../etc",
    "1:language:xx",
    "1:unfollow:nowhere",
    "1:announce-send:1",
    "1:solved:1:perhaps",
    "1:relay:1:nl",
    "1:" + "x" * 62,
)
# What a press of somebody else may never touch.
_TABLES = ("cases", "case_messages", "translations", "notes", "history", "occurrences", "announcements")


async def _staff_id(tx: Transaction, chat: int) -> StaffId:
    row = await tx.one(
        "SELECT s.id FROM staff s JOIN people p ON p.id = s.person_id WHERE p.chat_id = :chat", chat=chat
    )
    assert row is not None
    return StaffId(row["id"])


class Offered:
    """Every button that was ever below a message, by chat."""

    def __init__(self, town: Town) -> None:
        self.by_chat: dict[int, dict[str, int]] = {}
        town.line.telegram.listeners.append(self._hear)

    def _hear(self, event: JSON) -> None:
        message = event.get("message", {})
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for key in row:
                if "callback_data" in key:
                    self.by_chat.setdefault(event["chat"], {})[key["callback_data"]] = message["message_id"]

    def to(self, player: Player) -> list[str]:
        return list(self.by_chat[player.chat])


async def _fingerprint(tx: Transaction) -> str:
    return json.dumps(
        [[tuple(row) for row in await tx.all(f"SELECT * FROM {table}")] for table in _TABLES],  # noqa: S608 - names above
        default=repr,
    )


@pytest.fixture
async def lived(opens: Opens) -> AsyncIterator[tuple[Story, Offered]]:
    """A story that has been lived through, an announcement too, with every button that was offered on the way."""
    async with opens("") as town:
        story, offered = await opened(town, BULGARIAN), Offered(town)
        await story.told()
        await story.neighbours_follow()
        await story.is_announced()
        yield story, offered
        assert town.unanswered() == []
        assert '"level":"error"' not in town.search.logs.getvalue()


async def silent_after(player: Player, presses: list[str]) -> list[str]:
    """Press one after the other; the presses after which nothing could be seen."""
    return [data for data in presses if not await player.crafts(data)]


def knows(player: Player, story: Story) -> bool:
    """Whether anything of the case stands on this phone."""
    secrets = (BULGARIAN.story, ANSWER, NOTE, CAPTION, story.number)
    return bool(list(found("", "\n".join(player.phone.heard()), secrets)))


async def test_who_has_nothing_to_do_with_a_case_learns_and_changes_nothing_at_any_of_its_buttons(
    lived: tuple[Story, Offered],
) -> None:
    story, offered = lived
    before = await story.town.line.read(_fingerprint)
    buttons = [*offered.to(story.elena), *offered.to(story.karel), *offered.to(story.aylin)]
    for stranger in (story.sofie, story.piet):
        assert await silent_after(stranger, buttons) == []
        assert not knows(stranger, story)
    assert await story.town.line.read(_fingerprint) == before


async def test_who_was_released_can_do_nothing_with_the_old_buttons(lived: tuple[Story, Offered]) -> None:
    story, offered = lived

    karel = await story.town.line.read(lambda tx: _staff_id(tx, story.karel.chat))
    await story.town.line.turn(lambda turn: Staff(turn).release(karel))
    await story.town.settles()
    story.karel.looks()
    before = await story.town.line.read(_fingerprint)
    read = len(story.karel.phone.heard())
    assert await silent_after(story.karel, offered.to(story.karel)) == []
    assert await story.town.line.read(_fingerprint) == before
    assert not list(found("", "\n".join(story.karel.phone.heard()[read:]), (BULGARIAN.story, ANSWER, NOTE)))


async def test_old_and_double_presses_are_answered_and_send_nothing_twice(
    lived: tuple[Story, Offered],
) -> None:
    story, offered = lived
    for player in (story.elena, story.karel, story.aylin):
        for data, message in list(offered.by_chat[player.chat].items()):
            await player.crafts(data, message)
            await player.crafts(data, message)
    assert sum(ANSWER in text for text in story.elena.phone.heard()) == 1
    assert not list(found("", "\n".join(story.elena.phone.heard()), (NOTE,)))


async def test_no_crafted_press_breaks_or_changes_anything(lived: tuple[Story, Offered]) -> None:
    story, _ = lived
    before = await story.town.line.read(_fingerprint)
    for player in (story.elena, story.karel, story.aylin, story.sofie):
        assert await silent_after(player, list(CRAFTED)) == []
    assert await story.town.line.read(_fingerprint) == before
