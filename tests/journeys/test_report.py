"""A report without a form, in three languages: how few taps it takes, what may come, what waits and what is dropped."""

from datetime import timedelta

import pytest

from bot.domain.people import Role
from playground.people import Person
from tests.journeys.conftest import Opens
from tests.journeys.story import HOME
from tests.journeys.told import ALL, Told
from tests.journeys.town import Player, Town
from tests.planted import camera_picture

CAST = (
    "Elena reports; what she reads is in her language",
    "Karel is the wijkmanager of Waterschei-Noord",
    "A question to which more was sent stands below it; the earlier one is gone from the phone",
)
THOR = (51.0018, 5.5193)
MOST_TAPS_NEW = 6
MOST_TAPS_KNOWN = 4
A_DAY = timedelta(hours=24, minutes=1)


class Counting:
    """Elena, with the taps and messages counted since she began."""

    def __init__(self, elena: Player) -> None:
        self.elena, self.taps, self.messages = elena, 0, 0

    async def says(self, text: str) -> list[str]:
        self.messages += 1
        return await self.elena.says(text)

    async def presses(self, *labels: str) -> list[str]:
        for label in labels:
            self.taps += 1
            await self.elena.taps(label)
        return self.elena.fresh


async def come_to(town: Town, told: Told) -> tuple[Player, Player]:
    karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
    elena = town.moves_in(
        "Elena", town.line.telegram.person(5_500_000_701, "Elena", language_code=told.language)
    )
    return elena, karel


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.language)
async def test_a_report_without_a_form(opens: Opens, told: Told) -> None:
    async with opens(f"A report without a form: {told.name}", CAST) as town:
        elena, karel = await come_to(town, told)
        await it_is_begun_and_forgotten(town, elena, told)
        await it_is_left_for_hours(town, elena, told)
        await the_first_report(town, elena, told)
        await the_next_report(town, elena, told)
        await whatever_comes(town, elena, told)
        assert town.unanswered() == []
        assert '"level":"error"' not in town.search.logs.getvalue()
        assert karel.phone.heard()
        town.transcript.compare(f"report-{told.language}", await town.names())


async def it_is_begun_and_forgotten(town: Town, elena: Player, told: Told) -> None:
    """Half a report waits a day, also over a restart; then it is gone, and that is said once."""
    town.transcript.chapter("Half a report is left lying")
    await elena.says(told.begun)
    await elena.taps(told.name)
    await town.line.restart()
    await elena.taps(town.label(told.language, "menu-report"))
    assert town.label(told.language, "draft-go-on") in elena.phone.buttons()
    await town.later(A_DAY, "a day has passed")
    assert elena.fresh == []
    await elena.taps(town.label(told.language, "menu-cases"))
    assert elena.fresh[0] == town.label(told.language, "draft-dropped")
    await elena.taps(town.label(told.language, "menu-cases"))
    assert len(elena.fresh) == 1


async def it_is_left_for_hours(town: Town, elena: Player, told: Told) -> None:
    """What comes hours later is added, for nothing may be lost; one tap says that it is something else."""
    town.transcript.chapter("Something else, hours later")
    await elena.says(told.begun)
    await elena.taps(told.waste)
    await elena.taps(town.label(told.language, "draft-skip"))
    await town.later(timedelta(hours=3), "three hours have passed")
    [summary] = await elena.says(told.music)
    assert summary.startswith(town.label(told.language, "draft-added-later"))
    await elena.taps(town.label(told.language, "draft-only-this"))
    await elena.taps(told.noise)
    [summary] = await elena.taps(town.label(told.language, "draft-skip"))
    assert told.music in summary
    assert told.begun not in summary
    await elena.taps(town.label(told.language, "draft-stop"))


async def the_first_report(town: Town, elena: Player, told: Told) -> None:
    """From the first word to the number, in a wijk that was never named before."""
    town.transcript.chapter("The first report")
    counted = Counting(elena)
    await counted.says(told.rubbish)
    assert told.waste in elena.phone.buttons()[:1]
    send = town.label(told.language, "draft-send")
    await counted.presses(told.waste, "Waterschei", "Waterschei-Noord", send)
    number = (await town.numbers())[0]
    assert any(number in text for text in elena.fresh)
    # One tap more for who has not chosen a language yet.
    assert counted.taps + 1 <= MOST_TAPS_NEW
    assert counted.messages == 1


async def the_next_report(town: Town, elena: Player, told: Told) -> None:
    """In the wijk of last time, while another report is open."""
    town.transcript.chapter("The next report, in the same wijk")
    counted = Counting(elena)
    await counted.says(told.music)
    new, send = (town.label(told.language, name) for name in ("which-new", "draft-send"))
    await counted.presses(new, told.noise, "🏘 Waterschei-Noord", send)
    number = (await town.numbers())[1]
    assert any(number in text for text in elena.fresh)
    assert counted.taps <= MOST_TAPS_KNOWN
    assert counted.messages == 1


async def whatever_comes(town: Town, elena: Player, told: Told) -> None:
    """Pictures, sound, film and places, in any order; what cannot be used is declined; one question all the while."""
    town.transcript.chapter("Everything that a phone can send")
    label = {
        name: town.label(told.language, name)
        for name in ("menu-report", "draft-send", "category-more", "draft-change", "draft-change-place")
    }
    before = times_asked(town, elena, told)
    await elena.taps(label["menu-report"])
    await elena.sends_photo(told.caption)
    await elena.sends_album()
    await elena.sends_voice()
    await elena.does("sends a video", lambda phone: phone.sends_video())
    await elena.does("sends a round video", lambda phone: phone.sends_video_note())
    await elena.sends_picture_file(camera_picture(), "IMG_1.jpg", told.more)
    await elena.does("sends a PDF", lambda phone: phone.sends_document())
    assert times_asked(town, elena, told) == before + 1
    await elena.taps(told.noise)
    await elena.does("shares where she is for fifteen minutes, and walks on", walks)
    await elena.taps(elena.buttons_below(town.label(told.language, "place-near"))[0])
    assert (await elena.says(told.back))[0].startswith(town.label(told.language, "draft-added"))
    await elena.does("sends the place of a shop", lambda phone: phone.sends_venue(*THOR))
    await elena.taps(elena.buttons_below(town.label(told.language, "place-near"))[0])
    await elena.taps(label["draft-send"])
    number = (await town.numbers())[2]
    assert any(number in text for text in elena.fresh)


def times_asked(town: Town, elena: Player, told: Told) -> int:
    """How often the first question stands on her phone."""
    asked = town.label(told.language, "category-ask")
    return sum(asked in text for text in elena.phone.heard())


def walks(phone: Person) -> None:
    live = phone.sends_location(*THOR, live_period=900)
    for step in range(1, 4):
        phone.moves(live, THOR[0] + step / 1_000, THOR[1])
