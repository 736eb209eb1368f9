"""Wijknieuws: which wijken somebody hears announcements of; chosen and stopped with one tap."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.city import City, Wijk
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons
from bot.domain.news import Wishes
from bot.domain.places import NameSaid, names_said
from bot.services.news import News
from bot.texts import Html
from handlers.buttons import arguments, button, column, named, number, pressed, row, two_columns
from handlers.menu import BACK, NEWS
from handlers.news_words import wished
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, Labelled

PAGE: Final = 10


async def show(_: Update, context: BotContext) -> None:
    """/nieuws, or the menu: what is followed."""
    await context.say("news")


async def show_again(_: Update, context: BotContext) -> None:
    """Back to what is followed."""
    await context.show("news")


async def choose(update: Update, context: BotContext) -> None:
    """The names people say, a page at a time."""
    await context.show("news-choose", page=number(*arguments(update, 1)))


async def choose_part(update: Update, context: BotContext) -> None:
    """A name that several wijken share: which part of it, or all."""
    index = number(*arguments(update, 1))
    _said(context.turn.city, index)
    await context.show("news-part", index=index)


async def follow(update: Update, context: BotContext) -> None:
    """News of one wijk from now on."""
    await context.services.news.follow(*arguments(update, 1))
    await context.show("news")


async def follow_all(update: Update, context: BotContext) -> None:
    """News of every wijk that people mean by this name."""
    said = _said(context.turn.city, number(*arguments(update, 1)))
    await context.services.news.follow(*(wijk.id for wijk in said.wijken))
    await context.show("news")


async def leave(update: Update, context: BotContext) -> None:
    """One wijk less, out of the list."""
    await context.services.news.unfollow(*arguments(update, 1))
    await context.show("news")


async def unfollow(update: Update, context: BotContext) -> None:
    """The button below an announcement, which stays as it is."""
    wijk = await context.services.news.unfollow(*arguments(update, 1))
    await context.say("news-left", wijk=wijk.name, buttons=row(button("news-on", "follow", wijk.id)))


async def stop(_: Update, context: BotContext) -> None:
    """No news of any wijk."""
    await context.services.news.stop()
    await context.show("news-stopped", buttons=row(button("news-on", "news-choose", 0)))


def _said(city: City, index: int) -> NameSaid:
    """A name of the list. Raises ButtonExpired when the city file has changed since."""
    said = names_said(city)
    if index >= len(said):
        raise ButtonExpired
    return said[index]


async def _news(scene: Scene) -> Screen | None:
    """What is followed when the message leaves, each with its own way out."""
    if scene.turn.person is None:
        return None
    followed = await News(scene.turn).followed(scene.turn.person)
    if not followed:
        return Screen(scene.text("news-none"), row(button("news-on", "news-choose", 0)))
    wishes = await News(scene.turn).wishes(scene.turn.person)
    names = "\n".join(f"• {wijk.name}" for wijk in followed)
    each = column(*(button("news-one-off", "news-leave", wijk.id, wijk=wijk.name) for wijk in followed))
    text = "\n\n".join([scene.text("news", wijken=names), *wished(scene, wishes)])
    return Screen(Html(text), (*each, *_changes(scene, wishes)))


def _changes(scene: Scene, wishes: Wishes) -> Buttons:
    """What can be done about all of it; in a pause first of all to end it."""
    is_paused = wishes.pause(scene.turn.now) is not None
    on_or_off = button("news-resume", "pause-end") if is_paused else button("news-pause", "news-pause")
    return (
        (button("news-more", "news-choose", 0), button("news-choose-topics", "news-topics")),
        (button("news-quiet", "news-quiet"), on_or_off),
        (button("news-off", "news-stop"),),
    )


async def _choose(scene: Scene) -> Screen:
    """The wijk used last stands first; then names people say, then every wijk that none of them holds."""
    names = names_said(scene.turn.city)
    last = (len(names) - 1) // PAGE
    page = min(int(scene.intent.values["page"] or 0), last)
    entries = list(enumerate(names))[page * PAGE : (page + 1) * PAGE]
    first = () if page else _last_wijk(scene)
    rows = (*first, *two_columns(_name_button(index, said) for index, said in entries))
    return Screen(scene.text("news-choose"), (*rows, *_pages(page, last), *row(button(BACK, "news"))))


def _last_wijk(scene: Scene) -> Buttons:
    person, city = scene.turn.person, scene.turn.city
    if person is None or person.last_wijk is None or not city.has_wijk(person.last_wijk):
        return ()
    wijk = city.wijk(person.last_wijk)
    return row(named(f"📍 {wijk.name}", "follow", wijk.id))


def _name_button(index: int, said: NameSaid) -> Button:
    if len(said.wijken) == 1:
        return named(said.name, "follow", said.wijken[0].id)
    return named(f"{said.name} …", "news-part", index)


def _pages(page: int, last: int) -> Sequence[tuple[Button, ...]]:
    turns: list[Button] = []
    if page > 0:
        turns.append(button("place-previous", "news-choose", page - 1))
    if page < last:
        turns.append(button("place-next", "news-choose", page + 1))
    return (tuple(turns),) if turns else ()


async def _part(scene: Scene) -> Screen:
    index = int(scene.intent.values["index"] or 0)
    said = _said(scene.turn.city, index)
    whole = button("news-whole", "news-whole", index, name=said.name)
    parts = two_columns(_part_button(wijk) for wijk in said.wijken)
    rows = (*column(whole), *parts, *row(button(BACK, "news-choose", 0)))
    return Screen(scene.text("news-part", name=said.name), rows)


def _part_button(wijk: Wijk) -> Button:
    return named(wijk.name, "follow", wijk.id)


VIEWS: Final[Mapping[str, View]] = {"news": _news, "news-choose": _choose, "news-part": _part}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("nieuws", show, FRESH),
        MessageHandler(FRESH & Labelled(NEWS), show),
        pressed("news", show_again),
        pressed("news-choose", choose),
        pressed("news-part", choose_part),
        pressed("news-whole", follow_all),
        pressed("follow", follow),
        pressed("news-leave", leave),
        pressed("unfollow", unfollow),
        pressed("news-stop", stop),
    ]
