"""The table of methods: what this local Telegram can do, and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from playground import editing, media, presenting, receiving, sending
from playground.params import Params

if TYPE_CHECKING:  # the methods' only link to the state
    from playground.telegram import Telegram


class Pacing(Enum):
    """Which of Telegram's rates a call counts for."""

    NONE = 0
    EDIT = 1  # the bot as a whole
    MESSAGE = 2  # the bot as a whole and the chat


class Method(NamedTuple):
    run: Callable[[Telegram, Params], Any | Awaitable[Any]]
    pacing: Pacing = Pacing.NONE


def _message(run: Callable[[Telegram, Params], Any]) -> Method:
    return Method(run, Pacing.MESSAGE)


def _edit(run: Callable[[Telegram, Params], Any]) -> Method:
    return Method(run, Pacing.EDIT)


_NAMED: Final[dict[str, Method]] = {
    "getMe": Method(presenting.get_me),
    "logOut": Method(receiving.log_out),
    "close": Method(receiving.close),
    "getUpdates": Method(receiving.get_updates),
    "setWebhook": Method(receiving.set_webhook),
    "deleteWebhook": Method(receiving.delete_webhook),
    "getWebhookInfo": Method(receiving.get_webhook_info),
    "sendMessage": _message(sending.send_message),
    "copyMessage": _message(sending.copy_message),
    "sendPhoto": _message(media.sender_of("photo")),
    "sendVoice": _message(media.sender_of("voice")),
    "sendVideo": _message(media.sender_of("video")),
    "sendVideoNote": _message(media.sender_of("video_note")),
    "sendAudio": _message(media.sender_of("audio")),
    "sendDocument": _message(media.sender_of("document")),
    "sendAnimation": _message(media.sender_of("animation")),
    "sendMediaGroup": _message(media.send_media_group),
    "sendLocation": _message(sending.send_location),
    "sendVenue": _message(sending.send_venue),
    "sendPoll": _message(sending.send_poll),
    "sendChatAction": Method(sending.send_chat_action),
    "editMessageText": _edit(editing.edit_message_text),
    "editMessageCaption": _edit(editing.edit_message_caption),
    "editMessageReplyMarkup": _edit(editing.edit_message_reply_markup),
    "deleteMessage": Method(editing.delete_message),
    "deleteMessages": Method(editing.delete_messages),
    "pinChatMessage": Method(editing.pin_chat_message),
    "answerCallbackQuery": Method(editing.answer_callback_query),
    "getFile": Method(receiving.get_file),
    "getChat": Method(receiving.get_chat),
    "leaveChat": Method(receiving.leave_chat),
    "setMyCommands": Method(presenting.set_my_commands),
    "getMyCommands": Method(presenting.get_my_commands),
    "deleteMyCommands": Method(presenting.delete_my_commands),
    "setMyName": Method(presenting.setter_of("name", 64)),
    "getMyName": Method(presenting.getter_of("name")),
    "setMyDescription": Method(presenting.setter_of("description", 512)),
    "getMyDescription": Method(presenting.getter_of("description")),
    "setMyShortDescription": Method(presenting.setter_of("short_description", 120)),
    "getMyShortDescription": Method(presenting.getter_of("short_description")),
    "setChatMenuButton": Method(presenting.set_chat_menu_button),
    "getChatMenuButton": Method(presenting.get_chat_menu_button),
}
METHODS: Final = {name.lower(): method for name, method in _NAMED.items()}
PROPER_NAME: Final = {name.lower(): name for name in _NAMED}
