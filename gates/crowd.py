"""A few hundred people who report, ask, add and choose a language, as long as the bot lets them; they keep count."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from typing import Any, Final

from playground.people import Person
from playground.telegram import Telegram

NAME: Final = "Kiemnaam"
FIRST_CHAT: Final = 7_000_000
DUTCH: Final = "Nederlands"
UNKNOWN: Final = "🤷 Weet ik niet"
AREA: Final = "Waterschei"
PLACE: Final = "Waterschei-Noord"
SEND: Final = "✅ Verstuur"
REPORT: Final = "📣 Probleem melden"
CHOOSE: Final = "Kies je taal"
WELCOME: Final = "Wijklijn is van"
MENU: Final = "Wat wil je doen?"
HAPPENED: Final = "Wat is er gebeurd?"
RECEIVED: Final = "✅ Ontvangen."
ADD: Final = "➕ Iets toevoegen"
ADD_WHAT: Final = "Wat wil je toevoegen"
ADDED: Final = "➕ Toegevoegd"
OFFER: Final = "📰 Wil je ook nieuws"
# What the bot says in new messages; buttons that were pressed change the message they are below.
KINDS: Final = {
    CHOOSE: "choose-language",
    WELCOME: "welcome",
    "🔒": "who-sees-what",
    MENU: "menu-here",
    HAPPENED: "draft-words",
    "Waar gaat het over?": "draft-category",
    "Waar is het?": "draft-place",
    "Voor welke wijk is het?": "draft-place",
    "Klopt dit?": "draft-summary",
    RECEIVED: "case-received",
    ADD_WHAT: "add-ask",
    ADDED: "added",
    OFFER: "news-offer",
}
# What a prompt reads like that left late, when its chat had gone on: it is written as things are then.
UNFORESEEN: Final = "unforeseen"
LOOK_SECONDS: Final = 0.1
LOOKS_BACK: Final = 12

Sees = Callable[[dict[str, Any]], bool]


class GaveUp(Exception):
    """Nothing came that could be gone on with."""


@dataclass(slots=True)
class Crowd:
    """`turnstile` lets one act through for each of its permits.

    `due` counts what must arrive, by what `kind_of` makes of it; numbers in `sent` and `added` were planted in
    words that must be in the city's hands, each once. `patience` is in seconds.
    """

    telegram: Telegram
    dice: random.Random
    patience: float
    turnstile: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    due: Counter[Hashable] = field(default_factory=Counter)
    sent: set[str] = field(default_factory=set)
    added: set[str] = field(default_factory=set)
    acts: int = 0
    gave_up: int = 0
    _numbers: int = 0
    _chats: Iterator[int] = field(default_factory=count)

    def number(self) -> str:
        """Plant a number that no other text has."""
        self._numbers += 1
        return f"Z{self._numbers:05}Q"

    def lets(self, acts: int) -> None:
        """Let so many more acts be done."""
        for _ in range(acts):
            self.turnstile.release()

    async def live(self, people: int, acts: int) -> None:
        """Let so many people act at a time, until so many acts are done."""
        async with asyncio.TaskGroup() as group:
            for _ in range(people):
                group.create_task(self._in_turn(acts))

    async def _in_turn(self, acts: int) -> None:
        """Whoever is left without an answer does nothing more; somebody else comes."""
        while self.acts < acts:
            person = self.telegram.person(FIRST_CHAT + next(self._chats), NAME)
            try:
                await Resident(self, person).live(acts)
            except GaveUp:
                self.gave_up += 1


@dataclass(slots=True)
class Resident:
    """One person, one errand after the other."""

    crowd: Crowd
    person: Person
    has_case: bool = False

    async def live(self, acts: int) -> None:
        """Raises GaveUp."""
        await self._begins()
        while self.crowd.acts < acts:
            await self.crowd.dice.choice(self._possible())()

    def _possible(self) -> Sequence[Callable[[], Awaitable[None]]]:
        """Only to a case can something be added."""
        known = [self._reports, self._asks, self._chooses]
        return known if not self.has_case else [*known, self._adds, self._adds]

    async def _begins(self) -> None:
        await self._does(self.person.starts, _says(CHOOSE), "choose-language")
        await self._presses(DUTCH, _says(WELCOME), "welcome", "who-sees-what")

    async def _chooses(self) -> None:
        await self._does(lambda: self.person.says("/taal"), _says(CHOOSE), "choose-language")
        await self._presses(DUTCH, _says(MENU), "menu-here")

    async def _reports(self) -> None:
        number = self.crowd.number()
        if self.has_case:
            await self._presses(REPORT, _says(HAPPENED), "draft-words")
        words = f"Zak {number} ligt op straat"
        await self._does(lambda: self.person.says(words), _offers(UNKNOWN), "draft-category")
        await self._presses(UNKNOWN, _offers(AREA))
        await self._does(lambda: self.person.says(PLACE), _offers(SEND), "draft-summary")
        await self._sends(number)

    async def _asks(self) -> None:
        number = self.crowd.number()
        words = f"/vraag Mag {number} hier los?"
        await self._does(lambda: self.person.says(words), _offers(AREA), "draft-place")
        await self._presses(AREA, _offers(PLACE))
        await self._presses(PLACE, _offers(SEND))
        await self._sends(number)

    async def _sends(self, number: str) -> None:
        """Press send below one's own words."""
        message, data = self._button(SEND, number)
        self.crowd.sent.add(number)
        offer = () if self.has_case else ("news-offer",)
        await self._does(lambda: self.person.taps(message, data), _says(RECEIVED), "case-received", *offer)
        self.has_case = True

    async def _adds(self) -> None:
        """By the button, not by a reply: nobody knows the number of the first of two receipts."""
        number = self.crowd.number()
        await self._presses(ADD, _says(ADD_WHAT), "add-ask")
        self.crowd.added.add(number)
        await self._does(lambda: self.person.says(f"Ook nog {number}"), _says(ADDED), "added")

    async def _presses(self, label: str, sees: Sees, *due: str) -> None:
        """Raises GaveUp where there is no such button: the prompt that had it was in flight at a kill."""

        def press() -> None:
            try:
                self.person.taps_label(label)
            except LookupError:
                raise GaveUp from None

        await self._does(press, sees, *due)

    def _button(self, label: str, words: str) -> tuple[int, str]:
        """(message, data) of the newest such button below such words: what came late may be newer. Raises GaveUp."""
        for kept in self.person.chat.newest_first():
            for row in kept.wire.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"] == label and words in kept.wire["text"]:
                        return kept.wire["message_id"], button["callback_data"]
        raise GaveUp

    async def _does(self, act: Callable[[], object], sees: Sees, *due: str) -> dict[str, Any]:
        """Act when it is let, and wait until something is seen that came after it. Raises GaveUp."""
        await self.crowd.turnstile.acquire()
        act()
        self.crowd.acts += 1
        self.crowd.due.update((kind, self.person.user_id) for kind in due)
        return await self._sees(sees, self.person.chat.acted)

    async def _sees(self, sees: Sees, since: int) -> dict[str, Any]:
        until = self.crowd.telegram.monotonic() + self.crowd.patience
        while self.crowd.telegram.monotonic() < until:
            for kept in islice(self.person.chat.newest_first(), LOOKS_BACK):
                if not kept.outgoing and kept.touched > since and sees(kept.wire):
                    return kept.wire
            await asyncio.sleep(LOOK_SECONDS)
        raise GaveUp


def kind_of(text: str) -> str:
    """Which of the texts that the crowd may be told this is."""
    return next((kind for words, kind in KINDS.items() if words in text), UNFORESEEN)


def _says(words: str) -> Sees:
    return lambda message: words in str(message.get("text"))


def _offers(label: str) -> Sees:
    def offered(message: dict[str, Any]) -> bool:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        return any(button["text"] == label for row in rows for button in row)

    return offered
