"""What the page asks a phone to do: each act by its name, with its details as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from playground.people import Person
from playground.samples import beep, photo_with_metadata, street_photo
from playground.wire import JSON

Act = Callable[[Person, JSON], "JSON | None"]
FORWARDED: Final = "Morgen geen water in de Stalenstraat van 9 tot 12 uur."
MOST_TEXT: Final = 4096


class ActRefused(Exception):
    """The phone cannot do this; the message says why, in words for who holds it."""


def act_of(person: Person, name: str, details: JSON) -> JSON:
    """Do it; what comes back goes to the page. Raises ActRefused."""
    try:
        act = _ACTS[name]
    except KeyError:
        raise ActRefused(f"A phone cannot do {name!r}.") from None
    try:
        return act(person, details) or {}
    except (LookupError, ValueError, TypeError) as problem:
        raise ActRefused(f"This did not work: {problem}") from problem


def upload_of(person: Person, kind: str, data: bytes, name: str, mime_type: str, caption: str | None) -> None:
    """A file of this computer, as a photo or a document. Raises ActRefused, also for what is no picture."""
    try:
        if kind == "photo":
            person.sends_photo(data, caption)
        else:
            person.sends_document(data, name, mime_type, caption)
    except Exception as problem:  # the local Telegram's refusals are its own; each is a reason to tell
        raise ActRefused(f"Telegram does not take this file: {problem}") from problem


def _says(person: Person, details: JSON) -> None:
    text = str(details["text"])[:MOST_TEXT]
    reply_to = details.get("reply_to")
    person.says(text, reply_to if reply_to in person.chat.kept else None)


def _taps(person: Person, details: JSON) -> JSON:
    press = person.taps(int(details["message_id"]), str(details["data"]))
    return {"query_id": press.query_id, "answered": press.answered}


def _caption(details: JSON) -> str | None:
    return details.get("caption") or None


_ACTS: Final[dict[str, Act]] = {
    "says": _says,
    "starts": lambda person, details: _done(person.starts(details.get("payload") or None)),
    "taps": _taps,
    "edits": lambda person, details: person.edits(int(details["message_id"]), str(details["text"])),
    "votes": lambda person, details: person.votes(int(details["message_id"]), list(details["options"])),
    "blocks": lambda person, _: person.blocks(),
    "unblocks": lambda person, _: person.unblocks(),
    "reads": lambda person, _: person.reads(),
    "forwards": lambda person, _: _done(person.forwards(FORWARDED)),
    "sends_photo": lambda person, details: _done(person.sends_photo(street_photo(), _caption(details))),
    "sends_album": lambda person, _: _done(person.sends_album([street_photo(scene) for scene in range(3)])),
    "sends_document": lambda person, details: _done(
        person.sends_document(photo_with_metadata(), "IMG_Elena_2041.jpg", "image/jpeg", _caption(details))
    ),
    "sends_voice": lambda person, _: _done(person.sends_voice(3, beep(3))),
    "sends_video": lambda person, _: _done(person.sends_video()),
    "sends_location": lambda person, details: _done(
        person.sends_location(float(details["latitude"]), float(details["longitude"]))
    ),
    "sends_contact": lambda person, _: _done(person.sends_contact()),
    "sends_sticker": lambda person, _: _done(person.sends_sticker()),
    "sends_dice": lambda person, _: _done(person.sends_dice()),
}


def _done(_: object) -> None:
    """The message itself comes to the page as an event."""
