"""Pictures that come as files: what is seen stays, what is said inside goes."""

import random
import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from bot.domain.cases import PICTURE_FILES
from bot.engine.pictures import FORMATS, LONGEST_SIDE, PictureTrouble, PictureUnreadable, stripped

SECRET = "Jan Janssens 51.0012"
RED, BLUE = (220, 20, 20), (20, 20, 220)


def file_of(picture: Image.Image, kind: str, **more: Any) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def two_halves(width: int = 80, height: int = 40) -> Image.Image:
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture


def talkative() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E], exif[0x010F], exif[0x013B] = SECRET, SECRET, SECRET
    exif.get_ifd(0x8825)[29] = SECRET
    exif.get_ifd(0x8769)[0x9286] = SECRET.encode()
    return exif


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 24 for a, b in zip(pixel, colour, strict=True))


def refusal(data: bytes) -> PictureTrouble:
    with pytest.raises(PictureUnreadable) as refused:
        stripped(data)
    assert refused.value.__cause__ is None
    return refused.value.trouble


def with_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content + jpeg[2:]


def talking_files() -> dict[str, bytes]:
    jpeg = file_of(two_halves(), "JPEG", exif=talkative(), comment=SECRET.encode())
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET)
    notes.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
    return {
        "exif and comment": jpeg,
        "xmp": with_segment(jpeg, 0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + SECRET.encode() + b"</x>"),
        "iptc": with_segment(
            jpeg, 0xED, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x1a\x1c\x02P\0\x14" + SECRET.encode()
        ),
        "profile": file_of(two_halves(), "JPEG", icc_profile=b"\0" * 128 + SECRET.encode()),
        "appended": jpeg + SECRET.encode(),
        "png": file_of(two_halves(), "PNG", pnginfo=notes, exif=talkative()),
        "webp": file_of(two_halves(), "WEBP", exif=talkative(), xmp=SECRET.encode(), lossless=True),
        "gif": file_of(two_halves(), "GIF", comment=SECRET.encode()),
    }


