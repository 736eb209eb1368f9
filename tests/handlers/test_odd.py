"""Everything that is not a story: a fitting answer in the person's language or none, never silence after a press."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from bot.domain.cases import LARGEST_FILE
from playground.people import Person
from tests.cast import Actor, Cast
from tests.line import Line

WENT_WRONG: Final = ("Er ging iets mis", "Bizde bir hata", "стана грешка")
EXPIRED: Final = {
    "nl": "Deze knop werkt niet meer. Kies opnieuw in het menu.",
    "tr": "Bu düğme artık çalışmıyor. Menüden yeniden seçin.",
    "bg": "Този бутон вече не работи. Изберете пак от менюто.",
}
BUTTONS: Final = {
    "nl": ("📣 Probleem melden", "❓ Vraag stellen"),
    "tr": ("📣 Sorun bildir", "❓ Soru sor"),
    "bg": ("📣 Съобщи проблем", "❓ Задай въпрос"),
}
# What is sent, and a word of the answer in each language.
ODD: Final[dict[str, tuple[Callable[[Person], Any], dict[str, str]]]] = {
    "sticker": (
        lambda p: p.sends_sticker(),
        {"nl": "Wil je iets melden", "tr": "bildirmek veya", "bg": "да съобщите"},
    ),
    "dice": (
        lambda p: p.sends_dice(),
        {"nl": "Wil je iets melden", "tr": "bildirmek veya", "bg": "да съобщите"},
    ),
    "poll": (lambda p: p.sends_poll(), {"nl": "kunnen we niet lezen", "tr": "Anket", "bg": "анкети"}),
    "contact": (lambda p: p.sends_contact(), {"nl": "Contacten", "tr": "Kişi bilgisi", "bg": "контакти"}),
    "audio": (lambda p: p.sends_audio(), {"nl": "muziekbestand", "tr": "Müzik", "bg": "музикални"}),
    "animation": (lambda p: p.sends_animation(), {"nl": "gif", "tr": "GIF", "bg": "GIF"}),
    "file": (lambda p: p.sends_document(), {"nl": "bestand", "tr": "dosyayı", "bg": "файл"}),
    "phone's own picture": (
        lambda p: p.sends_document(b"\0\0\0\x18ftypheic", "IMG_2041.HEIC", "image/heic"),
        {"nl": "Stuur een foto", "tr": "Fotoğraf gönderin", "bg": "Изпратете снимка"},
    ),
    "forward": (
        lambda p: p.forwards("Kijk eens wat Fatma schrijft"),
        {"nl": "doorgestuurd", "tr": "İletilen", "bg": "препратени"},
    ),
    "command": (
        lambda p: p.says("/doesnotexist"),
        {"nl": "Dit kennen we niet", "tr": "komutu", "bg": "команда"},
    ),
    "staff command": (
        lambda p: p.says("/werk"),
        {"nl": "Dit kennen we niet", "tr": "komutu", "bg": "команда"},
    ),
}


async def rows(line: Line, table: str) -> list[Any]:
    found: list[Any] = await line.read(lambda tx: tx.all(f"SELECT * FROM {table}"))  # noqa: S608 - our own names
    return found


async def somebody(cast: Cast, language: str) -> Actor:
    everybody = {"nl": cast.jan, "tr": cast.mehmet, "bg": cast.elena}
    return await everybody[language]()


async def _nowhere(_: Actor, __: str) -> None:
    """No step."""


async def _reporting(actor: Actor, language: str) -> None:
    await actor.taps(BUTTONS[language][0])


async def _at_the_place(actor: Actor, language: str) -> None:
    await actor.taps(BUTTONS[language][0])
    await actor.says("Хладилник / buzdolabı / koelkast")


async def _asking(actor: Actor, language: str) -> None:
    await actor.taps(BUTTONS[language][1])


STEPS: Final = (_nowhere, _reporting, _at_the_place, _asking)


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__.strip("_"))
async def test_every_odd_thing_gets_a_fitting_answer_in_every_step(
    cast: Cast, step: Callable[[Actor, str], Any], language: str
) -> None:
    actor = await somebody(cast, language)
    await step(actor, language)
    for name, (send, words) in ODD.items():
        send(actor.phone)
        heard = await actor.hears()
        assert len(heard) == 1, (name, heard)
        assert words[language] in heard[0], (name, heard)


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
async def test_a_press_on_any_unknown_button_is_answered_in_words(cast: Cast, language: str) -> None:
    actor = await somebody(cast, language)
    for data in (
        "",
        "x",
        "1",
        "1:",
        "0:language:nl",
        "2:follow:bokrijk",
        "1:nothing:1",
        "1:language:xx",
        "ж" * 32,
    ):
        assert await actor.crafts(data) == [EXPIRED[language]], data
    assert all(press.answered for press in actor.line.telegram.presses.values())


async def test_nothing_of_what_is_odd_is_kept(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    jan.phone.forwards("Geheim van Fatma")
    jan.phone.sends_contact("+32470123456", "Fatma")
    jan.phone.sends_sticker()
    await line.quiet()
    for table in ("steps", "cases", "case_messages", "album_parts"):
        assert await rows(line, table) == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp; <script>alert(1)</script> </b></blockquote>",
        "z̸̡͖a̵l̷g̶o̷ " * 40,
        "\u202erechts naar links\u202c en \u2067terug\u2069",
        "\u200b\u200b\ufeffniets te zien",
        "🧹" * 400,
        "lang " * 819,
        "{ $city } { -term } %s {0}",
    ],
    ids=["html", "zalgo", "bidi", "invisible", "emoji", "long", "placeholders"],
)
async def test_any_text_becomes_a_report_that_reaches_the_desk_whole(
    cast: Cast, line: Line, text: str
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    await cast.case_of(jan, text)
    everything = "".join(karel.phone.heard())
    assert text.strip()[:30].strip() in everything
    assert not any(word in everything for word in WENT_WRONG)
    broken = await line.read(lambda tx: tx.all("SELECT name FROM outbox WHERE state = 'broken'"))
    assert broken == []
    jan.reads()
    (answer,) = await jan.says(text)
    assert answer == "Bij welke melding hoort dit?"


async def test_somebody_new_is_asked_for_a_language_whatever_comes_first(line: Line) -> None:
    for user, (send, _) in enumerate(ODD.values(), 730):
        new = Actor(line, line.telegram.person(user, "Planted"))
        send(new.phone)
        (question,) = await new.hears()
        assert "🌍 Изберете език" in question


async def test_a_forward_from_somebody_new_is_not_kept_for_later(line: Line) -> None:
    new = Actor(line, line.telegram.person(5_500_000_740, "Planted"))
    new.phone.forwards("Geheim van Fatma")
    await new.hears()
    assert "Geheim" not in "".join(await new.taps("Nederlands"))


async def test_staff_who_forward_are_asked_to_tell_it_themselves(cast: Cast) -> None:
    karel = await cast.karel()
    karel.phone.forwards("Kijk eens wat Fatma schrijft")
    assert "doorgestuurd bericht" in (await karel.hears())[0]


async def test_a_vote_and_what_telegram_tells_by_itself_are_passed_over(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    line.telegram.updates.add("poll_answer", {"poll_id": "1", "user": jan.phone.user, "option_ids": [0]})
    line.telegram.updates.add(
        "message",
        {
            "message_id": 900,
            "date": 1,
            "chat": jan.phone.chat.wire,
            "from": jan.phone.user,
            "pinned_message": {},
        },
    )
    assert await jan.hears() == []
    assert await line.read(lambda tx: tx.all("SELECT id FROM inbox WHERE state = 'aside'")) == []


async def test_words_of_staff_without_cases_get_an_answer_too(cast: Cast) -> None:
    for actor in (await cast.selin(), await cast.tine(), await cast.bram(), await cast.greet()):
        heard = await actor.says("hallo?")
        assert heard, actor
        assert not heard[0].startswith(WENT_WRONG)


@pytest.mark.parametrize(
    "send",
    [
        lambda phone: phone.sends_document(caption="Er is een lek in mijn kelder"),
        lambda phone: phone.sends_animation(caption="Er is een lek in mijn kelder"),
    ],
    ids=["file", "animation"],
)
async def test_words_below_a_file_that_is_not_kept_become_a_report(
    cast: Cast, line: Line, send: Callable[[Person], Any]
) -> None:
    jan = await cast.jan()
    send(jan.phone)
    left, *question = await jan.hears()
    assert "Dit bestand bewaren we niet" in left
    assert question
    (step,) = await rows(line, "steps")
    assert step["kind"] == "draft"


async def test_of_files_that_come_together_only_what_can_be_shown_is_kept(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    for number, (name, kind) in enumerate([("1.heic", "image/heic"), ("2.png", "image/png")]):
        file = line.telegram.files.file("document", b"-", {"mime_type": kind}, name=name)
        wire = {"message_id": 900 + number, "date": 1, "chat": jan.phone.chat.wire, "from": jan.phone.user}
        line.telegram.updates.add("message", {**wire, "document": file, "media_group_id": "1"})
    left, *question = await jan.hears()
    assert "Dit bestand bewaren we niet" in left
    assert question
    (step,) = await rows(line, "steps")
    assert step["kind"] == "draft"


async def test_a_picture_that_bots_are_not_given_is_refused_at_once(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    jan.phone.sends_document(bytes(LARGEST_FILE + 1), "muur.png", "image/png")
    (answer,) = await jan.hears()
    assert "Stuur een foto" in answer
    assert await rows(line, "steps") == []


async def test_words_below_a_file_of_somebody_new_wait_for_a_language(line: Line) -> None:
    new = Actor(line, line.telegram.person(5_500_000_741, "Planted"))
    new.phone.sends_document(caption="Er is een lek in mijn kelder")
    (question,) = await new.hears()
    assert "🌍 Изберете език" in question
    assert any("Waar" in heard for heard in await new.taps("Nederlands"))


async def test_a_picture_or_a_place_of_staff_that_fits_nowhere_gets_an_answer(cast: Cast) -> None:
    for actor in (await cast.selin(), await cast.bram(), await cast.greet()):
        assert await actor.sends_photo(), actor
        actor.phone.sends_location(50.98, 5.53)
        assert await actor.hears(), actor


async def test_a_place_halfway_an_announcement_gets_an_answer(cast: Cast) -> None:
    karel = await cast.karel()
    await karel.says("/bericht")
    karel.phone.sends_location(50.98, 5.53)
    assert await karel.hears()
