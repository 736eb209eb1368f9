"""The contact worker: reports for somebody without Telegram, keeps notes and a visit, and hands the case over to that person."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.people import Places, Role
from bot.services.staff import Staff
from bot.services.turn import Turn
from storage.database import Transaction
from storage.staff import Invitation
from tests.journeys.conftest import Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player, Town

CAST: Final = (
    "Selin is a contact worker of Buurtwerk vzw who speaks Bulgarian; Boyan is one of another organisation",
    "Karel is the wijkmanager of Waterschei-Noord",
    "Elena has no Telegram yet; she stands beside Selin, and takes the case over later",
)
STORY: Final = "Mevrouw Yıldız zegt: de kelder staat vol afval. Bel haar op 0478 12 34 56."
CLEAN: Final = "De kelder van het gebouw staat vol afval."
MORE: Final = "Het stinkt nu ook in de gang."
FIRST: Final = "Ik kom morgen kijken."
SECOND: Final = "Het is opgeruimd."
NOTE: Final = "Spreekt het best na 17 uur."
LINK: Final = re.compile(r"https://t\.me/(\w+)\?start=(over-(\w+))")


@dataclass(slots=True)
class Work:
    town: Town
    karel: Player
    selin: Player
    boyan: Player
    elena: Player
    number: str = ""
    link: str = ""

    def label(self, text: str, language: str = "nl") -> str:
        return self.town.label(language, text)

    async def reports(self) -> None:
        """Without a name: what seems to tell who it is, is pointed at; nothing leaves before the person agrees."""
        self.town.transcript.chapter("On behalf of somebody")
        await self.selin.says("/namens")
        await self.selin.says(STORY)
        await self.selin.taps("🗑 Afval")
        [summary] = await self.selin.says("Waterschei-Noord")
        assert self.label("behalf-whose") in summary
        assert "een naam, een telefoonnummer" in summary
        for press in ("✏️ Verander", self.label("draft-change-words")):
            await self.selin.taps(press)
        [summary] = await self.selin.says(CLEAN)
        assert "⚠️" not in summary
        await self.town.breath()
        assert await self.selin.taps("✅ Verstuur") == [self.label("refused-consent")]
        assert self.karel.fresh == []
        await self.selin.taps(self.label("behalf-agree"))
        heard = await self.selin.taps("✅ Verstuur")
        [self.number] = await self.town.numbers()
        assert any(text.startswith("✅ Ontvangen") for text in heard)
        assert "via contactmedewerker" in self.karel.fresh[0]

    async def keeps(self) -> None:
        """A note that only the own organisation reads, and a visit with a reminder."""
        self.town.transcript.chapter("The own caseload: a note and a visit")
        await self.selin.taps("📁 Toon dit dossier")
        await self.selin.taps("📝 Notitie")
        [kept] = await self.selin.says(NOTE)
        assert "Alleen Buurtwerk vzw leest ze." in kept
        await self.town.breath()
        [load] = await self.selin.says("/werk")
        assert self.number in load
        await self.selin.taps(f"{self.number} 🗑 Afval")
        assert NOTE in self.selin.fresh[0]
        await self.selin.taps("🏠 Bezoek plannen")
        [planned] = await self.selin.taps("Morgen")
        assert "8 september" in planned
        assert "🏠 Bezoek: dinsdag 8 september" in self.karel.message(f"Melding {self.number}")["text"]
        assert NOTE not in "".join(self.karel.phone.heard())
        await self.town.later(timedelta(hours=22), "the next morning")
        [today] = self.selin.fresh
        assert "Vandaag op bezoek" in today
        await self.selin.taps("✅ Ik was er")
        assert "🏠" not in self.karel.message(f"Melding {self.number}")["text"]

    async def carries_answers(self) -> None:
        """Until the hand-over answers come to Selin, who can also add something."""
        self.town.transcript.chapter("Answers come to who speaks")
        await self._answers(FIRST)
        assert any(FIRST in text for text in self.selin.fresh)
        await self.selin.taps(self.label("case-add"), below="✅ Ontvangen")
        await self.selin.says(MORE)
        assert any(MORE in text for text in self.karel.fresh)

    async def hands_over(self) -> None:
        """A link that works once; Elena chooses her language, and has the case with its receipt."""
        self.town.transcript.chapter("Handed over")
        await self.selin.says("/werk")
        await self.selin.taps(f"{self.number} 🗑 Afval")
        told, code = await self.selin.taps("🤝 Laat overnemen")
        assert code.startswith("(document)")
        found = LINK.search(told)
        assert found is not None
        assert len(found[2]) <= 64
        self.link = found[2]
        assert await self.town.line.read(lambda tx: holds(tx, found[3])) == []
        assert await self.karel.starts(self.link) == [self.label("refused-hand-over")]
        await self.town.breath()
        await self.elena.starts(self.link)
        assert any("is overgenomen" in text for text in self.selin.fresh)
        heard = await self.elena.taps("Türkçe")
        assert any(self.number in text and "artık sizin" in text for text in heard)
        assert any(text.startswith("✅ Alındı") for text in heard)
        again = self.town.moves_in(
            "Jan", self.town.line.telegram.person(5_500_000_703, "Jan", language_code="nl")
        )
        await again.starts()
        await again.taps("Nederlands")
        assert await again.starts(self.link) == [self.label("refused-hand-over")]

    async def goes_on(self) -> None:
        """Answers go to Elena alone; Selin keeps her note, and reads no more of it."""
        self.town.transcript.chapter("From then on")
        await self._answers(SECOND)
        assert any(SECOND in text for text in self.elena.fresh)
        assert not any(SECOND in text for text in self.selin.phone.heard())
        [refused] = await self.selin.taps(self.label("case-add"), below="✅ Ontvangen")
        assert refused == self.label("refused-case-unknown")
        await self.selin.says("/werk")
        [one] = await self.selin.taps(f"{self.number} 🗑 Afval")
        assert "zelf overgenomen" in one
        assert NOTE in one
        assert CLEAN not in one
        assert MORE not in one

    async def _answers(self, words: str) -> None:
        await self.karel.taps("💬 Antwoorden", below=f"Melding {self.number}")
        await self.karel.says(words)
        await self.karel.taps("✅ Verstuur")


async def holds(tx: Transaction, token: str) -> list[str]:
    """In which tables the token stands as it is."""
    found = []
    for table, column in (("outbox", "vals"), ("hand_overs", "token_hash"), ("due", "detail")):
        rows = await tx.all(f"SELECT {column} AS held FROM {table}")  # noqa: S608 - names of our own
        found += [table for row in rows if token in row["held"]]
    return found


async def of_organisation(town: Town, name: str, user: int, organisation: str) -> Player:
    """A contact worker of Waterschei in an organisation."""
    phone = town.line.telegram.person(user, name, language_code="nl")
    invitation = Invitation(Role.CONTACT_WORKER, Places(HOME.wijken), ("bg",), organisation)

    async def invite(turn: Turn) -> str:
        return await Staff(turn).invite(invitation)

    phone.starts(f"inv-{await town.line.turn(invite)}")
    await town.line.quiet()
    player = town.moves_in(name, phone)
    for one in town.players:
        one.looks()
    return player


async def test_somebody_without_telegram_is_spoken_for_and_takes_the_case_over(opens: Opens) -> None:
    async with opens("A contact worker speaks for somebody", CAST) as town:
        work = Work(
            town,
            await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME),
            await of_organisation(town, "Selin", 5_500_000_801, "Buurtwerk vzw"),
            await of_organisation(town, "Boyan", 5_500_000_811, "Stad Genk"),
            town.moves_in("Elena", town.line.telegram.person(5_500_000_701, "Elena", language_code="tr")),
        )
        town.between = town.line.restart
        await work.reports()
        await work.keeps()
        await work.carries_answers()
        await work.hands_over()
        await work.goes_on()
        assert work.number not in "".join(work.boyan.phone.heard())
        assert town.unanswered() == []
        bad = [call.description for call in town.line.telegram.log if call.code == 400]
        assert [why for why in bad if "not modified" not in str(why)] == []
        names = await town.names() | {work.link.removeprefix("over-"): "TOKEN"}
        town.transcript.compare("contact-worker", names)
