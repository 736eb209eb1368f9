"""A real mail server on loopback, which takes, refuses, loses its line or says nothing, as its script tells."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


class Fault(StrEnum):
    """What happens to one mail instead of being taken."""

    NOT_NOW = "451 try later"
    NEVER = "554 not this one"
    TOO_MUCH = "552 5.3.4 message too big"
    NO_SUCH_ADDRESS = "550 nobody here"
    BUSY = "450 mailbox busy"
    LOST_BEFORE = "the line is lost before the text"
    LOST_AFTER = "the mail is taken, and the line is lost before the server says so"
    SILENT = "the mail is taken, and nothing is ever said"


@dataclass(slots=True)
class PostOffice:
    """What came in, and what is to go wrong with the next ones, in order."""

    taken: list[Envelope] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    port: int = 0
    # Done while a text is being taken.
    meanwhile: Callable[[], object] = lambda: None
    closed: asyncio.Event = field(default_factory=asyncio.Event)
    _lines: list[SMTP] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def mails(self) -> list[EmailMessage]:
        contents = [one.content for one in self.taken if isinstance(one.content, bytes)]
        read = [message_from_bytes(content, policy=default) for content in contents]
        return [one for one in read if isinstance(one, EmailMessage)]

    def line(self, **how: Any) -> SMTP:
        self._lines.append(SMTP(self, hostname="post.test", loop=asyncio.get_running_loop(), **how))
        return self._lines[-1]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.faults and self.faults[0] in {Fault.NO_SUCH_ADDRESS, Fault.BUSY, Fault.LOST_BEFORE}:
            fault = self.faults.pop(0)
            if fault is not Fault.LOST_BEFORE:
                return fault.value
            _cut(server)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        self.meanwhile()
        fault = self.faults.pop(0) if self.faults else None
        if fault in {Fault.NOT_NOW, Fault.NEVER, Fault.TOO_MUCH}:
            return fault.value
        self.taken.append(envelope)
        if fault is Fault.LOST_AFTER:
            _cut(server)
        if fault is Fault.SILENT:
            await self.closed.wait()
        return "250 taken"

    def hang_up(self) -> None:
        self.closed.set()
        for line in self._lines:
            _cut(line)


def _cut(server: SMTP) -> None:
    if isinstance(server.transport, asyncio.WriteTransport):
        server.transport.abort()


@asynccontextmanager
async def post_office(
    port: int = 0, *, closed_by: ssl.SSLContext | None = None, **how: Any
) -> AsyncIterator[PostOffice]:
    """One that listens; `closed_by` TLS from the first byte on."""
    office = PostOffice()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: office.line(**how), "127.0.0.1", port, ssl=closed_by)
    office.port = server.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        office.hang_up()
        server.close()
        await server.wait_closed()
        await asyncio.sleep(0)


def certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What a server on loopback proves itself with, and what trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "post.test")])
    now = datetime.now(UTC)  # noqa: TID251 - the TLS library has its own clock
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "post.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    serving.load_cert_chain(file)
    return serving, ssl.create_default_context(cafile=str(file))
