"""In the pseudo-language every word of ours looks strange: what looks plain was not written in Fluent."""

import re
from pathlib import Path
from typing import Final

from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.pseudo import CODE, NAME, city_that_speaks_it, new_language
from tests.journeys.town import Player, Town

# What a reader of any language sees as it is: names of places and languages, and what the city is called.
MENU: Final = ("menu-news", "menu-settings", "menu-cases", "menu-report")
COMMANDS: Final = ("/help", "/nieuws", "/gegevens", "/stop", "/meldingen", "/nothing")
NEWS: Final = (
    "news-topics",
    "news-quiet",
    "quiet-from",
    "quiet-to:22",
    "news-pause",
    "pause-days:0",
    "news-decline",
)
PLAIN: Final = re.compile(r"\b\w*[aeiou]\w*\b", re.IGNORECASE)


async def test_every_screen_of_news_help_and_data_is_written_in_fluent(opens: Opens, tmp_path: Path) -> None:
    city = city_that_speaks_it(tmp_path)
    async with opens("", locales=new_language(tmp_path), WIJKLIJN_CITY=str(city)) as town:
        elena = town.moves_in("Elena", town.line.telegram.person(RESIDENT, "Elena"))
        await elena.starts()
        await elena.taps(NAME)
        seen = await _walked(town, elena)
        assert len(seen) > 20
        names = _names(town)
        assert {text: left for text in seen if (left := PLAIN.findall(names.sub(" ", text)))} == {}


async def _walked(town: Town, elena: Player) -> set[str]:
    """Everything that is read and can be pressed on the way."""
    seen: set[str] = set()
    for label in MENU:
        await elena.says(town.label(CODE, label))
        seen.update(elena.fresh, elena.phone.buttons())
    for command in COMMANDS:
        await elena.says(command)
        seen.update(elena.fresh, elena.phone.buttons())
    await elena.crafts("1:follow:bokrijk")
    for data in (*NEWS, "topic-off:works", "quiet-set:22:7", "pause-week", "no-more-of:urgent", "no-more"):
        await elena.crafts(f"1:{data}")
        seen.update(elena.fresh, elena.phone.buttons())
    return seen


def _names(town: Town) -> re.Pattern[str]:
    city = town.line.running.city
    known = (
        [wijk.name for wijk in city.wijken]
        + [one.name for one in city.languages]
        + [city.name, "Wijkmanager", "wijkmanager"]
    )
    commands = [r"/\w+"]
    return re.compile("|".join([*commands, *map(re.escape, sorted(known, key=len, reverse=True))]))
