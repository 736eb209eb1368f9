"""🛣: staff place a street in a wijk, from a case; /straten lists what colleagues placed, to be removed again."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.cases import CaseId
from bot.domain.city import City
from bot.domain.intents import Button
from bot.domain.permissions import may_remove_streets
from bot.domain.places import LearnedStreet, StreetId
from bot.services.streets import STREET, Streets
from handlers.buttons import arguments, button, column, named, number, pressed, row, turning
from handlers.drafting import command_text
from handlers.menu import BACK
from handlers.render import Scene, Screen, View
from handlers.steps import FROM_STAFF, PRIVATE, WORDS, InStep, quoted_in, words_of

CHECK: Final = "street-check"
LEARNED: Final = "street-learned"
LIST: Final = "street-list"
FOUND: Final = "street-found"
ASK: Final = "street-remove-ask"
REMOVED: Final = "street-removed"
PAGE: Final = 10


async def begin(update: Update, context: BotContext) -> None:
    """🛣: what would be learned is shown first."""
    (case_id,) = arguments(update, 1)
    case = await context.services.streets.begin(CaseId(number(case_id)))
    await context.say(CHECK, of_case=case.id)


async def rename(update: Update, context: BotContext) -> None:
    """The name, written well."""
    case = CaseId(context.turn.step.payload["case"] if context.turn.step else 0)
    await context.services.handling.refuse_other_case(quoted_in(update), case)
    await context.services.streets.rename(words_of(update))
    await context.say(CHECK, of_case=case)


async def confirm(update: Update, context: BotContext) -> None:
    """From now on everybody's report knows it."""
    (version,) = arguments(update, 1)
    learned = await context.services.streets.confirm(number(version))
    undo = row(button("street-undo", "street-gone", learned.id))
    await context.show(LEARNED, street=learned.id, buttons=undo)


async def stop(update: Update, context: BotContext) -> None:
    (version,) = arguments(update, 1)
    await context.services.streets.stop(number(version))
    await context.show("street-stopped")


async def show_list(update: Update, context: BotContext) -> None:
    """/straten; with words behind it only those whose name holds them."""
    if wanted := command_text(update):
        found = await context.services.streets.named(wanted)
        await context.say(FOUND, streets=",".join(str(one.id) for one in found[:PAGE]), count=len(found))
        return
    await context.services.streets.everything()
    await context.say(LIST, page=0)


async def turn_page(update: Update, context: BotContext) -> None:
    """Another page in the place of this one."""
    (page,) = arguments(update, 1)
    await context.services.streets.everything()
    await context.show(LIST, page=number(page))


async def ask_removal(update: Update, context: BotContext) -> None:
    """A street of the list was pressed."""
    (street,) = arguments(update, 1)
    found = await context.services.streets.get(StreetId(number(street)))
    yes = button("street-remove", "street-gone", found.id)
    await context.show(ASK, street=found.id, buttons=column(yes, button(BACK, "street-list", 0)))


async def remove(update: Update, context: BotContext) -> None:
    """It is forgotten, for everybody."""
    (street,) = arguments(update, 1)
    found = await context.services.streets.remove(StreetId(number(street)))
    wijk = _wijk_name(context.turn.city, found)
    await context.show(REMOVED, street=found.name, wijk=wijk)


async def _check_view(scene: Scene) -> Screen | None:
    """What is about to be learned; nothing when that is over."""
    person, city = scene.intent.person, scene.turn.city
    lesson = await Streets(scene.turn).lesson_of(person) if person is not None else None
    if lesson is None:
        return None
    text = scene.text(CHECK, street=lesson.name, wijk=city.wijk(lesson.wijk).name)
    yes = button("street-yes", "street-yes", lesson.version)
    return Screen(text, row(yes, button("answer-stop", "street-stop", lesson.version)))


async def _one_view(scene: Scene) -> Screen:
    """One street as it stands now."""
    street = await Streets(scene.turn).find(StreetId(int(scene.intent.values["street"] or 0)))
    if street is None:
        return Screen(scene.text("street-was-removed"))
    wijk = _wijk_name(scene.turn.city, street)
    return Screen(scene.text(scene.intent.name, street=street.name, wijk=wijk), scene.intent.buttons)


async def _list_view(scene: Scene) -> Screen | None:
    """A page of what colleagues placed, each a button; nothing for who lost that role on the way."""
    if scene.turn.staff is None or not may_remove_streets(scene.turn.staff):
        return None
    streets = await Streets(scene.turn).everything()
    last = max(len(streets) - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    shown = streets[page * PAGE : (page + 1) * PAGE]
    text = scene.text(LIST, count=len(streets), page=str(page + 1), pages=str(last + 1))
    return Screen(
        text, (*column(*(_line(scene, street) for street in shown)), *turning("street-list", page, last))
    )


async def _found_view(scene: Scene) -> Screen | None:
    """What was looked for, as far as it still counts."""
    if scene.turn.staff is None or not may_remove_streets(scene.turn.staff):
        return None
    wanted = {int(one) for one in str(scene.intent.values["streets"]).split(",") if one}
    streets = [one for one in await Streets(scene.turn).everything() if one.id in wanted]
    text = scene.text(FOUND, count=int(scene.intent.values["count"] or 0))
    return Screen(text, column(*(_line(scene, street) for street in streets)))


def _line(scene: Scene, street: LearnedStreet) -> Button:
    words = scene.label("street-one", street=street.name, wijk=_wijk_name(scene.turn.city, street))
    return named(words, "street-one", street.id)


def _wijk_name(city: City, street: LearnedStreet) -> str:
    """A wijk that the city file has no more goes by its id."""
    return city.wijk(street.wijk).name if city.has_wijk(street.wijk) else street.wijk


VIEWS: Final[Mapping[str, View]] = {
    CHECK: _check_view,
    LEARNED: _one_view,
    ASK: _one_view,
    LIST: _list_view,
    FOUND: _found_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("straten", show_list, PRIVATE & FROM_STAFF),
        pressed("desk-street", begin),
        pressed("street-yes", confirm),
        pressed("street-stop", stop),
        pressed("street-list", turn_page),
        pressed("street-one", ask_removal),
        pressed("street-gone", remove),
        MessageHandler(PRIVATE & FROM_STAFF & WORDS & InStep(STREET), rename),
    ]
