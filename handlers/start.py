"""The first minute: a language, who sees what, the menu. What was written before is kept and goes on after it."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from bot.context import BotContext
from bot.texts import Html
from handlers.buttons import pressed, some_arguments
from handlers.drafting import part_of, say_draft
from handlers.languages import offer_languages, offer_languages_first, say_held
from handlers.menu import MENU, MENU_PRESS, show_menu
from handlers.posters import say_poster, write_at_poster
from handlers.render import Scene, Screen, View
from handlers.steps import FRESH, FROM_STAFF, PRIVATE, WITHOUT_LANGUAGE
from handlers.taking_over import HAND_OVER, say_taken_over, take_over
from handlers.wanted import do_wanted
from handlers.wishes import Typed

INVITATION: Final = "inv-"


async def start(update: Update, context: BotContext) -> None:
    """/start: the languages for somebody new, the menu for who has chosen; a deep link does what it is for."""
    payload = (context.args or [""])[0]
    if payload.startswith(INVITATION):
        await join(payload.removeprefix(INVITATION), context)
    elif payload.startswith(HAND_OVER):
        await take_over(update, context, payload.removeprefix(HAND_OVER))
    elif context.turn.staff is not None:
        await context.say("help-staff")
    elif context.person.language is None:
        await offer_languages(update, context)
    else:
        await show_menu(context)


async def join(token: str, context: BotContext) -> None:
    """An invitation was opened: the person has a role from now on, and reads Dutch with us."""
    joined = await context.services.staff.join(token)
    if context.person.language is None:
        await context.services.people.choose_language(context.turn.city.master.code)
    await context.say(
        "staff-welcome", member=joined.role.value, places=context.services.staff.places_of(joined.places)
    )
    await context.say("help-staff")


async def choose(update: Update, context: BotContext) -> None:
    """A language was pressed; somebody new then reads who sees what."""
    code, *wanted = some_arguments(update, 1, 2)
    person = await context.services.people.choose_language(code)
    await context.show("language-chosen")
    if not person.welcomed:
        await welcome(context)
    elif not wanted:
        await show_menu(context)
    await say_taken_over(context)
    await say_poster(context)
    await say_draft(context)
    await say_held(context)
    context.pressed = None  # below the welcome, not in the place of the language question
    for one in wanted:
        await do_wanted(context, one)


async def welcome(context: BotContext) -> None:
    """Who we are, who sees what, and the menu."""
    await context.say("welcome")
    await context.say("who-sees-what", keyboard=MENU)
    await context.services.people.welcome()


async def keep(update: Update, context: BotContext) -> None:
    """Written before a language was chosen: it is kept, and goes on after that."""
    part = part_of(update)
    if not part.words.empty:
        await write_at_poster(context)
        await context.services.drafts.receive(part)
        await context.services.common.recognise()
    await offer_languages(update, context)


async def _choose_language_view(scene: Scene) -> Screen:
    """The question in every language that the city speaks, Dutch first."""
    lines = (scene.texts(language.code, "choose-language") for language in scene.turn.city.languages)
    return Screen(Html("\n".join(lines)), scene.intent.buttons)


VIEWS: Final[Mapping[str, View]] = {"choose-language": _choose_language_view}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        CommandHandler("start", start, PRIVATE),
        CommandHandler("taal", offer_languages, PRIVATE),
        pressed("languages", offer_languages),
        pressed("language", choose),
        MessageHandler(
            FRESH & WITHOUT_LANGUAGE & ~FROM_STAFF & (MENU_PRESS | filters.COMMAND | Typed()),
            offer_languages_first,
        ),
        MessageHandler(FRESH & WITHOUT_LANGUAGE & ~FROM_STAFF, keep),
    ]
