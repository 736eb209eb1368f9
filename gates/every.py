"""The ordered list of gates, as `python -m gates` tries them."""

from collections.abc import Sequence
from typing import Final

from gates.clocks import CLOCKS
from gates.disk import DATABASE_LOCKED, DISK_FULL, DISK_FULL_WEBHOOK
from gates.drill import RESTORE_DRILL, RESTORE_DRILL_POSTGRESQL
from gates.failover import FAILOVER
from gates.faults import FAULTS
from gates.frame import Gate
from gates.kill_announcement import KILL_ANNOUNCEMENT
from gates.kill_inbound import KILL_INBOUND, KILL_INBOUND_WEBHOOK
from gates.outage import FAULTS_HOUR, OUTAGE
from gates.pace import PACE
from gates.paid import PAID
from gates.paused import PAUSED
from gates.penalties import PENALTIES
from gates.refused import OTHER_WEBHOOK, REVOKED, SECOND_POLLER
from gates.refusing import REFUSES
from gates.replays import REPLAYS, REPLAYS_WEBHOOK
from gates.replica_paused import REPLICA_PAUSED
from gates.replicas import REPLICAS_POLLING, REPLICAS_WEBHOOK
from gates.stopping import STOP, STOP_POSTGRESQL
from gates.updates import UPDATES, UPDATES_POSTGRESQL
from gates.webhook_moved import WEBHOOK_MOVED

GATES: Final[Sequence[Gate]] = (
    KILL_INBOUND,
    KILL_INBOUND_WEBHOOK,
    KILL_ANNOUNCEMENT,
    STOP,
    STOP_POSTGRESQL,
    REFUSES,
    UPDATES,
    UPDATES_POSTGRESQL,
    PAID,
    PENALTIES,
    REPLAYS,
    REPLAYS_WEBHOOK,
    WEBHOOK_MOVED,
    PACE,
    REPLICAS_POLLING,
    REPLICAS_WEBHOOK,
    REPLICA_PAUSED,
    FAILOVER,
    FAULTS,
    FAULTS_HOUR,
    OUTAGE,
    DISK_FULL,
    DISK_FULL_WEBHOOK,
    DATABASE_LOCKED,
    PAUSED,
    RESTORE_DRILL,
    RESTORE_DRILL_POSTGRESQL,
    CLOCKS,
    OTHER_WEBHOOK,
    REVOKED,
    SECOND_POLLER,
)


def gate_named(name: str) -> Gate:
    """Raises LookupError."""
    found = next((gate for gate in GATES if gate.name == name), None)
    if found is None:
        raise LookupError(f"no gate {name!r}; there are {', '.join(gate.name for gate in GATES)}")
    return found
