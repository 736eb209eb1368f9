"""What is shown of trials: lines while they run, a table at the end, and docs/gates.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gates.broken import BREAKAGES
from gates.every import GATES
from gates.frame import Figure, Gate, Outcome
from gates.kept import Kept, Record, When, Whole, keep, keep_whole, kept_in
from gates.runner import Trial

Ended = Sequence[tuple[Trial, Outcome]]
_Found = Mapping[tuple[str, str | None], Record]

_INTRODUCTION: Final = """# What the gates measured

Each gate is a promise of the engine, tried with faults and judged by what arrived at the other side.
`make gates` tries them all, then breaks the bot on purpose, in every way that a gate names, and expects red;
`make gates GATE=kill-inbound SEED=7` repeats one. This page is written by `python -m gates --write`, trial by
trial: what was not tried since it was made is said to be not tried, and each line names its day and its commit.
"""
_NOT_TRIED: Final = "not tried"


def state_of(trial: Trial, outcome: Outcome) -> str:
    """One word (or two) that says how it ended."""
    if outcome.not_run:
        return "NOT RUN"
    if outcome.breakage is None or outcome.error:
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


@dataclass(frozen=True, slots=True)
class Page:
    """docs/gates.md and the records beside it, which one run brings up to date."""

    path: Path
    when: When
    machine: str

    @property
    def records(self) -> Path:
        return self.path.with_suffix(".json")

    def add(self, trial: Trial, outcome: Outcome) -> None:
        """Show how it ended: at once, for nobody knows whether the run comes to its end."""
        keep(self.records, trial, outcome, self.when)
        write(self.path, kept_in(self.records), self.machine)

    def end(self, minutes: float) -> None:
        """Show that all gates and all breakages were tried, in so many minutes."""
        keep_whole(self.records, Whole(self.when, minutes))
        write(self.path, kept_in(self.records), self.machine)


def write(path: Path, kept: Kept, machine: str, gates: Sequence[Gate] = GATES) -> None:
    """Write what was measured last as a page."""
    found = {(record.outcome.gate, record.outcome.breakage): record for record in kept.records}
    sections = "\n".join(_section(gate, found.get((gate.name, None))) for gate in gates)
    broken = list(_breakages(gates, found))
    told = "\n".join([f"{machine} {_run_of(kept)}", *_in_short(gates, found)])
    path.write_text(f"{_INTRODUCTION}\n{told}\n\n{sections}\n" + "\n".join([*broken, ""]), encoding="utf-8")


def _run_of(kept: Kept) -> str:
    after = sum(record.outcome.seconds for record in kept.records) / 60
    one_by_one = f"one after the other, what stands here takes {after:.0f} minutes; gates that mostly wait run beside others."
    if kept.whole is None:
        return f"No run of all of it has come to its end; {one_by_one}"
    took = f"took {kept.whole.minutes:.0f} minutes by the clock"
    return f"The last run of all of it, {_at(kept.whole.when)}, {took}; {one_by_one}"


def _in_short(gates: Sequence[Gate], found: _Found) -> Iterator[str]:
    """How many ended how: gates, then breakages."""
    yield ""
    for what, keys in (
        ("Gates", [(gate.name, None) for gate in gates]),
        ("Breakages", [(gate.name, breakage) for gate in gates for breakage in gate.breakages]),
    ):
        how = Counter(_seen(found.get(key)) for key in keys)
        yield f"- {what}: {len(keys)}; {'; '.join(f'{number} {state}' for state, number in how.items())}."


def _seen(record: Record | None) -> str:
    return state_of(record.trial, record.outcome) if record else _NOT_TRIED


def _at(when: When) -> str:
    return f"{when.day} at {when.commit or 'a commit that was not kept'}"


def _section(gate: Gate, record: Record | None) -> str:
    head = f"## {gate.name}\n\n{gate.promise}\n"
    if record is None:
        return f"{head}\n**Not tried.**\n"
    outcome = record.outcome
    sizes = gate.short if outcome.short else gate.long
    size = ", ".join(f"{name.replace('_', ' ')} {number:,}" for name, number in sizes.items())
    state = f"**NOT RUN**: {outcome.not_run}." if outcome.not_run else _state(outcome)
    line = f"{state} {_at(record.when)}; size: {size}; seed {outcome.seed}; {outcome.seconds:.0f} s."
    rows = [
        f"| {figure.name} | {shown(figure.value)} | {figure.limit} | {'yes' if figure.holds else '**no**'} |"
        for figure in outcome.figures
    ]
    table = ["", "| Figure | Measured | Had to be | Held |", "|---|---|---|---|", *rows] if rows else []
    return "\n".join([head, line, *table, ""])


def _state(outcome: Outcome) -> str:
    if outcome.error:
        return f"**Failed**: {outcome.error}."
    return "Passed." if outcome.held else "**Failed**."


def _breakages(gates: Sequence[Gate], found: _Found) -> Iterator[str]:
    """Every way, also those that nobody has tried."""
    yield from (
        "## The bot broken on purpose",
        "",
        "| Broken | Gate | Figure that must miss its limit | Seen |",
        "|---|---|---|---|",
    )
    for gate in gates:
        for breakage, figure in gate.breakages.items():
            record = found.get((gate.name, breakage))
            when = f", {_at(record.when)}, {record.outcome.seconds:.0f} s" if record else ""
            yield f"| {breakage} | {gate.name} | {figure} | {_seen(record)}{when} |"
    for breakage in BREAKAGES.keys() - {name for gate in gates for name in gate.breakages}:
        yield f"| {breakage} | none | | {_NOT_TRIED} |"
