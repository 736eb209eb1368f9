"""Every act of staff, tried by everybody through crafted buttons and typed words: allowed where the rules say so, nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import pytest
from telegram.ext import CommandHandler

from bot.domain.cases import Case
from bot.domain.city import PartnerId
from bot.domain.passings import Letter, Mail, Passing, PassingId, Way
from bot.domain.people import ChatId, Places, Role, StaffMember
from bot.services.people import People
from bot.services.staff import Invitation
from bot.services.turn import Turn
from handlers.register import FEATURES
from playground.people import Person
from storage.database import Transaction
from storage.errands import insert_errand
from storage.passings import insert_passing
from storage.quick_answers import insert_proposal
from storage.staff import insert_staff, release_staff
from tests.acts import ACTS, ALONE, ELSEWHERE, OVER, RESIDENTS, TYPED, verb_of
from tests.cast import NOORD, Actor, Cast, places
from tests.journeys.test_every_button import verbs
from tests.line import Line

NOT_YOURS: Final = "Dit hoort niet bij jouw wijken."
EXPIRED: Final = "Deze knop werkt niet meer. Kies opnieuw in het menu."
NOT_YOUR_ROLE: Final = "Dat hoort niet bij jouw rol."
UNKNOWN: Final = "Deze melding kennen wij niet."
TOO_LATE: Final = "Verbeteren kan tot 15 minuten na het versturen. Stuur een nieuw antwoord."
REFUSALS: Final = {NOT_YOURS, EXPIRED, NOT_YOUR_ROLE, UNKNOWN}
BROKEN: Final = (
    "1:desk-take:",
    "1:desk-take:-1",
    "1:desk-take:1:2",
    "1:desk-take:999999999999999999",
    "1:desk-take:1; DROP TABLE cases",
    "1:desk-menu:{case}:nothing:0:-",
    "1:desk-menu:{case}:wijk:9999:-",
    "1:desk-menu:{case}:date:0:nothing",
    "1:desk-close:{case}:forgotten",
    "1:desk-category:{case}:nothing",
    "1:desk-work:x",
    "1:visit-on:{case}:yesterday",
    "1:relay:{case}:xx",
)
ROLES: Final = (
    (Role.WIJKMANAGER, "waterschei-noord"),
    (Role.WIJKMANAGER, "boxbergheide"),
    (Role.COORDINATOR, ""),
    (Role.ADMINISTRATOR, ""),
    (Role.TEAM_MEMBER, "waterschei-noord"),
    (Role.TEAM_MEMBER, "boxbergheide"),
    (Role.CONTACT_WORKER, "waterschei-noord"),
    (Role.PARTNER, "waterschei-noord"),
)
# All that an act could change of what people have.
TABLES: Final = (
    *("cases", "case_messages", "translations", "notes", "history", "steps", "invitations", "visits"),
    *("errands", "passings", "partner_answers", "quick_answers", "absences", "announcements", "hand_overs"),
)
STAFF: Final = """
SELECT s.* FROM staff s JOIN people p ON p.id = s.person_id WHERE p.chat_id < 20000 ORDER BY s.id
"""
NOBODY: Final = 999_999


async def everything(tx: Transaction) -> list[list[object]]:
    """Besides the staff of a crowd, who come for one press."""
    found = list[list[object]]()
    for sql in (*(f"SELECT * FROM {table} ORDER BY 1" for table in TABLES), STAFF):  # noqa: S608 - names of our own
        found.append([tuple(row) for row in await tx.all(sql)])
    return found


async def run(line: Line, sql: str, **values: Any) -> None:
    await line.turn(lambda turn: turn.tx.run(sql, **values))


async def acts_of(line: Line, staff: StaffMember) -> int:
    """How many rows of the trail are by somebody."""
    sql = (
        "SELECT (SELECT COUNT(*) FROM history WHERE staff_id = :staff)"
        " + (SELECT COUNT(*) FROM staff_acts WHERE staff_id = :staff) AS n"
    )
    row = await line.read(lambda tx: tx.one(sql, staff=staff.id))
    return int(row["n"])


async def ids_of(line: Line, case: Case, staff: StaffMember) -> dict[str, Any]:
    """What an act may name: of the case a text to translate, something asked of the team, and of a partner; and days."""
    today = line.clock().date()

    async def planted(turn: Turn) -> dict[str, int]:
        message = await turn.tx.one("SELECT id FROM case_messages WHERE case_id = :case", case=case.id)
        assert message
        await turn.tx.run("UPDATE case_messages SET language = 'tr' WHERE id = :id", id=message["id"])
        sql = (
            "INSERT INTO translations (case_message_id, language, state, text, doubtful, attempts, created_at)"
            " VALUES (:message, 'nl', 'human', '', 0, 0, 1)"
        )
        await turn.tx.run(sql, message=message["id"])
        errand = await insert_errand(turn.tx, case.id, "Kijk eens.", by=staff.id, now=turn.now)
        letter, partner = Letter("Wijklijn", "Afval"), PartnerId("dienst-reiniging")
        passing = Passing(
            PassingId(0), case.id, partner, Way.MAIL, staff.id, letter, turn.now, mail=Mail.REFUSED
        )
        of_partner = await insert_passing(turn.tx, passing)
        return {"message": message["id"], "errand": errand.id, "passing": of_partner}

    found = await line.turn(planted)
    return {**found, "case": case.id, "me": staff.id, "day": today + timedelta(days=2)}


@dataclass(frozen=True, slots=True)
class Crowd:
    """Somebody for each press, all alike: two refusals that wait for one person are one message."""

    line: Line
    role: Role | None
    wijken: Places
    released: bool = False
    blocked: bool = False

    async def answers(self, crafted: Sequence[str]) -> list[str]:
        """What is said to each press, in that order."""
        first = 20_000 + 1_000 * len(self.line.telegram.presses)
        people = [
            self.line.telegram.person(first + at, "Planted", language_code="nl") for at in range(len(crafted))
        ]
        await self.line.turn(lambda turn: self._move_in(turn, people))
        for person, data in zip(people, crafted, strict=True):
            person.taps(1, data)
        await self.line.quiet()
        assert all(press.answered for press in self.line.telegram.presses.values())
        return ["\n".join(person.heard()) for person in people]

    async def _move_in(self, turn: Turn, people: Sequence[Person]) -> None:
        for person in people:
            person.chat.standing = "member"
            found = await People(turn).meet(ChatId(person.user_id))
            await People(turn).choose_language("nl")
            await People(turn).welcome()
            if self.role is not None:
                new = Invitation(self.role, self.wijken, ("tr",), None)
                staff = await insert_staff(turn.tx, found.id, new, turn.now)
                await release_staff(turn.tx, staff, turn.now) if self.released else None
        if self.blocked:
            await turn.tx.run("UPDATE people SET blocked_at = 1 WHERE chat_id >= 20000")

    async def is_refused(self, crafted: Sequence[str]) -> None:
        """Each press in words, and nothing at all changes."""
        before = await self.line.read(everything)
        answers = await self.answers(crafted)
        assert [pair for pair in zip(crafted, answers, strict=True) if pair[1] not in REFUSALS] == []
        assert await self.line.read(everything) == before


@pytest.mark.parametrize("category", ["waste", "housing"])
@pytest.mark.parametrize(
    ("role", "wijk", "blocked"),
    [*((role, wijk, False) for role, wijk in ROLES), (Role.WIJKMANAGER, "waterschei-noord", True)],
    ids=[*(f"{role}-{wijk or 'city'}" for role, wijk in ROLES), "wijkmanager-blocked"],
)
async def test_each_act_is_done_by_whom_the_rules_name_and_refused_to_all_others(
    line: Line, cast: Cast, role: Role, wijk: str, category: str, *, blocked: bool
) -> None:
    """A press that was under way when somebody blocked the bot is weighed as any other."""
    city, jan = line.running.city, await cast.jan()
    actor = await cast.staff("actor", 901, role, places(wijk) if wijk else places(), "tr")
    staff = await actor.member()
    if blocked:
        await run(line, "UPDATE people SET blocked_at = 1 WHERE id = :id", id=staff.person)
    case: Case = await cast.case_of(jan, "Er ligt afval", category=category)
    ids = await ids_of(line, case, staff)
    refused = [data for data, rule in ACTS if not rule(city, staff, case)]
    for data, _ in [one for one in ACTS if one[0] not in refused]:
        before, state = await acts_of(line, staff), await cast.state_of(case)
        actor.reads()
        heard = await actor.crafts(data.format(**ids))
        assert not REFUSALS & set(heard), data
        changed, done = await cast.state_of(case) != state, await acts_of(line, staff) - before
        assert int(changed) <= done <= 1, data
        await run(line, "DELETE FROM steps")
        if done:
            case = await cast.case_of(jan, "Er ligt afval", category=category)
            ids = await ids_of(line, case, staff)
    if category == "waste" and not blocked:
        await _what_is_about_no_case(line, cast, actor)
    alike = Crowd(line, role, staff.places, blocked=blocked)
    await alike.is_refused([data.format(**ids) for data in refused])


async def _what_is_about_no_case(line: Line, cast: Cast, actor: Actor) -> None:
    """Is done by whom the rules name, too."""
    staff, other = await actor.member(), await (await cast.tine()).member()
    city, month = line.running.city, (line.clock().date().replace(day=1) - timedelta(days=1)).replace(day=1)
    proposal = await line.turn(
        lambda turn: insert_proposal(turn.tx, "Dank", {"nl": "Dank je."}, staff=other.id, now=turn.now)
    )
    ids = {"me": staff.id, "other": other.id, "month": month, "proposal": proposal}
    refused = [data for data, rule in ALONE if not rule(city, staff)]
    for data, _ in [one for one in ALONE if one[0] not in refused]:
        actor.reads()
        assert not REFUSALS & set(await actor.crafts(data.format(**ids))), data
        await run(line, "DELETE FROM steps")
    await Crowd(line, staff.role, staff.places).is_refused([data.format(**ids) for data in refused])
    await run(line, "UPDATE staff SET released_at = 1, person_id = NULL WHERE id > :other", other=other.id)


@pytest.mark.parametrize(("role", "wijk"), ROLES, ids=[f"{role}-{wijk or 'city'}" for role, wijk in ROLES])
async def test_what_staff_type_is_done_by_whom_the_rules_name_and_shows_no_case_of_others(
    line: Line, cast: Cast, role: Role, wijk: str
) -> None:
    actor = await cast.staff("actor", 901, role, places(wijk) if wijk else places(), "tr")
    staff, jan = await actor.member(), await cast.jan()
    theirs = await cast.case_of(jan, "Er ligt afval", wijk="waterschei-zuid")
    secret = await cast.case_of(jan, "De huisbaas en afval", category="housing")
    rules = dict(ACTS)
    may_see = rules["1:desk-open:{case}"]
    for text, rule in TYPED:
        allowed = rule(line.running.city, staff)
        before = [] if allowed else await line.read(everything)
        actor.reads()
        heard = await actor.says(text.format(number=theirs.number))
        assert heard, text
        assert bool(REFUSALS & set(heard)) is not allowed, (text, heard)
        assert allowed or await line.read(everything) == before, text
        for case in (theirs, secret):
            shown = [one for one in heard if case.number in one and case.number not in text]
            assert not shown or may_see(line.running.city, staff, case), (text, shown)
        await run(line, "DELETE FROM steps")
    for case in (theirs, secret):
        dossier = await actor.says(f"/dossier {case.number}")
        none = await actor.says("/dossier 10000")
        assert (dossier != none) is may_see(line.running.city, staff, case), dossier


def test_every_button_and_every_command_of_staff_is_tried_here() -> None:
    """A new one is in no list: say by which rule it is allowed, or that it is of residents."""
    tried = {verb_of(data) for data in [*(data for data, _ in (*ACTS, *ALONE)), *OVER]}
    assert not tried & RESIDENTS
    assert set(verbs()) - tried - RESIDENTS == set()
    registered = {
        name
        for feature in FEATURES
        for handler in feature.handlers()
        if isinstance(handler, CommandHandler)
        for name in handler.commands
    }
    typed = {text.split()[0].removeprefix("/") for text, _ in TYPED}
    assert registered == typed | ELSEWHERE | {"privacy", "settings"}


async def test_buttons_of_steps_that_are_over_and_broken_ones_change_nothing(line: Line, cast: Cast) -> None:
    await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    crafted = [data.format(case=case.id) for data in (*OVER, *BROKEN)]
    await Crowd(line, Role.WIJKMANAGER, NOORD).is_refused(crafted)


WITHOUT_A_ROLE: Final = {
    "released": (Role.WIJKMANAGER, True, False),
    "resident": (None, False, False),
    "blocked": (None, False, True),
}


@pytest.mark.parametrize("who", [*WITHOUT_A_ROLE, "never invited"])
async def test_who_has_no_role_can_do_nothing(line: Line, cast: Cast, who: str) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    here = await cast.case_of(jan, "Er ligt afval")
    there = await cast.case_of(jan, "Er ligt afval", wijk="boxbergheide")
    ids = await ids_of(line, here, await karel.member()) | {"other": 1, "month": "2026-10-01", "proposal": 1}
    crafted = [data.format(**ids) for data in [*(one for one, _ in (*ACTS, *ALONE)), *OVER]]
    crafted += [f"1:desk-take:{there.id}", f"1:desk-look:{there.id}"]
    if who in WITHOUT_A_ROLE:
        role, released, blocked = WITHOUT_A_ROLE[who]
        await Crowd(line, role, NOORD, released, blocked).is_refused(crafted)
        return
    stranger = Actor(line, line.telegram.person(903, "Planted", language_code="nl"))
    await stranger.says("/start")
    before = await line.read(everything)
    for data in ("1:desk-take:{case}", "1:lead:0", "1:desk-send:1", "1:invite"):
        assert EXPIRED in await stranger.crafts(data.format(**ids)), data
    assert await line.read(everything) == before


@pytest.mark.parametrize(
    ("role", "category"),
    [
        (Role.WIJKMANAGER, "waste"),
        (Role.TEAM_MEMBER, "housing"),
        (Role.CONTACT_WORKER, "waste"),
        (Role.PARTNER, "waste"),
    ],
)
async def test_what_is_of_others_and_what_does_not_exist_get_the_same_answer(
    line: Line, cast: Cast, role: Role, category: str
) -> None:
    case = await cast.case_of(await cast.jan(), "Er ligt afval", category=category)
    actor = await cast.staff("actor", 901, role, places("boxbergheide"), "tr")
    staff = await actor.member()
    theirs = await ids_of(line, case, staff)
    none = theirs | dict.fromkeys(("case", "message", "errand", "passing"), NOBODY)
    crafted = [data for data, rule in ACTS if not rule(line.running.city, staff, case)]
    crowd = Crowd(line, role, places("boxbergheide"))
    ours = await crowd.answers([data.format(**theirs) for data in crafted])
    nobodys = await crowd.answers([data.format(**none) for data in crafted])
    assert list(zip(crafted, ours, strict=True)) == list(zip(crafted, nobodys, strict=True))
    assert set(ours) <= {NOT_YOURS, UNKNOWN}
    for command in ("/dossier", "/zoek"):
        assert await actor.says(f"{command} {case.number}") == await actor.says(f"{command} 10000")
