"""In the pseudo-language every word of ours looks strange: what looks plain was not written in Fluent."""

import re
from collections.abc import Awaitable, Iterator
from pathlib import Path
from typing import Final

from bot.domain.city import City
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


async def test_every_screen_of_a_report_a_question_news_help_and_data_is_written_in_fluent(
    opens: Opens, tmp_path: Path
) -> None:
    city = city_that_speaks_it(tmp_path)
    async with opens("", locales=new_language(tmp_path), WIJKLIJN_CITY=str(city)) as town:
        elena = town.moves_in("Elena", town.line.telegram.person(RESIDENT, "Elena"))
        await elena.starts()
        await elena.taps(NAME)
        seen = await _walked(town, elena) | await _reported(town, elena) | await _asked(elena)
        assert len(seen) > 60
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


async def _reported(town: Town, elena: Player) -> set[str]:
    """A sensitive report with words of danger, changed on the way, then what can be done with it."""
    seen: set[str] = set()

    async def reads(*done: Awaitable[object]) -> None:
        for one in done:
            await one
            seen.update(elena.fresh, elena.phone.buttons())

    await reads(elena.says("BRD"), elena.says("Brand!"), elena.crafts("1:menu"))
    for label in ("draft-skip", "place-choose", "draft-skip", "draft-change"):
        await reads(_tapped(town, elena, label))
    await reads(_tapped(town, elena, "draft-change-category"), elena.taps(_housing(town)))
    await reads(_tapped(town, elena, "draft-send"))
    for command in ("/meldingen", "/wijkmanager"):
        await reads(elena.says(command))
    case = await town.line.read(lambda tx: tx.one("SELECT id FROM cases"))
    for data in ("my-case", "again", "withdraw", "add", "erase-case", "withdraw-yes"):
        await reads(elena.crafts(f"1:{data}:{case['id']}"))
    await reads(elena.crafts("1:wm-list:0"), elena.crafts("1:wm-wijk:bokrijk"))
    return seen


async def _tapped(town: Town, elena: Player, label: str) -> None:
    """The button of this name, where it is there."""
    words = town.label(CODE, label)
    if words in elena.phone.buttons():
        await elena.taps(words)


def _housing(town: Town) -> str:
    return town.line.running.city.category("housing").button(CODE)


async def _asked(elena: Player) -> set[str]:
    """A question: the list, an answer, and back."""
    seen: set[str] = set()
    await elena.says("/vraag")
    seen.update(elena.fresh, elena.phone.buttons())
    await elena.taps(elena.phone.buttons()[0])
    return seen | {*elena.fresh, *elena.phone.buttons()}


def _city_words(city: City) -> Iterator[str]:
    """What the city file says where it does not speak this language: Dutch."""
    for category in city.categories:
        yield from (one.says(CODE) for one in (category.self_help, category.may_follow) if one)
        yield category.button(CODE)
    for question in city.common_questions:
        yield question.button(CODE)
        yield question.question.says(CODE)
        yield from (one for one in question.answer.says(CODE).splitlines())
        if question.try_first:
            yield question.try_first.says(CODE)
    yield from (one.what.says(CODE) for one in city.help_numbers)
    yield from (city.office.name, city.office.address or "", "gebiedsgerichtewerking@genk.be")
    yield from (one.name for one in city.stadsdelen)
    yield from city.said_first


def _names(town: Town) -> re.Pattern[str]:
    city = town.line.running.city
    known = (
        [wijk.name for wijk in city.wijken]
        + [one.name for one in city.languages]
        + [city.name, "Wijkmanager", "wijkmanager", "BRD", "Brand!"]
        + [words for words in _city_words(city) if words]
    )
    commands = [r"/\w+"]
    return re.compile("|".join([*commands, *map(re.escape, sorted(known, key=len, reverse=True))]))
