"""Help: the six things of the menu, or what staff can do; and an answer to a command that does not exist."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.commands import commands_of
from bot.domain.intents import Call
from bot.services.staff import COMMANDS
from bot.texts import Html
from handlers.menu import MENU
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH
from handlers.wishes import Typed


async def show(_: Update, context: BotContext) -> None:
    """/help."""
    await context.say("help" if context.turn.staff is None else "help-staff")


async def cry(_: Update, context: BotContext) -> None:
    """The word typed: it may be a cry for help, so the number for danger stands first."""
    await context.say("help-typed")


async def _help_typed(scene: Scene) -> Screen:
    words = (scene.text("typed-danger"), scene.text("help-residents"))
    return Screen(Html("\n\n".join(words)), keyboard=MENU)


async def _help(scene: Scene) -> Screen:
    return Screen(scene.text("help-residents"), keyboard=MENU)


async def _help_staff(scene: Scene) -> Screen:
    """What this role can do, a line for each command."""
    role = scene.turn.staff.role if scene.turn.staff else None
    commands = [f"/{name} · {scene.text(f'command-{name}')}" for name in commands_of(role)]
    begins = scene.text("help-cards", member=role.value if role else "none")
    return Screen(Html("\n".join([begins, "", *commands])))


async def _commands(scene: Scene) -> Screen:
    """What Telegram lists in this chat: for staff what their role can do, for everybody else what is said to all."""
    staff = scene.turn.staff
    scope = {"scope": {"type": "chat", "chat_id": scene.intent.chat}}
    if staff is None:
        return Screen(call=Call("deleteMyCommands", scope))
    listed = scene.texts.commands(scene.language, commands_of(staff.role))
    return Screen(call=Call("setMyCommands", {"commands": listed, **scope}))


VIEWS: Final[Mapping[str, View]] = {
    "help": _help,
    "help-typed": _help_typed,
    "help-staff": _help_staff,
    COMMANDS: _commands,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [CommandHandler("help", show, FRESH), MessageHandler(FRESH & Typed("help"), cry)]
