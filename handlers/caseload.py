"""The caseload of a contact worker: /werk lists it, each case shows what can be done; and the link to hand one over."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import quote

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, filters

from bot.context import BotContext, current_turn
from bot.domain.cases import Author, Case, CaseId, Origin
from bot.domain.intents import Button, Buttons, File
from bot.domain.people import Role
from bot.domain.permissions import may_see
from bot.printing.code import code_png
from bot.services.caseload import Caseload
from bot.services.dossiers import Dossiers
from bot.services.hand_overs import CODE, LINK, HandOvers
from bot.services.screen_names import LOAD_CASE
from bot.services.visits import Visits
from bot.texts import Html
from handlers.buttons import arguments, button, named, number, pressed, row, two_columns
from handlers.case_buttons import doings
from handlers.dates import in_words
from handlers.phrases import case_line, case_subject, lines, place_words, shown_words
from handlers.render import Scene, Screen, View
from handlers.spoken_for import LOAD, LOAD_LIST
from handlers.steps import FRESH

PAGE: Final = 8
MOST_PAGES: Final = 1_000


class FromContactWorker(filters.UpdateFilter):
    """A contact worker, whose work is a caseload."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        staff = current_turn.get().turn.staff
        return staff is not None and staff.role is Role.CONTACT_WORKER


async def show(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/werk: what is in one's own hands."""
    await context.say(LOAD_LIST, page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another page in the place of this one."""
    (page,) = arguments(update, 1)
    _ = context.services.caseload.staff
    await context.show(LOAD_LIST, page=min(number(page), MOST_PAGES))


async def show_case(update: Update, context: BotContext) -> None:
    """One case, with what can be done."""
    (case_id,) = arguments(update, 1)
    case = await context.services.caseload.one(CaseId(number(case_id)))
    await context.services.looks.opened(case, await context.show(LOAD_CASE, of_case=case.id))


async def hand_over(update: Update, context: BotContext) -> None:
    """🤝: a link for the person whom the case is about."""
    (case_id,) = arguments(update, 1)
    await context.services.hand_overs.offer(CaseId(number(case_id)))


async def _list_view(scene: Scene) -> Screen | None:
    """One page; what is gone since leaves the last page that there is."""
    staff = scene.turn.staff
    if staff is None or staff.role is not Role.CONTACT_WORKER:
        return None
    count = await Caseload(scene.turn).count()
    last = max(count - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    shown = await Caseload(scene.turn).page(PAGE, skipped=page * PAGE)
    heading = scene.text("load", count=count, page=page + 1, pages=last + 1)
    rows = [_line(scene, case, visit) for case, visit in shown]
    opening = two_columns(named(case_line(scene, case), LOAD_CASE, case.id) for case, _ in shown)
    return Screen(lines(heading, *rows), opening + _pages(page, last))


def _pages(page: int, last: int) -> Buttons:
    turns: list[Button] = []
    if page > 0:
        turns.append(button("page-before", LOAD, page - 1))
    if page < last:
        turns.append(button("page-after", LOAD, page + 1))
    return (tuple(turns),) if turns else ()


def _line(scene: Scene, case: Case, visit: date | None) -> Html:
    city = scene.turn.city
    return scene.text(
        "load-line",
        number=case.number,
        about=case_subject(scene, case),
        wijk=city.wijk(case.wijk).name if case.wijk and city.has_wijk(case.wijk) else "none",
        whose=_whose(case),
        visit=in_words(scene.texts, scene.language, visit) if visit else "none",
        status=case.status.value,
    )


def _whose(case: Case) -> str:
    """Whether one speaks for somebody, did so until a hand-over, or talks with a resident."""
    return case.origin.value if case.origin in {Origin.BEHALF, Origin.HANDED_OVER} else "own"


async def _case_view(scene: Scene) -> Screen | None:
    """How it stands; the words only while one speaks for that person, and never of a sensitive case."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not case.alias:
        return None
    visit = await Visits(scene.turn).of(case)
    goes = visit is not None and visit.staff == staff.id
    facts = lines(
        _line(scene, case, visit.on if visit and goes else None),
        _place(scene, case),
        scene.text("load-due", day=in_words(scene.texts, scene.language, case.expected_on))
        if case.open and case.expected_on
        else None,
        await _notes(scene, case),
        await _words(scene, case),
    )
    return Screen(facts, _case_buttons(scene, case, has_visit=goes))


def _place(scene: Scene, case: Case) -> Html | None:
    place = place_words(scene.turn.city, case.wijk, case.place)
    return scene.text("draft-place-is", place=place) if place else None


async def _notes(scene: Scene, case: Case) -> Html | None:
    """Those that one may read, whole."""
    notes = await Dossiers(scene.turn).notes(case)
    words = "\n".join(f"• {note.text}" for note in notes)
    return scene.text("load-notes", count=len(notes), notes=shown_words(words)) if notes else None


async def _words(scene: Scene, case: Case) -> Html | None:
    if case.sensitive or case.origin is not Origin.BEHALF:
        return None
    messages = await Dossiers(scene.turn).messages(case)
    said = "\n".join(one.words.text for one in messages if one.author is Author.RESIDENT and one.words.text)
    return scene.text("draft-words", words=shown_words(said)) if said else None


def _case_buttons(scene: Scene, case: Case, *, has_visit: bool) -> Buttons:
    speaks = case.origin is Origin.BEHALF and case.resident == scene.intent.person
    noting = button("desk-note", "desk-note", case.id)
    visiting = [button("visit-done", "visit-done", case.id)] if has_visit else []
    visiting.append(button("visit-move" if has_visit else "visit-plan", "visit", case.id))
    over = [button("over-offer", "over", case.id)] if speaks else []
    staff = scene.turn.staff
    card = (
        [button("desk-open", "desk-open", case.id)] if staff and may_see(scene.turn.city, staff, case) else []
    )
    below = two_columns((*(visiting if case.open else ()), noting, *over, *card))
    return (doings(case) if speaks else ()) + below + row(button("desk-back", LOAD, 0))


async def _link(scene: Scene) -> tuple[Case | None, str | None]:
    """The link is put together as it leaves; None once it works no more."""
    case = await Dossiers(scene.turn).case(scene.intent.case)
    return case, await HandOvers(scene.turn).link(case, str(scene.intent.values["draw"])) if case else None


async def _code_view(scene: Scene) -> Screen | None:
    """For who stands beside: a code that is scanned from this phone."""
    _, link = await _link(scene)
    return Screen(scene.text(CODE), file=File("overnemen.png", code_png(link))) if link else None


async def _link_view(scene: Scene) -> Screen | None:
    """What can be shared goes through Telegram's own list of chats: the message itself cannot be forwarded."""
    case, link = await _link(scene)
    if case is None or link is None:
        return None
    until = in_words(scene.texts, scene.language, date.fromisoformat(str(scene.intent.values["until"])))
    text = scene.text(LINK, number=case.number, link=link, day=until)
    share = Button(label="over-share", url=f"https://t.me/share/url?url={quote(link, safe='')}")
    return Screen(text, row(share))


VIEWS: Final[Mapping[str, View]] = {
    LOAD_LIST: _list_view,
    LOAD_CASE: _case_view,
    LINK: _link_view,
    CODE: _code_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("werk", show, FRESH & FromContactWorker()),
        pressed(LOAD, turn_page),
        pressed(LOAD_CASE, show_case),
        pressed("over", hand_over),
    ]
