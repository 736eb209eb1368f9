"""My reports: the own cases, newest first, each with its status, what is next, what can be done; the older ones apart."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import MAY_BECOME, Case, CaseId, CaseKind, Solved, Status, require_arrow
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons
from bot.services.calendar import Calendar
from bot.services.cases import Cases
from bot.services.dossiers import Dossiers
from bot.services.looks import Looks
from bot.services.occurrences import Occurrences
from bot.services.own_cases import OwnCases
from bot.services.verdicts import Verdicts
from bot.texts import Html
from handlers.adding import leave_addition
from handlers.buttons import arguments, button, named, number, pressed, row
from handlers.case_buttons import doings, solved_buttons
from handlers.dates import in_words
from handlers.menu import BACK, CASES
from handlers.moments import repeats
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
MOST_PAGES: Final = 10_000


async def show_list(_: Update, context: BotContext) -> None:
    """/meldingen, the menu, or the button below a receipt: in a new message."""
    await context.say("my-cases", page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another page, or back to the list."""
    await context.show("my-cases", page=_page(*arguments(update, 1)))


async def turn_older_page(update: Update, context: BotContext) -> None:
    """Those that are over, a page of them."""
    await context.show("my-older", page=_page(*arguments(update, 1)))


async def show_case(update: Update, context: BotContext) -> None:
    """One case of the list."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    await context.show("my-case", of_case=case.id, about=case.id)


async def show_older(update: Update, context: BotContext) -> None:
    """One of those that are over; back leads to the page it is on."""
    wanted, page = arguments(update, 2)
    case = await context.services.cases.own(number(wanted))
    await context.show("my-case", of_case=case.id, about=case.id, older=True, page=_page(page))


def _page(text: str) -> int:
    page = number(text)
    if page > MOST_PAGES:
        raise ButtonExpired
    return page


async def ask_withdrawal(update: Update, context: BotContext) -> None:
    """Taking a case back is asked about once, and only while it can be done."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    require_arrow(case.status, Status.WITHDRAWN)
    yes = button("withdraw-yes", "withdraw-yes", case.id)
    await context.show(
        "withdraw-ask",
        of_case=case.id,
        number=case.number,
        buttons=row(yes, button(BACK, "my-case", case.id)),
    )


async def withdraw(update: Update, context: BotContext) -> None:
    """It was meant."""
    case = await context.services.cases.own(number(*arguments(update, 1)))
    await context.services.cases.withdraw(case)
    await leave_addition(context, case)
    await context.show(
        "withdrawn", of_case=case.id, number=case.number, buttons=row(button(BACK, "my-cases", 0))
    )


async def _list(scene: Scene) -> Screen:
    """What is open or was closed lately; below it the way to what is older."""
    own = OwnCases(scene.turn)
    count, older = await own.count(older=False), await own.count(older=True)
    if not count and not older:
        return Screen(scene.text("my-cases-none"))
    page, some = await _on_page(scene, count, older=False)
    entries = [await _entry(scene, case) for case in some] or [scene.text("my-cases-none-open")]
    rows = tuple((named(case_line(scene, case), "my-case", case.id),) for case in some)
    more = row(button("my-cases-archive", "my-older", 0, count=older)) if older else ()
    text = Html("\n\n".join([scene.text("my-cases"), *entries]))
    return Screen(text, (*rows, *_pages("my-cases", page, count), *more))


async def _older(scene: Scene) -> Screen:
    """What was closed long ago, or taken back."""
    count = await OwnCases(scene.turn).count(older=True)
    page, some = await _on_page(scene, count, older=True)
    entries = [await _entry(scene, case) for case in some] or [scene.text("my-cases-none-older")]
    rows = tuple((named(case_line(scene, case), "my-older-case", case.id, page),) for case in some)
    text = Html("\n\n".join([scene.text("my-older"), *entries, scene.text("my-cases-by-number")]))
    return Screen(text, (*rows, *_pages("my-older", page, count), (button(BACK, "my-cases", 0),)))


