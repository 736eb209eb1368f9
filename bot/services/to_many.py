"""The services that reach many people at once: announcements, who lets them leave, and the news that residents want."""

from dataclasses import dataclass

from bot.services.announcements import Announcements
from bot.services.approvals import Approvals
from bot.services.news import News
from bot.services.refusals import Refusals
from bot.services.seconds import Seconds
from bot.services.sendings import Sendings
from bot.services.turn import Turn


@dataclass(frozen=True, slots=True)
class ServicesToMany:
    turn: Turn

    @property
    def announcements(self) -> Announcements:
        return Announcements(self.turn)

    @property
    def approvals(self) -> Approvals:
        return Approvals(self.turn)

    @property
    def news(self) -> News:
        return News(self.turn)

    @property
    def refusals(self) -> Refusals:
        return Refusals(self.turn)

    @property
    def seconds(self) -> Seconds:
        return Seconds(self.turn)

    @property
    def sendings(self) -> Sendings:
        return Sendings(self.turn)
