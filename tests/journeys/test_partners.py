"""Passed on and put together: what a partner solves, and two reports that one answer reaches; kept to be read."""

from dataclasses import dataclass
from typing import Final

from bot.domain.people import Places, Role
from tests.journeys.conftest import Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player, Town

CAST: Final = (
    "Elena and Mehmet report the same heap, in Bulgarian and in Turkish; neither knows of the other",
    "Karel is the wijkmanager of Waterschei-Noord",
    "Selin is the contact worker, who translates",
    "Rik works for Dienst Reiniging, a partner",
)
HEAP: Final = "Пред моя вход има стар диван. Обадете се на 0470 12 34 56."
HEAP_IN_DUTCH: Final = "Voor mijn deur staat een oude zetel. Bel naar 0470 12 34 56."
SAME: Final = "Sokakta eski bir koltuk var."
SAME_IN_DUTCH: Final = "Op straat staat een oude zetel."
FOR_THE_PARTNER: Final = "Op het voetpad staat een oude zetel."
DONE: Final = "De zetel is opgehaald."


@dataclass(slots=True)
class Street:
    """Two neighbours, and those who work for them."""

    town: Town
    elena: Player
    mehmet: Player
    karel: Player
    selin: Player
    rik: Player

    async def reports(self, who: Player, language: str, story: str, *, shows: bool = False) -> str:
        before = await self.town.numbers()
        await who.says(story)
        await who.taps(self.town.line.running.city.category("waste").button(language))
        await who.says("Stalenstraat")
        await who.taps("Waterschei-Noord")
        if shows:
            await who.sends_photo()
        await who.taps(self.town.label(language, "draft-send"))
        return next(number for number in await self.town.numbers() if number not in before)


async def come_together(town: Town) -> Street:
    karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
    selin = await town.appoints("Selin", 5_500_000_801, Role.CONTACT_WORKER, HOME, "tr", "bg")
    rik = await town.appoints("Rik", 5_500_000_808, Role.PARTNER, Places(), organisation="Dienst Reiniging")
    elena = town.moves_in("Elena", town.line.telegram.person(5_500_000_701, "Elena", language_code="bg"))
    mehmet = town.moves_in("Mehmet", town.line.telegram.person(5_500_000_702, "Mehmet", language_code="tr"))
    for who, language in ((elena, "Български"), (mehmet, "Türkçe")):
        await who.starts()
        await who.taps(language)
    return Street(town, elena, mehmet, karel, selin, rik)


async def test_two_reports_of_one_thing_are_passed_on_and_answered_as_one(opens: Opens) -> None:
    async with opens("Two reports of one thing, put together and passed on", CAST) as town:
        street = await come_together(town)
        town.transcript.chapter("Two reports")
        first = await street.reports(street.elena, "bg", HEAP, shows=True)
        second = await street.reports(street.mehmet, "tr", SAME)
        await street.selin.says(HEAP_IN_DUTCH, to=HEAP)
        await street.selin.says(SAME_IN_DUTCH, to=SAME)
        await put_together(street, first, second)
        await pass_on(street, first)
        await the_partner_answers(street, first)
        await everybody_hears_the_end(street, first, second)
        for who, theirs in ((street.elena, second), (street.mehmet, first)):
            assert theirs not in "\n".join(who.phone.heard())
        assert not [text for text in street.rik.phone.heard() if "0470" in text or "deur" in text]
        assert town.unanswered() == []
        assert '"level":"error"' not in town.search.logs.getvalue()
        town.transcript.compare("partners", await town.names())


async def put_together(street: Street, first: str, second: str) -> None:
    street.town.transcript.chapter("Put together")
    karel, card = street.karel, f"Melding {first}"
    assert "🔗 Lijkt op" in karel.message(f"Melding {second}")["text"]
    await karel.taps("✋ Ik neem dit", below=card)
    await karel.taps("⋯ Meer", below=card)
    await karel.taps("🔗 Samenvoegen", below=card)
    await karel.taps(f"{second} 🗑 · ma 7/9", below=card)
    await karel.taps("🔗 Samenvoegen", below="over hetzelfde?")


async def pass_on(street: Street, first: str) -> None:
    street.town.transcript.chapter("Passed on")
    karel, card = street.karel, f"Melding {first}"
    await karel.taps("⋯ Meer", below=card)
    await karel.taps("➡️ Doorgeven", below=card)
    (shown,) = [text for text in await karel.taps("Dienst Reiniging", below=card) if "verraden" in text]
    assert "0470 12 34 56" in shown
    await karel.says(FOR_THE_PARTNER)
    await karel.taps("📎 Kies foto's en geluid")
    await karel.taps("▫️ Foto 1")
    await karel.taps("✅ Verstuur")
    assert "снимката или записа Ви" in street.elena.phone.heard()[-1]
    assert "Fotoğraf" not in street.mehmet.phone.heard()[-1]
    assert "Dienst Reiniging" in street.elena.phone.heard()[-1]
    assert "Dienst Reiniging" in street.mehmet.phone.heard()[-1]


async def the_partner_answers(street: Street, first: str) -> None:
    street.town.transcript.chapter("The partner")
    await street.rik.taps("✅ Klaar", below=f"Dossier {first}")
    await street.rik.says(DONE)
    assert any(DONE in text for text in street.karel.phone.heard())


async def everybody_hears_the_end(street: Street, first: str, second: str) -> None:
    street.town.transcript.chapter("The end, for both")
    karel, card = street.karel, f"Melding {first}"
    await karel.taps("⋯ Meer", below=card)
    await karel.taps("✅ Afsluiten", below=card)
    await karel.taps("👍 Opgelost", below=card)
    await karel.taps("⏭ Sla over, sluit af")
    for who, number in ((street.elena, first), (street.mehmet, second)):
        assert number in who.phone.heard()[-1]
    await street.mehmet.taps(street.town.label("tr", "solved-no"))
    await street.elena.taps(street.town.label("bg", "solved-yes"))
