"""Across languages: what a machine bends is shown beside the original, people correct it on both sides, and it is remembered."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import pytest

from bot.domain.people import Role
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player, Town
from tests.planted import planted
from tests.translation.deepl import DeepL
from tests.translation.faults import Fault
from tests.translation.google import Google
from tests.translation.libre import LibreTranslate
from tests.translation.machine import Machine
from tests.translation.openai import OpenAi

CAST: Final = (
    "Elena reports, and reads everything in her language",
    "Karel is the wijkmanager of Waterschei-Noord, Aylin the contact worker",
    "the machine makes mistakes, and stops working in the end",
)
RIGHT: Final = "De deur van het gebouw in de Stalenstraat gaat sinds 3 september niet dicht."
WRONG: Final = "De deur van het gebouw in de Stalenstraat gaat sinds 3 september dicht."
BACK: Final = "Op 12 september komt de wijkmanager naar u kijken."
ANSWER: Final = "Op 12 september komt de wijkmanager kijken."
BENT: Final = "De kosten zijn 25 euro. Bel 089 65 36 00."
REPAIR: Final = "Wij vragen het morgen aan de dienst."


@dataclass(frozen=True, slots=True)
class Speech:
    """What Elena writes, and what the machine and Aylin make of the answers; `code` names the transcript."""

    code: str
    language: str
    name: str
    subject: str
    story: str
    answer: str
    bent: str
    straight: str
    still: str
    repair: str


TURKISH: Final = Speech(
    code="tr",
    language="tr",
    name="Türkçe",
    subject="🤷 Bilmiyorum",
    story="Stalenstraat'taki binanın kapısı 3 Eylül'den beri kapanmıyor.",
    answer="12 Eylül tarihinde wijkmanager bakmaya gelecek.",
    bent="Masraf 35 euro. Arayın: 089 65 36 00.",
    straight="Masraf 25 euro. Arayın: 089 65 36 00.",
    still="Kapı hâlâ açık.",
    repair="Yarın ilgili birime soracağız.",
)
BULGARIAN: Final = Speech(
    code="bg",
    language="bg",
    name="Български",
    subject="🤷 Не знам",
    story="Вратата на входа на Stalenstraat не се затваря от 3 септември.",
    answer="На 12 септември wijkmanager ще дойде да види.",
    bent="Струва 35 евро. Обадете се: 089 65 36 00.",
    straight="Струва 25 евро. Обадете се: 089 65 36 00.",
    still="Вратата още е отворена.",
    repair="Утре ще попитаме службата.",
)
IN_LATIN: Final = Speech(
    code="bg-latin",
    language="bg",
    name="Български",
    subject="🤷 Не знам",
    story="Vratata na vhoda na Stalenstraat ne se zatvarya ot 3 septemvri.",
    answer=BULGARIAN.answer,
    bent=BULGARIAN.bent,
    straight=BULGARIAN.straight,
    still="Vratata oshte e otvorena.",
    repair=BULGARIAN.repair,
)


@asynccontextmanager
async def machine(kind: type[Machine], speech: Speech) -> AsyncIterator[Machine]:
    """One that drops a "not" and changes an amount."""
    async with kind() as made:
        made.phrases[speech.story, "nl"] = WRONG
        if speech is IN_LATIN:
            made.phrases[BULGARIAN.story, "nl"] = (
                WRONG  # spelt so for who reads no Bulgarian in Latin letters
            )
        made.phrases[speech.answer, "nl"] = BACK
        made.phrases[ANSWER, speech.language] = speech.answer
        made.phrases[BENT, speech.language] = speech.bent.replace("35", "XK1X en 35")
        made.phrases["De kosten zijn XK2X. Bel XK1X.", speech.language] = speech.bent.replace(
            "089 65 36 00", "XK1X"
        )
        yield made


@dataclass(slots=True)
class Story:
    """Elena and Karel with a machine between them, and Aylin beside it."""

    town: Town
    speech: Speech
    machine: Machine
    elena: Player
    karel: Player
    aylin: Player

    def label(self, text: str) -> str:
        return self.town.label(self.speech.language, text)

    async def told(self) -> None:
        await self.reports()
        await self.is_corrected_for_the_desk()
        await self.is_answered()
        await self.is_corrected_for_the_resident()
        await self.is_left_to_people()
        await self.is_remembered()

    async def reports(self) -> None:
        """The machine dropped the "not": marked to be checked, with the original beside it."""
        self.town.transcript.chapter("A machine drops a word")
        await self.elena.starts()
        await self.elena.taps(self.speech.name)
        await self.elena.says(self.speech.story)
        await self.elena.taps(self.speech.subject)
        await self.elena.taps("Waterschei")
        await self.elena.taps("Waterschei-Noord")
        await self.elena.taps(self.label("draft-send"))
        card = self.karel.message("⏰")["text"]
        assert "nakijken:" in card
        assert card.index(WRONG) < card.index(self.speech.story)
        assert "Stalenstraat" not in self.machine.translations[0].text

    async def is_corrected_for_the_desk(self) -> None:
        """By a reply; the card and what followed it change, and nobody reads who did it."""
        self.town.transcript.chapter("Corrected for the desk")
        assert self.speech.story in self.aylin.message("nakijken")["text"]
        await self.aylin.says(RIGHT, to="nakijken")
        card = self.karel.message("⏰")["text"]
        assert RIGHT in card
        assert not any(WRONG in text for text in self.karel.phone.heard())
        await self.aylin.crafts("1:relay-right:1:nl")
        assert self.aylin.fresh == ["Dit is al vertaald."]

    async def is_answered(self) -> None:
        """Karel reads what Elena will read, and what that says in Dutch again; what he saw is what leaves."""
        self.town.transcript.chapter("An answer, seen in both languages")
        await self.karel.taps("💬 Antwoorden")
        await self.karel.says(ANSWER)
        assert self.speech.answer in self.karel.message("👀")["text"]
        await self.karel.taps("🔁 Vertaal terug")
        assert BACK in self.karel.message("👀")["text"]
        asked = len(self.machine.translations)
        await self.karel.taps("✅ Verstuur")
        assert len(self.machine.translations) == asked
        [read] = self.elena.fresh
        assert self.speech.answer in read
        assert self.label("translated-by-machine") in read
        await self.elena.taps(self.label("translated-original"))
        assert ANSWER in self.elena.fresh[0]
        await self.elena.taps(self.label("translated-again"))
        assert self.elena.fresh == [read]

    async def is_corrected_for_the_resident(self) -> None:
        """An amount was changed: the Dutch goes beside it, until Aylin corrects what Elena has on her phone."""
        self.town.transcript.chapter("Corrected for the resident")
        await self.karel.taps("💬 Antwoorden")
        await self.karel.says(BENT)
        assert "misschien fout" in self.karel.message("👀")["text"]
        await self.karel.taps("✅ Verstuur")
        [read] = self.elena.fresh
        assert read.index("35") < read.index(BENT)
        await self.aylin.says(self.speech.straight, to="nakijken")
        [changed] = self.elena.fresh
        assert self.speech.straight in changed
        assert BENT not in changed
        assert self.label("translated-by-person") in changed

    async def is_left_to_people(self) -> None:
        """The machine is gone: nothing waits for it, the desk reads so, and Aylin is asked."""
        self.town.transcript.chapter("Without the machine")
        self.machine.faults.always(Fault.FORBIDDEN)
        await self.elena.says(self.speech.still, to=self.speech.straight)
        card = self.karel.message("📅")["text"]
        assert "Automatisch vertalen lukte niet" in card
        await self.karel.taps("💬 Antwoorden", below="voegt toe")
        await self.karel.says(REPAIR)
        assert "lukt nu niet" in self.karel.message("👀")["text"]
        await self.karel.taps("✅ Verstuur")
        assert any(REPAIR in text for text in self.elena.fresh)
        await self.aylin.says(self.speech.repair, to=REPAIR)
        assert any(self.speech.repair in text for text in self.elena.fresh)

    async def is_remembered(self) -> None:
        """The same words again: what Aylin made of them, without any machine."""
        self.town.transcript.chapter("The same words again")
        await self.karel.taps("💬 Antwoorden", below="voegt toe")
        await self.karel.says(REPAIR)
        assert "collega" in self.karel.message("👀")["text"]
        assert "🔁 Vertaal terug" not in self.karel.buttons_below("👀")
        await self.karel.taps("✅ Verstuur")
        [read] = self.elena.fresh
        assert self.speech.repair in read
        assert self.aylin.fresh == []


@pytest.mark.parametrize("kind", [LibreTranslate, DeepL, OpenAi, Google], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("speech", [TURKISH, BULGARIAN, IN_LATIN], ids=lambda speech: speech.code)
async def test_what_a_machine_bends_people_put_straight_on_both_sides(
    opens: Opens, speech: Speech, kind: type[Machine]
) -> None:
    """Whichever machine it is, people read the same."""
    title = f"Across languages: {speech.name} ({speech.code}), a machine that makes mistakes"
    async with machine(kind, speech) as between, opens(title, CAST, **between.environ) as town:
        town.line.running.interpreter.pauses = (0.01,)
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        aylin = await town.appoints("Aylin", 5_500_000_801, Role.CONTACT_WORKER, HOME, "tr", "bg")
        elena = town.moves_in("Elena", planted(town.line.telegram, RESIDENT, speech.language))
        await Story(town, speech, between, elena, karel, aylin).told()
        assert await town.search.hits({karel.chat, aylin.chat}) == []
        assert '"level":"error"' not in town.search.logs.getvalue()
        town.transcript.compare(f"across-{speech.code}", await town.names())
