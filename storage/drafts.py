"""Drafts as what a step holds: JSON values, sealed with the step."""

from typing import Any

from bot.domain.cases import CaseKind, Origin, Spot, Words
from bot.domain.drafts import Choice, Draft, DraftStep, Part, Why
from storage.messages import media_kept, media_told
from storage.steps import Step

# Fields that JSON holds as they are.
_PLAIN = (
    "category",
    "has_category",
    "wijk",
    "place",
    "has_place",
    "urgent",
    "narrowing",
    "is_street",
    "page",
    "common",
    "advice",
    "is_outside",
    "beyond",
    "changing",
    "agreed",
)


def draft_kept(draft: Draft) -> dict[str, Any]:
    """The draft without its step and version, which the step itself has."""
    return {
        "kind": draft.kind.value,
        "origin": draft.origin.value,
        "parts": [part_kept(part) for part in draft.parts],
        "spot": _spot_kept(draft.spot),
        "dangers": list(draft.dangers),
        "why": draft.why and draft.why.value,
        "choices": [[choice.wijk, choice.name] for choice in draft.choices],
        "typed": part_kept(draft.typed) if draft.typed else None,
        **{name: getattr(draft, name) for name in _PLAIN},
    }


def draft_told(step: Step) -> Draft:
    """The draft that a step holds."""
    kept = step.payload["draft"]
    return Draft(
        kind=CaseKind(kept["kind"]),
        origin=Origin(kept.get("origin", Origin.RESIDENT)),
        step=DraftStep(step.step),
        version=step.version,
        parts=tuple(part_told(part) for part in kept["parts"]),
        spot=_spot_told(kept["spot"]),
        dangers=tuple(kept["dangers"]),
        why=Why(kept["why"]) if kept["why"] else None,
        choices=tuple(Choice(wijk, name) for wijk, name in kept["choices"]),
        typed=part_told(kept["typed"]) if kept["typed"] else None,
        # A draft that was begun before a field existed has none.
        **{name: kept[name] for name in _PLAIN if name in kept},
    )


def part_kept(part: Part) -> dict[str, Any]:
    words = part.words
    media, spot = media_kept(words.media), _spot_kept(words.spot)
    return {"text": words.text, "media": media, "spot": spot, "message": part.message}


def part_told(kept: dict[str, Any]) -> Part:
    words = Words(kept["text"], media_told(kept["media"]), _spot_told(kept["spot"]))
    return Part(words, kept["message"])


def _spot_kept(spot: Spot | None) -> list[float] | None:
    return [spot.lat, spot.lon] if spot else None


def _spot_told(kept: list[float] | None) -> Spot | None:
    return Spot(*kept) if kept else None
