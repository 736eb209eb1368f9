"""Changing what was sent: edits, deletions, pins, and the answer to a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.chats import Chat, Kept
from playground.keyboards import checked_markup, only_inline
from playground.params import Params
from playground.refusals import bad_request
from playground.sending import chat_of, open_chat_of, read_caption, read_text
from playground.wire import JSON, utf16_length

if TYPE_CHECKING:  # the methods' only link to the state
    from playground.telegram import Telegram

DELETABLE_SECONDS = 48 * 3600
PRESS_SECONDS = 15
MOST_DELETED = 100


def edit_message_text(telegram: Telegram, params: Params) -> JSON:
    chat, kept = _editable(telegram, params)
    if "text" not in kept.wire:
        raise bad_request(
            "there is no text in the message to edit", rule="editMessageText: for text messages"
        )
    changes: JSON = {"text": None, "entities": None, "link_preview_options": None} | read_text(params)
    if preview := params.fields("link_preview_options"):
        changes["link_preview_options"] = preview
    return _edited(telegram, chat, kept, changes | _new_markup(chat, params))


def edit_message_caption(telegram: Telegram, params: Params) -> JSON:
    chat, kept = _editable(telegram, params)
    if "text" in kept.wire or not _may_have_caption(kept.wire):
        raise bad_request(
            "there is no caption in the message to edit", rule="editMessageCaption: for messages with media"
        )
    changes: JSON = {"caption": None, "caption_entities": None} | read_caption(
        params.text("caption"), params.text("parse_mode"), params.objects("caption_entities")
    )
    return _edited(telegram, chat, kept, changes | _new_markup(chat, params))


def edit_message_reply_markup(telegram: Telegram, params: Params) -> JSON:
    chat, kept = _editable(telegram, params)
    return _edited(telegram, chat, kept, _new_markup(chat, params))


def delete_message(telegram: Telegram, params: Params) -> bool:
    chat = chat_of(telegram, params)
    message_id = params.number("message_id")
    if message_id not in chat.kept:
        raise bad_request(
            "message to delete not found", rule="deleteMessage.message_id must be a message of the chat"
        )
    if not _is_deletable(telegram, chat, chat.kept[message_id]):
        raise bad_request(
            "message can't be deleted for everyone",
            rule="deleteMessage: sent less than 48 hours ago, and the bot's own outside private chats",
        )
    telegram.remove(chat, message_id)
    return True


def delete_messages(telegram: Telegram, params: Params) -> bool:
    chat = chat_of(telegram, params)
    numbers = params.numbers("message_ids")
    if not 1 <= len(numbers) <= MOST_DELETED:
        raise bad_request(
            "message identifiers are not specified"
            if not numbers
            else "too many message identifiers specified",
            rule="deleteMessages.message_ids: a list of 1-100 identifiers",
        )
    for number in numbers:
        if number in chat.kept and _is_deletable(telegram, chat, chat.kept[number]):
            telegram.remove(chat, number)
    return True


def pin_chat_message(telegram: Telegram, params: Params) -> bool:
    chat = open_chat_of(telegram, params)
    message_id = params.number("message_id")
    if message_id not in chat.kept:
        raise bad_request(
            "message to pin not found", rule="pinChatMessage.message_id must be a message of the chat"
        )
    chat.pinned = message_id
    telegram.watch.emit({"type": "pin", "chat": chat.id, "message_id": message_id})
    return True


def answer_callback_query(telegram: Telegram, params: Params) -> bool:
    press = telegram.presses.get(params.text("callback_query_id"))
    now = telegram.monotonic()
    if press is None or now - press.pressed_at > PRESS_SECONDS:
        raise bad_request(
            "query is too old and response timeout expired or query ID is invalid",
            rule="answerCallbackQuery: within about 15 seconds, with the id of the query",
        )
    text = params.text("text")
    if utf16_length(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG", rule="answerCallbackQuery.text: 0-200 characters")
    if not press.answered:
        press.answered, press.text, press.alert = True, text or None, params.flag("show_alert")
        press.seconds, press.url = now - press.pressed_at, params.text("url") or None
        telegram.watch.emit(press.as_event())
    return True


def _editable(telegram: Telegram, params: Params) -> tuple[Chat, Kept]:
    if params.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID", rule="inline_message_id: this bot sends no inline messages")
    chat = open_chat_of(telegram, params)
    kept = chat.kept.get(params.number("message_id"))
    if kept is None:
        raise bad_request("message to edit not found", rule="message_id must be a message of the chat")
    if kept.outgoing or kept.fixed:
        raise bad_request(
            "message can't be edited",
            rule="Editing: the bot's own messages without reply_markup or with an inline keyboard",
        )
    return chat, kept


def _new_markup(chat: Chat, params: Params) -> JSON:
    # An edit without reply_markup takes the keyboard away.
    markup = checked_markup(params.decoded("reply_markup"), private=chat.is_private)
    return {"reply_markup": only_inline(markup)}


def _edited(telegram: Telegram, chat: Chat, kept: Kept, changes: JSON) -> JSON:
    if all(kept.wire.get(name) == value for name, value in changes.items()):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same"
            " as a current content and reply markup of the message",
            rule="Editing: the new content or keyboard must differ from the current one",
        )
    return telegram.change(chat, kept, changes | {"edit_date": int(telegram.clock())})


def _may_have_caption(wire: JSON) -> bool:
    return any(kind in wire for kind in ("photo", "video", "voice", "audio", "document", "animation"))


def _is_deletable(telegram: Telegram, chat: Chat, kept: Kept) -> bool:
    young = telegram.clock() - kept.wire["date"] < DELETABLE_SECONDS
    return young and (chat.is_private or not kept.outgoing)
