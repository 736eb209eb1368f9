"""A day of rest, the pages of many messages, and digests: who may, what is refused, and what old buttons say."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.cases import Case
from bot.services.desk import Desk
from bot.services.floods import DOINGS
from bot.services.turn import Turn
from playground.api import Server
from playground.telegram import Telegram
from tests.cast import Actor, Cast
from tests.handlers.test_odd import EXPIRED
from tests.line import Line, hurry, open_line
from tests.past import backdate
from tests.small_limits import CARDS, CASES, MESSAGES, city_in

NOT_YOURS = "Dit hoort niet bij jouw wijken."


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Line]:
    """A line in a city where little is much."""
    telegram.limits.lifted = True
    async with open_line(tmp_path, telegram, server, WIJKLIJN_CITY=city_in(tmp_path)) as line:
        line.prepared = hurry
        hurry(line.running)
        yield line


async def history(line: Line, case: Case) -> list[str]:
    rows: list[Any] = await line.read(
        lambda tx: tx.all("SELECT act FROM history WHERE case_id = :case ORDER BY id", case=case.id)
    )
    return [row["act"] for row in rows]


async def counted(line: Line) -> int:
    """Rows about how much a resident sends, and about a rest."""
    row = await line.read(
        lambda tx: tx.one(
            "SELECT (SELECT COUNT(*) FROM paces WHERE kind IN ('sent', 'added', 'opened')) "
            "+ (SELECT COUNT(*) FROM quiets) AS n"
        )
    )
    return int(row["n"])


async def flooded(jan: Actor, case: Case, times: int) -> None:
    """So many replies to the receipt, at once."""
    receipt = jan.message(case.number)["message_id"]
    for at in range(times):
        jan.phone.says(f"Bericht {at + 1}", receipt)
    await jan.hears()


async def test_only_the_desk_of_the_wijk_gives_a_day_of_rest_and_it_stands_in_the_history(
    cast: Cast, line: Line
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Alweer afval")
    jan.reads()
    for other in (await cast.piet(), await cast.tine(), await cast.bram(), await cast.selin()):
        for verb in ("desk-quiet", "quiet-yes", "quiet-end"):
            other.reads()
            (refused,) = await other.crafts(f"1:{verb}:{case.id}")
            assert refused in {NOT_YOURS, EXPIRED["nl"]}, verb
    assert await jan.crafts(f"1:quiet-yes:{case.id}") == [EXPIRED["nl"]]
    assert "quieted" not in await history(line, case)
    for _ in range(2):
        await karel.crafts(f"1:quiet-yes:{case.id}")
    assert (await history(line, case)).count("quieted") == 1
    assert sum("🤫" in text for text in jan.phone.heard()) == 1
    await karel.crafts(f"1:quiet-end:{case.id}")
    await karel.crafts(f"1:quiet-end:{case.id}")
    assert (await history(line, case))[-1] == "unquieted"
    assert sum("🔔" in text for text in jan.phone.heard()) == 1


async def _rests(line: Line) -> tuple[int, int]:
    row = await line.read(lambda tx: tx.one("SELECT since, until FROM quiets"))
    return row["since"], row["until"]


async def _shift(line: Line, sql: str, ago: int) -> None:
    await line.turn(lambda turn: backdate(turn.tx, sql, ago=ago))


async def test_a_rest_asked_for_in_one_case_shows_in_no_other_case_of_the_same_person(
    cast: Cast, line: Line
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    first, second = await cast.case_of(jan, "Alweer afval"), await cast.case_of(jan, "Alweer lawaai")
    await karel.crafts(f"1:quiet-yes:{first.id}")
    three_hours = 3 * 3600 * 1_000_000
    for sql in (
        "UPDATE quiets SET until = until - :ago",
        "UPDATE history SET created_at = created_at - :ago",
    ):
        await _shift(line, sql, three_hours)
    _, before = await _rests(line)
    (said,) = await karel.crafts(f"1:quiet-yes:{first.id}")
    (other,) = await karel.crafts(f"1:quiet-yes:{second.id}")
    _, after = await _rests(line)
    assert after > before + three_hours - 60_000_000, "a day from now, not what is left of the other one"
    assert said.split("rust tot")[1] != other.split("rust tot")[1]
    assert await karel.crafts(f"1:quiet-yes:{first.id}") == [said]


async def test_a_rest_after_one_that_is_over_begins_when_it_is_asked_for(cast: Cast, line: Line) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Alweer afval")
    await karel.crafts(f"1:quiet-yes:{case.id}")
    for sql in (
        "UPDATE quiets SET since = since - :ago, until = until - :ago",
        "UPDATE history SET created_at = created_at - :ago",
    ):
        await _shift(line, sql, 2 * 24 * 3600 * 1_000_000)
    _, before = await _rests(line)
    await karel.crafts(f"1:quiet-yes:{case.id}")
    since, _ = await _rests(line)
    assert since > before


async def test_while_somebody_rests_it_happens_again_without_a_sound(cast: Cast, line: Line) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case, other = await cast.case_of(jan, "Alweer afval"), await cast.case_of(jan, "Alweer lawaai")
    await jan.crafts(f"1:again:{other.id}")
    await karel.crafts(f"1:quiet-yes:{case.id}")
    await jan.crafts(f"1:again:{case.id}")
    told = "SELECT silent FROM outbox WHERE name = 'notice-again' ORDER BY id"
    assert [row["silent"] for row in await line.read(lambda tx: tx.all(told))] == [0, 1]


async def test_while_somebody_rests_new_cases_come_in_a_digest_and_urgent_ones_alone(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Alweer afval")
    await karel.crafts(f"1:quiet-yes:{case.id}")
    karel.reads()
    await cast.case_of(jan, "Lawaai in de nacht", category="noise")
    heard = karel.reads()
    assert heard == ["📥 1 nieuwe melding wacht\n1 × 🔊 Lawaai · Waterschei-Noord"]
    assert karel.buttons_of("nieuwe melding") == ["📋 Toon wat wacht"]
    await cast.case_of(await cast.mehmet(), "Gürültü", category="noise")
    assert any("Gürültü" in text for text in karel.reads()), "others are heard as always"


async def test_many_messages_are_shown_page_by_page_and_an_old_page_can_be_shown_again(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Alweer afval")
    await flooded(jan, case, 15)
    karel.reads()
    for expected in (range(MESSAGES + 1, MESSAGES + 11), range(MESSAGES + 11, 16), range(MESSAGES + 11, 16)):
        shown = "\n".join(await karel.taps("👁 Toon de volgende"))
        assert all(f"Bericht {at}\n" in f"{shown}\n" for at in expected), shown
    for crafted in (f"{case.id}:999999", f"{case.id}", f"{case.id}:x", f"{case.id}:-1"):
        assert await karel.crafts(f"1:flood-show:{crafted}") == [EXPIRED["nl"]]
    piet = await cast.piet()
    assert await piet.crafts(f"1:flood-show:{case.id}:0") == [NOT_YOURS]


async def test_words_of_a_sensitive_case_never_come_by_a_page(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Schimmel", category="housing")
    await flooded(jan, case, 10)
    assert not any("Bericht 1" in text for text in karel.phone.heard())
    assert karel.buttons_of("📥") == ["📁 Toon dossier"]
    karel.reads()
    assert await karel.crafts(f"1:flood-show:{case.id}:0") == [EXPIRED["nl"]]


async def test_danger_in_a_flood_reaches_the_desk_on_its_own(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Alweer afval")
    await flooded(jan, case, 10)
    karel.reads()
    heard = await jan.says("Het brandt!", reply_to=jan.message(case.number)["message_id"])
    assert any("112" in text for text in heard)
    assert any("Het brandt!" in text and "➕" in text for text in karel.reads())


async def test_what_follows_on_a_case_of_the_digest_renews_the_digest_until_its_card_is_opened(
    cast: Cast,
) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    cases = [await cast.case_of(jan, f"Zak {at}") for at in range(CASES + 1)]
    last = cases[-1]
    assert not any(last.number in text for text in karel.phone.heard())
    karel.reads()
    await jan.says("Nog een zak", reply_to=jan.message(last.number)["message_id"])
    assert karel.reads() == []
    opened = await karel.crafts(f"1:desk-open:{last.id}")
    assert any("Nog een zak" in text for text in opened)
    await jan.says("En nog een", reply_to=jan.message(last.number)["message_id"])
    assert any("En nog een" in text for text in karel.reads())
    await karel.taps_of(f"Melding {last.number}", "✋ Ik neem dit")
    await cast.case_of(jan, "Zak 9")
    assert karel.message("nieuwe melding")["text"].startswith("📥 1 nieuwe melding wacht")


async def test_reminders_of_what_a_digest_stands_for_come_as_one_digest_again(cast: Cast, line: Line) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    cases = [await cast.case_of(jan, f"Zak {at}") for at in range(CASES + 3)]
    karel.reads()

    async def reminded(turn: Turn) -> None:
        for case in cases:
            await Desk(turn).remind(case.id)

    await line.turn(reminded)
    heard = await karel.hears()
    assert sum(text.startswith("⏰") for text in heard) == CASES, "those with a card are reminded of each"
    assert not any(case.number in text for text in karel.phone.heard() for case in cases[CASES:])
    assert karel.message("nieuwe melding")["text"].startswith("📥 3 nieuwe meldingen wachten")


async def test_a_contact_worker_reads_one_digest_of_many_texts(cast: Cast) -> None:
    selin, mehmet = await cast.selin(), await cast.mehmet()
    case = await cast.case_of(mehmet, "Çöp var")
    await flooded(mehmet, case, 12)
    requests = [text for text in selin.phone.heard() if text.startswith("🌐") and "teksten" not in text]
    assert len(requests) <= CARDS
    digest = selin.message("teksten wachten op vertaling")
    assert digest["text"] == "🌐 13 teksten wachten op vertaling."
    selin.reads()
    (listed,) = await selin.taps("🌐 Toon de teksten")
    assert "13" in listed


async def test_the_buttons_of_a_digest_are_nothing_to_a_resident(cast: Cast) -> None:
    jan = await cast.jan()
    for verb in ("digest-work", "digest-relay"):
        assert await jan.crafts(f"1:{verb}") == [EXPIRED["nl"]]


async def test_who_erases_everything_leaves_no_count_and_no_rest_behind(cast: Cast, line: Line) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    case = await cast.case_of(jan, "Alweer afval")
    await flooded(jan, case, 10)
    await karel.crafts(f"1:quiet-yes:{case.id}")
    assert await counted(line) > 0
    await jan.says("/gegevens")
    await jan.taps("🧹 Wis mijn gegevens")
    await jan.taps("🧹 Ja, wis alles")
    assert await counted(line) == 0


async def test_a_rest_holds_in_the_wijken_of_who_asked_for_it_and_nowhere_else(
    cast: Cast, line: Line
) -> None:
    karel, piet, jan = await cast.karel(), await cast.piet(), await cast.jan()
    here, there = (
        await cast.case_of(jan, "Alweer afval"),
        await cast.case_of(jan, "Glas", wijk="boxbergheide"),
    )
    await karel.crafts(f"1:quiet-yes:{here.id}")
    piet.reads(), karel.reads()
    await jan.says("Hier ligt nog meer glas", reply_to=jan.message(there.number)["message_id"])
    assert any("meer glas" in text and "➕" in text for text in piet.reads())
    await jan.crafts(f"1:again:{there.id}")
    told = "SELECT silent FROM outbox WHERE name = 'notice-again' ORDER BY id"
    assert [row["silent"] for row in await line.read(lambda tx: tx.all(told))] == [0]
    await piet.crafts(f"1:quiet-yes:{there.id}")
    await karel.crafts(f"1:quiet-end:{here.id}")
    assert not any("🔔" in text for text in jan.phone.heard()), "the other rest still holds"
    piet.reads()
    await jan.says("En nog", reply_to=jan.message(there.number)["message_id"])
    assert not any("En nog" in text and "➕" in text for text in piet.reads())
    await piet.crafts(f"1:quiet-end:{there.id}")
    assert sum("🔔" in text for text in jan.phone.heard()) == 1


async def test_who_presses_very_much_or_has_no_language_yet_is_slowed_too(cast: Cast, line: Line) -> None:
    jan, new = await cast.jan(), Actor(line, line.telegram.person(5_500_000_760, "Planted"))
    for _ in range(DOINGS * MESSAGES + 3):
        jan.phone.says("/meldingen")
    heard = await jan.hears()
    assert sum(text.startswith("📥 Je stuurt veel") for text in heard) == 1
    assert sum(text.startswith("📋") for text in heard) == DOINGS * MESSAGES - 1, "/start was one"
    await jan.crafts("1:my-cases:0")
    assert not jan.reads()
    for at in range(MESSAGES + 4):
        new.phone.says(f"Er ligt afval {at}")
    heard = await new.hears()
    (slowed,) = [text for text in heard if text.startswith("📥 Je stuurt veel")]
    assert len(slowed.splitlines()) == 3, "no language was chosen: every one"
    assert len(heard) == MESSAGES + 1
    assert (await new.taps("Nederlands"))[0] == "✅ Nederlands"
    kept = await line.read(lambda tx: tx.one("SELECT COUNT(*) AS n FROM paces WHERE kind = 'sent'"))
    assert kept["n"] == 1


async def test_of_very_many_times_again_only_the_card_tells(cast: Cast, line: Line) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    cases = [await cast.case_of(jan, f"Zak {at}") for at in range(2)]
    for case in cases:
        for _ in range(MESSAGES):
            await jan.crafts(f"1:again:{case.id}")
            await line.turn(
                lambda turn: turn.tx.run("UPDATE occurrences SET created_at = created_at - 90000000")
            )
    told = await line.read(lambda tx: tx.all("SELECT id FROM outbox WHERE name = 'notice-again'"))
    assert len(told) == MESSAGES
    assert f"🔁 Gebeurde weer: {MESSAGES} keer" in karel.message(cases[1].number)["text"]
