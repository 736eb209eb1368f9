"""Where it is, in three languages: the poster, a street with mistakes, a place nobody knew, outside, and not at all."""

from dataclasses import dataclass
from typing import Final

import pytest

from bot.domain.people import Role
from tests.journeys.conftest import Opens
from tests.journeys.story import HOME
from tests.journeys.told import ALL, Told
from tests.journeys.town import Player, Town

CAST: Final = (
    "Elena reports; what she reads is in her language",
    "Karel is the wijkmanager of Waterschei-Noord, Greet the coordinator",
)
HASSELT: Final = (50.93, 5.33)
THOR: Final = (51.0018, 5.5193)
NEW_STREET: Final = "Nieuwe Mijnpad"


@dataclass(frozen=True, slots=True)
class Typed:
    """How somebody writes where it is, as the ear and the keyboard have it."""

    street: str
    corner: str
    landmark: str
    elsewhere: str
    unknown: str


TYPED: Final = {
    "nl": Typed(
        street="stalenstrat 12",
        corner="hoek Stalenstraat en Onderwijslaan",
        landmark="bij de Aldi",
        elsewhere="Stationsstraat 3 in Hasselt",
        unknown="nieuwe mijnpad 14",
    ),
    "tr": Typed(
        street="Ştalenştraat'ta 12",
        corner="Stalenstraat, Onderwijslaan köşesi",
        landmark="Aldi'nin yanında",
        elsewhere="Hasselt'te",
        unknown="Nieuwe Mijnpad no 14",
    ),
    "bg": Typed(
        street="ул. Сталенстрат 12",
        corner="на ъгъла на Stalenstraat и Onderwijslaan",
        landmark="до Алди",
        elsewhere="в Хаселт",
        unknown="Nieuwe Mijnpad № 14",
    ),
}


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.language)
async def test_where_it_is(opens: Opens, told: Told) -> None:
    async with opens(f"Where it is: {told.name}", CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        greet = await town.appoints("Greet", 5_500_000_805, Role.COORDINATOR)
        elena = town.moves_in(
            "Elena", town.line.telegram.person(5_500_000_701, "Elena", language_code=told.language)
        )
        story = Where(town, told, TYPED[told.language], elena, karel, greet)
        await story.scans_the_poster()
        await story.types_a_street()
        await story.names_a_corner_and_a_landmark()
        await story.is_outside()
        await story.sends_a_location()
        await story.names_what_nobody_knew()
        await story.does_not_know()
        assert town.unanswered() == []
        assert '"level":"error"' not in town.search.logs.getvalue()
        town.transcript.compare(f"place-{told.language}", await town.names())


@dataclass(slots=True)
class Where:
    town: Town
    told: Told
    typed: Typed
    elena: Player
    karel: Player
    greet: Player

    def label(self, name: str, language: str | None = None) -> str:
        return self.town.label(language or self.told.language, name)

    async def begins(self) -> None:
        """A report, up to the question where it is."""
        await self.elena.taps(self.label("menu-report"))
        await self.elena.says(self.told.rubbish)
        await self.elena.taps(self.told.waste)

    async def leaves(self) -> None:
        await self.elena.taps(self.label("draft-stop"))

    async def scans_the_poster(self) -> None:
        """From the poster the place is known: it is not asked."""
        self.town.transcript.chapter("The poster in the window of the bakery")
        await self.elena.starts("wijk-waterschei-noord")
        await self.elena.taps(self.told.name)
        await self.elena.taps(self.label("menu-report"), below="Waterschei-Noord")
        await self.elena.says(self.told.rubbish)
        await self.elena.taps(self.told.waste)
        assert "📍 Waterschei-Noord" in self.elena.fresh[-1]
        await self.leaves()

    async def types_a_street(self) -> None:
        """Mistakes are forgiven, and a street in several wijken asks which."""
        self.town.transcript.chapter("A street, as the ear has it")
        await self.begins()
        await self.elena.says(self.typed.street)
        if "Waterschei-Zuid" not in self.elena.phone.buttons():
            await self.elena.taps("Stalenstraat 12")
        await self.elena.taps("Waterschei-Zuid")
        assert "📍 Stalenstraat 12, Waterschei-Zuid" in self.elena.fresh[-1]
        await self.leaves()

    async def names_a_corner_and_a_landmark(self) -> None:
        """Both streets stay; a landmark stays as it was written."""
        self.town.transcript.chapter("The corner of two streets, and a shop")
        await self.begins()
        await self.elena.says(self.typed.corner)
        assert "Stalenstraat / Onderwijslaan" in self.elena.fresh[-1]
        await self.elena.taps(self.label("draft-back"))
        await self.elena.says(self.typed.landmark)
        await self.elena.taps(self.label("place-unknown-yes"))
        await self.elena.taps("Bret-Gelieren")
        await self.elena.taps("Bret")
        assert f"📍 {self.typed.landmark}, Bret" in self.elena.fresh[-1]
        await self.leaves()

    async def is_outside(self) -> None:
        """Said politely, with whom to ask, whether it was sent or typed."""
        self.town.transcript.chapter("Outside the city")
        await self.begins()
        for outside in (self.elena.shares_location(*HASSELT), self.elena.says(self.typed.elsewhere)):
            await outside
            assert "Hasselt" in self.elena.fresh[-1]
            assert "1700" in self.elena.fresh[-1]
            assert "112" in self.elena.fresh[-1]
        await self.leaves()

    async def sends_a_location(self) -> None:
        """The two likeliest; of a live location the first point."""
        self.town.transcript.chapter("Standing there")
        await self.begins()
        await self.elena.does(
            "shares where she is for a quarter of an hour",
            lambda phone: phone.sends_location(*THOR, live_period=900),
        )
        await self.elena.taps("Waterschei-Noord")
        await self.leaves()

    async def names_what_nobody_knew(self) -> None:
        """Kept as written; learned when the wijkmanager confirms it, and known to everybody from then on."""
        self.town.transcript.chapter("A street that nobody knew")
        await self.begins()
        await self.elena.says(self.typed.unknown)
        await self.elena.taps(self.label("place-unknown-yes"))
        await self.elena.taps("Waterschei")
        await self.elena.taps("Waterschei-Noord")
        await self.elena.taps(self.label("draft-send"))
        await self.karel.taps("⋯ Meer")
        await self.karel.taps("🛣 Straat hoort hier")
        await self.karel.says(NEW_STREET)
        await self.karel.taps("✅ Klopt")
        await self.begins()
        await self.elena.says(self.typed.unknown)
        assert f"📍 {NEW_STREET} 14, Waterschei-Noord" in self.elena.fresh[-1]
        await self.leaves()
        await self.greet.says("/straten")
        await self.greet.taps(f"{NEW_STREET} · Waterschei-Noord")
        await self.greet.taps("🗑 Weg ermee")

    async def does_not_know(self) -> None:
        """The question is skipped, and the coordinator has it."""
        self.town.transcript.chapter("Not known at all")
        await self.begins()
        await self.elena.taps(self.label("draft-skip"))
        await self.elena.taps(self.label("draft-send"))
        assert any(self.told.waste.partition(" ")[0] in text for text in self.greet.fresh)
        assert self.karel.fresh == []
