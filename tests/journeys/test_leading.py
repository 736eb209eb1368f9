"""A coordinator's morning: what waits and why, finding a case again, who has how much, giving it on, and who did what."""

from datetime import timedelta

from bot.domain.people import Places, Role
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import ELSEWHERE, HOME
from tests.journeys.town import Player
from tests.planted import planted

CAST = (
    "Elena reports three things in Waterschei-Noord",
    "Karel is the wijkmanager there, Piet the one of Boxbergheide",
    "Greet coordinates the whole city",
)
# More than the working days that the city answers within.
TOO_LONG = timedelta(days=10)


async def reports(elena: Player, words: str, category: str) -> None:
    await elena.says(words)
    for press in (
        "🆕 Iets nieuws",
        category,
        "Waterschei",
        "Waterschei-Noord",
        "🏘 Waterschei-Noord",
        "✅ Verstuur",
    ):
        if press in elena.phone.buttons():
            await elena.taps(press)


async def test_who_leads_finds_what_is_late_and_gives_it_to_somebody_who_has_time(opens: Opens) -> None:
    async with opens("A coordinator's morning", CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        piet = await town.appoints("Piet", 5_500_000_804, Role.WIJKMANAGER, ELSEWHERE)
        greet = await town.appoints("Greet", 5_500_000_805, Role.COORDINATOR, Places())
        elena = town.moves_in("Elena", planted(town.line.telegram, RESIDENT, "nl"))
        await elena.starts()
        await elena.taps("Nederlands")
        await reports(elena, "Een matras aan de container", "🗑 Afval")
        await karel.taps("✋ Ik neem dit")
        await reports(elena, "Elke nacht harde muziek", "🔊 Lawaai")
        await town.goes_by(TOO_LONG)
        for player in town.players:
            player.looks()
        await reports(elena, "Nog een matras, op het plein", "🗑 Afval")
        town.transcript.chapter("What waits, and why")
        [waits] = await karel.says("/werk")
        assert waits.index("⏰ Te laat") < waits.index("🆕 Nieuw")
        await karel.taps("🔎 Kies")
        await karel.taps("🏷 Categorie")
        await karel.taps("🔊 Lawaai (1)")
        await karel.taps("📋 Alles")
        town.transcript.chapter("Found again")
        [found] = await karel.says("/zoek matras container")
        assert found.startswith("🔎 1 dossier gevonden")
        assert (await piet.says("/zoek matras"))[0].startswith("🔎 Niets gevonden")
        town.transcript.chapter("Who has how much")
        await greet.says("/overzicht")
        await greet.taps("wijkmanager 1")
        await greet.taps("➡️ Alles doorgeven")
        await greet.taps("wijkmanager 2 · Boxbergheide")
        await greet.taps("➡️ Ja, geef alles")
        assert piet.fresh == ["👥 De coördinator gaf je 1 dossier van een collega. Met /werk zie je het."]
        town.transcript.chapter("Who did what")
        await greet.taps("◀️ Terug")
        [trail] = await greet.taps("🧾 Logboek")
        assert "aan een collega gegeven: wijkmanager 2" in trail.splitlines()[1]
        assert town.unanswered() == []
        town.transcript.compare("leading", await town.names())
