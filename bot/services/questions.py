"""Questions that stay open while more is sent: one of them in a chat, below everything, however much comes."""

from dataclasses import dataclass

from bot.domain.intents import Act, Intent, OutboxId, Outcome, Value
from bot.domain.people import Person
from bot.services.turn import Turn
from storage.outbox import OutboxRow, find_last_said, find_outbox_by_message


@dataclass(frozen=True, slots=True)
class Questions:
    """Of who acts."""

    turn: Turn

    async def move(self, name: str, **values: Value) -> OutboxId | None:
        """Ask the question of this name below what was just sent; the one above goes away.

        One that has not left yet is asked as things are when it does: of a burst only the last counts.
        """
        asked = self.turn.person
        if asked is None:
            return None
        last = await find_last_said(self.turn.tx, asked.chat, name, self.turn.now)
        if last is not None and _waits(last):
            return last.id
        said = await self.turn.tell(
            Intent(chat=asked.chat, person=asked.id, name=name, values=values, silent=True)
        )
        if last is not None and await self._still_asks(last):
            await self._take_away(asked, last)
        return said

    async def standing(self, name: str) -> int | None:
        """The message in which the question of this name still stands; None when there is none."""
        asked = self.turn.person
        last = await find_last_said(self.turn.tx, asked.chat, name, self.turn.now) if asked else None
        return last.message if last is not None and await self._still_asks(last) else None

    async def _still_asks(self, row: OutboxRow) -> bool:
        """Whether its message was not changed since: one that has become an answer stays."""
        if row.message is None:
            return True
        newest = await find_outbox_by_message(self.turn.tx, row.intent.chat, row.message)
        return newest is None or newest.id == row.id

    async def _take_away(self, person: Person, row: OutboxRow) -> None:
        await self.turn.tell(
            Intent(chat=person.chat, person=person.id, name="", act=Act.DELETE, edits=row.id)
        )


def _waits(row: OutboxRow) -> bool:
    return row.state is Outcome.WAITING and row.intent.act is Act.SEND
