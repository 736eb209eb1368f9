"""Which common question a message asks, by its words. The answer is offered; whether it was one, the person says."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from bot.domain.likely import Signs

QuestionT = TypeVar("QuestionT", bound=Hashable)
LONGEST: Final = 200  # characters; what is longer is a story, and a story is a report


@dataclass(frozen=True, slots=True)
class Stem:
    """The beginning of a word in one language."""

    language: str
    text: str


class Asked(Generic[QuestionT]):
    """The phrases of a city's common questions. A phrase is stems in one language that must all be in the message."""

    def __init__(self, phrases: Mapping[QuestionT, Mapping[str, Sequence[str]]]) -> None:
        self._phrases = [
            (question, frozenset(Stem(language, stem) for stem in phrase.split()))
            for question, languages in phrases.items()
            for language, listed in languages.items()
            for phrase in listed
        ]
        stems = {stem for _, phrase in self._phrases for stem in phrase}
        self._signs: Signs[Stem] = Signs({stem: {stem.language: [stem.text]} for stem in stems})

    def likely(self, text: str) -> QuestionT | None:
        """The question with the longest phrase that is all there; of equal ones the first. None when there is none."""
        if not text or len(text) > LONGEST:
            return None
        there = frozenset(self._signs.likely(text))
        asked = [(question, phrase) for question, phrase in self._phrases if phrase <= there]
        if not asked:
            return None
        return max(asked, key=lambda found: sum(len(stem.text) for stem in found[1]))[0]

    def words(self, text: str, question: QuestionT) -> str:
        """The words of a text with which the question is asked."""
        stems = {stem for asked, phrase in self._phrases if asked == question for stem in phrase}
        return " ".join(word for word in text.split() if not stems.isdisjoint(self._signs.likely(word)))
