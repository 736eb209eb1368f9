"""Every gate in its short size: the same promises, tried with little, each in a process of its own."""

import os

import pytest

from gates.every import GATES
from gates.frame import SHORT_MINUTES, Gate
from gates.report import lines_of
from gates.runner import Trial, alone

SEED = 20_260

pytestmark = [pytest.mark.sqlite, pytest.mark.timeout(int(SHORT_MINUTES * 60) + 30)]


# Their short sizes wait for clocks, leases or paces for up to a minute, or need a machine that does nothing else to tell
# what was in flight (replicas-webhook): `make gates SHORT=1` and `make gates` try them.
LONG_EVEN_IF_SHORT = frozenset(
    {
        "clocks",
        "failover",
        "kill-inbound-webhook",
        "replica-paused",
        "replicas-polling",
        "replicas-webhook",
        "restore-drill",
        "restore-drill-postgresql",
        "updates-postgresql",
        "webhook-moved",
        "faults-hour",
        "other-webhook",
        "second-poller",
        "disk-full-webhook",
        "replays-webhook",
    }
)


@pytest.mark.parametrize(
    "gate", [gate for gate in GATES if gate.name not in LONG_EVEN_IF_SHORT], ids=lambda gate: gate.name
)
async def test_the_gate_holds(gate: Gate) -> None:
    trial = Trial(gate, SEED, short=True)
    outcome = await alone(trial)
    if outcome.not_run and "CI" not in os.environ:
        pytest.skip(outcome.not_run)
    assert outcome.held, "\n".join(lines_of(trial, outcome))
