"""A language that was forgotten is asked for again, and nothing that was said or pressed meanwhile is lost."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.context import BotContext, current_turn
from bot.texts import Html
from handlers.adding import added_by_reply
from handlers.drafting import part_of
from handlers.languages import AGAIN, offer_languages
from handlers.menu import MENU_PRESS
from handlers.posters import write_at_poster
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, WITHOUT_LANGUAGE
from handlers.wishes import Typed


class Welcomed(filters.UpdateFilter):
    """Somebody writes who has been here before."""

    def filter(self, update: Update) -> bool:  # noqa: ARG002 - the turn knows, PTB asks with the update
        person = current_turn.get().turn.person
        return person is not None and person.welcomed


class PressedWithoutLanguage(BaseHandler[Update, BotContext, None]):
    """A button was pressed by somebody whose language was forgotten; what it does is done all the same."""

    def check_update(self, update: object) -> bool:
        turn = current_turn.get().turn
        query = update.callback_query if isinstance(update, Update) else None
        if query is None or turn.person is None or turn.staff is not None:
            return False
        is_choosing = (query.data or "").startswith("1:language")
        return turn.person.welcomed and turn.person.language is None and not is_choosing


async def keep(update: Update, context: BotContext) -> None:
    """Written while no language is known: it goes to the case it replies to, or waits until one is chosen."""
    part = part_of(update)
    if not part.words.empty and not await added_by_reply(update, context):
        if context.services.drafts.now() or not await context.services.cases.mine(open_only=True):
            await write_at_poster(context)
            await context.services.drafts.receive(part)
        else:
            await context.services.held.hold(part)
    await offer_languages(update, context)


async def _again_view(scene: Scene) -> Screen:
    """The question in every language that the city speaks, Dutch first."""
    lines = (scene.texts(language.code, AGAIN) for language in scene.turn.city.languages)
    return Screen(Html("\n".join(lines)), scene.intent.buttons)


VIEWS: Final[Mapping[str, View]] = {AGAIN: _again_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    known = FRESH & WITHOUT_LANGUAGE & ~FROM_STAFF & Welcomed()
    return [MessageHandler(known & ~MENU_PRESS & ~filters.COMMAND & ~Typed(), keep)]


def before() -> list[BaseHandler[Any, BotContext, Any]]:
    """Handlers that look at an update before the one that handles it."""
    return [PressedWithoutLanguage(offer_languages)]
