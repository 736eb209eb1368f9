"""Reporting: from the first words to the receipt, by every way there is."""

import pytest

from playground.samples import street_photo
from tests.cast import Actor, Cast
from tests.line import Line


async def test_one_message_and_two_taps_are_a_report_that_reaches_the_wijkmanager(cast: Cast) -> None:
    manager, elena = await cast.lies(), await cast.elena()
    assert await elena.says("Пак има боклук на улицата") == ["За какво става дума?"]
    assert elena.buttons_of("За какво")[0] == "🗑 Боклук"
    await elena.taps("🗑 Боклук")
    assert await elena.taps("Waterschei") == ["Waterschei: коя част?"]
    (summary,) = await elena.taps("Waterschei-Noord")
    assert summary.splitlines()[:4] == [
        "📄 Вярно ли е това?",
        "Пак има боклук на улицата",
        "🗑 Боклук",
        "📍 Waterschei-Noord (Genk-Oost)",
    ]
    sent, receipt, _ = await elena.taps("✅ Изпрати")
    assert sent == "📤 Изпратено."
    assert receipt.startswith("✅ Получено. № ")
    assert "Ще отговори: wijkmanager (Waterschei-Noord). Най-късно: " in receipt
    (card,) = await manager.hears()
    assert "Пак има боклук на улицата" in card


@pytest.mark.parametrize(
    ("who", "send", "receipt"),
    [
        ("elena", "✅ Изпрати", "✅ Получено. № "),
        ("mehmet", "✅ Gönder", "✅ Alındı. Mesaj no: "),
        ("jan", "✅ Verstuur", "✅ Ontvangen. Melding "),
    ],
)
async def test_both_questions_can_be_left_open_in_every_language(
    cast: Cast, who: str, send: str, receipt: str
) -> None:
    resident: Actor = await getattr(cast, who)()
    await resident.says("👀 HELP <b>&</b>")
    skip = resident.buttons_of("?")[-3]
    await resident.taps(skip)
    (summary,) = await resident.taps(skip)
    assert "👀 HELP <b>&</b>" in summary
    assert (await resident.taps(send))[-1].startswith(receipt)


async def test_a_photo_alone_is_enough_and_more_can_come_until_it_is_sent(cast: Cast) -> None:
    manager, jan = await cast.lies(), await cast.jan()
    jan.phone.sends_album([street_photo(scene) for scene in range(3)])
    assert await jan.hears() == ["Waar gaat het over?"]
    jan.phone.sends_voice()
    assert await jan.hears() == ["➕ Toegevoegd.\nWaar gaat het over?"]
    await jan.taps("🔊 Lawaai")
    await jan.taps("Waterschei")
    await jan.taps("Waterschei-Zuid")
    (summary,) = await jan.says("Elke nacht")
    assert "Elke nacht" in summary
    assert "📎 3 foto's, 1 spraakbericht" in summary
    await jan.taps("✅ Verstuur")
    heard = await manager.hears()
    assert heard[1:] == ["<photo>"] * 3 + ["<voice>"]


