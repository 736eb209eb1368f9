"""Who the wijkmanager is: by role, office, hours, how to reach; only what the city has confirmed is said as certain."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler

from bot.context import BotContext
from bot.domain.city import City, Confidence, Office, Partner
from bot.texts import Html
from handlers.buttons import button, pressed, row
from handlers.menu import WIJKMANAGER
from handlers.phrases import lines
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, Labelled
from handlers.wishes import Typed


async def show(_: Update, context: BotContext) -> None:
    """/wijkmanager, or the menu."""
    await context.say("wijkmanager")


async def talk(_: Update, context: BotContext) -> None:
    """Somebody wants to speak with a person; the receipt says who answers."""
    await context.services.talks.ask(context.words("wijkmanager-wish"), context.pressed or 0)
    await context.show("wijkmanager-asked")


async def talk_typed(update: Update, context: BotContext) -> None:
    """Words for it, typed: the same."""
    message = update.effective_message
    await context.services.talks.ask(context.words("wijkmanager-wish"), message.message_id if message else 0)
    await context.say("wijkmanager-asked")


async def _view(scene: Scene) -> Screen:
    city = scene.turn.city
    intro = scene.text("wijkmanager", days=city.answers.working_days)
    where = [line for line in (*_office(scene, city.office), *_reach(scene, city)) if line]
    is_resident = scene.turn.staff is None
    buttons = row(button("wijkmanager-talk", "wijkmanager-talk")) if is_resident else ()
    return Screen(Html("\n\n".join([intro, lines(*where), *_wijken(scene)])), buttons)


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


def _wijken(scene: Scene) -> Iterator[Html]:
    """The stadsdeel of the wijk used last, when the city has confirmed it."""
    person, city = scene.turn.person, scene.turn.city
    if person is None or person.last_wijk is None or not city.has_wijk(person.last_wijk):
        return
    if stadsdeel := city.shown_stadsdeel_of(person.last_wijk):
        names = ", ".join(wijk.name for wijk in city.wijken_of(stadsdeel.name))
        yield scene.text("wijkmanager-wijken", stadsdeel=stadsdeel.name, wijken=names)


VIEWS: Final[Mapping[str, View]] = {"wijkmanager": _view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("wijkmanager", show, FRESH),
        MessageHandler(FRESH & Labelled(WIJKMANAGER), show),
        MessageHandler(FRESH & Typed("talk"), talk_typed),
        pressed("wijkmanager-talk", talk),
    ]
