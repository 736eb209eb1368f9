"""An announcement as it is read, and how far it is in the chat of who sends it."""

from collections.abc import Mapping
from typing import Any, Final
from weakref import WeakKeyDictionary

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.announcements import Announcement, AudienceKind, State, Tally
from bot.domain.errors import ButtonExpired
from bot.domain.intents import AnnouncementId, Buttons, Outcome
from bot.domain.people import Role
from bot.services.announcements import Announcements
from bot.services.approvals import Approvals
from bot.services.sendings import GROWS, HALTS, LOOKS, PROGRESS, RESULT, Sendings
from bot.texts import Html, Texts
from handlers.buttons import arguments, button, column, named, number, pressed, row, two_columns
from handlers.happenings import HappeningHandler
from handlers.render import Scene, Screen, View

ANNOUNCEMENT: Final = "announcement"
SAMPLE: Final = "announcement-sample"
TEST: Final = "announcement-test"
HELD: Final = "announcement-held"
SHOWN_IN: Final = "announcement-shown-in"
_SAID: Final = frozenset({State.GOING, State.PAUSED, State.STOPPED, State.ENDED})
_BAR: Final = 10
# What has left is the same for every reader of one language in one wijk, and never changes: it is written once.
_WRITTEN: Final[WeakKeyDictionary[Texts, dict[tuple[int, str, str], Screen]]] = WeakKeyDictionary()
_MOST_WRITTEN: Final = 500


async def pause(update: Update, context: BotContext) -> None:
    await context.services.sendings.pause(await _own(update, context))


async def resume(update: Update, context: BotContext) -> None:
    await context.services.sendings.resume(await _own(update, context))


async def stop(update: Update, context: BotContext) -> None:
    await context.services.sendings.stop(await _own(update, context))


async def _own(update: Update, context: BotContext) -> Announcement:
    (announcement,) = arguments(update, 1)
    return await context.services.announcements.own(context.staff, AnnouncementId(number(announcement)))


async def grow(happening: Happening, context: BotContext) -> None:
    """The next people get their row."""
    await context.services.sendings.grow(AnnouncementId(happening.detail["announcement"]))


async def halt(happening: Happening, context: BotContext) -> None:
    """The next people lose their row."""
    await context.services.sendings.halt(AnnouncementId(happening.detail["announcement"]))


async def look(happening: Happening, context: BotContext) -> None:
    """A few seconds have passed: show how far it is."""
    await context.services.sendings.look(AnnouncementId(happening.detail["announcement"]))


async def _announcement_view(scene: Scene) -> Screen | None:
    """To one reader: Dutch first, then the own language marked as a translation, and a way to stop this news."""
    wijk = str(scene.intent.values["wijk"])
    if scene.turn.rules.forget_language_after:
        return await _in_dutch_view(scene, scene.intent.announcement or 0, wijk)
    written = _WRITTEN.setdefault(scene.texts, {})
    key = (scene.intent.announcement or 0, scene.language, wijk)
    if key not in written:
        found = await Announcements(scene.turn).find(AnnouncementId(key[0]))
        if found is None:
            return None
        if len(written) >= _MOST_WRITTEN:
            written.clear()
        written[key] = Screen(await _as_read(scene, found, scene.language, wijk), _off(found))
    return written[key]


async def show_in(update: Update, context: BotContext) -> None:
    """A language was pressed below an announcement: it is shown in that, and nothing is remembered."""
    announcement, wijk, language = arguments(update, 3)
    found = await context.services.announcements.find(AnnouncementId(number(announcement)))
    if found is None or found.state not in _SAID or wijk not in found.audience.wijken(context.turn.city):
        raise ButtonExpired
    if not found.text(language):
        raise ButtonExpired
    await context.show(SHOWN_IN, announcement=found.id, wijk=wijk, language=language)


async def _shown_in_view(scene: Scene) -> Screen | None:
    values = scene.intent.values
    return await _in_dutch_view(
        scene, int(values["announcement"] or 0), str(values["wijk"]), str(values["language"])
    )


async def _in_dutch_view(scene: Scene, about: int, wijk: str, language: str | None = None) -> Screen | None:
    """Where no language is remembered: Dutch, with a button for each other language that there is."""
    found = await Announcements(scene.turn).find(AnnouncementId(about))
    if found is None:
        return None
    if found.urgent and language is None:
        # Who must act cannot be asked to press first.
        return Screen(await _in_every_language(scene, found, wijk), _off(found))
    master = scene.turn.city.master.code
    others = two_columns(
        named(one.name, "announcement-in", found.id, wijk, one.code)
        for one in scene.turn.city.languages
        if one.code not in {master, language} and found.text(one.code)
    )
    return Screen(await _as_read(scene, found, language or master, wijk), (*others, *_off(found)))


async def _sample_view(scene: Scene) -> Screen | None:
    """As a reader of one language will see it."""
    found = await _found(scene)
    if found is None or _is_changed(scene, found):
        return None
    language = str(scene.intent.values["language"])
    wijk = found.audience.wijken(scene.turn.city)[0]
    buttons = _off(found) if scene.intent.name == TEST else ()
    return Screen(await _as_read(scene, found, language, wijk), buttons)


