"""Looks: words that are shown on a press only, and removed again when the case is sensitive."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.domain.cases import Author, Case, CaseId, CaseMessage, CaseMessageId
from bot.domain.errors import ButtonExpired, CaseUnknown
from bot.domain.intents import Act, Intent, OutboxId, Outcome, Urgency, Value
from bot.domain.people import Person
from bot.domain.permissions import may_read
from bot.services.arrivals import ANSWER_TRANSLATED
from bot.services.cards import DOSSIER, ORIGINAL, SPOT, WORDS, Cards
from bot.services.changing import changing
from bot.services.dossiers import Dossiers
from bot.services.handling import HANDLED, IN_HAND, LOOKED, MOVED, Handling
from bot.services.promises import NO_ANSWER, STILL_OPEN
from bot.services.screen_names import TYPED_PLACE
from bot.services.turn import Turn
from bot.services.verdicts import ASK_AGAIN, SETTLE
from storage.cases import find_case, get_case, list_history
from storage.messages import find_message, list_messages
from storage.outbox import OutboxRow, find_outbox, find_outbox_by_message, list_outbox_of_case

HIDE: Final = "desk-hide"
SHOWN_FOR: Final = timedelta(minutes=10)
SHOWN: Final = "case-answer-shown"
SHOWN_MEDIA: Final = "case-answer-media"
SHOWN_SPOT: Final = "case-answer-spot"
FOLD: Final = "discreet-fold"
# What a resident reads of a sensitive case without having asked for it: closed, until it is opened by a press.
DISCREET: Final = frozenset(
    {
        HANDLED,
        IN_HAND,
        MOVED,
        NO_ANSWER,
        STILL_OPEN,
        ASK_AGAIN,
        SETTLE,
        ANSWER_TRANSLATED,
    }
)


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

    async def dossier(self, case: Case) -> None:
        """Show what was done, with the notes; those of a sensitive case are looked at, and taken away again."""
        staff = Handling(self.turn).staff
        row = await Cards(self.turn).send(case, staff, DOSSIER)
        has_notes = case.sensitive and bool(await Dossiers(self.turn).notes(case))
        if row is not None and has_notes and may_read(self.turn.city, staff, case):
            await Handling(self.turn).looked(case)
            await self.hide_later([row])

    async def opened(self, case: Case, row: OutboxId) -> None:
        """A contact worker opened it; of a sensitive one that is a look, and is taken away again."""
        if case.sensitive:
            await Handling(self.turn).looked(case)
            await self.hide_later([row])

    async def count(self, case: Case) -> int:
        """How often staff looked at what is sensitive in it: for who reported it, too."""
        return sum(act == LOOKED for act, *_ in await list_history(self.turn.tx, case.id))

    async def answer(self, message_id: CaseMessageId, pressed: int | None) -> None:
        """Show an answer of the desk to the resident it is for. Raises CaseUnknown for everybody else."""
        case, message = await self._own_answer(message_id)
        person = self._acting()
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

    async def hide_answer(self, message_id: CaseMessageId) -> None:
        """Remove at once what was shown of an answer. Raises CaseUnknown."""
        case, _ = await self._own_answer(message_id)
        for name in (SHOWN, SHOWN_MEDIA, SHOWN_SPOT):
            for row in await list_outbox_of_case(self.turn.tx, case.id, name):
                is_shown = row.since is not None and row.since > self.turn.now - 2 * SHOWN_FOR
                if is_shown and row.intent.values.get("message") == message_id:
                    await Cards(self.turn).remove(row)

    async def open(self, message: int) -> None:
        """Say what stands behind a closed message of an own case, in its place and for a while. Raises ButtonExpired."""
        row = await self._discreet(message)
        await self._turn_over(row, message, {"shown": True})
        await self.close_later(message)

    async def close(self, message: int) -> None:
        """Close it again. Raises ButtonExpired."""
        row = await self._discreet(message)
        await self._turn_over(row, message, {"shown": False, "face": None})

    async def close_by_itself(self, message: int) -> None:
        """Close it when it has been seen long enough; of what was erased since nothing is said."""
        row = await self._find_discreet(message) if self.turn.person is not None else None
        if row is not None:
            await self._turn_over(row, message, {"shown": False, "face": None})

    async def close_later(self, message: int) -> None:
        """Close what was opened in the chat of who acts when it has been seen long enough."""
        if self.turn.person is not None:
            chat = self.turn.person.chat
            at, key = self.turn.now + SHOWN_FOR, f"{FOLD}:{chat}:{message}"
            await self.turn.later(key, FOLD, at, detail={"message": message}, lane=chat)

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

    async def _own_answer(self, message_id: CaseMessageId) -> tuple[Case, CaseMessage]:
        message = await find_message(self.turn.tx, message_id)
        case = await get_case(self.turn.tx, message.case) if message else None
        if message is None or case is None or case.resident != self._acting().id:
            raise CaseUnknown
        return case, message

    async def _discreet(self, message: int) -> OutboxRow:
        row = await self._find_discreet(message)
        if row is None:
            raise ButtonExpired
        return row

    async def _find_discreet(self, message: int) -> OutboxRow | None:
        """The row that became a message of ours in the chat of who acts, about a case of theirs."""
        row = await find_outbox_by_message(self.turn.tx, self._acting().chat, message)
        case = await find_case(self.turn.tx, row.intent.case) if row and row.intent.case else None
        is_own = case is not None and case.resident == self._acting().id
        return row if row is not None and row.intent.name in DISCREET and is_own else None

    async def _turn_over(self, row: OutboxRow, message: int, values: Mapping[str, Value]) -> None:
        said = {**row.intent.values, **values}
        await self.turn.tell(changing(row, Act.EDIT, edits=None, edits_message=message, values=said))

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise CaseUnknown
        return self.turn.person

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
        """The place of a case, where neither its card nor a message holds it."""
        staff, send = Handling(self.turn).staff, Cards(self.turn).send
        rows = []
        if case.sensitive and case.place:
            rows.append(await send(case, staff, TYPED_PLACE, silent=True))
        if case.spot is not None and case.spot not in [message.words.spot for message in said]:
            rows.append(await send(case, staff, SPOT, silent=True, asked=True))
        return [row for row in rows if row is not None]

    async def _show_message(self, case: Case, message: CaseMessage, name: str) -> list[OutboxId]:
        is_foreign = message.said_in != self.turn.city.master.code
        if name == ORIGINAL and not is_foreign:
            return []
        cards, staff = Cards(self.turn), Handling(self.turn).staff
        rows = await cards.send_words(case, staff, name, message) if message.said else []
        if name == WORDS:
            rows += await cards.send_media(case, staff, message, asked=True)
        return rows
