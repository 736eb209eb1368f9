"""The language question, which everybody answers first; whoever has not is asked before anything else."""

from telegram import Update

from bot.context import BotContext
from bot.domain.intents import Buttons
from handlers.buttons import column, named


async def offer_languages(update: Update, context: BotContext) -> None:
    """One message in every language, a button for each; the app's own language comes first, and chooses nothing."""
    user = update.effective_user
    await context.say("choose-language", buttons=_languages(context, user.language_code if user else None))


def _languages(context: BotContext, first: str | None) -> Buttons:
    known = sorted(context.turn.city.languages, key=lambda language: language.code != first)
    return column(*(named(language.name, "language", language.code) for language in known))
