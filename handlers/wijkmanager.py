"""Who the wijkmanager is: by role, office, hours, how to reach; only what the city has confirmed is said as certain."""

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.city import City, Confidence, Office, Partner, Wijk
from bot.domain.intents import Buttons
from bot.domain.people import Role
from bot.domain.places import in_order
from bot.services.wijkmanagers import Wijkmanagers
from bot.texts import Html
from handlers.adding import ADD
from handlers.buttons import arguments, button, column, named, number, pressed, row, two_columns
from handlers.menu import BACK, WIJKMANAGER
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, Labelled
from handlers.wishes import Typed

PAGE: Final = 10


async def show(_: Update, context: BotContext) -> None:
    """/wijkmanager, or the menu."""
    await context.say("wijkmanager")


async def show_of(update: Update, context: BotContext) -> None:
    """Of another wijk."""
    (wijk,) = arguments(update, 1)
    await context.show("wijkmanager", wijk=context.turn.city.wijk(wijk).id)


async def choose(update: Update, context: BotContext) -> None:
    """All wijken, a page at a time."""
    await context.show("wijkmanager-choose", page=number(*arguments(update, 1)))


async def back(_: Update, context: BotContext) -> None:
    """From the list of wijken to the own one."""
    await context.show("wijkmanager")


async def talk(_: Update, context: BotContext) -> None:
    """Somebody wants to speak with a person; the receipt says who answers."""
    await _ask(context, context.pressed or 0)
    await context.show("wijkmanager-asked")


async def talk_there(update: Update, context: BotContext) -> None:
    """The same, in the wijk that was chosen."""
    (wijk,) = arguments(update, 1)
    await _ask(context, context.pressed or 0, context.turn.city.wijk(wijk).id)
    await context.show("wijkmanager-asked")


async def talk_typed(update: Update, context: BotContext) -> None:
    """Words for it, typed: the same."""
    message = update.effective_message
    await _ask(context, message.message_id if message else 0)
    await context.say("wijkmanager-asked")


async def _ask(context: BotContext, press: int, wijk: str | None = None) -> None:
    """Ask for it; what is written next, when and how, goes to that case."""
    case = await context.services.talks.ask(context.words("wijkmanager-wish"), press, wijk=wijk)
    step = context.turn.step
    if step is None or step.kind != ADD or step.payload["case"] != case.id:
        await context.services.steps.interrupt(ADD, "words", case=case.id)


async def _view(scene: Scene) -> Screen:
    city = scene.turn.city
    wijk = Wijkmanagers(scene.turn).asked_about(str(scene.intent.values.get("wijk") or ""))
    intro = scene.text("wijkmanager", days=city.answers.working_days)
    where = [line for line in (*_office(scene, city.office), *_reach(scene, city)) if line]
    here = lines(*[line async for line in _here(scene, wijk)]) if wijk else Html("")
    paragraphs = [part for part in (intro, here, lines(*where)) if part]
    return Screen(Html("\n\n".join(paragraphs)), _buttons(scene, wijk))


def _buttons(scene: Scene, wijk: Wijk | None) -> Buttons:
    other = button("wijkmanager-other", "wm-list", 0)
    if scene.turn.staff is not None:
        return row(other)
    where = (wijk.id,) if wijk else ()
    talk_button = button("wijkmanager-talk", "wijkmanager-talk-at" if wijk else "wijkmanager-talk", *where)
    return column(talk_button, other)


async def _here(scene: Scene, wijk: Wijk) -> AsyncIterator[Html]:
    """Who answers in this wijk now, and where else."""
    answering = await Wijkmanagers(scene.turn).of(wijk)
    who = scene.label("who-role", member=answering.role.value)
    absent = answering.role is not Role.WIJKMANAGER
    yield scene.text("wijkmanager-here", wijk=wijk.name, who=who, absent=str(absent))
    if answering.wijken:
        names = ", ".join(one.name for one in answering.wijken)
        yield scene.text("wijkmanager-also", wijken=names)
    elif stadsdeel := scene.turn.city.shown_stadsdeel_of(wijk.id):
        others = (one for one in scene.turn.city.wijken_of(stadsdeel.name) if one.id != wijk.id)
        if names := ", ".join(one.name for one in others):
            yield scene.text("wijkmanager-wijken", stadsdeel=stadsdeel.name, wijken=names)


async def _choose(scene: Scene) -> Screen:
    wijken = in_order(scene.turn.city.wijken)
    last = (len(wijken) - 1) // PAGE
    page = min(int(scene.intent.values["page"] or 0), last)
    some = wijken[page * PAGE : (page + 1) * PAGE]
    rows = two_columns(named(wijk.name, "wm-wijk", wijk.id) for wijk in some)
    turns = [button("place-previous", "wm-list", page - 1)] if page else []
    turns += [button("place-next", "wm-list", page + 1)] if page < last else []
    pages = (tuple(turns),) if turns else ()
    return Screen(scene.text("wijkmanager-choose"), (*rows, *pages, (button(BACK, "wm"),)))


def _office(scene: Scene, office: Office) -> Iterator[Html]:
    """The house, and when somebody is there; no hours means that nobody has told us."""
    yield scene.text("wijkmanager-office", name=office.name)
    if office.address:
        yield scene.text("wijkmanager-address", address=office.address, sure=str(office.confirmed))
    for hours in office.hours if office.confirmed else ():
        yield scene.text(
            "wijkmanager-hours",
            weekday=hours.weekday + 1,
            opens=f"{hours.opens:%H:%M}",
            closes=f"{hours.closes:%H:%M}",
        )


def _reach(scene: Scene, city: City) -> Iterator[Html]:
    partner = _verified(city)
    if partner is None:
        return
    if partner.phone:
        yield scene.text("wijkmanager-phone", phone=partner.phone)
    if partner.email:
        yield scene.text("wijkmanager-email", email=partner.email)


def _verified(city: City) -> Partner | None:
    """The office's telephone and e-mail, when a public source gives them."""
    if city.office.partner is None:
        return None
    partner = city.partner(city.office.partner)
    return partner if partner.confidence is Confidence.VERIFIED else None


VIEWS: Final[Mapping[str, View]] = {"wijkmanager": _view, "wijkmanager-choose": _choose}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("wijkmanager", show, FRESH),
        MessageHandler(FRESH & Labelled(WIJKMANAGER), show),
        MessageHandler(FRESH & Typed("talk"), talk_typed),
        pressed("wijkmanager-talk", talk),
        pressed("wijkmanager-talk-at", talk_there),
        pressed("wm", back),
        pressed("wm-list", choose),
        pressed("wm-wijk", show_of),
    ]
