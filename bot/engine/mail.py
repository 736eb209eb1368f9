"""One mail to the server that takes it, and what is known of it afterwards: taken, refused, not gone, or nobody can tell."""

import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime
from enum import StrEnum
from typing import Final
from unicodedata import category

import aiosmtplib

from bot.domain.mail import MailServer, Tls
from bot.domain.passings import Letter

SECONDS: Final = 30.0
PERMANENT: Final = 500


class Handed(StrEnum):
    """What became of handing a mail over."""

    TAKEN = "taken"
    REFUSED = "refused"  # for good: this address, or this text
    NOT_GONE = "not-gone"  # for certain; it may be tried again
    UNKNOWN = "unknown"  # the server had the text, and its answer never came
    UNWANTED = "unwanted"  # in the last moment it was not to go any more


@dataclass(frozen=True, slots=True)
class Addressed:
    """A mail as it leaves; `mark` makes its id, the same each time that it is tried."""

    to: str
    letter: Letter = field(repr=False)
    mark: str
    at: datetime


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
        try:
            await client.connect()
            await client.mail(self.sender)
            refusal = await _refusal_of(client, mail.to)
            if refusal is not None:
                return refusal
            if not await about_to():
                return Handed.UNWANTED
            return await _text(client, written(mail, self.sender, self.answers_to))
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


async def _text(client: aiosmtplib.SMTP, text: bytes) -> Handed:
    try:
        await client.data(text)
    except aiosmtplib.SMTPResponseException as refused:
        return _meaning(refused.code)
    except (aiosmtplib.SMTPException, OSError):
        return Handed.UNKNOWN
    return Handed.TAKEN


def _meaning(code: int) -> Handed:
    return Handed.REFUSED if code >= PERMANENT else Handed.NOT_GONE


def written(mail: Addressed, sender: str, answers_to: str = "") -> bytes:
    """The mail on the wire: plain text alone, and headers in which nothing that people wrote can begin a line."""
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
    return message.as_bytes()


def _printable(text: str) -> str:
    """Without signs that move a cursor or hide words; lines end in one way."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign for sign in lines if sign in "\n\t" or category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
