"""It is happening again: one tap, then another moment, words or a mistake; and what the desk sees of it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.cases import Case
from tests.cast import Actor, Cast
from tests.line import Line

# Saturday 28 November 2026, ten past ten in the evening in Genk.
EVENING = datetime(2026, 11, 28, 21, 10, tzinfo=UTC)
AGAIN = "🔁 Het gebeurt weer"


class Times:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.now = EVENING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
async def cast(line: Line, times: Times) -> Cast:
    """The people of a line whose clock stands still."""
    line.clock = times
    await line.restart()
    return Cast(line)


@pytest.fixture
async def jan(cast: Cast) -> Actor:
    return await cast.jan()


@pytest.fixture
async def lies(cast: Cast) -> Actor:
    return await cast.lies()


async def _sent(cast: Cast, jan: Actor, lies: Actor) -> Case:
    case = await cast.case_of(jan, "Lawaai")
    await jan.hears()
    await lies.hears()
    return case


async def test_one_tap_is_dated_counted_and_told_to_the_desk(
    cast: Cast, times: Times, lies: Actor, jan: Actor
) -> None:
    case = await _sent(cast, jan, lies)
    noted = f"🔁 Genoteerd bij melding {case.number}: zaterdag 28 november om 22.10 uur."
    assert await jan.taps(AGAIN) == [f"{noted} Dat is de eerste keer."]
    heard = await lies.hears()
    assert "🔁 Gebeurde weer: 1 keer. Laatst: zaterdag 28 november om 22.10 uur." in heard[0]
    assert heard[1].startswith(f"🔁 Weer gebeurd, dossier {case.number}: zaterdag 28 november")
    assert await jan.taps(AGAIN) == [f"{noted} Dat is de eerste keer."]
    assert await lies.hears() == []
    times.now += timedelta(minutes=2)
    assert (await jan.taps(AGAIN))[0].endswith("om 22.12 uur. Dat is al 2 keer.")
    notice = lies.message("Dat is al 2 keer")
    assert notice["reply_to_message"]["text"].startswith("Melding")
    (one,) = await jan.says(case.number)
    assert "🔁 Het gebeurde weer: 2 keer. Laatst: zaterdag 28 november om 22.12 uur." in one


async def test_it_was_at_another_moment(cast: Cast, lies: Actor, jan: Actor) -> None:
    case = await _sent(cast, jan, lies)
    await jan.taps(AGAIN)
    await jan.taps("🕒 Ander moment")
    assert jan.buttons_of("Wanneer was het?") == [
        "⏱ Nu",
        "Vandaag, eerder",
        "Gisteren",
        "🗓 Andere dag",
        "◀️ Terug",
    ]
    await jan.taps("Vandaag, eerder")
    today = ["🌙 Vannacht", "🌅 ’s Ochtends", "☀️ ’s Middags", "🌆 ’s Avonds", "🤷 Weet ik niet", "◀️ Terug"]
    assert jan.buttons_of("Wanneer op de dag") == today
    assert (await jan.taps("🌙 Vannacht"))[0].startswith(
        f"🔁 Genoteerd bij melding {case.number}: in de nacht na vrijdag 27 november."
    )
    assert "in de nacht na vrijdag 27 november" in (await lies.hears())[-1]
    await jan.taps("🕒 Ander moment")
    await jan.taps("🗓 Andere dag")
    assert jan.buttons_of("Op welke dag")[0] == "donderdag 26 november"
    await jan.taps("maandag 23 november")
    assert "maandag 23 november. Dat" in (await jan.taps("🤷 Weet ik niet"))[0]
    await jan.taps("🕒 Ander moment")
    await jan.taps("◀️ Terug")
    await jan.taps("🕒 Ander moment")
    assert "om 22.10 uur" in (await jan.taps("⏱ Nu"))[0]


async def test_just_after_midnight_only_the_night_has_been(
    cast: Cast, times: Times, lies: Actor, jan: Actor
) -> None:
    await _sent(cast, jan, lies)
    times.now = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)
    await jan.taps(AGAIN)
    await jan.taps("🕒 Ander moment")
    await jan.taps("Vandaag, eerder")
    assert jan.buttons_of("Wanneer op de dag") == ["🌙 Vannacht", "◀️ Terug"]
    assert "in de nacht na zaterdag 28 november" in (await jan.taps("🌙 Vannacht"))[0]


async def test_a_mistake_is_taken_back_also_at_the_desk(
    cast: Cast, times: Times, lies: Actor, jan: Actor
) -> None:
    case = await _sent(cast, jan, lies)
    await jan.taps(AGAIN)
    await lies.hears()
    undone = [f"↩️ Weggehaald bij melding {case.number}. Er staat niets meer."]
    assert await jan.taps("↩️ Was een vergissing") == undone
    heard = await lies.hears()
    assert any("toch niet" in text for text in heard)
    assert not any("Gebeurde weer" in text for text in heard)
    assert jan.buttons_of("Weggehaald") == []
    times.now += timedelta(minutes=2)
    await jan.taps_of("Ontvangen", AGAIN)
    times.now += timedelta(minutes=31)
    assert (await jan.taps("↩️ Was een vergissing"))[0].startswith("Dat kan nu niet meer.")


async def test_a_flood_is_told_politely_that_it_is_known(
    cast: Cast, times: Times, lies: Actor, jan: Actor
) -> None:
    await _sent(cast, jan, lies)
    for _ in range(10):
        times.now += timedelta(minutes=2)
        await jan.taps(AGAIN)
    times.now += timedelta(minutes=2)
    (told,) = await jan.taps(AGAIN)
    assert told.startswith("🔁 Dit staat vandaag al vaak genoteerd.")
    notices = [
        kept.wire for kept in lies.phone.chat.newest_first() if "Weer gebeurd" in kept.wire.get("text", "")
    ]
    assert len(notices) == 10


async def test_of_a_handled_case_it_is_asked_whether_it_must_be_open_again(
    cast: Cast, lies: Actor, jan: Actor
) -> None:
    case = await _sent(cast, jan, lies)
    for label in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost", "⏭ Sla over, sluit af"):
        await lies.taps(label)
    await jan.hears()
    (noted,) = await jan.taps_of("Ontvangen", AGAIN)
    assert noted.endswith("Deze melding was afgesloten. Moet ze weer open?")
    assert (await cast.state_of(case)).status.value == "handled"
    assert any("Weer gebeurd" in text for text in await lies.hears())
    (reopened,) = await jan.taps("🔄 Ja, open weer")
    assert reopened.startswith(f"🔄 Melding {case.number} is weer open.")
    assert (await cast.state_of(case)).status.value == "reopened"


async def test_the_desk_sees_at_which_days_and_hours(
    cast: Cast, times: Times, lies: Actor, jan: Actor
) -> None:
    case = await _sent(cast, jan, lies)
    await jan.taps(AGAIN)
    times.now += timedelta(minutes=10)
    await jan.taps(AGAIN)
    times.now = datetime(2026, 11, 30, 17, 30, tzinfo=UTC)
    await jan.taps(AGAIN)
    await lies.hears()
    await lies.taps_of(f"Melding {case.number}", "⋯ Meer")
    (chart,) = await lies.taps_of(f"Melding {case.number}", "📊 Wanneer")
    assert "   ochtend middag avond nacht\nma       ·      ·     1     ·" in chart
    assert "\nza       ·      ·     ·     2\nzo" in chart
    assert "🕒 Het vaakst: 22–23 uur (2×), 18–19 uur (1×)." in chart
    assert max(map(len, chart.splitlines()[2:10])) <= 30


async def test_where_nothing_happened_again_there_is_no_chart_and_no_button(
    cast: Cast, lies: Actor, jan: Actor
) -> None:
    case = await _sent(cast, jan, lies)
    await lies.taps("⋯ Meer")
    assert "📊 Wanneer" not in lies.buttons_of(f"Melding {case.number}")
    assert "Het gebeurde nog niet opnieuw." in (await lies.crafts(f"1:desk-when:{case.id}"))[0]
    piet = await cast.piet()
    assert await piet.crafts(f"1:desk-when:{case.id}") == ["Dit hoort niet bij jouw wijken."]
    assert await jan.crafts(f"1:desk-when:{case.id}") == [
        "Deze knop werkt niet meer. Kies opnieuw in het menu."
    ]


@pytest.mark.parametrize("between", [False, True], ids=["at once", "after a restart"])
async def test_words_and_pictures_go_along(
    cast: Cast, line: Line, lies: Actor, jan: Actor, *, between: bool
) -> None:
    case = await _sent(cast, jan, lies)
    await jan.taps(AGAIN)
    if between:
        await line.restart()
    await jan.taps_of("Genoteerd", "➕ Iets toevoegen")
    assert await jan.sends_photo("Zelfde auto") == [f"➕ Toegevoegd aan melding {case.number}."]
    assert "Zelfde auto" in " ".join(await lies.hears())
    noted = jan.message("Genoteerd")["message_id"]
    assert await jan.says("En nog een", reply_to=noted) == [f"➕ Toegevoegd aan melding {case.number}."]


async def test_crafted_and_foreign_presses_change_nothing(
    cast: Cast, line: Line, lies: Actor, jan: Actor
) -> None:
    case = await _sent(cast, jan, lies)
    await jan.taps(AGAIN)
    mehmet = await cast.mehmet()
    before = await line.read(lambda tx: tx.all("SELECT * FROM occurrences"))
    presses = ["when:1", "day:1", "in:1:0", "at:1:1:night", "now:1", "back:1", "undo:1"]
    for press in presses:
        assert await mehmet.crafts(f"1:again-{press}") == ["Bu mesajı bulamadık."]
    for press in ("in:1:9", "at:1:0:noon", "at:1:99:-", "at:1:0:night:1", "undo:999", "undo:-1", "in:1:x"):
        assert (await jan.crafts(f"1:again-{press}"))[0].startswith("Deze knop werkt niet meer.")
    assert await line.read(lambda tx: tx.all("SELECT * FROM occurrences")) == before
    assert (await cast.state_of(case)).status.value == "received"


@pytest.mark.parametrize(
    ("who", "noted"),
    [
        ("mehmet", "28 Kasım Cumartesi, saat 22.10. Bu ilk kez oldu."),
        ("elena", "събота, 28 ноември, в 22.10. Това е първият път."),
    ],
)
async def test_it_is_said_in_the_own_language(cast: Cast, who: str, noted: str) -> None:
    actor = await (cast.mehmet() if who == "mehmet" else cast.elena())
    case = await cast.case_of(actor, "Шум")
    await actor.hears()
    (told,) = await actor.crafts(f"1:again:{case.id}")
    assert told.endswith(noted)
