"""Four eyes: an announcement leaves only after a colleague has read it as residents will, and let it."""

from datetime import timedelta

from bot.domain.people import Places, Role
from tests.handlers.following import follower
from tests.journeys.conftest import Opens
from tests.journeys.story import HOME
from tests.journeys.town import Player

CAST = (
    "Karel is the wijkmanager of Waterschei-Noord; in this city a second person looks at what he announces",
    "Greet coordinates the whole city, and so does Hilde",
    "Mehmet follows the news of Waterschei-Noord and reads Turkish",
)
DUTCH = "Zaterdag 12 september om 10 uur ruimen we samen op."
TURKISH = "12 Eylül Cumartesi saat 10'da birlikte temizlik yapıyoruz."
BETTER = "Zaterdag 12 september om 10 uur ruimen we samen op. Breng handschoenen mee."
BETTER_TURKISH = "12 Eylül Cumartesi saat 10'da birlikte temizlik yapıyoruz. Eldiven getirin."
SATURDAY = "11-09 17:00"


async def writes(karel: Player) -> None:
    await karel.says("/bericht")
    for press in ("🏘 Wijk", "🎉 Activiteiten"):
        await karel.taps(press)
    await karel.says(DUTCH)
    await karel.taps("✍️ Zelf schrijven")
    await karel.says(TURKISH)
    await karel.taps("⏭ Zonder deze taal")


async def changes(karel: Player) -> None:
    await karel.taps("✏️ Verander")
    await karel.taps("✏️ Verander", below="Zo ziet het bericht eruit")
    await karel.taps("Nederlands")
    await karel.says(BETTER)
    await karel.taps("✍️ Zelf schrijven")
    await karel.says(BETTER_TURKISH)
    await karel.taps("⏭ Zonder deze taal")


async def test_a_colleague_looks_sends_it_back_and_lets_the_better_one_leave(opens: Opens) -> None:
    async with opens("Four eyes", CAST, WIJKLIJN_FOUR_EYES="1") as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        greet = await town.appoints("Greet", 5_500_000_805, Role.COORDINATOR, Places())
        hilde = await town.appoints("Hilde", 5_500_000_806, Role.COORDINATOR, Places())
        town.moves_in("Mehmet", await follower(town.line, 5_500_000_703, "tr", HOME.wijken[0]))
        town.transcript.chapter("Somebody else is asked")
        await writes(karel)
        await karel.taps("✅ Verstuur nu")
        town.transcript.chapter("Not like this")
        await greet.taps("👀 Bekijk")
        await greet.taps("✖️ Niet goed")
        await town.line.restart()
        await greet.says("Zeg erbij dat mensen handschoenen meebrengen.")
        town.transcript.chapter("Better, and for Friday")
        await changes(karel)
        await karel.taps("🕒 Plan")
        await karel.says(SATURDAY)
        await town.later(timedelta(hours=3), "nobody has looked for some hours")
        await hilde.says("/overzicht")
        await hilde.taps("⏳ Wacht op jou (1)")
        await hilde.taps("📢 Waterschei-Noord")
        await hilde.taps("✅ Goedkeuren")
        assert "👀 Bekijk" not in greet.phone.buttons()
        town.transcript.chapter("It leaves")
        await town.later(timedelta(days=4, hours=4), "it is Friday, five o'clock")
        town.transcript.chapter("Who did what")
        await greet.says("/overzicht")
        await greet.taps("🧾 Logboek")
        assert town.unanswered() == []
        town.transcript.compare("four-eyes", await town.names())
