"""The card of a case in the chat of staff: what it says now, and finding one's way below it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import Author, Case, CaseId, CaseKind, CaseMessage, Status, on_card
from bot.domain.errands import ErrandState
from bot.domain.errors import ButtonExpired
from bot.domain.permissions import may_read, may_see
from bot.domain.quick import is_begun
from bot.services.calendar import Calendar
from bot.services.cards import CARD
from bot.services.dossiers import Dossiers
from bot.services.errands import Errands
from bot.services.occurrences import Occurrences
from bot.services.passings import Passings
from bot.services.quick_answers import QuickAnswers
from bot.services.routing import Routing
from bot.services.streets import Streets
from bot.services.verdicts import Verdicts
from bot.services.visits import Visits
from bot.services.work import OLDER
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed, row
from handlers.card_menus import FILLED, FIRST, MENUS, MORE, NONE, QUICK_MENUS, Below, buttons_of
from handlers.cards import settle, show_card
from handlers.case_words import words_on_card
from handlers.dates import in_words
from handlers.moments import repeats, short_moment
from handlers.passed import passed_lines
from handlers.phrases import category_words, lines, media_words
from handlers.render import Scene, Screen, View
from handlers.twinned import twin_lines, twinned

MOST_PAGES: Final = 1_000


async def take(update: Update, context: BotContext) -> None:
    """✋: who presses first has it."""
    (case,) = arguments(update, 1)
    await settle(context, await context.services.handling.take(CaseId(number(case))))


async def menu(update: Update, context: BotContext) -> None:
    """Another keyboard below the same card."""
    case_id, name, page, quick = arguments(update, 4)
    wanted = FIRST if name == NONE else name
    if wanted not in MENUS or number(page) > MOST_PAGES:
        raise ButtonExpired
    if quick != NONE:
        answer_id, *given = quick.split(FILLED)
        if not is_begun(await context.services.quick_answers.get(answer_id), given):
            raise ButtonExpired
    handling = context.services.handling
    find = handling.seen if wanted in {FIRST, MORE} else handling.handled_open
    await show_card(context, await find(CaseId(number(case_id))), wanted, number(page), quick)


async def _card_view(scene: Scene) -> Screen | None:
    """The card as things are now; who may no longer see the case reads only that."""
    case = await Dossiers(scene.turn).case(scene.intent.case)
    if case is None:
        return None
    staff = scene.turn.staff
    if staff is None or not may_see(scene.turn.city, staff, case):
        return None if scene.is_new else Screen(scene.text("card-not-yours", number=case.number))
    if not case.alias:
        return Screen(scene.text("card-erased", number=case.number))
    everything = await Dossiers(scene.turn).messages(case)
    messages = [message for message in everything if message.author is Author.RESIDENT]
    shown = [line async for line in _lines(scene, case, messages)]
    dutch = scene.turn.city.master.code
    is_foreign = any(message.said_in != dutch and message.said for message in messages)
    has_pattern = await Occurrences(scene.turn).count(case) > 0
    menu = scene.intent.values.get("menu")
    has_street = menu == MORE and bool(await Streets(scene.turn).offered(case))
    answers = await QuickAnswers(scene.turn).all() if menu in QUICK_MENUS else ()
    passed = tuple(await Passings(scene.turn).open_of(case)) if menu else ()
    twins = await twinned(scene, case)
    has_team = menu == MORE and await Errands(scene.turn).may_ask(staff, case)
    below = Below(scene, staff, case, is_foreign, has_pattern, has_street, answers, passed, twins, has_team)
    return Screen(Html("\n".join(shown)), buttons_of(below))


async def _lines(scene: Scene, case: Case, messages: Sequence[CaseMessage]) -> AsyncIterator[Html]:
    about = category_words(scene, case) or "none"
    yield scene.text("card-title", kind=case.kind.value, number=case.number, about=about)
    async for mark in _marks(scene, case):
        yield mark
    yield _place(scene, case)
    who = scene.text(
        "card-who", alias=case.alias, origin=case.origin.value, came=short_moment(scene, case.created_at)
    )
    yield lines(who, *[line async for line in _arranged(scene, case)])
    if await Dossiers(scene.turn).waits_for_answer(case):
        yield _due(scene, case)
    elif case.open and case.due_on is not None:
        yield scene.text("card-next", day=in_words(scene.texts, scene.language, case.due_on))
    if case.open and case.promised_on is not None:
        yield scene.text("card-promised", day=in_words(scene.texts, scene.language, case.promised_on))
    for line in (
        await _status(scene, case),
        *await passed_lines(scene, case),
        *await twin_lines(scene, case),
    ):
        yield line
    async for aside in _asides(scene, case):
        yield aside
    for line in await _since(scene, case):
        yield line
    if notes := len(await Dossiers(scene.turn).notes(case)):
        yield scene.text("card-notes", count=notes)
    yield Html("")
    async for line in _words(scene, case, messages):
        yield line


async def _arranged(scene: Scene, case: Case) -> AsyncIterator[Html]:
    """What the city calls it, and when somebody goes there."""
    if case.reference:
        yield scene.text("card-reference", reference=case.reference)
    if visit := await Visits(scene.turn).of(case):
        yield scene.text("card-visit", day=in_words(scene.texts, scene.language, visit.on))


async def _since(scene: Scene, case: Case) -> list[Html]:
    """What the resident says of a handled case, and how often it happened again."""
    is_asked = case.status is Status.HANDLED and case.resident is not None
    verdict = [await _verdict(scene, case)] if is_asked else []
    again = await _again(scene, case)
    return verdict + ([again] if again else [])


async def _marks(scene: Scene, case: Case) -> AsyncIterator[Html]:
    if case.urgent:
        yield scene.text("card-urgent")
    if case.open and await Dossiers(scene.turn).asks_to_talk(case):
        yield scene.text("card-talk")


async def _errand(scene: Scene, case: Case) -> Html | None:
    """Whether the team was asked to go and look, and how far that is."""
    asked = [one for one in await Errands(scene.turn).of(case) if one.state is not ErrandState.DROPPED]
    return scene.text("card-errand", state=asked[-1].state.value) if asked else None


async def _asides(scene: Scene, case: Case) -> AsyncIterator[Html]:
    """What goes on beside the answer."""
    if errand := await _errand(scene, case):
        yield errand
    if note := _about_ideas(scene, case):
        yield scene.text("card-idea", note=note)


def _about_ideas(scene: Scene, case: Case) -> str:
    """What the city wrote for the desk about ideas; empty for what is none."""
    ideas = scene.turn.city.ideas
    return ideas.note if ideas and case.kind is CaseKind.IDEA else ""


async def _words(scene: Scene, case: Case, messages: Sequence[CaseMessage]) -> AsyncIterator[Html]:
    _, fits = on_card(messages)
    staff = scene.turn.staff
    if case.sensitive:
        can_read = staff is not None and may_read(scene.turn.city, staff, case)
        yield scene.text("card-sensitive", may=str(can_read))
        return
    for quote in await words_on_card(scene, messages):
        yield quote
    if not fits:
        yield scene.text("card-longer")
    if media := media_words(scene, [item for one in messages for item in one.words.media]):
        yield scene.text("card-media", media=media)


def _place(scene: Scene, case: Case) -> Html:
    """Of a sensitive case the wijk alone: what was typed may be where somebody lives."""
    typed = "none" if case.sensitive or not case.place else case.place
    if case.wijk is None or not scene.turn.city.has_wijk(case.wijk):
        return scene.text("card-no-wijk", place=typed)
    return scene.text("card-place", wijk=scene.turn.city.wijk(case.wijk).name, place=typed)


async def _again(scene: Scene, case: Case) -> Html | None:
    """How often it happened again, and when last."""
    occurrences = Occurrences(scene.turn)
    return await repeats(scene, "card-again", occurrences, await occurrences.of(case))


def _due(scene: Scene, case: Case) -> Html:
    if case.due_on is None:
        return scene.text("card-no-due")
    today = Calendar(scene.turn.city).local_day(scene.turn.now)
    when = "late" if case.due_on < today else "today" if case.due_on == today else "later"
    return scene.text("card-due", when=when, day=in_words(scene.texts, scene.language, case.due_on))


async def _status(scene: Scene, case: Case) -> Html:
    """Who has it, by role; or how it ended."""
    if case.status in {Status.HANDLED, Status.WITHDRAWN}:
        outcome = case.outcome.value if case.outcome else "none"
        return scene.text("card-over", status=case.status.value, outcome=outcome)
    owner = await Routing(scene.turn).owner(case)
    is_mine = owner is not None and scene.turn.staff is not None and owner.id == scene.turn.staff.id
    who = "nobody" if owner is None else "me" if is_mine else owner.role.value
    return scene.text("card-status", status=case.status.value, who=who, times=case.reopened)


async def _verdict(scene: Scene, case: Case) -> Html:
    """What the resident says of it: only that makes it solved."""
    said = await Verdicts(scene.turn).said(case)
    settled = await Verdicts(scene.turn).settled(case)
    return scene.text("card-verdict", said=said.value if said else "nothing" if settled else "waits")


async def _older_view(scene: Scene) -> Screen | None:
    """Nothing of the case, which goes on elsewhere in the chat."""
    case = await Dossiers(scene.turn).case(scene.intent.case)
    if case is None or scene.is_new:
        return None
    opening = row(button("desk-open", "desk-open", case.id))
    return Screen(scene.text("card-older", number=case.number), opening)


VIEWS: Final[Mapping[str, View]] = {CARD: _card_view, OLDER: _older_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("desk-take", take), pressed("desk-menu", menu)]
