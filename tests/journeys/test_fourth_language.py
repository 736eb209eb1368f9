"""A fourth language is a folder and a line: no code knows which languages there are."""

from pathlib import Path

from tests.journeys.conftest import Opens
from tests.journeys.pseudo import CODE, NAME, city_that_speaks_it, new_language, strange
from tests.journeys.speech import Speech
from tests.journeys.story import opened

PSEUDO = Speech(
    language=CODE,
    name=NAME,
    story="Vor dem Haus stehen alte Möbel.",
    story_in_dutch="Voor het huis staan oude meubels.",
    category="🗑 Afval",
    still="Zwei Säcke sind noch da.",
    still_in_dutch="Er staan nog twee zakken.",
    answer="Danke. Ich komme morgen um 10 Uhr.",
    why_closed="Die Möbel sind weg.",
    news="Samstag, 12. September, um 10 Uhr räumen wir die Stalenstraat auf.",
)


async def test_a_folder_and_a_line_in_the_city_file_are_a_language(opens: Opens, tmp_path: Path) -> None:
    city = city_that_speaks_it(tmp_path)
    async with opens("", locales=new_language(tmp_path), WIJKLIJN_CITY=str(city)) as town:
        story = await opened(town, PSEUDO)
        await story.told()
        await story.neighbours_follow()
        await story.is_announced()
        read = story.elena.phone.heard()
        assert any(text.startswith(strange("✅ Ontvangen. Melding")) for text in read)
        assert strange("❓ Vraag stellen") in story.elena.phone.buttons()
