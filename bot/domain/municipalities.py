"""The municipalities around the city: what lies there is theirs, and this is whom to ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.city_parts import Confidence, Point
from bot.domain.toml_table import Table


@dataclass(frozen=True, slots=True)
class Municipality:
    """A neighbour. `villages`: names of places in it; `phone` is empty where nobody has given one."""

    name: str
    villages: tuple[str, ...]
    centre: Point
    phone: str
    confidence: Confidence

    @property
    def number(self) -> str:
        """The number to show: one that nobody has verified is not shown."""
        return self.phone if self.confidence is not Confidence.UNVERIFIED else ""


def municipalities(root: Table) -> Iterator[Municipality]:
    """Read them; none when they are left out."""
    for table in root.tables("municipalities"):
        yield Municipality(
            name=table.text("name"),
            villages=table.texts("villages"),
            centre=Point(table.degrees("lat", most=90), table.degrees("lon", most=180)),
            phone=table.optional_text("phone"),
            confidence=table.choice("confidence", Confidence),
        )
        table.done()
