"""The one error handler: it records what went wrong on the turn, and the lane undoes the turn."""

from bot.context import BotContext, current_turn


async def record(update: object, context: BotContext) -> None:  # noqa: ARG001 - PTB's signature
    """Hand the error to the lane, which refuses in words, tries again or sets aside; PTB would only log it."""
    error = context.error
    current_turn.get().turn.error = error if isinstance(error, Exception) else RuntimeError("unknown")
