"""A table of a TOML file, read key by key; every mistake becomes one line instead of an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import StrEnum
from typing import Final, TypeGuard, TypeVar

Kind = TypeVar("Kind", str, bool, int, list[object], dict[str, object], time)
Named = TypeVar("Named", bound=StrEnum)

WORDS: Final[Mapping[type, str]] = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    list: "a list in [brackets]",
    dict: "a table",
    time: "a time such as 09:00:00",
    float: "a number",
    date: "a date",
    datetime: "a date and time",
}
NAMING_KEYS: Final = ("id", "kept", "number", "name", "day", "word")
NEAR: Final = 0.7  # "zondag" is no misspelt "monday"


@dataclass(slots=True)
class Table:
    """One table. `problems` is shared by all tables of a file; what is wrong is read as an empty value."""

    file: str
    path: str
    values: Mapping[str, object]
    problems: list[str]
    asked: set[str] = field(default_factory=set)

    def wrong(self, key: str, what: str, expected: str) -> None:
        self.problems.append(f"{self.file}: {self.where(key)}: {what}; expected {expected}")

    def where(self, key: str) -> str:
        return f"{self.path}.{key}".strip(".")

    def has(self, key: str) -> bool:
        self.asked.add(key)
        return key in self.values

    def text(self, key: str) -> str:
        """Read a text that says something."""
        found = self._typed(key, str, "")
        if isinstance(self.values.get(key), str) and not found.strip():
            self.wrong(key, "is empty", "a text")
        return found.strip()

    def optional_text(self, key: str) -> str:
        return self._typed(key, str, "").strip() if self.has(key) else ""

    def flag(self, key: str) -> bool:
        return self._typed(key, bool, instead=False)

    def optional_flag(self, key: str) -> bool:
        """Read true or false; false when it is left out."""
        return self.flag(key) if self.has(key) else False

    def whole(self, key: str, *, least: int, most: int) -> int:
        found = self._typed(key, int, least)
        if not least <= found <= most:
            self.wrong(key, f"is {found}", f"a whole number from {least} to {most}")
        return found

    def optional_whole(self, key: str, usual: int, *, least: int, most: int) -> int:
        return self.whole(key, least=least, most=most) if self.has(key) else usual

    def degrees(self, key: str, *, most: float) -> float:
        """Read a latitude (most 90) or a longitude (most 180)."""
        return self.as_degrees(key, self.raw(key), most=most)

    def as_degrees(self, key: str, found: object, *, most: float) -> float:
        if isinstance(found, int | float) and not isinstance(found, bool) and -most <= found <= most:
            return float(found)
        self.wrong(key, said(found), f"a number from {-most:g} to {most:g}")
        return 0.0

    def choice(self, key: str, names: type[Named]) -> Named:
        """Read one of the values of an enumeration."""
        return self.as_choice(key, self.raw(key), names) or next(iter(names))

    def choices(self, key: str, names: type[Named]) -> tuple[Named, ...]:
        listed = enumerate(self._typed(key, list, []), 1)
        found = [self.as_choice(f"{key}[{place}]", value, names) for place, value in listed]
        return tuple(one for one in found if one is not None)

    def as_choice(self, key: str, found: object, names: type[Named]) -> Named | None:
        allowed = [name.value for name in names]
        if isinstance(found, str) and found in allowed:
            return names(found)
        self.wrong(key, said(found), f"one of {', '.join(allowed)}{meant(found, allowed)}")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; an empty list when it is left out."""
        listed = enumerate(self.listed(key), 1)
        return tuple(value for place, value in listed if self._is_text(value, f"{key}[{place}]"))

    def listed(self, key: str) -> list[object]:
        """Read a list of anything; an empty one when it is left out."""
        return self._typed(key, list, []) if self.has(key) else []

    def clock(self, key: str) -> time:
        return self._typed(key, time, time())

    def table(self, key: str) -> "Table":
        return self._inner(key, self._typed(key, dict, {}))

    def optional_table(self, key: str) -> "Table":
        return self.table(key) if self.has(key) else self._inner(key, {})

    def tables(self, key: str) -> "list[Table]":
        """Read a list of tables, each named by its id where it has one, else by its place; empty when left out."""
        found = []
        for place, value in enumerate(self.listed(key), 1):
            if isinstance(value, dict):
                found.append(self._inner(f"{key}[{_name(value, place)}]", value))
            else:
                self.wrong(f"{key}[{place}]", said(value), WORDS[dict])
        return found

    def all_keys(self) -> list[str]:
        """List the keys of a table whose keys are the city's own choice."""
        self.asked.update(self.values)
        return list(self.values)

    def raw(self, key: str) -> object:
        """Give the value as TOML has it, or None."""
        self.asked.add(key)
        return self.values.get(key)

    def done(self) -> None:
        """Complain of keys that nobody asked for: call it last."""
        for key in [key for key in self.values if key not in self.asked]:
            near = get_close_matches(key, self.asked, n=1, cutoff=NEAR)
            known = f'"{near[0]}"' if near else f"one of {', '.join(sorted(self.asked))}"
            self.wrong(key, "is not a key that exists here", known)

    def _typed(self, key: str, kind: type[Kind], instead: Kind) -> Kind:
        found = self.raw(key)
        # in Python a bool is an int and a datetime a date, but in the file that is a mistake
        if type(found) is kind:
            return found
        self.wrong(key, said(found), WORDS[kind])
        return instead

    def _is_text(self, value: object, key: str) -> TypeGuard[str]:
        if isinstance(value, str) and value.strip():
            return True
        self.wrong(key, said(value), WORDS[str])
        return False

    def _inner(self, key: str, values: Mapping[str, object]) -> "Table":
        return Table(self.file, self.where(key), values, self.problems)


def said(found: object) -> str:
    """Say what stands there: the value when it is short, else its kind."""
    if found is None:
        return "is missing"
    if isinstance(found, str | int | float | bool):
        return f"is {str(found).lower() if isinstance(found, bool) else repr(found)}"
    return f"is {WORDS.get(type(found), 'something else')}"


def meant(found: object, allowed: list[str]) -> str:
    """Suggest what was probably meant, for the end of a line."""
    near = get_close_matches(str(found), allowed, n=1, cutoff=NEAR)
    return f' (perhaps "{near[0]}")' if near else ""


def _name(values: Mapping[str, object], place: int) -> str:
    return next((str(values[key]) for key in NAMING_KEYS if values.get(key)), str(place))
