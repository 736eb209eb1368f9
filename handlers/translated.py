"""The resident reads an answer in the own language: it follows the Dutch, is marked, and the Dutch is a press away."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext, Happening
from bot.domain.cases import CaseMessageId
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button
from bot.services.arrivals import ANSWER_TRANSLATED, TRANSLATED, FromMachine
from bot.services.translations import Request, Translations
from handlers.buttons import arguments, column, number, pressed
from handlers.discreet import folds_nothing
from handlers.happenings import HappeningHandler
from handlers.moments import corrected
from handlers.own_reading import (
    HIDDEN,
    ORIGINAL,
    READ,
    TRANSLATION,
    beside,
    mark_of,
    turn_to,
    turning,
)
from handlers.phrases import lines
from handlers.render import Scene, Screen, View


async def arrived(happening: Happening, context: BotContext) -> None:
    """The machine answered, or gave up."""
    detail = happening.detail
    answer = FromMachine(
        message=CaseMessageId(detail["about"]),
        into=detail["language"],
        text=detail["text"],
        engine=detail.get("engine", ""),
        doubtful=detail.get("doubtful", False),
    )
    await context.services.arrivals.from_machine(answer)


async def read(update: Update, context: BotContext) -> None:
    """Turn the message over: the translation, the Dutch, or closed again."""
    message, into, face = arguments(update, 3)
    if face not in {TRANSLATION, ORIGINAL, HIDDEN}:
        raise ButtonExpired
    request = await context.services.arrivals.read_by(context.person, CaseMessageId(number(message)), into)
    await context.services.arrivals.turn_over(request, context.pressed, face)
    if request.case.sensitive and face != HIDDEN and context.pressed is not None:
        await context.services.looks.close_later(context.pressed)


async def _answer_view(scene: Scene) -> Screen | None:
    values = scene.intent.values
    if folds_nothing(scene):
        return None
    request = await Translations(scene.turn).find(
        CaseMessageId(int(values["message"] or 0)), str(values["into"])
    )
    if request is None or (not request.done and scene.is_new):
        return None
    if not request.done:  # other words took the place of those that were translated here
        return Screen(scene.text("translated-anew", number=request.case.number))
    face = str(values.get("face") or (HIDDEN if request.case.sensitive else TRANSLATION))
    return _FACES[face](scene, request)


def _hidden(scene: Scene, request: Request) -> Screen:
    text = scene.text("translated-hidden", number=request.case.number)
    return Screen(text, column(turn_to(request.message, request.into, "translated-show", TRANSLATION)))


def _translation(scene: Scene, request: Request) -> Screen:
    message, made = request.message, request.translation
    mark = mark_of(scene, message, made)
    text = scene.text("translated-answer", number=request.case.number, words=made.text, mark=mark)
    buttons = column(*turning(message, made, TRANSLATION), *_closing(request))
    return Screen(lines(text, corrected(scene, message), beside(scene, message, made)), buttons)


def _original(scene: Scene, request: Request) -> Screen:
    words = request.message.said
    text = scene.text("translated-in-dutch", number=request.case.number, words=words)
    buttons = column(*turning(request.message, request.translation, ORIGINAL), *_closing(request))
    return Screen(text, buttons)


def _closing(request: Request) -> tuple[Button, ...]:
    """The telephone may lie on a table."""
    hide = turn_to(request.message, request.into, "translated-hide", HIDDEN)
    return (hide,) if request.case.sensitive else ()


_FACES: Final = {HIDDEN: _hidden, TRANSLATION: _translation, ORIGINAL: _original}
VIEWS: Final[Mapping[str, View]] = {ANSWER_TRANSLATED: _answer_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [pressed(READ, read), HappeningHandler(TRANSLATED, arrived)]