async def _on_page(scene: Scene, count: int, *, older: bool) -> tuple[int, list[Case]]:
    """The page that is asked for, or the last one there is."""
    page = min(int(scene.intent.values["page"] or 0), max(0, count - 1) // PAGE)
    return page, await OwnCases(scene.turn).page(page, PAGE, older=older)


def _pages(verb: str, page: int, count: int) -> Buttons:
    turns: list[Button] = []
    if page > 0:
        turns.append(button("my-cases-newer", verb, page - 1))
    if (page + 1) * PAGE < count:
        turns.append(button("my-cases-older", verb, page + 1))
    return (tuple(turns),) if turns else ()


async def _entry(scene: Scene, case: Case) -> Html:
    place = place_words(scene.turn.city, case.wijk, case.place)
    title = scene.text("my-cases-line", number=case.number, subject=case_subject(scene, case))
    where = scene.text("draft-place-is", place=place) if place else None
    return lines(title, where, await _status(scene, case))


async def _status(scene: Scene, case: Case) -> Html:
    """Where it stands, and what is next: the day by when there is an answer, or more news."""
    due = in_words(scene.texts, scene.language, case.expected_on) if case.expected_on else ""
    status, owner = await _status_name(scene, case), await owner_words(scene, case)
    next_is = "answer" if await Dossiers(scene.turn).waits_for_answer(case) else "news"
    expected = next_is if case.expected_on and case.open else "none"
    return scene.text("my-case-status", status=status, due=due, expected=expected, owner=owner)


async def _status_name(scene: Scene, case: Case) -> str:
    """Of a handled case also what its resident said of it, or that nothing was said in time."""
    is_idea = case.kind is CaseKind.IDEA
    if case.status is Status.HANDLED and await Cases(scene.turn).solved_said(case) is Solved.YES:
        return "idea-solved" if is_idea else "solved"
    if await Verdicts(scene.turn).settled(case):
        return "settled"
    return "idea-handled" if is_idea and case.status is Status.HANDLED else case.status.value


async def _one(scene: Scene) -> Screen | None:
    case = await Cases(scene.turn).find(CaseId(int(scene.intent.values["about"] or 0)))
    if case is None:
        return None
    sent = in_words(scene.texts, scene.language, Calendar(scene.turn.city).local_day(case.created_at))
    text = lines(
        await _entry(scene, case),
        scene.text("my-case-sent", day=sent),
        await repeats(
            scene, "my-case-times", Occurrences(scene.turn), await Occurrences(scene.turn).of(case)
        ),
        *await _words(scene, case),
        await _looks(scene, case),
    )
    return Screen(text, _buttons(scene, case))


async def _looks(scene: Scene, case: Case) -> Html | None:
    """Of a sensitive case how often it was read; never by whom."""
    return scene.text("my-case-looks", count=await Looks(scene.turn).count(case)) if case.sensitive else None


async def _words(scene: Scene, case: Case) -> list[Html]:
    """The own words; not of a sensitive case, for the phone may lie on a table."""
    if case.sensitive:
        return []
    said = await Cases(scene.turn).words_of(case)
    text = "\n".join(words.text for words in said if words.text)
    media = media_words(scene, (item for words in said for item in words.media))
    shown = [scene.text("draft-words", words=shown_words(text))] if text else []
    return [*shown, scene.text("draft-media", media=media)] if media else shown


def _buttons(scene: Scene, case: Case) -> Buttons:
    rows = [*doings(case)]
    if case.status is Status.HANDLED:
        rows.extend(solved_buttons(case))
    values = scene.intent.values
    listed = ("my-older", values.get("page")) if values.get("older") else ("my-cases", 0)
    leave = [button(BACK, *listed)]
    if Status.WITHDRAWN in MAY_BECOME[case.status]:
        leave.append(button("withdraw", "withdraw", case.id))
    return (*rows, tuple(leave))


VIEWS: Final[Mapping[str, View]] = {"my-cases": _list, "my-older": _older, "my-case": _one}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("meldingen", show_list, FRESH),
        MessageHandler(FRESH & Labelled(CASES), show_list),
        pressed("mine", show_list),
        pressed("my-cases", turn_page),
        pressed("my-case", show_case),
        pressed("my-older", turn_older_page),
        pressed("my-older-case", show_older),
        pressed("withdraw", ask_withdrawal),
        pressed("withdraw-yes", withdraw),
    ]
