"""One mail to the server that takes it, and what is known of it afterwards: taken, refused, not gone, or nobody can tell."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime
from enum import StrEnum
from math import inf
from typing import Final
from unicodedata import category

import aiosmtplib

from bot.domain.mail import MailServer, Tls
from bot.domain.passings import Letter

SECONDS: Final = 30.0
# So many bytes go in a second over the slowest line that a mail with pictures waits for.
SLOWEST: Final = 100_000
PERMANENT: Final = 500
TOO_MUCH: Final = 552


class Handed(StrEnum):
    """What became of handing a mail over."""

    TAKEN = "taken"
    REFUSED = "refused"  # for good: this address, or this text
    TOO_LARGE = "too-large"  # with its pictures; without them it may be tried at once
    NOT_GONE = "not-gone"  # for certain; it may be tried again
    UNKNOWN = "unknown"  # the server had the text, and its answer never came
    UNWANTED = "unwanted"  # in the last moment it was not to go any more


@dataclass(frozen=True, slots=True)
class Addressed:
    """A mail as it leaves; `mark` makes its id, the same each time that it is tried. `pictures` are JPEGs."""

    to: str
    letter: Letter = field(repr=False)
    mark: str
    at: datetime
    pictures: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class MailRoom:
    """Hands mails over. `sender` is the city's own address; answers go to `answers_to`, where there is one."""

    server: MailServer
    sender: str
    answers_to: str = ""
    seconds: float = SECONDS
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    async def hand_over(self, mail: Addressed, about_to: Callable[[], Awaitable[bool]]) -> Handed:
        """Hand one over. `about_to` is awaited just before the text leaves; only what follows it can be unknown."""
        client = self._client()
        text = await asyncio.to_thread(written, mail, self.sender, self.answers_to)
        try:
            await client.connect()
            await client.mail(self.sender)
            if mail.pictures and _most_of(client) < len(text):
                return Handed.TOO_LARGE
            refusal = await _refusal_of(client, mail.to)
            if refusal is not None:
                return refusal
            if not await about_to():
                return Handed.UNWANTED
            return await _text(client, text, self.seconds, has_pictures=bool(mail.pictures))
        except (aiosmtplib.SMTPException, OSError):
            return Handed.NOT_GONE
        finally:
            client.close()

    async def answers(self) -> bool:
        """Whether the server lets the city in, without a mail."""
        client = self._client()
        try:
            await client.connect()
        except (aiosmtplib.SMTPException, OSError):
            return False
        finally:
            client.close()
        return True

    def _client(self) -> aiosmtplib.SMTP:
        server = self.server
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.tls is Tls.AT_ONCE,
            start_tls=server.tls is Tls.AFTER_GREETING,
            username=server.user,
            password=server.password,
            timeout=self.seconds,
            tls_context=None if server.tls is Tls.NONE else self.trust,
            local_hostname="localhost",
        )


async def _refusal_of(client: aiosmtplib.SMTP, to: str) -> Handed | None:
    """Whether the server takes mail for that address."""
    try:
        await client.rcpt(to)
    except aiosmtplib.SMTPResponseException as refused:
        return _meaning(refused.code)
    return None


def _most_of(client: aiosmtplib.SMTP) -> float:
    """How many bytes the server says that it takes; it may say none, or that there is no limit."""
    said = client.esmtp_extensions.get("size", "")
    return int(said) if said.isdecimal() and int(said) else inf


async def _text(client: aiosmtplib.SMTP, text: bytes, seconds: float, *, has_pictures: bool) -> Handed:
    try:
        await client.data(text, timeout=seconds + len(text) / SLOWEST)
    except aiosmtplib.SMTPResponseException as refused:
        # A full mailbox is said in the same number; then the text alone is refused as well.
        return Handed.TOO_LARGE if has_pictures and refused.code == TOO_MUCH else _meaning(refused.code)
    except (aiosmtplib.SMTPException, OSError):
        return Handed.UNKNOWN
    return Handed.TAKEN


def _meaning(code: int) -> Handed:
    return Handed.REFUSED if code >= PERMANENT else Handed.NOT_GONE


def written(mail: Addressed, sender: str, answers_to: str = "") -> bytes:
    """The mail on the wire: plain text and pictures, and headers in which nothing that people wrote can begin a line."""
    message = EmailMessage(policy=WIRE)
    message["From"] = sender
    message["To"] = mail.to
    if answers_to:
        message["Reply-To"] = answers_to
    message["Subject"] = " ".join(_printable(mail.letter.subject).split())
    message["Date"] = format_datetime(mail.at)
    message["Message-ID"] = f"<{mail.mark}@{sender.rpartition('@')[2]}>"
    message.set_content(
        _printable(mail.letter.text), subtype="plain", charset="utf-8", cte="quoted-printable"
    )
    for number, picture in enumerate(mail.pictures, 1):
        message.add_attachment(picture, maintype="image", subtype="jpeg", filename=f"foto-{number}.jpg")
    if mail.pictures:
        message.set_boundary(f"=_{mail.mark}")
    return message.as_bytes()


def _printable(text: str) -> str:
    """Without signs that move a cursor or hide words; lines end in one way."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign for sign in lines if sign in "\n\t" or category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
