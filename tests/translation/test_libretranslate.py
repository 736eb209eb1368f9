"""What is LibreTranslate's own: its body, its languages, its key, its limit."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.translation.translator import Reason, TranslationFailed, Translator
from tests.translation.conftest import chosen, failure_of
from tests.translation.libre import LibreTranslate


@pytest.fixture
async def libre() -> AsyncIterator[LibreTranslate]:
    async with LibreTranslate() as running:
        yield running


@pytest.fixture
async def translator(libre: LibreTranslate) -> AsyncIterator[Translator]:
    async with chosen(libre.choice) as made:
        yield made


async def test_the_text_travels_as_json_in_the_body_and_never_in_the_address(
    libre: LibreTranslate, translator: Translator
) -> None:
    await translator.translate("Шум", source="bg", target="nl")
    call = libre.translations[0]
    assert call.headers["Content-Type"] == "application/json"
    assert call.body == {"q": "Шум", "source": "bg", "target": "nl", "format": "text"}


@pytest.mark.parametrize(("key", "fine"), [("k-123", True), (None, False), ("wrong", False)])
async def test_the_key_goes_along_and_a_wrong_one_is_no_reason_to_try_again(
    key: str | None, *, fine: bool
) -> None:
    async with LibreTranslate(key="k-123") as libre, chosen(libre.choice, key=key) as translator:
        if fine:
            assert (await translator.translate("Шум", source="bg", target="nl")).text == "[nl] Шум"
            return
        failed = await failure_of(translator)
        assert (failed.reason, failed.is_temporary, len(libre.calls)) == (Reason.KEY_REFUSED, False, 1)


async def test_a_text_over_the_servers_limit_is_refused_for_good() -> None:
    async with LibreTranslate(limit=10) as libre, chosen(libre.choice) as translator:
        failed = await failure_of(translator)
    assert (failed.reason, failed.is_temporary) == (Reason.REFUSED, False)


async def test_a_language_the_server_does_not_know_is_not_asked_for(
    libre: LibreTranslate, translator: Translator
) -> None:
    await translator.start()
    assert translator.available("auto", "nl")
    assert not translator.available("bg", "pl")
    with pytest.raises(TranslationFailed) as failed:
        await translator.translate("Шум", source="bg", target="pl")
    assert failed.value.reason is Reason.LANGUAGE_UNKNOWN
    assert libre.translations == []


async def test_a_server_that_was_down_at_the_start_is_learnt_about_later(
    libre: LibreTranslate, translator: Translator
) -> None:
    libre.down = True
    await translator.start()
    assert translator.available("bg", "pl")
    libre.down = False
    await translator.translate("Шум", source="bg", target="nl")
    assert not translator.available("bg", "pl")


async def test_the_engine_is_kept_with_its_version(libre: LibreTranslate, translator: Translator) -> None:
    await translator.start()
    answer = await translator.translate("Шум", source="bg", target="nl")
    assert answer.engine == "libretranslate 1.6.5"
    libre.version = None
    standing = await translator.standing(["nl", "bg"])
    assert (standing.fine, translator.engine) == (True, "libretranslate")


async def test_an_older_server_that_names_no_targets_translates_into_each_of_its_languages(
    libre: LibreTranslate, translator: Translator
) -> None:
    libre.languages = [{"code": "nl", "name": "Dutch"}, {"code": "bg", "name": "Bulgarian"}]
    await translator.start()
    assert translator.available("bg", "nl")
    assert not translator.available("bg", "tr")


async def test_the_standing_names_what_is_missing_or_cannot_be_read(
    libre: LibreTranslate, translator: Translator
) -> None:
    standing = await translator.standing(["nl", "pl"])
    assert (standing.fine, standing.line.partition(";")[0]) == (
        False,
        "libretranslate 1.6.5: does not translate nl-pl, pl-nl",
    )
    libre.languages = {"languages": "all"}
    standing = await translator.standing(["nl", "bg"])
    assert (standing.fine, standing.line.partition(";")[0]) == (False, "libretranslate: unreadable")
