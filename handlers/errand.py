"""👀 Ga kijken: the desk asks the team of the wijk; who goes sends back what is there, and only the desk reads it."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.context import BotContext, Happening, current_turn
from bot.domain.cases import Case, CaseId
from bot.domain.errands import Errand, ErrandState
from bot.domain.intents import Buttons
from bot.domain.people import Role
from bot.domain.permissions import may_go_and_look, may_handle, may_see
from bot.services.dossiers import Dossiers
from bot.services.errand_names import ERRAND, ERRAND_MEDIA, ERRAND_SEEN
from bot.services.errands import ASKING, KIND, LOOKING, UNSENT, WAITS, Errands
from handlers.answering import attached_words
from handlers.buttons import arguments, button, column, number, pressed, row
from handlers.case_words import Reading, quoted
from handlers.happenings import HappeningHandler
from handlers.phrases import case_subject, lines, place_words
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, PRIVATE, WORDS, InNoStep, InStep, quoted_in, words_of
from handlers.unsent import still_waits

LOOK: Final = "errand-look"


class OfTheTeam(filters.UpdateFilter):
    """A team member writes, or who stands in for one."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        staff = current_turn.get().turn.staff
        return staff is not None and staff.role is Role.TEAM_MEMBER


async def begin(update: Update, context: BotContext) -> None:
    """👀: what is written next is what the team looks for."""
    (case_id,) = arguments(update, 1)
    case = await context.services.errands.begin(CaseId(number(case_id)))
    await context.say("errand-what", of_case=case.id, number=case.number, buttons=_stopping(context))


async def ask(update: Update, context: BotContext) -> None:
    """The whole team of the wijk is asked at once."""
    errand = await context.services.errands.ask(words_of(update))
    case = await context.services.handling.seen(errand.case)
    dropping = row(button("errand-drop", "errand-drop", errand.id))
    await context.say("errand-is-asked", of_case=case.id, number=case.number, buttons=dropping)


async def take(update: Update, context: BotContext) -> None:
    """✋: who presses first goes."""
    (errand,) = arguments(update, 1)
    await context.services.errands.take(number(errand))


async def give_back(update: Update, context: BotContext) -> None:
    (errand,) = arguments(update, 1)
    await context.services.errands.give_back(number(errand))


async def look(update: Update, context: BotContext) -> None:
    """📷: what is sent next is what is there."""
    (errand,) = arguments(update, 1)
    found = await context.services.errands.begin_report(number(errand))
    await context.say(LOOK, of_case=found.case, errand=found.id, buttons=_stopping(context))


async def reply(update: Update, context: BotContext) -> None:
    """A picture from the street, as a reply to what was asked or just so: what is there."""
    found = await context.services.errands.replied_to(quoted_in(update))
    if found is None:
        await context.say("errand-none")
        return
    await context.services.errands.begin_report(found.id)
    await add(update, context)


async def add(update: Update, context: BotContext) -> None:
    """What is there, or more of it; shown once more before the desk has it."""
    step = await context.services.errands.add(words_of(update))
    found = await context.services.errands.find(step.payload["errand"])
    await _preview(context, found.case if found else None, step.version)


async def _preview(context: BotContext, case: CaseId | None, version: int) -> None:
    sending = button("errand-send", "errand-send", version)
    await context.say("errand-preview", of_case=case, buttons=(*column(sending), *_stopping(context)))


async def ask_about(happening: Happening, context: BotContext) -> None:
    """Ten minutes without a decision: the desk has not read it."""
    if await still_waits(happening, context):
        await _preview(context, happening.detail["case"], happening.detail["version"])


async def send(update: Update, context: BotContext) -> None:
    """✅: the desk has it."""
    (version,) = arguments(update, 1)
    case = await context.services.errands.send(number(version))
    await context.show("errand-sent", of_case=case.id, number=case.number)


