"""Who talks to the bots that are measured: many chats, each with somebody who says one thing."""

from __future__ import annotations

from typing import Any, Final

ANNOUNCE: Final = "announce "
_FIRST_CHAT: Final = 1_000_000_001
# Who announces; what is said to them, such as how far it is, is not counted.
SENDER: Final = 1_000_000_000
# The chats of the staff of a city that has a history: this and the number of their role.
DESK: Final = 900_000_000


def chats(number: int, first: int = 0) -> range:
    """Chat ids of so many people, from the first on, the same ones every time."""
    return range(_FIRST_CHAT + first, _FIRST_CHAT + first + number)


def says(chat: int, text: str) -> dict[str, Any]:
    """Make an update, without its id, as Telegram sends it for a text or a command."""
    who = {"id": chat, "first_name": "Emine", "last_name": "Y", "username": "emine"}
    message = {
        "message_id": 7,
        "from": {**who, "is_bot": False, "language_code": "tr"},
        "chat": {**who, "type": "private"},
        "date": 1_790_000_000,
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"message": message}


def replies(chat: int, text: str, to: int) -> dict[str, Any]:
    """Make an update for a reply to one of our messages."""
    update = says(chat, text)
    quoted = {"message_id": to, "chat": update["message"]["chat"], "date": 1_790_000_000}
    return {"message": {**update["message"], "reply_to_message": quoted}}


def presses(chat: int, data: str) -> dict[str, Any]:
    """Make an update for a press on a button with this data."""
    message = says(chat, "")["message"]
    query = {"id": "1", "from": message["from"], "chat_instance": "1", "message": message, "data": data}
    return {"callback_query": query}