async def test_the_likeliest_categories_come_first_and_all_are_one_tap_away(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Mijn baas heeft mijn loon niet betaald")
    assert jan.buttons_of("Waar gaat het over?")[0] == "🧰 Werk en loon"
    assert len(jan.buttons_of("Waar gaat het over?")) == 4 + 2 + 2
    await jan.taps("🏷 Andere …")
    assert len(jan.buttons_of("Waar gaat het over?")) == 11 + 1 + 2


async def test_a_sensitive_report_says_who_reads_it_before_it_is_sent(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Mijn baas heeft mijn loon niet betaald")
    await jan.taps("🧰 Werk en loon")
    (summary,) = await jan.taps("🤷 Weet ik niet")
    assert (
        "Alleen de wijkmanager, de contactmedewerker en de coördinator lezen dit. "
        "We geven het niet aan je huisbaas of baas. Soms volgt een controle.\n"
        "➡️ Een inspectie kan komen controleren op het werk. De stad beslist daar niet over." in summary
    )


async def test_talking_first_sends_nothing_of_what_was_written(cast: Cast) -> None:
    manager, jan = await cast.lies(), await cast.jan()
    await jan.says("Mijn baas heeft mijn geheime loon niet betaald")
    await jan.taps("🧰 Werk en loon")
    await jan.taps("Waterschei")
    await jan.taps("Waterschei-Noord")
    heard = await jan.taps("💬 Eerst praten")
    assert heard[0].startswith("💬 We vroegen een gesprek voor je aan.")
    await manager.hears()
    (shown,) = await manager.taps("👁 Toon")
    assert "Ik wil eerst met iemand praten." in shown
    assert "geheime" not in " ".join(manager.phone.heard())


async def test_talking_first_about_what_is_going_on_now_is_as_urgent(cast: Cast) -> None:
    manager, jan = await cast.lies(), await cast.jan()
    await jan.says("Mijn huisbaas slaat mij")
    await jan.taps("⏱ Nu bezig? Ja")
    await jan.taps("🏠 Mijn woning")
    await jan.says("Waterschei-Noord")
    await jan.taps("💬 Eerst praten")
    assert "❗ Dringend" in (await manager.hears())[0]


async def test_sending_twice_makes_one_case(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await _ready(jan)
    button = jan.message("Klopt dit?")
    data = button["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await jan.taps("✅ Verstuur")
    assert await jan.crafts(data, button["message_id"]) == []
    rows = await line.read(lambda tx: tx.all("SELECT id FROM cases"))
    assert len(rows) == 1


async def test_one_answer_can_be_changed_from_the_summary(cast: Cast) -> None:
    jan = await cast.jan()
    await _ready(jan)
    await jan.taps("✏️ Verander")
    await jan.taps("🏷 Het onderwerp")
    (summary,) = await jan.taps("🔊 Lawaai")
    assert "🔊 Lawaai" in summary
    assert "📍 Bokrijk" in summary
    await jan.taps("✏️ Verander")
    await jan.taps("✏️ Mijn tekst of foto's")
    (summary,) = await jan.says("Nieuwe woorden")
    assert "Nieuwe woorden" in summary
    assert "Er ligt afval" not in summary


async def test_back_leads_through_the_questions_and_out_with_what_was_written_kept(cast: Cast) -> None:
    jan = await cast.jan()
    await _ready(jan)
    assert (await jan.taps("◀️ Terug"))[0].startswith("Waar is het?")
    assert await jan.taps("◀️ Terug") == ["Waar gaat het over?"]
    assert await jan.taps("◀️ Terug") == ["Stuur nog iets, of ga verder."]
    assert (await jan.taps("◀️ Terug"))[0].startswith("Dit blijft 24 uur wachten.")
    assert await jan.taps("📣 Probleem melden") == ["Je melding is nog niet verstuurd. Wil je verdergaan?"]
    (summary,) = await jan.taps("▶️ Ga verder")
    assert "Er ligt afval" in summary


async def test_stop_drops_everything(cast: Cast) -> None:
    jan = await cast.jan()
    await _ready(jan)
    assert await jan.taps("✖️ Stop") == ["✖️ Gestopt. Er is niets verstuurd."]
    assert (await jan.taps("📣 Probleem melden"))[0].startswith("Wat is er gebeurd?")


async def test_a_draft_survives_a_restart(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await _ready(jan)
    await line.restart()
    (summary,) = await jan.says("Nog altijd")
    assert "Er ligt afval\nNog altijd" in summary
    assert (await jan.taps("✅ Verstuur"))[-2].startswith("✅ Ontvangen.")


async def test_what_was_written_before_choosing_a_language_goes_on_after_it(line: Line) -> None:
    newcomer = Actor(line, line.telegram.person(5_500_000_799, "Planted", language_code="bg"))
    newcomer.phone.sends_photo(caption="Има пожар!")
    heard = await newcomer.hears()
    assert heard[0].startswith("🆘 Някой в опасност ли е сега?")
    assert heard[1].startswith("🌍 Kies je taal")
    heard = await newcomer.taps("Türkçe")
    assert heard[-1] == "Konu nedir?"
    await newcomer.taps("🤷 Bilmiyorum")
    (summary,) = await newcomer.taps("🤷 Bilmiyorum")
    assert "Има пожар!" in summary
    assert "📎 1 fotoğraf" in summary


async def test_buttons_of_an_earlier_report_no_longer_work(cast: Cast) -> None:
    jan = await cast.jan()
    await _ready(jan)
    old = jan.message("Klopt dit?")["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await jan.taps("✖️ Stop")
    await jan.says("Iets anders")
    assert await jan.crafts(old) == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    for crafted in (
        "1:d-at:1:zz",
        "1:d-new:x:y",
        "1:d-about",
        "1:d-send:9:9",
        "1:d-at:99999999999999999999:bret",
    ):
        assert await jan.crafts(crafted) == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]


async def _ready(resident: Actor) -> None:
    """A report in Dutch, one tap from being sent."""
    await resident.says("Er ligt afval")
    await resident.taps("🗑 Afval")
    await resident.says("Bokrijk")
