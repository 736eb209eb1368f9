"""One call in five goes wrong, at Telegram or on the way there: nothing is lost, and only lost answers are doubled."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from benchmarks.announcing import announce
from benchmarks.city import settle
from benchmarks.people import chats
from bot.settings import Settings
from gates.announced import heard, inhabit, is_announcement
from gates.bot_process import TOKEN, BotProcess, bot_process
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.killing import TRIES
from gates.nursery import nursery
from gates.proxy import Proxy, Spoil, proxied
from playground.api import serve
from playground.faults import Fault, Faults
from playground.limits import Limits
from playground.log import Call
from playground.telegram import Telegram

SPOILED: Final = ("sendMessage", "getMe")
# As Telegram's log has them: 0 where the line broke.
_KINDS: Final = {500: "500", 502: "502", 504: "504", 0: "line broken"}
# Of all calls of a message and of getMe; what is left to the proxy makes it a fifth in all.
AT_TELEGRAM: Final = (Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.GATEWAY_TIMEOUT, Fault.RESET_AFTER)
PART_OF_EACH: Final = 0.025
ON_THE_WAY: Final = {
    Spoil.RESET_BEFORE: 0.025,
    Spoil.RESET_AFTER: 0.02,
    Spoil.HALF_CLOSED: 0.02,
    Spoil.DELAYED: 0.025,
    Spoil.SWALLOWED: 0.002,
}
SLOW_SECONDS: Final = 3.0
TALK_SECONDS: Final = 1.0
DRAIN_SECONDS: Final = 60.0
_UNCERTAIN: Final = (
    "SELECT chat_id FROM outbox WHERE state = 'uncertain' AND announcement_id IS NOT NULL AND act = 'send'"
)


async def faults(run: Run) -> Verdict:
    telegram = Telegram(TOKEN, limits=Limits(lifted=True))
    telegram.faults = Faults(seed=run.seed, on_switch=telegram.watch.emit)
    people = run.size["people"]
    server = await serve(telegram)
    try:
        async with (
            nursery() as born,
            proxied(server.port, run.dice("proxy"), {}, SLOW_SECONDS) as proxy,
        ):
            bot = bot_process(
                run.folder,
                telegram,
                server,
                breakage=run.breakage,
                nursery=born,
                WIJKLIJN_HOLD_SECONDS="0",
                WIJKLIJN_API_ROOT=proxy.url,
            )
            await settle(Settings.read(bot.environ), people, people)
            inhabit(telegram, people)
            await bot.start()
            proxy.parts = ON_THE_WAY
            for method in SPOILED:
                for fault in AT_TELEGRAM:
                    telegram.faults.share(PART_OF_EACH, fault, method=method)
            await announce(bot.environ)
            await _until_over(run, telegram)
            telegram.faults.clear()
            proxy.stop_spoiling()
            ended = await bot.quiet(people / 30 + DRAIN_SECONDS)
            return Verdict([*await _figures(bot, proxy, run.size), exactly("ends by itself", ended, 1)])
    finally:
        await server.close()


async def _until_over(run: Run, telegram: Telegram) -> None:
    """So many seconds, or until everybody has heard it."""
    until = telegram.monotonic() + run.size["seconds"]
    while telegram.monotonic() < until and len(heard(telegram.log)) < run.size["people"]:
        await asyncio.sleep(TALK_SECONDS)


async def _figures(bot: BotProcess, proxy: Proxy, size: Mapping[str, int]) -> list[Figure]:
    log, followers = bot.telegram.log, chats(size["people"])
    came = heard(log)
    uncertain = [row["chat_id"] for row in await bot.rows(_UNCERTAIN)]
    tries = Counter(call.chat_id for call in log if is_announcement(call))
    at_telegram = Counter(_KINDS[call.code] for call in log if call.method in SPOILED and call.code in _KINDS)
    unanswered = {call.chat_id for call in log if call.accepted and call.code != 200} | proxy.lost.keys()
    return [
        seen("calls of the announcement that came", tries.total()),
        at_least("calls spoiled", at_telegram.total() + proxy.spoiled.total(), size["people"] / 20),
        *(seen(f"at Telegram: {kind}", n) for kind, n in sorted(at_telegram.items())),
        *(seen(f"on the way: {spoil.name.lower().replace('_', ' ')}", n) for spoil, n in proxy.spoiled.items()),
        at_least("kinds of fault that struck", len(at_telegram) + len(proxy.spoiled), size["kinds"]),
        exactly("lost without being listed as uncertain", _lost(followers, came.keys() | set(uncertain)), 0),
        seen("listed as uncertain", len(uncertain)),
        at_most("most often to one person", max(came.values(), default=0), 2),
        at_least("doubled", sum(n > 1 for n in came.values()), size["doubled"]),
        exactly("doubled though the answer was not lost", sum(n > 1 and c not in unanswered for c, n in came.items()), 0),
        exactly("uncertain after fewer than two tries", sum((tries + proxy.dropped)[chat] < TRIES for chat in uncertain), 0),
        exactly("uncertain though no answer was lost", len(set(uncertain) - unanswered - _unheard(log, uncertain)), 0),
    ]  # fmt: skip


def _lost(followers: Iterable[int], known: set[int | str | None]) -> int:
    return sum(chat not in known for chat in followers)


def _unheard(log: Sequence[Call], uncertain: Iterable[int]) -> set[int]:
    """Of those, whom Telegram answered with a fault, or who never heard it: the proxy handed nothing on."""
    refused = {call.chat_id for call in log if is_announcement(call) and call.code != 200}
    came = heard(log)
    return {chat for chat in uncertain if chat in refused or not came[chat]}


FAULTS: Final = Gate(
    name="faults",
    promise="While a fifth of all calls goes wrong nothing is lost, and only what lost its answer comes twice.",
    trial=faults,
    long={"people": 3_000, "seconds": 600, "kinds": len(AT_TELEGRAM) + len(ON_THE_WAY), "doubled": 1},
    # So few calls meet only a few kinds, and may lose no answer.
    short={"people": 40, "seconds": 12, "kinds": 2, "doubled": 0},
    minutes=14,
    breakages={
        "misread-answers": "doubled though the answer was not lost",
        "gives-up-at-once": "uncertain after fewer than two tries",
    },
    paced=True,
)
