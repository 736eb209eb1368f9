"""LibreTranslate as the bot uses it, against a real server that fails in every known way."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator

import pytest

from bot.translation.libretranslate import LibreTranslate, Patience
from bot.translation.translator import Reason, Translated, TranslationFailed
from tests.translation import libre as server
from tests.translation.libre import Fault

QUICK = Patience(connect=1.0, total=2.0, retries=3, pause=0.01)
SECRET_TEXT = "Тайна история за съседа"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def libre() -> AsyncIterator[server.LibreTranslate]:
    async with server.LibreTranslate() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def translator(libre: server.LibreTranslate, clock: Clock) -> AsyncIterator[LibreTranslate]:
    made = LibreTranslate(libre.url, patience=QUICK, monotonic=clock, jitter=lambda: 0.5)
    yield made
    await made.close()


async def failure_of(translator: LibreTranslate, text: str = SECRET_TEXT) -> TranslationFailed:
    with pytest.raises(TranslationFailed) as failed:
        await translator.translate(text, source="bg", target="nl")
    return failed.value


async def test_a_text_comes_back_translated(translator: LibreTranslate) -> None:
    answer = await translator.translate("Боклукът стои от една седмица.", source="bg", target="nl")
    assert answer.text == "Het afval staat er al een week."


async def test_the_text_travels_as_json_in_the_body_and_never_in_the_address(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    await translator.translate("Шум", source="bg", target="nl")
    call = libre.translations[0]
    assert call.headers["Content-Type"] == "application/json"
    assert call.body == {"q": "Шум", "source": "bg", "target": "nl", "format": "text"}


async def test_an_unknown_source_language_is_found_by_the_server(translator: LibreTranslate) -> None:
    answer = await translator.translate("Gürültü çok", source="auto", target="nl")
    assert answer.source == "tr"


async def test_the_key_goes_along_when_there_is_one() -> None:
    async with server.LibreTranslate(key="k-123") as libre:
        translator = LibreTranslate(libre.url, key="k-123", patience=QUICK)
        answer = await translator.translate("Шум", source="bg", target="nl")
        await translator.close()
    assert answer.text == "[nl] Шум"


@pytest.mark.parametrize("key", [None, "wrong"])
async def test_a_missing_or_wrong_key_is_no_reason_to_try_again(key: str | None) -> None:
    async with server.LibreTranslate(key="k-123") as libre:
        translator = LibreTranslate(libre.url, key=key, patience=QUICK)
        failed = await failure_of(translator)
        await translator.close()
        assert (failed.reason, failed.is_temporary, len(libre.calls)) == (Reason.KEY_REFUSED, False, 1)


@pytest.mark.parametrize(
    "fault", [Fault.TOO_MANY, Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.RESET, Fault.HALF_SENT]
)
async def test_a_passing_fault_is_tried_again(
    libre: server.LibreTranslate, translator: LibreTranslate, fault: Fault
) -> None:
    libre.faults.once(fault, fault)
    answer = await translator.translate("Шум", source="bg", target="nl")
    assert (answer.text, len(libre.translations)) == ("[nl] Шум", 3)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.TOO_MANY, Reason.TOO_MANY),
        (Fault.SERVER_ERROR, Reason.SERVER_ERROR),
        (Fault.RESET, Reason.UNREACHABLE),
    ],
)
async def test_a_lasting_fault_is_tried_three_times_more_and_then_given_up(
    libre: server.LibreTranslate, translator: LibreTranslate, fault: Fault, reason: Reason
) -> None:
    libre.faults.always(fault)
    failed = await failure_of(translator)
    assert (failed.reason, failed.is_temporary, len(libre.translations)) == (reason, True, 4)


@pytest.mark.parametrize("fault", [Fault.PAGE, Fault.HALF_JSON, Fault.LIST, Fault.NO_TEXT, Fault.ENORMOUS])
async def test_an_answer_that_is_no_translation_fails_at_once_and_for_now(
    libre: server.LibreTranslate, translator: LibreTranslate, fault: Fault
) -> None:
    libre.faults.always(fault)
    failed = await failure_of(translator)
    assert (failed.reason, failed.is_temporary, len(libre.translations)) == (Reason.UNREADABLE, True, 1)


async def test_a_server_that_never_answers_is_left_after_the_total_time(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.faults.always(Fault.SLOW)
    began = asyncio.get_running_loop().time()
    failed = await failure_of(translator)
    assert failed.reason is Reason.TIMED_OUT
    assert asyncio.get_running_loop().time() - began < 2 * QUICK.total


async def test_a_server_that_accepts_no_connection_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: every connection is refused
        translator = LibreTranslate(f"http://127.0.0.1:{taken.getsockname()[1]}", patience=QUICK)
        failed = await failure_of(translator)
        await translator.close()
    assert failed.reason is Reason.UNREACHABLE


async def test_a_pause_that_the_server_asks_for_is_kept_when_it_fits(
    libre: server.LibreTranslate, clock: Clock
) -> None:
    translator = LibreTranslate(libre.url, patience=Patience(total=3.0, pause=0.01), monotonic=clock)
    libre.faults.retry_after = 1
    libre.faults.once(Fault.TOO_MANY)
    began = asyncio.get_running_loop().time()
    await translator.translate("Шум", source="bg", target="nl")
    await translator.close()
    assert asyncio.get_running_loop().time() - began >= 1


async def test_a_pause_longer_than_the_total_time_is_handed_to_the_caller(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.faults.retry_after = 60
    libre.faults.always(Fault.TOO_MANY)
    failed = await failure_of(translator)
    assert (failed.retry_after, len(libre.translations)) == (60.0, 1)


async def test_a_redirect_is_not_followed_so_that_no_other_server_sees_the_text(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.faults.once(Fault.REDIRECT)
    failed = await failure_of(translator)
    assert failed.reason is Reason.REFUSED
    assert [call.path for call in libre.calls] == ["/translate"]


async def test_a_text_over_the_servers_limit_is_refused_for_good() -> None:
    async with server.LibreTranslate(limit=10) as libre:
        translator = LibreTranslate(libre.url, patience=QUICK)
        failed = await failure_of(translator)
        await translator.close()
    assert (failed.reason, failed.is_temporary) == (Reason.REFUSED, False)


async def test_a_language_the_server_does_not_know_is_not_asked_for(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    await translator.start()
    assert not translator.available("bg", "pl")
    with pytest.raises(TranslationFailed) as failed:
        await translator.translate("Шум", source="bg", target="pl")
    assert failed.value.reason is Reason.LANGUAGE_UNKNOWN
    assert libre.translations == []


async def test_a_server_that_was_down_at_the_start_is_learnt_about_later(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.down = True
    await translator.start()
    assert translator.available("bg", "pl")
    libre.down = False
    await translator.translate("Шум", source="bg", target="nl")
    assert not translator.available("bg", "pl")


async def test_the_engine_is_kept_with_its_version(translator: LibreTranslate) -> None:
    await translator.start()
    answer = await translator.translate("Шум", source="bg", target="nl")
    assert answer.engine == "libretranslate 1.6.5"


async def test_a_server_that_hides_its_version_is_used_all_the_same(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.version = None
    standing = await translator.standing(["nl", "bg"])
    assert (standing.fine, translator.engine) == (True, "libretranslate")


async def test_an_older_server_that_names_no_targets_translates_into_each_of_its_languages(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.languages = [{"code": "nl", "name": "Dutch"}, {"code": "bg", "name": "Bulgarian"}]
    await translator.start()
    assert translator.available("bg", "nl")
    assert not translator.available("bg", "tr")


async def test_a_server_whose_languages_cannot_be_read_is_not_fine(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.languages = {"languages": "all"}
    standing = await translator.standing(["nl", "bg"])
    assert (standing.fine, standing.line) == (False, "libretranslate: unreadable")


async def test_after_five_failures_the_server_is_left_alone(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.faults.always(Fault.PAGE)
    for _ in range(5):
        await failure_of(translator)
    failed = await failure_of(translator)
    assert (failed.reason, failed.is_temporary, len(libre.translations)) == (Reason.PAUSED, True, 5)


async def test_after_a_rest_one_call_finds_out_that_the_server_is_back(
    libre: server.LibreTranslate, translator: LibreTranslate, clock: Clock
) -> None:
    libre.faults.once(*[Fault.PAGE] * 5)
    for _ in range(5):
        await failure_of(translator)
    clock.now += 31
    answer = await translator.translate("Шум", source="bg", target="nl")
    assert answer.text == "[nl] Шум"


async def test_the_standing_names_the_pairs_that_are_missing(translator: LibreTranslate) -> None:
    standing = await translator.standing(["nl", "pl"])
    assert (standing.fine, standing.line) == (
        False,
        "libretranslate 1.6.5: does not translate nl-pl, pl-nl",
    )


async def test_the_standing_of_a_good_server_names_its_languages(translator: LibreTranslate) -> None:
    standing = await translator.standing(["nl", "tr", "bg"])
    assert (standing.fine, standing.line) == (True, "libretranslate 1.6.5: nl, tr, bg")


async def test_the_standing_of_a_server_that_is_down_says_why(
    libre: server.LibreTranslate, translator: LibreTranslate
) -> None:
    libre.down = True
    standing = await translator.standing(["nl", "tr"])
    assert (standing.fine, standing.line) == (False, "libretranslate: unreachable")


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.PAGE, Fault.HALF_JSON, Fault.SLOW, Fault.RESET])
async def test_no_failure_or_log_line_carries_the_text_or_the_key(
    fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with server.LibreTranslate(key="key-of-the-city") as libre:
        libre.faults.always(fault)
        translator = LibreTranslate(libre.url, key="key-of-the-city", patience=QUICK)
        failed = await failure_of(translator)
        await translator.close()
    told = f"{failed!r} {failed} {failed.__cause__!r} {failed.__context__!r} {caplog.text}"
    assert SECRET_TEXT not in told
    assert "key-of-the-city" not in told


def test_a_translation_does_not_show_its_text_when_printed() -> None:
    assert SECRET_TEXT not in repr(Translated(SECRET_TEXT, "bg", "nl", "none"))
