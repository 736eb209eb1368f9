"""The language question, which everybody answers first; whoever has not is asked before anything else."""

from typing import Final

from telegram import Update

from bot.context import BotContext
from bot.domain.intents import Buttons
from bot.services.held import HELD
from handlers.buttons import column, named
from handlers.wanted import wanted_of

AGAIN: Final = "choose-language-again"


async def offer_languages(update: Update, context: BotContext) -> None:
    """One message in every language, a button for each; the app's own language comes first, and chooses nothing."""
    await ask_language(context, _own_language(update))


async def offer_languages_first(update: Update, context: BotContext) -> None:
    """Before what was pressed in the menu, which is done once a language is chosen."""
    await ask_language(context, _own_language(update), wanted_of(update))


def _own_language(update: Update) -> str | None:
    user = update.effective_user
    return user.language_code if user else None


async def ask_language(context: BotContext, first: str | None = None, wanted: str | None = None) -> None:
    """The same where nothing came just now; `first`: the app's own language; `wanted`: what is done after that."""
    person = context.person
    name = AGAIN if person.welcomed and person.language is None else "choose-language"
    await context.say(name, buttons=_languages(context, first, wanted))


async def say_held(context: BotContext) -> None:
    """Ask where words belong that came before a language was chosen again."""
    step = context.turn.step
    if step is not None and step.kind == HELD:
        await context.say("which-case", version=step.version, page=0)


def _languages(context: BotContext, first: str | None, wanted: str | None) -> Buttons:
    then = (wanted,) if wanted else ()
    known = sorted(context.turn.city.languages, key=lambda language: language.code != first)
    return column(*(named(language.name, "language", language.code, *then) for language in known))
