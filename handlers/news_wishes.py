"""Wijknieuws as somebody wants it: topics, quiet hours, a pause; the offer after a first report; stop below an announcement."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons
from bot.domain.news import HOURS, NIGHTS, Quiet, Topic
from bot.services.news import OFFER, PAUSES_AHEAD, News
from handlers.buttons import (
    HOURS_IN_A_ROW,
    arguments,
    button,
    column,
    in_rows,
    named,
    number,
    pressed,
    row,
    two_columns,
)
from handlers.dates import in_words
from handlers.menu import BACK
from handlers.render import Scene, Screen, View

DAYS: Final = 10
_BACK: Final = row(button(BACK, "news"))


async def topics(_: Update, context: BotContext) -> None:
    """About what news comes, and about what not."""
    await context.show("news-topics")


async def leave_topic(update: Update, context: BotContext) -> None:
    await context.services.news.leave_topic(*arguments(update, 1))
    await context.show("news-topics")


async def take_up_topic(update: Update, context: BotContext) -> None:
    await context.services.news.take_up_topic(*arguments(update, 1))
    await context.show("news-topics")


async def no_more_of_it(update: Update, context: BotContext) -> None:
    """Below an announcement, which stays as it is: no more of its topic."""
    topic = await context.services.news.leave_topic(*arguments(update, 1))
    await context.say("news-topic-left", topic=topic.value, buttons=row(_change(topic, "topic-on")))


async def no_more(_: Update, context: BotContext) -> None:
    """Below an announcement, which stays as it is: no more news at all."""
    await context.services.news.stop()
    await context.say("news-stopped", buttons=row(button("news-on", "news-choose", 0)))


async def quiet(_: Update, context: BotContext) -> None:
    """Nights as most people have them, or other hours."""
    nights = (_night(one) for one in NIGHTS)
    others = (button("quiet-own", "quiet-from"), button("quiet-none", "quiet-none"))
    await context.show("quiet-ask", buttons=(*column(*nights, *others), *_BACK))


def _night(one: Quiet) -> Button:
    return button("quiet-hours", "quiet-set", one.start, one.end, start=one.start, end=one.end)


async def quiet_from(_: Update, context: BotContext) -> None:
    """Which hour they begin."""
    keys = (named(f"{hour}:00", "quiet-to", hour) for hour in range(HOURS))
    await context.show(
        "quiet-from-ask", buttons=(*in_rows(keys, HOURS_IN_A_ROW), *row(button(BACK, "news-quiet")))
    )


async def quiet_to(update: Update, context: BotContext) -> None:
    """Which hour they end; the next hours of the day come first."""
    start = number(*arguments(update, 1))
    hours = ((start + later) % HOURS for later in range(1, HOURS))
    keys = (named(f"{hour}:00", "quiet-set", start, hour) for hour in hours)
    await context.show(
        "quiet-to-ask",
        start=start,
        buttons=(*in_rows(keys, HOURS_IN_A_ROW), *row(button(BACK, "quiet-from"))),
    )


async def be_quiet(update: Update, context: BotContext) -> None:
    start, end = arguments(update, 2)
    await context.services.news.be_quiet(number(start), number(end))
    await context.show("news")


async def be_loud(_: Update, context: BotContext) -> None:
    await context.services.news.be_loud()
    await context.show("news")


async def pause(_: Update, context: BotContext) -> None:
    """For how long."""
    ways = (
        button("pause-week", "pause-week"),
        button("pause-days", "pause-days", 0),
        button("pause-open", "pause-open"),
    )
    await context.show("pause-ask", buttons=(*column(*ways), *_BACK))


async def pause_days(update: Update, context: BotContext) -> None:
    """Ten days at a time."""
    page = number(*arguments(update, 1))
    if page * DAYS >= PAUSES_AHEAD.days:
        raise ButtonExpired
    first = context.turn.now.astimezone(context.turn.city.time_zone).date() + timedelta(days=1 + page * DAYS)
    days = two_columns(_day(context, first + timedelta(days=later)) for later in range(DAYS))
    await context.show("pause-days-ask", buttons=(*days, *_pages(page), *row(button(BACK, "news-pause"))))


def _day(context: BotContext, day: date) -> Button:
    return named(in_words(context.open_turn.texts, context.language, day), "pause-day", day.isoformat())


def _pages(page: int) -> Buttons:
    before = (button("place-previous", "pause-days", page - 1),) if page else ()
    after = (button("place-next", "pause-days", page + 1),) if (page + 1) * DAYS < PAUSES_AHEAD.days else ()
    return ((*before, *after),)


async def pause_until(update: Update, context: BotContext) -> None:
    (day,) = arguments(update, 1)
    await context.services.news.pause_until(_date(day))
    await context.show("news")


def _date(text: str) -> date:
    """A day out of callback data. Raises ButtonExpired for anything else: crafted."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ButtonExpired from None


async def pause_week(_: Update, context: BotContext) -> None:
    await context.services.news.pause_week()
    await context.show("news")


async def pause_open(_: Update, context: BotContext) -> None:
    await context.services.news.pause_for_ever()
    await context.show("news")


async def resume(_: Update, context: BotContext) -> None:
    await context.services.news.resume()
    await context.show("news")


async def decline(_: Update, context: BotContext) -> None:
    """No news, and nobody asks again; who follows something by now sees that instead."""
    if await context.services.news.followed():
        await context.say("news")
    else:
        await context.show("news-declined")


async def _topics_view(scene: Scene) -> Screen | None:
    """What comes stands in the text; a button changes one topic."""
    if scene.turn.person is None:
        return None
    left = (await News(scene.turn).wishes(scene.turn.person)).left
    names = [f"• {scene.label('topic-name', topic=topic.value)}" for topic in Topic if topic not in left]
    text = scene.text("news-topics", topics="\n".join(names)) if names else scene.text("news-no-topics")
    changes = (_change(topic, "topic-on" if topic in left else "topic-off") for topic in Topic)
    return Screen(text, (*column(*changes), *_BACK))


def _change(topic: Topic, what: str) -> Button:
    return button(what, what, topic.value, topic=topic.value)


async def _offer_view(scene: Scene) -> Screen | None:
    """Nothing is said any more when the city gave the wijk up."""
    wijk = str(scene.intent.values["wijk"])
    if not scene.turn.city.has_wijk(wijk):
        return None
    buttons = column(button("news-on", "follow", wijk), button("news-off", "news-decline"))
    return Screen(scene.text(OFFER, wijk=scene.turn.city.wijk(wijk).name), buttons)


VIEWS: Final[Mapping[str, View]] = {"news-topics": _topics_view, OFFER: _offer_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("news-topics", topics),
        pressed("topic-off", leave_topic),
        pressed("topic-on", take_up_topic),
        pressed("no-more-of", no_more_of_it),
        pressed("no-more", no_more),
        pressed("news-quiet", quiet),
        pressed("quiet-from", quiet_from),
        pressed("quiet-to", quiet_to),
        pressed("quiet-set", be_quiet),
        pressed("quiet-none", be_loud),
        pressed("news-pause", pause),
        pressed("pause-week", pause_week),
        pressed("pause-days", pause_days),
        pressed("pause-day", pause_until),
        pressed("pause-open", pause_open),
        pressed("pause-end", resume),
        pressed("news-decline", decline),
    ]
