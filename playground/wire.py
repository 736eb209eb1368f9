"""What crosses the wire: the JSON of Telegram and how its text is counted."""

from __future__ import annotations

from typing import Any, TypeAlias

JSON: TypeAlias = dict[str, Any]


def utf16_length(text: str) -> int:
    """Telegram counts text and entity offsets in UTF-16 units, so an emoji beyond the first plane counts as two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def without_empty(**fields: Any) -> JSON:
    """Telegram leaves out what is not there, instead of sending null."""
    return {name: value for name, value in fields.items() if value is not None}


def as_bot_user(bot_id: int, username: str, name: str) -> JSON:
    return {"id": bot_id, "is_bot": True, "first_name": name, "username": username}


def with_abilities(bot: JSON) -> JSON:
    """The User as only getMe returns it."""
    return bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
    }
