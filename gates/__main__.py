"""`python -m gates [NAME …]`: tries what the engine promises; exit code 1 when a promise is broken."""

import argparse
import asyncio
import datetime as dt
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial

from gates.broken import BREAKAGES
from gates.ending import Told, until_told
from gates.every import GATES, gate_named
from gates.frame import Gate, Outcome
from gates.kept import When
from gates.loaded import ROOT
from gates.postgres import KEPT
from gates.report import Page, lines_of, table_of
from gates.runner import Trial, try_all

EVERY = "all"
PAGE = ROOT / "docs" / "gates.md"


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    if options.list:
        return _list()
    try:
        trials = trials_of(options)
    except LookupError as unknown:
        print(f"gates: {unknown.args[0]}", file=sys.stderr)
        return 2
    began, page = time.monotonic(), _page() if options.write else None
    with tempfile.TemporaryDirectory(prefix="gates-") as folder:
        os.environ[KEPT] = folder
        try:
            ended = asyncio.run(until_told(try_all(trials, options.jobs, partial(_tell, page))))
        except Told as told:
            print(f"gates: {told}; what was told before stands", file=sys.stderr)
            return told.exit_code
    minutes = (time.monotonic() - began) / 60
    print("", *table_of(ended), f"in all {minutes:.1f} minutes", sep="\n")
    if page and not (options.names or options.short or options.breakage):
        page.end(minutes)
    return 0 if all(_counts_as_fine(trial, outcome) for trial, outcome in ended) else 1


def trials_of(options: argparse.Namespace) -> list[Trial]:
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


def _tell(page: Page | None, trial: Trial, outcome: Outcome) -> None:
    print(*lines_of(trial, outcome), sep="\n", flush=True)
    if page:
        page.add(trial, outcome)


def _counts_as_fine(trial: Trial, outcome: Outcome) -> bool:
    """What could not be tried fails only where everything should be there."""
    return "CI" not in os.environ if outcome.not_run else outcome.fine(trial.gate)


def _list() -> int:
    for gate in GATES:
        print(f"{gate.name}: {gate.promise}")
        for breakage in gate.breakages:
            print(f"    must turn red by {breakage}: {BREAKAGES[breakage].__doc__}")
    return 0


def _page() -> Page:
    day = dt.datetime.now(dt.UTC).date()  # noqa: TID251 - the day on a page, not time in the bot
    return Page(PAGE, When(str(day), _commit()), _machine())


def _commit() -> str:
    """What is tried, before anybody changes it; the page itself counts for nothing."""
    try:
        head = _git("rev-parse", "--short", "HEAD").stdout.strip()
        changed = _git("diff", "--quiet", "HEAD", "--", ".", ":!docs/gates.*").returncode
    except FileNotFoundError:
        return ""
    return f"{head} with changes" if head and changed else head


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def _machine() -> str:
    cores = len(os.sched_getaffinity(0))
    return f"Measured with Python {platform.python_version()} on {cores} cores."


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(prog="python -m gates", description="Tries what the engine promises.")
    found.add_argument("names", nargs="*", metavar="NAME", help="gates (default: all, then every breakage)")
    found.add_argument("--seed", type=int, help="repeats a run (default: a new one, which is printed)")
    found.add_argument("--short", action="store_true", help="the small sizes of `make test`")
    found.add_argument(
        "--break",
        dest="breakage",
        metavar="NAME",
        help=f"break the bot in this way, or in {EVERY} ways, in the short size; each gate must turn red",
    )
    found.add_argument(
        "--jobs", type=int, default=2, help="how many gates that mostly wait run beside others (default: 2)"
    )
    found.add_argument("--list", action="store_true", help="show gates and breakages")
    found.add_argument("--write", action="store_true", help="put the results into docs/gates.md")
    return found


if __name__ == "__main__":
    sys.exit(main())
