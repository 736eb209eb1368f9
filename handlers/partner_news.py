"""Partner news: what the desk hears of a partner, or does not; what became of a mail; and what the resident hears."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.passings import Passing
from bot.domain.permissions import may_see
from bot.services.dossiers import Dossiers
from bot.services.passings import MAIL_ENDED, SILENT, Passings
from bot.services.told_of_partners import PASSED_ON, SAID
from bot.services.twins import Twins
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_words import Reading, quoted
from handlers.dates import day_in
from handlers.discreet import discreet, own_case
from handlers.happenings import HappeningHandler
from handlers.passed import partner_name
from handlers.phrases import lines
from handlers.render import Scene, Screen, View


async def mail_again(update: Update, context: BotContext) -> None:
    """🔁: the mail that did not arrive, or perhaps not."""
    (passing_id,) = arguments(update, 1)
    passing = await context.services.passing_on.mail_again(number(passing_id))
    case = await context.services.handling.seen(passing.case)
    await context.show("mail-goes", of_case=case.id, number=case.number)


async def silent(happening: Happening, context: BotContext) -> None:
    await context.services.passings.silent(happening.detail["passing"])


async def mail_ended(happening: Happening, context: BotContext) -> None:
    await context.services.passings.mail_ended(happening.detail["passing"])


async def _passing_in(scene: Scene) -> Passing | None:
    """The passing that staff are told of, while they may see its case."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not may_see(scene.turn.city, staff, case):
        return None
    return await Passings(scene.turn).find(int(scene.intent.values["passing"] or 0))


async def _said_view(scene: Scene) -> Screen | None:
    """What a partner said, and what to do with it."""
    passing, case = await _passing_in(scene), await Dossiers(scene.turn).case(scene.intent.case)
    if passing is None or case is None:
        return None
    at = int(scene.intent.values.get("said") or 0)
    answers = await Passings(scene.turn).answers(passing)
    words = answers[at - 1].text if 0 < at <= len(answers) else ""
    values = {"number": case.number, "partner": partner_name(scene.turn.city, passing.partner)}
    text = scene.text(SAID, done=str(scene.intent.values.get("done")), **values)
    answer = (
        [button("desk-answer", "desk-answer", case.id)]
        if case.open and await Twins(scene.turn).has_reader(case)
        else []
    )
    buttons = row(*answer, button("desk-open", "desk-open", case.id))
    return Screen(lines(text, quoted(Reading(words)) if words else None), buttons)


async def _silent_view(scene: Scene) -> Screen | None:
    passing = await _passing_in(scene)
    if passing is None or not passing.open:
        return None
    return await _about(scene, passing, "desk-heard", days=scene.turn.city.answers.partner_days)


async def _mail_view(scene: Scene) -> Screen | None:
    """The mail did not arrive, or perhaps not; nothing once it goes again."""
    passing = await _passing_in(scene)
    if passing is None or not passing.open or passing.mail is None:
        return None
    return await _about(scene, passing, "mail-again", state=passing.mail.value)


async def _mail_without_view(scene: Scene) -> Screen | None:
    """The text is with the partner, and some pictures are not: who keeps the case sees to it."""
    passing, case = await _passing_in(scene), await Dossiers(scene.turn).case(scene.intent.case)
    if passing is None or case is None or not passing.open or not passing.left_out:
        return None
    text = scene.text(
        "notice-mail-without",
        number=case.number,
        partner=partner_name(scene.turn.city, passing.partner),
        count=passing.left_out,
        why="large" if passing.too_large else "gone",
    )
    return Screen(text, row(button("desk-open", "desk-open", case.id)))


async def _about(scene: Scene, passing: Passing, act: str, **values: object) -> Screen | None:
    case = await Dossiers(scene.turn).case(passing.case)
    if case is None:
        return None
    partner = partner_name(scene.turn.city, passing.partner)
    text = scene.text(scene.intent.name, number=case.number, partner=partner, **values)
    return Screen(text, row(button(act, act, passing.id)) + row(button("desk-open", "desk-open", case.id)))


async def _told_view(scene: Scene) -> Screen | None:
    """To the resident: who has it now, and when they hear more."""
    case = await own_case(scene)
    if case is None:
        return None
    partner = scene.turn.city.partner(str(scene.intent.values["partner"]))
    about = partner.about.says(scene.language) or "none"
    text = scene.text(
        PASSED_ON,
        number=case.number,
        partner=partner.name,
        about=about,
        day=day_in(scene, "day"),
        shown=str(bool(scene.intent.values.get("enclosed"))),
    )
    return Screen(text, row(button("case-add", "add", case.id)))


VIEWS: Final[Mapping[str, View]] = {
    SAID: _said_view,
    "notice-partner-silent": _silent_view,
    "notice-mail": _mail_view,
    "notice-mail-without": _mail_without_view,
    PASSED_ON: discreet(_told_view),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("mail-again", mail_again),
        HappeningHandler(SILENT, silent),
        HappeningHandler(MAIL_ENDED, mail_ended),
    ]
