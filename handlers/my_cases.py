"""My reports: the own cases, newest first, each with its status, what is next, and what can be done."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import MAY_BECOME, Case, CaseId, Solved, Status
from bot.domain.intents import Button, Buttons
from bot.services.calendar import Calendar
from bot.services.cases import Cases
from bot.services.verdicts import Verdicts
from bot.texts import Html
from handlers.adding import leave_addition
from handlers.buttons import arguments, button, named, number, pressed, row
from handlers.case_buttons import doings, solved_buttons
from handlers.dates import in_words
from handlers.menu import BACK, CASES
from handlers.phrases import (
    case_line,
    case_subject,
    lines,
    media_words,
    owner_words,
    place_words,
    shown_words,
)
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, Labelled

PAGE: Final = 5


async def show_list(_: Update, context: BotContext) -> None:
    """/meldingen, the menu, or the button below a receipt: in a new message."""
    await context.say("my-cases", page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another page, or back to the list."""
    await context.show("my-cases", page=number(*arguments(update, 1)))


async def show_case(update: Update, context: BotContext) -> None:
    """One case of the list."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    await context.show("my-case", about=case.id)


async def ask_withdrawal(update: Update, context: BotContext) -> None:
    """Taking a case back is asked about once."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    yes = button("withdraw-yes", "withdraw-yes", case.id)
    await context.show("withdraw-ask", number=case.number, buttons=row(yes, button(BACK, "my-case", case.id)))


async def withdraw(update: Update, context: BotContext) -> None:
    """It was meant."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    await context.services.cases.withdraw(case)
    await leave_addition(context, case)
    await context.show("withdrawn", number=case.number, buttons=row(button(BACK, "my-cases", 0)))


async def _list(scene: Scene) -> Screen:
    cases = await Cases(scene.turn).mine()
    if not cases:
        return Screen(scene.text("my-cases-none"))
    last = (len(cases) - 1) // PAGE
    page = min(int(scene.intent.values["page"] or 0), last)
    some = cases[page * PAGE : (page + 1) * PAGE]
    entries = [await _entry(scene, case) for case in some]
    rows = tuple((named(case_line(scene, case), "my-case", case.id),) for case in some)
    return Screen(Html("\n\n".join([scene.text("my-cases"), *entries])), (*rows, *_pages(page, last)))


def _pages(page: int, last: int) -> Buttons:
    turns: list[Button] = []
    if page > 0:
        turns.append(button("my-cases-newer", "my-cases", page - 1))
    if page < last:
        turns.append(button("my-cases-older", "my-cases", page + 1))
    return (tuple(turns),) if turns else ()


async def _entry(scene: Scene, case: Case) -> Html:
    place = place_words(scene.turn.city, case.wijk, case.place)
    title = scene.text("my-cases-line", number=case.number, subject=case_subject(scene, case))
    where = scene.text("draft-place-is", place=place) if place else None
    return lines(title, where, await _status(scene, case))


async def _status(scene: Scene, case: Case) -> Html:
    """Where it stands, and what is next."""
    due = in_words(scene.texts, scene.language, case.expected_on) if case.expected_on else ""
    status = await _status_name(scene, case)
    return scene.text("my-case-status", status=status, due=due, owner=await owner_words(scene, case))


async def _status_name(scene: Scene, case: Case) -> str:
    """Of a handled case also what its resident said of it, or that nothing was said in time."""
    if case.status is Status.HANDLED and await Cases(scene.turn).solved_said(case) is Solved.YES:
        return "solved"
    return "settled" if await Verdicts(scene.turn).settled(case) else case.status.value


async def _one(scene: Scene) -> Screen | None:
    case = await Cases(scene.turn).find(CaseId(int(scene.intent.values["about"] or 0)))
    if case is None:
        return None
    sent = in_words(scene.texts, scene.language, Calendar(scene.turn.city).local_day(case.created_at))
    text = lines(
        await _entry(scene, case),
        scene.text("my-case-sent", day=sent),
        await _times(scene, case),
        *await _words(scene, case),
    )
    return Screen(text, _buttons(case))


async def _times(scene: Scene, case: Case) -> Html | None:
    times = await Cases(scene.turn).times(case)
    return scene.text("my-case-times", times=times) if times else None


async def _words(scene: Scene, case: Case) -> list[Html]:
    """The own words; not of a sensitive case, for the phone may lie on a table."""
    if case.sensitive:
        return []
    said = await Cases(scene.turn).words_of(case)
    text = "\n".join(words.text for words in said if words.text)
    media = media_words(scene, (item for words in said for item in words.media))
    shown = [scene.text("draft-words", words=shown_words(text))] if text else []
    return [*shown, scene.text("draft-media", media=media)] if media else shown


def _buttons(case: Case) -> Buttons:
    rows = [*doings(case)]
    if case.status is Status.HANDLED:
        rows.extend(solved_buttons(case))
    leave = [button(BACK, "my-cases", 0)]
    if Status.WITHDRAWN in MAY_BECOME[case.status]:
        leave.append(button("withdraw", "withdraw", case.id))
    return (*rows, tuple(leave))


VIEWS: Final[Mapping[str, View]] = {"my-cases": _list, "my-case": _one}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("meldingen", show_list, FRESH),
        MessageHandler(FRESH & Labelled(CASES), show_list),
        pressed("mine", show_list),
        pressed("my-cases", turn_page),
        pressed("my-case", show_case),
        pressed("withdraw", ask_withdrawal),
        pressed("withdraw-yes", withdraw),
    ]
