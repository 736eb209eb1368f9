"""Files: stable identifiers, bytes that come back, photos without metadata, albums."""

from __future__ import annotations

import io

import aiohttp
import pytest
from PIL import Image

from playground.people import Person
from playground.pictures import sample_photo
from playground.telegram import Telegram
from playground.wire import JSON
from tests.playground.caller import Caller, Clock

CAMERA = "Elena haar telefoon"
MODEL_TAG = 0x0110


def photo_with_metadata() -> bytes:
    picture = Image.open(io.BytesIO(sample_photo()))
    exif = Image.Exif()
    exif[MODEL_TAG] = CAMERA
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


async def fetched(call: Caller, file_id: str) -> bytes:
    link = await call.result("getFile", file_id=file_id)
    address = f"{call.server.url}/file/bot{call.telegram.token}/{link['file_path']}"
    async with call.session.get(address) as response:
        assert response.status == 200
        return await response.read()


def upload(field: str, data: bytes, name: str, **fields: str) -> aiohttp.FormData:
    form = aiohttp.FormData({"chat_id": "701"} | fields)
    form.add_field(field, io.BytesIO(data), filename=name, content_type="image/jpeg")
    return form


async def test_a_photo_has_sizes_and_loses_its_metadata(call: Caller, elena: Person) -> None:
    elena.sends_photo(photo_with_metadata(), caption="vuil")
    [update] = await call.result("getUpdates")
    sizes = update["message"]["photo"]
    assert [size["width"] for size in sizes] == [90, 320, 640]
    data = await fetched(call, sizes[-1]["file_id"])
    assert len(data) == sizes[-1]["file_size"]
    assert CAMERA.encode() not in data
    assert not Image.open(io.BytesIO(data)).getexif()


