"""By webhook: somebody deletes it, then somebody else sets it again and again, then is gone."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from bot.engine.connections import Connections
from bot.engine.request import BotApi
from bot.settings import Secret
from gates.bot_process import TOKEN
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly
from gates.inside import Inside, in_hurry
from gates.judge import busiest
from playground.limits import Limits
from playground.log import Call
from playground.people import Person

SPEED: Final = 30.0
FIRST_CHAT: Final = 8_200_000
THEIRS: Final = "http://127.0.0.1:9/elders"
# What computes meanwhile is not as hurried as the clock.
SLACK_SECONDS: Final = 40.0
BACK_SECONDS: Final = 600.0
RIVAL_PAUSE: Final = 20.0
SETTLING_SECONDS: Final = 2.0
# Once, and once more where the answer to that came late for a hurried clock.
MOST_SETS: Final = 2
MINUTE: Final = 57.0


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the trial, by the loop's clock."""

    began: float
    ended: float

    def holds(self, moment: float) -> bool:
        return self.began <= moment < self.ended


async def webhook_moved(run: Run) -> Verdict:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    settings = {
        "WIJKLIJN_MODE": "webhook",
        "WIJKLIJN_WEBHOOK_URL": f"http://127.0.0.1:{port}/haak",
        "WIJKLIJN_WEBHOOK_SECRET": "A" * 32,
        "WIJKLIJN_LISTEN": f"127.0.0.1:{port}",
    }
    return await in_hurry(run, _tried, Limits(lifted=True), **settings)


async def _tried(inside: Inside) -> Verdict:
    loop, look = inside.loop, inside.run.size["look"]
    assert inside.bot.webhook
    inside.bot.webhook.registration.look_seconds = look
    await inside.appoint()
    phones = [inside.telegram.person(FIRST_CHAT + n, "Emine") for n in range(inside.run.size["people"])]
    await inside.telegram.until(lambda: inside.telegram.webhook.url, timeout=30)
    ours = inside.telegram.webhook.url
    loop.hurry(SPEED)
    async with _somebody(inside) as api:
        lost = await _is_deleted(inside, api, phones)
        rivalry = await _is_taken(inside, api, phones)
    back = await inside.quiet(BACK_SECONDS)
    loop.hurry(1.0)
    await asyncio.sleep(SETTLING_SECONDS)  # what was taken in last is still to be answered
    log, told = inside.telegram.log, inside.told()
    return Verdict([
        at_most("seconds until a deleted webhook is set anew", lost, look + SLACK_SECONDS),
        *_fought(log, ours, rivalry, look),
        *_answers(log, phones),
        exactly("administrators were told somebody-elses-webhook", told["somebody-elses-webhook"], 1),
        exactly("administrators were told webhook-drifted", told["webhook-drifted"], 1),
        exactly("ends by itself", back and inside.telegram.webhook.url == ours, 1),
    ])  # fmt: skip


@asynccontextmanager
async def _somebody(inside: Inside) -> AsyncIterator[BotApi]:
    """Somebody else who has the token."""
    pool = Connections(1)
    await pool.open()
    try:
        yield BotApi(pool, inside.server.url, Secret(TOKEN))
    finally:
        await pool.close()


async def _is_deleted(inside: Inside, api: BotApi, phones: Sequence[Person]) -> float:
    """The seconds until it is set anew; what people say meanwhile waits for that."""
    began = inside.loop.time()
    await api.call("deleteWebhook", {}, timeout=60)
    for phone in phones:
        phone.says("/taal")
    await inside.telegram.until(lambda: inside.telegram.webhook.url, timeout=BACK_SECONDS)
    taken = inside.loop.time() - began
    await inside.quiet(BACK_SECONDS)
    return taken


async def _is_taken(inside: Inside, api: BotApi, phones: Sequence[Person]) -> Span:
    """A rival sets it whenever it is not theirs, until they are gone; what people say meanwhile must still be answered."""
    began = inside.loop.time()
    for phone in phones:
        until = inside.loop.time() + inside.run.size["seconds"] / len(phones)
        while inside.loop.time() < until:
            if inside.telegram.webhook.url != THEIRS:
                await api.call("setWebhook", {"url": THEIRS}, timeout=60)
            await asyncio.sleep(RIVAL_PAUSE)
        phone.says("/taal")
    ended = inside.loop.time()
    await api.call("deleteWebhook", {}, timeout=60)
    await inside.telegram.until(lambda: inside.telegram.webhook.url, timeout=BACK_SECONDS)
    return Span(began, ended)


def _fought(log: Sequence[Call], ours: str, rivalry: Span, look: int) -> list[Figure]:
    during = [call for call in log if rivalry.holds(call.came_at)]
    sets = [call for call in during if call.method == "setWebhook" and call.params["url"] == ours]
    # The first look sets it anew; the second sees that it is meant.
    given_up = Span(rivalry.began + 2 * look + SLACK_SECONDS, rivalry.ended)
    calm = [call for call in during if given_up.holds(call.came_at) and not _is_the_rivals(call, ours)]
    return [
        at_most("times set anew against a rival", len(sets), MOST_SETS),
        at_most("calls in any minute meanwhile", busiest([call.came_at for call in calm], MINUTE), 1),
        at_least("calls meanwhile, so that the end is noticed", len(calm), 1),
        exactly("messages that left meanwhile", sum(call.method == "sendMessage" for call in calm), 0),
    ]


def _is_the_rivals(call: Call, ours: str) -> bool:
    return call.method == "deleteWebhook" or (call.method == "setWebhook" and call.params["url"] != ours)


def _answers(log: Sequence[Call], phones: Sequence[Person]) -> list[Figure]:
    """Each asked twice, and each answer is one message."""
    said = Counter(call.chat_id for call in log if call.method == "sendMessage" and call.accepted)
    return [
        exactly("answers lost", sum(max(0, 2 - said[phone.user_id]) for phone in phones), 0),
        exactly("answers too many", sum(max(0, said[phone.user_id] - 2) for phone in phones), 0),
    ]


WEBHOOK_MOVED: Final = Gate(
    name="webhook-moved",
    promise="A webhook that was moved is set anew within five minutes, somebody else's is not fought, and nobody is forgotten.",
    trial=webhook_moved,
    long={"people": 30, "seconds": 1_800, "look": 300},
    short={"people": 6, "seconds": 250, "look": 60},
    minutes=5,
    breakages={"fights-for-the-webhook": "times set anew against a rival"},
)
