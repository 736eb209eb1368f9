"""A picture that came as a file becomes a photo that tells only what can be seen on it."""

from __future__ import annotations

from enum import StrEnum
from io import BytesIO
from typing import Final

from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import Base

from bot.domain.cases import LARGEST_FILE

# Few and common: each format more is a decoder more that strangers may feed.
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
# A JPEG is read at a fraction of its size, so a phone's 50 million pixels pass; the others are read whole.
MOST_PIXELS_OF_JPEG: Final = 55_000_000
MOST_PIXELS: Final = 25_000_000
LONGEST_SIDE: Final = 2560
# Telegram refuses photos that are longer than twenty times their width.
THINNEST: Final = 20
# At the longest side even pure noise stays under the 10 MB that Telegram takes.
QUALITY: Final = 88
PAPER: Final = "white"
# How a camera was held, and what puts that right.
UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
HEIF_BRANDS: Final = {
    b"heic",
    b"heix",
    b"heim",
    b"heis",
    b"hevc",
    b"hevx",
    b"mif1",
    b"msf1",
    b"avif",
    b"avis",
}


class PictureTrouble(StrEnum):
    NOT_A_PICTURE = "not-a-picture"
    PHONE_FORMAT = "phone-format"
    TOO_LARGE = "too-large"
    TOO_THIN = "too-thin"
    DAMAGED = "damaged"


class PictureUnreadable(Exception):
    """No photo can be made of it. PHONE_FORMAT (HEIC, AVIF) can be sent as a photo instead of a file."""

    def __init__(self, trouble: PictureTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def stripped(data: bytes) -> bytes:
    """Make a JPEG of at most 10 MB and 2560 pixels a side with nothing but pixels in it; raises PictureUnreadable.

    Gone are EXIF (place, time, phone, thumbnail), XMP, IPTC, comments, colour profiles and whatever was appended.
    The turn that EXIF asked for is made first. Takes up to a second of one core: call it in a thread.
    """
    if len(data) > LARGEST_FILE:
        raise PictureUnreadable(PictureTrouble.TOO_LARGE)
    try:
        return _written(_pixels(data))
    except UnidentifiedImageError:
        raise PictureUnreadable(_unknown(data)) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise PictureUnreadable(PictureTrouble.TOO_LARGE) from None
    except PictureUnreadable:
        raise
    except Exception:  # noqa: BLE001 - a stranger's file chooses which; whatever a decoder raises is about that file
        raise PictureUnreadable(PictureTrouble.DAMAGED) from None


def _pixels(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        _check_shape(*picture.size, MOST_PIXELS_OF_JPEG if picture.format in {"JPEG", "MPO"} else MOST_PIXELS)
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        seen = _on_paper(picture)
        turn = _turn(picture)
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    seen = seen if turn is None else seen.transpose(turn)
    # A new picture, for the old one still carries what it was told: a comment would be written again.
    clean = Image.new("RGB", seen.size)
    clean.paste(seen)
    return clean


def _check_shape(width: int, height: int, most: int) -> None:
    if width * height > most:
        raise PictureUnreadable(PictureTrouble.TOO_LARGE)
    if max(width, height) > THINNEST * min(width, height):
        raise PictureUnreadable(PictureTrouble.TOO_THIN)


def _turn(picture: Image.Image) -> Image.Transpose | None:
    """What EXIF asks for, as far as it can be read: what is seen on a picture does not depend on its notes."""
    try:
        return UPRIGHT.get(picture.getexif().get(Base.Orientation, 1))
    except Exception:  # noqa: BLE001 - as in `stripped`: a stranger chooses which
        return None


def _on_paper(picture: Image.Image) -> Image.Image:
    """Show what is transparent on white, as a page would."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    paper = Image.new("RGB", layer.size, PAPER)
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper


def _written(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()


def _unknown(data: bytes) -> PictureTrouble:
    is_heif = data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS
    return PictureTrouble.PHONE_FORMAT if is_heif else PictureTrouble.NOT_A_PICTURE
