"""Members of staff, invited by the command that operators use."""

from __future__ import annotations

import asyncio
import sys

from gates.bot_process import BotProcess
from gates.nursery import ROOT


async def invited(bot: BotProcess, role: str, *more: str) -> str:
    """What a person starts the bot with to have this role; `more` as `wijklijn invite` takes it. Empty when refused."""
    asking = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "invite", role, *more),
        cwd=ROOT,
        env=bot.environ,
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await asking.communicate()
    return told.decode().strip().rpartition("?start=")[2]
