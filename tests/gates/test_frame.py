"""What a gate is: it holds by its figures alone, and what could not be tried never passes."""

import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gates.__main__ import main, parser, trials_of
from gates.broken import BREAKAGES
from gates.every import GATES, gate_named
from gates.frame import Gate, NotRun, Outcome, Run, Verdict, at_least, at_most, exactly, seen, tried
from gates.kept import Kept, Record, When, Whole, keep, kept_in
from gates.needs import NEEDS, missing
from gates.report import Page, lines_of, shown, state_of, write
from gates.runner import Trial

Tries = Callable[[Run], Awaitable[Verdict]]
A_DAY, THE_NEXT = When("2026-11-22", "abc1234"), When("2026-11-23", "def5678")
KNOWS_NOTHING_OF_THE_BOT = ("gates.judge", "gates.looking", "gates.frame")


async def _holds(_run: Run) -> Verdict:
    return Verdict([exactly("lost", 0, 0)])


async def _loses(_run: Run) -> Verdict:
    return Verdict([exactly("lost", 3, 0), at_most("slow", 9.5, 10)])


async def _raises(_run: Run) -> Verdict:
    raise ValueError("a mistake of the trial itself")


async def _cannot(_run: Run) -> Verdict:
    raise NotRun("there is no such tool")


async def _says_nothing(_run: Run) -> Verdict:
    return Verdict([])


def gate(trial: Tries = _holds) -> Gate:
    return Gate("g", "Nothing is lost.", trial, {"n": 2}, {"n": 1}, 1.0, {"broken": "lost"})


async def outcome_of(trial: Tries, folder: Path) -> tuple[Trial, Outcome]:
    found = Trial(gate(trial), 1, short=True)
    return found, await tried(found.gate, Run("g", 1, {"n": 1}, folder), short=True)


async def test_a_gate_whose_figures_hold_passes(tmp_path: Path) -> None:
    trial, outcome = await outcome_of(_holds, tmp_path)
    assert (state_of(trial, outcome), outcome.fine(trial.gate)) == ("pass", True)


def test_a_figure_without_end_can_be_shown() -> None:
    assert shown(float("inf")) == "inf"


@pytest.mark.parametrize("trial", [_loses, _raises, _says_nothing])
async def test_a_missed_limit_an_error_or_no_figure_at_all_fails(trial: Tries, tmp_path: Path) -> None:
    tried_trial, outcome = await outcome_of(trial, tmp_path)
    assert (state_of(tried_trial, outcome), outcome.fine(tried_trial.gate)) == ("FAIL", False)


async def test_what_cannot_be_tried_is_not_run_and_never_passes(tmp_path: Path) -> None:
    trial, outcome = await outcome_of(_cannot, tmp_path)
    assert (state_of(trial, outcome), outcome.held) == ("NOT RUN", False)
    assert "there is no such tool" in "".join(lines_of(trial, outcome))


@pytest.mark.parametrize(("trial", "fine"), [(_loses, True), (_holds, False), (_raises, False)])
async def test_a_breakage_counts_only_when_it_turns_its_own_figure_red(
    trial: Tries, tmp_path: Path, *, fine: bool
) -> None:
    tried_gate = gate(trial)
    run = Run("g", 1, {"n": 1}, tmp_path, "broken")
    assert (await tried(tried_gate, run, short=True)).fine(tried_gate) is fine


def test_limits_are_met_exactly_or_not() -> None:
    figures = [at_most("", 2, 2), at_most("", 2.1, 2), at_least("", 2, 2), at_least("", 1.9, 2), seen("", 7)]
    assert [figure.holds for figure in figures] == [True, False, True, False, True]


def test_the_same_seed_draws_the_same_lots_and_another_purpose_others(tmp_path: Path) -> None:
    runs = [Run("g", 7, {}, tmp_path), Run("g", 7, {}, tmp_path), Run("g", 8, {}, tmp_path)]
    first, again, other = (run.dice("kills").random() for run in runs)
    assert first == again
    assert len({first, other, runs[0].dice("people").random()}) == 3


def test_every_breakage_must_turn_some_gate_red_and_every_gate_names_only_known_ones() -> None:
    # Short leases break nothing: the short sizes have no time for long ones.
    assert {name for one in GATES for name in one.breakages} | {"hasty-leases"} == set(BREAKAGES)


