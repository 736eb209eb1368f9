"""A wijkmanager answers with one hand: by a reply, with a photo, too late, wrongly, put right; and with ready-made words."""

from datetime import timedelta

from bot.domain.people import Role
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player, Town
from tests.planted import planted

CAST = (
    "Elena has reported in Waterschei-Noord, and reads Bulgarian",
    "Karel is the wijkmanager there, Greet the coordinator",
    "Selin is the contact worker who speaks Turkish and Bulgarian",
)
ANSWER = "We komen dinsdag om 10 uur kijken."
RIGHT = "We komen woensdag om 10 uur kijken."
READY = "We zetten op DATUM een container: PLAATS."


async def reports(elena: Player) -> None:
    await elena.starts()
    await elena.taps("Български")
    await elena.says("Пред блока има стари мебели и боклук.")
    for press in ("🗑 Боклук", "Waterschei", "Waterschei-Noord", "✅ Изпрати"):
        await elena.taps(press)


async def answers(town: Town, karel: Player, elena: Player) -> None:
    """A draft that lies is asked about; nothing has left before the press."""
    town.transcript.chapter("An answer that is forgotten")
    await karel.says(ANSWER, to="Melding")
    await town.later(timedelta(minutes=11), "ten minutes, and he has talked with somebody")
    assert karel.fresh[0].startswith("⏳ Dit antwoord op dossier")
    assert not any(ANSWER in text for text in elena.phone.heard())
    await karel.sends_photo("Dit bedoel je toch?")
    assert "📎 1 foto" in karel.fresh[0]
    await karel.taps("✅ Verstuur")
    assert any(ANSWER in text for text in elena.fresh)


async def puts_right(town: Town, karel: Player, elena: Player) -> None:
    town.transcript.chapter("The wrong day")
    await karel.taps("✏️ Verbeter")
    await karel.says(RIGHT)
    await karel.taps("✅ Verstuur")
    [changed] = [text for text in elena.fresh if RIGHT in text]
    assert "✏️ Поправено в " in changed
    assert not any(ANSWER in text for text in elena.phone.heard())
    await town.later(timedelta(minutes=16), "a quarter of an hour")
    await karel.taps("✏️ Verbeter", below="✏️ Verbeterd")
    assert karel.fresh == ["Verbeteren kan tot 15 minuten na het versturen. Stuur een nieuw antwoord."]


async def proposes(town: Town, karel: Player, selin: Player, greet: Player) -> None:
    town.transcript.chapter("Words for the next time")
    for press in ("⋯ Meer", "⚡ Snelantwoord", "➕ Nieuw voorstel"):
        await karel.taps(press)
    await karel.says(READY)
    await karel.says("Container")
    await karel.taps("✅ Verstuur")
    await selin.taps("✍️ Türkçe")
    await selin.says("DATUM günü konteyner koyuyoruz: PLAATS.")
    await selin.taps("✍️ Български")
    await selin.says("Слагаме контейнер на DATUM: PLAATS.")
    await greet.taps("✅ Goedkeuren")
    assert any("staat nu bij de snelantwoorden" in text for text in karel.fresh)


async def uses(karel: Player, elena: Player, town: Town) -> None:
    town.transcript.chapter("Used with three taps")
    for press in ("◀️ Terug", "⚡ Snelantwoord", "⚡ Container", "Morgen", "Waterschei-Noord", "✅ Verstuur"):
        await karel.taps(press)
    assert any("Слагаме контейнер на вторник, 8 септември: Waterschei-Noord." in text for text in elena.fresh)


async def test_answers_are_seen_asked_about_put_right_and_made_ready_for_the_next_time(opens: Opens) -> None:
    async with opens("Answers of the desk", CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        greet = await town.appoints("Greet", 5_500_000_805, Role.COORDINATOR)
        selin = await town.appoints("Selin", 5_500_000_801, Role.CONTACT_WORKER, HOME, "tr", "bg")
        elena = town.moves_in("Elena", planted(town.line.telegram, RESIDENT, "bg"))
        await reports(elena)
        await answers(town, karel, elena)
        await town.line.restart()
        await puts_right(town, karel, elena)
        await proposes(town, karel, selin, greet)
        await uses(karel, elena, town)
        assert town.unanswered() == []
        town.transcript.compare("desk-answers", await town.names())
