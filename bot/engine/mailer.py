"""The mailer: takes what waits for partners to the mail server, and writes down what became of each."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.city import City
from bot.domain.errors import ButtonExpired
from bot.domain.passings import Mail
from bot.engine.answers import Broken
from bot.engine.fetching import picture_of
from bot.engine.mail import Addressed, Handed, MailRoom
from bot.engine.request import BotApi
from bot.engine.signal import Signal
from storage.database import Database, StorageFailed, Transaction
from storage.passings import (
    LeftOut,
    Outgoing,
    begin_mail,
    end_mail,
    list_mail,
    list_mail_sending,
    postpone_mail,
)

log = structlog.get_logger("mailer")

LOOK_SECONDS: Final = 1.0
AT_ONCE: Final = 20
# After what did not go: a day and a half in all, in which a server that was down comes back.
PAUSES: Final = tuple(timedelta(minutes=one) for one in (1, 5, 15, 60, 240, 480, 1440))
# Pictures together; on the wire they are a third larger, and many servers take ten million bytes.
MOST_BYTES: Final = 7_000_000
# So often a mail waits for a picture that Telegram does not give now: twenty minutes; then its text goes alone.
MOST_WAITS: Final = 3
_ENDS: Final = {Handed.TAKEN: Mail.SENT, Handed.REFUSED: Mail.REFUSED, Handed.UNKNOWN: Mail.UNCERTAIN}


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The pictures that go with a mail, and how many do not."""

    pictures: tuple[bytes, ...] = field(default=(), repr=False)
    left_out: LeftOut = field(default_factory=LeftOut)

    def without_pictures(self) -> "Enclosed":
        """The server takes none of them."""
        too_large = self.left_out.too_large + len(self.pictures)
        return Enclosed(left_out=LeftOut(too_large, self.left_out.gone))


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of handing a mail over."""

    mail: Outgoing
    handed: Handed
    left_out: LeftOut = field(default_factory=LeftOut)


@dataclass(slots=True, kw_only=True)
class Mailer:
    """Runs beside the sender, in the one process that leads; without a mail server nothing waits for it.

    A mail is marked as leaving just before its text leaves. What a stop finds so marked may have arrived: it is
    uncertain, and a person decides. What was not marked has not gone, and is tried again. The next goes only when
    it is written down what became of the one before.
    """

    database: Database
    room: MailRoom | None
    city: City
    clock: Callable[[], datetime]
    after: Callable[[], None]
    # Gives the pictures.
    api: BotApi
    most_bytes: int = MOST_BYTES
    pauses: tuple[timedelta, ...] = PAUSES
    woken: Signal = field(default_factory=Signal)
    # Not written down yet.
    _fate: Fate | None = None

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until told to stop; a mail whose text is leaving then is uncertain after the next start."""
        if self.room is None:
            return
        async with asyncio.TaskGroup() as group:
            working = group.create_task(self._work(self.room))
            await stopping.wait()
            working.cancel()

    async def _work(self, room: MailRoom) -> None:
        # Another process may have led since, and judged what this one left unwritten.
        self._fate = None
        while not await self._recovered():
            await self.woken.wait(LOOK_SECONDS)
        while True:
            try:
                await self._round(room)
            except Exception:
                # Whatever nobody foresaw must not end the whole process, now and after each start.
                log.exception("mail-broke")
            await self.woken.wait(LOOK_SECONDS)

    async def _round(self, room: MailRoom) -> None:
        if not await self._settled():
            return
        for mail in await self._next():
            self._fate = await self._sent(room, mail)
            if not await self._settled():
                return

    async def _recovered(self) -> bool:
        """Once, before anything leaves: what was leaving when the last process ended."""
        try:
            await self.database.turn(self._recover)
        except StorageFailed:
            log.warning("mail-unreadable")
            return False
        self.after()
        return True

    async def _recover(self, tx: Transaction) -> None:
        for passing in await list_mail_sending(tx):
            await end_mail(tx, passing, Mail.UNCERTAIN, self.clock())

    async def _next(self) -> list[Outgoing]:
        try:
            return await self.database.read(lambda tx: list_mail(tx, self.clock(), AT_ONCE))
        except StorageFailed:
            log.warning("mail-unreadable")
            return []

    async def _settled(self) -> bool:
        """Whether it is written down what became of the last mail; what the database does not take is kept here."""
        fate = self._fate
        if fate is None:
            return True
        try:
            await self.database.turn(lambda tx: self._write_down(tx, fate))
        except StorageFailed:
            log.warning("mail-not-written", passing=fate.mail.id)
            return False
        self._fate = None
        self.after()
        return True

    async def _sent(self, room: MailRoom, mail: Outgoing) -> Fate:
        """One mail. What breaks in a way that nobody foresaw is told as a refusal, and the next one goes."""
        leaving = asyncio.Event()
        try:
            fate = await self._hand_over(room, mail, leaving)
        except StorageFailed:
            # It could not be marked, so nothing of it has left.
            fate = Fate(mail, Handed.NOT_GONE)
        except Exception:
            log.exception("mail-broke", passing=mail.id)
            fate = Fate(mail, Handed.UNKNOWN if leaving.is_set() else Handed.REFUSED)
        log.info(
            "mail-handed-over",
            passing=mail.id,
            outcome=str(fate.handed),
            attempt=mail.attempts + 1,
            too_large=fate.left_out.too_large,
            gone=fate.left_out.gone,
        )
        return fate

    async def _hand_over(self, room: MailRoom, mail: Outgoing, leaving: asyncio.Event) -> Fate:
        address = self._address(mail)
        if not address:
            return Fate(mail, Handed.REFUSED)
        enclosed = await self._enclosed(mail)
        if enclosed is None:
            return Fate(mail, Handed.NOT_GONE)
        about_to = self._marking(mail, leaving)
        addressed = Addressed(address, mail.letter, mail.mark, mail.at, enclosed.pictures)
        handed = await room.hand_over(addressed, about_to)
        if handed is Handed.TOO_LARGE:
            enclosed = enclosed.without_pictures()
            handed = await room.hand_over(replace(addressed, pictures=()), about_to)
        return Fate(mail, handed, enclosed.left_out)

    def _marking(self, mail: Outgoing, leaving: asyncio.Event) -> Callable[[], Awaitable[bool]]:
        """Mark it as leaving, once; a second time with less of it, it is marked already."""

        async def mark() -> bool:
            if not leaving.is_set() and await self.database.turn(lambda tx: begin_mail(tx, mail)):
                leaving.set()
            return leaving.is_set()

        return mark

    async def _enclosed(self, mail: Outgoing) -> Enclosed | None:
        """Its pictures, as many as go into a mail; None while Telegram does not give one of them."""
        pictures, left, too_large, gone = list[bytes](), self.most_bytes, 0, 0
        for item in mail.letter.pictures:
            found = await picture_of(self.api, item.file_id)
            if isinstance(found, bytes) and len(found) <= left:
                left -= len(found)
                pictures.append(found)
            elif isinstance(found, bytes):
                too_large += 1
            elif isinstance(found, Broken) or mail.attempts >= MOST_WAITS:
                gone += 1
            else:
                return None
        return Enclosed(tuple(pictures), LeftOut(too_large, gone))

    def _address(self, mail: Outgoing) -> str:
        """Empty where the city file has the partner no more."""
        try:
            return self.city.partner(mail.partner).email
        except ButtonExpired:
            return ""

    async def _write_down(self, tx: Transaction, fate: Fate) -> None:
        mail, handed = fate.mail, fate.handed
        if handed is Handed.UNWANTED:
            return
        if handed is not Handed.NOT_GONE:
            await end_mail(tx, mail.id, _ENDS[handed], self.clock(), fate.left_out)
        elif mail.attempts < len(self.pauses):
            await postpone_mail(tx, mail, self.clock() + self.pauses[mail.attempts])
        else:
            await end_mail(tx, mail.id, Mail.REFUSED, self.clock())
