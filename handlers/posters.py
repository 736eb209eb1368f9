"""A poster of a wijk was scanned: report, ask or follow there; somebody new chooses a language first."""

from typing import Final

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.city import WijkId
from handlers.buttons import button, column

POSTER: Final = "poster"


async def keep_poster(context: BotContext, wijk: WijkId) -> None:
    """The poster waits until a language is chosen; what was written before it waits beneath."""
    await context.services.steps.interrupt(POSTER, POSTER, wijk=wijk)


async def write_at_poster(context: BotContext) -> None:
    """Words come while a poster waits: they go on with what was written before, or begin a report of its wijk."""
    step = context.turn.step
    if step is None or step.kind != POSTER:
        return
    await context.services.steps.end()
    wijk, draft = step.payload["wijk"], context.services.drafts.now()
    if draft is None:
        await context.services.drafts.begin(CaseKind.SIGNAL, wijk=wijk)
    else:
        await context.services.drafts.keep(draft.at_poster(wijk))


async def say_poster(context: BotContext) -> None:
    """What the poster is for, when one waits."""
    step = context.turn.step
    if step is not None and step.kind == POSTER:
        wijk = step.payload["wijk"]
        await context.services.steps.end()
        await offer_wijk(context, wijk)


async def offer_wijk(context: BotContext, wijk: WijkId) -> None:
    """What can be done from a poster; the wijk need not be asked for any more."""
    known = context.turn.city.wijk(wijk)
    await context.services.people.was_at(known.id)
    await context.say(
        "poster",
        wijk=known.name,
        buttons=column(
            button("menu-report", "poster-report", known.id),
            button("menu-ask", "poster-ask", known.id),
            button("news-on", "follow", known.id),
        ),
    )
