"""Partner: somebody of a service or organisation reads what was passed on to them, answers the desk, and says when it is done."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from bot.context import BotContext, current_turn
from bot.domain.intents import Buttons
from bot.domain.passings import Ended, Passing
from bot.domain.people import Role
from bot.services.dossiers import Dossiers
from bot.services.in_between import begin_over
from bot.services.passings import Passings
from bot.services.told_of_partners import ASKED, ENCLOSED
from handlers.buttons import arguments, button, named, number, pressed, row, two_columns
from handlers.case_words import Reading, quoted
from handlers.menu import MENU_PRESS
from handlers.phrases import case_line, lines
from handlers.render import Scene, Screen, View
from handlers.steps import PRIVATE, WORDS, InNoStep, InStep, quoted_in, words_of

PARTNER: Final = "partner"
WRITE: Final = "write"
LIST: Final = "partner-list"


class FromPartner(filters.UpdateFilter):
    """Somebody of a partner writes."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        staff = current_turn.get().turn.staff
        return staff is not None and staff.role is Role.PARTNER


async def show(update: Update, context: BotContext) -> None:
    """📨: one of those in the list, in full."""
    (passing_id,) = arguments(update, 1)
    passing = await context.services.passing_on.asked(number(passing_id))
    await context.services.passings.show(context.person, passing)


async def begin(update: Update, context: BotContext) -> None:
    """💬: what is written next is the answer."""
    await _begin(update, context, "partner-write", done=False)


async def begin_end(update: Update, context: BotContext) -> None:
    """✅: done; what they did is asked for."""
    await _begin(update, context, "partner-write-done", done=True)


async def _begin(update: Update, context: BotContext, name: str, *, done: bool) -> None:
    (passing_id,) = arguments(update, 1)
    passing = await context.services.passing_on.asked(number(passing_id))
    step = await begin_over(context.turn, PARTNER, WRITE, passing=passing.id, done=done)
    without = row(button("partner-without", "partner-without", step.version)) if done else ()
    buttons = (*without, *row(button("partner-stop", "partner-stop", step.version)))
    await _say(context, name, passing, buttons)


async def write(update: Update, context: BotContext) -> None:
    """The answer, for the desk alone."""
    step = context.turn.step
    payload = step.payload if step else {}
    done = bool(payload.get("done"))
    passing = await context.services.passing_on.answer(payload.get("passing", 0), words_of(update), done=done)
    await context.services.steps.end()
    await _say(context, "partner-kept", passing, done=str(done))


async def without(update: Update, context: BotContext) -> None:
    """⏭: done, and nothing to tell."""
    payload = context.services.passing_on.written_by_partner(PARTNER, _version(update))
    passing = await context.services.passing_on.done(payload["passing"])
    await context.services.steps.end()
    await _say(context, "partner-kept", passing, done=str(True))


async def stop(update: Update, context: BotContext) -> None:
    context.services.passing_on.written_by_partner(PARTNER, _version(update))
    await context.services.steps.end()
    await context.show("partner-stopped")


async def reply(update: Update, context: BotContext) -> None:
    """A reply to what was passed on is the answer; other words belong to nothing, and what waits is listed."""
    quoted_message = quoted_in(update)
    passing = await context.services.passing_on.replied_to(quoted_message) if quoted_message else None
    if passing is None:
        await listed(update, context)
        return
    await context.services.passing_on.answer(passing.id, words_of(update), done=False)
    await _say(context, "partner-kept", passing, done=str(False))


async def listed(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """What waits for somebody of this partner."""
    await context.say(LIST)


def _version(update: Update) -> int:
    (version,) = arguments(update, 1)
    return number(version)


async def _say(
    context: BotContext, name: str, passing: Passing, buttons: Buttons = (), **values: str
) -> None:
    case = await Dossiers(context.turn).case(passing.case)
    of_case = case.number if case else ""
    await context.say(name, of_case=passing.case, number=of_case, buttons=buttons, **values)


async def _asked_view(scene: Scene) -> Screen | None:
    """What was written to the partner, and nothing else of the case; who may read it no more reads that it is over."""
    staff = scene.turn.staff
    case = await Dossiers(scene.turn).case(scene.intent.case)
    passing = await Passings(scene.turn).find(int(scene.intent.values["passing"] or 0))
    if staff is None or case is None:
        return None
    if passing is None or not await Passings(scene.turn).is_for(staff, passing):
        is_done = passing is not None and passing.outcome is Ended.DONE
        return Screen(scene.text("partner-is-done" if is_done else "partner-over", number=case.number))
    buttons = row(
        button("partner-answer", "partner-answer", passing.id),
        button("partner-done", "partner-done", passing.id),
    )
    text = scene.text(ASKED, number=case.number)
    return Screen(lines(text, quoted(Reading(passing.letter.text))), buttons)


async def _enclosed_view(scene: Scene) -> Screen | None:
    """One of the pictures and sounds that were chosen to go with it."""
    staff, passing = (
        scene.turn.staff,
        await Passings(scene.turn).find(int(scene.intent.values["passing"] or 0)),
    )
    if staff is None or passing is None or not await Passings(scene.turn).is_for(staff, passing):
        return None
    item = int(scene.intent.values["item"] or 0)
    media = passing.letter.enclosed[item : item + 1]
    return Screen(media=media) if media else None


async def _list_view(scene: Scene) -> Screen | None:
    staff = scene.turn.staff
    if staff is None:
        return None
    waiting = await Passings(scene.turn).of_partner(staff)
    cases = [(one, await Dossiers(scene.turn).case(one.case)) for one in waiting]
    shown = [named(case_line(scene, case), "partner-show", one.id) for one, case in cases if case]
    return Screen(scene.text(LIST, count=len(shown)), two_columns(shown))


VIEWS: Final[Mapping[str, View]] = {ASKED: _asked_view, ENCLOSED: _enclosed_view, LIST: _list_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    here = PRIVATE & FromPartner()
    return [
        CommandHandler("werk", listed, here),
        pressed("partner-show", show),
        pressed("partner-answer", begin),
        pressed("partner-done", begin_end),
        pressed("partner-without", without),
        pressed("partner-stop", stop),
        MessageHandler(here & WORDS & InStep(PARTNER), write),
        MessageHandler(here & WORDS & ~MENU_PRESS & InNoStep(), reply),
    ]
