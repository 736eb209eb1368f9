"""Passing on: a text for a partner, looked at once more before it goes; and what they said, written down."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from bot.context import BotContext, Happening
from bot.domain.cases import CaseId
from bot.domain.intents import Buttons
from bot.domain.passings import Passing, Way
from bot.services.answers import PASSING
from bot.services.dossiers import Dossiers
from bot.services.passing_on import HEARD, HEARD_WAITS, PASSING_WAITS, PassingDraft, PassingOn
from bot.services.screen_names import LETTER
from bot.services.steps import Step
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_words import Reading, quoted
from handlers.enclosing import choices, enclosed_hints
from handlers.happenings import HappeningHandler
from handlers.letters import letter_of, place_stays_here
from handlers.passed import partner_name
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of
from handlers.unsent import still_waits

MOST_HINTS: Final = 8
# What lets it go; and what does so although something in it may tell who reported.
_GOING: Final = ("pass-send", "pass-send-anyway")
_TOLD: Final = ("pass-told", "pass-told-anyway")


async def begin(update: Update, context: BotContext) -> None:
    """➡️: what would go to this partner."""
    case_id, partner = arguments(update, 2)
    await context.services.passing_on.begin(CaseId(number(case_id)), partner)
    await _look(context)


async def rewrite(update: Update, context: BotContext) -> None:
    """Other words, to be looked at again."""
    await _for_this_case(update, context)
    await context.services.passing_on.write(words_of(update))
    await _look(context)


async def leave_out(update: Update, context: BotContext) -> None:
    """🧽: gaps in the place of what may tell who reported."""
    (version,) = arguments(update, 1)
    await context.services.passing_on.leave_out(number(version))
    await context.show(LETTER, of_case=_case_of(context))


async def name_wijk_only(update: Update, context: BotContext) -> None:
    """📍: the street and number may be where somebody lives."""
    (version,) = arguments(update, 1)
    await context.services.passing_on.name_wijk_only(number(version))
    await context.show(LETTER, of_case=_case_of(context))


async def send(update: Update, context: BotContext) -> None:
    """✅: only now it goes; in just these words."""
    (version,) = arguments(update, 1)
    passing_on, turn = context.services.passing_on, context.turn
    draft = await passing_on.draft_of(context.person)
    if draft is None:
        await passing_on.stop(number(version))  # refuses: there is nothing
        return
    letter = letter_of(turn.city, context.open_turn.texts, draft)
    passing = await passing_on.send(number(version), letter)
    await _show_done(context, "pass-done", passing)


async def stop(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    case = await context.services.passing_on.stop(number(version))
    await context.show("pass-stopped", of_case=case)


async def ask_what(update: Update, context: BotContext) -> None:
    """🤝: what they said is asked for."""
    (passing_id,) = arguments(update, 1)
    case, passing = await context.services.passing_on.ask_what(number(passing_id))
    version = context.turn.step.version if context.turn.step else 0
    buttons = row(button("pass-back", "pass-back", passing.id), button("pass-stop", "pass-stop", version))
    name = partner_name(context.turn.city, passing.partner)
    await context.say("heard-write", of_case=case.id, number=case.number, partner=name, buttons=buttons)


async def heard(update: Update, context: BotContext) -> None:
    """What they said; whether they are done is asked."""
    await _for_this_case(update, context)
    await _ask_whether_done(context, await context.services.passing_on.heard(words_of(update)))


async def ask_about(happening: Happening, context: BotContext) -> None:
    """Ten minutes without a decision: nothing went to the partner."""
    if await still_waits(happening, context):
        await _look(context)


async def ask_about_heard(happening: Happening, context: BotContext) -> None:
    """The same for what a partner said."""
    step = context.turn.step
    if await still_waits(happening, context) and step is not None:
        await _ask_whether_done(context, step)


async def _ask_whether_done(context: BotContext, step: Step) -> None:
    done, busy = (button(f"heard-{how}", f"heard-{how}", step.version) for how in ("done", "busy"))
    passing = await context.services.passings.find(step.payload["passing"])
    buttons = row(done, busy) + row(button("pass-stop", "pass-stop", step.version))
    if passing is not None:
        await _say(context, "heard-ask", passing, buttons)


async def is_done(update: Update, context: BotContext) -> None:
    await _keep(update, context, done=True)


async def is_busy(update: Update, context: BotContext) -> None:
    await _keep(update, context, done=False)


async def _keep(update: Update, context: BotContext, *, done: bool) -> None:
    (version,) = arguments(update, 1)
    case = await context.services.passing_on.keep(number(version), done=done)
    answer = row(button("desk-answer", "desk-answer", case.id)) if done and case.resident else ()
    await context.show("heard-kept", of_case=case.id, number=case.number, done=str(done), buttons=answer)


async def take_back(update: Update, context: BotContext) -> None:
    """↩️: they need do nothing any more."""
    (passing_id,) = arguments(update, 1)
    case = await context.services.passing_on.take_back(number(passing_id))
    if context.turn.step is not None and context.turn.step.kind == HEARD:
        await context.services.steps.end()
    await context.show("pass-taken-back", of_case=case.id, number=case.number)


async def _for_this_case(update: Update, context: BotContext) -> None:
    await context.services.handling.refuse_other_case(quoted_in(update), _case_of(context))


def _case_of(context: BotContext) -> CaseId:
    return CaseId(context.turn.step.payload["case"] if context.turn.step else 0)


async def _look(context: BotContext) -> None:
    await context.say(LETTER, of_case=_case_of(context))


async def _say(context: BotContext, name: str, passing: Passing, buttons: Buttons) -> None:
    case = await context.services.handling.seen(passing.case)
    partner = partner_name(context.turn.city, passing.partner)
    await context.say(name, of_case=case.id, number=case.number, partner=partner, buttons=buttons)


async def _show_done(context: BotContext, name: str, passing: Passing) -> None:
    case = await context.services.handling.seen(passing.case)
    partner, way = partner_name(context.turn.city, passing.partner), passing.way.value
    told, further = str(bool(case.resident)), row(button("digest-work", "digest-work"))
    await context.show(
        name, of_case=case.id, number=case.number, partner=partner, way=way, told=told, buttons=further
    )


async def _look_view(scene: Scene) -> Screen | None:
    """The whole letter as it will be, and what in it may tell who reported; nothing once it was decided about, or erased."""
    person = scene.turn.person
    draft = await PassingOn(scene.turn).draft_of(person) if person else None
    if draft is None or not draft.case.alias:  # erased meanwhile
        return None
    letter = letter_of(scene.turn.city, scene.texts, draft)
    heading = scene.text(LETTER, number=draft.case.number, partner=draft.partner.name, way=draft.way.value)
    hints = list(await _hints(scene, draft))
    return Screen(
        lines(heading, _reach(scene, draft), quoted(Reading(letter.text)), *hints), _decisions(draft)
    )


def _reach(scene: Scene, draft: PassingDraft) -> Html | None:
    phone, email = draft.partner.phone, draft.partner.email
    if draft.way is not Way.SELF or not (phone or email):
        return None
    return Html(scene.text("pass-reach", phone=phone or "none", email=email or "none").strip())


async def _hints(scene: Scene, draft: PassingDraft) -> list[Html]:
    """What to look at before it goes."""
    stays = bool(draft.case.place) and place_stays_here(draft)
    messages = await Dossiers(scene.turn).messages(draft.case)
    offered = [
        (stays, "pass-place"),
        (draft.case.spot is not None or any(one.words.spot for one in messages), "pass-spot"),
        (draft.is_partly, "pass-partly"),
    ]
    told = [scene.text(name, place=draft.case.place) for is_so, name in offered if is_so]
    told += enclosed_hints(scene, draft)
    return [*told, *_telling(scene, draft), scene.text("pass-rewrite" if draft.text else "pass-empty")]


def _telling(scene: Scene, draft: PassingDraft) -> Iterator[Html]:
    if draft.found:
        yield scene.text("pass-tells")
    for one in draft.found[:MOST_HINTS]:
        yield scene.text("pass-tells-line", what=one.tells.value, words=one.words)


def _decisions(draft: PassingDraft) -> Buttons:
    """Nothing without words can go; what may tell who reported goes only when somebody says so."""
    version = draft.version
    leaving = row(button("pass-leave-out", "pass-leave-out", version)) if draft.found else ()
    stopping = row(button("pass-stop", "pass-stop", version))
    if draft.case.place and not place_stays_here(draft):
        leaving += row(button("pass-wijk-only", "pass-wijk-only", version))
    if not draft.text:
        return choices(draft) + stopping
    as_it_is, all_the_same = _GOING if draft.way is not Way.SELF else _TOLD
    label = all_the_same if draft.found else as_it_is
    return (*leaving, *choices(draft), *row(button(label, "pass-send", version)), *stopping)


VIEWS: Final[Mapping[str, View]] = {
    LETTER: _look_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    here = PRIVATE & FROM_STAFF & WORDS
    return [
        pressed("desk-pass", begin),
        pressed("pass-leave-out", leave_out),
        pressed("pass-wijk-only", name_wijk_only),
        pressed("pass-send", send),
        pressed("pass-stop", stop),
        pressed("pass-back", take_back),
        pressed("desk-heard", ask_what),
        pressed("heard-done", is_done),
        pressed("heard-busy", is_busy),
        HappeningHandler(PASSING_WAITS, ask_about),
        HappeningHandler(HEARD_WAITS, ask_about_heard),
        MessageHandler(here & InStep(PASSING), rewrite),
        MessageHandler(here & InStep(HEARD), heard),
    ]
