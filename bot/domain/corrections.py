"""Corrections: what was sent, with what is to take its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.cases import Case, CaseMessage, Words


@dataclass(frozen=True, slots=True)
class Correction:
    """What was sent, with the words that are to take its place, as a whole; None while they are not written.

    `texts`: the same in every language, by people. `is_reason`: it says why the case was closed.
    """

    case: Case
    message: CaseMessage
    version: int
    words: Words | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    is_reason: bool = False

    @property
    def is_ready(self) -> bool:
        return self.words is not None and not self.words.empty

    @property
    def has_more_than_text(self) -> bool:
        """Whether a picture, sound or place would still be there."""
        words = self.words or self.message.words
        return bool(words.media or words.spot)