def test_gates_have_names_of_their_own_and_need_and_break_only_what_is_known() -> None:
    assert len({one.name for one in GATES}) == len(GATES)
    for one in GATES:
        assert set(one.needs) <= NEEDS.keys()
        assert all(breakage.__doc__ for breakage in BREAKAGES.values())


def test_an_unknown_gate_is_refused_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-gate"]) == 2
    assert GATES[0].name in capsys.readouterr().err
    with pytest.raises(LookupError):
        gate_named("no-such-gate")


def test_nothing_needed_is_nothing_missing() -> None:
    assert missing(()) is None


@pytest.mark.parametrize("module", KNOWS_NOTHING_OF_THE_BOT)
def test_whoever_judges_knows_nothing_of_the_bot(module: str) -> None:
    ask = f"import {module}, sys; print([m for m in sys.modules if m.split('.')[0] in ('bot', 'handlers', 'storage')])"
    found = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def held_outcome(gate: str = "g", *, seconds: float = 1.0) -> Outcome:
    return Outcome(gate, None, 7, short=False, seconds=seconds, figures=(exactly("lost", 0, 0),))


def test_what_is_measured_again_takes_the_place_of_what_was_and_the_rest_stays(tmp_path: Path) -> None:
    first, second = GATES[:2]
    for one in (second, first):
        keep(tmp_path / "kept", Trial(one, 7, short=False), held_outcome(one.name), A_DAY)
    again = held_outcome(second.name, seconds=9.0)
    keep(tmp_path / "kept", Trial(second, 8, short=False), again, THE_NEXT)
    assert [
        (one.trial.gate.name, one.when, one.outcome.seconds) for one in kept_in(tmp_path / "kept").records
    ] == [(first.name, A_DAY, 1.0), (second.name, THE_NEXT, 9.0)]


def test_the_page_shows_every_gate_what_it_measured_and_which_breakages_were_seen(tmp_path: Path) -> None:
    held, red = (Trial(gate(), 7, short=False), Trial(gate(_loses), 7, short=True, breakage="broken"))
    lost = Outcome("g", "broken", 7, short=True, seconds=2, figures=(exactly("lost", 3, 0),))
    records = [Record(A_DAY, held, held_outcome(seconds=1.5)), Record(THE_NEXT, red, lost)]
    write(tmp_path / "gates.md", Kept(records, Whole(THE_NEXT, 41.7)), "Measured here.", [gate()])
    page = (tmp_path / "gates.md").read_text(encoding="utf-8")
    assert "| lost | 0 | exactly 0 | yes |" in page
    assert "| broken | g | lost | red, as it must be, 2026-11-23 at def5678, 2 s |" in page
    assert "Passed. 2026-11-22 at abc1234; size: n 2; seed 7; 2 s." in page
    assert "The last run of all of it, 2026-11-23 at def5678, took 42 minutes by the clock" in page


def test_the_page_names_every_gate_and_breakage_that_nobody_has_tried(tmp_path: Path) -> None:
    write(tmp_path / "gates.md", Kept([], None), "Measured here.")
    page = (tmp_path / "gates.md").read_text(encoding="utf-8")
    assert page.count("**Not tried.**") == len(GATES)
    assert {name for name in BREAKAGES if f"| {name} | " in page} == set(BREAKAGES)
    assert "No run of all of it has come to its end" in page


def test_a_run_of_all_of_it_leaves_nothing_untried_on_the_page_trial_by_trial(tmp_path: Path) -> None:
    page = Page(tmp_path / "gates.md", A_DAY, "Measured here.")
    trials = trials_of(parser().parse_args(["--write"]))
    for trial in trials:
        page.add(trial, replace(trial.outcome, figures=(exactly("lost", 0, 0),)))
    assert len(kept_in(page.records).records) == len(trials)
    page.end(50)
    shown = page.path.read_text(encoding="utf-8")
    assert "**Not tried.**" not in shown
    assert shown.count("| not tried |") == 1  # the one that no gate names
    assert "took 50 minutes" in shown


def test_a_broken_trial_that_broke_off_did_not_stay_green() -> None:
    broke_off = Outcome("g", "broken", 7, short=True, error="its process broke off")
    assert state_of(Trial(gate(), 7, short=True, breakage="broken"), broke_off) == "FAIL"
