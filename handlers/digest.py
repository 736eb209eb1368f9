"""Digests: one message that stands for many new cases, or for many texts that wait for a translation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.services.gathering import DIGEST, RELAY, Gathering, Heap
from bot.services.translations import Translations
from bot.texts import Html
from handlers.buttons import button, row
from handlers.phrases import lines
from handlers.render import Scene, Screen, View

MOST_HEAPS: Final = 12


async def _digest_view(scene: Scene) -> Screen | None:
    """What waits for who reads, by category and wijk; nothing of who sent it, and for nobody without a role."""
    person = scene.intent.person
    if scene.turn.staff is None or person is None:
        return Screen(scene.text("digest-not-yours"))
    since = datetime.fromisoformat(str(scene.intent.values["since"]))
    heaps = await Gathering(scene.turn).heaps(person, since)
    heading = scene.text(DIGEST, count=sum(heap.count for heap in heaps))
    shown = [_line(scene, heap) for heap in heaps[:MOST_HEAPS]]
    left = sum(heap.count for heap in heaps[MOST_HEAPS:])
    more = scene.text("digest-more", count=left) if left else None
    return Screen(lines(heading, *shown, more), row(button("digest-work", "digest-work")))


def _line(scene: Scene, heap: Heap) -> Html:
    city = scene.turn.city
    known = next((one for one in city.categories if one.id == heap.category), None)
    wijk = city.wijk(heap.wijk).name if heap.wijk and city.has_wijk(heap.wijk) else "none"
    about = known.button(scene.language) if known else "none"
    return scene.text("digest-heap", about=about, wijk=wijk, count=heap.count)


async def _relay_view(scene: Scene) -> Screen | None:
    """How many texts wait for the languages of who reads."""
    if scene.turn.staff is None:
        return Screen(scene.text("digest-not-yours"))
    waiting = await Translations(scene.turn).waiting_for(scene.turn.staff)
    return Screen(scene.text(RELAY, count=len(waiting)), row(button("digest-relay", "digest-relay")))


VIEWS: Final[Mapping[str, View]] = {DIGEST: _digest_view, RELAY: _relay_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    """The buttons are those of the lists: /werk and /vertalen."""
    return []
