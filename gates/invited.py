"""Members of staff, invited by the command that operators use."""

from gates.bot_process import BotProcess


async def invited(bot: BotProcess, role: str, *more: str) -> str:
    """What a person starts the bot with to have this role; `more` as `wijklijn invite` takes it. Empty when refused."""
    _, told = await bot.command("invite", role, *more)
    return told.strip().rpartition("?start=")[2]
