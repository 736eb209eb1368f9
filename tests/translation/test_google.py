"""What is Google's own: a library without a time-out, in threads that nobody waits for."""

from __future__ import annotations

import threading
import time

from bot.translation.calls import Patience
from bot.translation.google import AT_ONCE, Google
from bot.translation.translator import Reason
from tests.translation import google as page
from tests.translation.conftest import chosen, failure_of
from tests.translation.faults import Fault

SHORT = Patience(total=0.3)


async def test_threads_that_hang_are_never_more_than_a_few_and_hold_nothing_up() -> None:
    async with page.Google() as google:
        machine = Google(google.choice.url, SHORT)
        google.faults.always(Fault.SLOW)
        for _ in range(AT_ONCE):
            assert (await failure_of(machine)).reason is Reason.TIMED_OUT
        began = time.monotonic()
        assert (await failure_of(machine)).reason is Reason.TIMED_OUT
        assert time.monotonic() - began < SHORT.total
        assert len(google.translations) == AT_ONCE
        hanging = [thread for thread in threading.enumerate() if thread.name == "google"]
        assert all(thread.daemon for thread in hanging)
    for thread in hanging:
        thread.join(5)
    assert not any(thread.is_alive() for thread in hanging)


async def test_a_language_that_google_does_not_have_and_a_text_that_is_too_long_are_refused() -> None:
    async with page.Google() as google, chosen(google.choice) as translator:
        assert (await failure_of(translator, source="xx")).reason is Reason.LANGUAGE_UNKNOWN
        assert (await failure_of(translator, "дълго " * 1000)).reason is Reason.REFUSED
        assert google.calls == []
