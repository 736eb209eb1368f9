"""Danger, in three languages: the numbers come at once, the report goes on, and one tap makes it urgent."""

import pytest

from bot.domain.people import Role
from tests.journeys.conftest import Opens
from tests.journeys.story import HOME
from tests.journeys.told import ALL, Told
from tests.journeys.town import Player, Town

CAST = (
    "Elena writes when something happens; what she reads is in her language",
    "Karel is the wijkmanager of Waterschei-Noord",
)
SUICIDE = "1813"
VIOLENCE_AT_HOME = "1712"
AMBULANCE = "112"


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.language)
async def test_danger(opens: Opens, told: Told) -> None:
    async with opens(f"Danger: {told.name}", CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        elena = town.moves_in(
            "Elena", town.line.telegram.person(5_500_000_701, "Elena", language_code=told.language)
        )
        await elena.starts()
        await elena.taps(told.name)
        await it_smells_of_gas(town, elena, karel, told)
        await she_is_beaten(town, elena, told)
        await she_wants_to_die(town, elena, told)
        await it_only_sounds_so(town, elena, told)
        assert town.unanswered() == []
        town.transcript.compare(f"danger-{told.language}", await town.names())


async def it_smells_of_gas(town: Town, elena: Player, karel: Player, told: Told) -> None:
    """Leave the house first, then call; the report goes on beside it, and only her tap makes it urgent."""
    town.transcript.chapter("It smells of gas")
    card, question = await elena.says(told.gas)
    assert card.startswith("🆘")
    leave = town.label(told.language, "danger-gas")
    assert card.index(leave) < card.index(f"☎️ {AMBULANCE}")
    assert question == town.label(told.language, "category-ask")
    await elena.taps(town.label(told.language, "draft-skip"))
    await elena.taps("Waterschei")
    await elena.taps("Waterschei-Noord")
    await elena.taps(town.label(told.language, "draft-send"))
    number = (await town.numbers())[0]
    assert not any("ringend" in text for text in karel.phone.heard())
    await elena.taps(town.label(told.language, "danger-now"))
    assert any("ringend" in text and number in text for text in karel.fresh)


async def she_is_beaten(town: Town, elena: Player, told: Told) -> None:
    """Also while it is asked where her words belong, the numbers come first."""
    town.transcript.chapter("At home")
    card, _ = await elena.says(told.beaten)
    assert card.startswith("🆘")
    assert f"☎️ {VIOLENCE_AT_HOME}" in card
    assert town.label(told.language, "which-new") in elena.phone.buttons()
    await elena.taps(town.label(told.language, "draft-stop"))


async def she_wants_to_die(town: Town, elena: Player, told: Told) -> None:
    town.transcript.chapter("Not wanting to live")
    card, _ = await elena.says(told.suicide)
    assert card.startswith("🆘")
    assert f"☎️ {SUICIDE}" in card
    await elena.taps(town.label(told.language, "draft-stop"))


async def it_only_sounds_so(town: Town, elena: Player, told: Told) -> None:
    """A street lamp that is out is the most ordinary report of all."""
    town.transcript.chapter("What only sounds like danger")
    assert not any("🆘" in text for text in await elena.says(told.harmless))
