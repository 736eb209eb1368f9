"""The planted resident: who somebody is stays with Telegram, and the search would find it elsewhere."""

import asyncio

import pytest
import structlog

from bot.app import wijklijn
from bot.services.turn import Turn
from bot.settings import Settings
from storage.database import Transaction
from tests.journeys.conftest import Opens
from tests.journeys.speech import ANSWER, BULGARIAN
from tests.journeys.story import Story, opened
from tests.planted import (
    CAMERA,
    CAPTION,
    FILE_NAME,
    FILES,
    FIRST_NAME,
    IDENTITY,
    Hit,
    camera_picture,
    found,
    sends_everything_odd,
)

HOUSING = "🏠 Моето жилище"


async def waiting(tx: Transaction) -> list[str]:
    """What the inbox holds, as it would be read with the city's key."""
    rows = await tx.all("SELECT payload FROM inbox WHERE payload IS NOT NULL")
    return [tx.sealer.unseal(row["payload"]).decode() for row in rows]


@pytest.mark.sqlite  # a poller alone, without the lease that replicas need
async def test_what_waits_to_be_handled_does_not_say_who_it_is_from(opens: Opens) -> None:
    async with opens("") as town:
        story = await opened(town, BULGARIAN)
        await town.line.stop()
        phone = story.elena.phone
        phone.starts()
        phone.sends_document(camera_picture(), FILE_NAME, "image/jpeg", CAPTION)
        phone.sends_photo(caption=CAPTION)
        phone.edits(phone.says("Eerst dit."), "Dan dat.")
        phone.sends_audio(FILE_NAME)
        phone.sends_venue(title=FIRST_NAME, address=FIRST_NAME)
        phone.taps(1, "1:mine")
        sends_everything_odd(phone)
        phone.blocks()
        settings = Settings.read(town.line.environ)
        async with wijklijn(settings, clock=town.clock) as everything:  # takes in, handles nothing
            polling = asyncio.ensure_future(everything.polling.run())
            await town.line.telegram.until(lambda: not len(town.line.telegram.updates), 10)
            everything.polling.stopping.set()
            await polling
            kept = await everything.database.read(waiting)
        await town.line.start()
    assert len(kept) == 11
    assert [hit for text in kept for hit in found("the inbox", text, IDENTITY)] == []


async def test_words_about_the_own_home_rest_in_no_file_and_in_no_other_chat(opens: Opens) -> None:
    async with opens("") as town:
        story = await opened(town, BULGARIAN)
        await story.arrives()
        await story.elena.says(f"В моето жилище има влага. {CAPTION}")
        await story.elena.sends_picture_file(camera_picture(), FILE_NAME, CAPTION)
        await story.elena.taps(HOUSING)
        await story.says_where()
        await story.elena.taps(story.label("draft-send"))
        [story.number] = await town.numbers()
        assert CAPTION not in story.karel.message(f"Melding {story.number}")["text"]
        assert await town.search.hits(set(), is_sensitive=True) == []
        await story.karel.taps("👁 Toon")
        assert any(CAPTION in text for text in story.karel.fresh)
        await story.karel.taps("💬 Antwoorden", below=f"Melding {story.number}")
        await story.karel.says(ANSWER)
        await story.karel.taps("✅ Verstuur")
        assert not any(ANSWER in text for text in story.elena.fresh)
        assert await town.search.hits({story.karel.chat}, is_sensitive=True) == []


async def _planted_everywhere(story: Story) -> None:
    """What must never happen, done on purpose."""
    structlog.get_logger("planted").info("said", by=FIRST_NAME, chat=story.elena.chat)

    async def keep(turn: Turn) -> None:
        await turn.tx.run("UPDATE cases SET place = :name", name=FIRST_NAME)
        await turn.tx.run("UPDATE steps SET payload = :name", name=turn.tx.sealer.seal(CAMERA.encode()))

    await story.town.line.turn(keep)


async def test_the_search_finds_what_was_left_lying(opens: Opens) -> None:
    async with opens("") as town:
        story = await opened(town, BULGARIAN)
        await story.arrives()
        await story.writes()
        await story.says_where()
        await story.sends()
        await story.karel.taps("💬 Antwoorden")
        await _planted_everywhere(story)
        hits = await town.search.hits({story.karel.chat, story.aylin.chat})
        assert set(hits) == {
            Hit("the logs", FIRST_NAME),
            Hit("the logs", "the number of a chat"),
            Hit("cases.place", FIRST_NAME),
            Hit("steps.payload unsealed", CAMERA),
            Hit(FILES, FIRST_NAME),
        }


async def test_the_search_finds_words_in_a_chat_that_does_not_handle_the_case(opens: Opens) -> None:
    async with opens("") as town:
        story = await opened(town, BULGARIAN)
        await story.arrives()
        await story.writes()
        await story.says_where()
        await story.sends()
        assert set(await town.search.hits({story.aylin.chat})) == {Hit(f"chat {story.karel.chat}", CAPTION)}
