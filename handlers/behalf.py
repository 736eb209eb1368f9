"""Staff report: /namens for somebody without Telegram who agrees to it, /melden for what they saw or heard themselves."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.cases import CaseKind, Origin, Words
from bot.domain.drafts import Part
from bot.domain.errors import ButtonExpired, DraftWaits, NotYourRole
from bot.domain.permissions import may_observe, may_speak_for
from bot.services.announcements import ANNOUNCING
from handlers.buttons import button, pressed, row
from handlers.drafting import command_text, draft_pressed, show_draft
from handlers.render import View
from handlers.steps import FRESH, FROM_STAFF

_MAY: Final = {Origin.BEHALF: may_speak_for, Origin.OBSERVED: may_observe}


async def speak_for(update: Update, context: BotContext) -> None:
    """/namens: a report for somebody who stands beside one."""
    await _begin(context, Origin.BEHALF, command_text(update))


async def observe(update: Update, context: BotContext) -> None:
    """/melden by staff: a case without a reporter."""
    await _begin(context, Origin.OBSERVED, command_text(update))


async def begin_anew(update: Update, context: BotContext) -> None:
    """What was begun is dropped."""
    _, (origin,) = draft_pressed(update, context, 1)
    if origin not in set(_MAY):
        raise ButtonExpired
    _require_role(context, Origin(origin))
    await context.services.drafts.begin(CaseKind.SIGNAL, origin=Origin(origin))
    await show_draft(context)


async def agree(update: Update, context: BotContext) -> None:
    """☐: the person agrees; pressed again it is not so."""
    draft, _ = draft_pressed(update, context)
    if draft.origin is not Origin.BEHALF:
        raise ButtonExpired
    await context.services.drafts.agree(draft)
    await show_draft(context, draft)


async def _begin(context: BotContext, origin: Origin, text: str) -> None:
    """Begin, or first ask what to do with what was begun before."""
    _require_role(context, origin)
    _refuse_while_something_waits(context)
    draft = context.services.drafts.now()
    if draft is not None and not draft.empty:
        anew = button("draft-anew", "b-new", draft.version, origin.value)
        buttons = row(button("draft-go-on", "d-go", draft.version), anew)
        await context.say("draft-waits", buttons=buttons, kind=draft.kind.value)
        return
    await context.services.drafts.begin(CaseKind.SIGNAL, origin=origin)
    if text:
        await context.services.drafts.receive(Part(Words(text)))
    await show_draft(context)


def _require_role(context: BotContext, origin: Origin) -> None:
    """Raise NotYourRole for staff of another role, ButtonExpired for a resident."""
    if not _MAY[origin](context.staff):
        raise NotYourRole


def _refuse_while_something_waits(context: BotContext) -> None:
    """An answer, loose words or an announcement would be lost unnoticed. Raises DraftWaits."""
    context.services.answers.refuse_while_words_wait()
    if context.turn.step is not None and context.turn.step.kind == ANNOUNCING:
        raise DraftWaits


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("namens", speak_for, FRESH & FROM_STAFF),
        CommandHandler("melden", observe, FRESH & FROM_STAFF),
        pressed("b-new", begin_anew),
        pressed("b-agree", agree),
    ]
