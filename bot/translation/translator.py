"""What the services know of a translator: its interface, its answer, and its failures."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

UNKNOWN_LANGUAGE: Final = "auto"  # as a source: the translator finds out by itself


class Reason(StrEnum):
    """Why there is no translation. The value is all that is ever logged of it."""

    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"
    TOO_MANY = "too-many"
    SERVER_ERROR = "server-error"
    UNREADABLE = "unreadable"
    PAUSED = "paused"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    PLACEHOLDER_LOST = "placeholder-lost"
    KEY_REFUSED = "key-refused"
    REFUSED = "refused"
    LANGUAGE_UNKNOWN = "language-unknown"
    NO_TRANSLATOR = "no-translator"
    QUOTA_USED = "quota-used"


# The same text may well be translated a little later; after any other reason a person is asked.
TEMPORARY: Final = frozenset(
    {
        Reason.UNREACHABLE,
        Reason.TIMED_OUT,
        Reason.TOO_MANY,
        Reason.SERVER_ERROR,
        Reason.UNREADABLE,
        Reason.PAUSED,
    }
)


class TranslationFailed(Exception):
    """There is no translation. Its message is the reason alone: never a text, a key or an address.

    `retry_after` is in seconds, when the translator named a time.
    """

    def __init__(self, reason: Reason, *, retry_after: float | None = None) -> None:
        super().__init__(str(reason))
        self.reason: Final = reason
        self.retry_after: Final = retry_after

    @property
    def is_temporary(self) -> bool:
        return self.reason in TEMPORARY


class Doubt(StrEnum):
    """What a machine's translation may have got wrong; a person should look before relying on it."""

    DATES = "dates"
    LANGUAGE = "language"
    LENGTH = "length"
    LINKS = "links"
    NAMES = "names"
    NEGATION = "negation"
    NUMBERS = "numbers"
    PERSONAL = "personal"
    UNTRANSLATED = "untranslated"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation; `source` is the language that was found when the caller did not know it."""

    text: str = field(repr=False)
    source: str
    target: str
    engine: str
    doubts: frozenset[Doubt] = frozenset()

    @property
    def doubtful(self) -> bool:
        return bool(self.doubts)


@dataclass(frozen=True, slots=True)
class Standing:
    """One line for the operator about a translator, without its address or key."""

    fine: bool
    line: str


class Translator(Protocol):
    """Turns a text into another language; implementations never log or keep what they are given."""

    @property
    def name(self) -> str:
        """The name in the setting, such as "none" or "libretranslate"."""

    @property
    def engine(self) -> str:
        """The name with the version, as it is kept beside a translation."""

    async def start(self) -> None:
        """Learn what the translator can do. Never raises: what is not learnt now is learnt when needed."""

    def available(self, source: str, target: str) -> bool:
        """Say whether asking makes sense; true while nothing is known yet. `source` may be "auto"."""

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        """Translate one text. Raises TranslationFailed."""

    async def standing(self, languages: Collection[str]) -> Standing:
        """Look whether every pair of these languages can be translated."""

    async def close(self) -> None:
        """Let go of connections."""


@dataclass(frozen=True, slots=True)
class Through:
    """A translator that stands before another one, and does otherwise only what it says itself."""

    machine: Translator

    @property
    def name(self) -> str:
        return self.machine.name

    @property
    def engine(self) -> str:
        return self.machine.engine

    async def start(self) -> None:
        await self.machine.start()

    def available(self, source: str, target: str) -> bool:
        return self.machine.available(source, target)

    async def standing(self, languages: Collection[str]) -> Standing:
        return await self.machine.standing(languages)

    async def close(self) -> None:
        await self.machine.close()
