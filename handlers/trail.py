"""The trail: who of the staff did what, when, and to which case; for who answers for the others."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.errors import ButtonExpired
from bot.domain.people import StaffId
from bot.domain.permissions import may_audit
from bot.services.trail import Entry, Trail
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed, row, turning
from handlers.colleagues import about_act, who_words
from handlers.moments import moment
from handlers.phrases import lines
from handlers.render import Scene, Screen, View

TRAIL: Final = "trail"
PAGE: Final = 15
MOST_PAGES: Final = 1_000


async def show(update: Update, context: BotContext) -> None:
    """Of everybody, or with a number of one of the staff, in the place of what was pressed."""
    (staff,) = arguments(update, 1)
    _require(context)
    await context.show(TRAIL, page=0, staff=number(staff))


async def turn_page(update: Update, context: BotContext) -> None:
    (page,) = arguments(update, 1)
    _require(context)
    shown = await context.services.screens.values(context.pressed, TRAIL)
    await context.show(TRAIL, page=min(number(page), MOST_PAGES), staff=shown.get("staff"))


def _require(context: BotContext) -> None:
    if not may_audit(context.staff):
        raise ButtonExpired


async def _trail_view(scene: Scene) -> Screen | None:
    """A page of it, newest first; nothing for who may not read it any more."""
    if scene.turn.staff is None or not may_audit(scene.turn.staff):
        return None
    page, staff = (
        int(scene.intent.values.get("page") or 0),
        StaffId(int(scene.intent.values.get("staff") or 0)),
    )
    found = await Trail(scene.turn).page(PAGE + 1, skipped=page * PAGE, staff=staff or None)
    heading = scene.text(TRAIL, page=page + 1)
    told = [_line(scene, entry) for entry in found[:PAGE]] or [scene.text("trail-empty")]
    pages = turning("trail-page", page, page + (len(found) > PAGE))
    back = button("desk-back", "colleague", staff) if staff else button("desk-back", "lead", 0)
    return Screen(lines(heading, *told), pages + row(back))


def _line(scene: Scene, entry: Entry) -> Html:
    name = f"act-{entry.act}"
    known = scene.texts.has(scene.language, name)
    return scene.text(
        "trail-line",
        at=moment(scene, entry.at),
        who=who_words(scene, entry.role, entry.staff),
        act=scene.label(name if known else "act-other"),
        number=entry.number or "none",
        about=about_act(scene, entry.detail),
    )


VIEWS: Final[Mapping[str, View]] = {TRAIL: _trail_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("trail", show), pressed("trail-page", turn_page)]
