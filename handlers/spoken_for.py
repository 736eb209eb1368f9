"""What a draft of staff shows besides a resident's: for whom it is, what may give that person away, the consent, what is next."""

from typing import Final

from bot.context import BotContext
from bot.domain.cases import Case, Origin
from bot.domain.drafts import Draft
from bot.domain.intents import Buttons
from bot.domain.permissions import may_see
from bot.services.recognisable import recognisable_in
from bot.texts import Html
from handlers.buttons import button, column, row
from handlers.render import Scene

BEHALF_KEPT: Final = "behalf-kept"
OBSERVED_KEPT: Final = "observed-kept"
LOAD: Final = "load"
LOAD_LIST: Final = "load-list-view"


def ask_text(draft: Draft) -> str:
    """The first question."""
    return {Origin.BEHALF: "behalf-ask", Origin.OBSERVED: "observed-ask"}.get(draft.origin, "draft-ask")


def sensitive_text(draft: Draft) -> str:
    """Who will read it: said to the resident, or to who must say it to somebody."""
    names = {Origin.BEHALF: "behalf-sensitive", Origin.OBSERVED: "observed-sensitive"}
    return names.get(draft.origin, "draft-sensitive")


def whose_line(scene: Scene, draft: Draft) -> Html | None:
    if draft.origin is Origin.RESIDENT:
        return None
    return scene.text("behalf-whose" if draft.origin is Origin.BEHALF else "observed-whose")


def warning_line(scene: Scene, draft: Draft) -> Html | None:
    """What in the words may tell who somebody is; staff decide what to do with it."""
    found = () if draft.origin is Origin.RESIDENT else recognisable_in(scene.turn, draft.text)
    if not found:
        return None
    return scene.text("behalf-warning", found=", ".join(scene.label(f"recognisable-{one}") for one in found))


def agreeing(draft: Draft) -> Buttons:
    """The tick: the person was asked and agrees."""
    if draft.origin is not Origin.BEHALF:
        return ()
    label = "behalf-agreed" if draft.agreed else "behalf-agree"
    return row(button(label, "b-agree", draft.version))


async def say_next(context: BotContext, draft: Draft, case: Case) -> None:
    """After sending: news of the wijk for a resident; for staff what can be done with the case now."""
    if case.origin is Origin.RESIDENT:
        if not draft.dangers:
            await context.services.news.offer(case)
    elif case.origin is Origin.BEHALF:
        buttons = column(button("load-one", "load-case", case.id), button("load-list", LOAD, 0))
        await context.say(BEHALF_KEPT, of_case=case.id, number=case.number, buttons=buttons)
    else:
        may = may_see(context.turn.city, context.staff, case)
        buttons = row(button("desk-open", "desk-open", case.id)) if may else ()
        await context.say(OBSERVED_KEPT, of_case=case.id, number=case.number, buttons=buttons)