def _is_changed(scene: Scene, announcement: Announcement) -> bool:
    """Whether somebody else was to look at what is not offered any more."""
    round_ = scene.intent.values.get("round")
    return round_ is not None and not Approvals(scene.turn).is_open(announcement, int(round_))


async def _as_read(scene: Scene, announcement: Announcement, language: str, wijk: str) -> Html:
    master = scene.turn.city.master.code
    parts = [await _heading(scene, announcement, wijk)]
    parts.append(scene.texts(master, "announcement-words", words=announcement.text(master) or ""))
    if language != master:
        parts += _translated(scene, announcement, language)
    return Html("\n\n".join(parts))


async def _in_every_language(scene: Scene, announcement: Announcement, wijk: str) -> Html:
    """Dutch first, then every translation that there is."""
    master = scene.turn.city.master.code
    said = [await _as_read(scene, announcement, master, wijk)]
    for one in scene.turn.city.languages:
        said += _translated(scene, announcement, one.code) if one.code != master else []
    return Html("\n\n".join(said))


def _translated(scene: Scene, announcement: Announcement, language: str) -> list[Html]:
    """The translation below its mark; nothing where there is none."""
    words = announcement.text(language)
    if not words:
        return []
    return [
        scene.texts(language, "announcement-mark"),
        scene.texts(language, "announcement-words", words=words),
    ]


async def _heading(scene: Scene, announcement: Announcement, wijk: str) -> Html:
    """Who says it, where and about what: in Dutch for every reader."""
    master = scene.turn.city.master.code
    head = scene.texts(master, "announcement-head", sender=await _sender(scene, announcement))
    parts = [head]
    if place := _place(scene, announcement, wijk):
        parts.append(scene.texts(master, "announcement-place", place=place))
    if announcement.topic:
        parts.append(scene.texts(master, "topic-name", topic=announcement.topic.value))
    return Html(" · ".join(parts))


async def _sender(scene: Scene, announcement: Announcement) -> str:
    """A role, never a name."""
    role = await Announcements(scene.turn).role_of_sender(announcement)
    return "wijkmanager" if role is Role.WIJKMANAGER else "city"


def _place(scene: Scene, announcement: Announcement, wijk: str) -> str | None:
    """Which place it is for; a stadsdeel that the city has not confirmed is told as the reader's own wijk."""
    city, audience = scene.turn.city, announcement.audience
    if audience.kind is AudienceKind.EVERYBODY:
        return None
    stadsdeel = city.shown_stadsdeel_of(wijk) if audience.kind is AudienceKind.STADSDEEL else None
    return stadsdeel.name if stadsdeel else city.wijk(wijk).name


def _off(announcement: Announcement) -> Buttons:
    """One tap stops its topic, or all news."""
    everything = button("news-off", "no-more")
    if announcement.topic is None:
        return row(everything)
    topic = announcement.topic.value
    return column(button("topic-off", "no-more-of", topic, topic=topic), everything)


async def _found(scene: Scene) -> Announcement | None:
    return await Announcements(scene.turn).find(AnnouncementId(int(scene.intent.values["announcement"] or 0)))


async def _progress_view(scene: Scene) -> Screen | None:
    """A bar that is edited; gone when its message is gone, because the result comes anyway."""
    found = await _found(scene)
    if found is None or (scene.is_new and not scene.intent.values.get("first")):
        return None
    tally = await Sendings(scene.turn).tally(found)
    share = _BAR * tally.done // tally.people if tally.people else _BAR
    bar = "▓" * share + "░" * (_BAR - share)
    held = tally.waiting if found.state is State.GOING and await Sendings(scene.turn).rests(found) else 0
    text = scene.text(
        PROGRESS, state=found.state.value, bar=bar, done=tally.done, people=tally.people, held=held
    )
    return Screen(text, _controls(found))


def _controls(announcement: Announcement) -> Buttons:
    halt = button("announcement-stop", "announcement-stop", announcement.id)
    if announcement.state is State.GOING:
        return row(button("announcement-pause", "announcement-pause", announcement.id), halt)
    if announcement.state is State.PAUSED:
        return row(button("announcement-resume", "announcement-resume", announcement.id), halt)
    return ()


async def _result_view(scene: Scene) -> Screen | None:
    found = await _found(scene)
    if found is None:
        return None
    tally = await Sendings(scene.turn).tally(found)
    return Screen(scene.text(RESULT, state=found.state.value, **_figures(tally)))


def _figures(tally: Tally) -> dict[str, int]:
    ended = {
        "delivered": tally.of(Outcome.DELIVERED),
        "unreachable": tally.of(Outcome.UNREACHABLE),
        "failed": tally.of(Outcome.BROKEN),
        "uncertain": tally.of(Outcome.UNCERTAIN),
    }
    return {**ended, "unsent": max(tally.people - sum(ended.values()), 0)}


VIEWS: Final[Mapping[str, View]] = {
    ANNOUNCEMENT: _announcement_view,
    SHOWN_IN: _shown_in_view,
    SAMPLE: _sample_view,
    TEST: _sample_view,
    PROGRESS: _progress_view,
    RESULT: _result_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("announcement-in", show_in),
        pressed("announcement-pause", pause),
        pressed("announcement-resume", resume),
        pressed("announcement-stop", stop),
        HappeningHandler(GROWS, grow),
        HappeningHandler(HALTS, halt),
        HappeningHandler(LOOKS, look),
    ]
