"""The language question, which everybody answers first; whoever has not is asked before anything else."""

from typing import Final

from telegram import Update

from bot.context import BotContext
from bot.domain.intents import Buttons
from bot.services.held import HELD
from handlers.buttons import column, named

AGAIN: Final = "choose-language-again"


async def offer_languages(update: Update, context: BotContext) -> None:
    """One message in every language, a button for each; the app's own language comes first, and chooses nothing."""
    user = update.effective_user
    await ask_language(context, user.language_code if user else None)


async def ask_language(context: BotContext, first: str | None = None) -> None:
    """The same where nothing came just now; `first`: the app's own language."""
    person = context.person
    name = AGAIN if person.welcomed and person.language is None else "choose-language"
    await context.say(name, buttons=_languages(context, first))


async def say_held(context: BotContext) -> None:
    """Ask where words belong that came before a language was chosen again."""
    step = context.turn.step
    if step is not None and step.kind == HELD:
        await context.say("which-case", version=step.version, page=0)


def _languages(context: BotContext, first: str | None) -> Buttons:
    known = sorted(context.turn.city.languages, key=lambda language: language.code != first)
    return column(*(named(language.name, "language", language.code) for language in known))
