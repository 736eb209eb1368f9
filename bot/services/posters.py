"""Posters: for which wijken who acts may have the page that hangs in a window."""

from dataclasses import dataclass

from bot.domain.city import Wijk
from bot.domain.errors import NotYours
from bot.domain.permissions import may_print
from bot.services.turn import Turn


@dataclass(frozen=True, slots=True)
class Posters:
    turn: Turn

    def wijken(self) -> tuple[Wijk, ...]:
        """In the city's order; none for a resident."""
        staff, city = self.turn.staff, self.turn.city
        return tuple(wijk for wijk in city.wijken if staff and may_print(city, staff, wijk.id))

    def wijk(self, wijk: str) -> Wijk:
        """One of those. Raises NotYours, also for one that is not there."""
        found = next((one for one in self.wijken() if one.id == wijk), None)
        if found is None:
            raise NotYours
        return found
