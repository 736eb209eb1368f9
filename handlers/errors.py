"""The one error handler: it records what went wrong on the turn, and the lane undoes the turn."""

from telegram.ext import ApplicationHandlerStop

from bot.context import BotContext, current_turn


async def record(update: object, context: BotContext) -> None:  # noqa: ARG001 - PTB's signature
    """Hand the error to the lane, which refuses in words, tries again or sets aside; PTB would only log it.

    What the other groups did would be undone with the rest, and a refusal of theirs would hide a mistake of ours.
    """
    error = context.error
    current_turn.get().turn.error = error if isinstance(error, Exception) else RuntimeError("unknown")
    raise ApplicationHandlerStop
