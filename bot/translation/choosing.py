"""Makes the translator that the operator chose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from bot.translation.absent import NoTranslator, NotYet
from bot.translation.careful import Careful
from bot.translation.libretranslate import LibreTranslate, Patience
from bot.translation.translator import Translator

COMING_LATER: Final = frozenset({"deepl", "openai", "google"})


class ChoiceWrong(ValueError):
    """The choice cannot be used; one line for the operator, without the key."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the settings say about the translator."""

    name: str = "none"
    url: str | None = None
    key: str | None = field(default=None, repr=False)


def translator_from(choice: Choice, *, patience: Patience | None = None) -> Translator:
    """Make the chosen translator; it connects when it is started or first used. Raises ChoiceWrong."""
    if choice.name == NoTranslator.name:
        return NoTranslator()
    if choice.name in COMING_LATER:
        return NotYet(choice.name)
    if choice.name != LibreTranslate.name:
        known = ", ".join(sorted({NoTranslator.name, LibreTranslate.name} | COMING_LATER))
        raise ChoiceWrong(f"the translator is unknown; expected one of {known}")
    if choice.url is None:
        raise ChoiceWrong("the translator's address is missing; expected one such as http://localhost:5000")
    return Careful(LibreTranslate(choice.url, key=choice.key, patience=patience))
