"""Four eyes on announcements: who is asked, who may let one leave, and everything that must not."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.announcements import Announcement, Audience, AudienceKind, State
from bot.domain.intents import AnnouncementId
from bot.domain.news import Topic
from bot.domain.people import Places, Role
from bot.services.announcements import Announcements
from bot.services.approvals import LAPSES, REMINDS, Approvals
from bot.services.seconds import Seconds
from bot.services.sendings import LEAVES, Sendings
from bot.services.staff import Staff
from bot.services.turn import Turn
from playground.api import Server
from playground.telegram import Telegram
from storage.announcements import get_announcement
from storage.people import find_person
from tests.cast import NOORD, Actor, Cast
from tests.handlers.following import DUTCH, follower, hears, unhindered, until
from tests.handlers.spoken import HOME
from tests.handlers.test_desk_answer import come_due
from tests.line import Line, open_line

EXPIRED = "Deze knop werkt niet meer. Kies opnieuw in het menu."
YOUR_OWN = "Je eigen bericht keurt een collega goed, niet jij."
NOBODY_ELSE = "Een tweede persoon moet elk bericht goedkeuren."
WAITS_NO_MORE = "↩️ Dit bericht wacht niet meer. Wie het schreef, nam het terug of kreeg het terug."
BACK = "⏹ Gestopt. Er is niets verstuurd. Je kan het bericht nog veranderen."
FAR = datetime(2099, 1, 1, tzinfo=UTC)


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Line]:
    """A bot of a city that wants a second pair of eyes; what is approved leaves without a hold."""
    async with open_line(
        tmp_path, telegram, server, WIJKLIJN_FOUR_EYES="1", WIJKLIJN_HOLD_SECONDS="0"
    ) as line:
        yield unhindered(line)


async def offers(
    line: Line, actor: Actor, *, topic: Topic = Topic.WORKS, at: datetime | None = None
) -> Announcement:
    """Somebody has written an announcement to Waterschei-Noord, in Dutch alone, and offers it."""
    member = await actor.member()

    async def work(turn: Turn) -> Announcement:
        turn.staff, turn.person = member, await find_person(turn.tx, member.person)
        announcements = Announcements(turn)
        draft = await announcements.begin(member, Audience(AudienceKind.WIJK, HOME))
        draft = await announcements.write(draft, "nl", DUTCH)
        for language in ("tr", "bg"):
            draft = await announcements.leave_out(draft, language)
        draft = await announcements.choose_topic(draft, topic)
        if turn.rules.four_eyes:
            return await Approvals(turn).offer(draft, at)
        return await Sendings(turn).plan(draft, at or turn.now)

    offered: Announcement = await line.turn(work)
    await line.quiet()
    return offered


async def now(line: Line, announcement: AnnouncementId) -> Announcement:
    found: Announcement = await line.read(lambda tx: get_announcement(tx, announcement))
    return found


async def test_only_somebody_else_who_has_looked_at_it_as_it_is_lets_it_leave(line: Line, cast: Cast) -> None:
    karel, greet, bram, piet = (
        await cast.karel(),
        await cast.greet(),
        await cast.bram(),
        await cast.piet(),
    )
    mehmet = await follower(line, 5_500_000_703, "tr", HOME)
    offered = await offers(line, karel)
    look, yes = f"1:approval-look:{offered.id}", f"1:approval-yes:{offered.id}"
    assert await karel.crafts(look) == [YOUR_OWN]
    for actor in (piet, await cast.tine(), await cast.rik()):
        assert await actor.crafts(look) == [EXPIRED]
    for actor in (karel, greet, piet):
        assert (await actor.crafts(yes))[-1] == EXPIRED, "nobody has looked at anything there"
    assert not hears(bram.phone, "Mag dit bericht weg")(), "the coordinator is asked, and nobody else yet"
    seen = await greet.taps("👀 Bekijk")
    assert DUTCH in seen[0]
    assert seen[1].splitlines() == [
        "👆 Zo lezen bewoners het bericht.",
        *("🏘 Waterschei-Noord · 1 persoon", "🚧 Werken"),
        "🕒 Vertrekt zodra iemand het goedkeurt.",
        "⏭ Niet in: Türkçe en Български.",
        "Mag het zo vertrekken?",
    ]
    # Taken back and offered anew: what was read is not what would leave.
    assert BACK in await karel.crafts(f"1:approval-withdraw:{offered.id}")
    assert WAITS_NO_MORE in greet.reads()
    await karel.taps("✅ Verstuur nu")
    assert WAITS_NO_MORE in await greet.taps_of("👆 Zo lezen", "✅ Goedkeuren")
    assert (await now(line, offered.id)).state is State.PROPOSED
    await greet.taps("👀 Bekijk")
    await bram.crafts(look)
    await line.restart()
    me = (await greet.member()).id
    greet.phone.taps_label("✅ Goedkeuren")
    bram.phone.taps_label("✅ Goedkeuren")
    await line.quiet()
    await until(hears(karel.phone, "✅ Klaar. Aangekomen: 1"))
    assert f"✅ Goedgekeurd door coördinator {me}." in bram.message("Goedgekeurd")["text"]
    assert sum(DUTCH in text for text in mehmet.heard()) == 1
    acts = await line.read(
        lambda tx: tx.all("SELECT act, staff_id FROM staff_acts WHERE act LIKE 'announcement%' ORDER BY id")
    )
    him = (await karel.member()).id
    assert [tuple(act) for act in acts] == [
        ("announcement-offered", him),
        ("announcement-withdrawn", him),
        ("announcement-offered", him),
        ("announcement-approved", me),
    ]
    assert await line.read(lambda tx: tx.all("SELECT * FROM announcement_asked")) == []


async def test_whose_role_has_changed_meanwhile_lets_nothing_leave(line: Line, cast: Cast) -> None:
    karel, greet, lies = await cast.karel(), await cast.greet(), await cast.lies()
    mehmet = await follower(line, 5_500_000_703, "tr", HOME)
    first = await offers(line, lies)
    await greet.taps("👀 Bekijk")
    await line.invited(greet.phone, Role.WIJKMANAGER, Places((HOME,)))
    greet.reads()
    await line.invited(greet.phone, Role.TEAM_MEMBER, NOORD)
    assert (await greet.taps("✅ Goedkeuren"))[-1] == EXPIRED
    assert (await now(line, first.id)).state is State.PROPOSED
    assert "👀 Mag dit bericht weg?" in karel.reads()[-1], "the only one who was asked is gone"
    second = await offers(line, karel)
    bram = await cast.bram()
    await line.invited(karel.phone, Role.COORDINATOR)
    karel.reads()
    assert (await now(line, second.id)).state is State.STOPPED
    assert "🚪 Wie dit bericht schreef, heeft geen rol meer. Er is niets verstuurd." in lies.reads()
    for data in ("look", "yes", "no", "withdraw", "change"):
        for actor in (karel, bram):
            assert (await actor.crafts(f"1:approval-{data}:{second.id}"))[-1] == EXPIRED
    assert not hears(mehmet, DUTCH)()


async def test_what_was_approved_goes_back_with_a_word_until_it_leaves(line: Line, cast: Cast) -> None:
    line.environ["WIJKLIJN_HOLD_SECONDS"] = "600"
    await line.restart()
    karel, greet = await cast.karel(), await cast.greet()
    mehmet = await follower(line, 5_500_000_703, "tr", HOME)
    offered = await offers(line, karel)
    await greet.taps("👀 Bekijk")
    greet.phone.taps_label("✅ Goedkeuren")
    greet.phone.taps_label("✅ Goedkeuren")
    await line.quiet()
    assert karel.reads()[-1].splitlines()[1].startswith("⏳ Het bericht vertrekt over ")
    await greet.taps("✖️ Toch niet")
    assert await greet.taps("✖️ Stop") == ["✖️ Gestopt. Er is niets teruggestuurd."]
    await greet.taps("✖️ Toch niet")
    greet.phone.sends_voice()
    assert "Hier kan alleen tekst" in (await greet.hears())[-1]
    assert "Dit is te lang" in (await greet.says("x" * 4096))[-1]
    await line.restart()
    heard = await greet.says("Het is <b>zondag</b>, niet zaterdag.")
    assert heard[-1] == "✖️ Teruggestuurd, met wat je schreef."
    told = karel.reads()[-1]
    assert told.splitlines()[1] == "Het is <b>zondag</b>, niet zaterdag."
    await come_due(line, LEAVES)
    back = await now(line, offered.id)
    assert (back.state, back.approved) == (State.DRAFT, False)
    kept = await line.read(lambda tx: tx.all("SELECT refusal FROM announcements"))
    assert b"zondag" not in bytes(kept[0]["refusal"])
    # The draft stays beside another one, and cannot leave without being offered again.
    await karel.says("/bericht")
    await karel.taps("🏘 Wijk")
    await karel.taps_of("niet goedgekeurd", "✏️ Verander")
    await karel.taps("✅ Verstuur nu")
    assert (await now(line, offered.id)).state is State.PROPOSED
    # Called back after it was approved, it is asked anew.
    await greet.taps("👀 Bekijk")
    await greet.taps("✅ Goedkeuren")
    assert (await now(line, offered.id)).approved
    await karel.taps("⏹ Stop nu")
    assert not (await now(line, offered.id)).approved
    await karel.taps("✅ Verstuur nu")
    assert (await now(line, offered.id)).state is State.PROPOSED
    assert not hears(mehmet, DUTCH)()


async def _two_days_pass(line: Line) -> None:
    """What was said in passing until now is forgotten."""
    ago = 51 * 3_600_000_000
    await line.turn(lambda turn: turn.tx.run("UPDATE outbox SET ended_at = ended_at - :ago", ago=ago))
    await line.running.clock.tidy()


async def test_nobody_looks_and_everybody_who_may_is_asked_until_it_lapses(line: Line, cast: Cast) -> None:
    karel, greet, lies, bram = (
        await cast.karel(),
        await cast.greet(),
        await cast.lies(),
        await cast.bram(),
    )
    mehmet = await follower(line, 5_500_000_703, "tr", HOME)
    await offers(line, karel)
    assert [len(one.reads()) for one in (greet, lies, bram)] == [1, 0, 0]
    await come_due(line, REMINDS)
    assert [one.reads()[0].startswith("⏰ Nog niemand keek") for one in (greet, lies, bram)] == [True] * 3
    assert karel.reads() == ["⏳ Nog niemand keurde je bericht goed. Iedereen die mag, is nu gevraagd."]
    await _two_days_pass(line)
    await greet.taps("👀 Bekijk")
    await come_due(line, LAPSES)
    told = karel.reads()[-1]
    assert told.splitlines()[0] == "⏰ Niemand keurde je bericht op tijd goed. Er is niets verstuurd."
    assert lies.reads() == [WAITS_NO_MORE]
    assert not hears(lies.phone, "Nog niemand keek")(), "it is said where it was asked"
    assert (await greet.taps("✅ Goedkeuren"))[-1] == WAITS_NO_MORE
    await karel.taps("✏️ Verander")
    await karel.taps("✏️ Verander")
    await karel.taps("🏷 Onderwerp")
    for one in (greet, lies, bram):
        one.reads()
    await karel.taps("🚨 Dringend")
    (waits,) = await karel.taps("✅ Verstuur nu")
    assert waits.splitlines()[-1] == "🆘 Is er nu gevaar? Bel 112 en wacht niet op dit bericht."
    assert [len(one.reads()) for one in (greet, lies, bram)] == [1, 1, 1], "of urgent news all at once"
    assert not hears(mehmet, DUTCH)()


async def test_where_nobody_else_may_announce_it_is_said_before_anything_is_written(
    line: Line, cast: Cast
) -> None:
    karel, tine = await cast.karel(), await cast.tine()
    await cast.piet()
    assert (await karel.says("/bericht"))[0].startswith(NOBODY_ELSE)
    bram = await cast.bram()
    assert (await karel.says("/bericht"))[0] == "📢 Voor wie is het bericht?"
    greet, lies = await cast.greet(), await cast.lies()
    everybody = [await one.member() for one in (karel, bram, greet, lies, tine)]
    him, admin, coordinator, colleague, _ = everybody
    wijk, all_ = Audience(AudienceKind.WIJK, HOME), Audience(AudienceKind.EVERYBODY)

    async def asked(turn: Turn) -> list[list[int]]:
        seconds = Seconds(turn)
        pairs = ((him, wijk), (coordinator, wijk), (coordinator, all_), (admin, all_))
        return [[one.id for one in await seconds.asked(author, whom)] for author, whom in pairs]

    assert await line.turn(asked) == [
        [coordinator.id],
        [him.id, colleague.id],
        [admin.id],
        [coordinator.id],
    ]
    greet.phone.blocks()
    await line.turn(lambda turn: turn.say(coordinator.person, "staff-released"))
    await line.quiet()
    assert await line.turn(asked) == [[colleague.id], [him.id, colleague.id], [admin.id], [coordinator.id]]
    await line.turn(lambda turn: Staff(turn).release(admin.id))
    await line.turn(lambda turn: Staff(turn).release(coordinator.id))
    assert await line.turn(asked) == [[colleague.id], [him.id, colleague.id], [], []]


async def test_what_was_planned_before_the_city_wanted_four_eyes_does_not_leave_unseen(
    line: Line, cast: Cast
) -> None:
    line.environ["WIJKLIJN_FOUR_EYES"] = "0"
    await line.restart()
    karel = await cast.karel()
    mehmet = await follower(line, 5_500_000_703, "tr", HOME)
    planned = await offers(line, karel, at=FAR)
    line.environ["WIJKLIJN_FOUR_EYES"] = "1"
    await line.restart()
    await come_due(line, LEAVES)
    assert (await now(line, planned.id)).state is State.DRAFT
    assert any("een tweede persoon moet het nu eerst goedkeuren" in text for text in karel.reads())
    assert not hears(mehmet, DUTCH)()
