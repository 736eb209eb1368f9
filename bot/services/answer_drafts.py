"""Drafts: what an answer holds before it leaves, as it is kept in the step of who writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.domain.cases import Case, CaseId, Spot, Words
from bot.domain.errors import TooLong
from bot.services.foretelling import Foretold
from storage.messages import media_kept, media_told

# With the header around it an answer stays one message.
MOST_TEXT: Final = 3_500
MOST_MEDIA: Final = 10


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer that has not left. `texts` are the words of a quick answer, by people, in every language.

    `foretold` is how it will read in the resident's language, where a machine was asked. `along`: what goes with the case
    and gets it too, as it was when somebody last wrote.
    """

    case: Case
    version: int
    words: Words = field(default_factory=Words)
    texts: Mapping[str, str] = field(default_factory=dict)
    message: int | None = None
    foretold: Foretold | None = None
    along: tuple[CaseId, ...] = ()

    @property
    def may_be_note(self) -> bool:
        return bool(self.words.text) and not (self.words.media or self.words.spot or self.texts)


def kept(words: Words) -> dict[str, Any]:
    """Words as JSON values, for a step."""
    spot = [words.spot.lat, words.spot.lon] if words.spot else None
    return {"text": words.text, "media": media_kept(words.media), "spot": spot}


def told(payload: Mapping[str, Any]) -> Words:
    spot = payload.get("spot")
    return Words(
        payload.get("text", ""),
        media_told(payload.get("media", ())),
        Spot(spot[0], spot[1]) if spot else None,
    )


def together(before: Words, after: Words) -> Words:
    """Both, in order. Raises TooLong."""
    text = "\n".join(part for part in (before.text, after.text) if part)
    media = (*before.media, *after.media)
    if len(text) > MOST_TEXT or len(media) > MOST_MEDIA:
        raise TooLong
    return Words(text, media, after.spot or before.spot)
