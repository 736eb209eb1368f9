"""Dossiers: a case with all that was said, noted and done, to be shown. Whether one may see it is asked by who shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.domain.cases import Case, CaseId, CaseMessage, CaseMessageId
from bot.domain.people import Role, StaffId
from bot.domain.permissions import may_read_note
from bot.services.desk import asks_to_talk
from bot.services.promises import waits_for_answer
from bot.services.turn import Turn
from storage.cases import find_case, list_history
from storage.messages import (
    Translation,
    TranslationState,
    find_message,
    find_translation,
    list_messages,
)
from storage.notes import list_notes
from storage.staff import find_staff

__all__ = ["BY_ITSELF", "Act", "Dossiers", "Note", "Translation"]

# What nobody does: time brings it, or who had the case is gone. Any other act without a role is the resident's.
BY_ITSELF: Final = frozenset({"late", "settled", "handed-over", "cut"})


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done to a case; `role` is None for what the resident or time did.

    `detail` says what with: ids and names of our own, such as the wijk it went to.
    """

    name: str
    role: Role | None
    at: datetime
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    role: Role | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Dossiers:
    turn: Turn

    async def case(self, case_id: CaseId | None) -> Case | None:
        return await find_case(self.turn.tx, case_id) if case_id is not None else None

    async def message(self, message_id: CaseMessageId) -> CaseMessage | None:
        """One message of a case; None once it was erased."""
        return await find_message(self.turn.tx, message_id)

    async def messages(self, case: Case) -> Sequence[CaseMessage]:
        """Oldest first."""
        return await list_messages(self.turn.tx, case.id)

    async def translation(self, message: CaseMessage, language: str) -> Translation | None:
        """The message in that language; None while nobody has translated it."""
        found = await find_translation(self.turn.tx, message.id, language)
        return found if found and found.state is TranslationState.DONE else None

    async def notes(self, case: Case) -> Sequence[Note]:
        """Those that who reads may read, oldest first."""
        notes = await list_notes(self.turn.tx, case.id, self._may_read_note)
        return [Note(text, await self._role(by), at) for by, text, at in notes]

    async def acts(self, case: Case) -> Sequence[Act]:
        """Oldest first."""
        history = await list_history(self.turn.tx, case.id)
        return [Act(name, await self._role(by), at, detail) for name, by, detail, at in history]

    async def waits_for_answer(self, case: Case) -> bool:
        """Whether the day that was promised still counts: nobody has answered since it was opened, or reopened."""
        return await waits_for_answer(self.turn, case)

    async def asks_to_talk(self, case: Case) -> bool:
        """Whether the resident wants to speak with somebody."""
        return await asks_to_talk(self.turn, case)

    async def wanted(self, message: CaseMessage, language: str) -> Translation | None:
        """A translation, done or awaited; None where a conversation in one language needs none."""
        return await find_translation(self.turn.tx, message.id, language)

    def _may_read_note(self, organisation: str | None) -> bool:
        return self.turn.staff is not None and may_read_note(self.turn.staff, organisation)

    async def _role(self, staff: StaffId | None) -> Role | None:
        found = await find_staff(self.turn.tx, staff) if staff is not None else None
        return found.role if found else None
