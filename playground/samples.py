"""Things a phone can send without having a camera: drawn pictures and a beep."""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Callable
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

WIDTH: Final = 960
HEIGHT: Final = 720
HORIZON: Final = 430
SAMPLES_A_SECOND: Final = 8_000
DEGREES_LATITUDE: Final = (51.0, 0.0, 6.5)
DEGREES_LONGITUDE: Final = (5.0, 31.0, 9.5)
MADE_BY: Final = 0x010F
GPS: Final = 0x8825


@cache
def street_photo(scene: int = 0) -> bytes:
    """A JPEG of a street: with rubbish (0), a dark lamp (1) or a car on the pavement (2); other numbers repeat."""
    return _encoded(_street(_SCENES[scene % len(_SCENES)]))


@cache
def photo_with_metadata() -> bytes:
    """The same as a camera writes it, with its maker and the place: what a bot must take out of a document."""
    exif = Image.Exif()
    exif[MADE_BY] = "Sample camera of Elena"
    exif[GPS] = {1: "N", 2: DEGREES_LATITUDE, 3: "E", 4: DEGREES_LONGITUDE}
    return _encoded(_street(_rubbish), exif)


@cache
def beep(seconds: int = 3) -> bytes:
    """A WAV of three falling tones, mono, 16 bits: something to hear where a voice would be."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLES_A_SECOND)
        file.writeframes(b"".join(_tone(at, seconds) for at in range(seconds * SAMPLES_A_SECOND)))
    return buffer.getvalue()


def _tone(at: int, seconds: int) -> bytes:
    passed = at / SAMPLES_A_SECOND
    part = passed / seconds
    pitch = (660, 550, 440)[min(int(part * 3), 2)]
    loudness = 7_000 * math.sin(math.pi * (part * 3 % 1))
    return struct.pack("<h", int(loudness * math.sin(2 * math.pi * pitch * passed)))


def _street(scene: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), (176, 203, 222))
    pen = ImageDraw.Draw(picture)
    for house, colour in enumerate(((168, 92, 74), (190, 150, 110), (148, 80, 66), (178, 122, 92))):
        _house(pen, house * 245 - 20, colour)
    pen.rectangle((0, HORIZON, WIDTH, 560), fill=(176, 172, 164))
    pen.rectangle((0, 560, WIDTH, HEIGHT), fill=(92, 94, 99))
    for dash in range(20, WIDTH, 160):
        pen.rectangle((dash, 636, dash + 90, 646), fill=(226, 226, 220))
    scene(pen)
    return picture


def _house(pen: ImageDraw.ImageDraw, left: int, colour: tuple[int, int, int]) -> None:
    pen.polygon(((left, 150), (left + 118, 50), (left + 236, 150)), fill=(94, 62, 58))
    pen.rectangle((left, 150, left + 236, HORIZON), fill=colour)
    pen.rectangle((left + 24, 290, left + 84, HORIZON), fill=(70, 62, 60))
    for x, y in ((left + 30, 182), (left + 140, 182), (left + 130, 300)):
        pen.rectangle((x - 5, y - 5, x + 75, y + 75), fill=(238, 234, 226))
        pen.rectangle((x, y, x + 70, y + 70), fill=(112, 142, 160))


def _rubbish(pen: ImageDraw.ImageDraw) -> None:
    pen.polygon(
        ((520, 540), (560, 380), (760, 390), (730, 552)), fill=(214, 206, 190), outline=(140, 130, 116)
    )
    for line in range(1, 5):
        pen.line(
            (532 + line * 38, 541 + line * 2, 566 + line * 38, 383 + line * 2), fill=(176, 166, 150), width=4
        )
    for x, y, size in ((210, 440, 120), (300, 420, 140), (410, 455, 110)):
        pen.ellipse((x, y, x + size, y + size), fill=(38, 42, 46))
        pen.polygon(
            ((x + size // 2 - 14, y - 22), (x + size // 2 + 14, y - 22), (x + size // 2, y + 16)),
            fill=(38, 42, 46),
        )
        pen.arc((x + 18, y + 16, x + size - 24, y + size - 20), 190, 260, fill=(98, 104, 110), width=6)
    pen.rectangle((790, 450, 900, 545), fill=(172, 128, 82), outline=(120, 86, 52), width=4)


def _dark_lamp(pen: ImageDraw.ImageDraw) -> None:
    pen.rectangle((462, 90, 478, 552), fill=(54, 60, 64))
    pen.rectangle((462, 90, 620, 104), fill=(54, 60, 64))
    pen.polygon(((580, 104), (660, 104), (690, 150), (550, 150)), fill=(40, 44, 48))
    pen.ellipse((440, 536, 500, 566), fill=(54, 60, 64))


def _parked_car(pen: ImageDraw.ImageDraw) -> None:
    pen.polygon(((330, 430), (400, 350), (600, 350), (680, 430)), fill=(42, 74, 120))
    pen.polygon(((362, 428), (412, 366), (492, 366), (492, 428)), fill=(170, 196, 212))
    pen.polygon(((506, 428), (506, 366), (590, 366), (642, 428)), fill=(170, 196, 212))
    pen.rounded_rectangle((250, 424, 750, 524), 30, fill=(52, 90, 146))
    for x in (310, 610):
        pen.ellipse((x, 474, x + 92, 566), fill=(28, 30, 34))
        pen.ellipse((x + 26, 500, x + 66, 540), fill=(150, 154, 158))


_SCENES: Final = (_rubbish, _dark_lamp, _parked_car)


def _encoded(picture: Image.Image, exif: Image.Exif | None = None) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=82, exif=exif or b"")
    return buffer.getvalue()
