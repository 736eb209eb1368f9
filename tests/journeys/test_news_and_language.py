"""News as somebody wants it, and a language that changes only when its reader says so: told in three languages."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.speech import NEWS
from tests.journeys.story import HOLD, HOME
from tests.journeys.town import Player, Town

CAST = ("Elena lives in Waterschei-Noord", "Karel is the wijkmanager of Waterschei-Noord")
NAMES = {"nl": "Nederlands", "tr": "Türkçe", "bg": "Български"}
WASTE = {
    "nl": ("Er liggen zakken voor mijn deur", "Niemand komt ze halen, het stinkt"),
    "tr": ("Kapımın önünde çöp torbaları var", "Kimse gelip almıyor, çok kötü kokuyor"),
    "bg": ("Пред вратата ми има чували", "Никой не идва да ги вземе, мирише лошо"),
}
ANSWERS = {"nl": "Ik kom ook helpen.", "tr": "Ben de yardıma geliyorum.", "bg": "И аз ще дойда да помогна."}
URGENT = "Drink vandaag geen water uit de kraan in Waterschei-Noord."
# From ten past eight in the morning.
UNTIL_NIGHT = timedelta(hours=14)
UNTIL_MORNING = timedelta(hours=9)
Label = Callable[..., str]


async def arrived(town: Town, language: str) -> Player:
    elena = town.moves_in("Elena", town.line.telegram.person(RESIDENT, "Elena", language_code=language))
    await elena.starts()
    await elena.taps(NAMES[language])
    return elena


def labels(town: Town, language: str) -> Label:
    def label(name: str, **values: object) -> str:
        return town.line.running.texts.label(language, name, **values)

    return label


async def announces(karel: Player, text: str, topic: str) -> None:
    await karel.says("/bericht")
    await karel.taps("🏘 Wijk")
    await karel.taps(topic)
    await karel.says(text)
    await karel.taps("⏭ Zonder deze taal")
    await karel.taps("⏭ Zonder deze taal")
    await karel.taps("✅ Verstuur nu")
    await karel.town.later(HOLD, "the hold is over")


@pytest.mark.parametrize("language", NAMES)
async def test_news_comes_as_it_is_wanted_and_stops_with_one_tap(opens: Opens, language: str) -> None:
    title = f"News as somebody wants it: {NAMES[language]}"
    async with opens(title, CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        say = labels(town, language)
        elena = await arrived(town, language)
        town.transcript.chapter("After the first report news is offered, once")
        await _reports(elena, say, language)
        assert elena.fresh[-1].startswith("📰")
        await elena.taps(say("news-on"))
        town.transcript.chapter("A topic less, and quiet at night")
        await elena.taps(say("news-choose-topics"))
        await elena.taps(say("topic-off", topic="activities"))
        await elena.taps(say("draft-back"))
        await elena.taps(say("news-quiet"))
        await elena.taps(say("quiet-hours", start=22, end=7))
        assert "22" in elena.fresh[-1]
        town.transcript.chapter("At night works wait, and what is urgent does not")
        await town.goes_by(UNTIL_NIGHT)
        await announces(karel, NEWS, "🚧 Werken")
        assert elena.fresh == []
        await announces(karel, URGENT, "🚨 Dringend")
        [urgent] = elena.fresh
        assert URGENT in urgent
        town.clock.advance(UNTIL_MORNING)
        await town.line.restart()  # what waits is on disk, and by now its time has come
        await town.later(timedelta(seconds=3), "it is morning")
        assert NEWS in elena.fresh[0]
        town.transcript.chapter("A reply is a question to the wijkmanager")
        await elena.says(ANSWERS[language], to=NEWS)
        await elena.taps(say("draft-send"))
        assert any(ANSWERS[language] in text for text in karel.fresh)
        town.transcript.chapter("One tap stops a topic, another one all news; answers still come")
        await elena.taps(say("topic-off", topic="works"), below=NEWS)
        await elena.taps(say("news-off"), below=URGENT)
        await karel.taps("💬 Antwoorden")
        await karel.says("Fijn, tot zaterdag!")
        await karel.taps("✅ Verstuur")
        assert "Fijn, tot zaterdag!" in elena.fresh[0]
        assert town.unanswered() == []
        town.transcript.compare(f"news-{language}", await town.names())


async def _reports(elena: Player, say: Label, language: str) -> None:
    await elena.says(WASTE[language][0])
    await elena.taps("🗑 " + _waste(language))
    await elena.taps("Waterschei")
    await elena.taps("Waterschei-Noord")
    await elena.taps(say("draft-send"))


def _waste(language: str) -> str:
    return {"nl": "Afval", "tr": "Çöp, eski eşya", "bg": "Боклук"}[language]


@pytest.mark.parametrize(("language", "written"), [("nl", "tr"), ("tr", "bg"), ("bg", "nl")])
async def test_the_language_changes_when_somebody_says_so_and_never_by_itself(
    opens: Opens, language: str, written: str
) -> None:
    title = f"Writing in another language: {NAMES[written]} in a chat in {NAMES[language]}"
    async with opens(title, CAST[:1]) as town:
        elena = await arrived(town, language)
        offer = labels(town, written)("other-language")
        for words in WASTE[written]:
            await elena.says(words)
        assert elena.fresh[-1] == offer
        town.transcript.chapter("No, thank you")
        await elena.taps(NAMES[language], below=offer)
        assert elena.fresh == [f"✅ {NAMES[language]}"]
        town.transcript.chapter("A week later")
        await town.goes_by(timedelta(days=7))
        for words in WASTE[written]:
            await elena.says(words)
        await elena.taps(NAMES[written], below=offer)
        assert elena.fresh[0] == f"✅ {NAMES[written]}"
        town.transcript.compare(f"language-{language}", await town.names())
