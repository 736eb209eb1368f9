"""Promises to residents: a day that passed is admitted with a new one, and never hidden from the desk."""

from datetime import timedelta

from bot.services.calendar import Calendar
from bot.services.desk import LATE, REMIND
from storage.cases import list_history
from tests.cast import Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import Line

LATE_ONCE = "je kreeg nog geen antwoord. Dat spijt ons. Nieuwe datum, ten laatste: "


async def test_a_late_desk_is_admitted_with_a_new_day_and_its_own_day_stays(line: Line, cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    jan.reads()
    await come_due(line, LATE)
    (told,) = jan.reads()
    assert told.startswith(f"⏰ Melding {case.number}: {LATE_ONCE}")
    assert jan.message("⏰")["reply_to_message"]["message_id"] == jan.message("Ontvangen")["message_id"]
    now = await cast.state_of(case)
    assert now.due_on == case.due_on
    assert now.promised_on == Calendar(line.running.city).due_on(line.clock())
    assert "📅 Nieuwe dag, aan de bewoner gezegd: " in karel.message(f"Melding {case.number}")["text"]
    assert now.promised_on is not None


async def test_the_second_time_a_conversation_is_offered(line: Line, cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await come_due(line, LATE)
    assert jan.buttons_of("⏰") == ["➕ Iets toevoegen"]
    await come_due(line, LATE)
    assert "Wil je liever iemand spreken?" in jan.message("⏰")["text"]
    karel.reads()
    await jan.taps("🙋 Ik wil iemand spreken")
    assert any("de bewoner wil met iemand praten" in text for text in karel.reads())
    assert case.number in jan.message("⏰")["text"]


async def test_the_new_day_is_watched_too_and_an_answer_ends_it(line: Line, cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await come_due(line, LATE)
    karel.reads()
    await come_due(line, REMIND)
    assert karel.reads() == [f"⏰ Dossier {case.number}: het antwoord moet er bijna zijn."]
    await karel.taps("💬 Antwoorden")
    await karel.says("We komen.")
    await karel.taps("✅ Verstuur")
    assert (await cast.state_of(case)).promised_on is None


async def test_who_hears_nothing_after_an_answer_is_told_so_and_the_desk_too(line: Line, cast: Cast) -> None:
    karel, greet, jan = await cast.karel(), await cast.greet(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("💬 Antwoorden")
    await karel.says("We komen.")
    await karel.taps("✅ Verstuur")
    jan.reads()
    await come_due(line, LATE)
    assert jan.reads()[0].startswith(f"⏰ Melding {case.number} is nog niet klaar.")
    quiet = f"⏰ Dossier {case.number}: de bewoner hoorde te lang niets. Schrijf iets, of sluit het af."
    assert quiet in karel.phone.heard()
    assert quiet in greet.phone.heard()


async def test_what_was_withdrawn_is_late_no_more(line: Line, cast: Cast) -> None:
    jan = await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await jan.crafts(f"1:withdraw-yes:{case.id}")
    jan.reads()
    await come_due(line, LATE)
    assert jan.reads() == []


async def test_a_late_day_stands_in_the_history(line: Line, cast: Cast) -> None:
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await come_due(line, LATE)
    history = await line.read(lambda tx: list_history(tx, case.id))
    assert [act for act, *_ in history] == ["opened", "late"]


async def test_nobody_is_told_in_the_weekend(line: Line) -> None:
    calendar, friday = Calendar(line.running.city), Calendar(line.running.city).local_day(line.clock())
    while friday.isoweekday() != 5:
        friday += timedelta(days=1)
    noticed = calendar.noticed_at(friday).astimezone(line.running.city.time_zone)
    assert noticed.isoweekday() not in {6, 7}


async def test_who_reopened_waits_for_an_answer_again_also_once_somebody_takes_it(
    line: Line, cast: Cast
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost"):
        await karel.taps(press)
    await karel.says("Het is opgehaald.")
    await karel.taps("✅ Sluit af")
    await jan.taps("👎 Nee")
    jan.reads()
    await karel.crafts(f"1:desk-take:{case.id}")
    assert "⏰ Antwoord ten laatste" in karel.message(f"Melding {case.number}")["text"]
    assert "neemt dit in handen. Antwoord ten laatste: " in jan.reads()[-1]
    await come_due(line, LATE)
    assert LATE_ONCE in jan.reads()[-1]
