"""The bot stops in the middle of everything, as a machine that is moved does, and goes on as if nothing had been."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from typing import Final

from gates.disk import RECOVER_SECONDS, Asking
from gates.frame import Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.replays import opened
from playground.faults import Fault
from playground.telegram import Telegram

# So that answers are on their way whenever it stops.
ANSWER_SECONDS: Final = 0.6
AT_ONCE: Final = 4
_UNCERTAIN: Final = "SELECT chat_id FROM outbox WHERE state = 'uncertain' AND act = 'send'"


async def paused(run: Run) -> Verdict:
    dice = run.dice("pauses")
    async with opened(run) as trial:
        trial.telegram.faults.share(1.0, Fault.DELAY, method="sendMessage", seconds=ANSWER_SECONDS)
        await trial.bot.start()
        asking, flying = Asking(trial, AT_ONCE), Counter[int]()
        for number in range(run.size["pauses"]):
            await asking.goes_on(dice.uniform(1, 4))
            trial.bot.signal(signal.SIGSTOP)
            flying += in_flight(trial.telegram)
            seconds = dice.uniform(run.size["least"], run.size["most"])
            run.note(f"pause {number + 1} of {run.size['pauses']}: {seconds:.0f} s")
            await asyncio.gather(asyncio.sleep(seconds), asking.goes_on(min(seconds, 3)))
            trial.bot.signal(signal.SIGCONT)
        took = await asking.recovers()
        uncertain = Counter(row["chat_id"] for row in await trial.bot.rows(_UNCERTAIN))
        doubled = asking.came - asking.asked
        lost = asking.asked - asking.came - uncertain
        ended, code = trial.bot.is_gone, await trial.bot.stop()
        return Verdict([
            seen("questions", asking.asked.total()),
            at_least("messages in flight at the pauses", flying.total(), 1),
            exactly("acknowledged and not stored", asking.unkept, 0),
            exactly("without an answer and not listed as uncertain", lost.total(), 0),
            seen("uncertain", uncertain.total()),
            seen("doubled", doubled.total()),
            exactly("doubled though not in flight", (doubled - flying).total(), 0),
            at_most("answered after the last pause, s", took, RECOVER_SECONDS - 1),
            exactly("ended by itself", ended, 0),
            exactly("exit code", code, 0),
        ])  # fmt: skip


def in_flight(telegram: Telegram) -> Counter[int]:
    """How many messages to each chat are with Telegram and not answered yet."""
    calls = (call for call in telegram.log if call.method == "sendMessage" and call.answered_at is None)
    return Counter(int(call.chat_id or 0) for call in calls)


PAUSED: Final = Gate(
    "paused",
    "Stopped for 5 to 60 seconds at any moment and continued: nothing is lost, nothing doubled but what was in flight.",
    paused,
    long={"people": 60, "pauses": 6, "least": 5, "most": 60},
    short={"people": 30, "pauses": 1, "least": 3, "most": 4},
    minutes=10,
    breakages={"ended-by-a-watchdog": "ended by itself"},
    paced=True,
)  # fmt: skip
