"""Nothing is ever unowned: Karel goes away, falls ill and comes back; and the team goes and looks. Staff read Dutch."""

from datetime import timedelta
from typing import Final

from bot.domain.people import Role
from storage.ownership import Checked, find_checked
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import ELSEWHERE, HOME
from tests.journeys.town import Player, Town
from tests.planted import planted

AWAY: Final = (
    "Jan lives in Waterschei-Noord",
    "Karel is its wijkmanager, Piet that of Boxbergheide, Greet the coordinator",
)
TEAM: Final = (
    "Jan lives in Waterschei-Noord",
    "Karel is its wijkmanager; Tine and Omar are of its team",
)
DAY: Final = timedelta(days=1)
PIET: Final = "wijkmanager · Boxbergheide"


async def moves_in(town: Town) -> Player:
    jan = town.moves_in("Jan", planted(town.line.telegram, RESIDENT, "nl"))
    await jan.starts()
    await jan.taps("Nederlands")
    return jan


async def reports(jan: Player, story: str) -> None:
    await jan.taps("📣 Probleem melden")
    await jan.says(story)
    await jan.taps("🗑 Afval")
    if any("Waterschei-Noord" in label for label in jan.phone.buttons()):
        await jan.taps("🏘 Waterschei-Noord")
    else:
        await jan.taps("Waterschei")
        await jan.taps("Waterschei-Noord")
    await jan.taps("✅ Verstuur")


async def test_whoever_is_away_somebody_has_it(opens: Opens) -> None:
    async with opens("Nothing is ever unowned", AWAY) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        piet = await town.appoints("Piet", 5_500_000_804, Role.WIJKMANAGER, ELSEWHERE)
        greet = await town.appoints("Greet", 5_500_000_805, Role.COORDINATOR)
        jan = await moves_in(town)
        town.transcript.chapter("Before the holiday")
        await reports(jan, "Er staat een oude zetel op de stoep.")
        await karel.taps("✋ Ik neem dit")
        await karel.says("/afwezig")
        await karel.taps("🏖 Ik ben afwezig")
        await karel.taps("Morgen")
        await karel.says("18/9")
        await karel.taps(PIET)
        await karel.taps("✅ Ja, zo klopt het")
        assert piet.fresh == []
        town.transcript.chapter("Karel is away")
        await town.later(DAY, "the next morning")
        assert any("Je vervangt een collega" in text for text in piet.fresh)
        await reports(jan, "Er liggen drie matrassen naast de glasbol.")
        assert any("matrassen" in text for text in piet.fresh)
        assert not any("matrassen" in text for player in (karel, greet) for text in player.fresh)
        town.transcript.chapter("Piet falls ill")
        await greet.says("/afwezig")
        await greet.taps("👥 Een collega is afwezig")
        await greet.taps(PIET)
        await greet.taps("Vandaag")
        await greet.taps(greet.buttons_below("Wat is de laatste dag?")[0])
        await greet.taps("👥 Het team")
        await greet.taps("✅ Ja, zo klopt het")
        assert sum("⏳ Nog niet genomen" in text for text in greet.fresh) == 2
        town.transcript.chapter("The days go by")
        await town.later(DAY, "Piet is back")
        await town.later(timedelta(days=6), "the answers are late")
        assert any("is te laat" in text for text in greet.fresh)
        town.transcript.chapter("Karel comes back a day early")
        await town.later(2 * DAY, "two days")
        await karel.says("/afwezig")
        await karel.taps("👋 Ik ben er weer")
        assert any("1 dossier is weer van jou" in text for text in karel.fresh)
        _, checked = await town.line.read(find_checked)
        assert checked == Checked(2, 0, 0)
        assert not any("Nachtcontrole" in text for text in greet.phone.heard())
        assert town.unanswered() == []
        town.transcript.compare("never-unowned", await town.names())


async def test_the_team_goes_and_looks(opens: Opens) -> None:
    async with opens("Go and look", TEAM) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        tine = await town.appoints("Tine", 5_500_000_807, Role.TEAM_MEMBER, HOME)
        omar = await town.appoints("Omar", 5_500_000_808, Role.TEAM_MEMBER, HOME)
        jan = await moves_in(town)
        town.transcript.chapter("Karel asks")
        await reports(jan, "Er staat een oude zetel op de stoep.")
        await karel.taps("⋯ Meer")
        await karel.taps("👀 Ga kijken")
        await karel.says("Staat hij er nog? Kijk ook achter de hoek.")
        assert any("Ga kijken" in text for text in omar.fresh)
        town.transcript.chapter("Nobody has time")
        await town.later(DAY + timedelta(hours=2), "a day later")
        assert any("nog niemand van het team ging kijken" in text for text in karel.fresh)
        town.transcript.chapter("Tine goes")
        await tine.taps("✋ Ik ga kijken")
        await omar.taps("📁 Toon dossier")
        await tine.sends_photo("Hij staat er nog, met een matras.")
        await tine.says("Achter de hoek is het proper.")
        await tine.taps("✅ Verstuur")
        assert any("Er is gekeken" in text for text in karel.fresh)
        assert not any("matras" in text for text in jan.phone.heard())
        assert town.unanswered() == []
        town.transcript.compare("go-and-look", await town.names())
