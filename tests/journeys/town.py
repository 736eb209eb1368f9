"""A town for a journey: people with phones, a clock that goes on when something is done, and who reads what."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.domain.people import Places, Role
from playground.people import Person, Press
from playground.wire import JSON
from storage.database import Transaction
from tests.journeys.transcript import Seen, Transcript
from tests.line import BUSY, QUIET_SECONDS, Line
from tests.planted import Search

# A Monday morning in Genk, with no holiday near.
MORNING: Final = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
ACT_TAKES: Final = timedelta(seconds=10)
ALBUM_TAKES: Final = timedelta(seconds=2)
LONGEST_QUOTE: Final = 40
_BEHIND_THE_SCENES: Final = """
SELECT (SELECT COUNT(*) FROM translations WHERE state = 'machine')
    + (SELECT COUNT(*) FROM announcement_texts WHERE state = 'machine')
    + (SELECT COUNT(*) FROM foretold WHERE state = 'machine') AS busy
"""
# In one question: between two the machine's answer would be with neither.
_ANYWHERE: Final = f"SELECT ({BUSY}) + ({_BEHIND_THE_SCENES}) AS busy"


@dataclass(slots=True)
class StoryClock:
    """Goes on only when somebody does something, so that a story reads the same each time it is told."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


@dataclass(slots=True, eq=False)
class Player:
    """Somebody in the town. Every act returns what this person reads because of it: new messages and changed ones."""

    town: "Town"
    name: str
    phone: Person
    fresh: list[str] = field(default_factory=list)
    _seen: dict[int, Seen] = field(default_factory=dict)

    @property
    def chat(self) -> int:
        return self.phone.chat.id

    async def starts(self, payload: str | None = None) -> list[str]:
        what = "scans a poster" if payload and payload.startswith("wijk-") else "presses START"
        return await self._does(what, lambda: self.phone.starts(payload))

    async def says(self, text: str, *, to: str | None = None) -> list[str]:
        """Write; `to` is a part of the message that is replied to."""
        reply = self.message(to)["message_id"] if to else None
        how = f"replies to «{_short(to)}»: " if to else "writes: "
        return await self._does(how + text, lambda: self.phone.says(text, reply))

    async def taps(self, label: str, *, below: str | None = None) -> list[str]:
        """Press a button by its words: the newest such, or the one below the message that holds `below`."""
        return await self._does(f"presses **{label}**", lambda: self._presses(label, below))

    async def sends_photo(self, caption: str | None = None) -> list[str]:
        what = f"sends a photo: {caption}" if caption else "sends a photo"
        return await self._does(what, lambda: self.phone.sends_photo(caption=caption))

    async def sends_picture_file(self, data: bytes, name: str, caption: str) -> list[str]:
        return await self._does(
            f"sends a picture as a file: {caption}",
            lambda: self.phone.sends_document(data, name, "image/jpeg", caption),
        )

    async def sends_voice(self) -> list[str]:
        return await self._does("sends a voice message", self.phone.sends_voice)

    async def shares_location(self, lat: float, lon: float) -> list[str]:
        return await self._does("sends a location", lambda: self.phone.sends_location(lat, lon))

    async def sends_album(self, caption: str | None = None) -> list[str]:
        """Three photos, which arrive one by one; they are one thing once no more come."""
        self.town.clock.advance(ACT_TAKES)
        self.phone.sends_album(caption=caption)
        await self.town.line.taken_in()
        await self.town.goes_by(ALBUM_TAKES)
        self.town.tell(self, f"sends three photos: {caption}" if caption else "sends three photos")
        return self.fresh

    async def does(self, what: str, act: Callable[[Person], object]) -> list[str]:
        """Anything else that a phone can do."""
        return await self._does(what, lambda: act(self.phone))

    async def crafts(self, data: str, message: int | None = None) -> list[str]:
        """Press a button that was never offered here."""
        newest = max(self.phone.chat.kept, default=1)
        return await self._does(
            f"presses a crafted button {data}", lambda: self.phone.taps(message or newest, data)
        )

    def message(self, part: str) -> JSON:
        """The newest message of the bot on this phone that holds this part. Raises LookupError."""
        for kept in self.phone.chat.newest_first():
            if not kept.outgoing and part in _words(kept.wire):
                return kept.wire
        raise LookupError(f"{self.name} has no message with {part!r}: {self.phone.heard()}")

    def data_of(self, label: str, below: str | None = None) -> str:
        """What the button with this label carries. Raises LookupError."""
        for wire in (
            [self.message(below)]
            if below
            else [kept.wire for kept in self.phone.chat.newest_first() if not kept.outgoing]
        ):
            for row in wire.get("reply_markup", {}).get("inline_keyboard", []):
                for key in row:
                    if key["text"] == label:
                        return str(key["callback_data"])
        raise LookupError(f"{self.name} has no button {label!r}: {self.phone.buttons()}")

    def buttons_below(self, part: str) -> list[str]:
        rows = self.message(part).get("reply_markup", {}).get("inline_keyboard", [])
        return [key["text"] for row in rows for key in row]

    def looks(self) -> list[tuple[Seen, Seen | None]]:
        """What is new on the phone, and what changed with how it was before, in the chat's order."""
        shown = {
            wire["message_id"]: self._seen_in(wire)
            for wire in self.phone.chat.messages
            if not wire["outgoing"]
        }
        before = {number: self._seen.get(number) for number in shown}
        news = [(seen, before[number]) for number, seen in shown.items() if before[number] != seen]
        self._seen = shown
        self.fresh = [seen.text for seen, _ in news]
        return news

    def _presses(self, label: str, below: str | None) -> "Press | int":
        if below is None:
            return self.phone.taps_label(label)
        return self.phone.taps(self.message(below)["message_id"], self.data_of(label, below))

    async def _does(self, what: str, act: Callable[[], object]) -> list[str]:
        self.town.clock.advance(ACT_TAKES)
        act()
        await self.town.settles()
        self.town.tell(self, what)
        return self.fresh

    def _seen_in(self, wire: JSON) -> Seen:
        rows = wire.get("reply_markup", {}).get("inline_keyboard", [])
        labels = tuple(tuple(key["text"] for key in row) for row in rows)
        return Seen(_words(wire), labels, self._answered_by(wire))

    def _answered_by(self, wire: JSON) -> str:
        """What the message quotes, as it stands now."""
        quoted = wire.get("reply_to_message")
        kept = self.phone.chat.kept.get(quoted["message_id"]) if quoted else None
        return _short(_words(kept.wire)) if kept else ""


