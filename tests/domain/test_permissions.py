"""Who may do what: every role, every kind of case, every act."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain import permissions as may
from bot.domain.cases import Case, CaseId, CaseKind, CaseNumber, Status
from bot.domain.city import City, WijkId
from bot.domain.city_file import read_city
from bot.domain.organisations import as_the_city_spells, organisation_of, organisations_for
from bot.domain.people import PersonId, Places, Role, StaffId, StaffMember, StandIn
from bot.domain.permissions import (
    may_announce,
    may_handle,
    may_note,
    may_read,
    may_see,
    may_translate,
)

HERE = WijkId("waterschei-noord")
THERE = WijkId("boxbergheide")
ROLES = list(Role)
CASES = (
    "own",
    "elsewhere",
    "no-wijk",
    "sensitive",
    "mine",
    "mine-sensitive",
    "talk",
    "talk-taken",
    "talk-plain",
)

# Which acts (handle, see, read, note) each role has on which case; what is not named is refused.
ALL, SEE_ONLY, NO_READING = "hsrn", "srn", "hsn"
ALLOWED = {
    (Role.WIJKMANAGER, "own"): ALL,
    (Role.WIJKMANAGER, "sensitive"): ALL,
    (Role.WIJKMANAGER, "mine"): ALL,
    (Role.WIJKMANAGER, "mine-sensitive"): ALL,
    (Role.COORDINATOR, "own"): ALL,
    (Role.COORDINATOR, "sensitive"): ALL,
    (Role.COORDINATOR, "mine"): ALL,
    (Role.COORDINATOR, "mine-sensitive"): ALL,
    (Role.ADMINISTRATOR, "own"): ALL,
    (Role.ADMINISTRATOR, "elsewhere"): ALL,
    (Role.ADMINISTRATOR, "no-wijk"): ALL,
    (Role.ADMINISTRATOR, "mine"): ALL,
    (Role.ADMINISTRATOR, "mine-sensitive"): NO_READING,
    (Role.TEAM_MEMBER, "own"): SEE_ONLY,
    (Role.TEAM_MEMBER, "mine"): ALL,
    (Role.TEAM_MEMBER, "mine-sensitive"): NO_READING,
    (Role.CONTACT_WORKER, "mine"): ALL,
    (Role.CONTACT_WORKER, "mine-sensitive"): ALL,
    (Role.WIJKMANAGER, "talk"): ALL,
    (Role.WIJKMANAGER, "talk-taken"): ALL,
    (Role.WIJKMANAGER, "talk-plain"): ALL,
    (Role.COORDINATOR, "talk"): ALL,
    (Role.COORDINATOR, "talk-taken"): ALL,
    (Role.COORDINATOR, "talk-plain"): ALL,
    (Role.ADMINISTRATOR, "talk-plain"): ALL,
    (Role.TEAM_MEMBER, "talk-plain"): SEE_ONLY,
    (Role.CONTACT_WORKER, "talk"): ALL,
    (Role.PARTNER, "mine"): ALL,
    (Role.PARTNER, "mine-sensitive"): NO_READING,
}


@pytest.fixture(scope="module")
def city() -> City:
    return read_city(Path("cities/genk.toml"))


def member(role: Role, places: Places | None = None) -> StaffMember:
    return StaffMember(StaffId(1), PersonId(1), role, places or Places((HERE,)))


def case_of(kind: str) -> Case:
    plain = Case(
        CaseId(1),
        CaseNumber("48271"),
        "7F3K",
        CaseKind.SIGNAL,
        Status.RECEIVED,
        datetime(2026, 11, 22, tzinfo=UTC),
        wijk=HERE,
    )
    return {
        "own": plain,
        "elsewhere": replace(plain, wijk=THERE),
        "no-wijk": replace(plain, wijk=None),
        "sensitive": replace(plain, sensitive=True),
        "mine": replace(plain, wijk=THERE, owner=StaffId(1)),
        "talk": replace(plain, talk=True, sensitive=True),
        "talk-taken": replace(plain, talk=True, sensitive=True, owner=StaffId(2)),
        "talk-plain": replace(plain, talk=True),
        "mine-sensitive": replace(plain, wijk=THERE, owner=StaffId(1), sensitive=True),
    }[kind]


@pytest.mark.parametrize("kind", CASES)
@pytest.mark.parametrize("role", ROLES)
def test_each_role_does_with_each_case_exactly_what_the_table_says(city: City, role: Role, kind: str) -> None:
    staff, case = member(role), case_of(kind)
    rules = {"h": may_handle, "s": may_see, "r": may_read, "n": may_note}
    allowed = "".join(letter for letter, rule in rules.items() if rule(city, staff, case))
    assert allowed == ALLOWED.get((role, kind), "")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.WIJKMANAGER])
def test_who_works_for_the_whole_city_handles_a_case_without_a_wijk(city: City, role: Role) -> None:
    assert may_handle(city, member(role, Places()), case_of("no-wijk"))


def test_a_sensitive_case_is_read_by_the_roles_of_the_city_file_alone(city: City) -> None:
    readers = [role for role in Role if may_read(city, member(role), case_of("mine-sensitive"))]
    assert sorted(role.value for role in readers) == sorted(city.sensitive_roles)


def test_where_the_city_lets_no_contact_worker_read_it_there_is_no_talk_with_one(city: City) -> None:
    closed = replace(city, sensitive_roles=("wijkmanager",))
    assert not may_handle(closed, member(Role.CONTACT_WORKER), case_of("talk"))


def test_a_stadsdeel_holds_its_wijken(city: City) -> None:
    wijk = next(wijk for wijk in city.wijken if wijk.stadsdeel)
    staff = member(Role.WIJKMANAGER, Places(stadsdelen=(str(wijk.stadsdeel),)))
    assert may_handle(city, staff, replace(case_of("own"), wijk=wijk.id))


def test_a_wijk_that_was_left_out_of_the_city_file_is_left_to_the_whole_city(city: City) -> None:
    gone = WijkId("opgeheven")
    stadsdeel = next(str(wijk.stadsdeel) for wijk in city.wijken if wijk.stadsdeel)
    covered = [
        places.cover(city, gone)
        for places in (Places(stadsdelen=(stadsdeel,)), Places((HERE,)), Places((gone,)), Places())
    ]
    assert covered == [False, False, False, True]


@pytest.mark.parametrize("role", ROLES)
def test_the_desk_and_the_administrators_announce_in_their_own_wijken_alone(city: City, role: Role) -> None:
    audiences = (HERE, THERE, None)
    may = [audience for audience in audiences if may_announce(city, member(role), audience)]
    announces = role in {Role.WIJKMANAGER, Role.COORDINATOR, Role.ADMINISTRATOR}
    assert may == ([HERE] if announces else [])


def test_who_works_for_the_whole_city_announces_to_everybody(city: City) -> None:
    assert may_announce(city, member(Role.ADMINISTRATOR, Places()), None)


def test_only_a_contact_worker_of_the_language_translates() -> None:
    speaks = replace(member(Role.CONTACT_WORKER), languages=("tr",))
    assert may_translate(speaks, "tr")
    assert not may_translate(speaks, "bg")
    assert not may_translate(replace(speaks, role=Role.WIJKMANAGER), "tr")


LED: tuple[Callable[[City, StaffMember], bool], ...] = (
    lambda _, staff: may.may_lead(staff),
    lambda _, staff: may.may_audit(staff),
    lambda _, staff: may.may_give_all(staff),
    lambda _, staff: may.may_approve_answers(staff),
    lambda _, staff: may.may_remove_streets(staff),
    lambda _, staff: may.may_staff(staff, Role.WIJKMANAGER),
    lambda _, staff: may.may_send_away(staff, replace(member(Role.WIJKMANAGER), id=StaffId(9))),
    lambda city, staff: may.may_reassign(city, staff, case_of("elsewhere")),
    lambda city, staff: may.may_place_streets(city, staff, THERE),
    lambda city, staff: may.may_announce(city, staff, None),
)


def test_who_stands_in_for_a_coordinator_leads_and_leads_no_longer_than_that(city: City) -> None:
    instead = StandIn(StaffId(2), Role.COORDINATOR, Places())
    usual, standing_in = member(Role.WIJKMANAGER), replace(member(Role.WIJKMANAGER), stands_in=(instead,))
    assert [rule(city, standing_in) for rule in LED] == [True] * len(LED)
    assert [rule(city, usual) for rule in LED] == [False] * len(LED)
    for role in (Role.COORDINATOR, Role.ADMINISTRATOR):
        assert not may.may_staff(standing_in, role)


def test_an_organisation_is_kept_as_the_city_spells_it_and_a_partner_by_its_id(city: City) -> None:
    named = replace(city, organisations=("Buurtwerk vzw",))
    worker, partner = Role.CONTACT_WORKER, Role.PARTNER
    spelt = [as_the_city_spells(named, worker, text) for text in ("buurtwerk VZW ", "Elders", "", None)]
    assert spelt == ["Buurtwerk vzw", "Elders", None, None]
    assert as_the_city_spells(named, partner, "dienst groenbeheer") == "dienst-groen"
    assert next(one.name for one in organisations_for(named, worker)) == "Buurtwerk vzw"
    assert organisations_for(named, Role.WIJKMANAGER) == ()
    of_partner = replace(member(partner), organisation="dienst-groen")
    assert organisation_of(named, of_partner) == "Dienst Groenbeheer"
    assert organisation_of(named, member(Role.WIJKMANAGER)) is None
