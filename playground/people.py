"""People with a phone: each act makes the update that the real Telegram would make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.attachments import Attachments
from playground.chats import Chat, Kept
from playground.entities import found_in
from playground.groups import member_change
from playground.wire import JSON, without_empty

if TYPE_CHECKING:  # Telegram makes people, people act on Telegram
    from playground.telegram import Telegram


@dataclass(slots=True, eq=False)
class Press:
    """A press on an inline button; it spins until it is `answered`. `seconds` is how long that took."""

    query_id: str
    chat_id: int
    message_id: int
    made: int
    pressed_at: float
    answered: bool = False
    text: str | None = None
    alert: bool = False
    seconds: float | None = None
    url: str | None = None

    def as_event(self) -> JSON:
        return {
            "type": "press",
            "chat": self.chat_id,
            "query_id": self.query_id,
            "message_id": self.message_id,
            "answered": self.answered,
            "text": self.text,
            "alert": self.alert,
        }


class Person(Attachments):
    """One phone and its private chat with the bot."""

    def __init__(self, telegram: Telegram, user_id: int, first_name: str, **rest: str | None) -> None:
        self.telegram = telegram
        self.phone = rest.pop("phone", None)
        self.language_code = rest.pop("language_code", None)
        self._names = without_empty(first_name=first_name, **rest)
        self.user_id = user_id
        self.location = (50.9826, 5.5336)  # where "share my location" says this person is: Waterschei
        self.chat: Chat = telegram.open_chat({"id": user_id, "type": "private"} | self._names)

    @property
    def user(self) -> JSON:
        """The User as the bot sees it."""
        language = without_empty(language_code=self.language_code)
        return {"id": self.user_id, "is_bot": False} | self._names | language

    @property
    def unread(self) -> int:
        """How many messages of the bot came since this person last did or read something."""
        return sum(
            not kept.outgoing and kept.wire["message_id"] > self.chat.seen for kept in self.chat.kept.values()
        )

    def heard(self) -> list[str]:
        """Texts and captions of the bot's messages, as they stand now, in order."""
        return [
            kept.wire.get("text") or kept.wire.get("caption") or ""
            for kept in self.chat.kept.values()
            if not kept.outgoing
        ]

    def reads(self) -> None:
        """Look at the chat: nothing is unread any more. The bot does not learn of it."""
        self.chat.seen = self.chat.next_message_id - 1

    def says(self, text: str, reply_to: int | None = None) -> int:
        """Write a text; returns its message id."""
        return self._send({"text": text} | without_empty(entities=found_in(text) or None), reply_to)

    def starts(self, payload: str | None = None) -> int:
        """Press START, or open a link with a payload; it also ends a block."""
        if self.chat.standing == "blocked":
            self.unblocks()
        return self.says(f"/start {payload}" if payload else "/start")

    def edits(self, message_id: int, text: str) -> None:
        kept = self._own(message_id)
        field, marked = ("text", "entities") if "text" in kept.wire else ("caption", "caption_entities")
        changes = {field: text, marked: found_in(text) or None, "edit_date": int(self.telegram.clock())}
        self.telegram.updates.add("edited_message", self.telegram.change(self.chat, kept, changes))

    def moves(self, message_id: int, latitude: float, longitude: float) -> None:
        """Walk on while a live location is shared."""
        kept = self._own(message_id)
        place = kept.wire["location"] | {"latitude": latitude, "longitude": longitude}
        changes = {"location": place, "edit_date": int(self.telegram.clock())}
        self.telegram.updates.add("edited_message", self.telegram.change(self.chat, kept, changes))

    def deletes(self, message_id: int) -> None:
        """Delete a message on both sides; Telegram tells the bot nothing."""
        self.telegram.remove(self.chat, message_id)

    def taps(self, message_id: int, data: str) -> Press:
        """Press a button; any data may be crafted, any message named, even one that is gone."""
        self._begin()
        press = self._pressed(message_id)
        query = {
            "id": press.query_id,
            "from": self.user,
            "message": self._message_of(message_id),
            "chat_instance": str(self.user_id * 7_919),
            "data": data,
        }
        self.telegram.updates.add("callback_query", query)
        self.telegram.watch.emit(press.as_event())
        return press

    def taps_label(self, label: str) -> Press | int:
        """Press the newest button with this label, of a message or of the reply keyboard.

        A reply button sends its text (or the location or phone number it asks for) and the message
        id is returned; a button with a link to the bot starts it. Raises LookupError.
        """
        button, message_id = self._button(label)
        if message_id is None:
            return self._uses_key(button)
        if "callback_data" in button:
            return self.taps(message_id, button["callback_data"])
        return self.opens(button["url"])

    def opens(self, link: str) -> int:
        """Follow a link to the bot, with or without a payload; raises ValueError for any other link."""
        address, _, payload = link.partition("?start=")
        if address.rstrip("/").rpartition("/")[2].lower() != self.telegram.username.lower():
            raise ValueError("this link does not lead to the bot")
        return self.starts(payload or None)

    def votes(self, message_id: int, options: Sequence[int]) -> None:
        """Vote in a poll of the bot; an empty choice takes the vote back."""
        kept = self.chat.kept[message_id]
        poll, answer = self.telegram.polls.vote(kept.wire["poll"]["id"], self.user, options)
        self.telegram.change(self.chat, kept, {"poll": poll})
        self.telegram.updates.add("poll", poll)
        if not poll["is_anonymous"]:
            self.telegram.updates.add("poll_answer", answer)

    def blocks(self) -> None:
        self._stands("blocked", "member", "kicked")

    def unblocks(self) -> None:
        self._stands("member", "kicked", "member")

    def moment_of(self, after: int | Press | None) -> int:
        """The moment of a message id or a press; of the latest act for None."""
        if after is None:
            return self.chat.acted
        return after.made if isinstance(after, Press) else self.chat.moment_of(after)

    def buttons(self) -> list[str]:
        """Labels of the newest message with buttons, then those of the reply keyboard."""
        inline = next(
            (
                _labels(kept.wire["reply_markup"]["inline_keyboard"])
                for kept in self.chat.newest_first()
                if "reply_markup" in kept.wire
            ),
            [],
        )
        return inline + _labels((self.chat.keyboard or {}).get("keyboard", []))

    def _stands(self, standing: str, before: str, after: str) -> None:
        self.chat.standing = "blocked" if standing == "blocked" else "member"
        self.chat.acted = self.telegram.watch.tick()
        self.telegram.updates.add(
            "my_chat_member", member_change(self.telegram, self.chat, self.user, before, after)
        )

    def _begin(self) -> None:
        if self.chat.standing == "blocked":
            raise ValueError("this person has blocked the bot: unblocks() first")
        self.chat.standing = "member"

    def _send(self, content: JSON, reply_to: int | None = None) -> int:
        self._begin()
        if reply_to is not None:
            content |= {"reply_to_message": quoted(self.chat.kept[reply_to])}
        wire = self.telegram.post(self.chat, content, sender=self.user)
        self.telegram.updates.add("message", wire)
        return int(wire["message_id"])

    def _own(self, message_id: int) -> Kept:
        kept = self.chat.kept[message_id]
        if not kept.outgoing:
            raise ValueError("people edit their own messages only")
        return kept

    def _pressed(self, message_id: int) -> Press:
        telegram = self.telegram
        moment = self.chat.acted = telegram.watch.tick()
        self.reads()
        query_id = str(self.user_id * 1_000_000_007 + moment)
        press = telegram.presses[query_id] = Press(
            query_id, self.chat.id, message_id, moment, telegram.monotonic()
        )
        return press

    def _message_of(self, message_id: int) -> JSON:
        kept = self.chat.kept.get(message_id)
        return kept.wire if kept else {"chat": self.chat.wire, "message_id": message_id, "date": 0}

    def _button(self, label: str) -> tuple[JSON, int | None]:
        key = _with_label((self.chat.keyboard or {}).get("keyboard", []), label)
        for kept in self.chat.newest_first():
            if key and kept.made < self.chat.keyboard_set and kept.touched < self.chat.keyboard_set:
                break
            button = _with_label(kept.wire.get("reply_markup", {}).get("inline_keyboard", []), label)
            if button:
                return button, kept.wire["message_id"]
        if key:
            return key, None
        raise LookupError(f"no button {label!r}; there are {self.buttons()}")

    def _uses_key(self, button: JSON) -> int:
        if (self.chat.keyboard or {}).get("one_time_keyboard"):
            self.telegram.set_keyboard(self.chat, None)
        if button.get("request_location"):
            return self.sends_location(*self.location)
        if button.get("request_contact"):
            return self.sends_contact()
        return self.says(button["text"])


def quoted(kept: Kept) -> JSON:
    """A replied message as it is repeated in the reply: without what it answered itself."""
    return {name: value for name, value in kept.wire.items() if name != "reply_to_message"}


def _labels(rows: Sequence[Sequence[JSON]]) -> list[str]:
    return [button["text"] for row in rows for button in row]


def _with_label(rows: Sequence[Sequence[JSON]], label: str) -> JSON | None:
    return next((button for row in rows for button in row if button["text"] == label), None)
