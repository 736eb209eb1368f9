"""The people of the tests, by name: what they do goes over HTTP, and they wait until all is quiet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.cases import Case, CaseKind, Media, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import Part
from bot.domain.people import ChatId, Places, Role, StaffMember
from bot.services.cases import Cases, NewCase
from bot.services.people import People
from bot.services.turn import Turn
from playground.people import Person
from storage.cases import get_case
from storage.people import find_person_by_chat
from storage.staff import find_staff_of_person
from tests.line import Line


def places(*wijken: str) -> Places:
    """These wijken; none of them means the whole city."""
    return Places(tuple(WijkId(wijk) for wijk in wijken))


NOORD = places("waterschei-noord")
WATERSCHEI = places("waterschei-noord", "waterschei-zuid", "oud-waterschei")


@dataclass(slots=True)
class Actor:
    """Somebody with a phone. Every act returns what was heard because of it: new texts and changed ones."""

    line: Line
    phone: Person
    _seen: dict[int, str] = field(default_factory=dict)

    async def says(self, text: str, *, reply_to: int | None = None) -> list[str]:
        self.phone.says(text, reply_to)
        return await self.hears()

    async def starts(self, payload: str | None = None) -> list[str]:
        self.phone.starts(payload)
        return await self.hears()

    async def taps(self, label: str) -> list[str]:
        """Press the newest button with this label."""
        self.phone.taps_label(label)
        return await self.hears()

    async def taps_of(self, part: str, label: str) -> list[str]:
        """Press the button with this label below the newest message that holds this part."""
        message = self.message(part)
        keys = message["reply_markup"]["inline_keyboard"]
        data = next(key["callback_data"] for row in keys for key in row if key["text"] == label)
        return await self.crafts(data, message["message_id"])

    async def crafts(self, data: str, message: int | None = None) -> list[str]:
        """Press a button that may never have been offered."""
        newest = max(self.phone.chat.kept, default=1)
        self.phone.taps(message if message is not None else newest, data)
        return await self.hears()

    async def sends_photo(self, caption: str | None = None, *, reply_to: int | None = None) -> list[str]:
        self.phone.sends_photo(caption=caption, reply_to=reply_to)
        return await self.hears()

    async def hears(self) -> list[str]:
        """Wait until all is quiet; what is new or changed since this person last looked."""
        await self.line.quiet()
        return self.reads()

    def reads(self) -> list[str]:
        """What is new or changed since this person last looked; pictures and places by their kind."""
        now = {wire["message_id"]: _shown(wire) for wire in self.phone.chat.messages if not wire["outgoing"]}
        fresh = [text for number, text in now.items() if self._seen.get(number) != text]
        self._seen = now
        return fresh

    def message(self, part: str) -> dict[str, Any]:
        """The newest message of the bot that holds this part. Raises LookupError."""
        for kept in self.phone.chat.newest_first():
            if not kept.outgoing and part in _shown(kept.wire):
                return kept.wire
        raise LookupError(f"no message with {part!r} in {self.phone.heard()}")

    def buttons_of(self, part: str) -> list[str]:
        keys = self.message(part).get("reply_markup", {}).get("inline_keyboard", [])
        return [key["text"] for row in keys for key in row]

    async def member(self) -> StaffMember:
        """This person as a member of the staff."""
        found: StaffMember | None = await self.line.read(self._member)
        assert found is not None
        return found

    async def _member(self, tx: Any) -> StaffMember | None:
        person = await find_person_by_chat(tx, ChatId(self.phone.chat.id))
        return await find_staff_of_person(tx, person.id) if person else None


def _shown(wire: dict[str, Any]) -> str:
    text: str = wire.get("text") or wire.get("caption") or ""
    kinds = [kind for kind in ("photo", "voice", "video", "video_note", "location") if kind in wire]
    return text or "".join(f"<{kind}>" for kind in kinds)


@dataclass(slots=True)
class Cast:
    """Everybody is made when first asked for, so that a test costs only whom it needs."""

    line: Line
    _actors: dict[str, Actor] = field(default_factory=dict)

    async def elena(self) -> Actor:
        """Lives in Waterschei-Noord and reads Bulgarian."""
        return await self.resident("elena", 5_500_000_701, "Български")

    async def mehmet(self) -> Actor:
        """Lives in Waterschei-Noord and reads Turkish."""
        return await self.resident("mehmet", 5_500_000_702, "Türkçe")

    async def jan(self) -> Actor:
        """Lives elsewhere, reads Dutch; nothing of the others is for him."""
        return await self.resident("jan", 5_500_000_703, "Nederlands")

    async def silent(self) -> Actor:
        """A resident who has stopped the bot after the first minute."""
        actor = await self.resident("silent", 5_500_000_704, "Nederlands")
        actor.phone.blocks()
        await self.line.quiet()
        return actor

    async def selin(self) -> Actor:
        """Contact worker of Waterschei, speaks Turkish and Bulgarian."""
        return await self.staff("selin", 5_500_000_801, Role.CONTACT_WORKER, WATERSCHEI, "tr", "bg")

    async def karel(self) -> Actor:
        """Wijkmanager of Waterschei-Noord alone."""
        return await self.staff("karel", 5_500_000_802, Role.WIJKMANAGER, NOORD)

    async def lies(self) -> Actor:
        """Wijkmanager of all of Waterschei: Karel's colleague."""
        return await self.staff("lies", 5_500_000_803, Role.WIJKMANAGER, WATERSCHEI)

    async def piet(self) -> Actor:
        """Wijkmanager elsewhere: Waterschei is none of his business."""
        return await self.staff("piet", 5_500_000_804, Role.WIJKMANAGER, places("boxbergheide"))

    async def greet(self) -> Actor:
        """Coordinator of the whole city."""
        return await self.staff("greet", 5_500_000_805, Role.COORDINATOR, Places())

    async def bram(self) -> Actor:
        """Administrator: runs the bot, reads nothing that is sensitive."""
        return await self.staff("bram", 5_500_000_806, Role.ADMINISTRATOR, Places())

    async def tine(self) -> Actor:
        """Team member of Waterschei-Noord."""
        return await self.staff("tine", 5_500_000_807, Role.TEAM_MEMBER, NOORD)

    async def rik(self) -> Actor:
        """Works for the city's cleaning service, a partner: sees what was passed on to it and nothing else."""
        return await self.staff("rik", 5_500_000_808, Role.PARTNER, Places(), organisation="Dienst Reiniging")

    async def resident(self, name: str, user: int, language: str) -> Actor:
        """Somebody who has chosen a language."""
        if name not in self._actors:
            actor = self._actors[name] = self._with_phone(user)
            await actor.starts()
            await actor.taps(language)
        return self._actors[name]

    async def staff(
        self,
        name: str,
        user: int,
        role: Role,
        places: Places,
        *languages: str,
        organisation: str | None = None,
    ) -> Actor:
        """Somebody who has opened an invitation."""
        if name not in self._actors:
            actor = self._actors[name] = self._with_phone(user)
            await self.line.invited(actor.phone, role, places, *languages, organisation=organisation)
            actor.reads()
        return self._actors[name]

    async def case_of(
        self,
        actor: Actor,
        *texts: str,
        wijk: str | None = "waterschei-noord",
        category: str | None = "waste",
        media: tuple[Media, ...] = (),
    ) -> Case:
        """A case that this person has sent, without the questions before it."""
        parts = tuple(Part(Words(text)) for text in texts) + ((Part(Words(media=media)),) if media else ())
        new = NewCase(
            kind=CaseKind.SIGNAL,
            parts=parts,
            wijk=WijkId(wijk) if wijk else None,
            category=CategoryId(category) if category else None,
        )

        async def opened(turn: Turn) -> Case:
            await People(turn).meet(ChatId(actor.phone.chat.id))
            return await Cases(turn).open(new)

        case: Case = await self.line.turn(opened)
        await self.line.quiet()
        return case

    async def state_of(self, case: Case) -> Case:
        """The case as it is now."""
        found: Case = await self.line.read(lambda tx: get_case(tx, case.id))
        return found

    def _with_phone(self, user: int) -> Actor:
        phone = self.line.telegram.person(user, "Planted", username=f"planted_{user}", language_code="nl")
        return Actor(self.line, phone)


def number_in(texts: Sequence[str]) -> str:
    """The case number that somebody reads."""
    found = re.search(r"\b[1-9][0-9]{4}\b", "\n".join(texts))
    assert found, texts
    return found[0]
