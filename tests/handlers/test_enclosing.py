"""Pictures and sound to a partner: shown once more, chosen one by one, none by itself; by mail as they may be seen, or in the bot."""

import io
from collections.abc import AsyncIterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.cases import Case, Media, MediaKind
from bot.domain.passings import Ended
from bot.engine.pictures import stripped
from playground.api import Server
from playground.faults import Fault as Glitch
from playground.pictures import sample_photo
from playground.samples import photo_with_metadata
from playground.telegram import Telegram
from storage.passings import list_passings
from tests.cast import Actor, Cast
from tests.handlers.test_passing import looks, posted
from tests.line import Line, hurry, open_line
from tests.post_office import Fault, PostOffice, post_office

OFFER, SEND = "📎 Kies foto's en geluid", "✅ Verstuur"


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    async with post_office() as office:
        yield office


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server, office: PostOffice) -> AsyncIterator[Line]:
    telegram.limits.lifted = True
    mail = {"WIJKLIJN_SMTP_URL": office.url, "WIJKLIJN_SMTP_FROM": "wijklijn@genk.be"}
    async with open_line(tmp_path, telegram, server, **mail) as line:
        line.prepared = hurry
        hurry(line.running)
        yield line


def uploaded(telegram: Telegram) -> tuple[Media, ...]:
    """A photo, a picture that came as a file with everything a camera writes, and a voice."""
    photo = telegram.files.photo(sample_photo())[-1]["file_id"]
    file = telegram.files.file("document", photo_with_metadata(), {}, name="IMG_2211.jpg")["file_id"]
    voice = telegram.files.file("voice", b"OggS" * 20, {"duration": 3})["file_id"]
    return (
        Media(MediaKind.PHOTO, photo),
        Media(MediaKind.PICTURE_DOCUMENT, file),
        Media(MediaKind.VOICE, voice),
    )


async def chosen(karel: Actor, case: Case, partner: str, *labels: str) -> list[str]:
    """Up to the preview in which these were chosen."""
    await looks(karel, case, partner)
    shown = await karel.taps(OFFER)
    for label in labels:
        shown = await karel.taps(label)
    return shown


def pictures_in(mail: EmailMessage) -> list[bytes]:
    return [part.get_content() for part in mail.iter_attachments()]


