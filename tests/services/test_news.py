"""Who gets an announcement, and when: topics that were left, a pause, quiet hours. Never by language."""

import inspect
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.announcements import Announcement, Audience, AudienceKind, State
from bot.domain.city import WijkId
from bot.domain.errors import ButtonExpired
from bot.domain.news import Topic
from bot.domain.people import ChatId, Places, Role
from bot.services.announcements import Announcements
from bot.services.news import News
from bot.services.people import People
from bot.services.sendings import Sendings
from bot.services.staff import Invitation, Staff
from bot.services.turn import Turn
from storage import announcements as rows
from storage.times import told
from tests.line import Line

HOME = WijkId("waterschei-noord")
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 20, 50, tzinfo=UTC)  # ten minutes before ten in Genk
NIGHT = datetime(2026, 11, 24, 2, tzinfo=UTC)
SEVEN = datetime(2026, 11, 24, 6, tzinfo=UTC)
READER = ChatId(5_500_000_701)

Wish = Callable[[News], Awaitable[object]]


async def reader(turn: Turn, *wishes: Wish) -> News:
    """Somebody who follows the wijk, with wishes; the turn is theirs."""
    await People(turn).meet(READER)
    news = News(turn)
    await news.follow(HOME)
    for wish in wishes:
        await wish(news)
    return news


async def leaves(turn: Turn, topic: Topic = Topic.WORKS) -> Announcement:
    """An announcement to the wijk, by its wijkmanager, is on its way; afterwards it is the reader's turn."""
    await People(turn).meet(ChatId(5_500_000_801))
    token = await Staff(turn).invite(Invitation(Role.WIJKMANAGER, Places((HOME,)), (), None))
    staff = await Staff(turn).join(token)
    announcements = Announcements(turn)
    draft = await announcements.begin(staff, Audience(AudienceKind.WIJK, HOME))
    draft = await announcements.choose_topic(draft, topic.value)
    draft = await announcements.write(draft, "nl", "De straat is dicht.")
    for language in ("tr", "bg"):
        draft = await announcements.leave_out(draft, language)
    await rows.set_announcement_state(turn.tx, draft.id, State.HELD, valid_until=turn.now + timedelta(days=3))
    await Sendings(turn).leave(draft.id)
    await People(turn).recall(READER)
    return await rows.get_announcement(turn.tx, draft.id)


async def due(turn: Turn) -> list[datetime | None]:
    """When each row to the reader may leave; None for at once."""
    found = await turn.tx.all(
        "SELECT not_before FROM outbox WHERE announcement_id IS NOT NULL AND chat_id = :chat AND state = 'waiting'",
        chat=READER,
    )
    return [told(row["not_before"]) if row["not_before"] else None for row in found]


async def got(line: Line, now: datetime, *wishes: Wish, topic: Topic = Topic.WORKS) -> list[datetime | None]:
    async def work(turn: Turn) -> list[datetime | None]:
        turn.now = now
        await reader(turn, *wishes)
        await leaves(turn, topic)
        found = await due(turn)
        await turn.tx.run("DELETE FROM outbox")
        return found

    result: list[datetime | None] = await line.turn(work)
    return result


async def test_a_topic_that_was_left_does_not_come_and_the_others_do(line: Line) -> None:
    async def left(news: News) -> None:
        await news.leave_topic("works")

    assert await got(line, NOON, left) == []


async def test_news_comes_at_once_to_who_wished_nothing(line: Line) -> None:
    assert await got(line, NIGHT) == [None]


async def test_at_night_it_waits_until_the_quiet_hours_end(line: Line) -> None:
    assert await got(line, NIGHT, lambda news: news.be_quiet(22, 7)) == [SEVEN]


async def test_what_might_arrive_in_the_quiet_hours_waits_as_well(line: Line) -> None:
    assert await got(line, EVENING, lambda news: news.be_quiet(22, 7)) == [SEVEN]


async def test_by_day_nobody_who_sleeps_at_night_waits(line: Line) -> None:
    assert await got(line, NOON, lambda news: news.be_quiet(22, 7)) == [None]


