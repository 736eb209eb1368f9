"""A wijkmanager who is at work from eight to five: silence in the evening, a sound for what is urgent, and a morning."""

from datetime import timedelta

from bot.domain.people import Role
from playground.people import Person
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player, Town
from tests.planted import planted

CAST = (
    "Elena reports in Waterschei-Noord",
    "Karel is the wijkmanager there, and sets the hours of his work",
    "Lies is his colleague, who set none",
)
EVENING = timedelta(hours=10)


async def reports(elena: Player, words: str, *presses: str) -> None:
    await elena.says(words)
    for press in (*presses, "✅ Verstuur"):
        await elena.taps(press)


def sounds(town: Town, phone: Person, name: str) -> list[bool]:
    """Of each message to this phone that holds these words, oldest first, whether it made a sound."""
    return [
        not call.params.get("disable_notification", False)
        for call in town.line.telegram.log
        if call.method.startswith("send")
        and str(call.params.get("chat_id")) == str(phone.chat.id)
        and name in str(call.params.get("text", ""))
    ]


async def test_outside_the_hours_cards_are_silent_urgent_ones_sound_and_the_morning_tells(
    opens: Opens,
) -> None:
    async with opens("Work hours", CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        lies = await town.appoints("Lies", 5_500_000_803, Role.WIJKMANAGER, HOME)
        elena = town.moves_in("Elena", planted(town.line.telegram, RESIDENT, "nl"))
        await elena.starts()
        await elena.taps("Nederlands")
        town.transcript.chapter("His hours")
        await karel.says("/uren")
        await karel.taps("🗓 Andere dagen of uren")
        await karel.taps("☑️ wo")
        await karel.taps("▶️ Verder")
        await karel.taps("8:00")
        await karel.taps("17:00")
        assert "ma–di, do–vr, van 8 tot 17 uur" in karel.fresh[0]
        await karel.taps("🕒 ma–vr, 8 tot 17 uur")
        town.transcript.chapter("By day")
        await reports(elena, "Er ligt afval naast de container", "🗑 Afval", "Waterschei", "Waterschei-Noord")
        await karel.taps("✋ Ik neem dit")
        assert sounds(town, karel.phone, "Melding") == [True]
        town.transcript.chapter("In the evening")
        await town.goes_by(EVENING)
        await elena.says("Er is nog meer", to="✅ Ontvangen")
        await reports(
            elena, "Weer muziek tot in de nacht", "🆕 Iets nieuws", "🔊 Lawaai", "🏘 Waterschei-Noord"
        )
        assert sounds(town, karel.phone, "Er is nog meer") == [False]
        assert sounds(town, karel.phone, "Melding") == [True, False]
        assert sounds(town, lies.phone, "Melding") == [True, True]
        await reports(
            elena, "De garage staat in brand", "🆕 Iets nieuws", "🤷 Weet ik niet", "🏘 Waterschei-Noord"
        )
        assert sounds(town, karel.phone, "Melding")[-1] is False
        await elena.taps("⏱ Nu bezig? Ja")
        assert sounds(town, karel.phone, "is dringend") == [True]
        town.transcript.chapter("In the morning")
        await town.line.restart()
        await town.later(timedelta(hours=13), "it is eight o'clock, and the bot was restarted")
        [told] = [text for text in karel.fresh if text.startswith("☀️")]
        assert told.splitlines()[1:] == [
            "❗ 1 dringend dossier",
            "➕ Bij 1 van jouw dossiers kwam iets bij",
            "📥 2 nieuwe meldingen:",
            "1 × 🔊 Lawaai · Waterschei-Noord",
            "1 × zonder categorie · Waterschei-Noord",
        ]
        assert lies.fresh == []
        assert karel.buttons_below("☀️") == ["📋 Toon wat wacht"]
        town.transcript.chapter("At any hour again")
        await karel.says("/uren")
        await karel.taps("🔔 Op elk uur")
        await town.later(timedelta(days=1), "the next morning")
        assert karel.fresh == []
        town.transcript.compare("work-hours", await town.names())
