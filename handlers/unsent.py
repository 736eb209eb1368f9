"""Words of the desk that wait to be sent: asked about, and told of when they are lost."""

from typing import Final

from bot.context import BotContext, Happening
from bot.services.steps import Unsent

WAITS: Final = "answer-waits"
GONE: Final = "answer-gone"


async def still_waits(happening: Happening, context: BotContext) -> bool:
    """Whether they do, to show them again; that is said before, and so is that they are there no more."""
    if context.turn.staff is None:  # released since: there is nobody to send it
        return False
    detail = happening.detail
    unsent = await context.services.steps.unsent(happening.kind, detail)
    if unsent is not Unsent.BENEATH:
        name = WAITS if unsent is Unsent.THERE else GONE
        about = {"number": detail.get("number", ""), "what": happening.kind}
        await context.say(name, of_case=detail.get("case"), **about)
    return unsent is Unsent.THERE
