"""Pieces: what we said in more than one message, to take all of it away again."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.services.turn import Turn
from storage.pieces import list_pieces


@dataclass(frozen=True, slots=True)
class Pieces:
    turn: Turn

    async def of(self, chat: int, message: int) -> Sequence[int]:
        """Every message that was said together with this one of ours, itself first."""
        return [message, *await list_pieces(self.turn.tx, chat, message)]
