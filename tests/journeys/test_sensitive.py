"""The own home: who reads it is said before it is sent, somebody can talk first, and the phone may lie on a table."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import pytest

from bot.domain.people import Role
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player, Town
from tests.planted import planted

CAST: Final = (
    "Elena rents a bad room in Waterschei-Noord, and reads everything in her language",
    "Aylin is the contact worker who speaks it, Karel the wijkmanager, Bram the administrator",
)
WHY: Final = "De huisbaas herstelt het dak."
OPEN_FOR: Final = timedelta(minutes=11)


@dataclass(frozen=True, slots=True)
class Speech:
    language: str
    name: str
    story: str
    category: str
    by_aylin: str
    reply: str


SPEECHES: Final = (
    Speech(
        "nl",
        "Nederlands",
        "Mijn huisbaas doet niets aan het vocht in mijn kamer.",
        "🏠 Mijn woning",
        "Dag, ik ben er voor jou. Kan je morgen langskomen?",
        "Ja, om 10 uur.",
    ),
    Speech(
        "tr",
        "Türkçe",
        "Ev sahibi odamdaki rutubet için hiçbir şey yapmıyor.",
        "🏠 Evimde sorun",
        "Merhaba, size yardım etmek isterim. Yarın gelebilir misiniz?",
        "Evet, saat 10'da.",
    ),
    Speech(
        "bg",
        "Български",
        "Хазяинът не прави нищо за влагата в стаята ми.",
        "🏠 Моето жилище",
        "Здравейте, искам да Ви помогна. Можете ли да дойдете утре?",
        "Да, в 10 часа.",
    ),
)


@dataclass(slots=True)
class Home:
    """Elena asks Aylin first, and only then reports."""

    town: Town
    speech: Speech
    karel: Player
    aylin: Player
    bram: Player
    elena: Player

    def label(self, text: str) -> str:
        return self.town.label(self.speech.language, text)

    def chapter(self, title: str) -> None:
        self.town.transcript.chapter(title)

    async def begins(self) -> None:
        """What stands on the summary: who reads it, to whom it does not go, and what may follow."""
        await self.elena.says(self.speech.story)
        await self.elena.taps(self.speech.category)

    async def reads_who_reads_it(self) -> None:
        self.chapter("Before it is sent")
        await self.elena.starts()
        await self.elena.taps(self.speech.name)
        await self.begins()
        await self.elena.taps("Waterschei")
        await self.elena.taps("Waterschei-Noord")
        [summary] = self.elena.fresh
        housing = self.town.line.running.city.category("housing").may_follow
        assert housing is not None
        assert housing.says(self.speech.language) in summary

    async def talks_first(self) -> None:
        """It goes to who speaks the language; of what was written nothing goes along."""
        self.chapter("Talk first")
        await self.elena.taps(self.label("draft-talk"))
        assert self.karel.fresh == self.bram.fresh == []
        assert any("Gevoelig" in text for text in self.aylin.fresh)
        await self.aylin.taps("👁 Toon")
        assert self.speech.story not in "".join(self.aylin.phone.heard())
        await self.aylin.taps("✋ Ik neem dit")

    async def is_answered(self) -> None:
        """In the language itself: nobody translates. On the outside only that there is an answer."""
        self.chapter("A conversation in her language")
        await self.aylin.taps("💬 Antwoorden")
        await self.aylin.says(self.speech.by_aylin)
        await self.aylin.taps("✅ Verstuur")
        assert self.speech.by_aylin not in self.elena.fresh[0]
        await self.elena.taps(self.label("answer-show"), below="✉️")
        assert self.speech.by_aylin in self.elena.fresh[0]
        await self.elena.taps(self.label("translated-hide"))
        assert self.speech.by_aylin not in "".join(self.elena.phone.heard()[-3:])
        await self.elena.says(self.speech.reply, to="✉️")
        await self.aylin.taps("👁 Toon", below="Nieuw bij")
        assert any(self.speech.reply in text for text in self.aylin.fresh)

    async def reports(self) -> None:
        self.chapter("Then a report")
        await self.elena.taps(self.label("menu-report"))
        await self.begins()
        await self.elena.taps("🏘 Waterschei-Noord")
        await self.elena.taps(self.label("draft-send"))
        assert any("Gevoelig" in text for text in self.karel.fresh)
        assert self.speech.story not in "".join(self.karel.fresh)

    async def is_closed(self) -> None:
        """How it ended opens on a press, and closes by itself."""
        self.chapter("How it ended")
        for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost"):
            await self.karel.taps(press)
        await self.karel.says(WHY)
        await self.karel.taps("✅ Sluit af")
        assert all(WHY not in text and "🏁" not in text for text in self.elena.fresh)
        await self.elena.taps(self.label("answer-show"), below="✉️")
        assert WHY in self.elena.fresh[0]
        await self.town.later(OPEN_FOR, "ten minutes")
        assert not any(WHY in str(wire.get("text")) for wire in self.elena.phone.chat.messages)
        await self.town.later(timedelta(days=7, hours=3), "a week, and nothing is said")
        assert all(self.label("solved-ask") not in text for text in self.elena.fresh)
        await self.elena.taps(self.label("answer-show"))
        await self.elena.taps(self.label("solved-yes"))
        assert "🙏" in "".join(self.elena.fresh)


@pytest.mark.parametrize("speech", SPEECHES, ids=[speech.language for speech in SPEECHES])
async def test_a_bad_room_is_talked_about_first_and_reported_then(opens: Opens, speech: Speech) -> None:
    async with opens(f"About the own home: {speech.name}", CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        aylin = await town.appoints("Aylin", 5_500_000_801, Role.CONTACT_WORKER, HOME, "tr", "bg")
        bram = await town.appoints("Bram", 5_500_000_806, Role.ADMINISTRATOR)
        elena = town.moves_in("Elena", planted(town.line.telegram, RESIDENT, speech.language))
        home = Home(town, speech, karel, aylin, bram, elena)
        await home.reads_who_reads_it()
        await home.talks_first()
        await home.is_answered()
        await home.reports()
        await home.is_closed()
        assert home.bram.fresh == []
        assert town.unanswered() == []
        town.transcript.compare(f"sensitive-{speech.language}", await town.names())
