"""Words typed instead of commands do it; a greeting makes no case; a report is never swallowed."""

import pytest

from bot.domain.cases import Case
from tests.cast import Actor, Cast
from tests.line import Line

UNCLEAR = {
    "nl": "Dit begrijp ik niet. Wil je iets melden of iets vragen?",
    "tr": "Anlayamadım. Bir şey bildirmek mi, soru sormak mı istiyorsunuz?",
    "bg": "Не разбрах. За проблем ли пишете, или имате въпрос?",
}
# What is typed, and how the answer begins.
DOES = {
    "nl": {
        "melden": "Wat is er gebeurd?",
        "Een vraag aub": "Wat wil je vragen?",
        "idee": "Wat is je idee",
        "mijn meldingen": "📋",
        "Nieuws": "📰",
        "wijkmanager": "👤",
        "taal": "🌍",
        "mijn gegevens": "🔒",
        "Hulp!": "🆘",
        "menu": "Wat wil je doen?",
        "terug": "Wat wil je doen?",
        "stop": "Je bent nergens mee bezig.",
        "bedankt": "🙏",
        "geen nieuws": "📰",
        "👍": "🙏",
    },
    "tr": {
        "bildir": "Ne oldu?",
        "Bir sorum var": "Ne sormak",
        "fikir": "Mahalle için fikriniz",
        "mesajlarim": "📋",
        "haberler": "📰",
        "mahalle sorumlusu kim?": "👤",
        "dil degistir": "🌍",
        "verilerimi sil": "🔒",
        "imdat": "🆘",
        "menü": "Ne yapmak",
        "geri": "Ne yapmak",
        "vazgeç": "Şu an yarım kalan",
        "çok teşekkürler": "🙏",
        "haber istemiyorum": "📰",
    },
    "bg": {
        "сигнал": "Какво се случи?",
        "имам въпрос": "Какво искате да попитате?",
        "ideq": "Каква е идеята",
        "моите съобщения": "📋",
        "novini": "📰",
        "кой отговаря": "👤",
        "ezik": "🌍",
        "моите данни": "🔒",
        "pomo6t": "🆘",
        "меню": "Какво искате да направите?",
        "назад": "Какво искате да направите?",
        "спри": "В момента няма",
        "mersi": "🙏",
        "не искам новини": "📰",
    },
}
GREETINGS = {
    "nl": ("hallo", "?", "Goeiemorgen!", "ja", "ok", "test", "..."),
    "tr": ("merhaba", "?", "Selamün aleyküm", "evet", "iyi günler", "tamam"),
    "bg": ("здравей", "?", "добър ден", "да", "zdravei", "ок"),
}
REPORTS = {
    "nl": "stop met dat lawaai",
    "tr": "Dur artık şu gürültü",
    "bg": "спри този шум",
}


async def somebody(cast: Cast, language: str) -> Actor:
    return await {"nl": cast.jan, "tr": cast.mehmet, "bg": cast.elena}[language]()


async def is_nothing_kept(line: Line) -> bool:
    cases: list[object] = await line.read(lambda tx: tx.all("SELECT id FROM cases"))
    return not cases


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
async def test_a_word_typed_does_what_its_command_does(cast: Cast, line: Line, language: str) -> None:
    actor = await somebody(cast, language)
    for typed, answer in DOES[language].items():
        heard = await actor.says(typed)
        assert heard[-1].startswith(answer), (typed, heard)
        await actor.says("/stop")
    assert await is_nothing_kept(line)


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
async def test_a_greeting_is_not_understood_and_makes_no_case(cast: Cast, line: Line, language: str) -> None:
    actor = await somebody(cast, language)
    for greeting in GREETINGS[language]:
        assert await actor.says(greeting) == [UNCLEAR[language]], greeting
        assert len(actor.buttons_of(UNCLEAR[language])) == 2
    assert await line.read(lambda tx: tx.all("SELECT * FROM steps")) == []
    assert await is_nothing_kept(line)


