"""What the sender writes down: claims before messages leave, endings after."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import orjson
import structlog

from bot.domain.intents import Act, Call, Intent, OutboxId, Outcome
from bot.domain.people import ChatId
from bot.engine.outcomes import MOST_EDITS, MOST_SENDS, Ending
from bot.engine.pacer import Penalty
from bot.services.turn import Turn
from storage.database import Transaction
from storage.inbox import insert_inbox
from storage.outbox import (
    Head,
    OutboxRow,
    claim,
    end_outbox,
    find_outbox,
    insert_outbox,
    list_sending,
    move_chat,
    send_again,
)
from storage.penalties import list_penalties, set_penalty
from storage.people import set_blocked, set_chat

log = structlog.get_logger("ledger")

Render = Callable[[Turn, Intent], Awaitable[Sequence[Call]]]


@dataclass(slots=True)
class Written:
    """`claimed`: rows that may leave, with their calls. `gone`: heads of which nothing is to be said any more."""

    claimed: list[tuple[OutboxRow, list[Call]]] = field(default_factory=list)
    gone: list[Head] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ledger:
    clock: Callable[[], datetime]
    open_turn: Callable[[Transaction], Turn]
    render: Render

    async def recover(self, tx: Transaction) -> list[Penalty]:
        """After a start: what was in flight goes once more at most, else it is uncertain; penalties that still hold."""
        now = self.clock()
        for row in await list_sending(tx):
            if row.attempts < (MOST_SENDS if row.intent.act is Act.SEND else MOST_EDITS):
                await send_again(tx, row.id, now, row.part, counted=True)
            else:
                await end_outbox(tx, row.id, Outcome.UNCERTAIN, now)
        return [Penalty(chat, (until - now).total_seconds()) for chat, until in await list_penalties(tx, now)]

    async def write(self, tx: Transaction, endings: Sequence[Ending], heads: Sequence[Head]) -> Written:
        """One commit for what has ended and what begins."""
        for ending in endings:
            await self._end(tx, ending)
        written = Written()
        for head in heads:
            departure = await self._claim(tx, head)
            if departure:
                written.claimed.append(departure)
            else:
                written.gone.append(head)
        return written

    async def _claim(self, tx: Transaction, head: Head) -> tuple[OutboxRow, list[Call]] | None:
        now = self.clock()
        row = await claim(tx, head.id, now)
        if row is None:
            return None
        if row.intent.expires_at is not None and row.intent.expires_at < now:
            await end_outbox(tx, row.id, Outcome.EXPIRED, now)
            return None
        calls = await self._calls(tx, row)
        return (row, calls) if calls else None

    async def _calls(self, tx: Transaction, row: OutboxRow) -> list[Call]:
        """What to send, as things are now; nothing, with the row ended, when there is nothing to say or it is broken."""
        outcome = Outcome.EXPIRED
        try:
            if calls := list(await self.render(self.open_turn(tx), await _resolved(tx, row.intent))):
                return calls
        except Exception:
            log.exception("message-not-written", outbox=row.id, name=row.intent.name)
            outcome = Outcome.BROKEN
        await end_outbox(tx, row.id, outcome, self.clock())
        return []

    async def _end(self, tx: Transaction, ending: Ending) -> None:
        now, row = self.clock(), ending.row
        if ending.outcome is None:
            again_at = now + timedelta(seconds=ending.again_in)
            await send_again(tx, row.id, again_at, ending.part, counted=ending.counted)
        else:
            await end_outbox(tx, row.id, ending.outcome, now, ending.message)
        await self._consequences(tx, ending)

    async def _consequences(self, tx: Transaction, ending: Ending) -> None:
        now, intent = self.clock(), ending.row.intent
        if ending.penalty is not None:
            await set_penalty(tx, intent.chat, now + timedelta(seconds=ending.penalty))
        if ending.outcome is Outcome.UNREACHABLE:
            await self._unreachable(tx, ending.row)
        if ending.moved_to is not None:
            await set_chat(tx, intent.chat, ChatId(ending.moved_to))
            await move_chat(tx, intent.chat, ending.moved_to)
        if ending.anew:
            await insert_outbox(tx, replace(intent, act=Act.SEND, edits=None, edits_message=None), now)

    async def _unreachable(self, tx: Transaction, row: OutboxRow) -> None:
        """Remember it; when it was about a case, somebody has to know that the person did not read it."""
        now = self.clock()
        await set_blocked(tx, row.intent.chat, now)
        if row.intent.case is not None:
            detail = orjson.dumps({"case": row.intent.case, "outbox": row.id})
            await insert_inbox(tx, f"unreachable:{row.id}", row.intent.chat, "unreachable", detail, now)


async def _resolved(tx: Transaction, intent: Intent) -> Intent:
    """The intent with message ids in place of the rows it names; an edit of what never arrived is said anew."""
    if intent.replies_to is not None and intent.replies_to_message is None:
        intent = replace(intent, replies_to_message=await _message_of(tx, intent.replies_to))
    if intent.edits is not None:
        message = await _message_of(tx, intent.edits)
        intent = replace(intent, edits_message=message, act=intent.act if message else Act.SEND)
    return intent


async def _message_of(tx: Transaction, row: OutboxId) -> int | None:
    found = await find_outbox(tx, row)
    return found.message if found else None
