"""What of an update is kept: only what is needed here, so no name, number, file name or origin is ever written."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

# PTB's types require these; what stands here is nobody's.
_NOBODY: Final = {"first_name": "-", "is_bot": False}
_MARKERS: Final = (
    "sticker",
    "dice",
    "poll",
    "contact",
    "game",
    "story",
    "audio",
    "animation",
    "new_chat_members",
    "left_chat_member",
    "group_chat_created",
    "pinned_message",
    "forward_origin",
    "via_bot",
    "sender_chat",
)
_LONGEST_TEXT: Final = 4096
_LONGEST_ID: Final = 1024
_MOST_ENTITIES: Final = 100
_LARGEST: Final = 2**63 - 1
_LATEST: Final = 2**32
# Of seconds, points or bytes: any larger is no file.
_LARGEST_SIZE: Final = 2**42
# NUL, and halves of a pair of UTF-16.
_UNKEEPABLE: Final = re.compile("[\x00\ud800-\udfff]")
_MIME_TYPE: Final = re.compile(r"[a-z]+/[\w.+-]{1,100}", re.ASCII)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?", re.ASCII)

Json = Mapping[str, Any]


def sanitised(update: Json) -> dict[str, Any]:
    """The update as PTB can read it, with nothing in it that says who somebody is.

    What a message holds beyond text, pictures, sound and places is only named, under `"odd"`.
    Raises KeyError, TypeError, ValueError, ArithmeticError or AttributeError for what Telegram does not document.
    """
    kept: dict[str, Any] = {"update_id": _whole(update["update_id"])}
    for kind, keep in _KINDS.items():
        if isinstance(part := update.get(kind), Mapping):
            kept[kind] = keep(part)
    return kept


def lane_of(update: Json) -> int:
    """The chat an update belongs to; 0 when it belongs to none."""
    for part in (value for value in update.values() if isinstance(value, Mapping)):
        chat = (
            part.get("chat")
            or (part.get("message") or {}).get("chat")
            or part.get("from")
            or part.get("user")
        )
        if isinstance(chat, Mapping):
            return _whole(chat["id"])
    return 0


def _user(user: Json) -> dict[str, Any]:
    kept = {"id": _whole(user["id"]), **_NOBODY, "is_bot": bool(user.get("is_bot"))}
    return kept | _matching(user, "language_code", _LANGUAGE)


def _chat(chat: Json) -> dict[str, Any]:
    """A chat by its id. Raises ValueError for a private one with the number of a group, or the other way about."""
    number, kind = _whole(chat["id"]), _id(chat["type"])
    if (kind == "private") != (number > 0):
        raise ValueError("no chat of Telegram's")
    return {"id": number, "type": kind}


def _matching(part: Json, key: str, form: re.Pattern[str]) -> dict[str, str]:
    """A word that the sender's app chose freely, only when it is what it should be."""
    value = part.get(key)
    return {key: value} if isinstance(value, str) and form.fullmatch(value) else {}


def _whole(value: Any, largest: int = _LARGEST) -> int:
    """A number, else of at most 64 bits, as databases hold it. Raises ValueError."""
    number = int(value)
    if abs(number) > largest:
        raise ValueError("a number that is much too large")
    return number


def _moment(value: Any) -> int:
    """Seconds since 1970 that are a date. Raises ValueError."""
    number = _whole(value)
    if not 0 <= number <= _LATEST:
        raise ValueError("no date of Telegram's")
    return number


def _id(value: Any) -> str:
    """An identifier in Telegram's words. Raises ValueError for one that is much too long, or no plain word."""
    text = str(value)
    if len(text) > _LONGEST_ID or not (text.isascii() and text.isprintable()):
        raise ValueError("no identifier of Telegram's")
    return text


def _words(value: Any) -> str:
    """What a person wrote, with a mark in place of what no database or no JSON can hold."""
    return _UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", str(value)[:_LONGEST_TEXT])


