"""What the desk is told of a case beside its words: solved, reopened, late, not reached."""

from collections.abc import Mapping
from typing import Any, Final

from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.cases import CaseId
from bot.domain.permissions import may_see
from bot.services.desk import LATE, REMIND
from bot.services.dossiers import Dossiers
from handlers.buttons import button, row
from handlers.happenings import HappeningHandler
from handlers.render import Scene, Screen, View

UNREACHABLE: Final = "unreachable"
NOTICES: Final = (
    "notice-solved",
    "notice-reopened",
    "notice-reopened-again",
    "notice-withdrawn",
    "notice-urgent",
    "notice-talk",
    "notice-waits",
    "notice-remind",
    "notice-remind-next",
    "notice-late",
    "notice-quiet",
    "notice-unreachable",
    "notice-colleague",
    "notice-nobody-speaks",
    "notice-speaker-away",
    "notice-given",
    "notice-given-away",
    "notice-merged",
    "notice-parted",
    "notice-leads",
)


async def remind(happening: Happening, context: BotContext) -> None:
    await context.services.desk.remind(CaseId(happening.detail["case"]))


async def late(happening: Happening, context: BotContext) -> None:
    await context.services.desk.late(CaseId(happening.detail["case"]))


async def unreachable(happening: Happening, context: BotContext) -> None:
    """A message about a case did not arrive: somebody else has to know, or to do what it asked for."""
    await context.services.desk.unreachable(CaseId(happening.detail["case"]))
    if context.turn.staff is not None:
        await context.services.translations.ask_again(context.turn.staff.languages)


async def _notice_view(scene: Scene) -> Screen | None:
    """The notice, for who may still see the case, with a way to its card."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not may_see(scene.turn.city, staff, case):
        return None
    text = scene.text(scene.intent.name, number=case.number, **scene.intent.values)
    return Screen(text, row(button("desk-open", "desk-open", case.id)))


VIEWS: Final[Mapping[str, View]] = dict.fromkeys(NOTICES, _notice_view)


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        HappeningHandler(REMIND, remind),
        HappeningHandler(LATE, late),
        HappeningHandler(UNREACHABLE, unreachable),
    ]
