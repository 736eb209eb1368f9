"""News: which wijken somebody wants to hear announcements of."""

from dataclasses import dataclass

from bot.domain.city import Wijk
from bot.domain.errors import ButtonExpired
from bot.domain.people import Person
from bot.services.turn import Turn
from storage.people import erase_follow, insert_follow, list_followed


@dataclass(frozen=True, slots=True)
class News:
    """What who acts follows, or somebody to whom it is shown."""

    turn: Turn

    async def followed(self, person: Person | None = None) -> tuple[Wijk, ...]:
        """In the order in which they were chosen; wijken that the city no longer has are left out."""
        wijken = await list_followed(self.turn.tx, (person or self._acting()).id)
        return tuple(self.turn.city.wijk(wijk) for wijk in wijken if self.turn.city.has_wijk(wijk))

    async def follow(self, *wijken: str) -> None:
        """Twice is the same as once. Raises WijkUnknown."""
        for wijk in [self.turn.city.wijk(wijk) for wijk in wijken]:
            await insert_follow(self.turn.tx, self._acting().id, wijk.id, self.turn.now)

    async def unfollow(self, wijk: str) -> Wijk:
        """The wijk that is no longer followed, also when it was not before. Raises WijkUnknown."""
        known = self.turn.city.wijk(wijk)
        await erase_follow(self.turn.tx, self._acting().id, known.id)
        return known

    async def stop(self) -> None:
        """No news of any wijk."""
        for wijk in await list_followed(self.turn.tx, self._acting().id):
            await erase_follow(self.turn.tx, self._acting().id, wijk)

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise ButtonExpired
        return self.turn.person
