"""Language and data: what we keep, and all of it shown, to read and as a file."""

from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

import orjson
from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import Case, Origin
from bot.domain.intents import File
from bot.services.calendar import Calendar
from bot.services.cases import Cases
from bot.services.news import News
from bot.services.occurrences import Occurrences
from bot.services.own_data import OwnData
from bot.services.steps import Steps
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed, row
from handlers.menu import SETTINGS
from handlers.moments import repeats
from handlers.news_words import wished
from handlers.phrases import case_subject, lines, media_words, place_words
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, Labelled
from handlers.wanted import data_doings

PAGE: Final = 5
FILE: Final = "my-data-file"


async def show(_: Update, context: BotContext) -> None:
    """/gegevens, or the menu: what we keep, and what can be done with it."""
    await context.say("privacy", buttons=data_doings())


async def show_again(_: Update, context: BotContext) -> None:
    """Back from the question whether all must go."""
    await context.show("privacy", buttons=data_doings())


async def show_mine(update: Update, context: BotContext) -> None:
    """Everything that is kept of who asks: a page of cases at a time, and at first the whole as a file."""
    page = number(*arguments(update, 1))
    await context.say("my-data", page=page)
    if page == 0:
        await context.say(FILE)


async def _file_view(scene: Scene) -> Screen | None:
    """Made as it leaves, and kept nowhere."""
    person = scene.turn.person
    if person is None:
        return None
    told = {"about": scene.label("my-data-file-about"), **await OwnData(scene.turn).of(person)}
    content = orjson.dumps(told, option=orjson.OPT_INDENT_2)
    name = f"wijklijn-{scene.turn.now.astimezone(scene.turn.city.time_zone):%Y-%m-%d}.json"
    return Screen(scene.text(FILE), file=File(name, content, may_leave=True))


async def _data_view(scene: Scene) -> Screen | None:
    """A page of it; the first says what is kept beside cases."""
    if scene.turn.person is None:
        return None
    page = int(scene.intent.values["page"] or 0)
    cases = [case for case in await Cases(scene.turn).mine() if case.origin is not Origin.BEHALF]
    some = cases[page * PAGE : (page + 1) * PAGE]
    head = [scene.text("my-data")] if page else [line async for line in _about(scene)]
    entries = [await _entry(scene, case) for case in some]
    if not cases:
        entries = [scene.text("my-data-no-cases")]
    has_more = len(cases) > (page + 1) * PAGE
    more = row(button("my-data-more", "my-data", page + 1)) if has_more else ()
    erase_all = row(button("privacy-erase", "erase"))
    return Screen(Html("\n\n".join([lines(*head), *entries])), (*more, *erase_all))


async def _about(scene: Scene) -> AsyncIterator[Html]:
    """The language, the wijken, and that something is half made."""
    person, city = scene.turn.person, scene.turn.city
    yield scene.text("my-data")
    yield scene.text("my-data-chat")
    yield _language(scene)
    followed = ", ".join(wijk.name for wijk in await News(scene.turn).followed(person))
    yield scene.text("my-data-news", wijken=followed) if followed else scene.text("my-data-no-news")
    for wish in wished(scene, await News(scene.turn).wishes(person)) if person else ():
        yield wish
    if person and person.last_wijk and city.has_wijk(person.last_wijk):
        yield scene.text("my-data-wijk", wijk=city.wijk(person.last_wijk).name)
    if person and await Steps(scene.turn).is_in_one(person.id):
        yield scene.text("my-data-draft")


def _language(scene: Scene) -> Html:
    person, city = scene.turn.person, scene.turn.city
    name = next((one.name for one in city.languages if person and one.code == person.language), "–")
    is_forgotten = scene.turn.rules.forget_language_after is not None
    return scene.text("my-data-language-session" if is_forgotten else "my-data-language", name=name)


async def _entry(scene: Scene, case: Case) -> Html:
    """One case with everything that the person gave, whole."""
    again = Occurrences(scene.turn)
    said = await Cases(scene.turn).words_of(case)
    text = "\n".join(words.text for words in said if words.text)
    media = media_words(scene, (item for words in said for item in words.media))
    place = place_words(scene.turn.city, case.wijk, case.place)
    day = Calendar(scene.turn.city).local_day(case.created_at)
    sent = scene.text("my-data-day", day=f"{day:%d}", month=f"{day:%m}", year=f"{day:%Y}")
    status = scene.text("my-data-status", status=case.status.value)
    return lines(
        scene.text("my-data-case", number=case.number, subject=case_subject(scene, case)),
        Html(f"{sent} · {status}"),
        scene.text("draft-place-is", place=place) if place else None,
        scene.text("draft-words", words=text) if text else None,
        scene.text("draft-media", media=media) if media else None,
        await repeats(scene, "my-case-times", again, await again.of(case)),
    )


VIEWS: Final[Mapping[str, View]] = {"my-data": _data_view, FILE: _file_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler(["gegevens", "privacy", "settings"], show, FRESH),
        MessageHandler(FRESH & Labelled(SETTINGS), show),
        pressed("privacy", show_again),
        pressed("my-data", show_mine),
    ]
