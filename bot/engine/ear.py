"""The ear: fetches a voice message from Telegram and has it written down, as a machine that an interpreter can ask."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from bot.engine.answers import Answer, Broken, Delivered
from bot.engine.request import BotApi, FileNotFetched, FileTrouble
from bot.translation.transcriber import Transcriber
from bot.translation.translator import Reason, Standing, Translated, TranslationFailed

CALL_SECONDS: Final = 15.0


@dataclass(frozen=True, slots=True)
class Ear:
    """Its "text" is Telegram's number of a file."""

    api: BotApi
    transcriber: Transcriber

    @property
    def name(self) -> str:
        return "transcriber"

    @property
    def engine(self) -> str:
        return self.transcriber.engine

    async def start(self) -> None:
        """Nothing has to be learnt."""

    def available(self, source: str, target: str) -> bool:
        return bool(source and target)

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        """Write down the file of that number; its language is the one that was heard, else `source`."""
        path = _path(await self.api.call("getFile", {"file_id": text}, timeout=CALL_SECONDS))
        heard = await self.transcriber.transcribe(await self._fetched(path), _named(path))
        return Translated(heard.text, heard.language or source, target, heard.engine)

    async def standing(self, languages: Collection[str]) -> Standing:
        return Standing(fine=True, line=f"{self.engine}: {', '.join(languages)}")

    async def close(self) -> None:
        await self.transcriber.close()

    async def _fetched(self, path: str) -> bytes:
        try:
            return await self.api.download(path)
        except FileNotFetched as missing:
            trouble = missing.trouble
        unreachable = trouble is FileTrouble.UNREACHABLE
        raise TranslationFailed(Reason.UNREACHABLE if unreachable else Reason.REFUSED)


def _path(found: Answer) -> str:
    """Where the file is. Raises TranslationFailed."""
    if isinstance(found, Delivered) and isinstance(found.result, dict):
        return str(found.result.get("file_path") or "")
    is_gone = isinstance(found, Broken) and not found.may_pass
    raise TranslationFailed(Reason.REFUSED if is_gone else Reason.UNREACHABLE)


def _named(path: str) -> str:
    """A name that tells what kind of sound it is, and nothing else."""
    ending = PurePosixPath(path).suffix
    return f"sound{'.ogg' if ending in {'', '.oga'} else ending}"
