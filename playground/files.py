"""Files: identifiers that stay, bytes that can be fetched again, and how each kind looks in a message."""

from __future__ import annotations

import base64
import hashlib
import itertools
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath

from playground.pictures import photo_sizes
from playground.refusals import bad_request
from playground.wire import JSON, without_empty

MOST_DOWNLOAD_BYTES = 20 * 1024 * 1024
MOST_PHOTO_BYTES = 10 * 1024 * 1024
LINK_SECONDS = 3600
PREFIX = {
    "photo": "AgAC",
    "voice": "AwAC",
    "video": "BAAC",
    "document": "BQAC",
    "sticker": "CAAC",
    "audio": "CQAC",
    "animation": "CgAC",
    "video_note": "DQAC",
}
FOLDER = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music", "animation": "animations"}
SUFFIX = {
    "photo": ".jpg",
    "voice": ".oga",
    "video": ".mp4",
    "video_note": ".mp4",
    "animation": ".mp4",
    "audio": ".mp3",
}
MIME_TYPE = {"voice": "audio/ogg", "video": "video/mp4", "animation": "video/mp4", "audio": "audio/mpeg"}


@dataclass(slots=True)
class Held:
    """The bytes behind one file_id."""

    wire: JSON
    kind: str
    path: str
    data: bytes = field(repr=False)
    media: object = None
    link_until: float = 0.0


@dataclass(slots=True)
class Files:
    """Everything that was sent or uploaded; `media` is what a message shows (a list of sizes for a photo)."""

    bot_id: int
    clock: Callable[[], float]
    held: dict[str, Held] = field(default_factory=dict)
    paths: dict[str, Held] = field(default_factory=dict)
    _serials: itertools.count[int] = field(init=False)

    def __post_init__(self) -> None:
        # From the clock: an id that an earlier run gave out must not name another file now.
        self._serials = itertools.count(int(self.clock() * 8))

    def photo(self, data: bytes) -> list[JSON]:
        """Two or three sizes, smallest first; raises Refusal when the bytes are no picture."""
        if len(data) > MOST_PHOTO_BYTES:
            raise bad_request("file is too big for a photo", rule="Sending files: photos have at most 10 MB")
        sizes: list[JSON] = []
        for picture in photo_sizes(data):
            held = self._hold("photo", picture.data, "photo.jpg")
            held.wire |= {"width": picture.width, "height": picture.height}
            held.media = sizes
            sizes.append(held.wire)
        return sizes

    def file(self, kind: str, data: bytes, shape: JSON, *, name: str | None = None) -> JSON:
        """One file of another kind; `shape` holds what that kind needs: duration, width, height, length, mime_type."""
        held = self._hold(kind, data, name or f"file{SUFFIX.get(kind, '.bin')}")
        mime_type = shape.get("mime_type") or MIME_TYPE.get(kind) or _guessed(kind, name)
        held.wire |= without_empty(file_name=name, **shape | {"mime_type": mime_type})
        held.media = held.wire
        return held.wire

    def known(self, file_id: str, kind: str) -> object:
        """What a message of this kind shows for the identifier.

        Raises Refusal when it is unknown or belongs to another kind.
        """
        held = self.held.get(file_id)
        if held is None:
            raise bad_request(
                "wrong file identifier/HTTP URL specified",
                rule="Sending files: file_id must be one this bot was given",
            )
        if held.kind != kind:
            raise bad_request(
                f"can't use file of type {_shown(held.kind)} as {_shown(kind)}",
                rule="Sending files: it is not possible to change the file type when resending by file_id",
            )
        return held.media

    def link(self, file_id: str) -> JSON:
        """The File of getFile, with a path that can be fetched for an hour.

        Raises Refusal when the identifier is unknown or the file has more than 20 MB.
        """
        held = self.held.get(file_id)
        if held is None:
            raise bad_request(
                "invalid file_id: wrong file identifier",
                rule="getFile: file_id must be one this bot was given",
            )
        if len(held.data) > MOST_DOWNLOAD_BYTES:
            raise bad_request("file is too big", rule="getFile: bots can download files of up to 20 MB")
        held.link_until = self.clock() + LINK_SECONDS
        parts = ("file_id", "file_unique_id", "file_size")
        return {part: held.wire[part] for part in parts} | {"file_path": held.path}

    def fetched(self, path: str) -> bytes | None:
        """The bytes behind a path that getFile gave within the last hour."""
        held = self.paths.get(path)
        return held.data if held and held.link_until >= self.clock() else None

    def content(self, file_id: str) -> bytes:
        """The bytes of a file, for whoever looks at the phone; raises KeyError."""
        return self.held[file_id].data

    def mime_type(self, file_id: str) -> str:
        held = self.held[file_id]
        return str(
            held.wire.get("mime_type") or mimetypes.guess_type(held.path)[0] or "application/octet-stream"
        )

    def _hold(self, kind: str, data: bytes, name: str) -> Held:
        serial = next(self._serials)
        digest = hashlib.blake2b(b"%d:%d:%s" % (self.bot_id, serial, kind.encode()), digest_size=36).digest()
        unique = hashlib.blake2b(b"%d:%s" % (serial, kind.encode()), digest_size=9).digest()
        file_id = PREFIX[kind] + base64.urlsafe_b64encode(digest).decode()
        wire: JSON = {
            "file_id": file_id,
            "file_unique_id": "Q" + base64.urlsafe_b64encode(unique).decode(),
            "file_size": len(data),
        }
        path = f"{FOLDER.get(kind, kind + 's')}/file_{serial}{PurePath(name).suffix or SUFFIX.get(kind, '')}"
        held = self.held[file_id] = self.paths[path] = Held(wire, kind, path, data)
        return held


def _guessed(kind: str, name: str | None) -> str | None:
    if kind != "document":
        return None
    return mimetypes.guess_type(name or "")[0] or "application/octet-stream"


def _shown(kind: str) -> str:
    return kind.replace("_", " ").title().replace(" ", "")
