"""Deep links of posters: `?start=wijk-ID`."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, filters

from bot.context import BotContext
from bot.domain.cases import CaseKind
from handlers.buttons import arguments, pressed
from handlers.drafting import begin
from handlers.languages import offer_languages
from handlers.posters import keep_poster, offer_wijk
from handlers.render import View
from handlers.steps import FRESH, FROM_STAFF

_LINK: Final = "wijk-"


async def scan(update: Update, context: BotContext) -> None:
    """A poster was scanned. Raises WijkUnknown for one of a wijk that the city does not have."""
    wijk = context.turn.city.wijk((context.args or [""])[0].removeprefix(_LINK)).id
    if context.person.language is not None:
        await offer_wijk(context, wijk)
        return
    await keep_poster(context, wijk)
    await offer_languages(update, context)


async def report(update: Update, context: BotContext) -> None:
    """A report of this wijk."""
    await _begin(update, context, CaseKind.SIGNAL)


async def ask(update: Update, context: BotContext) -> None:
    """A question about this wijk."""
    await _begin(update, context, CaseKind.QUESTION)


async def _begin(update: Update, context: BotContext, kind: CaseKind) -> None:
    (wijk,) = arguments(update, 1)
    await begin(context, kind, wijk=context.turn.city.wijk(wijk).id)


VIEWS: Final[Mapping[str, View]] = {}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    from_poster = filters.Regex(rf"^/start(@\w+)? {_LINK}")
    return [
        CommandHandler("start", scan, FRESH & ~FROM_STAFF & from_poster),
        pressed("poster-report", report),
        pressed("poster-ask", ask),
    ]
