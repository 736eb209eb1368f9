"""What belongs to a card and follows it: words in full, pictures, places; and what is shown on a press only."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.cases import Case, CaseId, CaseMessage, CaseMessageId, Spot
from bot.domain.intents import Buttons, OutboxId
from bot.domain.permissions import may_read
from bot.services.cards import IN_FULL, MEDIA, MORE, ORIGINAL, SPOT, TRANSLATED, WORDS
from bot.services.dossiers import Dossiers
from bot.services.looks import HIDE, Look
from bot.services.screen_names import TYPED_PLACE
from bot.texts import Html
from handlers.buttons import arguments, button, number, pressed, row
from handlers.case_words import Reading, message_of, original_of, part_of, reading_of
from handlers.happenings import HappeningHandler
from handlers.render import Scene, Screen, View

Read = Callable[[Scene, CaseMessage], Awaitable[Reading]]


async def look(update: Update, context: BotContext) -> None:
    """👁: the words of a sensitive case, for ten minutes."""
    (case,) = arguments(update, 1)
    await _say_when_nothing(context, await context.services.looks.words(CaseId(number(case))))


async def original(update: Update, context: BotContext) -> None:
    """🔤: what was written, in the language it was written in."""
    (case,) = arguments(update, 1)
    await _say_when_nothing(context, await context.services.looks.original(CaseId(number(case))))


async def _say_when_nothing(context: BotContext, look: Look) -> None:
    if look.nothing:
        await context.say("words-nothing", of_case=look.case.id, number=look.case.number)


async def check(update: Update, context: BotContext) -> None:
    """🔍: a contact worker looks whether the machine was right."""
    (message,) = arguments(update, 1)
    case = await context.services.arrivals.doubt(CaseMessageId(number(message)))
    await context.say("words-check-asked", of_case=case.id, number=case.number)


async def hide(happening: Happening, context: BotContext) -> None:
    """What was shown has been seen long enough."""
    await context.services.looks.hide([OutboxId(row) for row in happening.detail["rows"]])


async def _readable(scene: Scene) -> Case | None:
    """The case, while the reader may read its words."""
    case, staff = await Dossiers(scene.turn).case(scene.intent.case), scene.turn.staff
    is_readable = case is not None and staff is not None and may_read(scene.turn.city, staff, case)
    return case if is_readable else None


def _view_of(title: str, read: Read, *, on_press: bool = False) -> View:
    """A view of one message's words under a title; of a sensitive case only where a press asked for them."""

    async def view(scene: Scene) -> Screen | None:
        case, message = await _readable(scene), await message_of(scene)
        if case is None or message is None:
            return None
        if case.sensitive and not on_press:
            return _closed(scene, case)
        values = scene.intent.values
        part, parts = int(values.get("part") or 0), int(values.get("parts") or 1)
        reading = await read(scene, message)  # of a voice there are words once somebody wrote them down
        words = part_of(reading, part, parts) if reading.text else Html("")
        is_heard = title == "words-translated" and message.heard is not None
        heading = scene.text(
            "words-written-down" if is_heard else title,
            number=case.number,
            alias=case.alias,
            sensitive=str(case.sensitive),
        )
        is_last = part + 1 >= parts
        return Screen(Html(f"{heading}\n{words}"), _answering(case) if is_last and not on_press else ())

    return view


def _closed(scene: Scene, case: Case) -> Screen:
    """That there is something new; what it is comes on a press."""
    text = scene.text("words-sensitive", number=case.number)
    return Screen(text, row(button("desk-look", "desk-look", case.id)))


def _answering(case: Case) -> Buttons:
    is_answerable = case.open and case.resident is not None
    return row(button("desk-answer", "desk-answer", case.id)) if is_answerable else ()


async def _full_view(scene: Scene) -> Screen | None:
    """The words in full go with a card that shows its words."""
    case = await _readable(scene)
    return None if case is None or case.sensitive else await _IN_FULL(scene)


async def _original(scene: Scene, message: CaseMessage) -> Reading:
    return original_of(scene, message)


async def _original_view(scene: Scene) -> Screen | None:
    """Who looks at the original may doubt what a machine made of it."""
    screen, message = await _ORIGINAL(scene), await message_of(scene)
    if screen is None or message is None:
        return None
    made = await Dossiers(scene.turn).translation(message, scene.turn.city.master.code)
    may_doubt = made is not None and made.engine and not made.doubtful
    return (
        replace(screen, buttons=row(button("words-check", "desk-check", message.id))) if may_doubt else screen
    )


async def _shown(scene: Scene) -> Case | None:
    """The case, while its pictures may stand in the chat: of a sensitive one only after a press."""
    case = await _readable(scene)
    return case if case and (not case.sensitive or scene.intent.values.get("asked")) else None


async def _media_view(scene: Scene) -> Screen | None:
    message = await message_of(scene)
    item = int(scene.intent.values.get("item") or 0)
    if await _shown(scene) is None or message is None or item >= len(message.words.media):
        return None
    return Screen(media=(message.words.media[item],))


async def _place_view(scene: Scene) -> Screen | None:
    """The words for the place of a sensitive case: they come on a press, and nowhere else."""
    case = await _readable(scene)
    return Screen(scene.text(TYPED_PLACE, place=case.place)) if case and case.place else None


async def _spot_view(scene: Scene) -> Screen | None:
    """The place of a message, or of the case itself."""
    case = await _shown(scene)
    spot = await _spot(scene, case) if case else None
    return Screen(spot=spot) if spot else None


async def _spot(scene: Scene, case: Case) -> Spot | None:
    if "message" not in scene.intent.values:
        return case.spot
    message = await message_of(scene)
    return message.words.spot if message else None


_ORIGINAL: Final = _view_of("words-original", _original, on_press=True)
_IN_FULL: Final = _view_of("words-in-full", reading_of)
VIEWS: Final[Mapping[str, View]] = {
    MEDIA: _media_view,
    SPOT: _spot_view,
    TYPED_PLACE: _place_view,
    IN_FULL: _full_view,
    MORE: _view_of("words-more", reading_of),
    TRANSLATED: _view_of("words-translated", reading_of),
    WORDS: _view_of("words-shown", reading_of, on_press=True),
    ORIGINAL: _original_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("desk-look", look),
        pressed("desk-original", original),
        pressed("desk-check", check),
        HappeningHandler(HIDE, hide),
    ]
