"""What the sender writes down: claims before messages leave, endings after."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import orjson
import structlog

from bot.domain.intents import Act, Call, Intent, OutboxId, Outcome, Urgency
from bot.domain.people import ChatId, PersonId
from bot.engine.outcomes import MOST_EDITS, MOST_SENDS, Ending
from bot.engine.pacer import Penalty
from bot.services.turn import PROMPT_LIVES, Turn
from storage.database import Row, StorageFailed, Transaction
from storage.inbox import insert_inbox
from storage.outbox import OutboxRow, find_outbox, insert_outbox, move_chat, outbox_row
from storage.penalties import list_penalties, set_penalty
from storage.people import find_person, find_person_by_chat, set_blocked, set_chat
from storage.pieces import insert_pieces
from storage.sending import End, Head, claim, end_many, end_outbox, list_sending, send_again

log = structlog.get_logger("ledger")

Render = Callable[[Turn, Intent], Awaitable[Sequence[Call]]]
Departure = tuple[OutboxRow, list[Call]]


@dataclass(slots=True)
class Written:
    """`claimed`: rows that may leave, with their calls. `gone`: heads of which nothing is to be said any more."""

    claimed: list[Departure] = field(default_factory=list)
    gone: list[Head] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ledger:
    """In transactions of the sender's, which a lease may fence."""

    clock: Callable[[], datetime]
    open_turn: Callable[[Transaction], Turn]
    render: Render
    # Told the name of a message that was our mistake.
    on_broken: Callable[[str], None] = lambda _name: None

    async def recover(self, tx: Transaction) -> list[Penalty]:
        """After a start: what was in flight goes once more at most, else it is uncertain; penalties that still hold."""
        now = self.clock()
        for row in await list_sending(tx):
            if row.attempts < (MOST_SENDS if row.intent.act is Act.SEND else MOST_EDITS):
                await send_again(tx, row.id, row.part, counted=True)
            else:
                await end_outbox(tx, End(row.id, Outcome.UNCERTAIN), now)
        return [Penalty(chat, (until - now).total_seconds()) for chat, until in await list_penalties(tx, now)]

    async def write(self, tx: Transaction, endings: Sequence[Ending], heads: Sequence[Head]) -> Written:
        """One commit for what has ended and what begins; a row that cannot be written takes no other along."""
        await self._end_all(tx, endings)
        begun = await claim(tx, [head.id for head in heads], self.clock())
        departures = await self._begin_all(tx, begun.values())
        return Written(
            [departures[head.id] for head in heads if head.id in departures],
            # Stopped, or somebody else's, or nothing to say.
            [head for head in heads if head.id not in departures],
        )

    async def _begin_all(self, tx: Transaction, rows: Collection[Row]) -> dict[OutboxId, Departure]:
        """All in one savepoint; only where one of them is a mistake of ours each has its own."""
        if not rows:
            return {}
        try:
            async with tx.apart():
                begun = [await self._begin(tx, outbox_row(row)) for row in rows]
        except StorageFailed:
            raise
        except Exception:  # noqa: BLE001 - it comes again, by itself
            begun = [await self._begin_apart(tx, row) for row in rows]
        return {departure[0].id: departure for departure in begun if departure}

    async def _begin_apart(self, tx: Transaction, row: Row) -> Departure | None:
        try:
            async with tx.apart():
                return await self._begin(tx, outbox_row(row))
        except StorageFailed:
            raise
        except Exception:
            log.exception("message-not-written", outbox=row["id"], name=row["name"])
        await self._give_up(tx, row["id"], row["name"])
        return None

    async def _begin(self, tx: Transaction, row: OutboxRow) -> Departure | None:
        """What to send, as things are now; None, with the row ended, when there is nothing to say."""
        calls = await self._calls(tx, row)
        if row.part < len(calls):
            return row, calls
        # Written anew it is shorter than what has left of it: nothing remains to be said.
        outcome = Outcome.DELIVERED if calls else Outcome.EXPIRED
        await end_outbox(tx, End(row.id, outcome), self.clock())
        return None

    async def _calls(self, tx: Transaction, row: OutboxRow) -> list[Call]:
        now = self.clock()
        if _has_expired(row, now):
            return []
        intent = await _resolved(tx, row.intent)
        if intent is None or _comes_too_late(row, intent, now):
            return []
        return list(await self.render(self.open_turn(tx), intent))

    async def _give_up(self, tx: Transaction, row: OutboxId, name: str) -> None:
        """Of a mistake of ours nothing is tried again."""
        self.on_broken(name)
        await end_outbox(tx, End(row, Outcome.BROKEN), self.clock())

    async def _end_all(self, tx: Transaction, endings: Sequence[Ending]) -> None:
        """Those that have no consequences, nearly all of them, in one go."""
        plain = [
            End(ending.row.id, ending.outcome, ending.message)
            for ending in endings
            if ending.is_plain and ending.outcome is not None
        ]
        if plain:
            await end_many(tx, plain, self.clock())
        for ending in endings:
            if not ending.is_plain:
                await self._end_apart(tx, ending)

    async def _end_apart(self, tx: Transaction, ending: Ending) -> None:
        try:
            async with tx.apart():
                await self._end(tx, ending)
        except StorageFailed:
            raise
        except Exception:
            log.exception("ending-not-written", outbox=ending.row.id, name=ending.row.intent.name)
            await self._give_up(tx, ending.row.id, ending.row.intent.name)

    async def _end(self, tx: Transaction, ending: Ending) -> None:
        """What is ended already, in a commit that nobody could tell was kept, had its consequences then."""
        now, row = self.clock(), ending.row
        if ending.outcome is None:
            was_sending = await send_again(tx, row.id, ending.part, counted=ending.counted)
        else:
            was_sending = await end_outbox(tx, End(row.id, ending.outcome, ending.message), now)
        if was_sending:
            await self._consequences(tx, ending)

    async def _consequences(self, tx: Transaction, ending: Ending) -> None:
        now, intent = self.clock(), ending.row.intent
        await insert_pieces(tx, ending.row.id, intent.chat, ending.others)
        if ending.penalty is not None:
            await set_penalty(tx, intent.chat, now + timedelta(seconds=ending.penalty))
        if ending.penalty_of_all is not None:
            await set_penalty(tx, None, now + timedelta(seconds=ending.penalty_of_all))
        if ending.outcome is Outcome.UNREACHABLE:
            await self._unreachable(tx, ending.row)
        if ending.moved_to is not None:
            await _move(tx, intent.chat, ChatId(ending.moved_to))
        if ending.anew:
            await self._say_anew(tx, ending.row.id)

    async def _say_anew(self, tx: Transaction, row_id: OutboxId) -> None:
        """The message that was to change is gone; a new one lives no longer than any prompt.

        Who was erased while it was in flight is not written to again: the row has expired, or its person is gone.
        """
        now, row = self.clock(), await find_outbox(tx, row_id)
        if row is None or _has_expired(row, now) or await _is_gone(tx, row.intent.person):
            return
        intent, expires_at = row.intent, row.intent.expires_at
        if expires_at is None and intent.urgency is Urgency.PROMPT:
            expires_at = now + PROMPT_LIVES
        anew = replace(intent, act=Act.SEND, edits=None, edits_message=None, expires_at=expires_at)
        await insert_outbox(tx, anew, now)

    async def _unreachable(self, tx: Transaction, row: OutboxRow) -> None:
        """Remember it; when it was about a case, somebody has to know that the person did not read it."""
        now = self.clock()
        await set_blocked(tx, row.intent.chat, now)
        if row.intent.case is not None:
            detail = orjson.dumps({"case": row.intent.case, "outbox": row.id})
            await insert_inbox(tx, f"unreachable:{row.id}", row.intent.chat, "unreachable", detail, now)