async def test_a_mail_takes_the_chosen_pictures_with_nothing_but_pixels_and_says_that_there_is_sound(
    line: Line, cast: Cast, office: PostOffice
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt glas op straat.", media=uploaded(line.telegram))
    await karel.hears()
    (preview,) = [text for text in await looks(karel, case, "Limburg.net") if "📧" in text]
    assert "📎 Gaat mee: geen foto of geluid." in preview
    *shown, preview = await karel.taps(OFFER)
    assert shown == ["📷 1 · van de bewoner", "📷 2 · van de bewoner", "🎤 3 · van de bewoner"]
    assert "👁 Kijk goed: een gezicht" in preview
    assert karel.buttons_of("📧") == ["▫️ Foto 1", "▫️ Foto 2", "▫️ Geluid 3", SEND, "✖️ Stop"]
    for label in ("▫️ Foto 1", "▫️ Foto 2", "▫️ Geluid 3", "☑️ Foto 1"):
        (preview,) = await karel.taps(label)
    assert "📎 Gaat mee: 1 foto." in preview
    assert "🎤 Geluid en video gaan niet met een mail mee." in preview
    await karel.taps(SEND)
    await posted(line)
    (mail,) = office.mails
    (picture,) = pictures_in(mail)
    assert picture == stripped(photo_with_metadata())
    assert not Image.open(io.BytesIO(picture)).getexif()
    (text,) = [part.get_content() for part in mail.walk() if part.get_content_type() == "text/plain"]
    assert "Er is ook geluid of video. Vraag ons ernaar" in text
    assert b"IMG_2211" not in bytes(mail)
    told = "\n".join(await jan.hears())
    assert "Je foto of opname gaat mee, maar we zeggen niet wie je bent." in told
    assert "mail aangenomen\n" in karel.message(f"Melding {case.number}")["text"]


FATES = [
    ([Fault.TOO_MUCH], 7_000_000, False, 0, "2 foto's gingen niet mee. Te groot voor een mail"),
    ([], 30_000, False, 1, "1 foto ging niet mee. Te groot voor een mail"),
    ([], 7_000_000, True, 1, "1 foto ging niet mee. Telegram geeft ze niet meer"),
]


async def test_what_cannot_go_stays_behind_the_text_goes_nevertheless_and_the_desk_reads_why(
    line: Line, cast: Cast, office: PostOffice
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    small = uploaded(line.telegram)[:2]
    sizes = [
        len(stripped(data))
        for data in (line.telegram.files.held[small[0].file_id].data, photo_with_metadata())
    ]
    for faults, most, lost, pictures, why in FATES:
        case = await cast.case_of(jan, "Er ligt glas op straat.", media=small)
        await karel.hears()
        await chosen(karel, case, "Limburg.net", "▫️ Foto 1", "▫️ Foto 2")
        office.faults, line.running.mailer.most_bytes = (
            list(faults),
            max(*sizes, most),
        )
        if lost:
            del line.telegram.files.held[small[0].file_id]
        await karel.taps(SEND)
        await posted(line)
        assert [len(pictures_in(mail)) for mail in office.mails[-1:]] == [pictures]
        notice = next(text for text in karel.reads() if "📷 Dossier" in text)
        assert f"Dossier {case.number}: de mail is bij Limburg.net, maar {why}" in notice
        assert f"zonder {2 - pictures} foto" in karel.message(f"Melding {case.number}")["text"]
    case = await cast.case_of(jan, "Er ligt glas op straat.", media=uploaded(line.telegram)[:1])
    await karel.hears()
    await chosen(karel, case, "Limburg.net", "▫️ Foto 1")
    line.running.mailer.pauses = (timedelta(),)
    line.telegram.faults.once("getFile", Glitch.SERVER_ERROR)
    await karel.taps(SEND)
    await posted(line)
    assert len(pictures_in(office.mails[-1])) == 1, "what Telegram does not give now is waited for"
    assert len(office.taken) == len(FATES) + 1


async def test_somebody_of_the_partner_gets_what_was_chosen_as_replies_until_it_is_over(
    line: Line, cast: Cast
) -> None:
    karel, jan, rik = await cast.karel(), await cast.jan(), await cast.rik()
    case = await cast.case_of(jan, "Er ligt glas.", media=uploaded(line.telegram))
    await karel.hears()
    shown = await chosen(karel, case, "Dienst Reiniging", "▫️ Foto 2", "▫️ Geluid 3")
    assert "🎤 Wie de stem kent, weet wie het meldde." in "\n".join(shown)
    await line.restart()
    await karel.taps(SEND)
    asked, *media = await rik.hears()
    assert asked.startswith(f"📨 Dossier {case.number}")
    assert sorted(media) == ["<photo>", "<voice>"]
    held = [wire for wire in rik.phone.chat.messages if "photo" in wire or "voice" in wire]
    first = rik.message("📨")["message_id"]
    assert [(wire["has_protected_content"], wire["reply_to_message"]["message_id"]) for wire in held] == [
        (True, first)
    ] * 2
    assert await rik.taps_of("📨", "✅ Klaar")
    await rik.taps("⏭ Zonder tekst")
    assert not [wire for wire in rik.phone.chat.messages if "photo" in wire or "voice" in wire]
    (passing,) = await line.read(lambda tx: list_passings(tx, case.id))
    assert passing.outcome is Ended.DONE
    rows = await line.read(lambda tx: tx.all("SELECT vals FROM outbox"))
    assert not [row for row in rows if passing.letter.enclosed[0].file_id in row["vals"]]


async def test_nobody_chooses_what_is_not_there_or_not_theirs(line: Line, cast: Cast) -> None:
    karel, jan, lies = await cast.karel(), await cast.jan(), await cast.lies()
    case = await cast.case_of(jan, "Er ligt glas.", media=uploaded(line.telegram)[:1])
    other = await cast.case_of(jan, "Nog glas.", media=uploaded(line.telegram)[:1])
    await karel.hears()
    await looks(karel, case, "Dienst Reiniging")  # told by whoever passes it on: nothing can go along
    assert OFFER not in karel.buttons_of("📞")
    stop = karel.message("📞")["reply_markup"]["inline_keyboard"][-1][0]["callback_data"]
    await karel.taps("✖️ Stop")
    await karel.crafts(f"1:desk-pass:{case.id}:limburg-net")
    await karel.taps(OFFER)
    data = next(
        key["callback_data"]
        for row in karel.message("📧")["reply_markup"]["inline_keyboard"]
        for key in row
        if "pass-choose" in key["callback_data"]
    )
    expired = ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    await lies.hears()
    assert await lies.crafts(data) == expired
    assert await karel.crafts(data.rpartition(":")[0] + ":m999.0") == expired
    foreign = await line.read(
        lambda tx: tx.one(
            "SELECT id FROM case_messages WHERE case_id = :case AND media <> '[]'", case=other.id
        )
    )
    assert await karel.crafts(data.rpartition(":")[0] + f":m{foreign['id']}.0") == expired
    assert await karel.crafts(stop.replace("pass-stop", "pass-offer")) == expired