async def stop(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    await context.services.errands.stop(number(version))
    await context.show("errand-stopped")


async def drop(update: Update, context: BotContext) -> None:
    """✖️: nobody has to go any more."""
    (errand,) = arguments(update, 1)
    case = await context.services.errands.drop(number(errand))
    await context.show("errand-is-dropped", of_case=case.id, number=case.number)


async def waits(happening: Happening, context: BotContext) -> None:
    await context.services.errands.waits(happening.detail["errand"])


def _stopping(context: BotContext) -> Buttons:
    step = context.turn.step
    return row(button("answer-stop", "errand-stop", step.version)) if step else ()


async def _about(scene: Scene) -> tuple[Errand, Case] | None:
    """The errand of the intent with its case, for who may see that."""
    found = await Errands(scene.turn).find(int(scene.intent.values.get("errand") or 0))
    case = await Dossiers(scene.turn).case(found.case) if found else None
    staff = scene.turn.staff
    is_seen = case is not None and staff is not None and may_see(scene.turn.city, staff, case)
    return (found, case) if found and case and is_seen else None


async def _errand_view(scene: Scene) -> Screen | None:
    """To the team: what, where, what to look for, and who goes."""
    about, staff = await _about(scene), scene.turn.staff
    if about is None or staff is None:
        return Screen(scene.text("errand-not-yours"))
    errand, case = about
    is_mine = errand.taken_by == staff.id
    state = "mine" if is_mine and errand.state is ErrandState.TAKEN else errand.state.value
    place = place_words(scene.turn.city, case.wijk, case.place)
    text = lines(
        scene.text(ERRAND, number=case.number, about=case_subject(scene, case), place=place or "none"),
        quoted(Reading(errand.asked)),
        scene.text("errand-state", state=state),
    )
    return Screen(text, _buttons(scene, errand, case, is_mine=is_mine))


def _buttons(scene: Scene, errand: Errand, case: Case, *, is_mine: bool) -> Buttons:
    staff = scene.turn.staff
    opening = button("desk-open", "desk-open", case.id)
    if staff is None or not may_go_and_look(scene.turn.city, staff, case) or not errand.open:
        return row(opening)
    if errand.state is ErrandState.OPEN:
        return (*column(button("errand-take", "errand-take", errand.id)), (opening,))
    if not is_mine:
        return row(opening)
    looking = button("errand-look-now", "errand-look", errand.id)
    return (*column(looking), (opening, button("errand-give-back", "errand-back", errand.id)))


async def _look_view(scene: Scene) -> Screen | None:
    about = await _about(scene)
    return Screen(scene.text(LOOK, number=about[1].number), scene.intent.buttons) if about else None


async def _preview_view(scene: Scene) -> Screen | None:
    """What the desk will have, as it stands when this is written."""
    person, case = scene.turn.person, await Dossiers(scene.turn).case(scene.intent.case)
    seen = await Errands(scene.turn).draft_of(person.id) if person else None
    if seen is None or case is None:
        return None
    text = lines(
        scene.text("errand-preview", number=case.number),
        quoted(Reading(seen.text)) if seen.text else None,
        attached_words(scene, seen),
        scene.text("errand-preview-more"),
    )
    return Screen(text, scene.intent.buttons)


async def _seen_view(scene: Scene) -> Screen | None:
    """To the desk, below the card: what is there. The resident reads nothing of it."""
    about, staff = await _about(scene), scene.turn.staff
    if (
        about is None
        or staff is None
        or about[0].seen is None
        or not may_handle(scene.turn.city, staff, about[1])
    ):
        return None
    errand, case = about
    seen = errand.seen
    if seen is None:
        return None
    text = lines(
        scene.text(ERRAND_SEEN, number=case.number),
        quoted(Reading(seen.text)) if seen.text else None,
        attached_words(scene, seen),
    )
    return Screen(
        text, row(button("desk-answer", "desk-answer", case.id), button("desk-open", "desk-open", case.id))
    )


async def _media_view(scene: Scene) -> Screen | None:
    about, staff = await _about(scene), scene.turn.staff
    seen = about[0].seen if about else None
    if about is None or staff is None or seen is None or not may_handle(scene.turn.city, staff, about[1]):
        return None
    item = int(scene.intent.values.get("item") or 0)
    return Screen(spot=seen.spot) if item < 0 else Screen(media=seen.media[item : item + 1])


async def _unseen_view(scene: Scene) -> Screen | None:
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not may_see(scene.turn.city, staff, case):
        return None
    text = scene.text("errand-unseen", number=case.number, taken=str(bool(scene.intent.values["taken"])))
    return Screen(text, row(button("desk-open", "desk-open", case.id)))


VIEWS: Final[Mapping[str, View]] = {
    ERRAND: _errand_view,
    LOOK: _look_view,
    "errand-preview": _preview_view,
    ERRAND_SEEN: _seen_view,
    ERRAND_MEDIA: _media_view,
    "errand-unseen": _unseen_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    here = PRIVATE & FROM_STAFF & WORDS
    return [
        pressed("desk-errand", begin),
        pressed("errand-take", take),
        pressed("errand-back", give_back),
        pressed("errand-look", look),
        pressed("errand-send", send),
        pressed("errand-stop", stop),
        pressed("errand-drop", drop),
        MessageHandler(here & InStep(KIND, ASKING), ask),
        MessageHandler(here & InStep(KIND, LOOKING), add),
        MessageHandler(FRESH & WORDS & OfTheTeam() & InNoStep(), reply),
        HappeningHandler(WAITS, waits),
        HappeningHandler(UNSENT, ask_about),
    ]
