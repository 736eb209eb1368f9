"""Groups and channels: the bot talks with one person at a time, so it leaves."""

from dataclasses import dataclass
from typing import Final

from bot.domain.intents import Act, Intent
from bot.domain.people import ChatId
from bot.services.turn import Turn
from storage.outbox import was_said_to

LEAVE: Final = "leave-chat"


@dataclass(frozen=True, slots=True)
class Groups:
    turn: Turn

    async def leave(self, chat: ChatId, *, joined: bool) -> None:
        """Leave, once for each time it was added; a message that was on its way changes nothing."""
        if joined or not await was_said_to(self.turn.tx, chat, LEAVE):
            await self.turn.tell(Intent(chat=chat, name=LEAVE, act=Act.CALL, coalesce=f"{LEAVE}:{chat}"))
