"""In between: something about a case begins while an announcement or a report is being written; neither is lost by it."""

from typing import Any

from bot.services.announcements import ANNOUNCING
from bot.services.steps import DRAFTING, Step, Steps
from bot.services.turn import Turn


async def begin_over(turn: Turn, kind: str, step: str, **payload: Any) -> Step:
    """Begin something about a case; an announcement or a report that is being written comes back when it ends."""
    now = turn.step
    beneath = now.payload.get("beneath") if now else None
    if now is not None and now.kind in {ANNOUNCING, DRAFTING}:
        beneath = {"kind": now.kind, "step": now.step, "payload": now.payload, "version": now.version}
    return await Steps(turn).start(kind, step, **payload, **({"beneath": beneath} if beneath else {}))