@dataclass(slots=True)
class Town:
    """Everybody of a journey, in the order in which their phones are looked at."""

    line: Line
    clock: StoryClock
    transcript: Transcript
    search: Search
    players: list[Player] = field(default_factory=list)
    # What happens between two steps of the story: nothing, or a restart.
    between: Callable[[], Any] | None = None

    def moves_in(self, name: str, phone: Person) -> Player:
        """A resident, who has not spoken to the bot yet."""
        player = Player(self, name, phone)
        self.players.append(player)
        return player

    async def appoints(
        self,
        name: str,
        user: int,
        role: Role,
        places: Places = Places(),
        *languages: str,
        organisation: str | None = None,
    ) -> Player:
        """A member of the staff, by a real invitation; what the welcome says is not part of the story."""
        phone = self.line.telegram.person(user, name, language_code="nl")
        await self.line.invited(phone, role, places, *languages, organisation=organisation)
        player = self.moves_in(name, phone)
        for one in self.players:
            one.looks()
        return player

    async def settles(self) -> None:
        """Wait until everything has taken effect, was said, and is translated where a machine does it."""
        await self.line.quiet()
        while await self.line.read(lambda tx: self.line.is_busy(tx, _ANYWHERE)):
            await self._machine_rests()
            await self.line.quiet()

    async def _machine_rests(self) -> None:
        async with asyncio.timeout(QUIET_SECONDS):
            while await self.line.read(_is_busy):
                self.line.running.interpreter.woken.set()
                await asyncio.sleep(0.01)

    async def goes_by(self, time: timedelta) -> None:
        """Time passes; what comes due in it happens."""
        self.clock.advance(time)
        await self.line.running.clock.look()
        await self.settles()

    async def later(self, time: timedelta, what: str) -> None:
        """Time passes, and people read what it brought."""
        await self.goes_by(time)
        self.tell(None, what)

    def tell(self, who: Player | None, what: str) -> None:
        """Write down what was done, and what everybody reads because of it."""
        self.transcript.act(who.name if who else "Later:", what)
        for player in sorted(self.players, key=lambda one: one is not who):
            for seen, before in player.looks():
                self.transcript.reads(player.name, seen, before)

    def label(self, language: str, text: str) -> str:
        """The words of a button."""
        return self.line.running.texts.label(language, text)

    async def breath(self) -> None:
        """A moment between two steps of the story."""
        if self.between:
            await self.between()

    def unanswered(self) -> Sequence[Press]:
        """Buttons that still spin."""
        return [press for press in self.line.telegram.presses.values() if not press.answered]

    async def numbers(self) -> list[str]:
        """The numbers of the cases, oldest first."""
        return [row["number"] for row in await self.line.read(_cases)]

    async def names(self) -> dict[str, str]:
        """Numbers and aliases of the cases, and what stands for them in a transcript."""
        rows = await self.line.read(_cases)
        shown = {row["number"]: f"{10_000 + at}" for at, row in enumerate(rows, 1)}
        return shown | {row["alias"]: f"AAA{at}" for at, row in enumerate(rows, 1) if row["alias"]}


def _words(wire: JSON) -> str:
    text: str = wire.get("text") or wire.get("caption") or ""
    kinds = [
        kind for kind in ("photo", "voice", "video", "video_note", "document", "location") if kind in wire
    ]
    return "\n".join(part for part in (*(f"({kind})" for kind in kinds), text) if part)


def _short(text: str) -> str:
    line = text.splitlines()[0] if text else ""
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"


async def _is_busy(tx: Transaction) -> bool:
    row = await tx.one(_BEHIND_THE_SCENES)
    return bool(row and row["busy"])


async def _cases(tx: Transaction) -> list[Any]:
    return list(await tx.all("SELECT number, alias FROM cases ORDER BY id"))
