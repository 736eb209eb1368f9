"""The main menu: a keyboard that stays, six buttons in two columns."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.context import BotContext
from handlers.render import Keyboard, Scene

MENU: Final = "menu"
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


KEYBOARDS: Final[Mapping[str, Keyboard]] = {MENU: keys}
