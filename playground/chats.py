"""One chat: its messages by number, its reply keyboard, and who may write in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from playground.wire import JSON

Standing = Literal["stranger", "member", "blocked", "left", "kicked"]


@dataclass(slots=True)
class Kept:
    """A message as Telegram holds it; `touched` is the moment of its last change by the bot.

    `fixed`: it came with a reply keyboard, and such a message cannot be edited.
    """

    wire: JSON
    outgoing: bool
    made: int
    touched: int
    fixed: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat, a group or a channel; message ids count per chat.

    `standing` is the bot's: a stranger was never spoken to, blocked by the person, left or kicked.
    """

    wire: JSON
    standing: Standing = "stranger"
    next_message_id: int = 1
    kept: dict[int, Kept] = field(default_factory=dict)
    keyboard: JSON | None = None
    keyboard_set: int = 0
    typing_until: float = 0.0
    typing_action: str = ""
    pinned: int | None = None
    acted: int = 0
    seen: int = 0
    moved_to: int | None = None
    commands: list[JSON] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.wire["id"])

    @property
    def is_private(self) -> bool:
        return bool(self.wire["type"] == "private")

    @property
    def messages(self) -> list[JSON]:
        """What the person sees now, in order: Bot API Messages with `outgoing`."""
        return [kept.wire | {"outgoing": kept.outgoing} for kept in self.kept.values()]

    def from_bot(self, since: int) -> list[JSON]:
        """What the bot has sent or changed after this moment, in the chat's order."""
        return [kept.wire for kept in self.newest_first() if not kept.outgoing and kept.touched > since][::-1]

    def newest_first(self) -> Iterator[Kept]:
        return reversed(self.kept.values())

    def moment_of(self, message_id: int) -> int:
        """When this message was made; of one that is gone, when the last one before it was."""
        return max((kept.made for number, kept in self.kept.items() if number <= message_id), default=0)

    def keep(self, wire: JSON, *, outgoing: bool, moment: int) -> Kept:
        kept = self.kept[wire["message_id"]] = Kept(wire, outgoing, moment, moment)
        self.next_message_id = wire["message_id"] + 1
        return kept
