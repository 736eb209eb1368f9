"""The parameters of a call, whether they came as JSON, as a form or with files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson

from playground.refusals import bad_request
from playground.wire import JSON


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart call."""

    file_name: str
    mime_type: str
    data: bytes = field(repr=False)


@dataclass(slots=True)
class Params:
    """Forms send everything as text, JSON sends real types; a method reads both the same way."""

    given: JSON
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        value = self.given.get(name)
        return default if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """Raises Refusal when the value is no whole number."""
        value = self.given.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"invalid {name} specified", rule=f"Parameter {name} is an Integer") from None

    def decimal(self, name: str) -> float | None:
        value = self.given.get(name)
        try:
            return None if value is None or value == "" else float(value)
        except (TypeError, ValueError):
            raise bad_request(f"invalid {name} specified", rule=f"Parameter {name} is a Float") from None

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.given.get(name)
        if value is None:
            return default
        return value if isinstance(value, bool) else str(value).lower() in {"true", "yes", "1"}

    def decoded(self, name: str) -> Any:
        """An object or list: as it is from JSON, parsed from a form; None when absent.

        Raises Refusal when a form field holds no JSON.
        """
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value) if value else None
        except orjson.JSONDecodeError:
            raise bad_request(
                f"can't parse {name.replace('_', ' ')} JSON object",
                rule=f"Parameter {name} is JSON-serialized",
            ) from None

    def listed(self, name: str) -> list[Any]:
        value = self.decoded(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise bad_request(f"expected an Array as {name}", rule=f"Parameter {name} is an Array")
        return value

    def fields(self, name: str) -> JSON | None:
        """An object's fields, None when absent; raises Refusal when it is something else."""
        value = self.decoded(name)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(
            f"object expected as {name.replace('_', ' ')}", rule=f"Parameter {name} is an object"
        )

    def objects(self, name: str) -> list[JSON]:
        """A list of objects; raises Refusal when there is anything else in it."""
        values = self.listed(name)
        if all(isinstance(value, dict) for value in values):
            return values
        raise bad_request(f"expected an Object in {name}", rule=f"Parameter {name} is an Array of objects")

    def numbers(self, name: str) -> list[int]:
        try:
            return [int(value) for value in self.listed(name)]
        except (TypeError, ValueError):
            raise bad_request(
                f"invalid {name} specified", rule=f"Parameter {name} is an Array of Integer"
            ) from None

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise bad_request(f'parameter "{name}" is required', rule=f"Parameter {name} is required")
        return value
