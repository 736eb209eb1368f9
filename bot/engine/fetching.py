"""A file of Telegram's, fetched; a picture among them is stripped of all but what is seen before anybody else has it."""

import asyncio
from typing import Any, Final

import structlog

from bot.engine.answers import Broken, Delivered, Reason, Unknown
from bot.engine.outcomes import Attempt, Unfetched
from bot.engine.pictures import PictureUnreadable, stripped
from bot.engine.request import BotApi, FileNotFetched, FileTrouble

log = structlog.get_logger("fetching")

CALL_SECONDS: Final = 15.0


async def picture_of(api: BotApi, file_id: str) -> bytes | Attempt:
    """The picture behind Telegram's number of it, as a JPEG with nothing but pixels; or why there is none.

    Broken is for good: Telegram does not have it or does not give it to bots, or no photo can be made of it. All
    else may be asked for again.
    """
    found = await api.call("getFile", {"file_id": file_id}, timeout=CALL_SECONDS)
    if isinstance(found, Unknown):
        return Unfetched(unanswered=True)
    if isinstance(found, Broken) and found.may_pass:
        return Unfetched()
    if not isinstance(found, Delivered):
        return found
    try:
        return await asyncio.to_thread(stripped, await api.download(_path(found.result)))
    except FileNotFetched as missing:
        gone = missing.trouble is not FileTrouble.UNREACHABLE
        return Broken(400, Reason.FILE_UNKNOWN) if gone else Unfetched()
    except PictureUnreadable as unreadable:
        log.warning("picture-unreadable", why=str(unreadable.trouble))
        return Broken(400, Reason.FILE_UNKNOWN)


def _path(found: Any) -> str:
    return str(found.get("file_path") or "") if isinstance(found, dict) else ""
