"""Google Translate's page for small phones, through deep-translator; nobody promises that it goes on working."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Collection
from dataclasses import dataclass, field
from importlib import import_module
from typing import ClassVar, Final

from bot.translation.calls import Patience
from bot.translation.translator import UNKNOWN_LANGUAGE, Reason, Standing, Translated, TranslationFailed

# Threads that hang cannot be ended: so many may, and then nobody is asked until one comes back.
AT_ONCE: Final = 4
LIBRARY: Final = "deep_translator"

_Outcome = str | Reason

# What it says below this holds the page's address, and with it the text.
logging.getLogger("urllib3").setLevel(logging.INFO)


@dataclass(slots=True)
class Google:
    """Each call in a thread that nobody waits for at the end: the library knows no time-out.

    `url` only where the page is somewhere else. The text travels in the page's address: mask it before.
    """

    name: ClassVar[str] = "google"
    engine: ClassVar[str] = "google"

    url: str | None = None
    patience: Patience = field(default_factory=Patience)
    _threads: int = 0

    async def start(self) -> None:
        """Load the library, which takes a moment that no call should have to wait."""
        await asyncio.to_thread(import_module, LIBRARY)

    def available(self, source: str, target: str) -> bool:  # noqa: ARG002 - the interface's arguments
        return True

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        if self._threads >= AT_ONCE:
            raise TranslationFailed(Reason.TIMED_OUT)
        outcome = await self._outcome(text, source, target)
        if isinstance(outcome, Reason):
            raise TranslationFailed(outcome)
        return Translated(text=outcome, source=source, target=target, engine=self.engine)

    async def standing(self, languages: Collection[str]) -> Standing:
        line = f"{self.name}: {', '.join(languages)}; through a page that Google may change or close any day"
        return Standing(fine=True, line=line)

    async def close(self) -> None:
        """Nothing is held open."""

    async def _outcome(self, text: str, source: str, target: str) -> _Outcome:
        loop = asyncio.get_running_loop()
        answered: asyncio.Future[_Outcome] = loop.create_future()

        def bring(outcome: _Outcome) -> None:
            self._threads -= 1
            if not answered.done():
                answered.set_result(outcome)

        def work() -> None:
            outcome = _asked(self.url, text, source, target)
            if not loop.is_closed():
                loop.call_soon_threadsafe(bring, outcome)

        self._threads += 1
        threading.Thread(target=work, name="google", daemon=True).start()
        try:
            return await asyncio.wait_for(answered, self.patience.total)
        except TimeoutError:
            return Reason.TIMED_OUT


def _asked(url: str | None, text: str, source: str, target: str) -> _Outcome:
    """Ask in this thread. What the library raises carries the text: only a reason goes on."""
    # Only needed where this translator was chosen.
    from deep_translator import GoogleTranslator  # noqa: PLC0415

    try:
        page = GoogleTranslator(source="auto" if source == UNKNOWN_LANGUAGE else source, target=target)
        if url is not None:
            page._base_url = url  # noqa: SLF001 - it has no other way to be told
        answer = page.translate(text)
    except Exception as failed:  # noqa: BLE001 - it raises whatever its own libraries raise
        return _reason(failed)
    return answer if isinstance(answer, str) else Reason.UNREADABLE


def _reason(failed: Exception) -> Reason:
    """By names: to import them would load the library for everybody."""
    names = {kind.__name__ for kind in type(failed).__mro__}
    for name, reason in _REASONS.items():
        if name in names:
            return reason
    return Reason.UNREADABLE


_REASONS: Final = {
    "TooManyRequests": Reason.TOO_MANY,
    "RequestError": Reason.SERVER_ERROR,
    "TranslationNotFound": Reason.UNREADABLE,
    "LanguageNotSupportedException": Reason.LANGUAGE_UNKNOWN,
    "NotValidLength": Reason.REFUSED,
    "NotValidPayload": Reason.REFUSED,
    "Timeout": Reason.TIMED_OUT,
    "RequestException": Reason.UNREACHABLE,
}
