"""Transcripts: spoken words are written down by a machine of the city's own; the sound has gone to who listens already."""

from dataclasses import dataclass

from bot.domain.cases import Author, Case, CaseMessage, CaseMessageId, Heard
from bot.services.dangers import Dangers
from bot.services.desk import Desk
from bot.services.translations import Translations
from bot.services.turn import Turn
from storage.cases import get_case
from storage.interpreting import HEARD
from storage.messages import find_message
from storage.transcripts import fail_transcript, is_transcript_awaited, set_transcript

__all__ = ["HEARD", "Transcripts"]


@dataclass(frozen=True, slots=True)
class Transcripts:
    turn: Turn

    async def heard(self, message_id: CaseMessageId, heard: Heard | None) -> None:
        """Keep what the machine heard, tell the desk, and let it be translated; without it people listen.

        Nothing for what was erased, or came twice.
        """
        message = await find_message(self.turn.tx, message_id)
        if message is None or not await is_transcript_awaited(self.turn.tx, message_id):
            return
        case = await get_case(self.turn.tx, message.case)
        if heard is None:
            await fail_transcript(self.turn.tx, message_id)
            await Translations(self.turn).wanted(case, message)
            return
        await set_transcript(self.turn.tx, case, message_id, heard, self.turn.now)
        await self._tell(case, await self._anew(message_id))

    async def _tell(self, case: Case, message: CaseMessage) -> None:
        if message.author is Author.RESIDENT:
            await Dangers(self.turn).heard(case, message)
            await Desk(self.turn).translated(case, message)
        await Translations(self.turn).wanted(case, message)

    async def _anew(self, message: CaseMessageId) -> CaseMessage:
        found = await find_message(self.turn.tx, message)
        if found is None:
            raise LookupError("a message that was just heard is gone")
        return found
