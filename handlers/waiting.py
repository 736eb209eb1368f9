"""⏳: what waits for who leads; announcements to be looked at, and quick answers that colleagues proposed."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.announcements import Announcement
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button
from bot.domain.permissions import may_lead
from bot.domain.quick import Proposal, ProposalId
from bot.services.approvals import Approvals
from bot.services.quick_answers import READY, QuickAnswers
from bot.services.translations import name_of
from bot.texts import Html
from handlers.buttons import arguments, button, column, named, number, pressed, row, turning
from handlers.colleagues import member_words
from handlers.moments import moment
from handlers.phrases import lines, listed
from handlers.render import Scene, Screen, View

WAITING: Final = "waiting"
PAGE: Final = 8


async def show(update: Update, context: BotContext) -> None:
    """What waits, a page at a time."""
    (page,) = arguments(update, 1)
    if not may_lead(context.staff):
        raise ButtonExpired
    await context.show(WAITING, page=number(page))


async def show_proposal(update: Update, context: BotContext) -> None:
    """A quick answer of the list, with what can be done."""
    (proposal,) = arguments(update, 1)
    found = await context.services.quick_answers.get_proposal(ProposalId(number(proposal)))
    await context.show(READY, proposal=found.id, listed=True)


async def count_waiting(scene: Scene) -> int:
    """How many things wait for who reads."""
    return len(await _waiting(scene))


async def _waiting(scene: Scene) -> list[tuple[Html, Button]]:
    """Each with its line and its button, announcements first."""
    announced = [await _announcement(scene, one) for one in await Approvals(scene.turn).waiting()]
    return [*announced, *[await _proposal(scene, one) for one in await QuickAnswers(scene.turn).proposals()]]


async def _announcement(scene: Scene, found: Announcement) -> tuple[Html, Button]:
    place = scene.label(
        "waiting-place", kind=found.audience.kind.value, place=found.audience.place(scene.turn.city)
    )
    line = scene.text(
        "waiting-announcement",
        place=place,
        who=await member_words(scene, found.staff),
        since=moment(scene, found.offered_at or found.created_at),
    )
    return line, named(f"📢 {place}", "approval-look", found.id)


async def _proposal(scene: Scene, proposal: Proposal) -> tuple[Html, Button]:
    missing = [name_of(scene.turn.city, code) for code in proposal.missing(scene.turn.city)]
    line = scene.text(
        "waiting-proposal",
        label=proposal.label,
        who=await member_words(scene, proposal.by),
        since=moment(scene, proposal.created_at),
        missing=listed(scene, missing) if missing else "none",
    )
    return line, named(f"⚡ {proposal.label}", "waiting-proposal", proposal.id)


async def _view(scene: Scene) -> Screen | None:
    if scene.turn.staff is None or not may_lead(scene.turn.staff):
        return None
    found = await _waiting(scene)
    last = max(len(found) - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    shown = found[page * PAGE : (page + 1) * PAGE]
    back = row(button("desk-back", "lead", 0))
    text = lines(scene.text(WAITING, count=len(found)), *(line for line, _ in shown))
    return Screen(text, column(*(key for _, key in shown)) + turning("waiting", page, last) + back)


VIEWS: Final[Mapping[str, View]] = {WAITING: _view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("waiting", show), pressed("waiting-proposal", show_proposal)]
