"""What a wijkmanager saw, what the city calls it, what is for somebody else, and the month on one page."""

from datetime import timedelta

import pypdfium2

from bot.domain.people import Role
from tests.journeys.conftest import RESIDENT, Opens
from tests.journeys.story import HOME
from tests.planted import planted

CAST = (
    "Karel is the wijkmanager of Waterschei-Noord",
    "Mehmet lives there and reads Turkish",
)
A_MONTH = timedelta(days=31)


async def test_own_observations_a_reference_what_is_not_ours_and_the_month(opens: Opens) -> None:
    async with opens("Seen on the way to work", CAST) as town:
        karel = await town.appoints("Karel", 5_500_000_802, Role.WIJKMANAGER, HOME)
        mehmet = town.moves_in("Mehmet", planted(town.line.telegram, RESIDENT, "tr"))
        town.transcript.chapter("Seen with own eyes")
        await karel.says("/melden Glas op het speelplein.")
        await karel.taps("🗑 Afval")
        await karel.says("Waterschei-Noord")
        observed = await karel.taps("✅ Verstuur")
        number = next(text for text in observed if "zonder melder" in text).split("dossier ")[1][:5]
        town.transcript.chapter("What the city calls it")
        await karel.taps("⋯ Meer", below=f"Melding {number}")
        await karel.taps("🔖 Referentie")
        named = await karel.says("MOB-2026-17")
        assert any("🔖 Referentie: MOB-2026-17" in text for text in named)
        assert number in (await karel.says("/zoek mob-2026-17"))[0]
        town.transcript.chapter("Not for the city")
        await mehmet.starts()
        await mehmet.taps("Türkçe")
        await mehmet.says("Çöp kutusu iki haftadır boşaltılmadı.")
        await mehmet.taps("🗑 Çöp, eski eşya")
        await mehmet.taps("Waterschei")
        await mehmet.taps("Waterschei-Noord")
        await mehmet.taps("✅ Gönder")
        asked = next(text for text in karel.fresh if "👤 Bewoner" in text)
        await karel.taps("⋯ Meer", below=asked.splitlines()[0])
        await karel.taps("✅ Afsluiten")
        await karel.taps("📮 Niet voor ons")
        await karel.taps("☎️ Limburg.net")
        await karel.taps("✅ Sluit af")
        assert any("Limburg.net" in text and "0800 90 720" in text for text in mehmet.fresh)
        town.transcript.chapter("The month on one page")
        await town.goes_by(A_MONTH)
        for player in town.players:
            player.looks()
        await karel.says("/agenda_wijk")
        await karel.taps("september 2026")
        document = next(
            kept.wire["document"] for kept in karel.phone.chat.newest_first() if "document" in kept.wire
        )
        page = pypdfium2.PdfDocument(town.line.telegram.files.content(document["file_id"]))[0].get_textpage()
        told = page.get_text_range()
        assert "minder dan 10" in told
        assert not any(said in told for said in ("Glas", "Çöp", "MOB-2026", number))
        assert town.unanswered() == []
        town.transcript.compare("own-eyes", await town.names())
