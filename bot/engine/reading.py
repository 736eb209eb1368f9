"""Updates out of what the inbox keeps, as python-telegram-bot's types."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from telegram import Bot, Chat, Message, MessageEntity, Update, User

_MESSAGE: Final = {"update_id", "message"}
# A plain text or a command, which is most of what people send: PTB looks for a hundred parts that it does not have.
_PLAIN: Final = frozenset({"message_id", "date", "chat", "from", "text", "entities"})


# PTB's objects ask at each of their fields, when they are made, whether it may still be changed; these do not.
class _Text(Message):
    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment]


class _Chat(Chat):
    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment]


class _User(User):
    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment]


class _Update(Update):
    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment]


def update_of(payload: Mapping[str, Any], bot: Bot) -> Update:
    """Read an update. Raises what PTB raises for one that it cannot read."""
    message = payload.get("message", {})
    if payload.keys() != _MESSAGE or not message["date"] or not message.keys() <= _PLAIN:
        return Update.de_json(dict(payload), bot)
    update = _Update(payload["update_id"], message=_text(message, bot))
    update.set_bot(bot)
    return update


def _text(parts: Mapping[str, Any], bot: Bot) -> Message:
    writer = parts.get("from")
    text = _Text(
        parts["message_id"],
        datetime.fromtimestamp(parts["date"], UTC),
        _Chat(**parts["chat"]),
        _User(**writer) if writer else None,
        text=parts.get("text"),
        entities=tuple(MessageEntity(**entity) for entity in parts.get("entities", ())),
    )
    text.set_bot(bot)
    return text
