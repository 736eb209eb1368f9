"""Filters that look at the turn: which step the chat is in, whether staff writes, what a message holds."""

from collections.abc import Sequence
from typing import Final

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import filters

from bot.context import current_turn
from bot.domain.cases import LARGEST_FILE, PICTURE_FILES, Media, MediaKind, Spot, Words
from handlers.wishes import wish_of


class InStep(filters.UpdateFilter):
    """The chat is in a step of this kind (and, when named, in one of these steps of it)."""

    def __init__(self, kind: str, *steps: str) -> None:
        super().__init__(name=f"InStep({kind})")
        self.kind = kind
        self.steps = steps

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        step = current_turn.get().turn.step
        return step is not None and step.kind == self.kind and (not self.steps or step.step in self.steps)


class InNoStep(filters.UpdateFilter):
    """The chat is in nothing."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        return current_turn.get().turn.step is None


class FromStaff(filters.UpdateFilter):
    """Somebody with a role writes."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        return current_turn.get().turn.staff is not None


class WithoutLanguage(filters.UpdateFilter):
    """Somebody writes who has not chosen a language yet."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        person = current_turn.get().turn.person
        return person is not None and person.language is None


class Fresh(filters.UpdateFilter):
    """What was just sent in a private chat, not an edit of something older: asked of nearly every handler, so in one."""

    def filter(self, update: Update) -> bool:
        return update.message is not None and update.message.chat.type == ChatType.PRIVATE


class Labelled(filters.MessageFilter):
    """The text is this label in any of our languages: a press on the reply keyboard, or the words for it typed."""

    def __init__(self, label: str) -> None:
        super().__init__(name=f"Labelled({label})")
        self.label = label

    def filter(self, message: Message) -> bool:
        if message.text is None:
            return False
        return message.text in current_turn.get().texts.labels(self.label) or wish_of(message) == self.label


def labelled_of(message: Message, labels: tuple[str, ...]) -> str | None:
    """Which of these labels a message is, pressed or typed."""
    return next((label for label in labels if Labelled(label).filter(message)), None)


class Odd(filters.MessageFilter):
    """The message holds, or is, one of these: named by what takes everything personal out of updates."""

    def __init__(self, *kinds: str) -> None:
        super().__init__(name=f"Odd({', '.join(kinds)})")
        self.kinds = frozenset(kinds)

    def filter(self, message: Message) -> bool:
        return not self.kinds.isdisjoint(odd_of(message))


class PictureFile(filters.MessageFilter):
    """The message is, or its album holds, a file of which a photo can be made."""

    def filter(self, message: Message) -> bool:
        return any(_is_picture_file(part) for part in parts_of(message))


class PartlyKept(filters.MessageFilter):
    """Of an album of files some can be kept and others cannot."""

    def filter(self, message: Message) -> bool:
        if message.document is None:
            return False
        return len({_is_picture_file(part) for part in parts_of(message)}) > 1


# What a message may be besides words, pictures, sound and places; the first that fits names the answer.
ODD_KINDS: Final = ("contact", "audio", "poll", "story", "animation", "sticker", "dice", "game")
FROM_STAFF = FromStaff()
PICTURE_FILE = PictureFile()
PARTLY_KEPT = PartlyKept()
WITHOUT_LANGUAGE = WithoutLanguage()
PRIVATE = filters.ChatType.PRIVATE
FRESH = Fresh()
WORDS = (
    (filters.TEXT & ~filters.COMMAND)
    | filters.CAPTION  # also below a file that is not kept
    | filters.PHOTO
    | filters.VOICE
    | filters.VIDEO
    | filters.VIDEO_NOTE
    | PICTURE_FILE
    | filters.LOCATION
    | filters.VENUE
)

# Somebody said something; Telegram itself tells of pins and members in messages too.
SPOKEN = filters.TEXT | WORDS | filters.Document.ALL | Odd(*ODD_KINDS, "forward_origin")


def words_of(update: Update) -> Words:
    """What a message, or a whole album, holds that a case can keep; empty when there is nothing of the kind."""
    message = update.effective_message
    if message is None:
        return Words()
    parts = parts_of(message)
    texts = (part.text or part.caption or "" for part in parts)
    location = message.location
    return Words(
        text="\n".join(text.strip() for text in texts if text.strip()),
        media=tuple(item for part in parts for item in media_of(part)),
        spot=Spot(location.latitude, location.longitude) if location else None,
    )


def parts_of(message: Message) -> Sequence[Message]:
    """All messages of its album; itself where it comes alone."""
    return current_turn.get().album or (message,)


def quoted_in(update: Update) -> int | None:
    """The id of the message that this one replies to."""
    message = update.effective_message
    quoted = message.reply_to_message if message else None
    return quoted.message_id if quoted else None


def media_of(message: Message) -> tuple[Media, ...]:
    """The photo, voice or video of one message, by its file id."""
    if message.photo:
        return (Media(MediaKind.PHOTO, message.photo[-1].file_id),)
    for kind in (MediaKind.VOICE, MediaKind.VIDEO, MediaKind.VIDEO_NOTE):
        if (item := getattr(message, kind.value)) is not None:
            return (Media(kind, item.file_id),)
    if message.document and _is_picture_file(message):
        return (Media(MediaKind.PICTURE_DOCUMENT, message.document.file_id),)
    return ()


def _is_picture_file(message: Message) -> bool:
    file = message.document
    return file is not None and file.mime_type in PICTURE_FILES and (file.file_size or 0) <= LARGEST_FILE


def odd_of(message: Message) -> tuple[str, ...]:
    """What the message holds besides what a case can keep, by its name in Telegram."""
    return tuple(message.api_kwargs.get("odd") or ())