@pytest.mark.parametrize("name", talking_files())
def test_nothing_that_was_said_inside_the_file_is_left(name: str) -> None:
    data = talking_files()[name]
    assert SECRET.encode() in data
    photo = stripped(data)
    assert SECRET.encode() not in photo
    assert SECRET.encode("utf-16-le") not in photo
    assert set(opened(photo).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not opened(photo).getexif()


@pytest.mark.parametrize("name", talking_files())
def test_what_is_seen_stays(name: str) -> None:
    photo = opened(stripped(talking_files()[name]))
    assert (photo.format, photo.mode, photo.size) == ("JPEG", "RGB", (80, 40))
    assert near(photo.getpixel((10, 20)), RED)
    assert near(photo.getpixel((70, 20)), BLUE)


def test_only_pixels_and_their_tables_are_in_the_result() -> None:
    photo, at, markers = stripped(talking_files()["xmp"]), 2, set[int]()
    while photo[at + 1] != 0xDA:
        markers.add(photo[at + 1])
        at += 2 + struct.unpack(">H", photo[at + 2 : at + 4])[0]
    assert markers <= {0xE0, 0xDB, 0xC0, 0xC4}


@pytest.mark.parametrize(
    ("orientation", "red_at"), [(1, "left"), (3, "right"), (6, "top"), (8, "bottom"), (2, "right")]
)
def test_a_turned_picture_is_turned_upright(orientation: int, red_at: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = opened(stripped(file_of(two_halves(), "JPEG", exif=exif)))
    wide = photo.width > photo.height
    first_is_red = near(photo.getpixel((5, 5)), RED)
    assert (
        red_at
        == {
            (True, True): "left",
            (True, False): "right",
            (False, True): "top",
            (False, False): "bottom",
        }[wide, first_is_red]
    )


def test_a_large_picture_is_made_smaller_in_proportion() -> None:
    assert opened(stripped(file_of(two_halves(6000, 3000), "JPEG"))).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_a_phones_fullest_picture_is_read() -> None:
    assert opened(stripped(file_of(Image.new("RGB", (8192, 6144), RED), "JPEG"))).size == (2560, 1920)


def test_the_noisiest_picture_still_fits() -> None:
    noise = Image.frombytes("RGB", (2560, 2560), random.Random(1).randbytes(2560 * 2560 * 3))
    assert len(stripped(file_of(noise, "PNG", compress_level=0))) <= 10 * 1024 * 1024


def test_what_is_transparent_becomes_white_and_the_rest_stays() -> None:
    sticker = Image.new("RGBA", (80, 40), (0, 0, 0, 0))
    sticker.paste((*RED, 255), (40, 0, 80, 40))
    photo = opened(stripped(file_of(sticker, "PNG")))
    assert near(photo.getpixel((10, 20)), (255, 255, 255))
    assert near(photo.getpixel((70, 20)), RED)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_other_kinds_of_colour_are_read_too(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = Image.new(mode, (40, 40)) if mode == "I;16" else two_halves(40, 40).convert(mode)
    assert opened(stripped(file_of(picture, kind))).mode == "RGB"


def test_a_moving_picture_becomes_its_first_frame() -> None:
    frames = [Image.new("RGB", (40, 40), BLUE)]
    moving = file_of(Image.new("RGB", (40, 40), RED), "GIF", save_all=True, append_images=frames)
    assert near(opened(stripped(moving)).getpixel((20, 20)), RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("notes", [b"II+\0" + bytes(4), b"II*\0\xff", b"nothing of the kind"])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_notes_that_cannot_be_read_take_no_picture_away(kind: str, notes: bytes) -> None:
    photo = opened(stripped(file_of(two_halves(), kind, exif=b"Exif\0\0" + notes)))
    assert near(photo.getpixel((10, 20)), RED)
    assert near(photo.getpixel((70, 20)), BLUE)


def test_what_is_asked_for_when_it_comes_is_what_a_photo_can_be_made_of() -> None:
    Image.init()
    assert {Image.MIME[kind] for kind in FORMATS} <= PICTURE_FILES
    assert not {"image/heic", "image/heif", "image/avif", "image/tiff", "image/svg+xml"} & PICTURE_FILES


def png_that_claims(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"")
    chunks = [
        struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each))
        for each in (header, body)
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("side", [5_100, 12_000, 50_000])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_small_file_that_claims_a_huge_picture_is_refused_unopened(side: int) -> None:
    assert refusal(png_that_claims(side, side)) is PictureTrouble.TOO_LARGE


def test_the_same_holds_where_warnings_are_errors() -> None:
    assert refusal(png_that_claims(10_000, 10_000)) is PictureTrouble.TOO_LARGE


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refusal(bytes(20 * 1024 * 1024 + 1)) is PictureTrouble.TOO_LARGE


def test_a_strip_that_telegram_would_refuse_is_refused() -> None:
    assert refusal(file_of(Image.new("RGB", (2100, 100)), "PNG")) is PictureTrouble.TOO_THIN


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_a_phones_own_format_is_recognised(brand: bytes) -> None:
    assert refusal(b"\0\0\0\x18ftyp" + brand + bytes(200)) is PictureTrouble.PHONE_FORMAT


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"MZ" + bytes(500)]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refusal(data) is PictureTrouble.NOT_A_PICTURE


def test_a_format_that_is_seldom_sent_is_refused() -> None:
    assert refusal(file_of(two_halves(), "TIFF")) is PictureTrouble.NOT_A_PICTURE


def test_half_a_picture_is_refused() -> None:
    whole = file_of(Image.effect_noise((200, 200), 80), "JPEG")
    assert refusal(whole[: len(whole) // 2]) is PictureTrouble.DAMAGED


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(talking_files())), st.integers(0, 400), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_gives_a_photo_or_a_refusal_and_nothing_else(name: str, at: int, bad: bytes) -> None:
    data = talking_files()[name]
    try:
        photo = stripped(data[:at] + bad + data[at + len(bad) :])
    except PictureUnreadable:
        return
    assert photo.startswith(b"\xff\xd8")
