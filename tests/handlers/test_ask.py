"""Questions and ideas."""

from tests.cast import Cast
from tests.line import Line


async def test_the_common_questions_come_first_and_an_answer_may_be_enough(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    (asked,) = await elena.taps("❓ Задай въпрос")
    assert len(elena.buttons_of(asked)) == 10 + 1 + 2
    (answer,) = await elena.taps("🪪 Как да получа лична карта?")
    assert answer.startswith("Как да получа лична карта?\n\nТова се прави в общината.")
    assert "{" not in answer
    assert await elena.taps("👍 Това ми помага") == ["👍 Радваме се. Нищо не е изпратено."]
    assert await line.read(lambda tx: tx.all("SELECT 1 FROM cases")) == []


async def test_a_common_question_can_be_put_to_the_wijkmanager_with_two_taps(cast: Cast) -> None:
    lies, elena = await cast.lies(), await cast.elena()
    await elena.says("/vraag")
    await elena.taps("🎓 Къде мога да уча нидерландски?")
    assert (await elena.taps("🙋 Попитай служителя"))[0].startswith("Къде е?")
    await elena.taps("Waterschei")
    (summary,) = await elena.taps("Waterschei-Noord")
    assert "Къде мога да уча нидерландски?" in summary
    await elena.taps("✅ Изпрати")
    (card,) = await lies.hears()
    assert "❓ Vraag" in card
    assert "Къде мога да уча нидерландски?" in card


async def test_an_own_question_is_asked_where_and_sent(cast: Cast) -> None:
    lies, mehmet = await cast.lies(), await cast.mehmet()
    assert (await mehmet.says("/vraag Okul nerede?"))[0].startswith("Nerede?")
    await mehmet.says("Waterschei-Noord")
    assert (await mehmet.taps("✅ Gönder"))[-1].startswith("✅ Alındı.")
    assert "Okul nerede?" in (await lies.hears())[0]


async def test_an_idea_for_the_wijk_is_inside_asking(cast: Cast) -> None:
    greet, jan = await cast.greet(), await cast.jan()
    await jan.taps("❓ Vraag stellen")
    (asked,) = await jan.taps("💡 Idee voor de wijk")
    assert asked.startswith("Wat is je idee voor de wijk?")
    await jan.says("Een bank onder de boom")
    await jan.taps("🤷 Weet ik niet")
    await jan.taps("✅ Verstuur")
    assert "💡 Idee" in (await greet.hears())[0]


async def test_a_question_begun_is_not_lost_when_a_report_is_begun(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("/vraag Waar is de school?")
    assert await jan.says("/melden") == ["Je vraag is nog niet verstuurd. Wil je verdergaan?"]
    assert (await jan.taps("🆕 Begin opnieuw"))[0].startswith("Wat is er gebeurd?")
