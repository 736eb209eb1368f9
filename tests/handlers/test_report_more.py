"""More of a report while it is being made: it is added, said once, and the question stays one."""

from collections.abc import Callable

import pytest

from playground.people import Person
from playground.samples import street_photo
from tests.cast import Actor, Cast
from tests.line import Line

ADDED = "➕ Toegevoegd.\nWaar gaat het over?"
THOR = (50.9826, 5.5336)


def questions(resident: Actor, text: str = "Waar gaat het over?") -> int:
    """How many messages with this question stand in the chat."""
    return sum(text in heard for heard in resident.phone.heard())


async def test_whatever_comes_is_added_and_the_one_question_moves_below_it(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    jan.phone.sends_photo()
    assert await jan.hears() == [ADDED]
    jan.phone.sends_voice()
    assert await jan.hears() == [ADDED]
    assert questions(jan) == 1
    await jan.taps("🗑 Afval")
    jan.phone.sends_video()
    (asked,) = await jan.hears()
    assert asked.startswith("➕ Toegevoegd.\nWaar is het?")
    await jan.taps("🤷 Weet ik niet")
    (summary,) = await jan.sends_photo("Nog een foto")
    assert summary.startswith("➕ Toegevoegd.\n📄 Klopt dit?")
    assert "Er ligt afval\nNog een foto" in summary
    assert "📎 2 foto's, 1 spraakbericht, 1 video" in summary
    assert questions(jan, "📄 Klopt dit?") == 1


async def test_what_comes_in_one_go_is_asked_about_once(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    jan.phone.says("Er ligt afval")
    for scene in range(5):
        jan.phone.sends_photo(street_photo(scene))
    await jan.hears()
    assert questions(jan) == 1
    await jan.taps("🗑 Afval")
    await jan.taps("🤷 Weet ik niet")
    assert "📎 5 foto's" in jan.message("Klopt dit?")["text"]
    await line.restart()
    jan.phone.sends_photo()
    jan.phone.sends_photo()
    await jan.hears()
    assert questions(jan, "📄 Klopt dit?") == 1
    assert "📎 7 foto's" in jan.message("Klopt dit?")["text"]


async def test_a_press_on_the_question_that_was_taken_away_still_answers_it(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    old = jan.message("Waar gaat het over?")
    data = old["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    jan.phone.sends_photo()
    jan.phone.taps(old["message_id"], data)
    assert any(text.startswith("Waar is het?") for text in await jan.hears())


async def test_the_question_that_moves_makes_no_sound(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    await jan.sends_photo()
    sent = [
        call
        for call in line.telegram.log
        if call.method == "sendMessage" and call.chat_id == jan.phone.chat.id
    ]
    assert sent[-1].params.get("disable_notification")


@pytest.mark.parametrize(
    ("send", "shown"),
    [
        (lambda phone: phone.sends_photo(), "1 foto"),
        (lambda phone: phone.sends_album(), "3 foto's"),
        (lambda phone: phone.sends_voice(), "1 spraakbericht"),
        (lambda phone: phone.sends_video(), "1 video"),
        (lambda phone: phone.sends_video_note(), "1 video"),
        (lambda phone: phone.sends_document(street_photo(1), "foto.jpg", "image/jpeg"), "1 foto"),
        (lambda phone: phone.sends_location(*THOR), "Wat is er gebeurd?"),
        (lambda phone: phone.sends_location(*THOR, live_period=900), "Wat is er gebeurd?"),
        (lambda phone: phone.sends_venue(*THOR), "Wat is er gebeurd?"),
    ],
    ids=[
        "photo",
        "album",
        "voice",
        "video",
        "video-note",
        "picture-file",
        "location",
        "live-location",
        "venue",
    ],
)
async def test_everything_that_tells_something_begins_a_report(
    cast: Cast, send: Callable[[Person], object], shown: str
) -> None:
    jan = await cast.jan()
    send(jan.phone)
    assert await jan.hears() == ["Waar gaat het over?"]
    heard = await jan.taps("🤷 Weet ik niet")
    if shown == "Wat is er gebeurd?":
        assert heard[-1].startswith(shown)
        heard = await jan.says("Er ligt afval")
        assert heard[-1].startswith("In welke wijk is het?")
        await jan.taps(jan.buttons_of("In welke wijk is het?")[0])
    else:
        await jan.taps("🤷 Weet ik niet")
        assert shown in jan.message("Klopt dit?")["text"]
    assert any(text.startswith("✅ Ontvangen.") for text in await jan.taps("✅ Verstuur"))


@pytest.mark.parametrize("is_sent", [False, True], ids=["being-made", "sent"])
async def test_of_a_live_location_the_first_point_counts_and_nothing_is_said_later(
    cast: Cast, line: Line, *, is_sent: bool
) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    live = jan.phone.sends_location(*THOR, live_period=900)
    await jan.hears()
    await jan.taps("🗑 Afval")
    await jan.taps(jan.buttons_of("In welke wijk is het?")[0])
    if is_sent:
        await jan.taps("✅ Verstuur")
        receipt = jan.message("✅ Ontvangen.")["message_id"]
        live = jan.phone.sends_location(*THOR, live_period=900)
        await jan.hears()
        await jan.says("Hier ook", reply_to=receipt)
    for step in range(1, 4):
        jan.phone.moves(live, THOR[0] + step / 1000, THOR[1])
        assert await jan.hears() == []
    if not is_sent:
        await jan.taps("✅ Verstuur")
    (kept,) = await line.read(lambda tx: tx.all("SELECT lat FROM cases"))
    assert kept["lat"] == pytest.approx(THOR[0])


async def test_a_file_that_is_no_picture_is_declined_and_the_report_goes_on(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    jan.phone.sends_document()
    (said,) = await jan.hears()
    assert said.startswith("Dit bestand kunnen we niet openen.")
    await jan.taps("🗑 Afval")
    await jan.taps("🤷 Weet ik niet")
    assert "📎" not in jan.message("Klopt dit?")["text"]


async def test_a_poster_settles_where_it_is_for_a_report_that_waits(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    await jan.starts("wijk-boxbergheide")
    assert await jan.taps_of("📍 Boxbergheide", "📣 Probleem melden") == [
        "Je melding is nog niet verstuurd. Wil je verdergaan?"
    ]
    await jan.taps("▶️ Ga verder")
    (summary,) = await jan.taps_of("Waar gaat het over?", "🗑 Afval")
    assert "📍 Boxbergheide" in summary


async def test_a_poster_does_not_move_a_report_whose_place_was_given(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    await jan.taps("🗑 Afval")
    await jan.says("Waterschei-Noord")
    await jan.starts("wijk-boxbergheide")
    await jan.taps_of("📍 Boxbergheide", "📣 Probleem melden")
    (summary,) = await jan.taps("▶️ Ga verder")
    assert "📍 Waterschei-Noord" in summary


async def test_beginning_anew_from_a_poster_does_not_ask_for_its_wijk(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    await jan.starts("wijk-boxbergheide")
    await jan.taps_of("📍 Boxbergheide", "📣 Probleem melden")
    await jan.taps("🆕 Begin opnieuw")
    await jan.says("Luide muziek")
    (summary,) = await jan.taps("🔊 Lawaai")
    assert "📍 Boxbergheide" in summary
    assert "Er ligt afval" not in summary


async def test_two_posters_after_each_other_leave_nothing_to_decide(cast: Cast) -> None:
    jan = await cast.jan()
    for wijk in ("waterschei-noord", "boxbergheide"):
        await jan.starts(f"wijk-{wijk}")
        (asked,) = await jan.taps("📣 Probleem melden")
        assert asked.startswith("Wat is er gebeurd?")
    await jan.says("Er ligt afval")
    (summary,) = await jan.taps("🗑 Afval")
    assert "📍 Boxbergheide" in summary


async def test_crafted_presses_of_a_poster_do_nothing(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    version = jan.message("Waar gaat het over?")["reply_markup"]["inline_keyboard"][0][0][
        "callback_data"
    ].split(":")[2]
    expired = ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    assert await jan.crafts(f"1:d-go-at:{version}:nowhere") == ["Deze wijk kennen wij niet."]
    assert await jan.crafts(f"1:d-new-at:{version}:signal:nowhere") == ["Deze wijk kennen wij niet."]
    assert await jan.crafts(f"1:d-new-at:{version}:x:boxbergheide") == expired
    assert await jan.crafts("1:d-go-at:1:boxbergheide") == expired


async def test_a_question_that_became_an_answer_is_never_taken_away(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    await jan.taps("🗑 Afval")
    await jan.taps("🤷 Weet ik niet")
    await jan.taps("✅ Verstuur")
    for text in ("Luide muziek", "Dronken mensen"):
        await jan.says(text)
        await jan.taps("🆕 Iets nieuws")
        await jan.taps("🤷 Weet ik niet")
        await jan.taps("🤷 Weet ik niet")
        await jan.taps("✅ Verstuur")
    assert questions(jan, "📤 Verstuurd.") == 3


async def test_thanks_in_between_do_not_repeat_the_question(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    await jan.says("Bedankt")
    await jan.says("Dank u wel")
    assert questions(jan) == 1


async def test_a_crafted_press_drops_nothing_of_what_was_begun(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval")
    keys = jan.message("Waar gaat het over?")["reply_markup"]["inline_keyboard"]
    version = keys[0][0]["callback_data"].split(":")[2]
    for crafted in (f"1:d-only:{version}:1", f"1:d-only:{version}:x", "1:d-only:1:0"):
        assert await jan.crafts(crafted) == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    await jan.taps("🗑 Afval")
    await jan.taps("🤷 Weet ik niet")
    assert "Er ligt afval" in jan.message("Klopt dit?")["text"]
