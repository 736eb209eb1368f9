"""Every act of the desk, tried by everybody through crafted buttons: allowed where the rules say so, and nowhere else."""

from collections.abc import Callable, Sequence
from typing import Final

import pytest

from bot.domain.cases import Case, CaseId
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import (
    may_audit,
    may_hand_over,
    may_handle,
    may_lead,
    may_note,
    may_pass_on,
    may_read,
    may_reassign,
    may_refer,
    may_remove_streets,
    may_see,
    may_send_to_look,
    may_staff,
    may_visit,
)
from bot.services.staff import Staff
from storage.database import Transaction
from tests.cast import NOORD, Actor, Cast, places
from tests.line import Line

NOT_YOURS: Final = "Dit hoort niet bij jouw wijken."
EXPIRED: Final = "Deze knop werkt niet meer. Kies opnieuw in het menu."
REFUSALS: Final = {NOT_YOURS, EXPIRED}

# Each act as its callback data, and the rule that allows it.
ACTS: Final[Sequence[tuple[str, Callable[..., bool]]]] = (
    ("1:desk-menu:{case}:-:0:-", may_see),
    ("1:desk-menu:{case}:more:0:-", may_see),
    ("1:desk-menu:{case}:quick:0:-", may_handle),
    ("1:desk-menu:{case}:wijk:1:-", may_handle),
    ("1:desk-open:{case}", may_see),
    ("1:desk-original:{case}", may_read),
    ("1:desk-look:{case}", may_read),
    ("1:desk-note:{case}", may_note),
    ("1:desk-answer:{case}", may_handle),
    ("1:desk-quick:{case}:photo:-", may_handle),
    ("1:desk-close:{case}:solved", may_handle),
    ("1:desk-category:{case}:noise", may_handle),
    ("1:desk-wijk:{case}:waterschei-zuid", may_handle),
    ("1:desk-menu:{case}:pass:0:-", may_handle),
    ("1:desk-pass:{case}:dienst-reiniging", may_pass_on),
    ("1:desk-errand:{case}", may_send_to_look),
    ("1:desk-give:{case}", may_reassign),
    ("1:give-page:{case}:0", may_reassign),
    ("1:give-to:{case}:{me}", may_reassign),
    ("1:desk-take:{case}", may_handle),
    ("1:visit:{case}", may_visit),
    ("1:desk-reference:{case}", may_refer),
    ("1:over:{case}", lambda _city, staff, case: may_hand_over(staff, case)),
)
# Acts about no case, and the rule for who acts.
ALONE: Final[Sequence[tuple[str, Callable[[StaffMember], bool]]]] = (
    ("1:desk-work:0", lambda _: True),
    ("1:work-menu:parts:0", lambda _: True),
    ("1:work-only:reason:late", lambda _: True),
    ("1:search:0", lambda _: True),
    ("1:lead:0", may_lead),
    ("1:colleague:{me}", may_lead),
    ("1:colleague-cases:{me}:0", may_lead),
    ("1:colleague-all:{me}:0", lambda staff: may_lead(staff) and staff.role is Role.COORDINATOR),
    ("1:colleague-sure:{me}:{me}", lambda staff: may_lead(staff) and staff.role is Role.COORDINATOR),
    ("1:colleague-end:{other}", may_lead),
    ("1:colleague-end-yes:{other}", may_lead),
    ("1:trail:0", may_audit),
    ("1:trail-page:0", may_audit),
    ("1:invite", may_lead),
    ("1:invite-role:wijkmanager:0", lambda staff: may_staff(staff, Role.WIJKMANAGER)),
    ("1:invite-role:coordinator:0", lambda staff: may_staff(staff, Role.COORDINATOR)),
    ("1:invite-at:team-member:waterschei-noord", lambda staff: may_staff(staff, Role.TEAM_MEMBER)),
    ("1:street-list:0", may_remove_streets),
    ("1:waiting:0", may_lead),
)
# What belongs to a step that nobody is in.
STEPS: Final = (
    "1:desk-send:1",
    "1:desk-as-note:1",
    "1:desk-stop:1",
    "1:desk-belongs:1:{case}",
    "1:desk-loose-stop:1",
    "1:desk-note-stop:1",
    "1:desk-closed:1",
    "1:desk-close-stop:1",
    "1:pass-send:1",
    "1:pass-leave-out:1",
    "1:pass-stop:1",
    "1:heard-done:1",
    "1:heard-busy:1",
    "1:partner-without:1",
    "1:partner-stop:1",
    # Of a case that was never passed on.
    "1:desk-heard:1",
    "1:pass-back:1",
    "1:mail-again:1",
    "1:partner-show:1",
    # With itself, and with what is not there.
    "1:desk-twin:{case}:999999",
    "1:desk-merge:{case}:999999",
    "1:partner-answer:1",
    "1:partner-done:1",
    # Of announcements and proposals that are not there, or were never looked at.
    "1:approval-look:1",
    "1:approval-yes:1",
    "1:approval-no:1",
    "1:approval-withdraw:1",
    "1:approval-change:1",
    "1:refuse-stop:1",
    "1:waiting-proposal:1",
    "1:quick-decide:1:yes",
    "1:quick-decide:1:no",
)
# Who may be given a case at all; the act is tried by giving it to who acts.
GIVEN: Final = frozenset({Role.WIJKMANAGER, Role.COORDINATOR})
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


