"""SIGTERM in every situation: out within ten seconds, and nothing doubled, lost or in doubt for it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Hashable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.announcing import WORDS
from benchmarks.people import SENDER
from gates.bot_process import TOKEN, BotProcess, bot_process, called_at
from gates.crowd import UNFORESEEN, kind_of
from gates.frame import Gate, Run, Verdict, at_most, exactly, seen
from gates.judge import Arrival, accepted, tally
from gates.looking import Rows
from gates.nursery import Nursery, nursery
from gates.postgres import HASTY, Postgres, free_port
from gates.situations import OF_REPLICAS, SITUATIONS, Scene, Situation
from playground.api import serve
from playground.limits import Limits
from playground.telegram import Telegram

STOP_SECONDS: Final = 10.0
ANNOUNCEMENT: Final = "announcement"
# A bot that has not gone by then is killed, and the figure says so.
PATIENCE: Final = 30.0
QUIET_SECONDS: Final = 40.0
_SENDING: Final = "SELECT id FROM outbox WHERE act = 'send' AND state = 'sending'"
_UNCERTAIN: Final = (
    "SELECT name, chat_id, announcement_id FROM outbox WHERE act = 'send' AND state = 'uncertain'"
)


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
    unforeseen: int


async def stopping(run: Run) -> Verdict:
    return await _tried(run, SITUATIONS, None)


async def stopping_replica(run: Run) -> Verdict:
    """One of several that share a database gives back its lease and its chats, too."""
    postgres = Postgres.made(HASTY)
    try:
        postgres.start()
        await postgres.ready()
        return await _tried(run, OF_REPLICAS, postgres)
    finally:
        postgres.remove()


async def _tried(run: Run, situations: Sequence[Situation], postgres: Postgres | None) -> Verdict:
    stops = []
    async with nursery() as born:
        for number, situation in enumerate(situations[: run.size["situations"]]):
            folder = run.folder / str(number)
            folder.mkdir()
            settings = {"WIJKLIJN_HOLD_SECONDS": "0"}
            if postgres is not None:
                settings["WIJKLIJN_DATABASE_URL"] = await postgres.database()
            if situation.webhook:
                settings |= called_at(free_port())
            async with _scene(folder, born, run.breakage, settings) as scene:
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
            exactly("said though nothing led to it", sum(stop.unforeseen for stop in stops), 0),
        ]
    )


def _tell_trouble(run: Run, stop: Stop) -> None:
    in_doubt = stop.in_flight or stop.uncertain or stop.doubled
    if stop.lost or stop.unforeseen or (stop.situation.knows and in_doubt):
        run.note(f"{stop.situation.name}: {stop}")


@asynccontextmanager
async def _scene(
    folder: Path, born: Nursery, breakage: str | None, settings: Mapping[str, str]
) -> AsyncIterator[Scene]:
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    server = await serve(telegram)
    try:
        bot = bot_process(folder, telegram, server, breakage=breakage, nursery=born, **settings)
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
    in_flight = 0 if situation.name.startswith("before") else len(await scene.bot.rows(_SENDING))
    scene.bot.breakage = None
    await scene.bot.start()
    await scene.bot.quiet(QUIET_SECONDS)
    await scene.bot.stop()
    doubts = uncertain(await scene.bot.rows(_UNCERTAIN))
    lost, doubled, unforeseen = became(scene.due, _arrivals(scene.telegram), doubts)
    return Stop(situation, seconds, code, in_flight, doubts.total(), lost, doubled, unforeseen)


def became(
    due: Counter[Hashable], arrivals: Sequence[Arrival], doubts: Counter[Hashable]
) -> tuple[int, int, int]:
    """How many messages were lost and not listed for whom they were, doubled, and of a kind that nothing led to."""
    known = [arrival for arrival in arrivals if arrival.what[0] != UNFORESEEN]  # type: ignore[index]
    came = tally(due, known, [])
    return (came.missing - doubts).total(), came.unexplained.total(), len(arrivals) - len(known)


async def _out(bot: BotProcess) -> int:
    try:
        return await asyncio.wait_for(bot.stop(), PATIENCE)
    except TimeoutError:
        return -1


def uncertain(rows: Rows) -> Counter[Hashable]:
    """Who may have missed what."""
    return Counter((ANNOUNCEMENT if row["announcement_id"] else row["name"], row["chat_id"]) for row in rows)


def _arrivals(telegram: Telegram) -> list[Arrival]:
    """What reached all but who announces, who is told how far it is."""
    return [
        Arrival((_kind(str(call.params["text"])), call.chat_id), call.came_at, call.answered_at)
        for call in accepted(telegram.log)
        if call.chat_id != SENDER
    ]


def _kind(text: str) -> str:
    is_announcement = any(words in text for words in WORDS.values())
    return ANNOUNCEMENT if is_announcement else kind_of(text)


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
STOP_POSTGRESQL: Final = Gate(
    name="stop-postgresql",
    promise="A replica that is told to stop is out within ten seconds, too; nothing is doubled, lost or in doubt for it.",
    trial=stopping_replica,
    long={"situations": len(OF_REPLICAS)},
    short={"situations": 1},
    minutes=3,
    breakages={"dropped-at-stop": "left in flight though it could know"},
    needs=("postgresql",),
    paced=True,
)
