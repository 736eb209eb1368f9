"""/bericht begins: who gets it, and about what it is."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler

from bot.context import BotContext
from bot.domain.announcements import Audience, AudienceKind
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button
from bot.services.announcements import Audiences
from handlers.announcing import (
    KIND,
    ask_audience,
    ask_dutch,
    ask_topic,
    begun,
    draft_of,
    preview,
    stepped,
    version_of,
    with_leaving,
)
from handlers.buttons import button, named, number, pressed, two_columns
from handlers.render import View
from handlers.steps import FROM_STAFF, PRIVATE

PAGE: Final = 10
VIEWS: Final[Mapping[str, View]] = {}


async def begin(update: Update, context: BotContext) -> None:  # noqa: ARG001 - every handler is given the update
    """/bericht: the question who gets it, for who may announce to anybody."""
    context.services.announcements.audiences(context.staff)
    await context.services.seconds.require_any(context.staff)
    context.services.answers.refuse_while_words_wait()
    await context.services.steps.interrupt(KIND, "audience")
    await ask_audience(context)


async def choose_kind(update: Update, context: BotContext) -> None:
    """A wijk, a stadsdeel or everybody; where there is one of them only, nobody is asked which."""
    (kind,) = stepped(update, context, 1, "audience")
    audiences = context.services.announcements.audiences(context.staff)
    if kind == AudienceKind.EVERYBODY:
        await _address(context, Audience(AudienceKind.EVERYBODY))
    elif kind == AudienceKind.WIJK and len(audiences.wijken) == 1:
        await _address(context, Audience(AudienceKind.WIJK, audiences.wijken[0].id))
    elif kind in {AudienceKind.WIJK, AudienceKind.STADSDEEL}:
        await _list(context, audiences, kind, 0)
    else:
        raise ButtonExpired


async def turn_page(update: Update, context: BotContext) -> None:
    kind, page = stepped(update, context, 2, "audience")
    audiences = context.services.announcements.audiences(context.staff)
    await _list(context, audiences, kind, number(page))


async def _list(context: BotContext, audiences: Audiences, kind: str, page: int) -> None:
    """Ten at a time, two columns."""
    choices = _choices(context, audiences, kind)
    first, version = page * PAGE, version_of(context)
    turns = []
    if page:
        turns.append(button("announce-previous", "announce-page", version, kind, page - 1))
    if first + PAGE < len(choices):
        turns.append(button("announce-next", "announce-page", version, kind, page + 1))
    rows = (*two_columns(choices[first : first + PAGE]), *((tuple(turns),) if turns else ()))
    await context.show("announce-which", kind=kind, buttons=with_leaving(context, rows, back=True))


def _choices(context: BotContext, audiences: Audiences, kind: str) -> list[Button]:
    version = version_of(context)
    if kind == AudienceKind.WIJK:
        return [named(wijk.name, "announce-wijk", version, wijk.id) for wijk in audiences.wijken]
    places = enumerate(context.turn.city.stadsdelen)
    return [
        named(one.name, "announce-stadsdeel", version, at)
        for at, one in places
        if one in audiences.stadsdelen
    ]


async def choose_wijk(update: Update, context: BotContext) -> None:
    (wijk,) = stepped(update, context, 1, "audience")
    await _address(context, Audience(AudienceKind.WIJK, wijk))


async def choose_stadsdeel(update: Update, context: BotContext) -> None:
    (at,) = stepped(update, context, 1, "audience")
    stadsdelen = context.turn.city.stadsdelen
    if number(at) >= len(stadsdelen):
        raise ButtonExpired
    await _address(context, Audience(AudienceKind.STADSDEEL, stadsdelen[number(at)].name))


async def _address(context: BotContext, audience: Audience) -> None:
    """A new draft, or the same one for others."""
    announcements = context.services.announcements
    if "announcement" in begun(context).payload:
        draft = await announcements.readdress(context.staff, await draft_of(context), audience)
    else:
        draft = await announcements.begin(context.staff, audience)
    if draft.text(context.turn.city.master.code):
        await _look_again(context)
        return
    await context.services.steps.go("topic", announcement=draft.id)
    await ask_topic(context)


async def choose_topic(update: Update, context: BotContext) -> None:
    """About what it is: then the Dutch, or a look at the whole where that is written already."""
    (topic,) = stepped(update, context, 1, "topic")
    draft = await context.services.announcements.choose_topic(await draft_of(context), topic)
    if draft.text(context.turn.city.master.code):
        await _look_again(context)
        return
    await context.services.steps.go("dutch")
    await ask_dutch(context, draft)


async def _look_again(context: BotContext) -> None:
    await context.show("announce-changed")
    await preview(context)


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("bericht", begin, PRIVATE & FROM_STAFF),
        pressed("announce-to", choose_kind),
        pressed("announce-page", turn_page),
        pressed("announce-wijk", choose_wijk),
        pressed("announce-stadsdeel", choose_stadsdeel),
        pressed("announce-about", choose_topic),
    ]
