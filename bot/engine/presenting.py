"""How the bot presents itself: name, descriptions and commands in every language, set only where they differ."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import structlog

from bot.domain.commands import FOR_RESIDENTS
from bot.engine.answers import Answer, Delivered, Later, Unknown
from bot.engine.request import BotApi
from bot.texts import Texts

log = structlog.get_logger("presenting")

CALL_SECONDS: Final = 15.0
# Telegram lets a name be changed a few times a day only; a longer penalty waits for the next start.
LONGEST_WAIT: Final = 60.0
_PAUSES: Final = (1.0, 5.0, 15.0)
_TEXTS: Final = {
    "Name": "bot-name",
    "Description": "bot-description",
    "ShortDescription": "bot-short-description",
}
_FIELDS: Final = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}

Params = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that Telegram shows: what getMy… answers when it is right, and what setMy… is given."""

    what: str
    language: Params
    right: object
    given: Params


@dataclass(frozen=True, slots=True)
class Presenting:
    """Dutch is what everybody sees whose language the city does not speak."""

    api: BotApi
    texts: Texts
    master: str

    async def run(self, stopping: asyncio.Event) -> None:
        """Look once after a start. Nothing waits for it; what Telegram refuses is left for the next start."""
        for trait in self._traits():
            if stopping.is_set() or not await self._set(trait, stopping):
                return

    async def _set(self, trait: Trait, stopping: asyncio.Event) -> bool:
        """Whether Telegram can be asked on."""
        shown = await self._call(f"getMy{trait.what}", trait.language, stopping)
        if not isinstance(shown, Delivered):
            log.warning("presenting-not-looked", what=trait.what, answer=type(shown).__name__)
            return False
        if shown.result != trait.right:
            answer = await self._call(f"setMy{trait.what}", {**trait.given, **trait.language}, stopping)
            event = "presenting-set" if isinstance(answer, Delivered) else "presenting-refused"
            log.info(event, what=trait.what, **trait.language)
        return True

    async def _call(self, method: str, params: Params, stopping: asyncio.Event) -> Answer:
        """Ask, and again after a pause when Telegram did not answer; doing it twice does no harm."""
        answer = await self.api.call(method, params, timeout=CALL_SECONDS)
        for least in _PAUSES:
            pause = max(least, _asked_for(answer))
            if not isinstance(answer, Later | Unknown) or pause > LONGEST_WAIT:
                break
            if await _stops(stopping, pause):
                break
            answer = await self.api.call(method, params, timeout=CALL_SECONDS)
        return answer

    def _traits(self) -> Iterator[Trait]:
        for code in self.texts.languages:
            language = {} if code == self.master else {"language_code": code}
            commands = self.texts.commands(code, FOR_RESIDENTS)
            yield Trait("Commands", language, commands, {"commands": commands})
            for what, name in _TEXTS.items():
                field = {_FIELDS[what]: self.texts.label(code, name)}
                yield Trait(what, language, field, field)


def _asked_for(answer: Answer) -> float:
    """The seconds that Telegram wants us to wait."""
    return (answer.retry_after or 0) if isinstance(answer, Later) else 0


async def _stops(stopping: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await stopping.wait()
    except TimeoutError:
        return False
