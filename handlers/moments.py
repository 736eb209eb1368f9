"""Moments in words: the day and the time, or which part of the day."""

from datetime import date, datetime

from bot.domain.cases import CaseMessage
from bot.domain.occurrences import Occurrence
from bot.services.occurrences import Occurrences
from bot.texts import Html
from handlers.dates import in_words
from handlers.render import Scene


def moment_words(scene: Scene, occurrence: Occurrence) -> str:
    """When it happened: "vrijdag 27 november om 21.40 uur", or "vrijdag 27 november, ’s avonds"."""
    if occurrence.moment is not None:
        day = in_words(scene.texts, scene.language, occurrence.moment.day)
        part = occurrence.moment.part.value if occurrence.moment.part else "unknown"
        return scene.label("moment-part", day=day, part=part)
    local = Occurrences(scene.turn).local(occurrence.said_at)
    day = in_words(scene.texts, scene.language, local.date())
    return scene.label("moment-time", day=day, time=f"{local:%H.%M}")


def clock_of(scene: Scene, at: datetime) -> str:
    """The time of day in the city: "21.40"."""
    return f"{at.astimezone(scene.turn.city.time_zone):%H.%M}"


def short_moment(scene: Scene, at: datetime) -> str:
    """A day and its time in few letters: "ma 7/9 21.40"."""
    return f"{short_day(scene, at.astimezone(scene.turn.city.time_zone).date())} {clock_of(scene, at)}"


def short_day(scene: Scene, day: date) -> str:
    """A day in few letters: "ma 7/9"."""
    return f"{scene.label('pattern-weekday', weekday=day.isoweekday())} {day.day}/{day.month}"


def corrected(scene: Scene, message: CaseMessage) -> Html | None:
    """That other words took the place of those that left, and when."""
    at = message.corrected_at
    return None if at is None else scene.text("answer-corrected", time=clock_of(scene, at))


def moment(scene: Scene, at: datetime) -> str:
    """Day and time in the city, as short as in a list: "27/11 21:40"."""
    return at.astimezone(scene.turn.city.time_zone).strftime("%d/%m %H:%M")


async def repeats(scene: Scene, name: str, occurrences: Occurrences, found: list[Occurrence]) -> Html | None:
    """How often it happened again, and when last; None when it did not."""
    last = occurrences.latest(found)
    return scene.text(name, times=len(found), last=moment_words(scene, last)) if last else None
