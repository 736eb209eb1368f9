"""News: which wijken somebody wants to hear announcements of, about what, and when not."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.cases import Case
from bot.domain.city import Wijk, WijkId
from bot.domain.errors import ButtonExpired
from bot.domain.news import FOR_EVER, Quiet, Topic, Wishes, at_local, next_hour
from bot.domain.people import Person
from bot.services.turn import Turn
from storage import news as rows
from storage.outbox import find_outbox_by_message
from storage.people import erase_follow, insert_follow, list_followed

OFFER: Final = "news-offer"
WEEK: Final = timedelta(days=7)
# As far ahead as somebody may pause without saying "until I say so".
PAUSES_AHEAD: Final = timedelta(days=70)


@dataclass(frozen=True, slots=True)
class News:
    """What who acts follows, or somebody to whom it is shown.

    Whatever makes it less also stops what is on its way to them: nothing arrives that is not wanted any more.
    """

    turn: Turn

    async def followed(self, person: Person | None = None) -> tuple[Wijk, ...]:
        """In the order in which they were chosen; wijken that the city no longer has are left out."""
        wijken = await list_followed(self.turn.tx, (person or self._acting()).id)
        return tuple(self.turn.city.wijk(wijk) for wijk in wijken if self.turn.city.has_wijk(wijk))

    async def wishes(self, person: Person | None = None) -> Wishes:
        """Topics that were left, quiet hours, a pause."""
        return await rows.find_wishes(self.turn.tx, (person or self._acting()).id)

    async def follow(self, *wijken: str) -> None:
        """Twice is the same as once. Who asks for news ends a pause. Raises WijkUnknown."""
        for wijk in [self.turn.city.wijk(wijk) for wijk in wijken]:
            await insert_follow(self.turn.tx, self._acting().id, wijk.id, self.turn.now)
        if (await self.wishes()).pause(self.turn.now):
            await self.resume()

    async def unfollow(self, wijk: str) -> Wijk:
        """The wijk that is no longer followed, also when it was not before. Raises WijkUnknown."""
        known = self.turn.city.wijk(wijk)
        await erase_follow(self.turn.tx, self._acting().id, known.id)
        await self._stop_unwanted()
        return known

    async def stop(self) -> None:
        """No news of any wijk."""
        for wijk in await list_followed(self.turn.tx, self._acting().id):
            await erase_follow(self.turn.tx, self._acting().id, wijk)
        await self._stop_unwanted()

    async def leave_topic(self, topic: str) -> Topic:
        """No more of it, of any wijk. Raises ButtonExpired for what is no topic."""
        known = _topic(topic)
        await rows.insert_topic_left(self.turn.tx, self._acting().id, known)
        await self._stop_unwanted()
        return known

    async def take_up_topic(self, topic: str) -> Topic:
        """More of it again. Raises ButtonExpired for what is no topic."""
        known = _topic(topic)
        await rows.erase_topic_left(self.turn.tx, self._acting().id, known)
        return known

    async def be_quiet(self, start: int, end: int) -> None:
        """What comes in these hours waits until they end. Raises ButtonExpired for what are no two hours."""
        try:
            quiet = Quiet(start, end)
        except ValueError:
            raise ButtonExpired from None
        await self._wish(replace(await self.wishes(), quiet=quiet))
        local = self.turn.now.astimezone(self.turn.city.time_zone)
        until = next_hour(quiet.end, self.turn.now, self.turn.city) if quiet.holds(local.hour) else None
        await rows.move_waiting_rows(self.turn.tx, self._acting().id, until, self.turn.now)

    async def be_loud(self) -> None:
        """News at any hour."""
        await self._wish(replace(await self.wishes(), quiet=None))
        await rows.move_waiting_rows(self.turn.tx, self._acting().id, None, self.turn.now)

    async def pause_week(self) -> None:
        await self.pause_until(self._today() + WEEK)

    async def pause_until(self, day: date) -> None:
        """No news before that day. Raises ButtonExpired for one that is past, or too far away."""
        if not self._today() < day <= self._today() + PAUSES_AHEAD:
            raise ButtonExpired
        await self._pause(at_local(day, 0, self.turn.city))

    async def pause_for_ever(self) -> None:
        """Until they say so."""
        await self._pause(FOR_EVER)

    async def resume(self) -> None:
        """The pause is over; what was announced in it does not come."""
        await self._wish(replace(await self.wishes(), paused_until=None))

    async def offer(self, case: Case) -> None:
        """After the first report: news of its wijk? Asked once, never of who follows something or told us of home or work."""
        if case.wijk is None or case.sensitive or case.urgent or await self.followed():
            return
        wishes = await self.wishes()
        if wishes.offered_at is None:
            await self._wish(replace(wishes, offered_at=self.turn.now))
            await self.turn.say(self._acting().id, OFFER, wijk=case.wijk)

    async def announced(self, message: int) -> WijkId | None:
        """The wijk of which a message of this chat was news; None for any other message."""
        row = await find_outbox_by_message(self.turn.tx, self._acting().chat, message)
        wijk = str(row.intent.values.get("wijk")) if row and row.intent.announcement else ""
        return self.turn.city.wijk(wijk).id if self.turn.city.has_wijk(wijk) else None

    async def _pause(self, until: datetime) -> None:
        await self._wish(replace(await self.wishes(), paused_until=until))
        await self._stop_unwanted()

    async def _wish(self, wishes: Wishes) -> None:
        await rows.set_wishes(self.turn.tx, self._acting().id, wishes)

    async def _stop_unwanted(self) -> None:
        await rows.stop_unwanted_rows(self.turn.tx, self._acting().id, self.turn.now)

    def _today(self) -> date:
        return self.turn.now.astimezone(self.turn.city.time_zone).date()

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise ButtonExpired
        return self.turn.person


def _topic(topic: str) -> Topic:
    if topic not in set(Topic):
        raise ButtonExpired
    return Topic(topic)
