"""Contents: what was said and sent in a case, taken from it and from the phones of staff; the case itself goes on to count."""

from dataclasses import dataclass

from bot.domain.cases import Case, Status
from bot.domain.people import Person
from bot.services.cards import TEXTLESS
from bot.services.changing import is_too_old
from bot.services.desk import Desk
from bot.services.passings import Passings
from bot.services.turn import Turn
from bot.services.twins import Twins
from storage import cases
from storage.contact import erase_contact
from storage.erasure import erase_chat_of_case
from storage.errands import erase_errands
from storage.messages import erase_messages
from storage.outbox import list_outbox_of_case
from storage.people import find_person


@dataclass(frozen=True, slots=True)
class Contents:
    turn: Turn

    async def erase(self, case: Case, *, act: str = "erased") -> bool:
        """Erase it; whether pictures or sound stay in chats of staff, which Telegram lets us delete for 48 hours.

        `act` is what the history says of it.
        """
        stays = await self._stays(case)
        await self._let_go(case)
        await Passings(self.turn).over(case)
        await Twins(self.turn).let_go(case)
        if case.open:
            case = await cases.set_status(self.turn.tx, case, Status.WITHDRAWN, now=self.turn.now)
        await cases.insert_history(self.turn.tx, case.id, act, by=None, now=self.turn.now)
        await erase_messages(self.turn.tx, case.id)
        await erase_contact(self.turn.tx, case.id)
        await Passings(self.turn).erase(case)
        await erase_errands(self.turn.tx, case.id)
        await cases.erase_case_content(self.turn.tx, case.id, self.turn.now)
        await Desk(self.turn).erased(await cases.get_case(self.turn.tx, case.id))
        return stays

    async def cut(self, case: Case) -> None:
        """Keep what was said, and nothing by which its resident could be found."""
        await self._let_go(case)
        await cases.cut_resident(self.turn.tx, case.id)
        await cases.insert_history(self.turn.tx, case.id, "cut", by=None, now=self.turn.now)

    async def _let_go(self, case: Case) -> None:
        """Of what was said about it in the resident's chat nothing is left here."""
        resident: Person | None = (
            await find_person(self.turn.tx, case.resident) if case.resident is not None else None
        )
        if resident is not None:
            await erase_chat_of_case(self.turn.tx, case.id, resident.chat)

    async def _stays(self, case: Case) -> bool:
        """Texts are changed for ever; what else is too old to delete stays."""
        rows = [row for name in TEXTLESS for row in await list_outbox_of_case(self.turn.tx, case.id, name)]
        return any(is_too_old(row, self.turn.now) for row in rows)
