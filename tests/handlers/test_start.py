"""The first minute."""

import pytest

from bot.domain.city import WijkId
from bot.domain.people import Places, Role
from tests.line import Line


async def test_somebody_new_is_asked_for_a_language_in_every_language(line: Line) -> None:
    newcomer = line.telegram.person(5_500_000_701, "Planted", language_code="bg")
    newcomer.starts()
    await line.quiet()
    (question,) = newcomer.heard()
    assert question.splitlines() == ["🌍 Kies je taal", "🌍 Dilinizi seçin", "🌍 Изберете език"]
    assert newcomer.buttons()[0] == "Български"


async def test_a_chosen_language_leads_to_who_sees_what_and_the_menu(line: Line) -> None:
    newcomer = line.telegram.person(5_500_000_701, "Planted", language_code="nl")
    newcomer.starts()
    await line.quiet()
    newcomer.taps_label("Türkçe")
    await line.quiet()
    assert newcomer.heard()[0] == "✅ Türkçe"
    assert newcomer.heard()[2].startswith("🔒 Genk Belediyesi")
    assert "📣 Sorun bildir" in newcomer.buttons()


async def test_an_invitation_gives_a_role_once(line: Line) -> None:
    manager = line.telegram.person(5_500_000_801, "Planted", language_code="nl")
    await line.invited(manager, Role.WIJKMANAGER, Places((WijkId("waterschei-noord"),)))
    welcome, what_now = manager.heard()
    assert welcome == "Welkom. Je bent nu wijkmanager voor Waterschei-Noord."
    assert what_now.startswith("👋 Nieuwe meldingen komen hier.")
    assert "/werk · Wat wacht" in what_now
    link = manager.chat.messages[0]["text"]
    other = line.telegram.person(5_500_000_802, "Planted", language_code="nl")
    other.says(link)
    await line.quiet()
    assert other.heard() == ["Deze uitnodiging is niet meer geldig."]


async def test_who_wrote_before_opening_the_invitation_has_begun_no_report(line: Line) -> None:
    manager = line.telegram.person(5_500_000_801, "Planted", language_code="nl")
    manager.says("Hallo")
    await line.quiet()
    await line.invited(manager, Role.WIJKMANAGER, Places((WijkId("waterschei-noord"),)))
    before = len(manager.heard())
    manager.says("Goeiemorgen")
    await line.quiet()
    assert not any("Waar gaat het over?" in text for text in manager.heard()[before:])


@pytest.mark.parametrize(
    "texts",
    [("Er ligt afval", "/start wijk-waterschei-noord"), ("/start wijk-waterschei-noord", "Er ligt afval")],
)
async def test_what_is_written_before_or_after_scanning_a_poster_goes_on(
    line: Line, texts: tuple[str, ...]
) -> None:
    newcomer = line.telegram.person(5_500_000_701, "Planted", language_code="nl")
    for text in texts:
        newcomer.says(text)
        await line.quiet()
    newcomer.taps_label("Nederlands")
    await line.quiet()
    assert newcomer.heard()[-1] == "Waar gaat het over?"
    newcomer.taps_label("🗑 Afval")
    await line.quiet()
    if "🏘 Waterschei-Noord" in newcomer.buttons():
        newcomer.taps_label("🏘 Waterschei-Noord")
        await line.quiet()
    assert any("Er ligt afval" in text and "Waterschei-Noord" in text for text in newcomer.heard())
