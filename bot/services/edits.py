"""Edits: somebody changed a message that was sent before."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from bot.domain.drafts import Draft, Part
from bot.domain.intents import Intent
from bot.domain.people import Person
from bot.services.dangers import Dangers
from bot.services.drafts import Drafts
from bot.services.turn import Turn
from storage.messages import Source, find_case_of_source
from storage.outbox import was_said_to

NOT_SEEN: Final = "edit-not-seen"


class Edited(Enum):
    IN_DRAFT = auto()
    TOO_LATE = auto()  # it was sent on, or waits to be
    NOWHERE = auto()


@dataclass(frozen=True, slots=True)
class Edits:
    turn: Turn

    async def take(self, person: Person, message: int, text: str) -> Edited:
        """Change the words of the draft that this message is in, or tell where else it is."""
        draft = Drafts(self.turn).now()
        known = _part_of(draft, message) if draft else None
        if known is not None:
            # An album is one part: of an edited caption only the words are new.
            words = replace(known.words, text=text)
            await Drafts(self.turn).change_words(message, replace(known, words=words))
            return Edited.IN_DRAFT
        kept_in = await find_case_of_source(self.turn.tx, Source(person.chat, message))
        if self.turn.staff is None:
            await Dangers(self.turn).look_again(text, kept_in)
        return Edited.TOO_LATE if kept_in is not None or self._may_wait() else Edited.NOWHERE

    async def not_seen(self, person: Person, message: int) -> None:
        """Say below the message that nobody sees the change; once, for a live location changes every few seconds."""
        if not await was_said_to(self.turn.tx, person.chat, NOT_SEEN, message):
            await self.turn.tell(
                Intent(chat=person.chat, person=person.id, name=NOT_SEEN, replies_to_message=message)
            )

    def _may_wait(self) -> bool:
        """Whether the chat is in a step that may hold the words as they were."""
        return self.turn.step is not None and Drafts(self.turn).now() is None


def _part_of(draft: Draft, message: int) -> Part | None:
    return next((part for part in draft.parts if part.message == message), None)
