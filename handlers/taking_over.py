"""Taking a case over: the link from a contact worker was opened by the person whom the case is about."""

from typing import Final

from telegram import Update

from bot.context import BotContext
from handlers.languages import offer_languages

HAND_OVER: Final = "over-"


async def take_over(update: Update, context: BotContext, token: str) -> None:
    """It is theirs at once; somebody new chooses a language before reading about it. Raises HandOverInvalid."""
    await context.services.hand_overs.take(token)
    if context.person.language is None:
        await offer_languages(update, context)
    else:
        await say_taken_over(context)


async def say_taken_over(context: BotContext) -> None:
    """What was taken over and not told of yet."""
    if context.turn.staff is None and (case := await context.services.hand_overs.greet()):
        await context.say("over-yours", of_case=case.id, number=case.number)
