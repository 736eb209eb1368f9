"""`python -m gates [NAME …]`: tries what the engine promises; exit code 1 when a promise is broken."""

import argparse
import asyncio
import datetime as dt
import os
import platform
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from gates.broken import BREAKAGES
from gates.every import GATES, gate_named
from gates.frame import Gate, Outcome
from gates.kept import keep
from gates.postgres import KEPT
from gates.report import lines_of, table_of, write
from gates.runner import Trial, try_all

EVERY = "all"
PAGE = Path(__file__).resolve().parents[1] / "docs" / "gates.md"


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.list:
        return _list()
    try:
        trials = _trials(options)
    except LookupError as unknown:
        print(f"gates: {unknown.args[0]}", file=sys.stderr)
        return 2
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gates-") as folder:
        os.environ[KEPT] = folder
        ended = asyncio.run(try_all(trials, options.jobs, _tell))
    print("", *table_of(ended), f"in all {(time.monotonic() - began) / 60:.1f} minutes", sep="\n")
    if options.write:
        day = dt.datetime.now(dt.UTC).date()  # noqa: TID251 - the day on a page, not time in the bot
        write(PAGE, keep(PAGE.with_suffix(".json"), ended, str(day)), _machine())
    return 0 if all(_counts_as_fine(trial, outcome) for trial, outcome in ended) else 1


def _trials(options: argparse.Namespace) -> list[Trial]:
    """All gates and then each breakage on its gate; or just what was asked for."""
    gates = [gate_named(name) for name in options.names] or list(GATES)
    seed = random.randrange(1_000_000) if options.seed is None else options.seed
    if options.breakage == EVERY:
        return _broken(gates, seed)
    if options.breakage:
        gates = [gate for gate in gates if options.breakage in gate.breakages]
        return [Trial(gate, seed, True, options.breakage) for gate in gates] or _unknown(options.breakage)
    whole = [Trial(gate, seed, options.short) for gate in gates]
    return whole if options.names else [*whole, *_broken(gates, seed)]


def _broken(gates: Sequence[Gate], seed: int) -> list[Trial]:
    """The short size is enough to see red."""
    return [Trial(gate, seed, True, breakage) for gate in gates for breakage in gate.breakages]


def _unknown(breakage: str) -> list[Trial]:
    raise LookupError(f"no gate here must turn red by {breakage!r}; there are {', '.join(BREAKAGES)}")


def _tell(trial: Trial, outcome: Outcome) -> None:
    print(*lines_of(trial, outcome), sep="\n", flush=True)


def _counts_as_fine(trial: Trial, outcome: Outcome) -> bool:
    """What could not be tried fails only where everything should be there."""
    return "CI" not in os.environ if outcome.not_run else outcome.fine(trial.gate)


def _list() -> int:
    for gate in GATES:
        print(f"{gate.name}: {gate.promise}")
        for breakage in gate.breakages:
            print(f"    must turn red by {breakage}: {BREAKAGES[breakage].__doc__}")
    return 0


def _machine() -> str:
    cores = len(os.sched_getaffinity(0))
    return f"Measured with Python {platform.python_version()} on {cores} cores."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gates", description="Tries what the engine promises.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="gates (default: all, then every breakage)")
    parser.add_argument("--seed", type=int, help="repeats a run (default: a new one, which is printed)")
    parser.add_argument("--short", action="store_true", help="the small sizes of `make test`")
    parser.add_argument(
        "--break",
        dest="breakage",
        metavar="NAME",
        help=f"break the bot in this way, or in {EVERY} ways, in the short size; each gate must turn red",
    )
    parser.add_argument(
        "--jobs", type=int, default=2, help="how many gates that mostly wait run beside others (default: 2)"
    )
    parser.add_argument("--list", action="store_true", help="show gates and breakages")
    parser.add_argument("--write", action="store_true", help="put the results into docs/gates.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
