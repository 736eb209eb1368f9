"""Announcements below their buttons: who is written to, how often, and what is never sent."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.announcements import Announcement, Audience, AudienceKind, State, TextState
from bot.domain.city import WijkId
from bot.domain.errors import AnnouncementOver, ButtonExpired, NothingWritten, NotYours, TooLong
from bot.domain.people import ChatId, Places, Role, StaffMember
from bot.services.announcements import Announcements
from bot.services.people import People
from bot.services.sendings import Sendings
from bot.services.staff import Staff
from bot.services.turn import Rules, Turn
from storage.database import Transaction
from storage.people import insert_follow, set_blocked
from tests.handlers.following import DUTCH, hears, manager
from tests.handlers.spoken import HOME
from tests.line import Line

OTHER = WijkId("waterschei-zuid")
WIJK = Audience(AudienceKind.WIJK, HOME)


async def followers(turn: Turn, count: int, *wijken: WijkId) -> None:
    for number in range(count):
        kept = await People(turn).meet(ChatId(9_000 + number))
        for wijk in wijken or (HOME,):
            await insert_follow(turn.tx, kept.id, wijk, turn.now)
    turn.person = turn.staff = None


async def sender_of(turn: Turn) -> StaffMember:
    (member,) = await Staff(turn).everybody(Role.WIJKMANAGER)
    return member


async def just_held(turn: Turn, audience: Audience = WIJK) -> Announcement:
    announcements = Announcements(turn)
    draft = await announcements.begin(await sender_of(turn), audience)
    draft = await announcements.write(draft, "nl", DUTCH)
    draft = await announcements.leave_out(draft, "tr")
    return await Sendings(turn).hold(await announcements.leave_out(draft, "bg"))


async def written_to(turn: Turn) -> list[int]:
    rows = await turn.tx.all(
        "SELECT person_id FROM outbox WHERE announcement_id IS NOT NULL ORDER BY person_id"
    )
    return [row["person_id"] for row in rows]


async def within(line: Line, work: Callable[[Turn], Awaitable[None]]) -> None:
    """Do it in one turn that is undone again, so that nothing leaves while the test looks."""

    class Undone(Exception):
        pass

    async def undone(tx: Transaction) -> None:
        await work(line.running.lanes.turns.open(tx))
        raise Undone

    with pytest.raises(Undone):
        await line.running.database.turn(undone)


@pytest.fixture
async def staffed(line: Line) -> Line:
    await manager(line, 5_500_000_801, HOME, OTHER)
    return line


async def test_everybody_is_written_to_once_however_it_is_cut_paused_and_begun_again(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        await followers(turn, 11, HOME, OTHER)
        held = await just_held(turn)
        sendings = Sendings(turn, at_once=3)
        await sendings.leave(held.id)
        assert len(await written_to(turn)) == 3
        await sendings.grow(held.id)
        going = await Announcements(turn).own(await sender_of(turn), held.id)
        await turn.tx.run(
            "UPDATE outbox SET state = 'delivered' WHERE announcement_id IS NOT NULL AND id % 2 = 0"
        )
        await sendings.pause(going)
        assert len(await written_to(turn)) == 3
        paused = await Announcements(turn).own(await sender_of(turn), held.id)
        await sendings.resume(paused)
        for _ in range(6):
            await sendings.grow(held.id)
        people = await written_to(turn)
        assert len(people) == len(set(people)) == 11

    await within(staffed, story)


async def test_who_blocked_the_bot_or_follows_another_wijk_is_not_written_to(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        await followers(turn, 3)
        await set_blocked(turn.tx, ChatId(9_000), turn.now)
        elsewhere = await People(turn).meet(ChatId(9_100))
        await insert_follow(turn.tx, elsewhere.id, OTHER, turn.now)
        turn.person = turn.staff = None
        held = await just_held(turn)
        assert await Announcements(turn).count_people(held) == 2
        await Sendings(turn).leave(held.id)
        assert len(await written_to(turn)) == 2

    await within(staffed, story)


async def test_what_leaves_is_of_no_use_after_three_days(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        await followers(turn, 1)
        held = await just_held(turn)
        await Sendings(turn).leave(held.id)
        row = await turn.tx.one("SELECT expires_at, created_at FROM outbox WHERE announcement_id IS NOT NULL")
        assert row is not None
        lives = timedelta(microseconds=row["expires_at"] - row["created_at"])
        assert timedelta(days=3) <= lives <= timedelta(days=3, minutes=2)

    await within(staffed, story)


async def test_it_leaves_once_and_not_after_it_was_called_back(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        await followers(turn, 2)
        held = await just_held(turn)
        back = await Sendings(turn).call_back(held)
        await Sendings(turn).leave(held.id)
        assert back.state is State.DRAFT
        assert await written_to(turn) == []
        with pytest.raises(AnnouncementOver):
            await Sendings(turn).pause(back)

    await within(staffed, story)


async def test_nothing_leaves_in_the_name_of_who_was_released(line: Line) -> None:
    await manager(line)
    coordinator = line.telegram.person(5_500_000_806, "Planted", language_code="nl")
    await line.invited(coordinator, Role.COORDINATOR)

    async def plan(turn: Turn) -> None:
        await followers(turn, 2)
        held = await just_held(turn)
        await Staff(turn).release(held.staff)
        await Sendings(turn).leave(held.id)
        assert await written_to(turn) == []

    await line.turn(plan)
    await line.quiet()
    assert hears(coordinator, "Een gepland bericht is niet verstuurd.")()


async def test_nothing_leaves_that_no_person_confirmed(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        turn.rules = Rules(machine=True)
        await followers(turn, 2)
        announcements = Announcements(turn)
        draft = await announcements.begin(await sender_of(turn), WIJK)
        draft = await announcements.write(draft, "nl", DUTCH)
        draft = await announcements.leave_out(draft, "bg")
        draft = await announcements.ask_machine(draft, "tr")
        with pytest.raises(ButtonExpired):
            await Sendings(turn).hold(draft)
        with pytest.raises(ButtonExpired):
            await announcements.confirm(draft, "tr")
        await turn.tx.run("UPDATE announcement_texts SET state = 'arrived' WHERE language = 'tr'")
        answered = await announcements.machine_answered(draft.id, "tr", "Cumartesi.", "test")
        assert answered is not None
        assert answered.text("tr") is None
        with pytest.raises(ButtonExpired):
            await Sendings(turn).hold(answered)
        confirmed = await announcements.confirm(answered, "tr")
        assert confirmed.text("tr") == "Cumartesi."
        await Sendings(turn).hold(confirmed)

    await within(staffed, story)


async def test_a_machine_that_gave_up_or_wrote_a_book_leaves_nothing_to_confirm(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        turn.rules = Rules(machine=True)
        announcements = Announcements(turn)
        draft = await announcements.write(await announcements.begin(await sender_of(turn), WIJK), "nl", DUTCH)
        assert await announcements.machine_answered(draft.id, "tr", "Cumartesi.", "test") is None
        for text in (None, "çok uzun " * 400):
            await announcements.ask_machine(draft, "tr")
            await turn.tx.run("UPDATE announcement_texts SET state = 'arrived' WHERE language = 'tr'")
            answered = await announcements.machine_answered(draft.id, "tr", text, "test")
            assert answered is not None
            assert answered.wordings["tr"].text == ""
            with pytest.raises(ButtonExpired):
                await announcements.confirm(answered, "tr")

    await within(staffed, story)


async def test_a_draft_belongs_to_who_writes_it_and_an_empty_or_endless_text_is_none(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        announcements = Announcements(turn)
        sender = await sender_of(turn)
        draft = await announcements.begin(sender, WIJK)
        other = StaffMember(type(sender.id)(99), sender.person, Role.COORDINATOR)
        with pytest.raises(ButtonExpired):
            await announcements.draft(other, draft.id)
        with pytest.raises(NothingWritten):
            await announcements.write(draft, "nl", "  \n ")
        with pytest.raises(TooLong):
            await announcements.write(draft, "nl", "a" * 1_501)
        with pytest.raises(ButtonExpired):
            await announcements.ask_machine(draft, "tr")
        with pytest.raises(ButtonExpired):
            await Sendings(turn).hold(draft)

    await within(staffed, story)


async def test_a_new_draft_takes_the_place_of_the_old_one_but_not_of_one_that_is_held(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        await followers(turn, 1)
        announcements, sender = Announcements(turn), await sender_of(turn)
        held = await just_held(turn)
        old = await announcements.begin(sender, WIJK)
        new = await announcements.begin(sender, WIJK)
        assert await announcements.find(old.id) is None or old.id == new.id
        assert (await announcements.own(sender, held.id)).state is State.HELD

    await within(staffed, story)


@pytest.mark.parametrize(
    ("role", "places", "audience", "allowed"),
    [
        (Role.WIJKMANAGER, Places((HOME,)), Audience(AudienceKind.WIJK, HOME), True),
        (Role.WIJKMANAGER, Places((HOME,)), Audience(AudienceKind.WIJK, OTHER), False),
        (Role.WIJKMANAGER, Places((HOME,)), Audience(AudienceKind.STADSDEEL, "Genk-Noord"), False),
        (Role.WIJKMANAGER, Places((HOME,)), Audience(AudienceKind.EVERYBODY), False),
        (Role.WIJKMANAGER, Places((), ("Genk-Noord",)), Audience(AudienceKind.STADSDEEL, "Genk-Noord"), True),
        (Role.COORDINATOR, Places(), Audience(AudienceKind.EVERYBODY), True),
        (Role.COORDINATOR, Places(), Audience(AudienceKind.STADSDEEL, "Nergens"), False),
        (Role.ADMINISTRATOR, Places(), Audience(AudienceKind.EVERYBODY), True),
        (Role.CONTACT_WORKER, Places(), Audience(AudienceKind.WIJK, HOME), False),
        (Role.TEAM_MEMBER, Places(), Audience(AudienceKind.WIJK, HOME), False),
        (Role.PARTNER, Places(), Audience(AudienceKind.EVERYBODY), False),
    ],
)
async def test_each_role_announces_where_it_may(
    staffed: Line, role: Role, places: Places, audience: Audience, *, allowed: bool
) -> None:
    async def story(turn: Turn) -> None:
        sender = await sender_of(turn)
        member = StaffMember(sender.id, sender.person, role, places)
        if allowed:
            draft = await Announcements(turn).begin(member, audience)
            assert draft.audience == audience
            return
        with pytest.raises(NotYours):
            await Announcements(turn).begin(member, audience)

    await within(staffed, story)


async def test_a_translation_with_other_facts_waits_to_be_accepted(staffed: Line) -> None:
    async def story(turn: Turn) -> None:
        announcements = Announcements(turn)
        draft = await announcements.write(await announcements.begin(await sender_of(turn), WIJK), "nl", DUTCH)
        differing = await announcements.write(draft, "tr", "29 Kasım Cumartesi saat 10'da.")
        assert differing.wordings["tr"].state is TextState.DRAFT
        assert announcements.differences(differing, "tr")
        assert announcements.next_language(differing) == "tr"
        accepted = await announcements.confirm(differing, "tr")
        assert announcements.next_language(accepted) == "bg"

    await within(staffed, story)
