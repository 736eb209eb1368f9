"""📎: which pictures and sounds of a case go to the partner too; each is looked at and chosen by itself, none goes unless it is."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import MediaKind
from bot.domain.intents import Buttons
from bot.domain.passings import Way
from bot.domain.permissions import may_pass_on
from bot.services.dossiers import Dossiers
from bot.services.enclosures import MOST_OFFERED, OFFERED, Enclosures
from bot.services.passing_on import PassingDraft
from bot.services.screen_names import LETTER
from bot.texts import Html
from handlers.buttons import arguments, button, in_rows, number, pressed, row
from handlers.phrases import media_words
from handlers.render import Scene, Screen, View

IN_A_ROW: Final = 2
SOUND: Final = frozenset({MediaKind.VOICE, MediaKind.VIDEO, MediaKind.VIDEO_NOTE})


async def offer(update: Update, context: BotContext) -> None:
    """📎: they are shown once more with their numbers, and below them what is to leave."""
    (version,) = arguments(update, 1)
    draft = await context.services.passing_on.offer(number(version))
    await context.say(LETTER, of_case=draft.case.id)


async def choose(update: Update, context: BotContext) -> None:
    """One of them, which goes along from now on, or stays after all."""
    version, key = arguments(update, 2)
    draft = await context.services.passing_on.choose(number(version), key)
    await context.show(LETTER, of_case=draft.case.id)


def choices(draft: PassingDraft) -> Buttons:
    """A button to look at them, then one for each."""
    if not draft.enclosures or draft.way is Way.SELF:
        return ()
    if not draft.is_choosing:
        return row(button("pass-offer", "pass-offer", draft.version))
    keys = (
        button(
            "pass-choose",
            "pass-choose",
            draft.version,
            one.key,
            chosen=str(one.chosen),
            kind=one.media.kind.value,
            number=at,
        )
        for at, one in enumerate(draft.enclosures, 1)
    )
    return in_rows(keys, IN_A_ROW)


def enclosed_hints(scene: Scene, draft: PassingDraft) -> Iterator[Html]:
    """What goes along, and what to look for before it does."""
    if not draft.enclosures:
        return
    if draft.way is Way.SELF:
        yield scene.text("pass-no-media")
        return
    goes = tuple(one.media for one in draft.enclosures if one.goes(draft.way))
    yield scene.text("pass-media-goes", media=media_words(scene, goes) if goes else "none")
    if draft.is_choosing:
        yield scene.text(
            "pass-media-look", most=MOST_OFFERED, many=str(len(draft.enclosures) == MOST_OFFERED)
        )
    if len(goes) < len(draft.chosen):
        yield scene.text("pass-sound-mail")
    elif any(item.kind in SOUND for item in goes):
        yield scene.text("pass-sound")


async def _offered_view(scene: Scene) -> Screen | None:
    """One of them with its number, for who may pass the case on."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    if case is None or staff is None or not may_pass_on(scene.turn.city, staff, case):
        return None
    found = await Enclosures(scene.turn).find(case, str(scene.intent.values["key"]))
    if found is None:
        return None
    values = {"number": scene.intent.values["number"], "kind": found.media.kind.value}
    return Screen(scene.text(OFFERED, theirs=str(found.theirs), **values), media=(found.media,))


VIEWS: Final[Mapping[str, View]] = {OFFERED: _offered_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("pass-offer", offer), pressed("pass-choose", choose)]
