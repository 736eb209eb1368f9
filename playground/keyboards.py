"""Keyboards as Telegram checks them before it shows them."""

from __future__ import annotations

import re
from typing import Any

from playground.refusals import bad_request
from playground.wire import JSON

MOST_DATA_BYTES = 64
MOST_BUTTONS = 100
ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
    "pay",
)
ADDRESS = re.compile(r"(https?://|tg://)?[^\s/]+\.[^\s]+$|tg://\S+$|https?://\S+$")


def checked_markup(raw: Any, *, private: bool) -> JSON | None:
    """The markup, or None for an absent or empty one. Raises Refusal for what Telegram refuses."""
    if raw is None or raw == {}:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup", rule="Parameter reply_markup is an object")
    if "inline_keyboard" in raw:
        return _inline(raw["inline_keyboard"])
    if "keyboard" in raw:
        return raw | {"keyboard": _replies(raw["keyboard"], private=private)}
    return raw


def only_inline(markup: JSON | None) -> JSON | None:
    """What an edit may carry: inline keyboards alone."""
    if markup and "inline_keyboard" not in markup:
        raise bad_request(
            "inline keyboard expected", rule="Editing messages: reply_markup is an InlineKeyboardMarkup"
        )
    return markup


def _inline(rows: Any) -> JSON | None:
    kept = [[_inline_button(button) for button in row] for row in _rows(rows, "inline") if row]
    if sum(len(row) for row in kept) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG", rule="A keyboard holds at most 100 buttons")
    return {"inline_keyboard": kept} if kept else None


def _rows(rows: Any, kind: str) -> list[list[Any]]:
    if isinstance(rows, list) and all(isinstance(row, list) for row in rows):
        return rows
    raise bad_request(
        f'field "{"inline_keyboard" if kind == "inline" else "keyboard"}" must be of type Array',
        rule="Keyboards are an Array of Array of buttons",
    )


def _inline_button(button: Any) -> JSON:
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request(
            "can't parse inline keyboard button: inline keyboard button text must be non-empty",
            rule="InlineKeyboardButton.text is required",
        )
    actions = [action for action in ACTIONS if button.get(action) is not None]
    if len(actions) != 1:
        raise bad_request(
            "can't parse inline keyboard button: text buttons are unallowed in the inline keyboard",
            rule="InlineKeyboardButton: exactly one of the optional fields must be used",
        )
    _check_data(button)
    _check_address(button)
    return {name: value for name, value in button.items() if value is not None}


def _check_data(button: JSON) -> None:
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID", rule="InlineKeyboardButton.callback_data has 1-64 bytes")


def _check_address(button: JSON) -> None:
    address = button.get("url")
    if address is not None and not ADDRESS.match(str(address)):
        raise bad_request(
            f"inline keyboard button URL '{address}' is invalid: wrong HTTP URL",
            rule="InlineKeyboardButton.url is an HTTP or tg:// URL",
        )


def _replies(rows: Any, *, private: bool) -> list[list[JSON]]:
    return [[_reply_button(button, private=private) for button in row] for row in _rows(rows, "reply") if row]


def _reply_button(button: Any, *, private: bool) -> JSON:
    written: JSON = {"text": button} if isinstance(button, str) else button
    if not isinstance(written, dict) or not written.get("text"):
        raise bad_request(
            "can't parse keyboard button: keyboard button text must be non-empty",
            rule="KeyboardButton.text is required",
        )
    for wish, words in (("request_location", "location"), ("request_contact", "phone number")):
        if written.get(wish) and not private:
            raise bad_request(
                f"{words} can be requested in private chats only",
                rule=f"KeyboardButton.{wish}: available in private chats only",
            )
    return written
