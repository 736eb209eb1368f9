"""One call from its arrival to its answer: faults, token, penalties, rates, method, log."""

from __future__ import annotations

import inspect
import math
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playground.faults import TAKES_EFFECT, Fault, Strike
from playground.limits import EVERYTHING
from playground.log import Call
from playground.methods import METHODS, PROPER_NAME, Method, Pacing
from playground.params import Params
from playground.refusals import Refusal, not_found, too_many_requests, unauthorized
from playground.wire import JSON

if TYPE_CHECKING:
    from playground.telegram import Telegram

RATES = "Bots FAQ: about 30 messages per second, 1 per second in a chat, 20 per minute in a group"


@dataclass(slots=True)
class Outcome:
    """What to answer, and the fault that may come over the answer on its way."""

    call: Call
    code: int
    body: JSON
    strike: Strike | None = None


async def take_call(telegram: Telegram, token: str, method: str, params: Params) -> Outcome:
    """Carry out one call and log it; never raises for what a caller does wrong."""
    lowered = method.lower()
    call = Call(PROPER_NAME.get(lowered, method), telegram.monotonic(), params.given, _chat_id(params))
    telegram.log.append(call)
    telegram.watch.wake()
    early = _note_penalty(telegram, lowered, call)
    strike = telegram.faults.strike(lowered)
    if strike and strike.fault not in TAKES_EFFECT and strike.fault not in ANSWERED:
        return Outcome(call, 0, {}, strike)
    try:
        result = await _carried_out(telegram, token, lowered, params, _Attempt(call, strike, early))
    except Refusal as refusal:
        call.code, call.description = refusal.code, refusal.description
        return Outcome(call, refusal.code, refusal.as_json(), _late(strike))
    call.code, call.accepted, call.message_id = 200, True, _message_id(result)
    return Outcome(call, 200, {"ok": True, "result": result}, _late(strike))


def close_call(telegram: Telegram, call: Call) -> None:
    """The answer is on its way; whoever waits for a call is woken."""
    call.answered_at = telegram.monotonic()
    telegram.watch.wake()


@dataclass(slots=True)
class _Attempt:
    call: Call
    strike: Strike | None
    early: float


async def _carried_out(
    telegram: Telegram, token: str, lowered: str, params: Params, attempt: _Attempt
) -> Any:
    _check_token(telegram, token, attempt.strike)
    method = METHODS.get(lowered)
    if method is None:
        raise not_found()
    _check_pace(telegram, lowered, method, attempt)
    result = method.run(telegram, params)
    return await result if inspect.isawaitable(result) else result


def _check_token(telegram: Telegram, token: str, strike: Strike | None) -> None:
    if token != telegram.token or (strike and strike.fault is Fault.UNAUTHORIZED):
        raise unauthorized()
    if telegram.logged_out:
        raise Refusal(400, "Logged out", rule="logOut: the bot has left this server")


def _note_penalty(telegram: Telegram, lowered: str, call: Call) -> float:
    """Seconds this call comes too early after a 429; noted before any fault can hide it."""
    method = METHODS.get(lowered)
    if method is None:
        return 0.0
    scopes = (_scope(lowered, method, call), EVERYTHING if _is_paced(method) else None)
    left = max(telegram.pace.penalty_left(scope, call.came_at) for scope in scopes)
    call.inside_penalty = left > 0.0
    return left


def _check_pace(telegram: Telegram, lowered: str, method: Method, attempt: _Attempt) -> None:
    now, call = attempt.call.came_at, attempt.call
    if attempt.early:
        rule = "retry_after: seconds left to wait before the request can be repeated"
        raise too_many_requests(math.ceil(attempt.early), rule=rule)
    if attempt.strike and attempt.strike.fault in PENALTIES:
        for_all = attempt.strike.fault is Fault.TOO_MANY_FOR_ALL
        broken = EVERYTHING if for_all else _scope(lowered, method, call)
        raise _penalty(telegram, broken, attempt.strike.retry_after, now)
    if _is_paced(method) and isinstance(call.chat_id, int):
        over = telegram.pace.take(call.chat_id, chat_too=method.pacing is Pacing.MESSAGE, now=now)
        if over:
            raise _penalty(telegram, *over, now)


def _is_paced(method: Method) -> bool:
    return method.pacing is not Pacing.NONE


def _scope(lowered: str, method: Method, call: Call) -> Hashable:
    # New messages and edits share their chat's penalty; every other method has its own.
    return call.chat_id if _is_paced(method) else (lowered, call.chat_id)


def _penalty(telegram: Telegram, scope: Hashable, seconds: int, now: float) -> Refusal:
    telegram.pace.punish(scope, seconds, now)
    return too_many_requests(seconds, rule=RATES)


def _late(strike: Strike | None) -> Strike | None:
    return strike if strike and strike.fault in TAKES_EFFECT else None


def _chat_id(params: Params) -> int | str | None:
    given = params.given.get("chat_id")
    if given is None or isinstance(given, int):
        return given
    try:
        return int(given)
    except (TypeError, ValueError):
        return str(given)


def _message_id(result: Any) -> int | None:
    first = result[0] if isinstance(result, list) and result else result
    return first.get("message_id") if isinstance(first, dict) else None


PENALTIES = frozenset({Fault.TOO_MANY, Fault.TOO_MANY_FOR_ALL})
ANSWERED = PENALTIES | {Fault.UNAUTHORIZED}
