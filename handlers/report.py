"""A report: from the menu or by just writing; what happened, going on, going back, leaving it."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.city import WijkId
from bot.domain.drafts import Draft
from bot.domain.errors import ButtonExpired
from bot.services.drafts import DRAFT
from handlers.adding import added_by_reply
from handlers.buttons import button, pressed
from handlers.drafting import (
    begin,
    command_text,
    draft_pressed,
    draft_view,
    leave_keyboard,
    leaving,
    part_of,
    show_draft,
    show_taken,
)
from handlers.menu import BACK, REPORT, STOP, show_menu
from handlers.render import Scene, Screen, View
from handlers.spoken_for import ask_text
from handlers.steps import FRESH, FROM_STAFF, WORDS, InStep, Labelled


async def start(update: Update, context: BotContext) -> None:
    """/melden, or the menu: a report begins."""
    await begin(context, CaseKind.SIGNAL, command_text(update))


async def take(update: Update, context: BotContext) -> None:
    """Words, pictures, sound or a place, while something is being written."""
    if await added_by_reply(update, context):
        return
    drafts = context.services.drafts
    before, rested = drafts.now(), drafts.rested
    await drafts.receive(part_of(update))
    if before is not None and before.empty and before.kind is CaseKind.QUESTION:
        await context.services.common.recognise()
    await show_taken(context, before, rested=rested)


async def go_on(update: Update, context: BotContext) -> None:
    """To the first question that is still open: what was begun, or the words are complete."""
    draft, _ = draft_pressed(update, context)
    await context.services.drafts.keep(draft.onward())
    await show_draft(context, draft)


async def go_on_at_poster(update: Update, context: BotContext) -> None:
    """The same, from the poster of a wijk: that is where it is, unless another place was given."""
    draft, (wijk,) = draft_pressed(update, context, 1)
    known = context.turn.city.wijk(wijk).id
    await context.services.drafts.keep(draft.at_poster(known))
    await show_draft(context, draft)


async def begin_anew(update: Update, context: BotContext) -> None:
    """What was begun is dropped."""
    draft, (kind,) = draft_pressed(update, context, 1)
    await _begin_anew(context, draft, kind)


async def begin_anew_at_poster(update: Update, context: BotContext) -> None:
    """The same, from the poster of a wijk."""
    draft, (kind, wijk) = draft_pressed(update, context, 2)
    await _begin_anew(context, draft, kind, context.turn.city.wijk(wijk).id)


async def _begin_anew(context: BotContext, draft: Draft, kind: str, wijk: WijkId | None = None) -> None:
    if kind not in set(CaseKind):
        raise ButtonExpired
    await context.services.drafts.begin(CaseKind(kind), wijk=wijk)
    await show_draft(context, draft)


async def back(update: Update, context: BotContext) -> None:
    """To the screen before; from the first one out, and what was written waits."""
    draft, _ = draft_pressed(update, context)
    await _go_back(context, draft)


async def _go_back(context: BotContext, draft: Draft) -> None:
    before = draft.backward()
    if before is not None:
        await context.services.drafts.keep(before)
        await show_draft(context, draft)
    elif draft.empty:
        await _drop(context, draft)
    else:
        await context.show("draft-kept")


async def stop(update: Update, context: BotContext) -> None:
    """Everything is dropped."""
    draft, _ = draft_pressed(update, context)
    await _drop(context, draft)


async def stop_from_keyboard(_: Update, context: BotContext) -> None:
    """Stop, from the keyboard with the location button."""
    if draft := context.services.drafts.now():
        await _drop(context, draft)


async def back_from_keyboard(_: Update, context: BotContext) -> None:
    """Back, from the keyboard with the location button."""
    if draft := context.services.drafts.now():
        await _go_back(context, draft)


async def _drop(context: BotContext, draft: Draft) -> None:
    await context.services.drafts.drop()
    await leave_keyboard(context, draft)
    await context.show("draft-stopped")


async def show_menu_again(_: Update, context: BotContext) -> None:
    """Back or Stop on a keyboard that outlived its question."""
    await show_menu(context)


def _words(scene: Scene, draft: Draft) -> Screen:
    if not draft.parts:
        return Screen(scene.text(ask_text(draft), kind=draft.kind.value), (leaving(draft),))
    go_on_button = button("draft-go-on", "d-go", draft.version)
    return Screen(scene.text("draft-ask-more"), ((go_on_button,), leaving(draft)))


def _rewrite(scene: Scene, draft: Draft) -> Screen:
    return Screen(scene.text("draft-rewrite"), (leaving(draft),))


VIEWS: Final[Mapping[str, View]] = {
    "draft-words": draft_view(_words),
    "draft-rewrite": draft_view(_rewrite),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("melden", start, FRESH & ~FROM_STAFF),
        MessageHandler(FRESH & Labelled(REPORT) & ~FROM_STAFF, start),
        MessageHandler(FRESH & InStep(DRAFT) & Labelled(STOP), stop_from_keyboard),
        MessageHandler(FRESH & InStep(DRAFT) & Labelled(BACK), back_from_keyboard),
        MessageHandler(FRESH & (Labelled(STOP) | Labelled(BACK)), show_menu_again),
        pressed("d-go", go_on),
        pressed("d-go-at", go_on_at_poster),
        pressed("d-new", begin_anew),
        pressed("d-new-at", begin_anew_at_poster),
        pressed("d-back", back),
        pressed("d-stop", stop),
        MessageHandler(FRESH & InStep(DRAFT) & WORDS, take),
    ]
