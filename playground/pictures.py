"""Photos as Telegram keeps them: re-encoded without their metadata, in two or three sizes."""

from __future__ import annotations

import io
from functools import cache, lru_cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from playground.refusals import bad_request

SIDES = (90, 320, 1280)


class Picture(NamedTuple):
    """One size of a photo as JPEG."""

    width: int
    height: int
    data: bytes


@lru_cache(maxsize=8)
def photo_sizes(data: bytes) -> tuple[Picture, ...]:
    """The smaller sizes and the picture itself, at most 1280 pixels wide or high; raises Refusal when it is none."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise bad_request("IMAGE_PROCESS_FAILED", rule="Sending files: a photo is an image file") from None
    width, height = upright.size
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request(
            "PHOTO_INVALID_DIMENSIONS",
            rule="sendPhoto: width and height at most 10000 in total, ratio at most 20",
        )
    smaller = [_fitted(upright, side) for side in SIDES[:-1] if max(width, height) > side]
    return (*smaller, _fitted(upright, SIDES[-1]))


@cache
def sample_photo(shade: int = 0) -> bytes:
    """A JPEG of 640 by 480 with a simple drawing; another shade makes another picture."""
    picture = Image.new("RGB", (640, 480), (90 + 30 * (shade % 5), 130, 110))
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, 330, 640, 480), fill=(96, 96, 100))
    for place in range(4):
        drawing.rounded_rectangle((90 + 120 * place, 250, 180 + 120 * place, 350), 18, fill=(30, 32, 36))
    return _encoded(picture)


def _fitted(picture: Image.Image, side: int) -> Picture:
    fitted = picture.copy()
    fitted.thumbnail((side, side))
    return Picture(*fitted.size, _encoded(fitted))


def _encoded(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
