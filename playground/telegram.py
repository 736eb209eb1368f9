"""The local Telegram: people, chats, messages and what waits for the bot; state only, no I/O."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from playground.chats import Chat, Kept
from playground.faults import Faults
from playground.files import Files
from playground.groups import Group, new_channel, new_group
from playground.limits import Limits, Pace
from playground.log import Call
from playground.people import Person, Press
from playground.polls import Polls
from playground.profile import Profile, Scope
from playground.updates import Updates
from playground.watch import Watch
from playground.webhook import Webhook
from playground.wire import JSON, as_bot_user

T = TypeVar("T")


class Telegram:
    """One bot's Telegram. `clock` gives seconds since 1970, `monotonic` seconds that never go back.

    `first_message_id` may be raised before people appear, so that the numbers of an earlier run are
    not used again.
    """

    def __init__(
        self,
        token: str,
        username: str = "wijklijn_bot",
        *,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        limits: Limits | None = None,
    ) -> None:
        self.token = token
        self.clock = clock
        self.monotonic = monotonic
        self.first_message_id = 1
        self.started_at = monotonic()
        self.logged_out = False
        self.bot = as_bot_user(int(token.partition(":")[0]), username, username)
        self.watch = Watch()
        self.faults = Faults(on_switch=self.watch.emit)
        self.limits = limits or Limits()
        self.pace = Pace(self.limits)
        # Eight a second leaves room above what an earlier run has given out.
        self.updates = Updates(clock, next_id=int(clock()) * 8 % 2_000_000_000)
        self.webhook = Webhook()
        self.files = Files(self.bot["id"], clock)
        self.profile = Profile(self.bot)
        self.polls = Polls()
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Person] = {}
        self.presses: dict[str, Press] = {}
        self.log: list[Call] = []

    @property
    def listeners(self) -> list[Callable[[JSON], None]]:
        return self.watch.listeners

    @property
    def username(self) -> str:
        return str(self.bot["username"])

    def person(self, user_id: int, first_name: str, **rest: str | None) -> Person:
        """A phone in a hand, the same one for the same id; `rest`: last_name, username, phone, language_code."""
        if user_id not in self.people:
            self.people[user_id] = Person(self, user_id, first_name, **rest)
            self._show_commands(self.people[user_id])
        return self.people[user_id]

    def open_chat(self, wire: JSON) -> Chat:
        return self.chats.setdefault(wire["id"], Chat(wire, next_message_id=self.first_message_id))

    def add_to_group(self, person: Person, title: str = "De buurt", *, supergroup: bool = False) -> Group:
        """This person puts the bot into a new group."""
        return new_group(self, person, title, supergroup=supergroup)

    def channel_post(self, text: str, title: str = "Nieuws") -> JSON:
        """A post in a new channel whose administrators added the bot."""
        return new_channel(self, title).posts(text)

    def post(self, chat: Chat, content: JSON, *, sender: JSON | None, fixed: bool = False) -> JSON:
        """Put a message into a chat; `sender` is the user, None in a channel."""
        wire: JSON = {"message_id": chat.next_message_id}
        if sender:
            wire["from"] = sender
        wire |= {"chat": chat.wire, "date": int(self.clock()), **content}
        outgoing = sender is not self.bot
        kept = chat.keep(wire, outgoing=outgoing, moment=self.watch.tick())
        kept.fixed = fixed
        if outgoing:
            chat.acted, chat.seen = kept.made, wire["message_id"]
        else:
            chat.typing_until = 0.0
        self.watch.emit({"type": "message", "chat": chat.id, "message": wire | {"outgoing": outgoing}})
        return wire

    def change(self, chat: Chat, kept: Kept, changes: JSON) -> JSON:
        """Edit a message: a field set to None goes. What was handed out before stays as it was."""
        wire = {name: value for name, value in (kept.wire | changes).items() if value is not None}
        kept.wire = wire
        moment = self.watch.tick()
        if not kept.outgoing:
            kept.touched = moment
        self.watch.emit({"type": "edit", "chat": chat.id, "message": wire | {"outgoing": kept.outgoing}})
        return wire

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.kept[message_id]
        self.watch.tick()
        self.watch.emit({"type": "delete", "chat": chat.id, "message_id": message_id})

    def set_keyboard(self, chat: Chat, keyboard: JSON | None) -> None:
        chat.keyboard, chat.keyboard_set = keyboard, self.watch.tick()
        self.watch.emit({"type": "keyboard", "chat": chat.id, "keyboard": keyboard})

    def refresh_name(self) -> None:
        """From now on the bot writes under the name it has; what it wrote before keeps the old one."""
        self.bot = self.bot | {"first_name": self.profile.shown(None)["name"]}

    def refresh_commands(self, scope: Scope) -> None:
        """Show each phone that is in this scope the commands of its chat and language, where they have changed."""
        kind, chat, _ = scope
        for person in self.people.values() if kind != "chat" else self._people_in(chat):
            self._show_commands(person)

    def _people_in(self, chat: object) -> list[Person]:
        """Whose phone shows this private chat."""
        return [self.people[chat]] if isinstance(chat, int) and chat in self.people else []

    def _show_commands(self, person: Person) -> None:
        commands = self.profile.commands_for(person.chat.id, person.language_code)
        if commands != person.chat.commands:
            person.chat.commands = commands
            self.watch.emit({"type": "commands", "chat": person.chat.id, "commands": commands})

    async def until(self, condition: Callable[[], T], timeout: float = 5.0) -> T:  # noqa: ASYNC109  # as Watch.until
        """Wait for anything: the condition is asked again after each change and each call."""
        return await self.watch.until(condition, timeout)

    async def settled(
        self,
        person: Person,
        after: int | Press | None = None,
        timeout: float = 5.0,  # noqa: ASYNC109  # as Watch.until
        *,
        count: int = 1,
    ) -> list[JSON]:
        """The messages of the bot that came or changed in this person's chat, once there are `count` of them.

        `after` is a message id or a press; without it, the person's latest act. Raises TimeoutError.
        """
        since = person.moment_of(after)

        def arrived() -> list[JSON]:
            found = person.chat.from_bot(since)
            return found if len(found) >= count else []

        return await self.until(arrived, timeout)