async def test_the_two_buttons_begin_a_report_and_a_question(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("hallo")
    assert (await jan.taps_of("Dit begrijp ik niet", "📣 Probleem melden"))[0].startswith(
        "Wat is er gebeurd?"
    )
    await jan.says("/stop")
    await jan.says("?")
    assert (await jan.taps_of("Dit begrijp ik niet", "❓ Vraag stellen"))[0].startswith("Wat wil je vragen?")
    assert await jan.crafts("1:begin:everything") == ["Deze knop werkt niet meer. Kies opnieuw in het menu."]


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
async def test_a_report_that_begins_with_such_a_word_is_a_report(
    cast: Cast, line: Line, language: str
) -> None:
    actor = await somebody(cast, language)
    await actor.says(REPORTS[language])
    (step,) = await line.read(lambda tx: tx.all("SELECT kind, step FROM steps"))
    assert (step["kind"], step["step"]) == ("draft", "category")


async def test_who_waits_for_an_answer_and_writes_a_question_mark_may_look_how_far_it_is(cast: Cast) -> None:
    jan = await cast.jan()
    await cast.case_of(jan, "Er ligt afval")
    jan.reads()
    assert await jan.says("?") == [UNCLEAR["nl"]]
    assert "📋 Mijn meldingen" in jan.buttons_of(UNCLEAR["nl"])
    assert await jan.says("Dank je wel!") == ["🙏 Graag gedaan."]


async def test_thanks_that_reply_to_a_case_go_to_the_case(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    await cast.case_of(jan, "Er ligt afval")
    jan.reads()
    receipt = jan.message("✅ Ontvangen")["message_id"]
    assert "melding" in (await jan.says("bedankt", reply_to=receipt))[0]
    assert any("bedankt" in text for text in await karel.hears())


async def test_a_greeting_in_the_middle_of_a_report_is_no_part_of_it(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er ligt afval in de straat")
    assert await jan.says("hallo?") == ["Waar gaat het over?"]
    await jan.taps("🗑 Afval")
    await jan.says("Waterschei-Noord")
    assert "hallo" not in jan.message("📄")["text"]


async def test_stop_typed_leaves_what_was_begun_and_send_typed_sends_it(cast: Cast, line: Line) -> None:
    lies, mehmet = await cast.lies(), await cast.mehmet()
    await mehmet.says("Sokakta çöp var")
    assert await mehmet.says("Vazgeç") == ["✖️ Bırakıldı. Göndermedikleriniz silindi."]
    assert await line.read(lambda tx: tx.all("SELECT * FROM steps")) == []
    await mehmet.says("Sokakta çöp var")
    await mehmet.taps("🗑 Çöp, eski eşya")
    await mehmet.says("Waterschei-Noord")
    assert any(text.startswith("✅ Alındı.") for text in await mehmet.says("gönder"))
    assert "Sokakta çöp var" in (await lies.hears())[0]


@pytest.mark.parametrize(
    ("who", "no", "yes", "summary", "change"),
    [
        ("jan", "Nee, dat klopt niet", "Ja, dat klopt!", "📄 Klopt dit?", "Wat wil je veranderen?"),
        ("elena", "не", "👍", "📄 Вярно ли", "Какво искате да промените?"),
        ("mehmet", "Hayır", "evet", "📄 Bu doğru mu?", "Neyi değiştirmek istiyorsunuz?"),
    ],
)
async def test_yes_typed_below_the_summary_sends_it_and_no_asks_what_to_change(
    cast: Cast, who: str, no: str, yes: str, summary: str, change: str
) -> None:
    resident: Actor = await getattr(cast, who)()
    (asked,) = await resident.says("Alo 123 ding dong")
    await resident.taps(resident.buttons_of(asked)[-3])
    await resident.says("Waterschei-Noord")
    assert await resident.says(no) == [change]
    await resident.taps_of(change, resident.buttons_of(change)[-2])
    heard = await resident.says(yes)
    assert [text[0] for text in heard] == ["📤", "✅", "📰"]
    left = [wire.get("text", "") for wire in resident.phone.chat.messages]
    assert [text for text in left if text.startswith(summary)] == []
    assert (await resident.says(yes))[0][0] not in "📤✅"


async def test_back_typed_goes_one_screen_back(cast: Cast) -> None:
    elena = await cast.elena()
    await elena.says("Пред блока има боклук")
    await elena.taps("🗑 Боклук")
    assert await elena.says("назад") == ["За какво става дума?"]


async def test_a_person_please_typed_asks_for_a_conversation(cast: Cast) -> None:
    greet, mehmet = await cast.greet(), await cast.mehmet()
    heard = await mehmet.says("Lütfen biriyle konuşmak istiyorum")
    assert any(text.startswith("🙋") for text in heard)
    assert "Biriyle konuşmak istiyorum." in (await greet.hears())[0]


async def test_no_more_news_typed_takes_one_tap(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.crafts("1:follow:bokrijk")
    assert (await jan.says("Stop nieuws"))[0].startswith("Wil je geen nieuws meer?")
    await jan.taps("🔕 Geen nieuws")
    assert await line.read(lambda tx: tx.all("SELECT * FROM follows")) == []


async def test_what_somebody_new_types_first_is_no_story_and_is_done_after_the_welcome(line: Line) -> None:
    for user, typed in enumerate(("merhaba", "melden", "помощ", "?", "stop"), 750):
        new = Actor(line, line.telegram.person(user, "Planted"))
        (question,) = await new.says(typed)
        assert "🌍 Изберете език" in question
        chosen, *heard = await new.taps("Nederlands")
        assert chosen == "✅ Nederlands"
        assert not any("Waar gaat het over?" in text for text in heard)
        assert heard[-1].startswith("Wat is er gebeurd?" if typed == "melden" else "🔒")
    steps = await line.read(lambda tx: tx.all("SELECT step FROM steps"))
    assert [row["step"] for row in steps] == ["words"]


async def test_staff_who_type_such_a_word_write_to_a_case(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    await cast.case_of(jan, "Er ligt afval")
    karel.reads()
    assert await karel.says("bedankt") == ["Bij welk dossier hoort dit?"]


async def closes(cast: Cast, case: Case, reason: str = "") -> None:
    """Karel closes it as solved."""
    karel = await cast.karel()
    await karel.crafts(f"1:desk-close:{case.id}:solved")
    if reason:
        await karel.says(reason)
    await karel.taps("✅ Sluit af" if reason else "⏭ Sla over, sluit af")


@pytest.mark.parametrize(
    ("who", "yes", "solved", "partly", "no"),
    [
        ("jan", "Ja!", "ja, het is opgelost", "Een beetje", "nog niet"),
        ("mehmet", "evet", "çözüldü", "kısmen", "Hayır, henüz değil"),
        ("elena", "да", "reshen e", "донякъде", "не"),
    ],
)
async def test_what_is_typed_below_the_question_whether_it_is_solved_answers_it(
    cast: Cast, who: str, yes: str, solved: str, partly: str, no: str
) -> None:
    karel, resident = await cast.karel(), await getattr(cast, who)()
    case = await cast.case_of(resident, "Er ligt afval")
    for typed, told in ((yes, "🙏"), (solved, "🙏"), ("👍", "🙏"), (partly, ""), (no, "🔄")):
        await closes(cast, case, "De kast is weg." if typed == yes else "")
        await resident.hears()
        heard = await resident.says(typed)
        assert heard[0].startswith(told), (typed, heard)
        if typed == partly:
            assert (await resident.says("Alo 123 ding dong"))[0].startswith("🔄")
        elif told == "🙏":  # so that it can be closed once more
            await resident.says(no, reply_to=resident.message("🏁")["message_id"])
    assert any("niet opgelost" in text for text in await karel.hears())


async def test_a_yes_to_something_else_says_nothing_of_what_was_closed(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    closed = await cast.case_of(jan, "Er ligt afval")
    await jan.says("Er is lawaai in de straat, elke nacht")
    await jan.taps("🆕 Iets nieuws")
    await jan.taps("🔊 Lawaai")
    await jan.says("Waterschei-Noord")
    await closes(cast, closed)
    await jan.hears()
    assert [text[0] for text in await jan.says("ja")] == ["🙏", "📄"]
    assert len(await line.read(lambda tx: tx.all("SELECT id FROM cases"))) == 1
    assert [text[0] for text in await jan.says("ja")] == ["📤", "✅", "📰"]
    assert await jan.says("ja") == [UNCLEAR["nl"]]


async def test_a_question_that_stands_closed_is_not_answered_unseen(cast: Cast) -> None:
    jan, karel = await cast.jan(), await cast.karel()
    case = await cast.case_of(jan, "Er is vocht in mijn kamer", category="housing")
    await closes(cast, case)
    await jan.hears()
    assert await jan.says("ja") == [UNCLEAR["nl"]]
    closed = jan.message("Er is nieuws")["message_id"]
    assert "melding" in (await jan.says("ja", reply_to=closed))[0]
    await jan.taps_of("Er is nieuws", "👁 Toon")
    assert (await jan.says("ja", reply_to=closed))[0].startswith("🙏")
    assert any("opgelost" in text for text in await karel.hears())
