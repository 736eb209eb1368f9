"""A turn: the handling of one thing that happened, in one transaction. Services work over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import orjson

from bot.domain.cases import Case
from bot.domain.city import City
from bot.domain.intents import Act, Intent, OutboxId, Urgency, Value
from bot.domain.people import Person, PersonId, StaffMember
from bot.services.places import Gazetteer
from storage.database import Transaction
from storage.due import DueRow, erase_due, set_due
from storage.outbox import insert_outbox
from storage.people import find_person
from storage.steps import Step

PROMPT_LIVES: Final = timedelta(minutes=10)
AT_ONCE: Final = frozenset({"danger", "flood-begins"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What the operator set that services go by.

    `machine` tells whether a translator is configured, `listens` whether a transcriber is, `mail` whether mails can
    leave; `erased` is the journal of erasures; `bot`: its username.
    """

    hold: timedelta = timedelta(seconds=60)
    four_eyes: bool = False
    forget_language_after: timedelta | None = None
    machine: bool = False
    listens: bool = False
    mail: bool = False
    erased: Path | None = None
    bot: str = ""


@dataclass(slots=True)
class Turn:
    """The open transaction, the moment, and who it is about. What is said leaves only when the turn is kept."""

    tx: Transaction
    now: datetime
    city: City
    rules: Rules = field(default_factory=Rules)
    person: Person | None = None
    staff: StaffMember | None = None
    step: Step | None = None
    error: Exception | None = None
    gazetteer: Gazetteer | None = None
    # Floods: answers to who acts wait for a pause; staff are told of it together with what came since then;
    # without a sound while who acts was given a rest.
    hushed: bool = False
    # Of what danger the words that were held until now have shown the card: it is not shown once more.
    warned: tuple[str, ...] = ()
    gathers_since: datetime | None = None
    rests: bool = False

    @property
    def places(self) -> Gazetteer:
        """The places of the city file, indexed once for all turns; `Streets.places` knows what was learned too."""
        self.gazetteer = self.gazetteer or Gazetteer(self.city)
        return self.gazetteer

    async def tell(self, intent: Intent) -> OutboxId:
        """Add one intent to the outbox; a prompt expires after ten minutes unless it says otherwise."""
        if self.hushed and self._waits_for_pause(intent):
            return OutboxId(0)
        if intent.urgency is Urgency.PROMPT and intent.expires_at is None and intent.act is Act.SEND:
            intent = replace(intent, expires_at=self.now + PROMPT_LIVES)
        return await insert_outbox(self.tx, intent, self.now)

    def _waits_for_pause(self, intent: Intent) -> bool:
        """Who sends very much is answered once, when a pause comes; danger is answered at once."""
        is_answer = self.person is not None and intent.chat == self.person.chat
        return is_answer and intent.urgency is Urgency.PROMPT and intent.name not in AT_ONCE

    async def say(
        self,
        to: PersonId | None,
        name: str,
        *,
        case: Case | None = None,
        silent: bool = False,
        **values: Value,
    ) -> OutboxId | None:
        """Tell a person something about a case that must arrive; None when that person erased everything."""
        person = await find_person(self.tx, to) if to is not None else None
        if person is None:
            return None
        about = case.id if case else None
        return await self.tell(
            Intent(
                chat=person.chat,
                person=person.id,
                name=name,
                urgency=Urgency.CASE,
                case=about,
                values=values,
                silent=silent,
            )
        )

    async def later(
        self,
        key: str,
        kind: str,
        at: datetime,
        *,
        detail: Mapping[str, Any] | None = None,
        lane: int = 0,
        valid_until: datetime | None = None,
    ) -> None:
        """Let something happen at a time, in that chat's lane; the same key again moves it."""
        text = orjson.dumps(dict(detail or {})).decode()
        local = at.astimezone(self.city.time_zone).isoformat(timespec="seconds")
        await set_due(self.tx, DueRow(0, key, at, kind, lane, text, valid_until), meant_for=local)

    async def no_longer(self, key: str) -> None:
        """Cancel what was to happen later."""
        await erase_due(self.tx, key)
