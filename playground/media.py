"""The send methods with files: by file_id, as an upload, alone or as an album."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playground.params import Params, Upload
from playground.refusals import Refusal, bad_request
from playground.sending import deliver, open_chat_of, read_caption
from playground.wire import JSON, without_empty

if TYPE_CHECKING:  # the methods' only link to the state
    from playground.telegram import Telegram

MOST_UPLOAD_BYTES = 50 * 1024 * 1024
# What each kind's object must have, with the value when the caller gives none.
SHAPES: dict[str, JSON] = {
    "photo": {},
    "document": {},
    "voice": {"duration": 1},
    "audio": {"duration": 1},
    "video": {"width": 640, "height": 360, "duration": 1},
    "animation": {"width": 320, "height": 240, "duration": 1},
    "video_note": {"length": 240, "duration": 1},
}
MIXES = ({"photo", "video"}, {"audio"}, {"document"})
ALBUM_RULE = "sendMediaGroup.media: 2-10 items"
_albums = itertools.count(14_000_000_000_000_001)


def sender_of(kind: str) -> Callable[[Telegram, Params], JSON]:
    """The method that sends one file of this kind."""

    def send(telegram: Telegram, params: Params) -> JSON:
        chat = open_chat_of(telegram, params)
        caption = read_caption(
            params.text("caption"), params.text("parse_mode"), params.objects("caption_entities")
        )
        content = _shown(telegram, kind, params.given, _source(params, kind, params.given.get(kind)))
        return deliver(telegram, chat, content | (caption if kind != "video_note" else {}), params)

    return send


def send_media_group(telegram: Telegram, params: Params) -> list[JSON]:
    chat = open_chat_of(telegram, params)
    items = params.objects("media")
    _check_album(items)
    contents = [_album_item(telegram, params, item) for item in items]
    group = {"media_group_id": str(next(_albums))}
    return [deliver(telegram, chat, content | group, params) for content in contents]


def _album_item(telegram: Telegram, params: Params, item: JSON) -> JSON:
    own = Params(item)
    caption = read_caption(own.text("caption"), own.text("parse_mode"), own.objects("caption_entities"))
    source = _source(params, item["type"], item.get("media"))
    return _shown(telegram, item["type"], item, source) | caption


def _check_album(items: list[JSON]) -> None:
    if len(items) < 2:
        raise bad_request("too few messages to send as an album", rule=ALBUM_RULE)
    if len(items) > 10:
        raise bad_request("too many messages to send as an album", rule=ALBUM_RULE)
    kinds = {str(item.get("type")) for item in items}
    if unknown := kinds - set().union(*MIXES):
        raise bad_request(
            f"can't parse InputMedia: type \"{next(iter(unknown))}\" can't be used in sendMediaGroup",
            rule="sendMediaGroup.media: photos, videos, documents or audio files",
        )
    if not any(kinds <= mix for mix in MIXES):
        raise bad_request(
            "document and audio can't be mixed with other media types",
            rule="sendMediaGroup: documents and audio files can be only grouped with the same type",
        )


def _source(params: Params, kind: str, named: Any) -> Upload | str:
    if upload := params.uploads.get(kind):
        return upload
    name = str(named or "")
    if name.startswith("attach://"):
        return _attached(params, name.removeprefix("attach://"))
    if not name:
        raise bad_request(
            f"there is no {kind.replace('_', ' ')} in the request", rule=f"Parameter {kind} is required"
        )
    return name


def _attached(params: Params, name: str) -> Upload:
    if name in params.uploads:
        return params.uploads[name]
    raise bad_request(
        "wrong file identifier/HTTP URL specified",
        rule="attach://<name> needs a part of that name in the form",
    )


def _shown(telegram: Telegram, kind: str, given: JSON, source: Upload | str) -> JSON:
    media = (
        _uploaded(telegram, kind, given, source)
        if isinstance(source, Upload)
        else _known(telegram, kind, source)
    )
    content: JSON = {kind: media}
    if kind == "animation":
        parts = ("file_id", "file_unique_id", "file_size", "mime_type", "file_name")
        content["document"] = {part: media[part] for part in parts if part in media}
    return content | without_empty(has_media_spoiler=given.get("has_spoiler") or None)


def _known(telegram: Telegram, kind: str, name: str) -> Any:
    if name.startswith(("http://", "https://")):
        raise bad_request(
            "failed to get HTTP URL content",
            rule="Sending files by URL: this local Telegram fetches nothing from outside",
        )
    return telegram.files.known(name, kind)


def _uploaded(telegram: Telegram, kind: str, given: JSON, upload: Upload) -> Any:
    if not upload.data:
        raise bad_request("file must be non-empty", rule="Sending files: an upload has content")
    if len(upload.data) > MOST_UPLOAD_BYTES:
        raise Refusal(413, "Request Entity Too Large", rule="Sending files: uploads have at most 50 MB")
    if kind == "photo":
        return telegram.files.photo(upload.data)
    shape = {name: Params(given).number(name, default) for name, default in SHAPES[kind].items()}
    mime = {"mime_type": upload.mime_type} if kind == "document" and upload.mime_type else {}
    name = None if kind in {"voice", "video_note"} else upload.file_name
    return telegram.files.file(kind, upload.data, shape | mime, name=name)
