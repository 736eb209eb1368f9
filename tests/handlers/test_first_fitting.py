"""Sparing questions changes nothing: whatever comes, in whichever step, the same handler has it as when all are asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler

from benchmarks.people import replies, says
from bot.context import Happening, OpenTurn, current_turn
from bot.domain.people import PersonId, Role, StaffId, StaffMember
from bot.engine.reading import update_of
from bot.engine.sanitise import sanitised
from bot.opening import now
from bot.services.turn import Turn
from handlers.buttons import Pressed
from handlers.first_fitting import FirstFitting
from handlers.happenings import HappeningHandler
from handlers.register import FEATURES
from handlers.steps import InStep
from storage.steps import Step
from tests.line import Line

Handler = BaseHandler[Any, Any, Any]
HANDLERS: Sequence[Handler] = [handler for feature in FEATURES for handler in feature.handlers()]
PHOTO = {"file_id": "AgAC", "file_unique_id": "Q", "width": 90, "height": 60}
WIJKMANAGER = StaffMember(StaffId(1), PersonId(1), Role.WIJKMANAGER)
STORY = "Er ligt al drie dagen een matras voor de deur"
SAID = [
    *(
        says(5, text)
        for text in (STORY, "Ja", "menu", "merhaba", "📣 Probleem melden", "📣 Bildir", "🛑 Stop", "")
    ),
    *(
        says(5, command)
        for command in ("/start", "/start wijk-sledderlo", "/werk", "/taal", "/zoek afval", "/nergens")
    ),
    replies(5, STORY, 3),
    replies(5, "ja", 3),
    {"message": {**says(5, "")["message"], "photo": [PHOTO], "caption": "Hier"}},
    {"message": {**says(5, "")["message"], "sticker": {"emoji": "👍"}}},
    {"message": {**says(5, STORY)["message"], "chat": {"id": -5, "type": "group", "title": "Wijk"}}},
    {"edited_message": says(5, STORY)["message"]},
]


def steps_of(asked: object) -> Iterator[tuple[str, str]]:
    """Every step that a filter names, by its kind and name."""
    if isinstance(asked, InStep):
        yield from ((asked.kind, step) for step in asked.steps or ("words",))
    for side in ("base_filter", "and_filter", "or_filter", "inv_filter"):
        if (part := getattr(asked, side, None)) is not None:
            yield from steps_of(part)


def chosen(what: object) -> Handler | None:
    """As PTB chooses, one after the other."""
    return next((one for one in HANDLERS if fits(one.check_update(what))), None)


def fits(check: object) -> bool:
    return check is not None and check is not False


def press(data: str) -> dict[str, Any]:
    query = {"id": "1", "from": says(5, "")["message"]["from"], "chat_instance": "1", "data": data}
    return {"callback_query": {**query, "message": says(5, "Wat?")["message"]}}


async def test_whatever_comes_in_any_step_the_same_handler_has_it(line: Line) -> None:
    application = line.running.lanes.turns.application
    spoken = [update_of(sanitised({"update_id": 9, **one}), application.bot) for one in SAID]
    named = dict.fromkeys(step for one in HANDLERS for step in steps_of(getattr(one, "filters", None)))
    steps = [None, *(Step(kind, step, {}, 1, now()) for kind, step in named)]
    sparing, told = FirstFitting(HANDLERS), set()

    async def compare(turn: Turn) -> None:
        for turn.step, turn.staff, update in product(steps, (None, WIJKMANAGER), spoken):
            current_turn.set(OpenTurn(turn, line.running.lanes.turns.texts))
            wanted, found = chosen(update), sparing.check_update(update)
            assert (found and found[0]) is wanted, (turn.step, turn.staff, update)
            told.add(wanted)

    await line.turn(compare)
    assert len(steps) > 15
    assert len(told) > 30


async def test_every_button_and_every_happening_finds_its_own_handler(line: Line) -> None:
    application = line.running.lanes.turns.application
    sparing = FirstFitting(HANDLERS)
    verbs = [one.verb for one in HANDLERS if isinstance(one, Pressed)]
    data = [
        *(f"1:{verb}:7" for verb in verbs),
        *(f"1:{verb}" for verb in verbs),
        "1:nothing",
        "2:menu",
        "x",
        ":",
    ]
    happened = [Happening(one.kind, 5, {}) for one in HANDLERS if isinstance(one, HappeningHandler)]
    pressed = [update_of(sanitised({"update_id": 9, **press(one)}), application.bot) for one in data]

    async def compare(turn: Turn) -> None:
        current_turn.set(OpenTurn(turn, line.running.lanes.turns.texts))
        for what in (*pressed, *happened, Happening("nothing", 5, {})):
            found = sparing.check_update(what)
            assert (found and found[0]) is chosen(what), what

    await line.turn(compare)
    assert len(verbs) > 100


async def test_a_press_that_says_nothing_is_an_old_button(line: Line) -> None:
    """PTB would take it for a press of whichever button is asked first."""
    application = line.running.lanes.turns.application
    update = update_of(sanitised({"update_id": 9, **press("")}), application.bot)
    found = FirstFitting(HANDLERS).check_update(update)
    assert found
    assert found[0] is HANDLERS[-1]


async def test_of_a_story_few_are_asked(line: Line) -> None:
    """Filters of PTB are read by the names of their sides: were these to change, this says so."""
    asked: list[Handler] = []

    class Asked(MessageHandler[Any, Any]):
        def check_update(self, update: object) -> Any:
            asked.append(self)
            return super().check_update(update)

    handlers = [
        Asked(one.filters, one.callback) if isinstance(one, MessageHandler) else one for one in HANDLERS
    ]
    application = line.running.lanes.turns.application
    update = update_of(sanitised({"update_id": 9, **says(5, STORY)}), application.bot)
    assert isinstance(update, Update)

    async def ask(turn: Turn) -> None:
        current_turn.set(OpenTurn(turn, line.running.lanes.turns.texts))
        assert FirstFitting(handlers).check_update(update)

    await line.turn(ask)
    assert 1 <= len(asked) <= 12
