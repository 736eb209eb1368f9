"""What the resident reads of the desk's work: who has it, the answer, how it ended, and whether it is solved."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.cases import Case, CaseKind, CaseMessage, CaseMessageId
from bot.domain.intents import Buttons
from bot.services.dossiers import Dossiers, Translation
from bot.services.looks import SHOWN, SHOWN_MEDIA, SHOWN_SPOT
from bot.texts import Html
from handlers.buttons import arguments, button, column, number, pressed, row
from handlers.case_buttons import solved_buttons
from handlers.case_words import message_of
from handlers.dates import day_in, in_words
from handlers.discreet import discreet, own_case
from handlers.moments import corrected
from handlers.own_reading import TRANSLATION, beside, face_of, mark_of, plain, turning
from handlers.phrases import lines, owner_words
from handlers.render import Scene, Screen, View

ANSWER: Final = "case-answer"
HANDLED: Final = "case-handled"


async def show_answer(update: Update, context: BotContext) -> None:
    """👁: the answer in a sensitive case, for ten minutes."""
    (message_id,) = arguments(update, 1)
    await context.services.looks.answer(CaseMessageId(number(message_id)), context.pressed)


async def hide_answer(update: Update, context: BotContext) -> None:
    """🙈: what was shown goes at once."""
    (message_id,) = arguments(update, 1)
    await context.services.looks.hide_answer(CaseMessageId(number(message_id)))


def _may_stand_open(scene: Scene, case: Case) -> bool:
    """The telephone may lie on a table."""
    return not case.sensitive or bool(scene.intent.values.get("shown"))


async def _answer_view(scene: Scene) -> Screen | None:
    case, message = await own_case(scene), await message_of(scene)
    if case is None or message is None:
        return None
    if not _may_stand_open(scene, case):
        showing = row(button("answer-show", "answer-show", message.id))
        there = scene.text("answer-there", number=case.number)
        return Screen(lines(there, corrected(scene, message)), showing)
    heading = scene.text("answer-heading", number=case.number, who=await owner_words(scene, case))
    words = await _words(scene, message)
    text = lines(heading, corrected(scene, message), *words, _next(scene, case))
    return Screen(text, await _turning(scene, case, message) + _hiding(case, message))


async def _turning(scene: Scene, case: Case, message: CaseMessage) -> Buttons:
    """To the Dutch and back, in the place of this message; of a sensitive case it is shown anew instead."""
    made = await _reading(scene, message)
    is_foreign = made is not None and not case.sensitive and scene.language != message.language
    return column(*turning(message, made, face_of(scene))) if made is not None and is_foreign else ()


def _next(scene: Scene, case: Case) -> Html | None:
    """By when to hear again, where it is not finished; in a conversation nobody says so after every sentence."""
    if not case.open or case.talk or case.expected_on is None:
        return None
    return Html(f"\n{scene.text('answer-next', day=in_words(scene.texts, scene.language, case.expected_on))}")


def _hiding(case: Case, message: CaseMessage) -> Buttons:
    return row(button("translated-hide", "answer-hide", message.id)) if case.sensitive else ()


async def _words(scene: Scene, message: CaseMessage) -> Sequence[Html | None]:
    """The words in the reader's language where they are there, marked unless people wrote them so; else the Dutch."""
    if not message.words.text or scene.language == message.language:
        return [Html(f"\n{plain(message.words.text)}")] if message.words.text else []
    made = await _reading(scene, message)
    if made is not None and face_of(scene) == TRANSLATION:
        is_as_sent = scene.intent.values.get("written") and message.corrected_at is None
        by_people = is_as_sent and not made.engine
        mark = None if by_people else mark_of(scene, message, made)
        return [Html(f"\n{plain(made.text)}"), mark, beside(scene, message, made)]
    in_dutch = [] if made is not None else [scene.text("answer-in-dutch")]
    return [*in_dutch, Html(f"\n{plain(message.words.text)}")]


async def _reading(scene: Scene, message: CaseMessage) -> Translation | None:
    """The words in the reader's language, where they went with the answer."""
    values = scene.intent.values
    went_along = values.get("quick") or values.get("shown")
    return await Dossiers(scene.turn).translation(message, scene.language) if went_along else None


async def _media_view(scene: Scene) -> Screen | None:
    case, message = await own_case(scene), await message_of(scene)
    item = int(scene.intent.values.get("item") or 0)
    if case is None or message is None or not _may_stand_open(scene, case):
        return None
    media = message.words.media[item : item + 1]
    return Screen(corrected(scene, message) or Html(""), media=media) if media else None


async def _spot_view(scene: Scene) -> Screen | None:
    case, message = await own_case(scene), await message_of(scene)
    if case is None or message is None or not _may_stand_open(scene, case):
        return None
    return Screen(spot=message.words.spot) if message.words.spot else None


async def _in_hand_view(scene: Scene) -> Screen | None:
    case = await own_case(scene)
    return await _about(scene, case, "case-in-hand") if case else None


async def _moved_view(scene: Scene) -> Screen | None:
    case = await own_case(scene)
    return await _about(scene, case, "case-moved") if case else None


async def _about(scene: Scene, case: Case, name: str) -> Screen:
    day = case.expected_on if await Dossiers(scene.turn).waits_for_answer(case) else None
    due = in_words(scene.texts, scene.language, day) if day else "none"
    return Screen(scene.text(name, number=case.number, who=await owner_words(scene, case), due=due))


async def _handled_view(scene: Scene) -> Screen | None:
    """How it ended and why, and the question that only the resident can answer."""
    case = await own_case(scene)
    if case is None or case.outcome is None:
        return None
    reason = await message_of(scene) if "message" in scene.intent.values else None
    why = [corrected(scene, reason), *await _words(scene, reason)] if reason else []
    handled, ask = ("idea-handled", "idea-ask") if case.kind is CaseKind.IDEA else (HANDLED, "solved-ask")
    said = scene.text(handled, number=case.number, outcome=case.outcome.value)
    asked = Html(f"\n{scene.text(ask)}")
    return Screen(
        lines(said, *why, asked, scene.text("solved-until", day=day_in(scene))), solved_buttons(case)
    )


VIEWS: Final[Mapping[str, View]] = {
    ANSWER: _answer_view,
    SHOWN: _answer_view,
    SHOWN_MEDIA: _media_view,
    SHOWN_SPOT: _spot_view,
    HANDLED: discreet(_handled_view),
    "case-in-hand": discreet(_in_hand_view),
    "case-moved": discreet(_moved_view),
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed("answer-show", show_answer), pressed("answer-hide", hide_answer)]
