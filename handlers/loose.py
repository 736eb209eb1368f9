"""Loose messages: by just writing a report begins; while cases are open it is asked where the words belong."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import Case
from bot.domain.intents import Button
from bot.services.cases import Cases
from bot.services.held import HELD
from handlers.adding import add_to, added_by_reply
from handlers.buttons import arguments, button, named, number, pressed
from handlers.drafting import part_of, show_draft
from handlers.phrases import case_line
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, WORDS, InStep

MOST_OFFERED: Final = 6


async def take(update: Update, context: BotContext) -> None:
    """Somebody just wrote, spoke or sent something."""
    if await added_by_reply(update, context):
        return
    if await context.services.cases.mine(open_only=True):
        await _hold(update, context)
    else:
        await context.services.drafts.receive(part_of(update))
        await context.services.common.recognise()
        await show_draft(context)


async def hold(update: Update, context: BotContext) -> None:
    """More came while words are held; a reply goes to its own case."""
    if not await added_by_reply(update, context):
        await _hold(update, context)


async def _hold(update: Update, context: BotContext) -> None:
    """It may belong to a case: ask to this one, that one or something new."""
    version = await context.services.held.hold(part_of(update))
    await context.say("which-case", version=version)


async def choose(update: Update, context: BotContext) -> None:
    """It belongs to this case."""
    version, wanted = arguments(update, 2)
    case = await context.services.cases.own(number(wanted))
    parts = await context.services.held.take(number(version))
    await context.show("which-chosen", number=case.number)
    await add_to(context, case, *parts)


async def report(update: Update, context: BotContext) -> None:
    """It is something new."""
    await context.services.held.report(number(*arguments(update, 1)))
    await context.services.common.recognise()
    await show_draft(context)


async def drop(update: Update, context: BotContext) -> None:
    """It is nothing."""
    await context.services.held.take(number(*arguments(update, 1)))
    await context.show("draft-stopped")


async def _which(scene: Scene) -> Screen:
    version = scene.intent.values["version"]
    cases = await Cases(scene.turn).mine(open_only=True)
    rows = tuple((_button(scene, case, version),) for case in cases[:MOST_OFFERED])
    new = button("which-new", "h-new", version)
    return Screen(scene.text("which-case"), (*rows, (new,), (button("draft-stop", "h-stop", version),)))


def _button(scene: Scene, case: Case, version: object) -> Button:
    return named(case_line(scene, case), "h-case", version, case.id)


VIEWS: Final[Mapping[str, View]] = {"which-case": _which}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("h-case", choose),
        pressed("h-new", report),
        pressed("h-stop", drop),
        MessageHandler(FRESH & InStep(HELD) & WORDS, hold),
        MessageHandler(FRESH & WORDS & ~FROM_STAFF, take),
    ]