async def _resolved(tx: Transaction, intent: Intent) -> Intent | None:
    """The intent with message ids in place of the rows it names; an edit of what never arrived is said anew.

    None for an edit of what has not left yet and will say the same when it does.
    """
    if intent.replies_to is not None and intent.replies_to_message is None:
        original = await find_outbox(tx, intent.replies_to)
        intent = replace(intent, replies_to_message=original.message if original else None)
    if intent.edits is not None:
        original = await find_outbox(tx, intent.edits)
        if original and not original.message and _will_say(original, intent):
            return None
        message = original.message if original else None
        is_said_anew = message is None and intent.act is not Act.DELETE
        intent = replace(intent, edits_message=message, act=Act.SEND if is_said_anew else intent.act)
    return intent


def _will_say(original: OutboxRow, intent: Intent) -> bool:
    waits = original.state in {Outcome.WAITING, Outcome.SENDING}
    return waits and (original.intent.name, original.intent.values) == (intent.name, intent.values)


def _has_expired(row: OutboxRow, now: datetime) -> bool:
    return row.intent.expires_at is not None and row.intent.expires_at < now


def _comes_too_late(row: OutboxRow, intent: Intent, now: datetime) -> bool:
    """A change of a prompt that never arrived is a prompt itself, and of no use ten minutes after it was made."""
    is_said_anew = row.intent.act is Act.EDIT and intent.act is Act.SEND
    is_old = row.since is not None and row.since < now - PROMPT_LIVES
    return is_said_anew and is_old and intent.urgency is Urgency.PROMPT


async def _is_gone(tx: Transaction, person: PersonId | None) -> bool:
    return person is not None and await find_person(tx, person) is None


async def _move(tx: Transaction, old: ChatId, new: ChatId) -> None:
    """What waits follows the chat; a person too, unless the new chat has made itself known already."""
    if await find_person_by_chat(tx, new) is None:
        await set_chat(tx, old, new)
    await move_chat(tx, old, new)
