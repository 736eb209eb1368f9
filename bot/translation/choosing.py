"""Makes the translator that the operator chose."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Final

from bot.domain.glossary import Glossary
from bot.translation import deepl, libretranslate, openai
from bot.translation.absent import NoTranslator
from bot.translation.breaker import Breaker
from bot.translation.calls import Calls, Patience
from bot.translation.careful import Careful
from bot.translation.google import LIBRARY, Google
from bot.translation.guarded import Guarded
from bot.translation.own_letters import OwnLetters
from bot.translation.own_network import leads_outside
from bot.translation.sheltering import Shelter
from bot.translation.translator import Translator


class ChoiceWrong(ValueError):
    """The choice cannot be used; one line for the operator, without the key."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the settings say about the translator; `local`: its address is in the city's own network.

    `glossary`: what the city says about its words.
    """

    name: str = "none"
    url: str | None = None
    key: str | None = field(default=None, repr=False)
    model: str | None = None
    glossary_id: str | None = None
    local: bool = False
    glossary: Glossary = field(default_factory=Glossary, repr=False)


def translator_from(
    choice: Choice,
    *,
    patience: Patience | None = None,
    monotonic: Callable[[], float] = time.monotonic,
) -> Translator:
    """Make the chosen translator; it connects when it is started or first used. Raises ChoiceWrong."""
    if choice.name == NoTranslator.name:
        return NoTranslator()
    if choice.name not in MACHINES:
        known = ", ".join(sorted({NoTranslator.name, *MACHINES}))
        raise ChoiceWrong(f"the translator is unknown; expected one of {known}")
    _check_address(choice)
    machine = MACHINES[choice.name](choice, patience or Patience())
    if choice.name != openai.OpenAi.name:  # a model is told what may come, and reads it
        machine = OwnLetters(machine)
    return Careful(
        Guarded(machine, Breaker(monotonic)), is_local=choice.local, shelter=Shelter(choice.glossary)
    )


def _check_address(choice: Choice) -> None:
    """A text may only go as it is, or unsealed, where it cannot leave the city."""
    is_outside = choice.url is None or leads_outside(choice.url)
    if is_outside and choice.url is not None and choice.url.startswith("http:"):
        raise ChoiceWrong("the translator's address is outside and not sealed; expected one with https")
    if is_outside and choice.local:
        raise ChoiceWrong(
            "WIJKLIJN_TRANSLATOR_LOCAL is 1 and the translator's address is not in the city's own network; "
            "expected a private or loopback address, or 0"
        )


def _libretranslate(choice: Choice, patience: Patience) -> Translator:
    calls = Calls(
        url=_address(choice, "http://localhost:5000"),
        headers={},
        refusal=libretranslate.refusal,
        patience=patience,
        local=choice.local,
    )
    return libretranslate.LibreTranslate(calls, choice.key)


def _deepl(choice: Choice, patience: Patience) -> Translator:
    if choice.key is None:
        raise ChoiceWrong("the translator's key is missing; expected the one that DeepL gave")
    calls = Calls(
        url=(choice.url or deepl.address_of(choice.key)).removesuffix("/v2"),
        headers={"Authorization": f"DeepL-Auth-Key {choice.key}"},
        refusal=deepl.refusal,
        patience=patience,
        local=choice.local,
    )
    return deepl.DeepL(calls, choice.glossary_id)


def _openai(choice: Choice, patience: Patience) -> Translator:
    if choice.model is None:
        raise ChoiceWrong("the translator's model is missing; expected its name on that server")
    calls = Calls(
        url=openai.root_of(_address(choice, "http://localhost:11434/v1")),
        headers={"Authorization": f"Bearer {choice.key}"} if choice.key else {},
        refusal=openai.refusal,
        patience=patience,
        local=choice.local,
    )
    return openai.OpenAi(calls, choice.model, choice.glossary)


def _google(choice: Choice, patience: Patience) -> Translator:
    if find_spec(LIBRARY) is None:
        raise ChoiceWrong("deep-translator is not installed; expected what requirements.txt names")
    return Google(choice.url, patience)


def _address(choice: Choice, such_as: str) -> str:
    if choice.url is None:
        raise ChoiceWrong(f"the translator's address is missing; expected one such as {such_as}")
    return choice.url.rstrip("/")


MACHINES: Final[Mapping[str, Callable[[Choice, Patience], Translator]]] = {
    libretranslate.LibreTranslate.name: _libretranslate,
    deepl.DeepL.name: _deepl,
    openai.OpenAi.name: _openai,
    Google.name: _google,
}
