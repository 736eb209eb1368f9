"""Screens: what a message of ours shows now, so that a press on it goes on from there."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.intents import Value
from bot.services.turn import Turn
from storage.outbox import find_outbox_by_message


@dataclass(frozen=True, slots=True)
class Screens:
    turn: Turn

    async def values(self, message: int | None, name: str) -> Mapping[str, Value]:
        """With which values a message in the chat of who acts was written last; none when it is not that screen."""
        if message is None or self.turn.person is None:
            return {}
        row = await find_outbox_by_message(self.turn.tx, self.turn.person.chat, message)
        return row.intent.values if row and row.intent.name == name else {}
