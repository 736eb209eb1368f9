"""Erasure: everything of a chat and its cases' content goes; what stays only counts."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case, Status
from bot.domain.errors import StillStaff
from bot.domain.intents import Act, Intent, Urgency
from bot.domain.people import ChatId, Person
from bot.services.cards import CONTENT, DELETABLE, MEDIA, SPOT
from bot.services.desk import Desk
from bot.services.staff import Staff
from bot.services.translations import VOICE
from bot.services.turn import Turn
from storage import cases
from storage.erased import note_erased
from storage.erasure import erase_chat, erase_traces
from storage.messages import erase_messages, list_messages
from storage.outbox import OutboxRow, list_outbox_of_case
from storage.people import erase_person, find_person_by_chat
from storage.staff import find_staff_of_person

LANDED: Final = "erasure-landed"
# By then what was in flight has landed, and the last message with it.
LANDS_WITHIN: Final = timedelta(minutes=2)
# What stands in the place of a text that staff hold of an erased case.
OVERWRITTEN: Final = "content-erased"
_NO_TEXT: Final = frozenset({MEDIA, SPOT, VOICE})
_EVERY: Final = 100_000


@dataclass(frozen=True, slots=True)
class Erased:
    """Where to say the last thing, and whether photos or sound stay in chats of staff: Telegram lets us delete for 48 hours."""

    chat: ChatId
    stays_with_staff: bool


@dataclass(frozen=True, slots=True)
class Erasure:
    turn: Turn

    def may(self) -> None:
        """Raise StillStaff for who has a role: cases are in their hands, so they are released first."""
        if self.turn.staff is not None:
            raise StillStaff

    async def everything(self) -> Erased:
        """Erase who acts: the person, the steps, the news and the content of the own cases. Raises StillStaff.

        Nobody acts in this turn any more.
        """
        self.may()
        person, stays = self._acting(), False
        for case in await cases.list_cases_of_resident(self.turn.tx, person.id, _EVERY):
            stays = await self._stays(case) or stays
            await self._content(case)
        await self._forget(person)
        return Erased(person.chat, stays)

    async def stranger(self) -> None:
        """Keep nothing of a chat that has never chosen a language and stops the bot."""
        person = self._acting()
        if person.language is None and self.turn.staff is None:
            await self._forget(person, kind="stranger")

    async def again(self, person: Person) -> None:
        """Erase somebody whom a backup brought back; a role that it brought back too is taken away first."""
        member = await find_staff_of_person(self.turn.tx, person.id)
        if member is not None:
            await Staff(self.turn).release(member.id)
        self.turn.person, self.turn.staff = person, None
        await self.everything()

    async def landed(self, chat: ChatId, until: datetime) -> None:
        """Erase what the chat's last messages left behind; a chat that has come back keeps what is new."""
        is_back = await find_person_by_chat(self.turn.tx, chat) is not None
        until_then = until if is_back else self.turn.now
        done = await erase_traces(self.turn.tx, chat, until=until_then, now=self.turn.now)
        if not done:
            await self._look_again(chat, until)
        self.turn.tx.scrub()

    async def _content(self, case: Case) -> None:
        if case.open:
            case = await cases.set_status(self.turn.tx, case, Status.WITHDRAWN, now=self.turn.now)
        await cases.insert_history(self.turn.tx, case.id, "erased", by=None, now=self.turn.now)
        await erase_messages(self.turn.tx, case.id)
        await cases.erase_case_content(self.turn.tx, case.id, self.turn.now)
        await Desk(self.turn).erased(await cases.get_case(self.turn.tx, case.id))

    async def _stays(self, case: Case) -> bool:
        """Whether staff hold pictures or sound of the case that we can no longer delete; old texts are overwritten."""
        if case.created_at > self.turn.now - DELETABLE:
            return False
        for name in CONTENT:
            for row in await list_outbox_of_case(self.turn.tx, case.id, name):
                await self._overwrite(row)
        messages = await list_messages(self.turn.tx, case.id)
        return any(message.words.media for message in messages)

    async def _overwrite(self, row: OutboxRow) -> None:
        """Telegram lets us change a text for ever, but delete it for two days only."""
        intent = row.intent
        if intent.name in _NO_TEXT or row.message is None:
            return
        await self.turn.tell(
            Intent(
                chat=intent.chat,
                person=intent.person,
                name=OVERWRITTEN,
                act=Act.EDIT,
                urgency=Urgency.CASE,
                case=intent.case,
                edits_message=row.message,
            )
        )

    async def _forget(self, person: Person, kind: str = "person") -> None:
        journal = self.turn.rules.erased
        await note_erased(self.turn.tx, person.id, journal, now=self.turn.now, kind=kind)
        await erase_chat(self.turn.tx, person.chat)
        await erase_person(self.turn.tx, person.id)
        await self._look_again(person.chat, self.turn.now)
        self.turn.person = self.turn.step = None
        self.turn.tx.scrub()

    async def _look_again(self, chat: ChatId, until: datetime) -> None:
        """In the lane of no chat, and under a key that names none: both outlive the row."""
        at = self.turn.now + LANDS_WITHIN
        key = f"{LANDED}:{secrets.token_hex(8)}"
        await self.turn.later(key, LANDED, at, detail={"chat": chat, "until": until.isoformat()})

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person
