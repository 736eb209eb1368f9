"""Groups and channels, where this bot should not be: enough of them to try its manners."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.chats import Chat
from playground.entities import found_in
from playground.wire import JSON, without_empty

if TYPE_CHECKING:  # Telegram makes groups, groups act on Telegram
    from playground.people import Person
    from playground.telegram import Telegram

_groups = itertools.count(4_000_000)
_supergroups = itertools.count(1_000_000_000_001)


@dataclass(slots=True)
class Group:
    """A group or supergroup with the bot in it. The bot's privacy mode is on."""

    telegram: Telegram
    chat: Chat

    def says(self, person: Person, text: str, reply_to: int | None = None) -> int:
        """Write into the group; the bot hears commands, its own name and replies to it, nothing else."""
        answered = self.chat.kept[reply_to] if reply_to is not None else None
        content = {"text": text} | without_empty(
            entities=found_in(text) or None, reply_to_message=answered.wire if answered else None
        )
        wire = self.telegram.post(self.chat, content, sender=person.user)
        meant = f"@{self.telegram.username}".lower() in text.lower() or text.startswith("/")
        if meant or (answered and not answered.outgoing):
            self.telegram.updates.add("message", wire)
        return int(wire["message_id"])

    def removes_bot(self, person: Person) -> None:
        self.chat.standing = "kicked"
        self._tell(person, "member", "kicked")

    def migrates(self, person: Person) -> Group:
        """The group becomes a supergroup: a new id, the old one answers with `migrate_to_chat_id`."""
        new = _open(self.telegram, "supergroup", self.chat.wire["title"])
        self.chat.moved_to = new.id
        for chat, news in (
            (self.chat, {"migrate_to_chat_id": new.id}),
            (new, {"migrate_from_chat_id": self.chat.id}),
        ):
            self.telegram.updates.add("message", self.telegram.post(chat, news, sender=person.user))
        return Group(self.telegram, new)

    def _tell(self, person: Person, before: str, after: str) -> None:
        change = member_change(self.telegram, self.chat, person.user, before, after)
        self.telegram.updates.add("my_chat_member", change)


@dataclass(slots=True)
class Channel:
    """A channel whose administrators added the bot."""

    telegram: Telegram
    chat: Chat

    def posts(self, text: str) -> JSON:
        content = {"sender_chat": self.chat.wire, "text": text} | without_empty(
            entities=found_in(text) or None
        )
        wire = self.telegram.post(self.chat, content, sender=None)
        self.telegram.updates.add("channel_post", wire)
        return wire


def new_group(telegram: Telegram, person: Person, title: str, *, supergroup: bool) -> Group:
    group = Group(telegram, _open(telegram, "supergroup" if supergroup else "group", title))
    group._tell(person, "left", "member")  # noqa: SLF001  # the factory stands beside its class
    news = {"new_chat_members": [telegram.bot], "new_chat_member": telegram.bot}
    telegram.updates.add("message", telegram.post(group.chat, news, sender=person.user))
    return group


def new_channel(telegram: Telegram, title: str) -> Channel:
    channel = Channel(telegram, _open(telegram, "channel", title))
    owner = {"id": 777_001, "is_bot": False, "first_name": "Beheerder"}
    change = member_change(telegram, channel.chat, owner, "left", "administrator")
    telegram.updates.add("my_chat_member", change)
    return channel


def member_change(telegram: Telegram, chat: Chat, by: JSON, before: str, after: str) -> JSON:
    """A ChatMemberUpdated about the bot itself."""
    old, new = (
        {"status": status, "user": telegram.bot} | DETAILS.get(status, {}) for status in (before, after)
    )
    return {
        "chat": chat.wire,
        "from": by,
        "date": int(telegram.clock()),
        "old_chat_member": old,
        "new_chat_member": new,
    }


def _open(telegram: Telegram, kind: str, title: str) -> Chat:
    chat_id = -next(_groups) if kind == "group" else -next(_supergroups)
    more = {"all_members_are_administrators": False} if kind == "group" else {}
    chat = telegram.open_chat({"id": chat_id, "type": kind, "title": title} | more)
    chat.standing = "member"
    return chat


RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
DETAILS: dict[str, JSON] = {
    "kicked": {"until_date": 0},
    "administrator": {"can_be_edited": False, "is_anonymous": False, "can_post_messages": True}
    | dict.fromkeys(RIGHTS, False),
}
