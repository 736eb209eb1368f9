"""What people send besides text: pictures, voices, places, and whatever else a phone can attach."""

from __future__ import annotations

import itertools
import struct
from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from playground.entities import found_in
from playground.pictures import sample_photo
from playground.wire import JSON, without_empty

if TYPE_CHECKING:  # Telegram makes people, people act on Telegram
    from playground.telegram import Telegram

STUB_VIDEO = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"
_albums = itertools.count(13_000_000_000_000_001)


class Attachments:
    """Each method returns the message id (an album: all of them)."""

    telegram: Telegram
    phone: str | None

    @property
    @abstractmethod
    def user(self) -> JSON: ...

    @abstractmethod
    def _send(self, content: JSON, reply_to: int | None = None) -> int: ...

    def sends_photo(
        self,
        data: bytes | None = None,
        caption: str | None = None,
        group: str | None = None,
        reply_to: int | None = None,
    ) -> int:
        """A picture, a drawn one without `data`; `group` is the album it belongs to."""
        sizes = self.telegram.files.photo(data or sample_photo())
        content = {"photo": sizes} | without_empty(media_group_id=group) | _captioned(caption)
        return self._send(content, reply_to)

    def sends_album(
        self, photos: Sequence[bytes | None] = (None, None, None), caption: str | None = None
    ) -> list[int]:
        """Pictures with one media_group_id, each its own message and update; the caption is on the first."""
        group = str(next(_albums))
        pictures = [data or sample_photo(shade) for shade, data in enumerate(photos)]
        return [self.sends_photo(data, None if at else caption, group) for at, data in enumerate(pictures)]

    def sends_voice(
        self,
        seconds: int = 3,
        data: bytes | None = None,
        caption: str | None = None,
        reply_to: int | None = None,
    ) -> int:
        voice = self.telegram.files.file("voice", data or _beep(seconds), {"duration": seconds})
        return self._send({"voice": voice} | _captioned(caption), reply_to)

    def sends_video(self, data: bytes | None = None, caption: str | None = None, seconds: int = 5) -> int:
        shape = {"width": 640, "height": 360, "duration": seconds}
        video = self.telegram.files.file("video", data or STUB_VIDEO, shape)
        return self._send({"video": video} | _captioned(caption))

    def sends_video_note(self, seconds: int = 5) -> int:
        note = self.telegram.files.file("video_note", STUB_VIDEO, {"length": 240, "duration": seconds})
        return self._send({"video_note": note})

    def sends_document(
        self,
        data: bytes = b"%PDF-1.4\n",
        file_name: str = "brief.pdf",
        mime_type: str | None = None,
        caption: str | None = None,
    ) -> int:
        """A file as it is: unlike a photo it keeps its name and its metadata."""
        shape = without_empty(mime_type=mime_type)
        document = self.telegram.files.file("document", data, shape, name=file_name)
        return self._send({"document": document} | _captioned(caption))

    def sends_audio(self, file_name: str = "lied.mp3", seconds: int = 120) -> int:
        audio = self.telegram.files.file("audio", b"ID3", {"duration": seconds}, name=file_name)
        return self._send({"audio": audio})

    def sends_animation(self, caption: str | None = None) -> int:
        animation = self.telegram.files.file(
            "animation", STUB_VIDEO, {"width": 320, "height": 240, "duration": 2}
        )
        # A GIF carries its document too, for clients that know no animations.
        parts = ("file_id", "file_unique_id", "file_size", "mime_type")
        document = {part: animation[part] for part in parts}
        return self._send({"animation": animation, "document": document} | _captioned(caption))

    def sends_sticker(self, emoji: str = "👍") -> int:
        shape = {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
        }
        sticker = self.telegram.files.file("sticker", b"RIFF\x00\x00\x00\x00WEBP", shape)
        return self._send({"sticker": sticker})

    def sends_location(
        self,
        latitude: float,
        longitude: float,
        live_period: int | None = None,
        reply_to: int | None = None,
    ) -> int:
        place = {"latitude": latitude, "longitude": longitude}
        return self._send({"location": place | without_empty(live_period=live_period)}, reply_to)

    def sends_venue(
        self,
        latitude: float = 50.9826,
        longitude: float = 5.5336,
        title: str = "Thor Park",
        address: str = "Thor Park 8000",
    ) -> int:
        place = {"latitude": latitude, "longitude": longitude}
        return self._send(
            {"location": place, "venue": {"location": place, "title": title, "address": address}}
        )

    def sends_contact(self, phone: str | None = None, first_name: str | None = None) -> int:
        """A contact: the person's own unless another is given."""
        own = phone is None
        contact = {
            "phone_number": phone or self.phone or "+32470000000",
            "first_name": first_name or self.user["first_name"],
        }
        return self._send({"contact": contact | ({"user_id": self.user["id"]} if own else {})})

    def sends_dice(self, emoji: str = "🎲", value: int = 4) -> int:
        return self._send({"dice": {"emoji": emoji, "value": value}})

    def sends_poll(self, question: str = "?", options: Sequence[str] = ("1", "2")) -> int:
        poll = self.telegram.polls.new(question, options, anonymous=True, multiple=False)
        return self._send({"poll": poll})

    def forwards(self, text: str, *, of: JSON | None = None) -> int:
        """Pass on a text; `of` is the User who wrote it, without one it is somebody whose account is hidden."""
        date = int(self.telegram.clock()) - 60
        hidden = {"type": "hidden_user", "date": date, "sender_user_name": "Verborgen Afzender"}
        origin = {"type": "user", "date": date, "sender_user": of} if of else hidden
        return self._send(
            {"forward_origin": origin, "text": text} | without_empty(entities=found_in(text) or None)
        )


def _captioned(caption: str | None) -> JSON:
    if not caption:
        return {}
    return {"caption": caption} | without_empty(caption_entities=found_in(caption) or None)


def _beep(seconds: int) -> bytes:
    """A quiet tone as WAV, so that a player has something to play (a real voice note is OGG with Opus)."""
    rate = 4000
    samples = bytes(128 + (24 if at // 5 % 2 else -24) for at in range(rate * min(seconds, 10)))
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate, 1, 8)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(samples)) + samples
    return struct.pack("<4sI", b"RIFF", len(body)) + body
