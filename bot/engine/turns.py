"""One inbox row is one turn: the update, or whatever else happened, goes through the handlers in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from telegram.ext import Application

from bot.context import Happening, OpenTurn, current_turn
from bot.domain.city import City
from bot.domain.errors import ButtonExpired, Refused
from bot.domain.intents import Intent
from bot.domain.people import ChatId
from bot.engine.lost import LostTime
from bot.engine.reading import update_of
from bot.services.people import People
from bot.services.places import Gazetteer
from bot.services.turn import Rules, Turn
from bot.texts import Texts
from storage.albums import insert_album_part, list_albums, take_album
from storage.database import StorageFailed, Transaction
from storage.due import erase_due
from storage.inbox import InboxRow, finish_inbox, open_payload
from storage.pieces import insert_album

# Parts of an album arrive as updates of their own, within a second of each other.
ALBUM_GATHERS: Final = timedelta(seconds=1.5)
# Nobody says anything with these, and they may come after a person erased everything.
_QUIET: Final = frozenset({"update_id", "my_chat_member", "poll_answer"})
App = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Turns:
    """What every turn is made with."""

    application: App
    texts: Texts
    city: City
    rules: Rules
    clock: Callable[[], datetime]
    gazetteer: Gazetteer | None = None
    lost: LostTime = field(default_factory=LostTime)

    def open(self, tx: Transaction) -> Turn:
        return Turn(tx, self.clock(), self.city, self.rules, gazetteer=self.gazetteer)

    async def handle(self, tx: Transaction, row: InboxRow) -> None:
        """Let the row take effect. Raises Refused, or whatever went wrong; the transaction is not ended here."""
        held = await open_payload(tx, row)
        if held is None or not await finish_inbox(tx, row.id, self.clock()):
            return  # erased, or another process was first
        payload = orjson.loads(held)
        turn = self.open(tx)
        # What else happens may be about a message too, by its number.
        album = payload.get("message", {}).get("media_group_id") if row.kind == "update" else None
        if row.kind == "update" and row.lane > 0:
            await self._end_albums(tx, row, going_on=album)
        if album:
            await self._gather(turn, row, album, payload)
        elif row.kind == "update":
            await self._handle_update(turn, row, payload)
        elif row.kind == "album":
            await self._handle_album(turn, row, payload["album"])
        else:
            await self._handle_happening(turn, Happening(row.kind, row.lane, payload))

    async def refuse(self, tx: Transaction, row: InboxRow, refusal: str) -> None:
        """End the row, and tell the chat in its own language why nothing was done."""
        held = await open_payload(tx, row)
        if held is None or not await finish_inbox(tx, row.id, self.clock()):
            return
        if row.kind == "album":
            await take_album(tx, row.lane, orjson.loads(held)["album"])
        if _is_by_somebody(row):  # of what nobody just did, nobody need hear that it could not be done
            await self.apologise(tx, row, refusal)

    async def apologise(self, tx: Transaction, row: InboxRow, why: str) -> None:
        """Say one text to the chat of the row; a chat that only something of ours was about need not be known."""
        turn = self.open(tx)
        people, chat = People(turn), ChatId(row.lane)
        person = await people.meet(chat) if _is_by_somebody(row) else await people.recall(chat)
        if person is not None:
            # The same that still waits says it already: a flood that is refused is not answered with one.
            same = f"{why}:{person.id}"
            await turn.tell(Intent(chat=person.chat, person=person.id, name=why, coalesce=same))

    async def _end_albums(self, tx: Transaction, row: InboxRow, *, going_on: str | None) -> None:
        """What its sender does next says that an album is whole: it takes effect before that.

        One that fails waits for its own time, is tried again and answered for by itself.
        """
        for album in await list_albums(tx, row.lane):
            if album != going_on:
                await self._end_album(tx, row, album)

    async def _end_album(self, tx: Transaction, row: InboxRow, album: str) -> None:
        try:
            async with tx.apart():
                # Without its timer it is a row of its own already, or was set aside.
                if await erase_due(tx, _due_of(row, album)):
                    await self._handle_album(self.open(tx), row, album)
        except StorageFailed:
            raise
        except Exception:  # noqa: BLE001 - it comes again, by itself
            return

    async def _gather(self, turn: Turn, row: InboxRow, album: str, payload: dict[str, Any]) -> None:
        message = payload["message"]["message_id"]
        await insert_album_part(turn.tx, (row.lane, album, message), orjson.dumps(payload), turn.now)
        await turn.later(
            _due_of(row, album),
            "album",
            turn.now + ALBUM_GATHERS,
            detail={"album": album},
            lane=row.lane,
        )

    async def _handle_album(self, turn: Turn, row: InboxRow, album: str) -> None:
        parts = [orjson.loads(part) for part in await take_album(turn.tx, row.lane, album)]
        if parts:
            updates = [update_of(part, self.application.bot) for part in parts]
            messages = tuple(update.message for update in updates if update.message)
            await insert_album(turn.tx, row.lane, [message.message_id for message in messages])
            if row.lane > 0:
                await People(turn).meet(ChatId(row.lane))
            await self._process(OpenTurn(turn, self.texts, messages), updates[0])

    async def _handle_update(self, turn: Turn, row: InboxRow, payload: dict[str, Any]) -> None:
        update = update_of(payload, self.application.bot)
        if row.lane > 0:
            people, is_quiet = People(turn), payload.keys() <= _QUIET
            await (people.recall if is_quiet else people.meet)(ChatId(row.lane))
        pressed = payload.get("callback_query", {}).get("message")
        if pressed and await self.lost.holds(turn.tx, pressed["date"]):
            raise ButtonExpired
        await self._process(OpenTurn(turn, self.texts), update)

    async def _handle_happening(self, turn: Turn, happening: Happening) -> None:
        if happening.lane > 0:
            await People(turn).recall(ChatId(happening.lane))
        await self._process(OpenTurn(turn, self.texts), happening)

    async def _process(self, open_turn: OpenTurn, what: object) -> None:
        """PTB swallows what handlers raise; the error handler recorded it on the turn, and here it goes on."""
        token = current_turn.set(open_turn)
        try:
            await self.application.process_update(what)
        finally:
            current_turn.reset(token)
        if open_turn.turn.error is not None:
            raise open_turn.turn.error


def _due_of(row: InboxRow, album: str) -> str:
    return f"album:{row.lane}:{album}"


def _is_by_somebody(row: InboxRow) -> bool:
    return row.kind in {"update", "album"} and row.lane > 0


def refusal_of(error: Exception) -> str | None:
    """The name of the text that says why; None when the error is a bug."""
    return error.message_id if isinstance(error, Refused) else None
