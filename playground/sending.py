"""The send methods without files, and what every new message has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.chats import Chat
from playground.entities import formatted
from playground.keyboards import checked_markup
from playground.params import Params
from playground.people import quoted
from playground.refusals import Refusal, bad_request, forbidden, upgraded
from playground.wire import JSON, utf16_length, without_empty

if TYPE_CHECKING:  # the methods' only link to the state, which also starts from here
    from playground.telegram import Telegram

MOST_TEXT = 4096
MOST_CAPTION = 1024
TYPING_SECONDS = 5
CHAT_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip
NO_ENTRY = {
    "stranger": forbidden(
        "bot can't initiate conversation with a user", rule="Bots FAQ: a person must write to the bot first"
    ),
    "blocked": forbidden("bot was blocked by the user", rule="Bots FAQ: a person may block the bot"),
    "left": forbidden("bot is not a member of the group chat", rule="leaveChat: the bot has left"),
    "kicked": forbidden("bot was kicked from the group chat", rule="ChatMemberBanned: the bot was removed"),
}


def chat_of(telegram: Telegram, params: Params, name: str = "chat_id") -> Chat:
    """The chat a call names; raises Refusal when there is none or it has moved."""
    given = params.given.get(name)
    if given is None or given == "":
        raise bad_request("chat_id is empty", rule="Parameter chat_id is required")
    try:
        chat = telegram.chats.get(int(given))
    except (TypeError, ValueError):
        chat = None
    if chat is None:
        raise bad_request("chat not found", rule="chat_id must be a chat this bot can know")
    if chat.moved_to is not None:
        raise upgraded(chat.moved_to)
    return chat


def open_chat_of(telegram: Telegram, params: Params) -> Chat:
    """As `chat_of`, and the bot may write there; raises Refusal (403) when it may not."""
    chat = chat_of(telegram, params)
    if chat.standing != "member":
        refused = NO_ENTRY[chat.standing]
        raise Refusal(refused.code, refused.description, rule=refused.rule)
    return chat


def read_text(params: Params, *, name: str = "text") -> JSON:
    """The fields `text` and `entities` of a message; raises Refusal when empty, too long or badly marked up."""
    written = params.text(name)
    if not written:
        raise bad_request(
            "message text is empty", rule="sendMessage.text: 1-4096 characters after entities parsing"
        )
    text, entities = formatted(written, params.text("parse_mode"), params.objects("entities"))
    if not text:
        raise bad_request(
            "text must be non-empty", rule="sendMessage.text: 1-4096 characters after entities parsing"
        )
    if utf16_length(text) > MOST_TEXT:
        raise bad_request(
            "message is too long", rule="sendMessage.text: 1-4096 characters after entities parsing"
        )
    return {"text": text, "entities": entities} if entities else {"text": text}


def read_caption(written: str | None, parse_mode: str | None, given: list[JSON] | None) -> JSON:
    """The fields `caption` and `caption_entities`; empty without a caption. Raises Refusal when too long."""
    if not written:
        return {}
    caption, entities = formatted(written, parse_mode, given)
    if utf16_length(caption) > MOST_CAPTION:
        raise bad_request(
            "message caption is too long", rule="caption: 0-1024 characters after entities parsing"
        )
    return without_empty(caption=caption or None, caption_entities=entities or None)


def deliver(telegram: Telegram, chat: Chat, content: JSON, params: Params) -> JSON:
    """A new message of the bot, with what all of them may carry: an answer, a keyboard, protection."""
    given = params.given
    extra: JSON = {}
    markup = (
        checked_markup(params.decoded("reply_markup"), private=chat.is_private)
        if "reply_markup" in given
        else None
    )
    if "reply_parameters" in given or "reply_to_message_id" in given:
        extra |= _answered(chat, params)
    if given.get("protect_content") and params.flag("protect_content"):
        extra["has_protected_content"] = True
    inline = markup is not None and "inline_keyboard" in markup
    if inline:
        extra["reply_markup"] = markup
    wire = telegram.post(chat, content | extra, sender=telegram.bot, fixed=markup is not None and not inline)
    if markup and not inline:
        _show_keyboard(telegram, chat, markup)
    return wire


def send_message(telegram: Telegram, params: Params) -> JSON:
    chat = open_chat_of(telegram, params)
    content = read_text(params)
    if preview := params.fields("link_preview_options"):
        content["link_preview_options"] = preview
    return deliver(telegram, chat, content, params)


def send_location(telegram: Telegram, params: Params) -> JSON:
    chat = open_chat_of(telegram, params)
    return deliver(telegram, chat, {"location": _place(params)}, params)


def send_venue(telegram: Telegram, params: Params) -> JSON:
    chat = open_chat_of(telegram, params)
    place = {"location": _place(params)}
    venue = place | {"title": params.required("title"), "address": params.required("address")}
    return deliver(telegram, chat, place | {"venue": venue}, params)


def send_poll(telegram: Telegram, params: Params) -> JSON:
    chat = open_chat_of(telegram, params)
    question = params.required("question")
    options = [_option(option) for option in params.listed("options")]
    _check_poll(question, options)
    poll = telegram.polls.new(
        question,
        options,
        anonymous=params.flag("is_anonymous", default=True),
        multiple=params.flag("allows_multiple_answers"),
    )
    return deliver(telegram, chat, {"poll": poll}, params)


def send_chat_action(telegram: Telegram, params: Params) -> bool:
    chat = open_chat_of(telegram, params)
    action = params.text("action")
    if action not in CHAT_ACTIONS:
        raise bad_request(
            "wrong parameter action in request", rule="sendChatAction.action: one of the listed actions"
        )
    chat.typing_action, chat.typing_until = action, telegram.clock() + TYPING_SECONDS
    telegram.watch.emit({"type": "typing", "chat": chat.id, "until": chat.typing_until})
    return True


def copy_message(telegram: Telegram, params: Params) -> JSON:
    chat, source = open_chat_of(telegram, params), chat_of(telegram, params, "from_chat_id")
    kept = source.kept.get(params.number("message_id"))
    if kept is None:
        raise bad_request(
            "message to copy not found", rule="copyMessage.message_id must be a message of the chat"
        )
    own = {
        "message_id",
        "from",
        "chat",
        "date",
        "reply_markup",
        "reply_to_message",
        "edit_date",
        "media_group_id",
    }
    content = {name: value for name, value in kept.wire.items() if name not in own and "forward" not in name}
    if "caption" in params.given and "text" not in content:
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= read_caption(
            params.text("caption"), params.text("parse_mode"), params.objects("caption_entities")
        )
    return {"message_id": deliver(telegram, chat, content, params)["message_id"]}


def _answered(chat: Chat, params: Params) -> JSON:
    wish = params.fields("reply_parameters") or {"message_id": params.number("reply_to_message_id")}
    lenient = wish.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply")
    number = Params(wish).number("message_id")
    kept = chat.kept.get(number)
    if kept is None and (lenient or not number):
        return {}
    if kept is None:
        raise bad_request(
            "message to be replied not found", rule="ReplyParameters.message_id must be a message of the chat"
        )
    return {"reply_to_message": quoted(kept)} | _quotation(kept.wire, wish.get("quote"))


def _quotation(wire: JSON, quote: Any) -> JSON:
    if not quote:
        return {}
    place = str(wire.get("text") or wire.get("caption") or "").find(str(quote))
    if place < 0:
        raise bad_request(
            "QUOTE_TEXT_INVALID", rule="ReplyParameters.quote must be an exact part of the message"
        )
    return {"quote": {"text": quote, "position": place, "is_manual": True}}


def _show_keyboard(telegram: Telegram, chat: Chat, markup: JSON) -> None:
    if "keyboard" in markup:
        telegram.set_keyboard(chat, markup)
    elif markup.get("remove_keyboard"):
        telegram.set_keyboard(chat, None)


def _place(params: Params) -> JSON:
    latitude, longitude = params.decimal("latitude"), params.decimal("longitude")
    if latitude is None or longitude is None:
        missing = "latitude" if latitude is None else "longitude"
        raise bad_request(f"{missing} is empty", rule=f"Parameter {missing} is required")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong location coordinates specified", rule="Location: degrees on the earth")
    live = {"live_period": params.number("live_period")} if params.number("live_period") else {}
    return {"latitude": latitude, "longitude": longitude} | live


def _option(given: Any) -> str:
    return str(given.get("text") or "") if isinstance(given, dict) else str(given)


def _check_poll(question: str, options: list[str]) -> None:
    if utf16_length(question) > 300:
        raise bad_request(
            "poll question length must not exceed 300", rule="sendPoll.question: 1-300 characters"
        )
    if not 1 <= len(options) <= 12:
        raise bad_request(
            "poll must have from 1 to 12 options", rule="sendPoll.options: a list of 1-12 options"
        )
    if any(not option or utf16_length(option) > 100 for option in options):
        raise bad_request(
            "poll options length must not exceed 100", rule="InputPollOption.text: 1-100 characters"
        )
