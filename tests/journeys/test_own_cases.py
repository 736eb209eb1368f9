"""Several cases that are never mixed, and "it is happening again": lived through in three languages, and kept to be read."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import pytest

from bot.domain.people import Role
from storage.database import Transaction
from tests.journeys.conftest import Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player, Town

CAST: Final = (
    "Elena reports; what she reads is in her language",
    "Karel is the wijkmanager of Waterschei-Noord",
)
LONGEST: Final = 4096


@dataclass(frozen=True, slots=True)
class Words:
    """What Elena says in one language."""

    code: str
    name: str
    waste: str
    noise: str
    more: str
    loose: str
    again: str
    back: str


LANGUAGES: Final = (
    Words(
        code="nl",
        name="Nederlands",
        waste="Er ligt afval voor de deur.",
        noise="Elke nacht luide muziek bij de garages.",
        more="Nu ligt er ook glas.",
        loose="Ik heb nog een foto gemaakt.",
        again="Weer dezelfde auto.",
        back="Het afval is terug.",
    ),
    Words(
        code="tr",
        name="Türkçe",
        waste="Kapının önünde çöp var.",
        noise="Her gece garajların orada yüksek müzik var.",
        more="Şimdi cam da var.",
        loose="Bir fotoğraf daha çektim.",
        again="Yine aynı araba.",
        back="Çöpler geri geldi.",
    ),
    Words(
        code="bg",
        name="Български",
        waste="Пред вратата има боклук.",
        noise="Всяка нощ силна музика при гаражите.",
        more="Сега има и стъкла.",
        loose="Направих още една снимка.",
        again="Пак същата кола.",
        back="Боклукът пак е тук.",
    ),
)
each_language = pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)


@dataclass(slots=True)
class Home:
    """Elena with what she says, and Karel."""

    town: Town
    words: Words
    elena: Player
    karel: Player

    def label(self, name: str, **values: object) -> str:
        return self.town.line.running.texts.label(self.words.code, name, **values)

    async def presses(self, name: str, *, below: str | None = None, **values: object) -> list[str]:
        return await self.elena.taps(self.label(name, **values), below=below)

    async def reports(self, story: str, category: str) -> str:
        """From the first word to the number; only what is new in it is asked."""
        before = await self.town.numbers()
        await self.elena.says(story)
        if self.label("which-new") in self.elena.phone.buttons():
            await self.presses("which-new")
        await self.elena.taps(self.town.line.running.city.category(category).button(self.words.code))
        if before:
            await self.elena.taps("🏘 Waterschei-Noord")
        else:
            await self.elena.says("Waterschei-Noord")
        await self.presses("draft-send")
        return next(number for number in await self.town.numbers() if number not in before)

    def case(self, number: str, category: str) -> str:
        """The button of a case."""
        return f"{number} {self.town.line.running.city.category(category).button(self.words.code)}"


async def opened(town: Town, words: Words) -> Home:
    karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
    elena = town.moves_in(
        "Elena", town.line.telegram.person(5_500_000_701, "Elena", language_code=words.code)
    )
    town.transcript.chapter("The first minute")
    await elena.starts()
    await elena.taps(words.name)
    return Home(town, words, elena, karel)


async def _messages(tx: Transaction) -> dict[str, int]:
    """How many messages each case holds, by its number."""
    rows = await tx.all(
        "SELECT c.number, COUNT(*) AS n FROM cases c JOIN case_messages m ON m.case_id = c.id GROUP BY c.number"
    )
    return {row["number"]: row["n"] for row in rows}


def nothing_went_wrong(town: Town) -> None:
    assert town.unanswered() == []
    assert [call.description for call in town.line.telegram.log if call.code == 400] == []
    assert '"level":"error"' not in town.search.logs.getvalue()


@each_language
async def test_several_cases_are_never_mixed(opens: Opens, words: Words) -> None:
    async with opens(f"Several cases, never mixed: {words.name}", CAST) as town:
        home = await opened(town, words)
        waste, noise = await _reports_twice(home)
        await _adds_to_each(home, waste, noise)
        await _asks_how_it_stands(home, waste, noise)
        await _takes_one_back(home, waste, noise)
        nothing_went_wrong(town)
        town.transcript.compare(f"several-cases-{words.code}", await town.names())


async def _reports_twice(home: Home) -> tuple[str, str]:
    home.town.transcript.chapter("Two problems")
    waste = await home.reports(home.words.waste, "waste")
    noise = await home.reports(home.words.noise, "noise")
    assert waste != noise
    return waste, noise


async def _adds_to_each(home: Home, waste: str, noise: str) -> None:
    """By a reply, by a number before the words, and by what is loose, which is asked about once."""
    town, elena = home.town, home.elena
    town.transcript.chapter("A reply adds to its own case")
    [added] = await elena.says(home.words.more, to=waste)
    assert waste in added
    town.transcript.chapter("What is loose is asked about once")
    await elena.says(home.words.loose)
    await elena.sends_album()
    await elena.sends_voice()
    assert sum(home.label("which-case", count=3) in text for text in _shown(elena)) == 1
    await elena.taps(home.case(noise, "noise"))
    town.transcript.chapter("Words behind a number go there")
    [added] = await elena.says(f"{waste}: {home.words.more}")
    assert waste in added
    assert await town.line.read(_messages) == {waste: 3, noise: 4}


async def _asks_how_it_stands(home: Home, waste: str, noise: str) -> None:
    town, elena = home.town, home.elena
    town.transcript.chapter("How it stands")
    await home.karel.taps("✋ Ik neem dit", below=f"Melding {waste}")
    [listed] = await home.presses("menu-cases")
    assert listed.index(noise) < listed.index(waste)
    [one] = await elena.says(waste)
    assert home.words.waste in one
    assert home.words.noise not in one


async def _takes_one_back(home: Home, waste: str, noise: str) -> None:
    """Asked once, told to the desk; a word about it begins anew with what is known."""
    town, elena = home.town, home.elena
    town.transcript.chapter("One is taken back")
    await home.presses("withdraw")
    await home.presses("withdraw-yes")
    assert any("ingetrokken" in text for text in home.karel.fresh)
    await home.presses("menu-cases")
    await home.presses("my-cases-archive", count=1)
    town.transcript.chapter("And it comes back")
    read = await elena.says(home.words.back, to=home.label("withdrawn", number=waste))
    assert home.label("anew-begun", number=waste) == read[0]
    assert home.words.back in read[1]
    await home.presses("draft-send")
    assert len(await town.numbers()) == 3
    assert any(home.words.back in text for text in home.karel.fresh)
    assert noise not in "".join(home.karel.fresh)


def _shown(player: Player) -> list[str]:
    return [wire.get("text", "") for wire in player.phone.chat.messages if not wire["outgoing"]]


@each_language
async def test_it_is_happening_again(opens: Opens, words: Words) -> None:
    async with opens(f"It is happening again: {words.name}", CAST) as town:
        home = await opened(town, words)
        home.town.transcript.chapter("A problem")
        noise = await home.reports(words.noise, "noise")
        await _says_it_again(home, noise)
        await _says_when(home)
        await _was_mistaken(home)
        await _is_seen_at_the_desk(home, noise)
        await _happens_after_the_end(home, noise)
        nothing_went_wrong(town)
        town.transcript.compare(f"again-{words.code}", await town.names())


async def _says_it_again(home: Home, noise: str) -> None:
    """One tap; then words, if she wants."""
    town = home.town
    town.transcript.chapter("Again, with one tap")
    await town.later(timedelta(days=1, hours=13, minutes=30), "the next evening")
    [noted] = await home.presses("case-again", below=noise)
    assert noise in noted
    assert any("Weer gebeurd" in text for text in home.karel.fresh)
    await home.presses("case-add")
    await home.elena.says(home.words.again)
    assert any(home.words.again in text for text in home.karel.fresh)


async def _says_when(home: Home) -> None:
    town = home.town
    town.transcript.chapter("It was another moment")
    await town.later(timedelta(hours=11), "the next morning")
    await home.presses("case-again")
    await home.presses("again-other")
    await home.presses("again-today")
    await home.presses("again-last-night")
    assert "in de nacht na" in home.karel.fresh[-1]
    await home.presses("again-other")
    await home.presses("again-other-day")
    await home.presses("draft-back")


async def _was_mistaken(home: Home) -> None:
    home.town.transcript.chapter("A mistake")
    await home.town.later(timedelta(minutes=3), "three minutes")
    await home.elena.taps(home.label("case-again"))
    await home.presses("again-undo")
    assert any("toch niet" in text for text in home.karel.fresh)


async def _is_seen_at_the_desk(home: Home, noise: str) -> None:
    home.town.transcript.chapter("At which days and hours")
    card = f"Melding {noise}"
    assert "🔁 Gebeurde weer: 2 keer." in home.karel.message(card)["text"]
    await home.karel.taps("⋯ Meer", below=card)
    [chart] = await home.karel.taps("📊 Wanneer", below=card)
    assert "nacht" in chart


async def _happens_after_the_end(home: Home, noise: str) -> None:
    """Nothing is opened again unasked."""
    home.town.transcript.chapter("After it was closed")
    card = f"Melding {noise}"
    for label in ("✅ Afsluiten", "👍 Opgelost"):
        await home.karel.taps(label, below=card)
    await home.karel.taps("⏭ Sla over, sluit af")
    await home.town.later(timedelta(days=2), "two days")
    await home.elena.taps(home.label("case-again"))
    await home.presses("again-reopen")
    assert any("heropend" in text for text in home.karel.fresh)
