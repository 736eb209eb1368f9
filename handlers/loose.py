"""Loose messages: by just writing a report begins; while cases are open it is asked where the words belong."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import NUMBER_DIGITS, Case
from bot.domain.errors import CaseUnknown
from bot.domain.intents import Button, Buttons
from bot.domain.typed_number import numbered
from bot.services.held import HELD, Held
from bot.services.own_cases import OwnCases
from handlers.adding import add_to, added_by_reply, begin_anew, replied_to
from handlers.buttons import arguments, button, named, number, pressed
from handlers.drafting import part_of, show_draft
from handlers.phrases import case_line
from handlers.render import Scene, Screen, View
from handlers.replying import asked_by_reply
from handlers.steps import FRESH, FROM_STAFF, WORDS, InStep, words_of
from handlers.verdict import verdict_typed

QUESTION: Final = "which-case"
PAGE: Final = 5


async def take(update: Update, context: BotContext) -> None:
    """Somebody just wrote, spoke or sent something."""
    if await verdict_typed(update, context):
        return
    if await added_by_reply(update, context) or await asked_by_reply(update, context):
        return
    if await _begun_anew(update, context):
        return
    if await _by_number(update, context):
        return
    if await context.services.own_cases.awaiting_words():
        await _hold(update, context)
    else:
        await context.services.drafts.receive(part_of(update))
        await context.services.common.recognise()
        await show_draft(context)


async def hold(update: Update, context: BotContext) -> None:
    """More came while words are held; a reply goes to its own case, a number says which case was meant."""
    if await added_by_reply(update, context) or await _chosen_by_number(update, context):
        return
    await _hold(update, context)


async def _hold(update: Update, context: BotContext) -> None:
    """It may belong to a case: ask once for all that is held, below the newest of it."""
    version = await context.services.held.hold(part_of(update))
    await context.services.questions.move(QUESTION, version=version, page=0)


async def _begun_anew(update: Update, context: BotContext) -> bool:
    """Whether it replied to what was taken back: then it is reported anew."""
    case = await replied_to(update, context, withdrawn=True)
    if case is None:
        return False
    await begin_anew(context, case, part_of(update))
    return True


async def _by_number(update: Update, context: BotContext) -> bool:
    """Whether it is the number of a case: that is shown; or words with the number before them: they go there."""
    typed = numbered(words_of(update).text)
    case = await context.services.own_cases.numbered(typed.number) if typed else None
    is_more = typed is not None and (typed.has_more or bool(words_of(update).media))
    if typed is None or (case is None and (is_more or len(typed.number) > NUMBER_DIGITS)):
        return False  # so long a number may as well be that of a lamp post
    if case is None:
        raise CaseUnknown
    if not is_more:
        await context.say("my-case", of_case=case.id, about=case.id)
    elif case in await context.services.own_cases.awaiting_words():
        await add_to(context, case, part_of(update))
    else:
        return False
    return True


async def _chosen_by_number(update: Update, context: BotContext) -> bool:
    """Whether it is the number of one of the cases that are asked about."""
    typed, step = numbered(words_of(update).text), context.turn.step
    cases = await context.services.own_cases.awaiting_words()
    case = next((one for one in cases if typed and not typed.has_more and one.number == typed.number), None)
    if case is None or step is None:
        return False
    await add_to(context, case, *await context.services.held.take(step.version))
    return True


async def choose(update: Update, context: BotContext) -> None:
    """It belongs to this case."""
    version, wanted = arguments(update, 2)
    case = await context.services.cases.own(number(wanted))
    parts = await context.services.held.take(number(version))
    await context.show("which-chosen", of_case=case.id, number=case.number)
    await add_to(context, case, *parts)


async def turn_page(update: Update, context: BotContext) -> None:
    """More cases to choose from."""
    version, page = (number(one) for one in arguments(update, 2))
    context.services.held.require(version)
    await context.show(QUESTION, version=version, page=page)


async def report(update: Update, context: BotContext) -> None:
    """It is something new."""
    await context.services.held.report(number(*arguments(update, 1)))
    await context.services.common.recognise()
    await show_draft(context)


async def drop(update: Update, context: BotContext) -> None:
    """It is nothing."""
    await context.services.held.take(number(*arguments(update, 1)))
    await context.show("draft-stopped")


async def _which(scene: Scene) -> Screen | None:
    """Which of the own cases; nothing once that was answered."""
    values, person = scene.intent.values, scene.intent.person
    version = int(values["version"] or 0)
    count = await Held(scene.turn).count(person, version) if person is not None else 0
    if not count:
        return None
    cases = await OwnCases(scene.turn).awaiting_words()
    page = min(int(values["page"] or 0), max(0, len(cases) - 1) // PAGE)
    some = cases[page * PAGE : (page + 1) * PAGE]
    rows = tuple((named(case_line(scene, case), "h-case", version, case.id),) for case in some)
    new, stop = button("which-new", "h-new", version), button("draft-stop", "h-stop", version)
    return Screen(scene.text(QUESTION, count=count), (*rows, *_pages(cases, page, version), (new,), (stop,)))


def _pages(cases: Sequence[Case], page: int, version: int) -> Buttons:
    turns: list[Button] = []
    if page > 0:
        turns.append(button("my-cases-newer", "h-page", version, page - 1))
    if (page + 1) * PAGE < len(cases):
        turns.append(button("my-cases-older", "h-page", version, page + 1))
    return (tuple(turns),) if turns else ()


VIEWS: Final[Mapping[str, View]] = {QUESTION: _which}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("h-case", choose),
        pressed("h-page", turn_page),
        pressed("h-new", report),
        pressed("h-stop", drop),
        MessageHandler(FRESH & InStep(HELD) & WORDS, hold),
        MessageHandler(FRESH & WORDS & ~FROM_STAFF, take),
    ]
