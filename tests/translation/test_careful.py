"""A text's way to the machine and back: masked, put back, looked over."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.translation.calls import Patience
from bot.translation.choosing import Choice, ChoiceWrong, translator_from
from bot.translation.translator import Doubt, Reason, TranslationFailed, Translator
from tests.translation.libre import Fault, LibreTranslate

QUICK = Patience(connect=0.3, total=0.5, retries=1, pause=0.01)


@pytest.fixture
async def libre() -> AsyncIterator[LibreTranslate]:
    async with LibreTranslate() as running:
        yield running


@pytest.fixture
async def translator(libre: LibreTranslate) -> AsyncIterator[Translator]:
    made = translator_from(Choice("libretranslate", libre.url), patience=QUICK)
    yield made
    await made.close()


async def test_the_machine_never_sees_what_points_at_a_person(
    libre: LibreTranslate, translator: Translator
) -> None:
    text = (
        "Ara: 0532 123 45 67, ayse@example.org, 34 ABC 123, TR33 0006 1005 1978 6457 8413 26, 85.07.30-033.28"
    )
    answer = await translator.translate(text, source="tr", target="nl")
    assert libre.translations[0].text == "Ara: XK1X, XK2X, XK3X, XK4X, XK5X"
    assert answer.text == f"[nl] {text}"
    assert not answer.doubtful


@pytest.mark.parametrize(
    ("source", "text", "sent", "read"),
    [
        ("tr", "Adım Mehmet Yılmaz, burada çöp var", "Adım XK1X, burada çöp var", "Adım Mehmet Yılmaz"),
        ("tr", "Komşum Ahmet'in köpeği havlıyor", "Komşum XK1X'in köpeği havlıyor", "Komşum Ahmet'in"),
        (
            "bg",
            "Казвам се Юлия Щерева. Има боклук",
            "Казвам се XK1X. Има боклук",
            "Казвам се Yulia Shtereva.",
        ),
    ],
)
async def test_the_machine_never_sees_who_somebody_says_to_be(
    libre: LibreTranslate, translator: Translator, source: str, text: str, sent: str, read: str
) -> None:
    answer = await translator.translate(text, source=source, target="nl")
    assert libre.translations[0].text == sent
    assert answer.text.startswith(f"[nl] {read}")
    libre.faults.always(Fault.LOSES_PLACEHOLDERS)
    answer = await translator.translate(text, source=source, target="nl")
    assert Doubt.NAMES in answer.doubts


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("Bel nul vierhonderd achtenzeventig twaalf vierendertig zesenvijftig", "0 478 12 34 56"),
        ("Bel nul vier zeven acht, eenentwintig tweeëndertig drieënnegentig", "0 4 7 8 21 32 93"),
        ("Arayın: sıfır beş yüz otuz iki, yüz yirmi üç, kırk beş, altmış yedi", "0 532 123 45 67"),
        ("Тел. нула осем осем четирийсет и две двайсет 345", "0 8 8 42 20 345"),
        ("Тел. нула осемстотин осемдесет и осем единайсет 34 56", "0 888 11 34 56"),
    ],
)
async def test_a_number_in_words_is_read_as_it_is_dialled(
    libre: LibreTranslate, translator: Translator, text: str, dialled: str
) -> None:
    answer = await translator.translate(text, source="nl" if "Bel" in text else "tr", target="bg")
    assert libre.translations[0].text.endswith("XK1X")
    assert answer.text.endswith(dialled)
    assert Doubt.PERSONAL not in answer.doubts


async def test_placeholders_in_cyrillic_letters_are_put_back(
    libre: LibreTranslate, translator: Translator
) -> None:
    libre.faults.once(Fault.CYRILLIC_PLACEHOLDERS)
    answer = await translator.translate("Bel 089 65 36 00 vandaag", source="nl", target="bg")
    assert answer.text == "[bg] Bel 089 65 36 00 vandaag"


@pytest.mark.parametrize("fault", [Fault.LOSES_PLACEHOLDERS, Fault.DOUBLES_PLACEHOLDERS])
async def test_a_translation_that_lost_or_doubled_a_number_is_to_be_checked(
    libre: LibreTranslate, translator: Translator, fault: Fault
) -> None:
    libre.faults.always(fault)
    answer = await translator.translate("Bel 089 65 36 00 vandaag", source="nl", target="tr")
    assert answer.doubts == {Doubt.PERSONAL}
    assert answer.text.count("089 65 36 00") == (2 if fault is Fault.DOUBLES_PLACEHOLDERS else 0)
    assert "XK" not in answer.text


async def test_a_placeholder_that_never_was_there_makes_a_translation_worthless(
    libre: LibreTranslate, translator: Translator
) -> None:
    libre.phrases["Bel XK1X vandaag", "tr"] = "Bugün XK4X'ü arayın"
    with pytest.raises(TranslationFailed) as failed:
        await translator.translate("Bel 089 65 36 00 vandaag", source="nl", target="tr")
    assert (failed.value.reason, failed.value.is_temporary) == (Reason.PLACEHOLDER_LOST, False)


@pytest.mark.parametrize(("fault", "reason"), [(Fault.EMPTY, Reason.EMPTY), (Fault.LONG, Reason.TOO_LONG)])
async def test_an_empty_or_endless_translation_does_not_count(
    libre: LibreTranslate, translator: Translator, fault: Fault, reason: Reason
) -> None:
    libre.faults.always(fault)
    with pytest.raises(TranslationFailed) as failed:
        await translator.translate("We komen morgen kijken.", source="nl", target="tr")
    assert failed.value.reason is reason


async def test_changed_numbers_make_a_translation_doubtful(
    libre: LibreTranslate, translator: Translator
) -> None:
    libre.phrases["We komen om 11 uur langs.", "tr"] = "Saat 11'de uğrayacağız."
    libre.faults.once(Fault.OTHER_NUMBERS)
    answer = await translator.translate("We komen om 11 uur langs.", source="nl", target="tr")
    assert answer.doubts == {Doubt.NUMBERS}


async def test_a_text_that_came_back_untranslated_is_doubtful(
    libre: LibreTranslate, translator: Translator
) -> None:
    libre.faults.once(Fault.ECHO)
    answer = await translator.translate("гори къщата на улицата", source="bg", target="nl")
    assert answer.doubts == {Doubt.UNTRANSLATED}


async def test_a_translation_that_shrank_to_a_word_is_doubtful(
    libre: LibreTranslate, translator: Translator
) -> None:
    text = "De straat ligt vol met afval en de buren zijn heel erg boos."
    libre.phrases[text, "tr"] = "Sokak."
    answer = await translator.translate(text, source="nl", target="tr")
    assert answer.doubts == {Doubt.LENGTH}


@pytest.mark.parametrize("text", ["0478 12 34 56", "👍", "12", "?!", "jan@example.org"])
async def test_a_text_without_words_is_not_sent(
    libre: LibreTranslate, translator: Translator, text: str
) -> None:
    answer = await translator.translate(text, source="bg", target="nl")
    assert (answer.text, answer.doubtful, libre.calls) == (text, False, [])


async def test_a_text_already_in_the_language_is_not_sent(
    libre: LibreTranslate, translator: Translator
) -> None:
    answer = await translator.translate("Dank u", source="nl", target="nl")
    assert (answer.text, libre.calls) == ("Dank u", [])


async def test_a_short_word_may_become_a_sentence(libre: LibreTranslate, translator: Translator) -> None:
    libre.phrases["Ok", "tr"] = "Tamam, anlaşıldı, teşekkür ederiz."
    answer = await translator.translate("Ok", source="nl", target="tr")
    assert not answer.doubtful


async def test_what_the_machine_can_do_is_asked_of_the_machine(translator: Translator) -> None:
    await translator.start()
    assert translator.available("auto", "nl")
    assert not translator.available("bg", "fr")
    assert (translator.name, translator.engine) == ("libretranslate", "libretranslate 1.6.5")
    assert (await translator.standing(["nl", "tr", "bg"])).fine


async def test_without_a_translator_nothing_is_available_and_asking_says_why() -> None:
    translator = translator_from(Choice())
    await translator.start()
    assert not translator.available("bg", "nl")
    with pytest.raises(TranslationFailed) as failed:
        await translator.translate("Шум", source="bg", target="nl")
    await translator.close()
    assert (translator.name, translator.engine, failed.value.reason) == ("none", "none", Reason.NO_TRANSLATOR)


async def test_the_standing_without_a_translator_names_the_contact_workers() -> None:
    standing = await translator_from(Choice()).standing(["nl"])
    assert (standing.fine, standing.line) == (True, "none: free texts wait for a contact worker")


def test_an_unknown_translator_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ChoiceWrong, match="expected one of deepl, google, libretranslate, none, openai"):
        translator_from(Choice("babelfish"))


@pytest.mark.parametrize(
    ("name", "missing"), [("libretranslate", "address"), ("openai", "model"), ("deepl", "key")]
)
def test_a_choice_without_what_it_needs_is_refused(name: str, missing: str) -> None:
    with pytest.raises(ChoiceWrong, match=f"{missing} is missing"):
        translator_from(Choice(name))


def test_a_model_without_an_address_is_refused() -> None:
    with pytest.raises(ChoiceWrong, match="address is missing"):
        translator_from(Choice("openai", model="m"))


def test_the_key_is_not_shown_when_a_choice_is_printed() -> None:
    assert "k-123" not in repr(Choice("libretranslate", "http://127.0.0.1:5000", "k-123"))
