"""Digests: one message that stands for many new cases or texts to translate; in the morning, for a quiet night."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.services.gathering import DIGEST, DUE, RELAY, Gathering, Heap
from bot.services.translations import Translations
from bot.services.work import Pressing, Work
from bot.services.work_hours import MORNING, PRESSING, Morning, WorkHours
from bot.texts import Html
from handlers.buttons import button, column, row
from handlers.happenings import HappeningHandler
from handlers.phrases import lines
from handlers.render import Scene, Screen, View

MOST_HEAPS: Final = 12


async def morning(_: Happening, context: BotContext) -> None:
    """Work begins: what came while it was quiet, where there is anything to tell."""
    since = await context.services.hours.quiet_since()
    if since is not None:
        await context.turn.say(context.person.id, MORNING, since=since.isoformat())


async def _digest_view(scene: Scene) -> Screen | None:
    """What waits for who reads, by category and wijk; nothing of who sent it, and for nobody without a role."""
    person = scene.intent.person
    if scene.turn.staff is None or person is None:
        return Screen(scene.text("digest-not-yours"))
    since = datetime.fromisoformat(str(scene.intent.values["since"]))
    heaps = await Gathering(scene.turn).heaps(person, since)
    heading = scene.text(DIGEST, count=sum(heap.count for heap in heaps))
    return Screen(lines(heading, *_heaps(scene, heaps)), row(button("digest-work", "digest-work")))


def _heaps(scene: Scene, heaps: Sequence[Heap]) -> Iterator[Html]:
    """So many of them, and how much the others are together."""
    yield from (_line(scene, heap) for heap in heaps[:MOST_HEAPS])
    if left := sum(heap.count for heap in heaps[MOST_HEAPS:]):
        yield scene.text("digest-more", count=left)


def _line(scene: Scene, heap: Heap) -> Html:
    city = scene.turn.city
    known = city.category_of(heap.category)
    wijk = city.wijk(heap.wijk).name if heap.wijk and city.has_wijk(heap.wijk) else "none"
    about = known.button(scene.language) if known else "none"
    return scene.text("digest-heap", about=about, wijk=wijk, count=heap.count)


async def _relay_view(scene: Scene) -> Screen | None:
    """How many texts wait for the languages of who reads."""
    if scene.turn.staff is None:
        return Screen(scene.text("digest-not-yours"))
    waiting = await Translations(scene.turn).waiting_for(scene.turn.staff)
    return Screen(scene.text(RELAY, count=len(waiting)), row(button("digest-relay", "digest-relay")))


async def _due_view(scene: Scene) -> Screen | None:
    """How much is late and due today by now."""
    if scene.turn.staff is None:
        return None
    counts = await Work(scene.turn).counts()
    pressing = ((reason, counts.of(reason)) for reason in (Pressing.LATE, Pressing.TODAY))
    told = (scene.text(f"morning-{reason.value}", count=count) for reason, count in pressing if count)
    return Screen(lines(scene.text(DUE), *told), row(button("digest-work", "digest-work")))


async def _morning_view(scene: Scene) -> Screen | None:
    """As things are when it leaves; nothing for who has no role any more."""
    if scene.turn.staff is None:
        return None
    since = datetime.fromisoformat(str(scene.intent.values["since"]))
    found = await WorkHours(scene.turn).morning(since)
    texts = len(await WorkHours(scene.turn).untranslated())
    waiting = scene.text("morning-texts", count=texts) if texts else None
    work = (button("digest-work", "digest-work"),) if not found.is_empty else ()
    relay = (button("digest-relay", "digest-relay"),) if texts else ()
    return Screen(lines(scene.text(MORNING), *_told(scene, found), waiting), column(*work, *relay))


def _told(scene: Scene, found: Morning) -> Iterator[Html]:
    """What presses first, then what is new, by subject and wijk."""
    counts = {reason.value: found.counts.of(reason) for reason in PRESSING}
    counts |= {"said": found.said, "new": sum(heap.count for heap in found.new)}
    yield from (scene.text(f"morning-{what}", count=count) for what, count in counts.items() if count)
    yield from _heaps(scene, found.new)


VIEWS: Final[Mapping[str, View]] = {
    DIGEST: _digest_view,
    RELAY: _relay_view,
    DUE: _due_view,
    MORNING: _morning_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    """The buttons are those of the lists: /werk and /vertalen."""
    return [HappeningHandler(MORNING, morning)]
