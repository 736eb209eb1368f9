"""Words instead of commands, questions answered at once, who the wijkmanager is, and an idea for the wijk."""

from dataclasses import dataclass
from typing import Final

import pytest

from bot.domain.people import Role
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import ELSEWHERE, HOME
from tests.journeys.town import Player, Town

CAST: Final = (
    "Elena asks, and reads everything in her language",
    "Karel is the wijkmanager of Waterschei-Noord, Piet the one of Boxbergheide",
)
WHY: Final = "In het voorjaar komt er een bank."


@dataclass(frozen=True, slots=True)
class Speech:
    language: str
    name: str
    hello: str
    how: str
    homework: str
    lessons: str
    lamp: str
    neighbours: str
    category: str
    stop: str
    when: str
    idea: str
    bench: str
    send: str
    thanks: str


SPEECHES: Final = (
    Speech(
        language="nl",
        name="Nederlands",
        hello="hallo",
        how="Hulp!",
        homework="Wie kan mijn zoon helpen met huiswerk?",
        lessons="ik wil nederlands leren",
        lamp="De straatlamp is stuk",
        neighbours="De buren roepen elke nacht",
        category="🔊 Lawaai",
        stop="stop",
        when="Morgen na 17 uur, bel mij liever",
        idea="Ik heb een idee",
        bench="Een bank onder de boom aan de bushalte",
        send="verstuur",
        thanks="Dank je wel!",
    ),
    Speech(
        language="tr",
        name="Türkçe",
        hello="selamün aleyküm",
        how="yardim edin",
        homework="Oğlumun ödevine kim yardım eder?",
        lessons="hollandaca ogrenmek istiyorum",
        lamp="Sokak lambası yanmıyor",
        neighbours="Komşular her gece bağırıyor",
        category="🔊 Gürültü",
        stop="vazgeç",
        when="Yarın 17'den sonra, telefonla olsun",
        idea="Bir fikrim var",
        bench="Durağın yanındaki ağacın altına bir bank",
        send="gönder",
        thanks="Çok teşekkürler",
    ),
    Speech(
        language="bg",
        name="Български",
        hello="zdravei",
        how="pomo6t",
        homework="Кой помага на сина ми с домашните?",
        lessons="iskam da ucha niderlandski",
        lamp="Уличната лампа не свети",
        neighbours="Комшиите викат всяка нощ",
        category="🔊 Шум",
        stop="спри",
        when="Утре след 17 часа, по-добре по телефона",
        idea="имам идея",
        bench="Пейка под дървото на спирката",
        send="изпрати",
        thanks="благодаря",
    ),
)


