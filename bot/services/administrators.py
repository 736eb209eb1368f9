"""Administrators: who hears of it when the bot itself is in trouble."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.alarms import Alarm
from bot.domain.intents import Intent, Urgency
from bot.domain.people import Role
from bot.services.turn import Turn
from storage.people import find_person
from storage.staff import list_staff

# Who reads of it a day later can do nothing about it any more.
WARNING_LIVES: Final = timedelta(days=1)


def warning(alarm: Alarm) -> str:
    """The name of the text that tells of it."""
    return f"alarm-{alarm}"


@dataclass(frozen=True, slots=True)
class Administrators:
    turn: Turn

    async def warn(self, alarm: Alarm, at: datetime, facts: Mapping[str, int]) -> None:
        """Tell every administrator of an alarm, with its figures; one that still waits says it already."""
        for member in await list_staff(self.turn.tx, Role.ADMINISTRATOR):
            person = await find_person(self.turn.tx, member.person)
            if person is not None:
                intent = Intent(
                    chat=person.chat,
                    person=person.id,
                    name=warning(alarm),
                    urgency=Urgency.CASE,
                    values={"at": at.isoformat(), **facts},
                    coalesce=f"{warning(alarm)}:{person.id}",
                    expires_at=self.turn.now + WARNING_LIVES,
                )
                await self.turn.tell(intent)
