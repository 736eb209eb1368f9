"""Erasing: everything, or one report; asked about once, and told truthfully what stays."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.cases import Case, CaseId
from bot.domain.errors import ButtonExpired, CaseUnknown
from bot.domain.intents import Act, Button, Buttons, Intent, Urgency
from bot.domain.people import ChatId
from bot.services.calendar import Calendar
from bot.services.cases import Cases
from bot.services.changing import OVERWRITTEN
from bot.services.erasure import CASE_LANDED, LANDED, Erased
from bot.texts import Html
from handlers.adding import leave_addition
from handlers.buttons import arguments, button, column, named, number, pressed
from handlers.happenings import HappeningHandler
from handlers.menu import BACK, NO_MENU
from handlers.phrases import case_line, case_subject, lines
from handlers.render import Scene, Screen, View

PAGE: Final = 5
# Of what was written, to know a report by.
MOST_SHOWN: Final = 60


async def ask_all(_: Update, context: BotContext) -> None:
    """It cannot be undone, so it is asked once; one report alone, or what stays, can be asked for beside it."""
    context.services.erasure.may()
    cases = await context.services.cases.mine()
    # The language goes along: a second press comes from somebody of whom nothing is known any more.
    buttons = [button("erase-yes", "erase-yes", context.language)]
    if cases:
        buttons.append(button("erase-one", "erase-one", 0))
    buttons += [button("erase-what-stays", "erase-stays", 0), button(BACK, "privacy")]
    waiting = sum(case.open for case in cases)
    await context.show("erase-ask", open=waiting, buttons=column(*buttons))


async def say_what_stays(update: Update, context: BotContext) -> None:
    """Before it is decided, of everything or of one report."""
    case = number(*arguments(update, 1))
    days = context.services.erasure.backup_days
    back = button(BACK, "erase-case", case) if case else button(BACK, "erase")
    await context.show("erased-stays", days=days, buttons=column(back))


async def erase_all(update: Update, context: BotContext) -> None:
    """Everything goes; the last messages say what stays."""
    (language,) = arguments(update, 1)
    if language not in context.open_turn.texts.languages:
        raise ButtonExpired
    days = context.services.erasure.backup_days
    erased = await context.services.erasure.everything()
    await _take_away_the_question(context, erased)
    await context.turn.tell(_last(erased, "erased", language, {"stays": int(erased.stays_with_staff)}))
    await context.turn.tell(_last(erased, "erased-stays", language, {"days": days}))


async def _take_away_the_question(context: BotContext, erased: Erased) -> None:
    if context.pressed is not None:
        await context.turn.tell(
            Intent(chat=erased.chat, name="erased", act=Act.DELETE, edits_message=context.pressed)
        )


def _last(erased: Erased, name: str, language: str, values: Mapping[str, int]) -> Intent:
    """To a chat of which nothing is known any more."""
    return Intent(
        chat=erased.chat,
        name=name,
        urgency=Urgency.CASE,
        language=language,
        keyboard=NO_MENU,
        values=values,
    )


async def list_cases(update: Update, context: BotContext) -> None:
    """Ask which report."""
    await context.show("erase-which", page=number(*arguments(update, 1)))


async def ask_one(update: Update, context: BotContext) -> None:
    """It cannot be undone either."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    await context.show("erase-case-ask", about=case.id)


async def erase_one(update: Update, context: BotContext) -> None:
    """One report goes. A second press gives the same answer, though nobody knows any more whose it was."""
    case_id, case_number = arguments(update, 2)
    erasure, cases = context.services.erasure, context.services.cases
    case = await cases.find(CaseId(number(case_id)))
    stays = False
    if case is not None and case.number == case_number:
        await leave_addition(context, case)
        stays = (await erasure.one(case)).stays_with_staff
    elif not await erasure.is_gone(number(case_id), case_number):
        raise CaseUnknown
    await context.show("erased-case", number=case_number, stays=int(stays))
    await context.say("erased-stays", days=erasure.backup_days)


async def landed(happening: Happening, context: BotContext) -> None:
    """The last messages to an erased chat have left."""
    detail = happening.detail
    await context.services.erasure.landed(ChatId(detail["chat"]), datetime.fromisoformat(detail["until"]))


async def case_landed(happening: Happening, context: BotContext) -> None:
    """What was said of an erased report and was in flight has arrived."""
    detail = happening.detail
    await context.services.erasure.case_landed(CaseId(detail["case"]), ChatId(detail["chat"]))


async def _which_view(scene: Scene) -> Screen | None:
    """The own reports by their buttons, a page at a time."""
    if scene.turn.person is None:
        return None
    cases = await Cases(scene.turn).mine()
    last = max(len(cases) - 1, 0) // PAGE
    page = min(int(scene.intent.values["page"] or 0), last)
    some = cases[page * PAGE : (page + 1) * PAGE]
    rows = column(*(named(case_line(scene, case), "erase-case", case.id) for case in some))
    asked = scene.text("erase-which" if cases else "erase-none")
    entries = [await _entry(scene, case) for case in some]
    text = Html("\n\n".join([asked, *entries]))
    return Screen(text, (*rows, *_turning(page, last), (button(BACK, "erase"),)))


async def _entry(scene: Scene, case: Case) -> Html:
    """By which somebody knows it again: when it was sent, and how it begins; not of a sensitive one."""
    day = Calendar(scene.turn.city).local_day(case.created_at)
    sent = scene.text("my-data-day", day=f"{day:%d}", month=f"{day:%m}", year=f"{day:%Y}")
    title = scene.text("my-data-case", number=case.number, subject=case_subject(scene, case))
    words = [] if case.sensitive else await Cases(scene.turn).words_of(case)
    said = " ".join(one.text for one in words if one.text)
    begin = said if len(said) <= MOST_SHOWN else f"{said[:MOST_SHOWN].rstrip()} …"
    return lines(Html(f"{title} · {sent}"), scene.text("draft-words", words=begin) if begin else None)


def _turning(page: int, last: int) -> Buttons:
    turns: list[Button] = []
    if page > 0:
        turns.append(button("my-cases-newer", "erase-one", page - 1))
    if page < last:
        turns.append(button("my-cases-older", "erase-one", page + 1))
    return (tuple(turns),) if turns else ()


async def _ask_one_view(scene: Scene) -> Screen | None:
    case = await Cases(scene.turn).find(CaseId(int(scene.intent.values["about"] or 0)))
    if case is None:
        return None
    text = scene.text(
        "erase-case-ask", number=case.number, subject=case_subject(scene, case), open=int(case.open)
    )
    yes = button("erase-case-yes", "erase-case-yes", case.id, case.number)
    stays = button("erase-what-stays", "erase-stays", case.id)
    return Screen(text, column(yes, stays, button(BACK, "erase-one", 0)))


async def _overwritten_view(scene: Scene) -> Screen | None:
    """Where the text stood; where it is gone already there is nothing to say."""
    return None if scene.is_new else Screen(scene.text(OVERWRITTEN))


VIEWS: Final[Mapping[str, View]] = {
    "erase-which": _which_view,
    "erase-case-ask": _ask_one_view,
    OVERWRITTEN: _overwritten_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("erase", ask_all),
        pressed("erase-yes", erase_all),
        pressed("erase-stays", say_what_stays),
        pressed("erase-one", list_cases),
        pressed("erase-case", ask_one),
        pressed("erase-case-yes", erase_one),
        HappeningHandler(LANDED, landed),
        HappeningHandler(CASE_LANDED, case_landed),
    ]
