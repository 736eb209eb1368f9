"""Every gate in its short size: the same promises, tried with little, each in a process of its own."""

import os

import pytest

from gates.every import GATES
from gates.frame import SHORT_MINUTES, Gate
from gates.report import lines_of
from gates.runner import Trial, alone

SEED = 20_260

pytestmark = [pytest.mark.sqlite, pytest.mark.timeout(int(SHORT_MINUTES * 60) + 30)]


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.name)
async def test_the_gate_holds(gate: Gate) -> None:
    trial = Trial(gate, SEED, short=True)
    outcome = await alone(trial)
    if outcome.not_run and "CI" not in os.environ:
        pytest.skip(outcome.not_run)
    assert outcome.held, "\n".join(lines_of(trial, outcome))