async def everything(tx: Transaction) -> list[list[object]]:
    """All that an act could change."""
    tables = ("cases", "case_messages", "translations", "notes", "history", "steps", "staff", "invitations")
    return [[tuple(row) for row in await tx.all(f"SELECT * FROM {table} ORDER BY 1")] for table in tables]  # noqa: S608 - names of our own


async def acts_of(line: Line, staff: StaffMember) -> int:
    """How many rows of the trail are by somebody."""
    sql = (
        "SELECT (SELECT COUNT(*) FROM history WHERE staff_id = :staff)"
        " + (SELECT COUNT(*) FROM staff_acts WHERE staff_id = :staff) AS n"
    )
    row = await line.read(lambda tx: tx.one(sql, staff=staff.id))
    return int(row["n"])


async def presses(line: Line, actor: Actor, data: str, case: CaseId, **ids: int) -> tuple[bool, bool]:
    """(refused in words, nothing changed) of one press."""
    before = await line.read(everything)
    heard = await actor.crafts(data.format(case=case, **({"me": 1, "other": 1} | ids)))
    assert all(press.answered for press in line.telegram.presses.values())
    return bool(REFUSALS & set(heard)), await line.read(everything) == before


@pytest.mark.parametrize("category", ["waste", "housing"])
@pytest.mark.parametrize(("role", "wijk"), ROLES, ids=[f"{role}-{wijk or 'city'}" for role, wijk in ROLES])
async def test_each_act_is_done_by_whom_the_rules_name_and_refused_to_all_others(
    line: Line, cast: Cast, role: Role, wijk: str, category: str
) -> None:
    city = line.running.city
    actor = await cast.staff("actor", 901, role, places(wijk) if wijk else places())
    staff = await actor.member()
    for data, rule in ACTS:
        case: Case = await cast.case_of(await cast.jan(), "Er ligt afval", category=category)
        actor.reads()
        before, state = await acts_of(line, staff), await cast.state_of(case)
        refused, same = await presses(line, actor, data, case.id, me=staff.id)
        allowed = rule(city, staff, case) and (role in GIVEN or "give-to" not in data)
        assert refused is not allowed, data
        assert same or allowed, data
        changed = await cast.state_of(case) != state
        assert int(changed) <= await acts_of(line, staff) - before <= 1, data
        await line.turn(lambda turn: turn.tx.run("DELETE FROM steps"))
    if category == "waste":
        await _what_is_about_no_case(line, cast, actor)


async def _what_is_about_no_case(line: Line, cast: Cast, actor: Actor) -> None:
    """Is done by whom the rules name, too."""
    staff, other = await actor.member(), await (await cast.tine()).member()
    for data, rule in ALONE:
        actor.reads()
        refused, same = await presses(line, actor, data, CaseId(0), me=staff.id, other=other.id)
        assert refused is not rule(staff), data
        assert same or rule(staff), data


@pytest.mark.parametrize("wijk", ["waterschei-noord", "boxbergheide"])
async def test_a_resident_somebody_unknown_and_who_was_released_can_do_nothing(
    line: Line, cast: Cast, wijk: str
) -> None:
    await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval", wijk=wijk)
    gone = await cast.staff("gone", 902, Role.WIJKMANAGER, NOORD)
    member = await gone.member()
    await line.turn(lambda turn: Staff(turn).release(member.id))
    stranger = Actor(line, line.telegram.person(903, "Planted", language_code="nl"))
    stranger.phone.says("/start")
    crafted = [*(data for data, _ in ACTS), *(data for data, _ in ALONE), *STEPS]
    for actor in (await cast.jan(), gone, stranger):
        await actor.hears()
        for data in crafted:
            assert await presses(line, actor, data, case.id) == (True, True), data


@pytest.mark.parametrize("role", [Role.WIJKMANAGER, Role.TEAM_MEMBER, Role.CONTACT_WORKER])
async def test_a_case_of_others_and_one_that_does_not_exist_get_the_same_answer(
    cast: Cast, role: Role
) -> None:
    case = await cast.case_of(await cast.jan(), "Er ligt afval", category="housing")
    actor = await cast.staff("actor", 901, role, places("boxbergheide"))
    for data, _ in ACTS:
        theirs = await actor.crafts(data.format(case=case.id, me=1))
        none = await actor.crafts(data.format(case=999_999, me=1))
        assert theirs == none == [NOT_YOURS], data
    for command in ("/dossier", "/zoek"):
        assert await actor.says(f"{command} {case.number}") == await actor.says(f"{command} 99999")


async def test_buttons_of_steps_that_are_over_and_broken_ones_change_nothing(line: Line, cast: Cast) -> None:
    karel = await cast.karel()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    karel.reads()
    for data in (*STEPS, *BROKEN):
        assert await presses(line, karel, data, case.id) == (True, True), data


async def test_the_commands_of_staff_show_a_resident_nothing(cast: Cast) -> None:
    await cast.karel()
    jan = await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    jan.reads()
    for command in ("/werk", f"/dossier {case.number}", f"/zoek {case.number}", "/zoek afval", "/overzicht"):
        assert not [text for text in await jan.says(command) if case.number in text]
