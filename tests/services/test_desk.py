"""What the desk is told as time passes, and what erasing leaves."""

from datetime import timedelta

from bot.domain.cases import Case
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.desk import LATE, REMIND, Desk
from bot.services.gathering import DUE_ALONE
from bot.services.looks import HIDE
from bot.services.staff import Staff
from bot.services.turn import Turn
from storage.cases import erase_case_content, get_case, set_owner
from storage.database import Transaction
from storage.messages import erase_messages
from storage.notes import list_notes
from storage.times import kept, told
from tests.cast import Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import Line


async def due(line: Line, case: Case) -> dict[str, int]:
    async def found(tx: Transaction) -> dict[str, int]:
        rows = await tx.all("SELECT kind, due_at FROM due WHERE key LIKE :key", key=f"case-%:{case.id}")
        return {row["kind"]: row["due_at"] for row in rows}

    moments: dict[str, int] = await line.read(found)
    return moments


async def test_the_owner_is_reminded_before_and_told_after_in_the_morning(line: Line, cast: Cast) -> None:
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    calendar = Calendar(line.running.city)
    assert case.due_on is not None
    moments = await due(line, case)
    assert moments == {
        REMIND: kept(calendar.remind_at(case.due_on) + timedelta(hours=8)),
        LATE: kept(calendar.noticed_at(case.due_on) + timedelta(hours=8)),
    }
    assert told(moments[LATE]).astimezone(line.running.city.time_zone).hour in {7, 8, 9}


async def test_what_is_late_is_told_to_who_has_it_and_to_the_coordinator(line: Line, cast: Cast) -> None:
    karel, greet = await cast.karel(), await cast.greet()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    await come_due(line, REMIND)
    assert karel.reads() == [f"⏰ Dossier {case.number}: het antwoord moet er bijna zijn."]
    await come_due(line, LATE)
    late = f"⏰ Dossier {case.number} is te laat: er is nog geen antwoord."
    assert late in karel.reads()
    card, told_of = [text for text in greet.reads() if case.number in text]
    assert card.startswith(f"Melding {case.number}")
    assert told_of == late
    assert greet.buttons_of("te laat") == ["📁 Toon dossier"]


