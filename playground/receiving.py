"""The methods by which a bot hears and asks: updates, webhooks, files, chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.groups import member_change
from playground.params import Params
from playground.refusals import bad_request, conflict, too_many_requests
from playground.sending import chat_of
from playground.wire import JSON

if TYPE_CHECKING:  # the methods' only link to the state
    from playground.telegram import Telegram

LONGEST_POLL = 50
CLOSABLE_AFTER = 600
GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


async def get_updates(telegram: Telegram, params: Params) -> list[JSON]:
    if telegram.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            rule="getUpdates: will not work if an outgoing webhook is set up",
        )
    if params.given.get("allowed_updates") is not None:
        telegram.updates.allow(map(str, params.listed("allowed_updates")))
    wait = max(0, min(params.number("timeout"), LONGEST_POLL))
    return await telegram.updates.poll(params.number("offset"), params.number("limit", 100), wait)


def set_webhook(telegram: Telegram, params: Params) -> bool:
    telegram.webhook.set(params)
    telegram.updates.end_poll(
        conflict("terminated by setWebhook request", rule="getUpdates: not beside a webhook")
    )
    if params.given.get("allowed_updates") is not None:
        telegram.updates.allow(map(str, params.listed("allowed_updates")))
    if params.flag("drop_pending_updates"):
        telegram.updates.forget_all()
    return True


def delete_webhook(telegram: Telegram, params: Params) -> bool:
    telegram.webhook.drop()
    if params.flag("drop_pending_updates"):
        telegram.updates.forget_all()
    return True


def get_webhook_info(telegram: Telegram, _params: Params) -> JSON:
    return telegram.webhook.info(len(telegram.updates), telegram.updates.allowed)


def get_file(telegram: Telegram, params: Params) -> JSON:
    return telegram.files.link(params.required("file_id"))


def get_chat(telegram: Telegram, params: Params) -> JSON:
    """The ChatFullInfo, with the fields that clients insist on."""
    chat = chat_of(telegram, params)
    full = chat.wire | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if chat.pinned in chat.kept:
        full["pinned_message"] = chat.kept[chat.pinned].wire
    return full


def leave_chat(telegram: Telegram, params: Params) -> bool:
    chat = chat_of(telegram, params)
    if chat.is_private:
        raise bad_request("chat not found", rule="leaveChat: a group, supergroup or channel")
    chat.standing = "left"
    telegram.updates.add("my_chat_member", member_change(telegram, chat, telegram.bot, "member", "left"))
    return True


def log_out(telegram: Telegram, _params: Params) -> bool:
    telegram.logged_out = True
    return True


def close(telegram: Telegram, _params: Params) -> bool:
    wait = telegram.started_at + CLOSABLE_AFTER - telegram.monotonic()
    if wait > 0:
        raise too_many_requests(
            int(wait) + 1, rule="close: error 429 in the first 10 minutes after the launch"
        )
    return True
