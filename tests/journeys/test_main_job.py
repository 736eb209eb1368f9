"""The main job from the first minute to "it is solved", through the real application, HTTP and database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.journeys.conftest import Opens
from tests.journeys.speech import ANSWER, BULGARIAN, NEWS, TURKISH, WHY_CLOSED, Speech
from tests.journeys.story import Story, opened
from tests.translation.libre import LibreTranslate

CAST = (
    "Elena reports; what she reads is in her language",
    "Karel is the wijkmanager of Waterschei-Noord, Piet the one of Boxbergheide",
    "Aylin is the contact worker, Bram the administrator",
    "Jan follows the news of Waterschei-Noord in Dutch, Sofie that of Boxbergheide",
)


async def nothing_is_known_of_her(story: Story) -> None:
    """The planted resident is nowhere; no button spins; nothing went wrong on the way."""
    handlers = {story.karel.chat, story.aylin.chat}
    assert await story.town.search.hits(handlers) == []
    assert story.town.unanswered() == []
    assert '"level":"error"' not in story.town.search.logs.getvalue()


@asynccontextmanager
async def machine(speech: Speech) -> AsyncIterator[LibreTranslate]:
    """A translator that knows what is said in these stories."""
    async with LibreTranslate() as libre:
        for foreign, dutch in (
            (speech.story, speech.story_in_dutch),
            (speech.still, speech.still_in_dutch),
        ):
            libre.phrases[foreign, "nl"] = dutch
        for dutch, foreign in ((ANSWER, speech.answer), (WHY_CLOSED, speech.why_closed), (NEWS, speech.news)):
            libre.phrases[dutch, speech.language] = foreign
        yield libre


@pytest.mark.parametrize(("speech", "where"), [(BULGARIAN, "street"), (TURKISH, "here")], ids=["bg", "tr"])
async def test_with_a_contact_worker_between_the_languages(opens: Opens, speech: Speech, where: str) -> None:
    title = f"From a problem to its end: {speech.name}, the contact worker translates"
    async with opens(title, CAST) as town:
        story = await opened(town, speech)
        story.where = where
        await story.told()
        await story.neighbours_follow()
        await story.is_announced()
        await nothing_is_known_of_her(story)
        town.transcript.compare(f"{speech.language}-contact-worker", await town.names())


@pytest.mark.parametrize(("speech", "where"), [(BULGARIAN, "name"), (TURKISH, "street")], ids=["bg", "tr"])
async def test_with_a_machine_between_the_languages(opens: Opens, speech: Speech, where: str) -> None:
    title = f"From a problem to its end: {speech.name}, a machine translates"
    async with machine(speech) as libre:
        environ = {"WIJKLIJN_TRANSLATOR": "libretranslate", "WIJKLIJN_TRANSLATOR_URL": libre.url}
        async with opens(title, CAST, **environ) as town:
            story = await opened(town, speech, has_machine=True)
            story.where = where
            await story.told()
            await story.neighbours_follow()
            await story.is_announced()
            await nothing_is_known_of_her(story)
            town.transcript.compare(f"{speech.language}-machine", await town.names())


async def test_a_restart_between_any_two_steps_changes_nothing(opens: Opens) -> None:
    async with opens("") as town:
        town.between = town.line.restart
        story = await opened(town, BULGARIAN)
        await story.told()
        await story.neighbours_follow()
        await story.is_announced()
        await nothing_is_known_of_her(story)
