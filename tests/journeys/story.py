"""The main job as people live through it, scene by scene; each scene says what it claims."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.city import WijkId
from bot.domain.people import Places, Role
from tests.journeys.speech import ANSWER, NEWS, NOTE, SPOKEN, WHY_CLOSED, Speech
from tests.journeys.town import Player, Town
from tests.planted import CAPTION, FILE_NAME, camera_picture, planted, sends_everything_odd

HOME: Final = Places((WijkId("waterschei-noord"),))
ELSEWHERE: Final = Places((WijkId("boxbergheide"),))
RESIDENT: Final = 5_500_000_701
HOLD: Final = timedelta(seconds=60)
LOOK: Final = timedelta(seconds=3)


@dataclass(slots=True)
class Story:
    """Elena reports; Karel answers; Aylin stands between the languages. Piet and Bram have nothing to do with it."""

    town: Town
    speech: Speech
    has_machine: bool
    elena: Player
    karel: Player
    piet: Player
    aylin: Player
    bram: Player
    jan: Player
    sofie: Player
    where: str = "street"
    number: str = ""

    def label(self, text: str) -> str:
        """The words of a button in the resident's language."""
        return self.town.label(self.speech.language, text)

    async def told(self) -> None:
        """All of it, with a breath after each scene and in the middle of the long ones."""
        await self.arrives()
        await self.writes()
        await self.says_where()
        await self.sends()
        await self.is_taken()
        await self.is_understood()
        await self.is_answered()
        await self.reads_the_answer()
        await self.is_answered_quickly()
        await self.is_noted()
        await self.is_closed()
        await self.is_partly_solved()
        await self.is_solved()

    async def arrives(self) -> None:
        """Nothing is assumed: the language is asked in every language, and only then who sees what is told."""
        self.town.transcript.chapter("The first minute")
        [question] = await self.elena.starts()
        for language in self.town.line.running.city.languages:
            assert self.town.label(language.code, "choose-language") in question
        await self.town.breath()
        read = await self.elena.taps(self.speech.name)
        assert "🔒" in read[-1]
        assert self.label("menu-report") in self.elena.phone.buttons()

    async def writes(self) -> None:
        """By just writing: words, photos, a voice, a picture file; the odd things beside them change nothing."""
        self.town.transcript.chapter("What happened")
        read = await self.elena.says(self.speech.story)
        assert self.speech.category in self.elena.phone.buttons(), read
        await self.town.breath()
        await self.elena.sends_album()
        await self.elena.sends_voice()
        await self.elena.sends_picture_file(camera_picture(), FILE_NAME, CAPTION)
        await self.elena.does("sends a contact, and forwards what somebody else wrote", sends_everything_odd)
        assert not any(self.speech.category in text for text in self.elena.fresh)
        await self.elena.taps(self.speech.category)

    async def says_where(self) -> None:
        """A street with a typo, the place where one stands, or a name that people say: each leads to the wijk."""
        self.town.transcript.chapter("Where it is")
        await {"street": self._types_a_street, "here": self._is_there, "name": self._says_a_name}[
            self.where
        ]()
        if "Waterschei-Noord" in self.elena.phone.buttons():
            await self.elena.taps("Waterschei-Noord")

    async def _types_a_street(self) -> None:
        await self.elena.says("Stalestraat 12")
        await self.town.breath()
        await self.elena.taps("Stalenstraat 12")

    async def _is_there(self) -> None:
        """The button asks for the keyboard, the keyboard for the location."""
        self.elena.phone.location = (51.0018, 5.5193)
        await self.elena.taps(self.label("place-here"))
        await self.town.breath()
        await self.elena.taps(self.label("place-here"))

    async def _says_a_name(self) -> None:
        await self.elena.taps("Waterschei")

    async def sends(self) -> None:
        """The summary holds everything; then a number, who answers and by when. One card, on the right phones alone."""
        summary = self.elena.fresh[-1]
        assert self.speech.story in summary
        assert "Waterschei-Noord" in summary
        await self.town.breath()
        _, receipt, *who_reads, offer = await self.elena.taps(self.label("draft-send"))
        assert receipt.startswith("✅")
        assert [said[0] for said in who_reads] == ["👥"]
        assert offer.startswith("📰")
        self.number = next(iter(await self.town.numbers()))
        assert self.number in receipt
        assert "wijkmanager" in receipt
        assert any(text.startswith(f"Melding {self.number}") for text in self.karel.fresh)
        assert self.piet.fresh == self.bram.fresh == []

    async def is_taken(self) -> None:
        """Who presses has it, and the resident knows."""
        self.town.transcript.chapter("Somebody has it")
        await self.karel.taps("✋ Ik neem dit")
        assert "✋ Jij hebt dit" in self.karel.fresh[0]
        [told] = self.elena.fresh
        assert self.number in told
        await self.town.breath()

    async def is_understood(self) -> None:
        """The wijkmanager reads Dutch: from the machine at once, or from the contact worker's reply."""
        self.town.transcript.chapter("In Dutch")
        if not self.has_machine:
            await self.aylin.says(self.speech.story_in_dutch, to=self.speech.story)
        await self.aylin.says(SPOKEN, to="🎤")
        assert any(SPOKEN in text for text in self.karel.fresh)
        await self.town.breath()
        card = self.karel.message(f"Melding {self.number}")["text"]
        assert self.speech.story_in_dutch in card

    async def is_answered(self) -> None:
        """Seen once more before it leaves, with the machine's translation; without one the Dutch goes at once."""
        self.town.transcript.chapter("The answer")
        await self.karel.taps("💬 Antwoorden")
        await self.karel.says(ANSWER)
        assert self.elena.fresh == []
        assert any(self.speech.answer in text for text in self.karel.fresh) is self.has_machine
        await self.town.breath()
        await self.karel.taps("✅ Verstuur")
        leaves = self.speech.answer if self.has_machine else ANSWER
        assert any(leaves in text for text in self.elena.fresh)

    async def reads_the_answer(self) -> None:
        """In the own language, with the Dutch one tap away."""
        if not self.has_machine:
            await self.aylin.says(self.speech.answer, to=ANSWER)
        await self.town.breath()
        translated = self.elena.message(self.speech.answer)["text"]
        assert self.number in translated
        await self.elena.taps(self.label("translated-original"))
        assert ANSWER in self.elena.fresh[0]
        await self.elena.taps(self.label("translated-again"))
        assert self.speech.answer in self.elena.fresh[0]

    async def is_answered_quickly(self) -> None:
        """A quick answer was written by people in every language: no machine, no waiting."""
        self.town.transcript.chapter("A quick answer")
        await self.karel.taps("⋯ Meer", below=f"Melding {self.number}")
        await self.karel.taps("⚡ Snelantwoord")
        await self.karel.taps("📷 Foto vragen")
        await self.town.breath()
        await self.karel.taps("✅ Verstuur")
        [read] = self.elena.fresh
        assert self.number in read
        assert self.aylin.fresh == []

    async def is_noted(self) -> None:
        """A note stays at the desk."""
        self.town.transcript.chapter("A note")
        if "📝 Notitie" not in self.karel.phone.buttons():
            await self.karel.taps("⋯ Meer", below=f"Melding {self.number}")
        await self.karel.taps("📝 Notitie", below=f"Melding {self.number}")
        await self.town.breath()
        await self.karel.says(NOTE)
        assert self.elena.fresh == self.aylin.fresh == []
        assert not any(NOTE in text for text in self.elena.phone.heard())

    async def is_closed(self) -> None:
        """Outcome and reason; "closed" is not "solved", so the resident is asked."""
        self.town.transcript.chapter("Closed")
        await self._closes()
        await self.karel.says(WHY_CLOSED)
        await self.town.breath()
        await self.karel.taps("✅ Sluit af")
        asked = next(text for text in self.elena.fresh if self.label("solved-ask") in text)
        assert self.number in asked
        if not self.has_machine:
            await self.aylin.says(self.speech.why_closed, to=WHY_CLOSED)
        assert any(self.speech.why_closed in text for text in self.elena.phone.heard())

    async def is_partly_solved(self) -> None:
        """Partly: what is missing is asked, and the case is open again."""
        self.town.transcript.chapter("Partly solved")
        await self.elena.taps(self.label("solved-partly"))
        await self.town.breath()
        await self.elena.says(self.speech.still)
        assert any("heropend" in text for text in self.karel.fresh)
        assert "🔁 Heropend (1×)" in self.karel.message(f"Melding {self.number}")["text"]
        if not self.has_machine:
            await self.aylin.says(self.speech.still_in_dutch, to=self.speech.still)
        assert any(self.speech.still_in_dutch in text for text in self.karel.phone.heard())

    async def is_solved(self) -> None:
        """Closed again, and this time it is."""
        self.town.transcript.chapter("Solved")
        await self._closes()
        await self.karel.taps("⏭ Sla over, sluit af")
        await self.town.breath()
        await self.elena.taps(self.label("solved-yes"))
        assert self.elena.fresh[-1].startswith("🙏")
        assert any("👍" in text and "opgelost" in text for text in self.karel.fresh)

    async def _closes(self) -> None:
        card = f"Melding {self.number}"
        if "⋯ Meer" in self.karel.buttons_below(card):
            await self.karel.taps("⋯ Meer", below=card)
        await self.karel.taps("✅ Afsluiten", below=card)
        await self.karel.taps("👍 Opgelost", below=card)

    async def neighbours_follow(self) -> None:
        """Who gets news of the wijk: Elena and Jan, by the poster in the street; Sofie follows another one."""
        self.town.transcript.chapter("A poster in the street")
        await self.elena.starts(f"wijk-{HOME.wijken[0]}")
        await self.elena.taps(self.label("news-on"))
        for player, wijk in ((self.jan, HOME), (self.sofie, ELSEWHERE)):
            await player.starts(f"wijk-{wijk.wijken[0]}")
            await player.taps("Nederlands")
            await player.taps(self.town.label("nl", "news-on"))

    async def is_announced(self) -> None:
        """To the followers of that wijk, once each: Dutch first, the translation marked."""
        self.town.transcript.chapter("News for the wijk")
        await self.karel.says("/bericht")
        await self.karel.taps("🏘 Wijk")
        await self.karel.taps("🎉 Activiteiten")
        await self.karel.says(NEWS)
        await self.town.breath()
        for language in self.town.line.running.city.languages:
            if language != self.town.line.running.city.master:
                await self._in(language.code)
        await self.karel.taps("✅ Verstuur nu")
        assert self.elena.fresh == self.jan.fresh == []
        await self.town.breath()
        await self.town.later(HOLD, "the hold is over")
        self._reads_the_news()
        await self.town.later(LOOK, "everybody has it")
        assert any("Aangekomen: 2" in text for text in self.karel.fresh)
        assert self.elena.fresh == self.jan.fresh == []

    async def _in(self, language: str) -> None:
        """Only the language of this story is written, by oneself or by the machine; the other is left out."""
        if language != self.speech.language:
            await self.karel.taps("⏭ Zonder deze taal")
        elif self.has_machine:
            await self.karel.taps("🤖 Automatisch vertalen")
            assert self.speech.news in self.karel.fresh[-1]
            await self.karel.taps("✅ Klopt")
        else:
            await self.karel.taps("✍️ Zelf schrijven")
            await self.karel.says(self.speech.news)

    def _reads_the_news(self) -> None:
        [elena] = self.elena.fresh
        mark = self.label("announcement-mark").removeprefix("<i>").removesuffix("</i>")
        assert elena.index(NEWS) < elena.index(mark) < elena.index(self.speech.news)
        [jan] = self.jan.fresh
        assert NEWS in jan
        assert self.speech.news not in jan
        assert self.sofie.fresh == []


async def opened(town: Town, speech: Speech, *, has_machine: bool = False) -> Story:
    """The people of the story, with the planted resident among them."""
    karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
    piet = await town.appoints("Piet", 5_500_000_804, Role.WIJKMANAGER, ELSEWHERE)
    aylin = await town.appoints(
        "Aylin", 5_500_000_801, Role.CONTACT_WORKER, HOME, "tr", "bg", speech.language
    )
    bram = await town.appoints("Bram", 5_500_000_806, Role.ADMINISTRATOR)
    elena = town.moves_in("Elena", planted(town.line.telegram, RESIDENT, speech.language))
    jan, sofie = (
        town.moves_in(name, town.line.telegram.person(user, name, language_code="nl"))
        for name, user in (("Jan", 5_500_000_703), ("Sofie", 5_500_000_705))
    )
    return Story(town, speech, has_machine, elena, karel, piet, aylin, bram, jan, sofie)
