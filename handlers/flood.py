"""Very much from one person: answered when they pause, gathered for the desk, and a day of rest where people decide so."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.context import BotContext, Happening, current_turn
from bot.domain.cases import CaseId, CaseMessageId
from bot.domain.permissions import may_read
from bot.services.dossiers import Dossiers
from bot.services.floods import PAUSES
from bot.services.gathering import FLOOD, Gathering
from bot.services.held import HELD
from handlers.buttons import arguments, button, number, pressed, row
from handlers.dates import in_words
from handlers.drafting import screen_of
from handlers.happenings import HappeningHandler
from handlers.languages import ask_language
from handlers.menu import MENU, MENU_PRESS
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF

BEGINS: Final = "flood-begins"


class PressOfResident(BaseHandler[Update, BotContext, None]):
    """A button was pressed by somebody without a role; who chooses a language is always answered."""

    def check_update(self, update: object) -> bool:
        query = update.callback_query if isinstance(update, Update) else None
        if query is None or current_turn.get().turn.staff is not None:
            return False
        return not (query.data or "").startswith("1:language")


async def count(_: Update, context: BotContext) -> None:
    """Whatever somebody sends is counted before it is handled."""
    if await context.services.floods.came():
        await context.say(BEGINS)


async def count_doing(_: Update, context: BotContext) -> None:
    """So are commands, the menu and buttons."""
    if await context.services.floods.did():
        await context.say(BEGINS)


async def answer(_: Happening, context: BotContext) -> None:
    """A pause has come: everything is kept, and the question that stands is asked once."""
    if context.turn.person is None:
        return
    if context.person.language is None:
        await ask_language(context)
        return
    await context.say("flood-kept", keyboard=MENU)
    step, draft = context.turn.step, context.services.drafts.now()
    if step is not None and step.kind == HELD:
        await context.services.questions.move("which-case", version=step.version, page=0)
    elif draft is not None and not draft.empty:
        await context.services.questions.move(screen_of(draft))


async def show_more(update: Update, context: BotContext) -> None:
    """👁: the next of many messages, as replies to what was pressed."""
    case, after = arguments(update, 2)
    await context.services.work.show_more(CaseId(number(case)), CaseMessageId(number(after)))


async def ask_quiet(update: Update, context: BotContext) -> None:
    """🔕: what it means, before anything is done."""
    case_id = CaseId(number(*arguments(update, 1)))
    case = await context.services.floods.may_quiet(case_id)
    buttons = row(button("quiet-yes", "quiet-yes", case.id), button("quiet-no", "quiet-no", case.id))
    await context.say("quiet-sure", of_case=case.id, number=case.number, buttons=buttons)


async def quiet(update: Update, context: BotContext) -> None:
    """A day of rest begins; again, the same answer."""
    case_id = CaseId(number(*arguments(update, 1)))
    case = await context.services.floods.may_quiet(case_id)
    until = await context.services.floods.quiet(case_id)
    lifting = row(button("quiet-end", "quiet-end", case.id))
    await context.show(
        "quiet-begun", of_case=case.id, number=case.number, until=until.isoformat(), buttons=lifting
    )


async def leave(update: Update, context: BotContext) -> None:
    """Nothing is changed."""
    case = await context.services.floods.may_quiet(CaseId(number(*arguments(update, 1))))
    await context.show("quiet-left", of_case=case.id, number=case.number)


async def unquiet(update: Update, context: BotContext) -> None:
    """The rest ends before its time."""
    case_id = CaseId(number(*arguments(update, 1)))
    await context.services.floods.unquiet(case_id)
    case = await context.services.floods.may_quiet(case_id)
    await context.show("quiet-ended", of_case=case.id, number=case.number)


async def _begins_view(scene: Scene) -> Screen:
    """To who has not chosen a language: in every one."""
    person = scene.turn.person
    if person is not None and person.language:
        return Screen(scene.text(BEGINS))
    return Screen(lines(*(scene.texts(one.code, BEGINS) for one in scene.turn.city.languages)))


async def _flood_view(scene: Scene) -> Screen | None:
    """How many there are by now; the words come on a press, those of a sensitive case by its card."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not may_read(scene.turn.city, staff, case):
        return None
    after = CaseMessageId(int(scene.intent.values["after"] or 0))
    messages = await Gathering(scene.turn).untold(case, after)
    if not messages:
        return None
    opening = button("desk-open", "desk-open", case.id)
    showing = () if case.sensitive else (button("flood-show", "flood-show", case.id, after),)
    return Screen(scene.text(FLOOD, number=case.number, count=len(messages)), row(*showing, opening))


async def _until_view(scene: Scene) -> Screen:
    """A text that says until when."""
    until = datetime.fromisoformat(str(scene.intent.values["until"])).astimezone(scene.turn.city.time_zone)
    day = in_words(scene.texts, scene.language, until.date())
    about = {name: value for name, value in scene.intent.values.items() if name != "until"}
    text = scene.text(scene.intent.name, day=day, time=f"{until:%H:%M}", **about)
    return Screen(text, scene.intent.buttons)


VIEWS: Final[Mapping[str, View]] = {
    BEGINS: _begins_view,
    FLOOD: _flood_view,
    "quiet-told": _until_view,
    "quiet-begun": _until_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        HappeningHandler(PAUSES, answer),
        pressed("flood-show", show_more),
        pressed("desk-quiet", ask_quiet),
        pressed("quiet-yes", quiet),
        pressed("quiet-no", leave),
        pressed("quiet-end", unquiet),
    ]


def before() -> list[BaseHandler[Any, BotContext, Any]]:
    """Handlers that look at an update before the one that handles it."""
    counted = FRESH & ~FROM_STAFF
    doing = filters.COMMAND | MENU_PRESS
    return [
        MessageHandler(counted & ~doing, count),
        MessageHandler(counted & doing, count_doing),
        PressOfResident(count_doing),
    ]
