"""How much of one kind comes as it is, before it is gathered: nobody is banned, and nothing is lost."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Limits:
    """`messages` of one person and `cards` to one member of staff come one by one within so many `minutes`.

    `cases` of one person do within an hour. What comes beyond that is kept all the same, and told of together.
    """

    messages: int = 20
    minutes: int = 10
    cases: int = 5
    cards: int = 20

    @property
    def window(self) -> timedelta:
        return timedelta(minutes=self.minutes)
