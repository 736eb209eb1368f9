"""The methods by which a bot presents itself: commands, name, descriptions, menu button."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playground.params import Params
from playground.profile import Scope
from playground.refusals import bad_request
from playground.sending import chat_of
from playground.wire import JSON, utf16_length

if TYPE_CHECKING:  # the methods' only link to the state
    from playground.telegram import Telegram

Method = Callable[["Telegram", Params], Any]
SCOPES = frozenset({
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
    "chat", "chat_administrators", "chat_member",
})  # fmt: skip
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"([a-z]{2})?")


def get_me(telegram: Telegram, _params: Params) -> JSON:
    return telegram.profile.me()


def set_my_commands(telegram: Telegram, params: Params) -> bool:
    commands = [_command(item) for item in params.objects("commands")]
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH", rule="setMyCommands.commands: at most 100 commands")
    scope = _scope(telegram, params)
    telegram.profile.commands[scope, _language(params)] = commands
    telegram.refresh_commands(scope)
    return True


def get_my_commands(telegram: Telegram, params: Params) -> list[JSON]:
    return telegram.profile.commands.get((_scope(telegram, params), _language(params)), [])


def delete_my_commands(telegram: Telegram, params: Params) -> bool:
    scope = _scope(telegram, params)
    telegram.profile.commands.pop((scope, _language(params)), None)
    telegram.refresh_commands(scope)
    return True


def setter_of(field: str, most: int) -> Method:
    """Make setMyName and its siblings: `field` is the parameter, `most` its length in UTF-16 units."""

    def put(telegram: Telegram, params: Params) -> bool:
        text = params.text(field)
        if utf16_length(text) > most:
            raise bad_request(f"BOT_{field.upper()}_INVALID", rule=f"{field}: 0-{most} characters")
        telegram.profile.texts_of(field)[_language(params)] = text
        telegram.refresh_name()
        telegram.watch.emit(telegram.profile.shown(None))
        return True

    return put


def getter_of(field: str) -> Method:
    """Make getMyName and its siblings: the text of that language, or of the bot for all others."""

    def take(telegram: Telegram, params: Params) -> JSON:
        return {field: telegram.profile.shown(_language(params))[field]}

    return take


def set_chat_menu_button(telegram: Telegram, params: Params) -> bool:
    button = params.fields("menu_button") or {"type": "default"}
    if button.get("type") not in {"commands", "web_app", "default"}:
        raise bad_request(
            "wrong menu button type specified", rule="MenuButton.type: commands, web_app or default"
        )
    chat_id = chat_of(telegram, params).id if params.given.get("chat_id") else 0
    telegram.profile.menu_buttons[chat_id] = button
    return True


def get_chat_menu_button(telegram: Telegram, params: Params) -> JSON:
    buttons = telegram.profile.menu_buttons
    return buttons.get(params.number("chat_id")) or buttons.get(0) or {"type": "default"}


def _command(item: JSON) -> JSON:
    name, description = str(item.get("command", "")).removeprefix("/"), str(item.get("description", ""))
    if not COMMAND.fullmatch(name):
        raise bad_request(
            "BOT_COMMAND_INVALID",
            rule="BotCommand.command: 1-32 lowercase Latin letters, digits and underscores",
        )
    if not 1 <= utf16_length(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID", rule="BotCommand.description: 1-256 characters")
    return {"command": name, "description": description}


def _scope(telegram: Telegram, params: Params) -> Scope:
    scope = params.fields("scope") or {"type": "default"}
    kind = scope.get("type")
    if not isinstance(kind, str) or kind not in SCOPES:
        raise bad_request("unsupported scope specified", rule="BotCommandScope.type: one of the seven scopes")
    if not kind.startswith("chat"):
        return kind, None, None
    chat = chat_of(telegram, Params(scope))
    return kind, chat.id, Params(scope).number("user_id") or None


def _language(params: Params) -> str:
    code = params.text("language_code")
    if not LANGUAGE.fullmatch(code):
        raise bad_request(
            "invalid language code specified", rule="language_code: two letters (ISO 639-1) or empty"
        )
    return code
