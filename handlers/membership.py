"""Where the bot is: stopped and started again by a person; never in a group or channel, which it leaves silently."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import ChatMember, Update
from telegram.ext import BaseHandler, ChatMemberHandler

from bot.context import BotContext
from bot.domain.intents import Call
from bot.domain.people import ChatId
from bot.services.groups import LEAVE
from handlers.render import Scene, Screen, View


class Elsewhere(BaseHandler[Update, BotContext, None]):
    """Whatever happens in a chat that is not private."""

    def check_update(self, update: object) -> bool:
        chat = update.effective_chat if isinstance(update, Update) else None
        return chat is not None and chat.type != chat.PRIVATE


async def leave(update: Update, context: BotContext) -> None:
    """Say nothing, and go."""
    chat, change = update.effective_chat, update.my_chat_member
    if chat is not None and not (change and _is_out(change.new_chat_member)):
        await context.services.groups.leave(ChatId(chat.id), joined=change is not None)


async def changed(update: Update, context: BotContext) -> None:
    """A person has stopped the bot, or started it again; of a stranger nothing is kept."""
    if update.my_chat_member is None or context.turn.person is None:
        return
    is_blocked = _is_out(update.my_chat_member.new_chat_member)
    await context.services.people.block(blocked=is_blocked)
    if is_blocked:
        await context.services.erasure.stranger()


def _is_out(member: ChatMember) -> bool:
    return member.status in {ChatMember.BANNED, ChatMember.LEFT}


async def _leave_view(scene: Scene) -> Screen:
    return Screen(call=Call("leaveChat", {"chat_id": scene.intent.chat}))


VIEWS: Final[Mapping[str, View]] = {LEAVE: _leave_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [Elsewhere(leave), ChatMemberHandler(changed, ChatMemberHandler.MY_CHAT_MEMBER)]
