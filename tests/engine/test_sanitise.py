"""What is kept of an update says nothing of who somebody is, and can still be read by Telegram's types."""

import warnings
from collections.abc import Mapping
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.engine.intake import ALLOWED
from bot.engine.sanitise import lane_of, sanitised
from playground.people import Person
from playground.telegram import Telegram

PLANTED = "Geplant"
NAMES = (
    "first_name",
    "last_name",
    "username",
    "title",
    "author_signature",
    "custom_title",
    "sender_user_name",
)
USER = {
    "id": 701,
    "is_bot": False,
    **{name: f"{PLANTED} {name}" for name in NAMES},
    "phone_number": f"{PLANTED} +32",
    "language_code": "bg",
    "emoji_status_custom_emoji_id": PLANTED,
}
CHAT = {"id": 701, "type": "private", **{name: f"{PLANTED} {name}" for name in NAMES}, "bio": PLANTED}
FILE = {
    "file_id": "AgACAgQAAx",
    "file_unique_id": PLANTED,
    "file_name": f"{PLANTED}.pdf",
    "performer": PLANTED,
    "title": PLANTED,
    "width": 90,
    "height": 90,
    "duration": 3,
    "length": 90,
    "mime_type": "image/png",
    "thumbnail": {"file_id": PLANTED, "file_unique_id": PLANTED, "width": 9, "height": 9},
}
ENTITIES = [
    {"type": "bot_command", "offset": 0, "length": 6},
    {"type": "text_mention", "offset": 7, "length": 3, "user": USER},
    {"type": "text_link", "offset": 7, "length": 3, "url": f"https://t.me/{PLANTED}"},
]
ORIGIN = {"type": "user", "sender_user": USER, "date": 1, "sender_user_name": PLANTED}
CONTACT = {
    "phone_number": PLANTED,
    "first_name": PLANTED,
    "last_name": PLANTED,
    "vcard": PLANTED,
    "user_id": 5,
}
FRAME: Mapping[str, Any] = {
    "message_id": 4,
    "date": 1_760_000_000,
    "chat": CHAT,
    "from": USER,
    "sender_chat": CHAT,
    "via_bot": USER,
    "forward_origin": ORIGIN,
    "author_signature": PLANTED,
    "quote": {"text": PLANTED, "position": 0, "entities": ENTITIES},
    "external_reply": {"origin": ORIGIN, "chat": CHAT},
    "reply_to_message": {
        "message_id": 3,
        "date": 1,
        "chat": CHAT,
        "from": USER,
        "text": PLANTED,
        "caption": PLANTED,
    },
}
PARTS: Mapping[str, Any] = {
    "text": {"text": "/start inv-x", "entities": ENTITIES},
    "photo": {"photo": [FILE, FILE], "caption": "gat in de weg", "caption_entities": ENTITIES},
    "voice": {"voice": FILE},
    "video": {"video": FILE, "caption": "zo", "caption_entities": ENTITIES},
    "video_note": {"video_note": FILE},
    "document": {"document": FILE},
    "location": {"location": {"latitude": 50.9, "longitude": 5.5, "live_period": 60}},
    "venue": {
        "venue": {"location": {"latitude": 50.9, "longitude": 5.5}, "title": PLANTED, "address": PLANTED}
    },
    "album": {"photo": [FILE], "media_group_id": "1374"},
    "contact": {"contact": CONTACT},
    "sticker": {"sticker": {**FILE, "set_name": PLANTED, "emoji": "x"}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "poll": {"poll": {"id": "1", "question": PLANTED, "options": [{"text": PLANTED}]}},
    "audio": {"audio": FILE},
    "animation": {"animation": FILE, "document": FILE},
    "joined": {"new_chat_members": [USER]},
    "left": {"left_chat_member": USER},
    "moved": {"migrate_to_chat_id": -1005},
    "pinned": {"pinned_message": {"message_id": 3, "date": 1, "chat": CHAT, "text": PLANTED}},
    "renamed": {"new_chat_title": PLANTED},
}
MEMBER = {"user": USER, "status": "member", "custom_title": PLANTED}
OTHERS: Mapping[str, Any] = {
    "callback_query": {
        "id": "99",
        "from": USER,
        "message": {**FRAME, "text": PLANTED, "reply_markup": {"inline_keyboard": [[{"text": PLANTED}]]}},
        "chat_instance": PLANTED,
        "data": "1:take:5",
    },
    "my_chat_member": {
        "chat": CHAT,
        "from": USER,
        "date": 1,
        "old_chat_member": MEMBER,
        "new_chat_member": {**MEMBER, "status": "kicked", "until_date": 0},
        "invite_link": {"invite_link": PLANTED, "creator": USER, "name": PLANTED},
    },
    "poll_answer": {
        "poll_id": "7",
        "user": USER,
        "voter_chat": CHAT,
        "option_ids": [0],
        "option_persistent_ids": ["a"],
    },
}


def updates() -> list[Any]:
    """One update of every kind, with every part that people can send."""
    found = [
        pytest.param({"update_id": 1, kind: {**FRAME, **part}}, id=f"{kind}-{name}")
        for kind in ("message", "edited_message", "channel_post")
        for name, part in PARTS.items()
    ]
    return found + [pytest.param({"update_id": 1, kind: part}, id=kind) for kind, part in OTHERS.items()]


@pytest.mark.parametrize("update", updates())
def test_nothing_that_says_who_somebody_is_is_kept(update: Mapping[str, Any]) -> None:
    assert PLANTED.encode() not in orjson.dumps(sanitised(update))


@pytest.mark.parametrize("update", updates())
def test_what_is_kept_can_be_read_by_telegram_s_types(update: Mapping[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read = Update.de_json(orjson.loads(orjson.dumps(sanitised(update))), None)
    assert read.update_id == 1
    (kind,) = set(update) - {"update_id"}
    assert getattr(read, kind) is not None
    assert lane_of(sanitised(update)) == 701


def test_every_kind_that_is_asked_for_is_kept() -> None:
    kinds = {"message", "edited_message", "channel_post", *OTHERS}
    assert kinds == set(ALLOWED)


def test_what_people_wrote_and_sent_is_kept() -> None:
    kept = sanitised({"update_id": 1, "message": {**FRAME, **PARTS["photo"]}})["message"]
    assert (kept["caption"], kept["photo"][0]["file_id"]) == ("gat in de weg", "AgACAgQAAx")
    assert (
        sanitised({"update_id": 1, "callback_query": OTHERS["callback_query"]})["callback_query"]["data"]
        == "1:take:5"
    )
    spot = sanitised({"update_id": 1, "message": {**FRAME, **PARTS["location"]}})["message"]["location"]
    assert spot == {"latitude": 50.9, "longitude": 5.5}


def test_what_cannot_be_kept_is_named() -> None:
    kept = sanitised({"update_id": 1, "message": {**FRAME, **PARTS["contact"]}})["message"]
    assert {"contact", "forward_origin"} <= set(kept["odd"])


def test_a_link_to_a_person_is_not_kept_and_a_command_is() -> None:
    kept = sanitised({"update_id": 1, "message": {**FRAME, **PARTS["text"]}})["message"]
    assert kept["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


@pytest.mark.parametrize(
    "planted", [{"mime_type": f"image/{PLANTED} x"}, {"mime_type": {"a": PLANTED}}, {"mime_type": [PLANTED]}]
)
def test_a_type_of_file_that_is_none_is_not_kept(planted: Mapping[str, Any]) -> None:
    update = {"update_id": 1, "message": {**FRAME, "document": {**FILE, **planted}}}
    assert PLANTED.encode() not in orjson.dumps(sanitised(update))


def test_a_language_that_is_none_is_not_kept() -> None:
    update = {
        "update_id": 1,
        "message": {**FRAME, "from": {**USER, "language_code": f"{PLANTED} x"}, "text": "x"},
    }
    assert PLANTED.encode() not in orjson.dumps(sanitised(update))


def test_a_text_is_kept_up_to_telegram_s_own_limit() -> None:
    update = {"update_id": 1, "message": {**FRAME, "text": "я" * 9_000}}
    assert sanitised(update)["message"]["text"] == "я" * 4096


@pytest.mark.parametrize("odd", ["\0", "\ud83d"])
def test_what_no_database_can_hold_is_marked_in_its_place(odd: str) -> None:
    update = {"update_id": 1, "message": {**FRAME, "text": f"gat{odd}!", "caption": odd}}
    kept = orjson.loads(orjson.dumps(sanitised(update)))["message"]
    assert (kept["text"], kept["caption"]) == ("gat\ufffd!", "\ufffd")


@pytest.mark.parametrize("odd", ["a\0b", "a\nb", "a\u202eb", "а"])
def test_an_identifier_that_telegram_would_not_give_is_refused(odd: str) -> None:
    with pytest.raises(ValueError, match="identifier"):
        sanitised({"update_id": 1, "message": {**FRAME, "media_group_id": odd}})


@pytest.mark.parametrize(
    "chat", [{"id": -5, "type": "private"}, {"id": 5, "type": "group"}, {"id": 0, "type": "x y"}]
)
def test_a_chat_that_cannot_be_is_refused(chat: Mapping[str, Any]) -> None:
    update = {"update_id": 1, "message": {**FRAME, "chat": chat, "text": "x"}}
    if chat["id"]:
        with pytest.raises(ValueError, match="chat"):
            sanitised(update)
    else:
        assert lane_of(sanitised(update)) == 0


@pytest.mark.parametrize("odd", [-1, 2**40, 2**63 - 1])
@pytest.mark.parametrize("field", ["date", "edit_date"])
def test_a_date_that_is_none_is_refused(field: str, odd: int) -> None:
    with pytest.raises(ValueError, match="date"):
        sanitised({"update_id": 1, "message": {**FRAME, field: odd}})


# Fields that may hold words of the person, identifiers or numbers: all others are searched for what was planted.
OPEN = {
    "text",
    "caption",
    "data",
    "id",
    "file_id",
    "media_group_id",
    "poll_id",
    "type",
    "option_persistent_ids",
}
leaves = st.just(PLANTED) | st.integers(-5, 5) | st.none() | st.booleans()
keys = st.sampled_from(
    sorted({*FRAME, *CHAT, *FILE, *USER, *CONTACT, "entities", "user", "url", "photo", "voice"} - OPEN)
)
grown = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=25,
)


@given(
    update=st.sampled_from([case.values[0] for case in updates()]),
    more=st.dictionaries(keys, grown, max_size=6),
)
def test_whatever_else_an_update_holds_none_of_it_is_kept(update: Any, more: dict[str, Any]) -> None:
    (kind,) = set(update) - {"update_id"}
    try:
        kept = sanitised({"update_id": 1, kind: {**update[kind], **more}, **more})
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError):
        return  # of no known shape: set aside by size and hash
    assert PLANTED.encode() not in orjson.dumps(kept)


@given(st.recursive(leaves | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_what_is_no_update_is_refused_in_a_known_way(anything: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError, ArithmeticError)):
        sanitised(anything)


def _acts(person: Person) -> None:
    person.starts("inv-x")
    person.sends_photo(caption="gat")
    person.sends_photo(caption="zo", group="g")
    person.sends_voice()
    person.sends_video()
    person.sends_video_note()
    person.sends_document(b"x", f"{PLANTED}.pdf", "application/pdf")
    person.sends_location(50.9, 5.5)
    person.sends_venue()
    person.sends_sticker()
    person.sends_dice()
    person.sends_contact()
    person.sends_poll()
    person.forwards("x")
    person.sends_audio()
    person.sends_animation()
    person.edits(1, "y")
    person.taps(1, "1:x")
    person.blocks()
    person.unblocks()


def test_everything_a_phone_can_do_comes_through_without_its_owner(telegram: Telegram) -> None:
    telegram.updates.allow(ALLOWED)
    person = telegram.person(
        701, PLANTED, last_name=PLANTED, username=PLANTED, phone=f"+32{PLANTED}", language_code="bg"
    )
    _acts(person)
    for update in telegram.updates.first(100):
        kept = orjson.dumps(sanitised(update))
        assert PLANTED.encode() not in kept
        assert Update.de_json(orjson.loads(kept), None).update_id == update["update_id"]