async def test_a_document_keeps_its_bytes_name_and_metadata(call: Caller, elena: Person) -> None:
    data = photo_with_metadata()
    elena.sends_document(data, "IMG_Elena.jpg", "image/jpeg")
    [update] = await call.result("getUpdates")
    document = update["message"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("IMG_Elena.jpg", "image/jpeg")
    assert await fetched(call, document["file_id"]) == data


async def test_a_file_goes_on_by_its_identifier_which_stays(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    worker = telegram.person(702, "Mert")
    worker.starts()
    elena.sends_voice(seconds=7)
    voice = elena.chat.messages[-1]["voice"]
    sent = await call.result("sendVoice", chat_id=702, voice=voice["file_id"], caption="luister")
    assert sent["voice"] == voice
    assert worker.heard() == ["luister"]


async def test_any_size_of_a_photo_sends_the_whole_photo(call: Caller, elena: Person) -> None:
    elena.sends_photo()
    sizes = elena.chat.messages[-1]["photo"]
    sent = await call.result("sendPhoto", chat_id=701, photo=sizes[0]["file_id"])
    assert sent["photo"] == sizes


@pytest.mark.usefixtures("elena")
async def test_an_unknown_identifier_is_wrong(call: Caller) -> None:
    assert "wrong file identifier" in await call.refusal("sendPhoto", chat_id=701, photo="AgACnooitgezien")
    assert "wrong file identifier" in await call.refusal("getFile", file_id="AgACnooitgezien")


async def test_a_voice_cannot_be_sent_as_a_photo(call: Caller, elena: Person) -> None:
    elena.sends_voice()
    file_id = elena.chat.messages[-1]["voice"]["file_id"]
    refusal = await call.refusal("sendPhoto", chat_id=701, photo=file_id)
    assert refusal == "Bad Request: can't use file of type Voice as Photo"


async def test_a_file_over_twenty_megabytes_cannot_be_downloaded(call: Caller, elena: Person) -> None:
    elena.sends_document(bytes(20 * 1024 * 1024 + 1), "film.mkv")
    file_id = elena.chat.messages[-1]["document"]["file_id"]
    assert await call.refusal("getFile", file_id=file_id) == "Bad Request: file is too big"


async def test_a_link_to_a_file_ends_after_an_hour_and_needs_the_token(
    call: Caller, elena: Person, clock: Clock
) -> None:
    elena.sends_voice()
    link = await call.result("getFile", file_id=elena.chat.messages[-1]["voice"]["file_id"])
    async with call.session.get(f"{call.server.url}/file/bot1000:AAx/{link['file_path']}") as response:
        assert response.status == 401
    clock.pass_(3601)
    async with call.session.get(
        f"{call.server.url}/file/bot{call.telegram.token}/{link['file_path']}"
    ) as response:
        assert response.status == 404


async def test_an_uploaded_photo_is_shown_and_can_be_sent_again(call: Caller, elena: Person) -> None:
    answer = await call.form(
        "sendPhoto", upload("photo", photo_with_metadata(), "x.jpg", caption="<b>zo</b>", parse_mode="HTML")
    )
    photo = answer["result"]["photo"]
    assert answer["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    await call.result("sendPhoto", chat_id=701, photo=photo[-1]["file_id"])
    assert [message["photo"] for message in elena.chat.messages[1:]] == [photo, photo]


@pytest.mark.usefixtures("elena")
async def test_bytes_that_are_no_picture_are_no_photo(call: Caller) -> None:
    answer = await call.form("sendPhoto", upload("photo", b"geen beeld", "x.jpg"))
    assert answer["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


@pytest.mark.usefixtures("elena")
async def test_an_upload_over_fifty_megabytes_is_too_large(call: Caller) -> None:
    answer = await call.form("sendDocument", upload("document", bytes(50 * 1024 * 1024 + 1), "x.bin"))
    assert answer["error_code"] == 413


@pytest.mark.parametrize(
    ("method", "kind"),
    [
        ("sendVoice", "voice"),
        ("sendVideo", "video"),
        ("sendVideoNote", "video_note"),
        ("sendAudio", "audio"),
        ("sendDocument", "document"),
        ("sendAnimation", "animation"),
    ],
)
@pytest.mark.usefixtures("elena")
async def test_every_kind_can_be_uploaded_and_sent_again(call: Caller, method: str, kind: str) -> None:
    answer = await call.form(method, upload(kind, b"bytes", "naam.bin"))
    file_id = answer["result"][kind]["file_id"]
    again = await call.result(method, chat_id=701, **{kind: file_id})
    assert again[kind] == answer["result"][kind]
    assert await fetched(call, file_id) == b"bytes"


@pytest.mark.usefixtures("elena")
async def test_a_missing_file_is_named(call: Caller) -> None:
    assert await call.refusal("sendVoice", chat_id=701) == "Bad Request: there is no voice in the request"


def items(file_id: str, count: int, kind: str = "photo") -> list[JSON]:
    return [{"type": kind, "media": file_id, "caption": f"nummer {number}"} for number in range(count)]


@pytest.mark.parametrize(("count", "wording"), [(1, "too few"), (11, "too many")])
async def test_an_album_has_two_to_ten_items(call: Caller, elena: Person, count: int, wording: str) -> None:
    elena.sends_photo()
    file_id = elena.chat.messages[-1]["photo"][-1]["file_id"]
    assert wording in await call.refusal("sendMediaGroup", chat_id=701, media=items(file_id, count))
    assert len(await call.result("sendMediaGroup", chat_id=701, media=items(file_id, 10))) == 10


async def test_an_album_comes_as_messages_with_one_group(call: Caller, elena: Person) -> None:
    elena.sends_photo()
    file_id = elena.chat.messages[-1]["photo"][-1]["file_id"]
    sent = await call.result("sendMediaGroup", chat_id=701, media=items(file_id, 3))
    assert len({message["media_group_id"] for message in sent}) == 1
    assert len({message["message_id"] for message in sent}) == 3
    assert elena.heard() == ["nummer 0", "nummer 1", "nummer 2"]


async def test_a_refused_item_means_no_album_at_all(call: Caller, elena: Person) -> None:
    elena.sends_photo()
    file_id = elena.chat.messages[-1]["photo"][-1]["file_id"]
    await call.refusal("sendMediaGroup", chat_id=701, media=[*items(file_id, 2), *items("AgACweg", 1)])
    assert elena.heard() == []


@pytest.mark.usefixtures("elena")
async def test_documents_do_not_mix_with_photos_in_an_album(call: Caller) -> None:
    mixed = [{"type": "photo", "media": "a"}, {"type": "document", "media": "b"}]
    assert "can't be mixed" in await call.refusal("sendMediaGroup", chat_id=701, media=mixed)


@pytest.mark.usefixtures("elena")
async def test_an_album_can_be_uploaded_with_attachments(call: Caller) -> None:
    media = '[{"type":"photo","media":"attach://een"},{"type":"photo","media":"attach://twee"}]'
    form = upload("een", sample_photo(1), "1.jpg", media=media)
    form.add_field("twee", sample_photo(2), filename="2.jpg", content_type="image/jpeg")
    answer = await call.form("sendMediaGroup", form)
    assert len(answer["result"]) == 2


async def test_a_phone_sends_an_album_as_separate_updates(call: Caller, elena: Person) -> None:
    elena.sends_album(caption="drie foto's")
    updates = await call.result("getUpdates")
    assert len(updates) == 3
    assert len({update["message"]["media_group_id"] for update in updates}) == 1
    assert [update["message"].get("caption") for update in updates] == ["drie foto's", None, None]
