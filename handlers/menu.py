"""The main menu: a keyboard that stays, six buttons in two columns."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, Final

from bot.context import BotContext
from handlers.render import Keyboard, Scene
from handlers.steps import Labelled

MENU: Final = "menu"
HERE: Final = "here"
NO_MENU: Final = "no-menu"
HERE_NOW: Final = "place-here"
BACK: Final = "draft-back"
STOP: Final = "draft-stop"
REPORT: Final = "menu-report"
ASK: Final = "menu-ask"
CASES: Final = "menu-cases"
NEWS: Final = "menu-news"
WIJKMANAGER: Final = "menu-wijkmanager"
SETTINGS: Final = "menu-settings"

_ROWS: Final = ((REPORT, ASK), (CASES, NEWS), (WIJKMANAGER, SETTINGS))


def keys(scene: Scene) -> Sequence[Sequence[Mapping[str, Any]]]:
    """The menu in the reader's language."""
    return [[{"text": scene.label(label)} for label in row] for row in _ROWS]


async def show_menu(context: BotContext) -> None:
    """Say what the menu is for, and leave it standing."""
    await context.say("menu-here", keyboard=MENU)


def here_keys(scene: Scene) -> Sequence[Sequence[Mapping[str, Any]]]:
    """Only a reply keyboard can ask for the location; it gives way to the menu again."""
    leave = [{"text": scene.label(label)} for label in (BACK, STOP)]
    return [[{"text": scene.label(HERE_NOW), "request_location": True}], leave]


# A press on the menu, in any language.
MENU_PRESS: Final = reduce(or_, (Labelled(label) for row in _ROWS for label in row))

KEYBOARDS: Final[Mapping[str, Keyboard]] = {MENU: keys, HERE: here_keys, NO_MENU: lambda _: ()}
