"""What of an update is kept: only what is needed here, so no name, number, file name or origin is ever written."""

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

Json = Mapping[str, Any]


def sanitised(update: Json) -> dict[str, Any]:
    """The update as PTB can read it, with nothing in it that says who somebody is.

    What a message holds beyond text, pictures, sound and places is only named, under `"odd"`.
    """
    kept: dict[str, Any] = {"update_id": int(update["update_id"])}
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
            return int(chat["id"])
    return 0


def _user(user: Json) -> dict[str, Any]:
    return {"id": int(user["id"]), **_NOBODY, "is_bot": bool(user.get("is_bot"))} | _some(
        user, "language_code"
    )


def _chat(chat: Json) -> dict[str, Any]:
    return {"id": int(chat["id"]), "type": str(chat["type"])}


def _some(part: Json, *keys: str) -> dict[str, Any]:
    return {key: part[key] for key in keys if key in part}


def _file(part: Json) -> dict[str, Any]:
    """A file by its id for this bot; the unique id is the same for every bot and is not kept."""
    sizes = {key: int(part.get(key) or 0) for key in ("width", "height", "duration", "length")}
    return {"file_id": str(part["file_id"]), "file_unique_id": "-", **sizes} | _some(
        part, "mime_type", "file_size"
    )


def _location(part: Json) -> dict[str, Any]:
    return {"latitude": float(part["latitude"]), "longitude": float(part["longitude"])}


def _venue(part: Json) -> dict[str, Any]:
    return {"location": _location(part["location"]), "title": "-", "address": "-"}


def _commands(entities: Any) -> list[dict[str, Any]]:
    """Only commands: links and mentions of people are not needed."""
    wanted = [entity for entity in entities if entity.get("type") == "bot_command"]
    return [{"type": "bot_command", "offset": int(e["offset"]), "length": int(e["length"])} for e in wanted]


def _replied(message: Json) -> dict[str, Any]:
    return {"message_id": int(message["message_id"]), "date": 0, "chat": _chat(message["chat"])}


def _message(message: Json) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "message_id": int(message["message_id"]),
        "date": int(message.get("date") or 0),
        "chat": _chat(message["chat"]),
    }
    for key, keep in _PARTS.items():
        if message.get(key) is not None:
            kept[key] = keep(message[key])
    odd = [marker for marker in _MARKERS if message.get(marker) is not None]
    return kept | ({"odd": odd} if odd else {})


def _press(query: Json) -> dict[str, Any]:
    kept = {"id": str(query["id"]), "from": _user(query["from"]), "chat_instance": "-"}
    if isinstance(message := query.get("message"), Mapping):
        kept["message"] = _replied(message) | {"date": 1}
    return kept | {"data": str(query.get("data") or "")[:_LONGEST_TEXT]}


def _membership(change: Json) -> dict[str, Any]:
    return {
        "chat": _chat(change["chat"]),
        "from": _user(change["from"]),
        "date": int(change["date"]),
        "old_chat_member": _member(change["old_chat_member"]),
        "new_chat_member": _member(change["new_chat_member"]),
    }


def _member(member: Json) -> dict[str, Any]:
    """Membership in the two states that matter in a private chat; a ban needs its date to be readable."""
    gone = member["status"] in {"kicked", "left"}
    state: dict[str, Any] = {"status": "kicked", "until_date": 0} if gone else {"status": "member"}
    return {"user": _user(member["user"])} | state


def _poll_answer(answer: Json) -> dict[str, Any]:
    kept = {"poll_id": str(answer["poll_id"]), "option_ids": [int(i) for i in answer["option_ids"]]}
    persistent = [str(i) for i in answer.get("option_persistent_ids") or []]
    return (
        kept
        | {"option_persistent_ids": persistent}
        | ({"user": _user(answer["user"])} if "user" in answer else {})
    )


_PARTS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "from": _user,
    "text": lambda text: str(text)[:_LONGEST_TEXT],
    "caption": lambda text: str(text)[:_LONGEST_TEXT],
    "entities": _commands,
    "photo": lambda sizes: [_file(sizes[-1])] if sizes else [],
    "voice": _file,
    "video": _file,
    "video_note": _file,
    "document": _file,
    "location": _location,
    "venue": _venue,
    "media_group_id": str,
    "reply_to_message": _replied,
    "edit_date": int,
    "migrate_to_chat_id": int,
}
_KINDS: Final[Mapping[str, Callable[[Json], dict[str, Any]]]] = {
    "message": _message,
    "edited_message": _message,
    "channel_post": _message,
    "callback_query": _press,
    "my_chat_member": _membership,
    "poll_answer": _poll_answer,
}
