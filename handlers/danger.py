"""The card of danger: numbers to call, at once; and one tap that makes a report urgent."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.city import City, HelpFor, HelpNumber
from bot.domain.danger import DangerKind
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Buttons
from handlers.buttons import arguments, button, number, pressed, row
from handlers.phrases import lines
from handlers.render import Scene, Screen, View

_KINDS: Final = tuple(DangerKind)
_HELP: Final[Mapping[DangerKind, tuple[HelpFor, ...]]] = {
    DangerKind.FIRE: (HelpFor.FIRE,),
    DangerKind.GAS: (HelpFor.GAS,),
    DangerKind.VIOLENCE: (HelpFor.VIOLENCE,),
    # A child that is beaten, or wants to die, may write this: the number for children, once the city confirms one.
    DangerKind.VIOLENCE_AT_HOME: (HelpFor.VIOLENCE_AT_HOME, HelpFor.CHILDREN),
    DangerKind.INJURY: (HelpFor.MEDICAL,),
    DangerKind.SUICIDE: (HelpFor.SUICIDE, HelpFor.TALK, HelpFor.CHILDREN),
}
YES: Final = "yes"
NO: Final = "no"


async def answer(update: Update, context: BotContext) -> None:
    """It is going on now, or not; the numbers stay."""
    said, draft, about, kinds = arguments(update, 4)
    if said not in {YES, NO} or not (kinds and set(kinds) <= set("012345")):
        raise ButtonExpired
    is_sent = said == YES and await _make_urgent(context, number(draft), number(about))
    named = ",".join(_KINDS[int(kind)] for kind in kinds)
    await context.show("danger", kinds=named, said=said, sent=is_sent)


async def _make_urgent(context: BotContext, draft: int, about: int) -> bool:
    """Whether the desk has it already."""
    if not about:
        return await context.services.drafts.make_urgent(draft)
    case = await context.services.cases.own(about)
    await context.services.cases.make_urgent(case)
    return True


async def _card(scene: Scene) -> Screen:
    values = scene.intent.values
    kinds = [DangerKind(kind) for kind in str(values["kinds"]).split(",")]
    said = values.get("said")
    numbers = numbers_for(scene.turn.city, kinds)
    text = lines(
        scene.text("danger"),
        scene.text("danger-gas") if DangerKind.GAS in kinds else None,
        *(
            scene.text("danger-number", number=one.number, what=one.what.says(scene.language))
            for one in numbers
        ),
        scene.text("danger-urgent", sent="yes" if values.get("sent") else "no") if said == YES else None,
    )
    return Screen(text, () if said else _question(scene, kinds))


def _question(scene: Scene, kinds: Iterable[DangerKind]) -> Buttons:
    """Is it going on now? Only where there is something that can become urgent."""
    draft, about = (str(scene.intent.values.get(key) or 0) for key in ("draft", "about"))
    if draft == about == "0":
        return ()
    coded = "".join(str(_KINDS.index(kind)) for kind in kinds)
    yes = button("danger-now", "now", YES, draft, about, coded)
    return row(yes, button("danger-not-now", "now", NO, draft, about, coded))


def numbers_for(city: City, kinds: Iterable[DangerKind]) -> list[HelpNumber]:
    """The numbers for these kinds, each once."""
    found = [number for kind in kinds for use in _HELP[kind] for number in city.help_for(use)]
    return list({number.number: number for number in found}.values())


VIEWS: Final[Mapping[str, View]] = {"danger": _card}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("now", answer)]
