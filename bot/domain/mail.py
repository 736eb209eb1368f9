"""Mail: the server that takes it, as the operator writes it in one line."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from urllib.parse import unquote, urlsplit

# One plain address: a mail goes there, so nothing in it may be read as a second one or as a header.
ADDRESS: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
# How an operator may write a server.
SERVERS: Final = "smtps://USER:PASSWORD@HOST:465, smtp+starttls://…:587, or smtp:// on this machine alone"
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class Tls(StrEnum):
    """How the connection is closed to others; in the clear only within this machine."""

    AT_ONCE = "smtps"
    AFTER_GREETING = "smtp+starttls"
    NONE = "smtp"


_PORTS: Final = {Tls.AT_ONCE: 465, Tls.AFTER_GREETING: 587, Tls.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mails are handed over, and as who."""

    host: str
    port: int
    tls: Tls
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)


def mail_server(url: str) -> MailServer | None:
    """Read `smtps://USER:PASSWORD@HOST:465` or `smtp+starttls://…:587`; plain `smtp://` on this machine only.

    None for anything else.
    """
    try:
        parts = urlsplit(url.strip())
        tls, port = Tls(parts.scheme), parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    is_plain = not (
        parts.path.strip("/") or parts.query or parts.fragment or any(map(str.isspace, url.strip()))
    )
    if not host or not is_plain or port == 0 or (tls is Tls.NONE and host not in LOOPBACK):
        return None
    user, password = (unquote(part) if part else None for part in (parts.username, parts.password))
    return (
        MailServer(host, port or _PORTS[tls], tls, user, password) if bool(user) == bool(password) else None
    )
