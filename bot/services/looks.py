"""Looks: words that are shown on a press only, and removed again when the case is sensitive."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.domain.cases import Author, Case, CaseId, CaseMessage, CaseMessageId
from bot.domain.errors import CaseUnknown
from bot.domain.intents import Intent, OutboxId, Outcome, Urgency
from bot.services.cards import ORIGINAL, SPOT, WORDS, Cards
from bot.services.handling import Handling
from bot.services.turn import Turn
from storage.cases import get_case
from storage.messages import find_message, list_messages
from storage.outbox import find_outbox

HIDE: Final = "desk-hide"
SHOWN_FOR: Final = timedelta(minutes=10)
SHOWN: Final = "case-answer-shown"
SHOWN_MEDIA: Final = "case-answer-media"
SHOWN_SPOT: Final = "case-answer-spot"


@dataclass(frozen=True, slots=True)
class Look:
    """Which case was looked at, and whether there was nothing to show."""

    case: Case
    nothing: bool


@dataclass(frozen=True, slots=True)
class Looks:
    turn: Turn

    async def words(self, case_id: CaseId) -> Look:
        """Show what the resident wrote and sent. Raises NotYours for roles that may not read it."""
        return await self._show(case_id, WORDS)

    async def original(self, case_id: CaseId) -> Look:
        """Show what was written in another language as it was written. Raises NotYours."""
        return await self._show(case_id, ORIGINAL)

    async def answer(self, message_id: CaseMessageId, pressed: int | None) -> None:
        """Show an answer of the desk to the resident it is for. Raises CaseUnknown for everybody else."""
        message = await find_message(self.turn.tx, message_id)
        case = await get_case(self.turn.tx, message.case) if message else None
        person = self.turn.person
        if message is None or case is None or person is None or case.resident != person.id:
            raise CaseUnknown
        names = [(SHOWN, 0)] + [(SHOWN_MEDIA, item) for item in range(len(message.words.media))]
        names += [(SHOWN_SPOT, 0)] if message.words.spot else []
        shown = Intent(
            chat=person.chat,
            person=person.id,
            name=SHOWN,
            urgency=Urgency.CASE,
            case=case.id,
            replies_to_message=pressed,
        )
        await self.hide_later(
            [
                await self.turn.tell(
                    replace(shown, name=name, values={"message": message.id, "item": item, "shown": True})
                )
                for name, item in names
            ]
        )

    async def hide_later(self, rows: list[OutboxId]) -> None:
        """Remove these messages of who acts when they have been seen long enough."""
        if self.turn.person is not None and rows:
            await self.turn.later(
                f"{HIDE}:{rows[0]}",
                HIDE,
                self.turn.now + SHOWN_FOR,
                detail={"rows": rows},
                lane=self.turn.person.chat,
            )

    async def hide(self, rows: list[OutboxId]) -> None:
        """Remove what was shown; what has not even arrived is looked after again."""
        on_the_way: list[OutboxId] = []
        for row_id in rows:
            row = await find_outbox(self.turn.tx, row_id)
            if row is not None and row.state in {Outcome.WAITING, Outcome.SENDING}:
                on_the_way.append(row_id)
            elif row is not None:
                await Cards(self.turn).remove(row)
        await self.hide_later(on_the_way)

    async def _show(self, case_id: CaseId, name: str) -> Look:
        case = await Handling(self.turn).read(case_id)
        said = [m for m in await list_messages(self.turn.tx, case.id) if m.author is Author.RESIDENT]
        shown: list[OutboxId] = []
        for message in said:
            shown += await self._show_message(case, message, name)
        if name == WORDS:
            shown += await self._show_place(case, said)
        if case.sensitive:
            await Handling(self.turn).looked(case)
            await self.hide_later(shown)
        return Look(case, nothing=not shown)

    async def _show_place(self, case: Case, said: list[CaseMessage]) -> list[OutboxId]:
        """The place of a case, where no message holds it."""
        if case.spot is None or case.spot in [message.words.spot for message in said]:
            return []
        cards = Cards(self.turn)
        row = await cards.send(case, Handling(self.turn).staff, SPOT, silent=True, asked=True)
        return [row] if row is not None else []

    async def _show_message(self, case: Case, message: CaseMessage, name: str) -> list[OutboxId]:
        is_foreign = message.language != self.turn.city.master.code
        if name == ORIGINAL and not is_foreign:
            return []
        cards, staff = Cards(self.turn), Handling(self.turn).staff
        rows = await cards.send_words(case, staff, name, message) if message.words.text else []
        if name == WORDS:
            rows += await cards.send_media(case, staff, message, asked=True)
        return rows
