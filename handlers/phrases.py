"""Phrases that several screens share: places, who answers, what was sent, a case in one line."""

from collections.abc import Iterable
from typing import Final

from bot.domain.cases import Case, CaseKind, Media, MediaKind
from bot.domain.city import City, WijkId
from bot.services.cases import Cases
from bot.texts import Html
from handlers.render import Scene

_PICTURES: Final = frozenset({MediaKind.PHOTO, MediaKind.PICTURE_DOCUMENT})
_VIDEOS: Final = frozenset({MediaKind.VIDEO, MediaKind.VIDEO_NOTE})
MOST_SHOWN: Final = 2_500  # characters of somebody's own words; the message must stay one message


def place_words(city: City, wijk: WijkId | None, place: str) -> str:
    """A place by its names; a stadsdeel only when the city has confirmed it. Empty when nothing is known."""
    if wijk is None or not city.has_wijk(wijk):
        return place
    stadsdeel = city.shown_stadsdeel_of(wijk)
    name = city.wijk(wijk).name
    named = f"{name} ({stadsdeel.name})" if stadsdeel else name
    return f"{place}, {named}" if place else named


def media_words(scene: Scene, media: Iterable[Media]) -> str:
    """Photos, recordings and videos, counted in words; empty when there are none."""
    kinds = [item.kind for item in media]
    photos = sum(kind in _PICTURES for kind in kinds)
    videos = sum(kind in _VIDEOS for kind in kinds)
    counts = {"media-photos": photos, "media-voices": len(kinds) - photos - videos, "media-videos": videos}
    return ", ".join(scene.label(name, count=count) for name, count in counts.items() if count)


def listed(scene: Scene, names: Iterable[str]) -> str:
    """Names in a sentence: "a, b and c"."""
    *first, last = names
    return scene.label("names-and", first=", ".join(first), last=last) if first else last


def readers_words(scene: Scene) -> str:
    """Who reads a sensitive case, by role."""
    return listed(scene, (scene.label("who-role", member=role) for role in scene.turn.city.sensitive_roles))


async def owner_words(scene: Scene, case: Case) -> str:
    """Who answers: a role, and the wijk it answers for; never a name."""
    role = (await Cases(scene.turn).who_answers(case)).value
    city = scene.turn.city
    if case.wijk is None or not city.has_wijk(case.wijk) or role != "wijkmanager":
        return scene.label("who-role", member=role)
    return scene.label("who-owner", wijk=city.wijk(case.wijk).name)


def case_line(scene: Scene, case: Case) -> str:
    """A case on a button: number and what it is about."""
    return f"{case.number} {case_subject(scene, case)}"


def case_key(scene: Scene, case: Case) -> str:
    """A case on a button below a list that tells the rest: number and pictogram."""
    return f"{case.number} {case_subject(scene, case).split()[0]}"


def case_subject(scene: Scene, case: Case) -> str:
    """What a case is about: its category, else what kind of case it is."""
    return category_words(scene, case) or scene.label("case-kind-name", kind=case.kind.value)


def category_words(scene: Scene, case: Case) -> str:
    """The category of a signal; empty for what has none."""
    category = scene.turn.city.category_of(case.category) if case.kind is CaseKind.SIGNAL else None
    return category.button(scene.language) if category else ""


def shown_words(text: str) -> str:
    """Somebody's own words, cut where one message would overflow."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rstrip()} …"


def lines(*parts: Html | None) -> Html:
    """Lines below each other, without those that say nothing."""
    return Html("\n".join(part for part in parts if part))
