"""What is shown of trials: lines while they run, a table at the end, and docs/gates.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gates.frame import Figure, Gate, Outcome
from gates.kept import Record
from gates.runner import Trial

Ended = Sequence[tuple[Trial, Outcome]]

_INTRODUCTION: Final = """# What the gates measured

Each gate is a promise of the engine, tried with faults and judged by what arrived at the other side.
`make gates` tries them all, then breaks the bot on purpose, in every way listed, and expects red;
`make gates GATE=kill-inbound SEED=7` repeats one. This page is written by `python -m gates --write`.
"""


def state_of(trial: Trial, outcome: Outcome) -> str:
    """One word (or two) that says how it ended."""
    if outcome.not_run:
        return "NOT RUN"
    if outcome.breakage is None:
        return "pass" if outcome.fine(trial.gate) else "FAIL"
    return "red, as it must be" if outcome.fine(trial.gate) else "STAYED GREEN"


def lines_of(trial: Trial, outcome: Outcome) -> list[str]:
    """What is printed when a trial has ended."""
    broken = f" broken by {outcome.breakage}" if outcome.breakage else ""
    head = f"{outcome.gate}{broken}: {state_of(trial, outcome)}, seed {outcome.seed}, {outcome.seconds:.1f} s"
    why = [f"    {line}" for line in (outcome.not_run, outcome.error) if line]
    return [head, *why, *map(_line, outcome.figures)]


def _line(figure: Figure) -> str:
    mark = " " if figure.holds else "✗"
    return f"  {mark} {figure.name:<52} {shown(figure.value):>12}   {figure.limit}".rstrip()


def shown(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def table_of(ended: Ended) -> list[str]:
    """The last lines: one a trial."""
    names = [f"{end.gate} / {end.breakage}" if end.breakage else end.gate for _, end in ended]
    width = max(map(len, names), default=0)
    return [
        f"{name:<{width}}  {outcome.seconds:>7.1f} s  {state_of(trial, outcome)}"
        for name, (trial, outcome) in zip(names, ended, strict=True)
    ]


def write(path: Path, records: Sequence[Record], machine: str) -> None:
    """Write what was measured last as a page."""
    whole = [record for record in records if record.outcome.breakage is None]
    sections = "\n".join(map(_section, whole))
    minutes = sum(record.outcome.seconds for record in records) / 60
    line = f"{machine} One after the other all of this takes {minutes:.0f} minutes; gates that mostly wait run beside others."
    broken = _breakages([record for record in records if record.outcome.breakage])
    path.write_text(f"{_INTRODUCTION}\n{line}\n\n{sections}\n{broken}", encoding="utf-8")


def _section(record: Record) -> str:
    gate, outcome = record.trial.gate, record.outcome
    sizes = gate.short if outcome.short else gate.long
    size = ", ".join(f"{name.replace('_', ' ')} {number:,}" for name, number in sizes.items())
    state = f"**NOT RUN**: {outcome.not_run}" if outcome.not_run else _state(outcome)
    head = f"## {gate.name}\n\n{gate.promise}\n\n{state} {record.day}; size: {size}; seed {outcome.seed}; {outcome.seconds:.0f} s.\n"
    rows = [
        f"| {figure.name} | {shown(figure.value)} | {figure.limit} | {'yes' if figure.holds else '**no**'} |"
        for figure in outcome.figures
    ]
    table = ["", "| Figure | Measured | Had to be | Held |", "|---|---|---|---|", *rows] if rows else []
    return "\n".join([head.rstrip(), *table, ""])


def _state(outcome: Outcome) -> str:
    if outcome.error:
        return f"**Failed**: {outcome.error}."
    return "Passed." if outcome.held else "**Failed**."


def _breakages(records: Sequence[Record]) -> str:
    rows = [_broken(record.trial.gate, record) for record in records]
    head = [
        "## The bot broken on purpose",
        "",
        "| Broken | Gate | Figure that must miss its limit | Seen |",
        "|---|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""]) if rows else ""


def _broken(gate: Gate, record: Record) -> str:
    breakage = record.outcome.breakage or ""
    seen = state_of(record.trial, record.outcome)
    return f"| {breakage} | {gate.name} | {gate.breakages[breakage]} | {seen}, {record.day} |"
