"""Everything that rests in a bot's database, row by row; what is sealed is opened with the city's key."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gates.looking import rows

_TABLES: Final = {
    True: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    False: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
}


@dataclass(frozen=True, slots=True)
class Resting:
    """One row. Sealed are bytes of a version, a nonce of twelve, and what AES-256-GCM made of the rest."""

    table: str
    values: Mapping[str, Any]
    key: bytes = field(repr=False)

    def texts(self) -> Iterator[tuple[str, str, bool]]:
        """Column, text, and whether it is sealed."""
        for column, value in self.values.items():
            plain = self._opened(value) if isinstance(value, bytes) else None
            if plain is not None:
                yield column, plain.decode("utf-8", "replace"), True
            elif isinstance(value, bytes):
                yield column, value.decode("utf-8", "replace"), False
            elif isinstance(value, str):
                yield column, value, False

    def _opened(self, value: bytes) -> bytes | None:
        try:
            return AESGCM(self.key).decrypt(value[1:13], value[13:], None)
        except (InvalidTag, ValueError):
            return None


async def everything_in(url: str, key: str) -> Sequence[Resting]:
    """Every row of every table; `url` and `key` as in the bot's settings."""
    opener = urlsafe_b64decode(key + "=" * (-len(key) % 4))
    tables = [row["name"] for row in await rows(url, _TABLES[url.startswith("sqlite")])]
    return [
        Resting(table, row, opener)
        for table in tables
        for row in await rows(url, f'SELECT * FROM "{table}"')  # noqa: S608 - names out of the schema itself
    ]
