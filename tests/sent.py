"""Every kind of thing that Telegram can hand to a bot from a private chat, by a name that people can read."""

from collections.abc import Mapping
from typing import Any, Final

from playground.people import Person
from playground.wire import JSON

_FILE: Final = {"file_id": "AgACAgQAAx", "file_unique_id": "u", "width": 90, "height": 90, "duration": 3}
_ROUND: Final = {**_FILE, "length": 90}
_PLACE: Final = {"latitude": 51.0018, "longitude": 5.5193}
_WHO: Final = {"id": 9_001, "is_bot": False, "first_name": "Fatma"}
_STORY: Final = "Er ligt al een week afval naast de container aan de hoek"
_COMMAND: Final = [{"type": "bot_command", "offset": 0, "length": 12}]

MESSAGES: Final[Mapping[str, Mapping[str, Any]]] = {
    "text": {"text": _STORY},
    "4,096 characters": {"text": ("afval en lawaai " * 256)[:4096]},
    "nonsense": {"text": "?!?! … —"},
    "an unknown command": {"text": "/doesnotexist", "entities": [{**_COMMAND[0], "length": 13}]},
    "a command of staff": {"text": "/afwezig", "entities": [{**_COMMAND[0], "length": 8}]},
    "photo": {"photo": [_FILE]},
    "photo with words": {"photo": [_FILE], "caption": _STORY},
    "voice": {"voice": _FILE},
    "video": {"video": _FILE},
    "video note": {"video_note": _ROUND},
    "picture as a file": {"document": {**_FILE, "mime_type": "image/png"}},
    "document": {"document": {**_FILE, "mime_type": "application/pdf"}},
    "document with words": {"document": {**_FILE, "mime_type": "application/pdf"}, "caption": _STORY},
    "location": {"location": _PLACE},
    "live location": {"location": {**_PLACE, "live_period": 900}},
    "venue": {"venue": {"location": _PLACE, "title": "Hoek", "address": "Hier"}, "location": _PLACE},
    "contact": {"contact": {"phone_number": "+32470123456", "first_name": "Fatma"}},
    "sticker": {"sticker": {**_FILE, "type": "regular", "is_animated": False, "is_video": False}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "game": {"game": {"title": "g", "description": "g", "photo": [_FILE]}},
    "poll": {"poll": {"id": "1", "question": "?", "options": []}},
    "story": {"story": {"id": 1, "chat": {"id": 701, "type": "private"}}},
    "audio": {"audio": _FILE},
    "animation": {"animation": _FILE, "document": _FILE},
    "a forwarded post": {
        "text": "Lees dit",
        "forward_origin": {"type": "user", "sender_user": _WHO, "date": 1},
    },
    "by way of another bot": {"text": _STORY, "via_bot": {**_WHO, "is_bot": True}},
    "in the name of a channel": {"text": _STORY, "sender_chat": {"id": -100_5, "type": "channel"}},
    "something pinned": {"pinned_message": {"message_id": 1, "date": 1}},
    "somebody joined": {"new_chat_members": [_WHO]},
    "somebody left": {"left_chat_member": _WHO},
    "a group was made": {"group_chat_created": True},
    "a kind of tomorrow": {"hologram": {"file_id": "x"}},
    "nothing at all": {},
}
OTHERS: Final = ("an edit", "a vote", "blocked and back")
KINDS: Final = (*MESSAGES, *OTHERS)


def send(phone: Person, kind: str) -> None:
    """Let the phone send it, as Telegram would hand it over."""
    phone.chat.standing = "member"
    if kind in MESSAGES:
        _post(phone, dict(MESSAGES[kind]))
    elif kind == "an edit":
        phone.telegram.updates.add("edited_message", {**_frame(phone), "text": _STORY, "edit_date": 2})
    elif kind == "a vote":
        phone.telegram.updates.add("poll_answer", {"poll_id": "1", "user": phone.user, "option_ids": [0]})
    else:
        phone.blocks()
        phone.unblocks()


def _frame(phone: Person) -> JSON:
    return {"message_id": 7_000, "date": 1, "chat": phone.chat.wire, "from": phone.user}


def _post(phone: Person, content: JSON) -> None:
    wire = phone.telegram.post(phone.chat, content, sender=phone.user)
    phone.telegram.updates.add("message", wire)
