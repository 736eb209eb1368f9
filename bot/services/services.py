"""All services over one turn, by their noun."""

from dataclasses import dataclass

from bot.services.arrivals import Arrivals
from bot.services.people import People
from bot.services.staff import Staff
from bot.services.steps import Steps
from bot.services.translations import Translations
from bot.services.turn import Turn


@dataclass(frozen=True, slots=True)
class Services:
    turn: Turn

    @property
    def people(self) -> People:
        return People(self.turn)

    @property
    def steps(self) -> Steps:
        return Steps(self.turn)

    @property
    def staff(self) -> Staff:
        return Staff(self.turn)

    @property
    def translations(self) -> Translations:
        return Translations(self.turn)

    @property
    def arrivals(self) -> Arrivals:
        return Arrivals(self.turn)
