"""What is DeepL's own: tags around placeholders, languages in capitals, a glossary, a quota."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.translation.deepl import address_of
from bot.translation.translator import Reason
from tests.translation.conftest import chosen, failure_of
from tests.translation.deepl import GLOSSARY, DeepL


@pytest.fixture
async def deepl() -> AsyncIterator[DeepL]:
    async with DeepL() as running:
        yield running


async def test_placeholders_travel_inside_a_tag_that_is_left_alone(deepl: DeepL) -> None:
    async with chosen(deepl.choice) as translator:
        made = await translator.translate("A & B < 0478 12 34 56", source="nl", target="tr")
    assert deepl.translations[0].body == {
        "text": ["A &amp; B &lt; <x>XK1X</x>"],
        "source_lang": "NL",
        "target_lang": "TR",
        "tag_handling": "xml",
        "ignore_tags": ["x"],
        "split_sentences": "1",
        "preserve_formatting": True,
    }
    assert made.text == "[tr] A & B < 0478 12 34 56"
    assert deepl.translations[0].headers["Authorization"] == "DeepL-Auth-Key 7f3k-of-the-city:fx"


@pytest.mark.parametrize("text", ["<x>hallo</x> daar", "</x> niet & meer", "a <b>c</b> &amp; &lt;d"])
async def test_what_looks_like_a_tag_in_a_text_comes_back_as_it_was(deepl: DeepL, text: str) -> None:
    async with chosen(deepl.choice) as translator:
        assert (await translator.translate(text, source="nl", target="tr")).text == f"[tr] {text}"


async def test_an_unknown_source_is_left_out_and_what_deepl_found_is_kept(deepl: DeepL) -> None:
    async with chosen(deepl.choice) as translator:
        made = await translator.translate("Боклук навсякъде", source="auto", target="nl")
    assert "source_lang" not in deepl.translations[0].body
    assert made.source == "bg"


async def test_the_glossary_is_used_for_the_pairs_that_it_has(deepl: DeepL) -> None:
    async with chosen(deepl.choice, glossary_id=GLOSSARY) as translator:
        await translator.start()
        await translator.translate("De wijkmanager komt", source="nl", target="tr")
        await translator.translate("De wijkmanager komt", source="nl", target="bg")
        assert (await translator.standing(["nl", "tr"])).fine
        assert not (await translator.standing(["nl", "bg"])).fine
    assert [call.body.get("glossary_id") for call in deepl.translations] == [GLOSSARY, None]


async def test_a_glossary_that_is_not_there_is_said_and_holds_nothing_up(deepl: DeepL) -> None:
    async with chosen(deepl.choice, glossary_id="gone") as translator:
        await translator.start()
        assert (await translator.translate("Komt", source="nl", target="tr")).text == "[tr] Komt"
        assert not (await translator.standing(["nl", "tr"])).fine


async def test_a_used_up_quota_is_no_reason_to_try_again(deepl: DeepL) -> None:
    deepl.quota_used = True
    async with chosen(deepl.choice) as translator:
        failed = await failure_of(translator)
        assert (failed.reason, failed.is_temporary, len(deepl.translations)) == (Reason.QUOTA_USED, False, 1)
        assert (await translator.standing(["nl"])).line.startswith("deepl: nl; 12,345 of 500,000 characters")


async def test_a_language_that_deepl_does_not_know_is_said(deepl: DeepL) -> None:
    async with chosen(deepl.choice) as translator:
        assert (await failure_of(translator, source="xx")).reason is Reason.LANGUAGE_UNKNOWN
        await translator.start()
        assert not translator.available("bg", "xx")
        assert (await translator.standing(["nl", "xx"])).line.startswith("deepl: does not translate xx")


async def test_a_wrong_key_is_said(deepl: DeepL) -> None:
    async with chosen(deepl.choice, key="wrong") as translator:
        assert (await failure_of(translator)).reason is Reason.KEY_REFUSED
        assert (await translator.standing(["nl"])).line.startswith("deepl: key-refused")


def test_a_key_of_the_free_plan_has_an_address_of_its_own() -> None:
    assert address_of("abc:fx") == "https://api-free.deepl.com"
    assert address_of("abc") == "https://api.deepl.com"