@dataclass(slots=True)
class Questions:
    """Elena types what she thinks of; nothing that she typed is asked for twice."""

    town: Town
    speech: Speech
    karel: Player
    piet: Player
    elena: Player

    def label(self, text: str) -> str:
        return self.town.label(self.speech.language, text)

    def chapter(self, title: str) -> None:
        self.town.transcript.chapter(title)

    async def greets(self) -> None:
        self.chapter("A greeting is no report")
        await self.elena.starts()
        await self.elena.taps(self.speech.name)
        assert await self.elena.says(self.speech.hello) == [self.label("not-understood")]
        [helped] = await self.elena.says(self.speech.how)
        assert "112" in helped

    async def is_answered_at_once(self) -> None:
        self.chapter("A common question, found in the list")
        await self.elena.taps(self.label("menu-ask"))
        question = self.town.line.running.city.common_question("identity-card")
        await self.elena.taps(question.button(self.speech.language))
        await self.elena.taps(self.label("ask-helps"))
        self.chapter("A common question, in her own words")
        [answer] = await self.elena.says(self.speech.homework)
        assert "089 65 36 00" in answer
        await self.elena.taps(self.label("ask-helps"))
        assert self.karel.fresh == []

    async def asks_the_wijkmanager(self) -> None:
        self.chapter("The answer was not enough")
        await self.elena.says(self.speech.lessons)
        await self.town.breath()
        await self.elena.taps(self.label("ask-it"))
        await self.elena.says("Waterschei-Noord")
        await self.elena.says(self.speech.send)
        assert any(self.speech.lessons in text for text in self.karel.fresh)

    async def is_not_for_us(self) -> None:
        self.chapter("A lamp: straight to who repairs it")
        await self.elena.says(self.speech.lamp)
        if self.label("which-new") in self.elena.phone.buttons():
            await self.elena.taps(self.label("which-new"))
        assert "Fluvius" in self.elena.fresh[-1]
        await self.elena.taps(self.label("ask-helps"))

    async def talks_first(self) -> None:
        self.chapter("Noise from the neighbours: talking first, and thinking better of it")
        await self.elena.taps(self.label("menu-report"))
        await self.elena.says(self.speech.neighbours)
        [advice] = await self.elena.taps(self.speech.category)
        assert advice.startswith("🤝")
        await self.town.breath()
        await self.elena.taps(self.label("ask-report-anyway"))
        await self.elena.says(self.speech.stop)
        assert self.karel.fresh == []

    async def meets_the_wijkmanager(self) -> None:
        self.chapter("Who the wijkmanager is")
        [here] = await self.elena.taps(self.label("menu-wijkmanager"))
        assert "Waterschei-Noord" in here
        await self.elena.taps(self.label("wijkmanager-other"))
        await self.elena.taps("Boxbergheide")
        await self.town.breath()
        await self.elena.taps(self.label("wijkmanager-talk"))
        await self.elena.says(self.speech.when)
        assert any(self.speech.when in text for text in self.piet.fresh)

    async def has_an_idea(self) -> None:
        self.chapter("An idea for the wijk")
        await self.elena.says(self.speech.idea)
        await self.elena.says(self.speech.bench)
        await self.town.breath()
        await self.elena.says("Waterschei-Noord")
        read = await self.elena.says(self.speech.send)
        assert any(text.startswith("💡") for text in read)
        [card] = [text for text in self.karel.fresh if "💡 Idee" in text]
        assert self.speech.bench in card

    async def is_decided(self) -> None:
        self.chapter("What became of the idea")
        for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost"):
            await self.karel.taps(press, below="💡 Idee")
        await self.karel.says(WHY)
        await self.karel.taps("✅ Sluit af")
        assert any(self.label("idea-ask") in text for text in self.elena.fresh)
        assert self.label("typed-thanked") in await self.elena.says(self.speech.thanks)

    async def told(self) -> None:
        for scene in (
            self.greets,
            self.is_answered_at_once,
            self.asks_the_wijkmanager,
            self.is_not_for_us,
            self.talks_first,
            self.meets_the_wijkmanager,
            self.has_an_idea,
            self.is_decided,
        ):
            await scene()
            await self.town.breath()
        assert self.town.unanswered() == []
        assert '"level":"error"' not in self.town.search.logs.getvalue()


async def opened(town: Town, speech: Speech) -> Questions:
    karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
    piet = await town.appoints("Piet", 5_500_000_804, Role.WIJKMANAGER, ELSEWHERE)
    elena = town.moves_in("Elena", town.line.telegram.person(RESIDENT, "Planted"))
    return Questions(town, speech, karel, piet, elena)


@pytest.mark.parametrize("speech", SPEECHES, ids=[speech.language for speech in SPEECHES])
async def test_questions_are_answered_at_once_and_go_on_without_retyping(
    opens: Opens, speech: Speech
) -> None:
    async with opens(f"Questions, ideas and words instead of commands: {speech.name}", CAST) as town:
        story = await opened(town, speech)
        await story.told()
        town.transcript.compare(f"questions-{speech.language}", await town.names())


async def test_a_restart_in_between_changes_nothing(opens: Opens) -> None:
    async with opens("") as town:
        town.between = town.line.restart
        await (await opened(town, SPEECHES[1])).told()
