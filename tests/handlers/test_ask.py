"""Questions and ideas: answered at once where the city wrote an answer, else sent."""

import pytest

from bot.services.common_questions import Became
from storage.common_answers import list_answers_counted
from tests.cast import Actor, Cast
from tests.line import Line

WORDS = {
    "nl": (
        "Waar kan ik Nederlands leren aub?",
        "👍 Dit helpt",
        "🙋 Vraag de wijkmanager",
        "📣 Probleem melden",
    ),
    "tr": ("Hollandaca ogrenmek istiyorum", "👍 İşime yaradı", "🙋 Görevliye sor", "📣 Sorun bildir"),
    "bg": ("iskam da ucha niderlandski", "👍 Това ми помага", "🙋 Попитай служителя", "📣 Съобщи проблем"),
}


async def somebody(cast: Cast, language: str) -> Actor:
    return await {"nl": cast.jan, "tr": cast.mehmet, "bg": cast.elena}[language]()


async def counted(line: Line) -> dict[tuple[str, str], int]:
    rows = await line.read(list_answers_counted)
    return {(row.question, row.outcome): row.times for row in rows}


async def test_the_common_questions_come_first_and_an_answer_may_be_enough(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    (asked,) = await elena.taps("❓ Задай въпрос")
    assert len(elena.buttons_of(asked)) == 13 + 1 + 2
    (answer,) = await elena.taps("🪪 Лична карта")
    assert answer.startswith("Как да получа лична карта?\n\nТова се прави в общината.")
    assert "{" not in answer
    assert await elena.taps("👍 Това ми помага") == ["👍 Радваме се. Нищо не е изпратено."]
    assert await line.read(lambda tx: tx.all("SELECT 1 FROM cases")) == []


async def test_a_common_question_can_be_put_to_the_wijkmanager_with_two_taps(cast: Cast) -> None:
    lies, elena = await cast.lies(), await cast.elena()
    await elena.says("/vraag")
    await elena.taps("🎓 Уроци по език")
    assert (await elena.taps("🙋 Попитай служителя"))[0].startswith("За кой квартал е?")
    await elena.taps("Waterschei")
    (summary,) = await elena.taps("Waterschei-Noord")
    assert "Къде мога да уча нидерландски?" in summary
    await elena.taps("✅ Изпрати")
    (card,) = await lies.hears()
    assert "❓ Vraag" in card
    assert "Къде мога да уча нидерландски?" in card


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
async def test_words_that_ask_a_common_question_are_answered_and_sent_on_without_retyping(
    cast: Cast, line: Line, language: str
) -> None:
    words, helps, ask, report = WORDS[language]
    lies, actor = await cast.lies(), await somebody(cast, language)
    (answer,) = await actor.says(words)
    assert "089 65 36 00" in answer
    assert actor.buttons_of(answer)[:3] == [helps, ask, report]
    await actor.taps(ask)
    await actor.says("Waterschei-Noord")
    await actor.says({"nl": "verstuur", "tr": "gönder", "bg": "izprati"}[language])
    (card,) = await lies.hears()
    assert "❓ Vraag" in card
    assert words in card
    assert await counted(line) == {("dutch-lessons", "shown"): 1, ("dutch-lessons", "asked"): 1}


async def test_words_typed_as_a_question_are_answered_at_once(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()
    await mehmet.taps("❓ Soru sor")
    (answer,) = await mehmet.says("Cocugumun odevi icin kim yardim eder")
    assert answer.startswith("Çocuğuma ödevinde kim yardım eder?")
    assert "📣 Sorun bildir" not in mehmet.buttons_of(answer)
    await mehmet.taps("👍 İşime yaradı")
    (answer,) = await mehmet.says("/vraag Nöbetçi doktor kim?")
    assert answer.startswith("Akşam ve hafta sonu")
    assert (await counted(line))["homework", Became.HELPED] == 1


async def test_what_looked_like_a_question_can_be_a_report(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.says("Het recyclagepark is gesloten en nu ligt alles op straat")
    assert await jan.taps("📣 Probleem melden") == ["Waar gaat het over?"]
    assert (await counted(line))["recycling-park", Became.REPORTED] == 1


async def test_more_words_below_an_answer_go_on_with_the_report(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("De straatlamp is stuk")
    heard = await jan.says("Al drie weken, en er is een kind gevallen")
    assert "Waar gaat het over?" in heard[-1]


async def test_a_lamp_goes_straight_to_who_repairs_it_and_counts_as_not_for_us(
    cast: Cast, line: Line
) -> None:
    elena = await cast.elena()
    (answer,) = await elena.says("Уличната лампа не свети")
    assert "Fluvius" in answer
    assert elena.buttons_of(answer)[:2] == ["👍 Това ми помага", "➡️ Все пак съобщи"]
    await elena.taps("👍 Това ми помага")
    assert await counted(line) == {("street-lamp", "shown"): 1, ("street-lamp", "helped"): 1}
    assert line.running.city.common_question("street-lamp").not_for_us
    assert await line.read(lambda tx: tx.all("SELECT * FROM steps")) == []


async def test_in_a_report_who_handles_it_is_shown_once_and_can_be_passed_over(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.taps("📣 Probleem melden")
    await jan.says("De straatlamp is stuk")
    (advice,) = await jan.taps("🌳 Straat, groen, lamp")
    assert "Fluvius" in advice
    assert (await jan.taps("➡️ Toch melden"))[0].startswith("Waar is het?")
    await jan.taps("◀️ Terug")
    assert (await jan.taps("🌳 Straat, groen, lamp"))[0].startswith("Waar is het?")


async def test_talking_first_is_proposed_where_neighbours_quarrel_and_can_be_passed_over(
    cast: Cast, line: Line
) -> None:
    mehmet = await cast.mehmet()
    await mehmet.says("Komşum her gece bağırıyor")
    (advice,) = await mehmet.taps("🔊 Gürültü")
    assert advice.startswith("🤝")
    assert mehmet.buttons_of(advice) == ["👍 İşime yaradı", "➡️ Yine de bildir", "◀️ Geri", "✖️ Vazgeç"]
    assert (await mehmet.taps("➡️ Yine de bildir"))[0].startswith("Nerede?")
    assert (await counted(line))["self-help:neighbours", Became.REPORTED] == 1


async def test_nobody_in_danger_is_told_to_talk_first(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Mijn buurman heeft een mes")
    assert (await jan.taps("🚪 Last van buren"))[0].startswith("Waar is het?")


async def test_an_old_button_of_an_answer_is_over(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("De straatlamp is stuk")
    press = jan.message("Fluvius")
    (helps, anyway, *_) = [
        key["callback_data"] for row in press["reply_markup"]["inline_keyboard"] for key in row
    ]
    await jan.taps("➡️ Toch melden")
    over = ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    assert await jan.crafts(helps, press["message_id"]) == over
    assert await jan.crafts(anyway, press["message_id"]) == over
    assert await (await cast.mehmet()).crafts(anyway) == ["Bu düğme artık çalışmıyor. Menüden yeniden seçin."]


async def test_the_figures_say_nothing_of_who_asked(cast: Cast, line: Line) -> None:
    await (await cast.elena()).says("kak da izvadq lichna karta")
    rows = await line.read(lambda tx: tx.all("SELECT * FROM common_answers"))
    assert [sorted(dict(row)) for row in rows] == [["month", "outcome", "question", "times"]]


async def test_an_own_question_is_asked_where_and_sent(cast: Cast) -> None:
    lies, mehmet = await cast.lies(), await cast.mehmet()
    assert (await mehmet.says("/vraag Okul nerede?"))[0].startswith("Hangi mahalle için?")
    await mehmet.says("Waterschei-Noord")
    assert any(text.startswith("✅ Alındı.") for text in await mehmet.taps("✅ Gönder"))
    assert "Okul nerede?" in (await lies.hears())[0]


async def test_an_idea_for_the_wijk_is_inside_asking(cast: Cast) -> None:
    greet, jan = await cast.greet(), await cast.jan()
    await jan.taps("❓ Vraag stellen")
    (asked,) = await jan.taps("💡 Idee voor de wijk")
    assert asked.startswith("Wat is je idee voor de wijk?")
    await jan.says("Een bank onder de boom")
    await jan.taps("🤷 Weet ik niet")
    receipt = (await jan.taps("✅ Verstuur"))[-1]
    assert receipt.startswith("💡 Dank je voor je idee.")
    assert "Wie het leest: de coördinator" in receipt
    assert "hoogstens 2.500 euro" in receipt
    (card,) = await greet.hears()
    assert "💡 Idee" in card
    assert "💶 Wijkbudget" in card


async def test_an_idea_is_not_solved_but_decided(cast: Cast) -> None:
    lies, mehmet = await cast.lies(), await cast.mehmet()
    await mehmet.says("fikir")
    await mehmet.says("Ağacın altına bir bank")
    await mehmet.says("Waterschei-Noord")
    await mehmet.says("gönder")
    await lies.hears()
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost", "⏭ Sla over, sluit af"):
        await lies.taps(press)
    told = next(text for text in await mehmet.hears() if text.startswith("🏁"))
    assert "Yapıyoruz." in told
    assert "Bu yanıttan memnun musunuz?" in told


async def test_a_question_begun_is_not_lost_when_a_report_is_begun(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("/vraag Waar is de school?")
    assert await jan.says("/melden") == ["Je vraag is nog niet verstuurd. Wil je verdergaan?"]
    assert (await jan.taps("🆕 Begin opnieuw"))[0].startswith("Wat is er gebeurd?")
