"""Where updates are delivered to, and how it went."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playground.params import Params
from playground.refusals import bad_request
from playground.wire import JSON, without_empty

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = {443, 80, 88, 8443}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@dataclass(slots=True)
class Webhook:
    """The address the bot gave with setWebhook; an empty one means polling.

    `pauses` are the seconds between attempts, the last one repeats. With `one_by_one` nothing overtakes
    anything; else only the updates of one chat wait for each other. `posts` counts deliveries, those that failed
    too; the answer to every `loses_every`th is lost on its way, and so are the next `answers_to_lose`.
    """

    url: str = ""
    secret: str = field(default="", repr=False)
    max_connections: int = 40
    last_error: tuple[int, str] | None = None
    pauses: tuple[float, ...] = (0.05, 0.1, 0.2, 0.5, 1.0)
    one_by_one: bool = False
    loses_every: int = 0
    answers_to_lose: int = 0
    posts: int = 0

    def set(self, params: Params) -> None:
        """Raises Refusal for an address or secret that Telegram does not take."""
        url, secret = params.text("url"), params.text("secret_token")
        _check_address(url)
        if secret and not SECRET.fullmatch(secret):
            raise bad_request(
                "secret token contains unallowed characters",
                rule="setWebhook.secret_token: 1-256 characters of A-Z, a-z, 0-9, _ and -",
            )
        self.url, self.secret = url, secret
        self.max_connections = params.number("max_connections", 40)
        self.last_error = None

    def drop(self) -> None:
        self.url, self.secret, self.last_error = "", "", None

    def loses(self, post: int) -> bool:
        """Whether the answer to this delivery, counted from 1, is lost."""
        if self.answers_to_lose:
            self.answers_to_lose -= 1
            return True
        return bool(self.loses_every) and post % self.loses_every == 1 % self.loses_every

    def info(self, pending: int, allowed: frozenset[str]) -> JSON:
        about: JSON = {"url": self.url, "has_custom_certificate": False, "pending_update_count": pending}
        if self.url:
            about |= {"max_connections": self.max_connections, "ip_address": "127.0.0.1"}
        if self.last_error:
            about |= {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        return about | without_empty(allowed_updates=sorted(allowed) or None)


def _check_address(url: str) -> None:
    if not url:
        return
    parts = urlsplit(url)
    if parts.hostname in LOOPBACK and parts.scheme in {"http", "https"}:
        return  # like a Bot API server of one's own, which may call plain addresses and any port
    if parts.scheme != "https":
        raise bad_request(
            "bad webhook: an HTTPS URL must be provided for webhook", rule="setWebhook.url is an HTTPS URL"
        )
    if (parts.port or 443) not in PORTS:
        raise bad_request(
            "bad webhook: webhook can be set up only on ports 80, 88, 443 or 8443",
            rule="setWebhook: ports currently supported are 443, 80, 88, 8443",
        )
