"""Announcements while they are written: for whom, in which words, and every language confirmed by a person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.announcements import (
    LONGEST_DUTCH,
    LONGEST_TRANSLATION,
    SETTLED,
    Announcement,
    Audience,
    AudienceKind,
    State,
    TextState,
    Wording,
)
from bot.domain.city import Stadsdeel, Wijk
from bot.domain.errors import ButtonExpired, NothingWritten, NotYours, TooLong
from bot.domain.intents import AnnouncementId
from bot.domain.news import Topic
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import may_announce
from bot.services.seconds import Seconds
from bot.services.turn import Turn
from bot.translation.facts import Difference, differences
from storage import announcements as rows
from storage.staff import find_staff

__all__ = ["ANNOUNCING", "Announcements", "Audiences", "Difference"]

ANNOUNCING: Final = "announce"  # the kind of step in which one is written


@dataclass(frozen=True, slots=True)
class Audiences:
    """Whom somebody may announce to."""

    wijken: Sequence[Wijk]
    stadsdelen: Sequence[Stadsdeel]
    everybody: bool


@dataclass(frozen=True, slots=True)
class Announcements:
    turn: Turn

    def audiences(self, staff: StaffMember) -> Audiences:
        """Raises NotYours for who may announce to nobody."""
        city = self.turn.city
        wijken = [wijk for wijk in city.wijken if may_announce(city, staff, wijk.id)]
        if not wijken:
            raise NotYours
        whole = [
            one for one in city.stadsdelen if self.may(staff, Audience(AudienceKind.STADSDEEL, one.name))
        ]
        return Audiences(wijken, whole, everybody=may_announce(city, staff, None))

    async def begin(self, staff: StaffMember, audience: Audience) -> Announcement:
        """A new draft, in the place of an earlier one. Raises NotYours, WijkUnknown, NobodyElse."""
        if not self.may(staff, audience):
            raise NotYours
        await Seconds(self.turn).require(staff, audience)
        wijken = audience.wijken(self.turn.city)
        return await rows.insert_announcement(self.turn.tx, staff.id, audience, wijken, self.turn.now)

    async def find(self, announcement: AnnouncementId) -> Announcement | None:
        return await rows.find_announcement(self.turn.tx, announcement)

    async def draft(self, staff: StaffMember, announcement: AnnouncementId) -> Announcement:
        """What this person is writing. Raises ButtonExpired when it is no draft any more."""
        found = await self.own(staff, announcement)
        if found.state is not State.DRAFT:
            raise ButtonExpired
        return found

    async def own(self, staff: StaffMember, announcement: AnnouncementId) -> Announcement:
        """An announcement of this person. Raises ButtonExpired for anybody else's: the button was crafted."""
        found = await rows.find_announcement(self.turn.tx, announcement)
        if found is None or found.staff != staff.id:
            raise ButtonExpired
        return found

    async def role_of_sender(self, announcement: Announcement) -> Role | None:
        """Also of somebody who was released since."""
        member = await find_staff(self.turn.tx, announcement.staff)
        return member.role if member else None

    async def readdress(self, staff: StaffMember, draft: Announcement, audience: Audience) -> Announcement:
        """Send it to others. Raises NotYours, WijkUnknown, NobodyElse."""
        if not self.may(staff, audience):
            raise NotYours
        await Seconds(self.turn).require(staff, audience)
        await rows.set_audience(self.turn.tx, draft.id, audience, audience.wijken(self.turn.city))
        return await rows.get_announcement(self.turn.tx, draft.id)

    async def choose_topic(self, draft: Announcement, topic: str) -> Announcement:
        """What it is about. Raises ButtonExpired for what is no topic."""
        if topic not in set(Topic):
            raise ButtonExpired
        await rows.set_topic(self.turn.tx, draft.id, Topic(topic))
        return await rows.get_announcement(self.turn.tx, draft.id)

    async def write(self, draft: Announcement, language: str, text: str) -> Announcement:
        """What a person wrote. A translation that differs in its facts still has to be accepted.

        New Dutch makes the translations of the old worthless: they go. Raises NothingWritten, TooLong.
        """
        is_dutch = language == self.turn.city.master.code
        words = _checked(text, LONGEST_DUTCH if is_dutch else LONGEST_TRANSLATION)
        if is_dutch:
            await rows.erase_other_wordings(self.turn.tx, draft.id, language)
        sure = is_dutch or not differences(self._dutch(draft), words)
        state = TextState.CONFIRMED if sure else TextState.DRAFT
        return await self._set(draft, Wording(language, words, state))

    async def leave_out(self, draft: Announcement, language: str) -> Announcement:
        """Readers of this language get the Dutch alone."""
        return await self._set(draft, Wording(language, "", TextState.LEFT_OUT))

    async def ask_machine(self, draft: Announcement, language: str) -> Announcement:
        """Let the machine make a draft. Raises ButtonExpired where there is none."""
        if not self.turn.rules.machine:
            raise ButtonExpired
        return await self._set(draft, Wording(language, "", TextState.MACHINE))

    async def machine_answered(
        self, announcement: AnnouncementId, language: str, text: str | None, engine: str
    ) -> Announcement | None:
        """Keep the machine's draft for a person to confirm; None when nobody waits for it any more."""
        found = await rows.find_announcement(self.turn.tx, announcement)
        wording = found.wordings.get(language) if found else None
        if found is None or wording is None or wording.state is not TextState.ARRIVED:
            return None
        if found.state is not State.DRAFT:
            return None
        if text is None or len(text) > LONGEST_TRANSLATION:
            return await self._set(found, Wording(language, "", TextState.DRAFT))
        return await self._set(found, Wording(language, text, TextState.DRAFT, engine=engine))

    async def confirm(self, draft: Announcement, language: str) -> Announcement:
        """A person has read it and says that it is right. Raises ButtonExpired when there is nothing to confirm."""
        wording = draft.wordings.get(language)
        if wording is None or wording.state is not TextState.DRAFT or not wording.text:
            raise ButtonExpired
        return await self._set(draft, replace(wording, state=TextState.CONFIRMED))

    async def drop(self, draft: Announcement) -> None:
        """Forget what was never sent."""
        await rows.erase_draft(self.turn.tx, draft.id)

    def next_language(self, draft: Announcement) -> str | None:
        """The first language about which nothing is decided yet; Dutch comes first."""
        codes = [self.turn.city.master.code]
        codes += [one.code for one in self.turn.city.languages if one.code not in codes]
        settled = {code for code, wording in draft.wordings.items() if wording.state in SETTLED}
        return next((code for code in codes if code not in settled), None)

    def differences(self, draft: Announcement, language: str) -> tuple[Difference, ...]:
        """In which numbers, dates, times, telephone numbers and links the translation differs from the Dutch."""
        wording = draft.wordings.get(language)
        return differences(self._dutch(draft), wording.text) if wording else ()

    async def count_people(self, draft: Announcement) -> int:
        """How many distinct people would get it now."""
        return await rows.count_followers(self.turn.tx, draft, self.turn.now)

    async def _set(self, draft: Announcement, wording: Wording) -> Announcement:
        await rows.set_wording(self.turn.tx, draft.id, wording)
        return await rows.get_announcement(self.turn.tx, draft.id)

    def _dutch(self, draft: Announcement) -> str:
        return draft.text(self.turn.city.master.code) or ""

    def may(self, staff: StaffMember, audience: Audience) -> bool:
        city = self.turn.city
        if audience.kind is AudienceKind.EVERYBODY:
            return may_announce(city, staff, None)
        wijken = audience.wijken(city)
        return bool(wijken) and all(may_announce(city, staff, wijk) for wijk in wijken)


def _checked(text: str, most: int) -> str:
    words = text.strip()
    if not words:
        raise NothingWritten
    if len(words) > most:
        raise TooLong
    return words
