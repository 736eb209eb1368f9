"""Wijknieuws as somebody wants it: topics, quiet hours, a pause; the offer after a first report."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.announcements import Audience, AudienceKind
from bot.domain.city import WijkId
from bot.domain.intents import Intent, Urgency
from bot.domain.people import ChatId
from bot.services.news import News
from bot.services.people import People
from bot.services.turn import Turn
from storage.announcements import insert_announcement
from storage.times import told
from tests.cast import Actor, Cast
from tests.handlers.following import DUTCH, hears, presses, until, writes
from tests.line import Line

EXPIRED = "Deze knop werkt niet meer. Kies opnieuw in het menu."
LIST = "Je krijgt nieuws van"


async def following(cast: Cast) -> Actor:
    jan = await cast.jan()
    await jan.crafts("1:follow:bokrijk")
    return jan


async def test_a_topic_is_left_and_taken_up_again_with_one_tap(cast: Cast) -> None:
    jan = await following(cast)
    (asked,) = await jan.taps("☑️ Onderwerpen")
    assert asked.splitlines() == [
        "☑️ Hierover krijg je nieuws:",
        "• 🚯 Problemen",
        "• 🚧 Werken",
        "• 🎉 Activiteiten",
        "• 🚨 Dringend",
    ]
    (left,) = await jan.taps("🔕 Niet over werken")
    assert "🚧" not in left
    assert jan.buttons_of("Hierover")[1] == "🔔 Ook over werken"
    assert "🔕 Je krijgt dit niet: 🚧 Werken" in (await jan.taps("◀️ Terug"))[0]
    await jan.taps("☑️ Onderwerpen")
    assert "🚧 Werken" in (await jan.taps("🔔 Ook over werken"))[0]


async def test_who_leaves_every_topic_is_told_that_nothing_comes(cast: Cast) -> None:
    jan = await following(cast)
    await jan.taps("☑️ Onderwerpen")
    for topic in ("over problemen", "over werken", "over activiteiten"):
        await jan.taps(f"🔕 Niet {topic}")
    (left,) = await jan.taps("🔕 Niets dringends")
    assert left == "☑️ Je krijgt nu over niets nieuws. Kies waarover je iets wilt horen."


async def test_a_night_is_one_tap_and_every_other_hour_two(cast: Cast) -> None:
    jan = await following(cast)
    await jan.taps("🌙 Stille uren")
    (night,) = await jan.taps("🌙 Van 22 tot 7 uur")
    assert "🌙 Stil van 22 tot 7 uur. Alleen dringend nieuws komt dan." in night
    await jan.taps("🌙 Stille uren")
    await jan.taps("🕒 Andere uren")
    assert len(jan.buttons_of("Vanaf welk uur")) == 25
    await jan.taps("8:00")
    hours = jan.buttons_of("Stil vanaf 8 uur")
    assert (hours[0], len(hours)) == ("9:00", 24)
    (shift,) = await jan.taps("16:00")
    assert "🌙 Stil van 8 tot 16 uur." in shift
    await jan.taps("🌙 Stille uren")
    assert "🌙" not in (await jan.taps("🔔 Nieuws op elk uur"))[0]


async def test_what_is_said_of_urgent_news_is_true_for_who_left_it(cast: Cast) -> None:
    jan = await following(cast)
    await jan.crafts("1:topic-off:urgent")
    (night,) = await jan.crafts("1:quiet-set:22:7", jan.message("Hierover")["message_id"])
    assert "dringend nieuws komt" not in night


async def test_a_pause_of_a_week_until_a_day_or_until_i_say_so_and_its_end(cast: Cast, line: Line) -> None:
    jan = await following(cast)
    await jan.taps("⏸ Pauze")
    assert jan.buttons_of("Hoe lang") == ["🗓 1 week", "🗓 Kies een dag", "⏸ Tot ik het zeg", "◀️ Terug"]
    assert "⏸ Pauze. Nieuws komt weer vanaf" in (await jan.taps("🗓 1 week"))[0]
    assert "⏸" not in (await jan.taps("▶️ Nieuws weer aan"))[0]
    await jan.taps("⏸ Pauze")
    await jan.taps("🗓 Kies een dag")
    days = [label for label in jan.buttons_of("Vanaf welke dag") if label[0].isalpha()]
    assert len(days) == 10
    assert days[3] in (await jan.taps(days[3]))[0]
    await jan.taps("▶️ Nieuws weer aan")
    await jan.taps("⏸ Pauze")
    assert "⏸ Pauze tot jij nieuws weer aanzet." in (await jan.taps("⏸ Tot ik het zeg"))[0]
    await line.restart()
    assert "⏸" not in (await jan.taps("▶️ Nieuws weer aan"))[0]


async def test_old_and_crafted_buttons_say_so(cast: Cast) -> None:
    jan = await cast.jan()
    tomorrow = (cast.line.clock() + timedelta(days=1)).date()
    for data in (
        "quiet-set:7:7",
        "quiet-set:22:99",
        "quiet-set:22",
        "quiet-to:x",
        "topic-off:weather",
        "no-more-of:",
        "pause-day:tomorrow",
        "pause-day:2020-01-01",
        f"pause-day:{tomorrow + timedelta(days=400)}",
        "pause-days:99",
    ):
        assert await jan.crafts(f"1:{data}") == [EXPIRED], data


async def test_news_is_offered_once_after_a_first_report_and_nothing_is_ticked(
    cast: Cast, line: Line
) -> None:
    jan = await cast.jan()
    heard = await _reports(jan)
    assert heard[-1] == "📰 Wil je ook nieuws van Boxbergheide krijgen? Stoppen kan altijd."
    assert await line.read(lambda tx: tx.all("SELECT * FROM follows")) == []
    assert jan.buttons_of("Wil je ook nieuws") == ["🔔 Nieuws krijgen", "🔕 Geen nieuws"]
    assert (await jan.taps("🔕 Geen nieuws"))[0].startswith("🔕 Goed, geen nieuws.")
    assert not any("Wil je ook nieuws" in text for text in await _reports(jan))


async def test_a_yes_to_the_offer_is_news_of_that_wijk(cast: Cast) -> None:
    jan = await cast.jan()
    await _reports(jan)
    assert (await jan.taps("🔔 Nieuws krijgen"))[0].startswith("📰 Je krijgt nieuws van:\n• Boxbergheide")


async def test_a_no_to_the_offer_never_says_that_no_news_comes_while_it_does(cast: Cast) -> None:
    jan = await cast.jan()
    await _reports(jan)
    await jan.says("/nieuws")
    await jan.crafts("1:follow:bokrijk")
    assert (await jan.taps_of("Wil je ook nieuws", "🔕 Geen nieuws"))[0].startswith(
        "📰 Je krijgt nieuws van:\n• Bokrijk"
    )


async def test_nothing_is_offered_to_who_was_told_whom_to_call(cast: Cast) -> None:
    jan = await cast.jan()
    heard = await _reports(jan, "Het ruikt hier naar gas")
    assert any("Ontvangen" in text for text in heard)
    assert not any("Wil je ook nieuws" in text for text in heard)


async def test_nothing_is_offered_to_who_follows_news_or_told_us_of_home(cast: Cast) -> None:
    jan = await following(cast)
    assert not any("Wil je ook nieuws" in text for text in await _reports(jan))
    mehmet = await cast.mehmet()
    await mehmet.starts("wijk-boxbergheide")
    await mehmet.taps("📣 Sorun bildir")
    await mehmet.says("Evimde küf var")
    await mehmet.taps("🏠 Evimde sorun")
    assert not any("📰" in text for text in await mehmet.taps("✅ Gönder"))


async def _reports(actor: Actor, words: str = "Er ligt afval in de goot") -> list[str]:
    await actor.starts("wijk-boxbergheide")
    await actor.taps("📣 Probleem melden")
    await actor.says(words)
    await actor.taps("🗑 Afval")
    return await actor.taps("✅ Verstuur")


async def test_one_tap_below_an_announcement_stops_its_topic_or_all_and_leaves_it_standing(
    cast: Cast, line: Line
) -> None:
    line.environ["WIJKLIJN_HOLD_SECONDS"] = "0"
    await line.restart()
    jan, karel = await cast.jan(), await cast.karel()
    await jan.crafts("1:follow:waterschei-noord")
    await _announces(line, karel, "🚧 Werken")
    await until(hears(jan.phone, DUTCH))
    await jan.hears()
    assert jan.buttons_of(DUTCH) == ["🔕 Niet over werken", "🔕 Geen nieuws"]
    (left,) = await jan.taps("🔕 Niet over werken")
    assert left == "🔕 Je krijgt geen nieuws meer over werken. Ander nieuws komt nog wel."
    await _announces(line, karel, "🚧 Werken", reaches=False)
    await jan.taps("🔔 Ook over werken")
    (stopped,) = await jan.taps_of(DUTCH, "🔕 Geen nieuws")
    assert stopped.startswith("🔕 Je krijgt geen nieuws meer.")
    assert await line.read(lambda tx: tx.all("SELECT * FROM follows")) == []


async def _announces(line: Line, karel: Actor, topic: str, *, reaches: bool = True) -> None:
    await writes(line, karel.phone, "/bericht")
    await presses(line, karel.phone, "🏘 Wijk", topic)
    await writes(line, karel.phone, DUTCH)
    await presses(line, karel.phone, "⏭ Zonder deze taal", "⏭ Zonder deze taal", "✅ Verstuur nu")
    if reaches:
        await until(hears(karel.phone, "✅ Klaar."))
    else:
        assert karel.phone.heard()[-1].startswith("Nog niemand volgt het nieuws hiervan.")


async def test_quiet_hours_chosen_later_hold_what_waits_already_and_let_it_go_when_they_end(
    cast: Cast, line: Line
) -> None:
    jan, karel = await following(cast), await cast.karel()
    writer = await karel.member()

    async def waits(turn: Turn) -> Any:
        person = await People(turn).meet(ChatId(jan.phone.chat.id))
        new = await insert_announcement(
            turn.tx, writer.id, Audience(AudienceKind.WIJK, "bokrijk"), [WijkId("bokrijk")], turn.now
        )
        await turn.tell(
            Intent(
                chat=person.chat,
                person=person.id,
                name="announcement",
                urgency=Urgency.ANNOUNCEMENT,
                announcement=new.id,
                not_before=turn.now + timedelta(minutes=30),
            )
        )
        return turn.now.astimezone(turn.city.time_zone)

    now = await line.turn(waits)
    assert (await _leaves_at(line, now.hour, (now.hour + 3) % 24)).astimezone(now.tzinfo).hour == (
        now.hour + 3
    ) % 24
    assert await _leaves_at(line, (now.hour + 5) % 24, (now.hour + 6) % 24) < now


async def _leaves_at(line: Line, start: int, end: int) -> datetime:
    """When, after these quiet hours were chosen."""

    async def chooses(turn: Turn) -> int:
        await People(turn).meet(ChatId(5_500_000_703))
        await News(turn).be_quiet(start, end)
        row = await turn.tx.one("SELECT not_before FROM outbox WHERE announcement_id IS NOT NULL")
        return int(row["not_before"]) if row else 0

    return told(await line.turn(chooses))
