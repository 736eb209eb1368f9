"""SIGTERM in every situation: out within ten seconds, and nothing doubled, lost or in doubt for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.announcing import WORDS
from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.crowd import UNFORESEEN, kind_of
from gates.frame import Gate, Run, Verdict, at_most, exactly, seen
from gates.judge import Arrival, accepted, tally
from gates.nursery import Nursery, nursery
from gates.situations import SITUATIONS, Scene, Situation
from playground.api import serve
from playground.limits import Limits
from playground.telegram import Telegram

STOP_SECONDS: Final = 10.0
# A bot that has not gone by then is killed, and the figure says so.
PATIENCE: Final = 30.0
QUIET_SECONDS: Final = 40.0
_STATE: Final = "SELECT COUNT(*) AS n FROM outbox WHERE act = 'send' AND state = '{}'"


@dataclass(frozen=True, slots=True)
class Stop:
    """What one stop was like."""

    situation: Situation
    seconds: float
    code: int
    in_flight: int
    uncertain: int
    lost: int
    doubled: int


async def stopping(run: Run) -> Verdict:
    stops = []
    async with nursery() as born:
        for number, situation in enumerate(SITUATIONS[: run.size["situations"]]):
            folder = run.folder / str(number)
            folder.mkdir()
            async with _scene(folder, born, run.breakage) as scene:
                stops.append(await _stopped(scene, situation))
            run.note(f"{situation.name}: out in {stops[-1].seconds:.1f} s")
            _tell_trouble(run, stops[-1])
    return _verdict(stops)


def _verdict(stops: Sequence[Stop]) -> Verdict:
    knowing = [stop for stop in stops if stop.situation.knows]
    return Verdict(
        [
            seen("situations", len(stops)),
            at_most("slowest way out, seconds", max(stop.seconds for stop in stops), STOP_SECONDS),
            exactly("wrong exit codes", sum(s.code not in s.situation.exit_codes for s in stops), 0),
            exactly("lost without being listed as uncertain", sum(stop.lost for stop in stops), 0),
            exactly("left in flight though it could know", sum(s.in_flight for s in knowing), 0),
            exactly("uncertain though it could know", sum(s.uncertain for s in knowing), 0),
            exactly("doubled though it could know", sum(s.doubled for s in knowing), 0),
        ]
    )


def _tell_trouble(run: Run, stop: Stop) -> None:
    in_doubt = stop.in_flight or stop.uncertain or stop.doubled
    if stop.lost or (stop.situation.knows and in_doubt):
        run.note(f"{stop.situation.name}: {stop}")


@asynccontextmanager
async def _scene(folder: Path, born: Nursery, breakage: str | None) -> AsyncIterator[Scene]:
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    server = await serve(telegram)
    try:
        bot = bot_process(
            folder, telegram, server, breakage=breakage, nursery=born, WIJKLIJN_HOLD_SECONDS="0"
        )
        scene = Scene(telegram, bot)
        yield scene
        await bot.kill()
    finally:
        telegram.faults.clear()
        await server.close()


async def _stopped(scene: Scene, situation: Situation) -> Stop:
    """Stop it there; then let it say all that it has left to say, without what troubled it."""
    await situation.arrange(scene)
    began = scene.telegram.monotonic()
    code = await _out(scene.bot)
    seconds = scene.telegram.monotonic() - began
    scene.telegram.faults.clear()
    for undo in scene.undo:
        undo()
    in_flight = 0 if situation.name.startswith("before") else await _count(scene.bot, "sending")
    scene.bot.breakage = None
    await scene.bot.start()
    await scene.bot.quiet(QUIET_SECONDS)
    await scene.bot.stop()
    uncertain = await _count(scene.bot, "uncertain")
    came = tally(scene.due, _arrivals(scene.telegram), [])
    lost = max(came.missing.total() - uncertain, 0)
    return Stop(situation, seconds, code, in_flight, uncertain, lost, came.unexplained.total())


async def _out(bot: BotProcess) -> int:
    try:
        return await asyncio.wait_for(bot.stop(), PATIENCE)
    except TimeoutError:
        return -1


async def _count(bot: BotProcess, state: str) -> int:
    return int((await bot.rows(_STATE.format(state)))[0]["n"])


def _arrivals(telegram: Telegram) -> list[Arrival]:
    return [
        Arrival((kind, call.chat_id), call.came_at, call.answered_at)
        for call in accepted(telegram.log)
        if (kind := _kind(str(call.params["text"]))) != UNFORESEEN
    ]


def _kind(text: str) -> str:
    is_announcement = any(words in text for words in WORDS.values())
    return "announcement" if is_announcement else kind_of(text)


STOP: Final = Gate(
    name="stop",
    promise="Told to stop, it is out within ten seconds in every situation; nothing is doubled, lost or in doubt for it.",
    trial=stopping,
    long={"situations": len(SITUATIONS)},
    short={"situations": 2},
    minutes=6,
    breakages={"dropped-at-stop": "left in flight though it could know"},
    paced=True,
)
