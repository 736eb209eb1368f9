"""Updates that come twice, out of order, again after all, or as no updates at all: each takes effect exactly once."""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import aiohttp
import orjson

from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.forge import DEEP, HUGE_BYTES
from gates.frame import Figure, Gate, Run, Verdict, at_most, exactly, seen
from gates.nursery import nursery
from gates.postgres import free_port
from playground.api import serve
from playground.limits import Limits
from playground.telegram import Telegram

FIRST: Final = 7_300_000_001
EACH: Final = 3
START_SECONDS: Final = 45.0
SETTLE_SECONDS: Final = 60.0
MOST_MS: Final = 5.0
AT_ONCE: Final = 8
ROUNDS: Final = 3
OK: Final = 200
SECRET: Final = "een-geheim-van-de-poort"
HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
FAST: Final = {"WIJKLIJN_RATE": "1000", "WIJKLIJN_PAID_BROADCAST": "1"}
QUESTION: Final = "Kies je taal"
DEEP_JSON: Final = b'{"a":[' * (DEEP // 2) + b"]}" * (DEEP // 2)

Update = dict[str, Any]


@dataclass(slots=True)
class Trial:
    """`door` is the webhook's address, None where the bot polls."""

    run: Run
    telegram: Telegram
    bot: BotProcess
    door: str | None = None
    handed: int = 0
    status: Counter[int] = field(default_factory=Counter)

    async def hands_over(self, updates: Sequence[Update | bytes]) -> None:
        """Bring them, and wait until they were taken over."""
        if self.door is None:
            for update in updates:
                self.telegram.updates.inject(update if isinstance(update, dict) else _around(update))
            while len(self.telegram.updates):
                await asyncio.sleep(0.002)
            return
        async with aiohttp.ClientSession() as session:
            for start in range(0, len(updates), AT_ONCE):
                await asyncio.gather(*(self._posts(session, one) for one in updates[start : start + AT_ONCE]))

    async def starts(self) -> None:
        """Until it takes updates. Raises TimeoutError."""
        if self.door is None:
            await self.bot.start()
            return
        await self.bot.launch()
        await self.telegram.until(lambda: self.telegram.webhook.url or self.bot.is_gone, START_SECONDS)

    async def brings(self, update: Update) -> bool:
        """Post one, as often as Telegram would; whether it was taken over."""
        assert self.door is not None
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=15)) as session,
                session.post(self.door, data=orjson.dumps(update), headers={HEADER: SECRET}) as answer,
            ):
                return answer.status == OK
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def _posts(
        self, session: aiohttp.ClientSession, update: Update | bytes, secret: str = SECRET
    ) -> None:
        body = orjson.dumps(update) if isinstance(update, dict) else update
        assert self.door is not None
        async with session.post(self.door, data=body, headers={HEADER: secret}) as answer:
            self.status[answer.status] += 1

    async def knocks_wrongly(self, update: Update) -> int:
        """Bring it under a wrong secret, and under none; how often it was taken."""
        assert self.door is not None
        self.status.clear()
        async with aiohttp.ClientSession() as session:
            for secret in ("", SECRET[:-1], SECRET.upper()):
                await self._posts(session, update, secret)
        return 3 - self.status[403]

    def cpu_seconds(self) -> float:
        """What the bot's process has computed so far."""
        assert self.bot.process is not None
        told = Path(f"/proc/{self.bot.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    def answers(self) -> Counter[int]:
        """How often each chat was asked for its language."""
        asked = (
            call for call in self.telegram.log
            if call.method == "sendMessage" and call.accepted and QUESTION in str(call.params.get("text"))
        )  # fmt: skip
        return Counter(int(call.chat_id or 0) for call in asked)

    async def settles(self, wanted: int) -> None:
        """Wait until so many answers came, and a little for those too many; a time-out shows in the figures."""
        until = time.monotonic() + SETTLE_SECONDS
        while self.answers().total() < wanted and time.monotonic() < until:
            await asyncio.sleep(0.2)
        await self.bot.quiet(5)


async def replays(run: Run) -> Verdict:
    async with opened(run) as trial:
        await trial.bot.start()
        return Verdict([*await _tried(trial), *_ended(trial)])


async def replays_webhook(run: Run) -> Verdict:
    async with opened(run, free_port()) as trial:
        await trial.starts()
        figures = [*await _tried(trial), *await _strangers(trial), *_ended(trial)]
        return Verdict(figures)


@asynccontextmanager
async def opened(run: Run, port: int | None = None, **more: str) -> AsyncIterator[Trial]:
    """A bot that has not begun, and people who may be written to."""
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    for person in range(run.size["people"]):
        telegram.person(FIRST + person, "Herhaald").chat.standing = "member"
    telegram.updates.next_id = 2_000_000_000  # no offset is further on than the highest id there was
    server = await serve(telegram)
    settings: dict[str, Any] = FAST | more
    if port is not None:
        settings |= {"WIJKLIJN_MODE": "webhook", "WIJKLIJN_WEBHOOK_URL": "https://example.org/van/telegram"}
        settings |= {"WIJKLIJN_WEBHOOK_SECRET": SECRET, "WIJKLIJN_LISTEN": f"127.0.0.1:{port}"}
    door = None if port is None else f"http://127.0.0.1:{port}/van/telegram"
    try:
        async with nursery() as born:
            bot = bot_process(run.folder, telegram, server, breakage=run.breakage, nursery=born, **settings)
            yield Trial(run, telegram, bot, door)
            await bot.kill()
    finally:
        await server.close()


def asks(number: int, person: int, message: int) -> Update:
    """Somebody asks for the language; there is one answer to it."""
    chat = {"id": FIRST + person, "type": "private", "first_name": "Herhaald"}
    message_of = {
        "message_id": message,
        "date": 1_760_000_000,
        "chat": chat,
        "from": chat | {"is_bot": False},
    }
    entity = {"type": "bot_command", "offset": 0, "length": 5}
    return {"update_id": number, "message": message_of | {"text": "/taal", "entities": [entity]}}


def _around(body: bytes) -> Update:
    """What comes by polling has an id around it, whatever it is."""
    return {"update_id": 1_900_000_000 + len(body) % 1_000, "message": orjson.Fragment(body)}


async def _tried(trial: Trial) -> list[Figure]:
    people, dice = trial.run.size["people"], trial.run.dice("order")
    counted = 900_000_000
    first = [asks(counted + n, n % people, n // people + 1) for n in range(people * EACH // 2)]
    await _restless(trial, dice, first)
    # After a quiet week Telegram counts anew from a lower id.
    later = [asks(77 + n, n % people, 500 + n // people) for n in range(people * EACH - len(first))]
    await _restless(trial, dice, later)
    await trial.hands_over(_odd(trial))
    wanted = Counter(update["message"]["chat"]["id"] for update in first + later)
    await trial.settles(wanted.total())
    cost = await _replayed(trial, dice, first, later)
    came = trial.answers()
    kept = await trial.bot.rows("SELECT state, COUNT(*) AS n FROM inbox GROUP BY state")
    counts = {row["state"]: row["n"] for row in kept}
    return [
        seen("updates", wanted.total()),
        exactly("without effect", (wanted - came).total(), 0),
        exactly("effects too many", (came - wanted).total(), 0),
        exactly("kept more or less than once", abs(counts.get("done", 0) - wanted.total()), 0),
        exactly("set aside by size and hash", counts.get("aside", 0), len(_odd(trial))),
        *cost,
    ]


async def _restless(trial: Trial, dice: random.Random, updates: Sequence[Update]) -> None:
    """Each one to three times; by webhook also out of order, side by side."""
    for start in range(0, len(updates), 100):
        batch = [update for update in updates[start : start + 100] for _ in range(dice.randint(1, 3))]
        if trial.door is not None:
            dice.shuffle(batch)
        await trial.hands_over(batch)


async def _replayed(
    trial: Trial, dice: random.Random, first: Sequence[Update], later: Sequence[Update]
) -> Iterator[Figure]:
    """The same again, and what each of them costs."""
    again = dice.choices([*first, *later], k=trial.run.size["replays"])
    if trial.door is None:
        again.sort(key=lambda update: int(update["update_id"]))
    costs = [await _cost(trial, again[part::ROUNDS]) for part in range(ROUNDS)]
    await asyncio.sleep(1)
    return iter([
        at_most("a replay's computing, ms", statistics.median(busy for busy, _ in costs), MOST_MS),
        at_most("a replay's time, ms", statistics.median(wall for _, wall in costs), MOST_MS),
    ])  # fmt: skip


async def _cost(trial: Trial, updates: Sequence[Update]) -> tuple[float, float]:
    """Milliseconds that the bot computes for one of them, and that one of them takes."""
    busy, began = trial.cpu_seconds(), time.monotonic()
    await trial.hands_over(updates)
    each = 1_000 / len(updates)
    return each * (trial.cpu_seconds() - busy), each * (time.monotonic() - began)


def _odd(trial: Trial) -> list[bytes]:
    """Half a letter, nested ten thousand deep, of no known shape; what is cut off can only come by webhook."""
    whole = [b'"\\ud83d"', DEEP_JSON, b'{"chat":{"id":"x"}}']
    return whole if trial.door is None else [*whole, b'{"text":']


async def _strangers(trial: Trial) -> list[Figure]:
    """Who does not know the secret, and who brings too much."""
    taken = await trial.knocks_wrongly(asks(5_000, 0, 9_000))
    trial.status.clear()
    await trial.hands_over([b'{"update_id":6000,"message":{"text":"' + b"x" * HUGE_BYTES + b'"}}'])
    kept = await trial.bot.rows("SELECT id FROM inbox WHERE dedupe IN ('u:5000', 'u:6000')")
    return [
        exactly("taken under a wrong secret", taken, 0),
        exactly("ten megabytes refused unread", trial.status[413], 1),
        exactly("kept of both", len(kept), 0),
    ]


def _ended(trial: Trial) -> list[Figure]:
    log = trial.bot.log.read_text(errors="replace")
    return [
        exactly("ended by itself", trial.bot.is_gone, 0),
        exactly("names and errors in the log", log.count("Herhaald") + trial.bot.errors(), 0),
    ]


_PROMISE: Final = "Duplicate, replayed and unreadable updates, and ids that restart lower: effects exactly once, a replay below 5 ms"
REPLAYS: Final = Gate(
    "replays", f"{_PROMISE} (polling).", replays,
    long={"people": 300, "replays": 10_000}, short={"people": 30, "replays": 500}, minutes=4,
    breakages={"dropped-unique-key": "effects too many"},
)  # fmt: skip
REPLAYS_WEBHOOK: Final = Gate(
    "replays-webhook", f"{_PROMISE}; out of order, and nothing without the secret (webhook).", replays_webhook,
    long={"people": 300, "replays": 10_000}, short={"people": 30, "replays": 500}, minutes=4,
    breakages={"dropped-unique-key": "effects too many"},
)  # fmt: skip
