"""What was measured last, for the page: one record for each gate and each breakage, in docs/gates.json."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from gates.every import GATES, gate_named
from gates.frame import Figure, Outcome
from gates.runner import Trial

_WHOLE: Final = "all of it"


@dataclass(frozen=True, slots=True)
class When:
    """The day of a run, and the commit that it tried ("" where nobody knows)."""

    day: str
    commit: str


@dataclass(frozen=True, slots=True)
class Record:
    """One trial's end."""

    when: When
    trial: Trial
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Whole:
    """The last run that tried every gate and every breakage to its end, and the minutes it took by the clock."""

    when: When
    minutes: float


@dataclass(frozen=True, slots=True)
class Kept:
    """The last record of each trial, in the order of the gates."""

    records: Sequence[Record]
    whole: Whole | None


def keep(path: Path, trial: Trial, outcome: Outcome, when: When) -> None:
    """Put this in the place of what was measured before."""
    key = _key(trial.gate.name, trial.breakage)
    _put(path, _read(path) | {key: {**asdict(when), "outcome": asdict(outcome)}})


def keep_whole(path: Path, whole: Whole) -> None:
    """Remember when all of it was tried last."""
    _put(path, _read(path) | {_WHOLE: {**asdict(whole.when), "minutes": whole.minutes}})


def kept_in(path: Path) -> Kept:
    """What is kept there of gates and breakages that still are."""
    found = _read(path)
    whole = found.get(_WHOLE)
    return Kept(
        [_record(found[key]) for key in _keys() if key in found],
        Whole(_when(whole), whole["minutes"]) if whole else None,
    )


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _put(path: Path, found: Mapping[str, Any]) -> None:
    """Whoever is interrupted meanwhile leaves the file as it was."""
    kept = {key: found[key] for key in (_WHOLE, *_keys()) if key in found}
    part = path.with_suffix(".part")
    part.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    part.replace(path)


def _keys() -> Iterator[str]:
    return (_key(gate.name, breakage) for gate in GATES for breakage in (None, *gate.breakages))


def _key(gate: str, breakage: str | None) -> str:
    return f"{gate} / {breakage}" if breakage else gate


def _when(told: Mapping[str, Any]) -> When:
    return When(told["day"], told.get("commit", ""))


def _record(value: Mapping[str, Any]) -> Record:
    told = value["outcome"]
    outcome = Outcome(**{**told, "figures": tuple(Figure(**figure) for figure in told["figures"])})
    trial = Trial(gate_named(outcome.gate), outcome.seed, outcome.short, outcome.breakage)
    return Record(_when(value), trial, outcome)
