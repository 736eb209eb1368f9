"""The transcriber: its protocol on loopback, what goes right, and what goes wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.translation.calls import Patience
from bot.translation.transcriber import Transcriber, TranscriberWrong, transcriber_at
from bot.translation.translator import Reason, TranslationFailed
from tests.translation.faults import Fault
from tests.translation.whisper import Whisper

QUICK = Patience(connect=0.3, total=0.5, retries=1, pause=0.01)
REASONS = {
    Fault.TOO_MANY: Reason.TOO_MANY,
    Fault.SERVER_ERROR: Reason.SERVER_ERROR,
    Fault.FORBIDDEN: Reason.KEY_REFUSED,
    Fault.REDIRECT: Reason.REFUSED,
    Fault.SLOW: Reason.TIMED_OUT,
    Fault.RESET: Reason.UNREACHABLE,
    Fault.PAGE: Reason.UNREADABLE,
    Fault.EMPTY: Reason.EMPTY,
    Fault.HALF_JSON: Reason.UNREADABLE,
    Fault.LIST: Reason.UNREADABLE,
    Fault.NO_TEXT: Reason.UNREADABLE,
    Fault.LONG: Reason.TOO_LONG,
}


@pytest.fixture
async def whisper() -> AsyncIterator[Whisper]:
    async with Whisper() as running:
        yield running


@pytest.fixture
async def transcriber(whisper: Whisper) -> AsyncIterator[Transcriber]:
    made = transcriber_at(f"{whisper.url}/v1", key="of-the-city", model="small", patience=QUICK)
    yield made
    await made.close()


async def test_sound_comes_back_in_writing_with_the_language_that_was_heard(
    whisper: Whisper, transcriber: Transcriber
) -> None:
    heard = await transcriber.transcribe(b"OggS", "sound.ogg")
    assert (heard.text, heard.language) == ("Боклукът стои от една седмица.", "bg")
    (sound,) = whisper.sounds
    assert (sound.content, sound.name, sound.key) == (b"OggS", "sound.ogg", "Bearer of-the-city")
    assert sound.fields == {"model": "small", "response_format": "verbose_json", "temperature": "0"}
    whisper.language, whisper.says = "french", "Bonjour"
    assert (await transcriber.transcribe(b"OggS", "sound.ogg")).language == ""


@pytest.mark.parametrize(("fault", "reason"), REASONS.items(), ids=[fault.name.lower() for fault in REASONS])
async def test_every_fault_has_its_reason(
    whisper: Whisper, transcriber: Transcriber, fault: Fault, reason: Reason
) -> None:
    whisper.faults.always(fault)
    with pytest.raises(TranslationFailed) as failed:
        await transcriber.transcribe(b"OggS", "sound.ogg")
    assert failed.value.reason is reason


def test_an_address_outside_the_citys_network_is_refused_for_sound_cannot_be_masked() -> None:
    with pytest.raises(TranscriberWrong, match="sound cannot be masked"):
        transcriber_at("https://93.184.215.14/v1")