async def test_urgent_news_waits_for_nobody(line: Line) -> None:
    quiet, paused = (lambda news: news.be_quiet(22, 7)), (lambda news: news.pause_for_ever())
    assert await got(line, NIGHT, quiet, paused, topic=Topic.URGENT) == [None]


async def test_in_a_pause_nothing_comes_and_after_it_everything(line: Line) -> None:
    assert await got(line, NOON, lambda news: news.pause_week()) == []


async def test_the_pause_ends_at_the_beginning_of_its_last_day(line: Line) -> None:
    async def paused(turn: Turn) -> tuple[int, int]:
        turn.now = NOON
        await reader(turn, lambda news: news.pause_week())
        announcement = await leaves(turn)
        last_moment = datetime(2026, 11, 29, 22, 59, tzinfo=UTC)
        before = await rows.count_followers(turn.tx, announcement, last_moment)
        after = await rows.count_followers(turn.tx, announcement, last_moment + timedelta(minutes=1))
        return before, after

    assert await line.turn(paused) == (0, 1)


async def test_asking_for_news_ends_a_pause(line: Line) -> None:
    async def follow(news: News) -> None:
        await news.pause_for_ever()
        await news.follow("bokrijk")

    assert await got(line, NOON, follow) == [None]


@pytest.mark.parametrize(
    "changes_mind",
    [
        lambda news: news.stop(),
        lambda news: news.unfollow(HOME),
        lambda news: news.leave_topic("works"),
        lambda news: news.pause_week(),
    ],
    ids=["stop", "leave the wijk", "leave the topic", "pause"],
)
async def test_what_waits_for_the_morning_does_not_come_to_who_changes_their_mind(
    line: Line, changes_mind: Wish
) -> None:
    async def night(turn: Turn) -> tuple[int, list[datetime | None]]:
        turn.now = NIGHT
        news = await reader(turn, lambda news: news.be_quiet(22, 7))
        await leaves(turn)
        waited = len(await due(turn))
        await changes_mind(news)
        left = await due(turn)
        await turn.tx.run("DELETE FROM outbox")
        return waited, left

    assert await line.turn(night) == (1, [])


async def test_leaving_another_topic_stops_nothing_that_waits(line: Line) -> None:
    async def night(turn: Turn) -> list[datetime | None]:
        turn.now = NIGHT
        news = await reader(turn, lambda news: news.be_quiet(22, 7))
        await leaves(turn)
        await news.leave_topic("activities")
        left = await due(turn)
        await turn.tx.run("DELETE FROM outbox")
        return left

    assert await line.turn(night) == [SEVEN]


async def test_who_sends_is_not_shown_a_bar_all_night(line: Line) -> None:
    async def night(turn: Turn) -> datetime | None:
        turn.now = NIGHT
        await reader(turn, lambda news: news.be_quiet(22, 7))
        announcement = await leaves(turn)
        await turn.tx.run("UPDATE outbox SET state = 'delivered' WHERE announcement_id IS NULL")
        await Sendings(turn).grow(announcement.id)
        await Sendings(turn).look(announcement.id)
        looks = await turn.tx.one("SELECT due_at FROM due WHERE kind = 'announcement-progress'")
        await turn.tx.run("DELETE FROM outbox")
        return told(looks["due_at"]) if looks else None

    looked_at = await line.turn(night)
    assert looked_at is not None
    assert SEVEN < looked_at < SEVEN + timedelta(minutes=1)


async def test_crafted_hours_days_and_topics_are_refused(line: Line) -> None:
    async def crafts(turn: Turn) -> None:
        turn.now = NOON
        news = await reader(turn)
        today = NOON.date()
        for refused in (
            news.be_quiet(7, 7),
            news.be_quiet(22, 99),
            news.pause_until(today),
            news.pause_until(today + timedelta(days=400)),
            news.leave_topic("weather"),
            news.take_up_topic(""),
        ):
            with pytest.raises(ButtonExpired):
                await refused

    await line.turn(crafts)


def test_no_statement_about_followers_knows_what_language_anybody_reads() -> None:
    asked = inspect.getsource(rows)
    followers = asked[asked.index("_FOLLOWERS = ") : asked.index("_TAKE_BACK = ")]
    assert "language" not in followers
