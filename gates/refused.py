"""Telegram does not take us for the bot: the token is revoked, somebody else polls, somebody set a webhook."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Sequence
from functools import partial
from typing import Final

from bot.domain.intents import Urgency
from bot.engine.connections import Connections
from bot.engine.request import BotApi
from bot.settings import Secret
from gates.bot_process import TOKEN
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.inside import Inside, in_hurry
from gates.judge import busiest
from playground.limits import Limits
from playground.log import Call
from playground.people import Person

SPEED: Final = 30.0
FIRST_CHAT: Final = 8_100_000
# What was on its way when it began is answered by then; a poll that hung, too.
NOTICING_SECONDS: Final = 30.0
MINUTE: Final = 60.0
SLACK_SECONDS: Final = 3.0
BACK_SECONDS: Final = 300.0
CONFLICT: Final = 409
TROUBLES: Final = frozenset({"token-revoked", "second-poller", "somebody-elses-webhook", "webhook-drifted"})
OTHER_POLL: Final = 7
OTHER_PAUSE: Final = 5.0

Trouble = Callable[[Inside], Coroutine[None, None, None]]


async def _revoked(inside: Inside) -> None:
    inside.telegram.faults.switch(revoked=True)


async def _unrevoked(inside: Inside) -> None:
    inside.telegram.faults.switch(revoked=False)


async def _webhook_of_another(inside: Inside) -> None:
    await _asked(inside, "setWebhook", url="https://other.example/hook")


async def _no_webhook(inside: Inside) -> None:
    await _asked(inside, "deleteWebhook")


async def _asked(inside: Inside, method: str, **params: object) -> None:
    """Call as somebody else who has the token."""
    pool = Connections(1)
    await pool.open()
    await BotApi(pool, inside.server.url, Secret(TOKEN)).call(method, params, timeout=60)
    await pool.close()


async def _polled_by_another(inside: Inside) -> None:
    """Somebody polls again and again, and confirms nothing."""

    async def poll_on() -> None:
        while True:
            await _asked(inside, "getUpdates", timeout=OTHER_POLL)
            await asyncio.sleep(OTHER_PAUSE)

    _POLLERS[inside.run.folder] = asyncio.ensure_future(poll_on())


async def _polled_by_nobody(inside: Inside) -> None:
    _POLLERS.pop(inside.run.folder).cancel()


async def refused(run: Run, begin: Trouble, end: Trouble, *, alarm: str, talk: bool = True) -> Verdict:
    """Without `talk` people speak only when it has nearly ended: what is taken in before is asked in prompts, which expire."""

    async def trial(inside: Inside) -> Verdict:
        return await _tried(inside, begin, end, alarm=alarm, talk=talk)

    return await in_hurry(run, trial, Limits(lifted=True))


async def _tried(inside: Inside, begin: Trouble, end: Trouble, *, alarm: str, talk: bool) -> Verdict:
    loop = inside.loop
    await inside.appoint()
    phones = [inside.telegram.person(FIRST_CHAT + n, "Emine") for n in range(inside.run.size["people"])]
    for phone in phones:
        phone.starts()
    await inside.quiet(BACK_SECONDS)
    loop.hurry(SPEED)
    await begin(inside)
    began = loop.time()
    # What is still taken in before it is noticed is asked in a prompt that nobody needs half an hour later.
    await asyncio.sleep(NOTICING_SECONDS)
    for number, phone in enumerate(phones):
        await inside.says(phone.user_id, f"{_CASE}{number}.", Urgency.CASE)
        if talk:
            phone.says("/taal")
        await asyncio.sleep(inside.run.size["seconds"] / len(phones))
    if not talk:
        await _spoken_late(inside, phones)
    ended = loop.time()
    loop.hurry(1.0)
    await end(inside)
    loop.hurry(SPEED)
    await asyncio.sleep(MINUTE + SLACK_SECONDS)
    loop.hurry(1.0)
    back = await inside.quiet(BACK_SECONDS)
    told = inside.told()
    return Verdict([*_figures(inside.telegram.log, (began, ended), phones), exactly("ends by itself", back, 1),
                    exactly(f"administrators were told {alarm}", told[alarm], 1),
                    exactly("and of other troubles with Telegram", sum(told[other] for other in TROUBLES - {alarm}), 0)])  # fmt: skip


async def _spoken_late(inside: Inside, phones: Iterable[Person]) -> None:
    """Right after we were refused again: we are handed it at our next look, beside somebody who asks too."""
    log = inside.telegram.log
    begun = len(log)
    await inside.telegram.until(
        lambda: any(call.code == CONFLICT and not _is_of_another(call) for call in log[begun:]), 2 * MINUTE
    )
    for phone in phones:
        phone.says("/taal")
    await asyncio.sleep(1.5 * MINUTE)


def _figures(log: Sequence[Call], span: tuple[float, float], phones: Sequence[Person]) -> list[Figure]:
    (began, ended), chats = span, {phone.user_id for phone in phones}
    ours = [call for call in log if not _is_of_another(call)]
    meanwhile = [call.came_at for call in ours if began + NOTICING_SECONDS <= call.came_at < ended]
    sent = [call for call in ours if call.method == "sendMessage"]
    said = Counter(str(call.params["text"]) for call in sent if call.accepted and call.came_at >= began)
    answers = [call for call in sent if call.accepted and call.came_at >= ended and call.chat_id in chats]
    answered = sum(_CASE not in str(call.params["text"]) for call in answers)
    return [
        seen("calls meanwhile", len(meanwhile)),
        at_most("calls in any minute", busiest(meanwhile, MINUTE - SLACK_SECONDS), 1),
        at_least("calls meanwhile, so that the end is noticed", len(meanwhile), 1),
        exactly("messages that left meanwhile", sum(began + NOTICING_SECONDS <= c.came_at < ended for c in sent), 0),
        exactly("messages that were never said", sum(not said[f"{_CASE}{n}."] for n in range(len(chats))), 0),
        exactly("messages said twice", sum(said[f"{_CASE}{n}."] > 1 for n in range(len(chats))), 0),
        exactly("answers to what was said meanwhile", answered, len(chats)),
    ]  # fmt: skip


def _is_of_another(call: Call) -> bool:
    """The calls of whoever else has the token."""
    return call.method in {"setWebhook", "deleteWebhook"} or call.params.get("timeout") == OTHER_POLL


_CASE: Final = "kept-"
_POLLERS: Final[dict[object, asyncio.Future[None]]] = {}
_LONG: Final = {"people": 40, "seconds": 1_800}
_SHORT: Final = {"people": 8, "seconds": 300}

REVOKED: Final = Gate(
    name="token-revoked",
    promise="While the token is refused all is kept, and one call a minute asks whether it is taken again.",
    trial=partial(refused, begin=_revoked, end=_unrevoked, alarm="token-revoked"),
    long=_LONG,
    short=_SHORT,
    minutes=4,
    breakages={"asks-without-pause": "calls in any minute"},
)
SECOND_POLLER: Final = Gate(
    name="second-poller",
    promise="While somebody else polls we ask once a minute, say nothing, and keep all.",
    trial=partial(
        refused, begin=_polled_by_another, end=_polled_by_nobody, alarm="second-poller", talk=False
    ),
    long=_LONG,
    short=_SHORT,
    minutes=4,
    breakages={"asks-without-pause": "calls in any minute"},
)
OTHER_WEBHOOK: Final = Gate(
    name="other-webhook",
    promise="While somebody else's webhook is set we ask once a minute, say nothing, and keep all.",
    trial=partial(refused, begin=_webhook_of_another, end=_no_webhook, alarm="somebody-elses-webhook"),
    long=_LONG,
    short=_SHORT,
    minutes=4,
    breakages={"asks-without-pause": "calls in any minute"},
)
