"""The circle closes: every step with the date of the next, a late desk, solved or not, and nobody is left in doubt."""

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
    "Elena reports in Waterschei-Noord, and reads everything in her language",
    "Karel is the wijkmanager there, Greet the coordinator",
)
ANSWER: Final = "Bedankt. Ik kom morgen om 10 uur kijken."
WHY: Final = "De kast is opgehaald."
WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Speech:
    language: str
    name: str
    story: str
    category: str
    missing: str
    yes: str


SPEECHES: Final = (
    Speech("nl", "Nederlands", "Er staat een oude kast op straat.", "🗑 Afval", "De deur ligt er nog.", "ja!"),
    Speech(
        "tr", "Türkçe", "Sokakta eski bir dolap var, çöp.", "🗑 Çöp, eski eşya", "Kapısı hâlâ orada.", "evet"
    ),
    Speech(
        "bg",
        "Български",
        "На улицата има стар шкаф, боклук.",
        "🗑 Боклук",
        "Вратата още е там.",
        "да, реши се",
    ),
)


@dataclass(slots=True)
class Circle:
    """Elena waits for Karel, and then Karel for Elena."""

    town: Town
    speech: Speech
    karel: Player
    greet: Player
    elena: Player

    def label(self, text: str) -> str:
        return self.town.label(self.speech.language, text)

    def chapter(self, title: str) -> None:
        self.town.transcript.chapter(title)

    async def reports(self) -> None:
        self.chapter("A report")
        await self.elena.starts()
        await self.elena.taps(self.speech.name)
        await self.elena.says(self.speech.story)
        await self.elena.taps(self.speech.category)
        await self.elena.taps("Waterschei")
        await self.elena.taps("Waterschei-Noord")
        await self.elena.taps(self.label("draft-send"))

    async def waits_in_vain(self) -> None:
        """Nobody pretends that nothing happened: the day passed, and there is a new one."""
        self.chapter("The desk is late")
        await self.town.later(timedelta(days=6), "the day before the answer is due")
        assert self.elena.fresh == []
        await self.town.later(timedelta(days=2), "the day has passed")
        [told] = self.elena.fresh
        assert told.startswith("⏰")
        assert self.replies_to_receipt("⏰")
        assert any("te laat" in text for text in self.greet.fresh)

    async def is_answered(self) -> None:
        self.chapter("An answer, and by when to hear more")
        await self.karel.taps("✋ Ik neem dit", below="Melding")
        assert self.replies_to_receipt("🙋")
        await self.karel.taps("💬 Antwoorden", below="Melding")
        await self.karel.says(ANSWER)
        await self.karel.taps("✅ Verstuur")
        [answer] = self.elena.fresh
        assert "📅" in answer
        assert self.replies_to_receipt(ANSWER)

    async def is_closed(self, title: str, outcome: str, reason: str | None = None) -> None:
        self.chapter(title)
        for press in ("⋯ Meer", "✅ Afsluiten", outcome):
            await self.karel.taps(press, below="Melding")
        if reason:
            await self.karel.says(reason)
        await self.karel.taps("✅ Sluit af" if reason else "⏭ Sla over, sluit af")
        assert self.label("solved-ask") in self.elena.fresh[0]
        assert self.replies_to_receipt("🏁")

    async def says_partly(self) -> None:
        self.chapter("A little")
        await self.elena.taps(self.label("solved-partly"))
        await self.elena.says(self.speech.missing)
        assert any("een beetje opgelost" in text for text in self.karel.fresh)

    async def says_no(self) -> None:
        """The second time: a conversation is proposed, and the coordinator sees it."""
        self.chapter("No, and a conversation")
        await self.elena.taps(self.label("solved-no"))
        assert any("Een gesprek helpt nu meer" in text for text in self.greet.fresh)
        await self.elena.taps(self.label("case-talk"))
        assert any("de bewoner wil met iemand praten" in text for text in self.karel.fresh)

    async def says_nothing(self) -> None:
        self.chapter("Nothing is said")
        await self.town.later(WEEK + timedelta(hours=3), "a week")
        assert self.label("solved-ask") in self.elena.fresh[0]
        await self.town.line.restart()
        await self.town.later(WEEK + timedelta(days=1), "another week, and the bot was restarted")
        [told] = self.elena.fresh
        assert told.startswith("📁")
        assert any("📁 De bewoner zei niets" in text for text in self.karel.fresh)

    async def says_it_late(self) -> None:
        self.chapter("A late answer still counts")
        await self.elena.taps(self.label("solved-no"), below="📁")
        assert "🔄" in self.elena.fresh[-1]

    async def says_yes(self) -> None:
        self.chapter("Solved, in a word")
        await self.elena.says(self.speech.yes)
        assert any("👍 De bewoner zegt: opgelost" in text for text in self.karel.fresh)
        await self.town.later(3 * WEEK, "nothing is asked any more")
        assert self.elena.fresh == []

    def replies_to_receipt(self, part: str) -> bool:
        quoted = self.elena.message(part)["reply_to_message"]["message_id"]
        return bool(quoted == self.elena.message("✅")["message_id"])


@pytest.mark.parametrize("speech", SPEECHES, ids=[speech.language for speech in SPEECHES])
async def test_from_a_report_to_solved_with_everything_that_goes_wrong(opens: Opens, speech: Speech) -> None:
    async with opens(f"The circle closes: {speech.name}", CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        greet = await town.appoints("Greet", 5_500_000_805, Role.COORDINATOR)
        elena = town.moves_in("Elena", planted(town.line.telegram, RESIDENT, speech.language))
        circle = Circle(town, speech, karel, greet, elena)
        await circle.reports()
        await circle.waits_in_vain()
        await circle.is_answered()
        await circle.is_closed("Closed, with a reason", "👍 Opgelost", WHY)
        await circle.says_partly()
        await circle.is_closed("Closed again", "👍 Opgelost")
        await circle.says_no()
        await circle.is_closed("Closed a third time", "🌗 Deels opgelost")
        await circle.says_nothing()
        await circle.says_it_late()
        await circle.is_closed("Closed for good", "👍 Opgelost")
        await circle.says_yes()
        assert town.unanswered() == []
        town.transcript.compare(f"circle-{speech.language}", await town.names())