async def test_of_many_that_are_due_at_once_a_few_are_told_and_one_message_stands_for_the_others(
    line: Line, cast: Cast
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    cases = [await cast.case_of(jan, f"Afval {count}") for count in range(5)]
    await line.turn(lambda turn: turn.tx.run("UPDATE cases SET urgent = 1 WHERE id = :id", id=cases[4].id))
    past = "UPDATE cases SET due_on = '2020-01-02' WHERE id = :id"
    await line.turn(lambda turn: turn.tx.run(past, id=cases[0].id))
    karel.reads()
    await come_due(line, REMIND)
    heard = karel.reads()
    alone = [text for text in heard if text.endswith("het antwoord moet er bijna zijn.")]
    assert f"⏰ Dossier {cases[4].number}: het antwoord moet er bijna zijn." in alone
    assert len(alone) == DUE_ALONE + 1
    (others,) = set(heard) - set(alone)
    assert others.splitlines() == [
        "⏰ Voor nog meer dossiers is het antwoord bijna nodig, of te laat",
        "⏰ 1 antwoord is te laat",
    ]
    assert karel.buttons_of("nog meer dossiers") == ["📋 Toon wat wacht"]
    await karel.says("/uren")
    await karel.taps("🕒 ma–vr, 8 tot 17 uur")
    await come_due(line, LATE)
    told_late = [text for text in karel.reads() if not text.startswith("Melding")]
    assert told_late == [f"⏰ Dossier {cases[4].number} is te laat: er is nog geen antwoord."]


async def test_after_an_answer_the_resident_expects_the_next_one_and_a_day_begins_anew(
    line: Line, cast: Cast
) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.taps("💬 Antwoorden")
    await karel.says("We komen.")
    assert set(await due(line, case)) == {REMIND, LATE}
    await karel.taps("✅ Verstuur")
    now = await cast.state_of(case)
    calendar = Calendar(line.running.city)
    assert now.due_on == calendar.due_on(line.clock(), working_days=line.running.city.answers.next_days)
    assert (await due(line, case))[LATE] == kept(calendar.noticed_at(now.due_on) + timedelta(hours=8))
    assert "📅 De bewoner hoort weer iets ten laatste" in karel.message(f"Melding {case.number}")["text"]


async def test_taking_a_case_in_hand_is_no_answer_yet(line: Line, cast: Cast) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    assert set(await due(line, case)) == {REMIND, LATE}


async def test_the_card_says_that_the_day_has_passed(line: Line, cast: Cast) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await line.turn(lambda turn: turn.tx.run("UPDATE cases SET due_on = '2026-01-05'"))
    await karel.says(f"/dossier {case.number}")
    assert (
        "⏰ Te laat: het antwoord moest er zijn op maandag 5 januari"
        in karel.message(f"Melding {case.number}")["text"]
    )


async def test_what_a_resident_erased_leaves_no_word_with_the_staff(line: Line, cast: Cast) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval " * 200)

    async def erased(turn: Turn) -> None:
        await erase_messages(turn.tx, case.id)
        await erase_case_content(turn.tx, case.id, turn.now)
        await Desk(turn).erased(await get_case(turn.tx, case.id))

    await line.turn(erased)
    await karel.hears()
    assert not [text for text in karel.phone.heard() if "afval" in text]
    assert karel.message(case.number)["text"] == f"🧹 Dossier {case.number}: gewist."
    assert await karel.says("/werk") == ["✅ Er wacht niets op jou."]
    assert await due(line, case) == {}


async def test_what_a_resident_erased_takes_no_note_any_more(line: Line, cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("⋯ Meer")
    await karel.taps("📝 Notitie")
    await jan.crafts(f"1:erase-case-yes:{case.id}:{case.number}")
    karel.reads()
    (refused,) = await karel.says("Hij woont op nummer 12")
    assert refused == "Dat kan nu niet meer met deze melding."
    assert not await line.read(lambda tx: list_notes(tx, case.id, lambda _: True))


async def test_a_text_too_old_to_be_deleted_is_overwritten_on_the_phone_of_who_may_read_it_no_more(
    line: Line, cast: Cast
) -> None:
    karel = await cast.karel()
    await cast.case_of(await cast.jan(), "Er ligt afval " * 200)
    clock, days = line.telegram.clock, 3 * 24 * 3600
    line.telegram.clock = lambda: clock() + days
    await line.turn(
        lambda turn: turn.tx.run("UPDATE outbox SET created_at = created_at - :days", days=days * 1_000_000)
    )
    gone = await karel.member()
    await line.turn(lambda turn: Staff(turn).release(gone.id))
    await karel.hears()
    assert not [text for text in karel.phone.heard() if "afval" in text]


async def test_many_changes_at_once_write_a_card_anew_once(line: Line, cast: Cast) -> None:
    await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")

    async def changed(turn: Turn) -> int:
        for _ in range(5):
            await Cards(turn).refresh(case)
        row = await turn.tx.one("SELECT COUNT(*) AS n FROM outbox WHERE state = 'waiting'")
        return int(row["n"]) if row else 0

    assert await line.turn(changed) == 1


async def test_who_owns_a_sensitive_case_without_the_right_to_read_it_reads_nothing(
    line: Line, cast: Cast
) -> None:
    bram = await cast.bram()
    case = await cast.case_of(await cast.jan(), "Vocht in huis", category="housing")
    owner = (await bram.member()).id
    await line.turn(lambda turn: set_owner(turn.tx, case.id, owner))
    card, *_ = await bram.says(f"/dossier {case.number}")
    assert "Vocht" not in card
    assert "Jouw rol leest dit niet." in card
    assert "👁 Toon" not in bram.buttons_of(f"Melding {case.number}")
    assert await bram.crafts(f"1:desk-look:{case.id}") == ["Dit hoort niet bij jouw wijken."]


async def test_what_is_shown_while_telegram_is_down_is_still_removed(line: Line, cast: Cast) -> None:
    karel = await cast.karel()
    await cast.case_of(await cast.jan(), "Vocht in huis", category="housing")
    await karel.taps("👁 Toon")
    await line.turn(lambda turn: turn.tx.run("UPDATE outbox SET state = 'sending' WHERE name = 'case-words'"))
    await line.turn(lambda turn: turn.tx.run("UPDATE due SET due_at = 0 WHERE kind = :kind", kind=HIDE))
    await line.running.clock.look()
    await line.turn(
        lambda turn: turn.tx.run("UPDATE outbox SET state = 'delivered' WHERE name = 'case-words'")
    )
    await karel.hears()
    await come_due(line, HIDE)
    assert not [text for text in karel.phone.heard() if "Vocht" in text]