def _file(part: Json) -> dict[str, Any]:
    """A file by its id for this bot; the unique id is the same for every bot and is not kept."""
    sizes = {
        key: _whole(part.get(key) or 0, _LARGEST_SIZE)
        for key in ("width", "height", "duration", "length", "file_size")
    }
    kept = {"file_id": _id(part["file_id"]), "file_unique_id": "-", **sizes}
    return kept | _matching(part, "mime_type", _MIME_TYPE)


def _location(part: Json) -> dict[str, Any]:
    return {"latitude": _degrees(part["latitude"], 90), "longitude": _degrees(part["longitude"], 180)}


def _degrees(value: Any, most: int) -> float:
    """Degrees on the globe. Raises ValueError."""
    if not abs(degrees := float(value)) <= most:
        raise ValueError("no place on the globe")
    return degrees


def _venue(part: Json) -> dict[str, Any]:
    return {"location": _location(part["location"]), "title": "-", "address": "-"}


def _commands(entities: Any) -> list[dict[str, Any]]:
    """Only commands: links and mentions of people are not needed."""
    wanted = [entity for entity in entities[:_MOST_ENTITIES] if entity.get("type") == "bot_command"]
    return [
        {"type": "bot_command", "offset": _whole(e["offset"]), "length": _whole(e["length"])} for e in wanted
    ]


def _replied(message: Json) -> dict[str, Any]:
    return {"message_id": _whole(message["message_id"]), "date": 0, "chat": _chat(message["chat"])}


def _message(message: Json) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "message_id": _whole(message["message_id"]),
        "date": _moment(message.get("date") or 0),
        "chat": _chat(message["chat"]),
    }
    for key, keep in _PARTS.items():
        if message.get(key) is not None:
            kept[key] = keep(message[key])
    odd = [marker for marker in _MARKERS if message.get(marker) is not None]
    return kept | ({"odd": odd} if odd else {})


def _press(query: Json) -> dict[str, Any]:
    kept = {"id": _id(query["id"]), "from": _user(query["from"]), "chat_instance": "-"}
    if isinstance(message := query.get("message"), Mapping):
        kept["message"] = _replied(message) | {"date": max(1, *map(_moment, _moments(message)))}
    return kept | {"data": _words(query.get("data") or "")}


def _moments(message: Json) -> tuple[Any, Any]:
    """When it was sent and when it was changed: its buttons are as old as the later of the two."""
    return message.get("date") or 0, message.get("edit_date") or 0


def _membership(change: Json) -> dict[str, Any]:
    return {
        "chat": _chat(change["chat"]),
        "from": _user(change["from"]),
        "date": _moment(change["date"]),
        "old_chat_member": _member(change["old_chat_member"]),
        "new_chat_member": _member(change["new_chat_member"]),
    }


def _member(member: Json) -> dict[str, Any]:
    """Membership in the two states that matter in a private chat; a ban needs its date to be readable."""
    gone = member["status"] in {"kicked", "left"}
    state: dict[str, Any] = {"status": "kicked", "until_date": 0} if gone else {"status": "member"}
    return {"user": _user(member["user"])} | state


def _poll_answer(answer: Json) -> dict[str, Any]:
    kept = {"poll_id": _id(answer["poll_id"]), "option_ids": [_whole(i) for i in answer["option_ids"]]}
    persistent = [_id(i) for i in answer.get("option_persistent_ids") or []]
    return (
        kept
        | {"option_persistent_ids": persistent}
        | ({"user": _user(answer["user"])} if "user" in answer else {})
    )


_PARTS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "from": _user,
    "text": _words,
    "caption": _words,
    "entities": _commands,
    "photo": lambda sizes: [_file(sizes[-1])] if sizes else [],
    "voice": _file,
    "video": _file,
    "video_note": _file,
    "document": _file,
    "location": _location,
    "venue": _venue,
    "media_group_id": _id,
    "reply_to_message": _replied,
    "edit_date": _moment,
    "migrate_to_chat_id": _whole,
}
_KINDS: Final[Mapping[str, Callable[[Json], dict[str, Any]]]] = {
    "message": _message,
    "edited_message": _message,
    "channel_post": _message,
    "callback_query": _press,
    "my_chat_member": _membership,
    "poll_answer": _poll_answer,
}
