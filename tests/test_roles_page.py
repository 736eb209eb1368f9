"""docs/roles.md says who may do what as the rules themselves say it; WIJKLIJN_PAGES=1 writes it anew."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from bot.domain import permissions as may
from bot.domain.cases import Case, CaseId, CaseKind, CaseNumber, Origin, Status
from bot.domain.city import City, WijkId
from bot.domain.city_file import read_city
from bot.domain.commands import commands_of
from bot.domain.people import PersonId, Places, Role, StaffId, StaffMember
from storage.times import told

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "roles.md"
CITY: Final = ROOT / "cities" / "genk.toml"
HERE, THERE = WijkId("waterschei-noord"), WijkId("boxbergheide")
WIDE: Final = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})

Rule = Callable[[City, StaffMember, Case], bool]
# What is done to a case, in the words of people, and the rule that allows it.
ACTS: Final[Mapping[str, Rule]] = {
    "see its card, its history and that it exists": may.may_see,
    "read what the resident wrote": may.may_read,
    "take it, answer, close, move": may.may_handle,
    "write a note": may.may_note,
    "pass it on to a partner": may.may_pass_on,
    "give the resident a day of rest": may.may_quiet,
    "ask the team to go and look": may.may_send_to_look,
    "go and look": may.may_go_and_look,
    "plan a visit": may.may_visit,
    "note the city's own reference": may.may_refer,
    "give it to a colleague": may.may_reassign,
    "be given it by a coordinator": may.may_be_given,
}
# What is about no case; with a place, of that place.
ALONE: Final[Mapping[str, Callable[[City, StaffMember, WijkId], bool]]] = {
    "announce to a wijk, and have its month on paper": may.may_announce,
    "announce to everybody": lambda city, staff, _: may.may_announce(city, staff, None),
    "approve what a colleague announces to a wijk (`WIJKLIJN_FOUR_EYES`)": lambda city, staff, wijk: (
        may.may_second(city, staff, replace(staff, id=StaffId(2), person=PersonId(2)), (wijk,))
    ),
    "print the poster of a wijk": may.may_print,
    "see how often common questions were answered": lambda _city, staff, _wijk: may.may_count(staff),
    "say in which wijk a street lies": may.may_place_streets,
    "remove streets that were placed": lambda _city, staff, _wijk: may.may_remove_streets(staff),
    "make a case of what was seen (`/melden`)": lambda _city, staff, _wijk: may.may_observe(staff),
    "report for somebody else (`/namens`)": lambda _city, staff, _wijk: may.may_speak_for(staff),
    "translate (the own languages)": lambda _city, staff, _wijk: may.may_translate(staff, "tr"),
    "propose a quick answer": lambda _city, staff, _wijk: may.may_propose_answers(staff),
    "approve a quick answer": lambda _city, staff, _wijk: may.may_approve_answers(staff),
    "be away, with a substitute": lambda _city, staff, _wijk: may.may_be_away(staff),
    "read who is away": lambda _city, staff, _wijk: may.may_know_absences(staff),
    "see who has how much (`/overzicht`)": lambda _city, staff, _wijk: may.may_lead(staff),
    "give all that somebody has to another": lambda _city, staff, _wijk: may.may_give_all(staff),
    "read the trail": lambda _city, staff, _wijk: may.may_audit(staff),
    "invite and release wijkmanagers, team, contact workers and partners": lambda _city, staff, _wijk: (
        may.may_staff(staff, Role.WIJKMANAGER)
    ),
    "invite and release coordinators and administrators": lambda _city, staff, _wijk: may.may_staff(
        staff, Role.COORDINATOR
    ),
}


def _member(role: Role, places: Places) -> StaffMember:
    return StaffMember(StaffId(1), PersonId(1), role, places, ("tr",))


def _usual(role: Role) -> StaffMember:
    """Somebody as they are mostly invited: of the whole city, or of one wijk."""
    return _member(role, Places() if role in WIDE else Places((HERE,)))


def _case(wijk: WijkId | None, *, sensitive: bool) -> Case:
    return Case(
        id=CaseId(1),
        number=CaseNumber("48271"),
        alias="7F3K",
        kind=CaseKind.SIGNAL,
        status=Status.RECEIVED,
        created_at=told(0),
        wijk=wijk,
        sensitive=sensitive,
        origin=Origin.RESIDENT,
    )


def _where(city: City, role: Role, rule: Rule, *, sensitive: bool) -> str:
    """Of which cases: of all, of the own wijken, or only of those in hand; a dash for none."""
    staff = _usual(role)
    here, there, mine = (
        rule(city, staff, case)
        for case in (
            _case(HERE, sensitive=sensitive),
            _case(THERE, sensitive=sensitive),
            replace(_case(THERE, sensitive=sensitive), owner=staff.id),
        )
    )
    return "all" if there else "own wijken" if here else "in hand" if mine else "–"


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|---" * len(head) + "|"
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


def page(city: City) -> str:
    roles = list(Role)
    head = ["", *(role.value for role in roles)]
    lines = [
        "# Roles and rights",
        "",
        "Made from `bot/domain/permissions.py` with the city file of Genk, and compared with it by a test: what stands",
        "here is what the bot does. One person has one role. Coordinators and administrators work for the whole city;",
        "all others for the wijken or stadsdelen of their invitation. What a role may not is refused in words, and what",
        "is not somebody's looks like what does not exist.",
        "",
        "*own wijken*: cases of the own wijken, and those in hand. *in hand*: only what somebody has in hand. Who stands",
        "in for an absent colleague may what that colleague may.",
        "",
    ]
    for title, sensitive in (("Cases", False), ("Sensitive cases (own housing, work)", True)):
        lines += [f"## {title}", ""]
        rows = (
            [name, *(_where(city, role, rule, sensitive=sensitive) for role in roles)]
            for name, rule in ACTS.items()
        )
        lines += _table(head, iter(rows))
    lines += ["## What is about no case", ""]
    rows = ([name, *(_alone(city, role, rule) for role in roles)] for name, rule in ALONE.items())
    lines += _table(head, iter(rows))
    lines += ["## Commands that Telegram lists", ""]
    rows = ([f"`{role.value}`", " ".join(f"/{name}" for name in commands_of(role))] for role in roles)
    lines += _table(["role", "commands"], iter(rows))
    return "\n".join(lines)


def _alone(city: City, role: Role, rule: Callable[[City, StaffMember, WijkId], bool]) -> str:
    staff = _usual(role)
    return "yes" if rule(city, staff, THERE) else "own wijken" if rule(city, staff, HERE) else "–"


def test_the_page_of_roles_says_what_the_rules_say() -> None:
    told_now = page(read_city(CITY))
    if os.environ.get("WIJKLIJN_PAGES"):
        PAGE.write_text(told_now, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == told_now, "WIJKLIJN_PAGES=1 writes docs/roles.md anew"


def test_every_rule_about_staff_is_on_the_page() -> None:
    """A new rule needs a line, unless it only serves others or weighs two people."""
    others = {"has_as", "may_help", "has_opened", "may_read_note", "may_hand_over", "may_consult", "may_translate_words", "may_stand_in", "may_send_away"}  # fmt: skip
    rules = {name for name in vars(may) if name.startswith(("may_", "has_"))}
    source = Path(__file__).read_text(encoding="utf-8")
    assert {name for name in rules - others if f"may.{name}" not in source} == set()
