"""What was measured last, for the page: one record for each gate and each breakage, in docs/gates.json."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from gates.every import GATES
from gates.frame import Figure, Outcome
from gates.runner import Trial


@dataclass(frozen=True, slots=True)
class Record:
    """One trial's end, and the day of it."""

    day: str
    trial: Trial
    outcome: Outcome


def keep(path: Path, ended: Sequence[tuple[Trial, Outcome]], day: str) -> list[Record]:
    """Put these in the place of what was measured before; all records, in the order of the gates."""
    found = {key: value for key, value in _read(path).items() if _trial(value["outcome"]) is not None}
    for _, outcome in ended:
        found[_key(outcome.gate, outcome.breakage)] = {"day": day, "outcome": asdict(outcome)}
    order = [_key(gate.name, breakage) for gate in GATES for breakage in (None, *gate.breakages)]
    kept = {key: found[key] for key in order if key in found}
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return [_record(value) for value in kept.values()]


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _key(gate: str, breakage: str | None) -> str:
    return f"{gate} / {breakage}" if breakage else gate


def _record(value: Mapping[str, Any]) -> Record:
    told = value["outcome"]
    outcome = Outcome(**{**told, "figures": tuple(Figure(**figure) for figure in told["figures"])})
    trial = _trial(told)
    assert trial is not None
    return Record(value["day"], trial, outcome)


def _trial(told: Mapping[str, Any]) -> Trial | None:
    """None when the gate is no more."""
    gate = next((gate for gate in GATES if gate.name == told["gate"]), None)
    return Trial(gate, told["seed"], told["short"], told["breakage"]) if gate else None
