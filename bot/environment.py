"""Reading one setting at a time from the environment, or from the file that `NAME_FILE` names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple, Self, TypeVar
from urllib.parse import urlsplit

Choice = TypeVar("Choice", bound=StrEnum)

PREFIX: Final = "WIJKLIJN_"
FROM_FILE: Final = "_FILE"
ALIKE: Final = 0.85
LARGEST_FILE: Final = 64 * 1024
LAST_PORT: Final = 65_535
LOOPBACK: Final = {"127.0.0.1", "localhost", "::1"}


class SettingWrong(Exception):
    """A setting cannot be used. The line names it and what is expected, and never shows a secret."""

    def __init__(self, name: str, wrong: str, expected: str) -> None:
        super().__init__(f"{name} {wrong}; expected {expected}")
        self.name = name


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A value that must be asked for by name; printing, formatting and logging show dots."""

    _value: str

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> str:
        raise TypeError("a Secret is not pickled")


class Address(NamedTuple):
    """Where a server of ours listens; port 0 lets the machine choose."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read `HOST:PORT` or `[IPV6]:PORT`; None when it is neither."""
        found = re.fullmatch(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9.-]+)):([0-9]{1,5})", text)
        if found is None or int(found[3]) > LAST_PORT:
            return None
        return cls(found[1] or found[2], int(found[3]))


class Environment:
    """The settings as given, else their defaults. An empty value is no value: compose files pass those."""

    def __init__(self, environ: Mapping[str, str], defaults: Mapping[str, str]) -> None:
        self._given = {
            name: value for name, value in environ.items() if name.startswith(PREFIX) and value.strip()
        }
        self._defaults = defaults

    def refuse_near_misses(self) -> None:
        """Refuse a name that is nearly a setting's: whoever wrote it believes it is set."""
        for name in self._given:
            plain = name.removesuffix(FROM_FILE)
            if plain not in self._defaults and (
                near := difflib.get_close_matches(plain, self._defaults, 1, ALIKE)
            ):
                raise SettingWrong(name, "is not a setting", near[0])

    def text(self, name: str) -> str | None:
        value, file = self._given.get(name), self._given.get(name + FROM_FILE)
        if value is not None and file is not None:
            raise SettingWrong(name, f"is given twice, {name}{FROM_FILE} is set too", "one of the two")
        if file is not None:
            return _content(name + FROM_FILE, Path(file))
        return (value or self._defaults[name]).strip() or None

    def secret(self, name: str, shape: re.Pattern[str] | None = None, expected: str = "") -> Secret | None:
        """Read a value that no message may show; `shape` must fit all of it."""
        value = self.text(name)
        if value is None:
            return None
        if shape is not None and not shape.fullmatch(value):
            raise SettingWrong(name, "does not look right (not shown)", expected)
        return Secret(value)

    def path(self, name: str) -> Path | None:
        value = self.text(name)
        return None if value is None else Path(value)

    def flag(self, name: str) -> bool:
        value = self.text(name)
        if value not in {"0", "1"}:
            raise SettingWrong(name, f"is {value!r}", "0 or 1")
        return value == "1"

    def number(self, name: str, least: int, most: int) -> int:
        value = self.text(name) or ""
        if re.fullmatch(r"[0-9]{1,9}", value) and least <= int(value) <= most:
            return int(value)
        raise SettingWrong(name, f"is {value!r}", f"a whole number from {least} to {most}")

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        value = self.text(name) or ""
        try:
            return choices(value)
        except ValueError:
            raise SettingWrong(name, f"is {value!r}", "one of " + ", ".join(choices)) from None

    def address(self, name: str) -> Address:
        value = self.text(name) or ""
        address = Address.parse(value)
        if address is None:
            raise SettingWrong(name, f"is {value!r}", "HOST:PORT")
        return address

    def web_address(self, name: str, *, only: str = "") -> str | None:
        """Read an http(s) address without its last slash; it is not shown, for it may hold a password.

        `only` https still lets http pass within this machine, as a Bot API server of one's own may call it.
        """
        value = self.text(name)
        if value is not None and not _is_web_address(value, {only} if only else {"http", "https"}):
            raise SettingWrong(
                name, "is not such an address (not shown)", f"{only or 'http or https'}://HOST/…"
            )
        return None if value is None else value.rstrip("/")


def _is_web_address(value: str, schemes: set[str]) -> bool:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or re.search(r"\s", value))
    is_within = parts.scheme == "http" and parts.hostname in LOOPBACK
    return (parts.scheme in schemes or is_within) and bool(parts.hostname) and port != 0 and plain


def _content(name: str, file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as stream:
            value = stream.read(LARGEST_FILE).strip()
    except (OSError, UnicodeDecodeError):
        raise SettingWrong(name, "names a file that cannot be read", "a readable text file") from None
    if not value:
        raise SettingWrong(name, "names an empty file", "a file that holds the value")
    return value
