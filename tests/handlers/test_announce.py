"""/bericht, from the question who gets it to the figures of who got it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.city import WijkId
from bot.domain.people import Places, Role
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from tests.handlers.following import (
    DUTCH,
    TURKISH,
    follower,
    hears,
    manager,
    presses,
    unhindered,
    until,
    writes,
)
from tests.handlers.spoken import HOME
from tests.line import Line, open_line

OTHER = WijkId("waterschei-zuid")


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Line]:
    """A bot whose announcements leave without a hold."""
    async with open_line(tmp_path, telegram, server, WIJKLIJN_HOLD_SECONDS="0") as line:
        yield unhindered(line)


async def previewed(line: Line, person: Person) -> None:
    """An announcement in Dutch and Turkish, as far as the preview."""
    await writes(line, person, "/bericht")
    await presses(line, person, "🏘 Wijk", "🎉 Activiteiten")
    await writes(line, person, DUTCH)
    await presses(line, person, "✍️ Zelf schrijven")
    await writes(line, person, TURKISH)
    await presses(line, person, "⏭ Zonder deze taal")


async def test_every_reader_gets_the_dutch_first_and_then_the_own_language_marked(line: Line) -> None:
    mehmet = await follower(line, 5_500_000_701, "tr", HOME, OTHER)
    elena = await follower(line, 5_500_000_702, "bg", HOME)
    elsewhere = await follower(line, 5_500_000_703, "tr", OTHER)
    koen = await manager(line)
    await previewed(line, koen)
    assert koen.heard()[-1].startswith("🏘 Waterschei-Noord · 2 personen\n🎉 Activiteiten\n")
    await presses(line, koen, "✅ Verstuur nu")
    await until(hears(koen, "✅ Klaar."))
    assert mehmet.heard()[-1].split("\n\n") == [
        "📢 Wijkmanager · Waterschei-Noord · 🎉 Activiteiten",
        DUTCH,
        "Vertaling / Çeviri. Geçerli olan Hollandaca metindir.",
        TURKISH,
    ]
    assert mehmet.buttons()[0] == "🔕 Etkinlik gelmesin"
    assert mehmet.buttons()[1] == "🔕 Haber gelmesin"
    assert elena.heard()[-1].split("\n\n") == ["📢 Wijkmanager · Waterschei-Noord · 🎉 Activiteiten", DUTCH]
    assert not hears(elsewhere, DUTCH)()
    assert [text for text in mehmet.heard() if DUTCH in text] == mehmet.heard()[-1:]
    assert koen.heard()[-1] == "✅ Klaar. Aangekomen: 2"
    assert "📢 Het bericht is vertrokken.\n▓▓▓▓▓▓▓▓▓▓ 2 van 2" in koen.heard()


async def test_the_preview_and_the_test_show_what_readers_will_see(line: Line) -> None:
    mehmet = await follower(line, 5_500_000_701, "tr", HOME)
    koen = await manager(line)
    await previewed(line, koen)
    turkish_sample = koen.heard()[-2]
    await presses(line, koen, "🧪 Test naar mezelf")
    assert koen.heard()[-1] == turkish_sample
    assert not hears(mehmet, DUTCH)()
    await presses(line, koen, "✅ Verstuur nu")
    await until(hears(mehmet, DUTCH))
    assert mehmet.heard()[-1] == turkish_sample


async def test_figures_that_differ_must_be_accepted(line: Line) -> None:
    await follower(line, 5_500_000_701, "tr", HOME)
    koen = await manager(line)
    await writes(line, koen, "/bericht")
    await presses(line, koen, "🏘 Wijk", "🎉 Activiteiten")
    await writes(line, koen, DUTCH)
    await presses(line, koen, "✍️ Zelf schrijven")
    await writes(line, koen, "28 Kasım Cumartesi saat 11'de birlikte temizlik yapıyoruz.")
    assert "⚠️ Cijfers: Nederlands 10 · hier 11" in koen.heard()[-1]
    await presses(line, koen, "✍️ Zelf schrijven")
    await writes(line, koen, TURKISH)
    assert koen.heard()[-1] == "Български: hoe wil je dit doen?"


async def test_a_stop_before_it_left_brings_the_draft_back(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    async with open_line(tmp_path, telegram, server, WIJKLIJN_HOLD_SECONDS="600") as line:
        unhindered(line)
        mehmet = await follower(line, 5_500_000_701, "tr", HOME)
        koen = await manager(line)
        await previewed(line, koen)
        await presses(line, koen, "✅ Verstuur nu")
        assert "⏳ Het bericht vertrekt over 600 seconden. Tot dan kan je het stoppen." in koen.heard()
        await line.restart()
        await presses(line, koen, "⏹ Stop nu")
        assert koen.buttons()[0] == "✅ Verstuur nu"
        assert not hears(mehmet, DUTCH)()
        await presses(line, koen, "✖️ Stop")
        assert koen.heard()[-1] == "✖️ Gestopt. Er is niets verstuurd."


async def test_changing_the_dutch_asks_for_the_other_languages_again(line: Line) -> None:
    await follower(line, 5_500_000_701, "tr", HOME)
    koen = await manager(line)
    await previewed(line, koen)
    await presses(line, koen, "✏️ Verander", "Nederlands")
    await writes(line, koen, "Zondag om 9 uur.")
    assert koen.heard()[-1] == "Türkçe: hoe wil je dit doen?"
    await presses(line, koen, "⏭ Zonder deze taal", "⏭ Zonder deze taal")
    assert "Zondag om 9 uur." in koen.heard()[-2]


async def test_a_typed_time_is_kept_and_an_unclear_one_is_asked_again(line: Line) -> None:
    await follower(line, 5_500_000_701, "tr", HOME)
    koen = await manager(line)
    await previewed(line, koen)
    await presses(line, koen, "🕒 Plan")
    await writes(line, koen, "straks")
    assert koen.heard()[-1].startswith("Die tijd begrijp ik niet.")
    await presses(line, koen, "Morgen 10:00")
    assert "om 10:00. Tot dan kan je het stoppen." in "".join(koen.heard())
    due = await line.read(lambda tx: tx.all("SELECT kind FROM due WHERE kind = 'announcement-leaves'"))
    assert len(due) == 1


async def test_nobody_is_written_to_where_nobody_follows(line: Line) -> None:
    koen = await manager(line)
    await previewed(line, koen)
    assert "nog niemand volgt dit nieuws" in koen.heard()[-1]
    await presses(line, koen, "✅ Verstuur nu")
    assert koen.heard()[-1] == "Nog niemand volgt het nieuws hiervan. Er is niets verstuurd."


@pytest.mark.parametrize("role", [Role.CONTACT_WORKER, Role.TEAM_MEMBER, Role.PARTNER])
async def test_who_may_not_announce_is_told_so(line: Line, role: Role) -> None:
    person = line.telegram.person(5_500_000_805, "Planted", language_code="nl")
    await line.invited(person, role, Places((HOME,)), "tr")
    await writes(line, person, "/bericht")
    assert person.heard()[-1] == "Dit hoort niet bij jouw wijken."


async def test_only_what_somebody_may_is_offered_and_nothing_else_can_be_crafted(line: Line) -> None:
    koen = await manager(line, 5_500_000_801, HOME, OTHER)
    await writes(line, koen, "/bericht")
    assert koen.buttons() == ["🏘 Wijk", "✖️ Stop"]
    version = next(
        button["callback_data"].split(":")[2]
        for kept in koen.chat.newest_first()
        for row in kept.wire.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    )
    message = max(number for number, kept in koen.chat.kept.items() if not kept.outgoing)
    for data, refusal in (
        (f"1:announce-to:{version}:everybody", "Dit hoort niet bij jouw wijken."),
        (f"1:announce-wijk:{version}:boxbergheide", "Dit hoort niet bij jouw wijken."),
        (f"1:announce-wijk:{version}:nergens", "Deze wijk kennen wij niet."),
        ("1:announce-send:1", "Deze knop werkt niet meer. Kies opnieuw in het menu."),
        ("1:announcement-pause:77", "Deze knop werkt niet meer. Kies opnieuw in het menu."),
    ):
        koen.taps(message, data)
        await line.quiet()
        assert koen.heard()[-1] == refusal
    await presses(line, koen, "🏘 Wijk")
    assert koen.buttons() == ["Waterschei-Noord", "Waterschei-Zuid", "↩️ Terug", "✖️ Stop"]


async def test_a_coordinator_reaches_everybody_who_wanted_news_once(line: Line) -> None:
    mehmet = await follower(line, 5_500_000_701, "tr", HOME, OTHER)
    silent = await follower(line, 5_500_000_702, "nl")
    an = line.telegram.person(5_500_000_806, "Planted", language_code="nl")
    await line.invited(an, Role.COORDINATOR)
    await writes(line, an, "/bericht")
    await presses(line, an, "🌍 Iedereen", "🚨 Dringend")
    await writes(line, an, DUTCH)
    await presses(line, an, "⏭ Zonder deze taal", "⏭ Zonder deze taal", "✅ Verstuur nu")
    await until(hears(an, "✅ Klaar. Aangekomen: 1"))
    assert mehmet.heard()[-1].split("\n\n") == ["📢 Stad Genk · 🚨 Dringend", DUTCH]
    assert not hears(silent, DUTCH)()


async def test_a_reply_to_an_announcement_is_a_question_to_the_wijk_of_its_sender(line: Line) -> None:
    mehmet = await follower(line, 5_500_000_701, "tr", HOME)
    koen = await manager(line)
    await previewed(line, koen)
    await presses(line, koen, "✅ Verstuur nu")
    await until(hears(mehmet, DUTCH))
    heard = len(mehmet.heard())
    announced = max(number for number, kept in mehmet.chat.kept.items() if not kept.outgoing)
    mehmet.says("Sokağımızda da çöp var.", reply_to=announced)
    await line.quiet()
    assert len(mehmet.heard()) == heard + 1
    assert "📍 Waterschei-Noord" in mehmet.heard()[-1]
    await presses(line, mehmet, "✅ Gönder")
    assert hears(mehmet, "✅ Alındı.")()
    assert hears(koen, "Sokağımızda da çöp var.")()
