"""Who may do what: the only file where roles are weighed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case, Origin
from bot.domain.city import City, PartnerId, WijkId
from bot.domain.people import Role, StaffMember

DESK: Final = frozenset({Role.WIJKMANAGER, Role.COORDINATOR})
ANNOUNCERS: Final = frozenset({Role.WIJKMANAGER, Role.COORDINATOR, Role.ADMINISTRATOR})
LEADING: Final = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
# Who may take over from whom.
_STAND_IN: Final[Mapping[Role, frozenset[Role]]] = {
    Role.WIJKMANAGER: DESK,
    Role.COORDINATOR: DESK,
    Role.CONTACT_WORKER: frozenset({Role.CONTACT_WORKER}),
    Role.TEAM_MEMBER: frozenset({Role.TEAM_MEMBER}),
    Role.ADMINISTRATOR: frozenset({Role.ADMINISTRATOR}),
    Role.PARTNER: frozenset(),
}
OBSERVERS: Final = frozenset({Role.WIJKMANAGER, Role.COORDINATOR, Role.TEAM_MEMBER, Role.CONTACT_WORKER})


def may_handle(city: City, staff: StaffMember, case: Case) -> bool:
    """Take in hand, answer, close, pass on: the desk of that wijk, a coordinator everywhere; and who owns it.

    An administrator handles what nobody else is there for, but never a sensitive case. A conversation that nobody has
    taken is for contact workers, of every wijk: where the own one has none who speaks the language, another is asked.
    Who stands in for a colleague handles what that colleague may.
    """
    return case.owner == staff.id or any(_has(city, one, case) for one in staff.capacities)


def _is_as(staff: StaffMember, roles: Collection[Role]) -> bool:
    """Has one of these roles, or stands in for an absent colleague who has."""
    return any(one.role in roles for one in staff.capacities)


def has_as(city: City, staff: StaffMember, role: Role, case: Case) -> bool:
    """Whether somebody may handle a case of nobody's in this role: the own one, or an absent colleague's."""
    return any(one.role is role and _has(city, one, case) for one in staff.capacities)


def _has(city: City, staff: StaffMember, case: Case) -> bool:
    if staff.role is Role.CONTACT_WORKER:
        return case.owner is None and case.talks_first and staff.role.value in city.sensitive_roles
    if staff.role is Role.ADMINISTRATOR:
        return not case.sensitive
    return staff.role in DESK and staff.places.cover(city, case.wijk)


@dataclass(frozen=True, slots=True)
class Reach:
    """Where somebody may handle cases: in these wijken, with None in all and also where a case has none."""

    wijken: tuple[WijkId, ...] | None
    sensitive: bool


def reach_of(city: City, staff: StaffMember) -> Reach:
    """Every case that may_handle allows besides the own ones, as one question to ask of many cases at once."""
    reaches = [_reach_of(city, one) for one in staff.capacities]
    if any(reach.wijken is None for reach in reaches):
        return Reach(None, sensitive=any(reach.sensitive for reach in reaches))
    held = {wijk for reach in reaches for wijk in reach.wijken or ()}
    wijken = tuple(wijk.id for wijk in city.wijken if wijk.id in held)
    return Reach(wijken, sensitive=any(reach.sensitive for reach in reaches))


def _reach_of(city: City, staff: StaffMember) -> Reach:
    if staff.role is Role.ADMINISTRATOR:
        return Reach(None, sensitive=False)
    if staff.role not in DESK:
        return Reach((), sensitive=False)
    return Reach(None if staff.places.everywhere else staff.places.wijken_in(city), sensitive=True)


def sight_of(city: City, staff: StaffMember) -> Reach:
    """Every case that may_see allows besides the own ones; a team member sees what is not sensitive in the own wijken."""
    if staff.role is not Role.TEAM_MEMBER:
        return reach_of(city, staff)
    if any(one.places.everywhere for one in staff.capacities):
        return Reach(None, sensitive=False)
    held = {wijk for one in staff.capacities for wijk in one.places.wijken_in(city)}
    return Reach(tuple(wijk.id for wijk in city.wijken if wijk.id in held), sensitive=False)


def may_see(city: City, staff: StaffMember, case: Case) -> bool:
    """See that the case exists, with its card."""
    return may_handle(city, staff, case) or may_go_and_look(city, staff, case)


def may_read(city: City, staff: StaffMember, case: Case) -> bool:
    """Read what the resident wrote; of a sensitive case only the roles that the city file names."""
    if not may_see(city, staff, case):
        return False
    return not case.sensitive or staff.role.value in city.sensitive_roles


def may_send_to_look(city: City, staff: StaffMember, case: Case) -> bool:
    """Ask the team of the wijk to go and look; never at what is sensitive."""
    return not case.sensitive and may_handle(city, staff, case)


def may_go_and_look(city: City, staff: StaffMember, case: Case) -> bool:
    """Be asked to look, take it and say what is there: the team of the wijk."""
    return not case.sensitive and any(
        one.role is Role.TEAM_MEMBER and one.places.cover(city, case.wijk) for one in staff.capacities
    )


def may_quiet(city: City, staff: StaffMember, case: Case) -> bool:
    """Give who reported the case a day of rest: only those who answer residents, and nobody for long.

    A contact worker who speaks for somebody is not given one: that would hush every other person spoken for.
    """
    return staff.role in DESK and may_handle(city, staff, case) and case.origin is not Origin.BEHALF


def has_opened(staff: StaffMember, case: Case) -> bool:
    """Began the case, for somebody or for the city; what came of it may be kept in sight, also after a hand-over."""
    return case.opened_by == staff.id and staff.role is not Role.PARTNER


def may_note(city: City, staff: StaffMember, case: Case) -> bool:
    return may_see(city, staff, case) or has_opened(staff, case)


def may_read_note(staff: StaffMember, organisation: str | None) -> bool:
    """Notes of an organisation are closed to every other; those of the city's own people are not for partners."""
    if organisation is None:
        return staff.role is not Role.PARTNER
    return staff.organisation == organisation


def may_observe(staff: StaffMember) -> bool:
    """Make a case of what was seen or heard, without a reporter."""
    return staff.role in OBSERVERS


def may_speak_for(staff: StaffMember) -> bool:
    """Report on behalf of somebody without Telegram."""
    return staff.role is Role.CONTACT_WORKER


def may_hand_over(staff: StaffMember, case: Case) -> bool:
    """Give the person whom a case is about a link to take it over."""
    return may_speak_for(staff) and has_opened(staff, case) and case.origin is Origin.BEHALF


def may_visit(city: City, staff: StaffMember, case: Case) -> bool:
    """Plan a visit: who answers, and the contact worker who spoke for somebody."""
    if staff.role is Role.CONTACT_WORKER and has_opened(staff, case):
        return True
    return may_handle(city, staff, case)


def may_refer(city: City, staff: StaffMember, case: Case) -> bool:
    """Note what the city's own system calls the case."""
    return may_handle(city, staff, case)


def may_consult(city: City, staff: StaffMember, wijk: WijkId) -> bool:
    """Have the page of a wijk's month for the structural consultation."""
    return may_announce(city, staff, wijk)


def may_pass_on(city: City, staff: StaffMember, case: Case) -> bool:
    """Give a case to a partner; never a sensitive one, of which the resident was told who alone reads it."""
    return not case.sensitive and may_handle(city, staff, case)


def may_help(city: City, staff: StaffMember, partner: PartnerId, wijk: WijkId | None) -> bool:
    """Read what was passed on to a partner, and answer the desk: who is of that partner, there where that counts.

    A partner sees nothing else: neither the case itself nor what its resident wrote.
    """
    if staff.role is not Role.PARTNER:
        return False
    own = city.partner_of(staff.organisation)
    return own is not None and own.id == partner and staff.places.cover(city, wijk)


def may_announce(city: City, staff: StaffMember, wijk: WijkId | None) -> bool:
    """Announce to a wijk, or with None to everybody."""
    return any(
        one.role in ANNOUNCERS
        and (one.places.everywhere or (wijk is not None and one.places.cover(city, wijk)))
        for one in staff.capacities
    )


def may_second(city: City, staff: StaffMember, author: StaffMember, wijken: Iterable[WijkId | None]) -> bool:
    """Let leave what somebody else announces: who may announce there too, and is not the same person.

    `wijken`: of the audience; None for everybody. Not what was written by who has no role any more.
    """
    is_other = author.person != 0 and staff.id != author.id and staff.person != author.person
    return is_other and all(may_announce(city, staff, wijk) for wijk in wijken)


def may_place_streets(city: City, staff: StaffMember, wijk: WijkId | None) -> bool:
    """Say for everybody that a street lies in a wijk: who works there, and who works for the whole city."""
    return any(one.role in ANNOUNCERS and one.places.cover(city, wijk) for one in staff.capacities)


def may_print(city: City, staff: StaffMember, wijk: WijkId) -> bool:
    """Have the poster of a wijk: everybody who works there."""
    return staff.role is not Role.PARTNER and any(
        one.places.everywhere or one.places.cover(city, wijk) for one in staff.capacities
    )


def may_count(staff: StaffMember) -> bool:
    """See how often common questions were answered: the desk, and who runs the bot."""
    return staff.role in ANNOUNCERS


def may_remove_streets(staff: StaffMember) -> bool:
    """List and remove the streets that colleagues have placed."""
    return _is_as(staff, LEADING)


def may_propose_answers(staff: StaffMember) -> bool:
    """Propose a quick answer: who answers residents."""
    return staff.role in ANNOUNCERS or staff.role is Role.CONTACT_WORKER


def may_approve_answers(staff: StaffMember) -> bool:
    """Say that colleagues may send it to residents; and write a language that nobody else can."""
    return _is_as(staff, LEADING)


def may_translate(staff: StaffMember, language: str) -> bool:
    return staff.role is Role.CONTACT_WORKER and language in staff.languages


def may_translate_words(city: City, staff: StaffMember, case: Case, language: str) -> bool:
    """Read one message of a case in order to translate it; of a sensitive case only where the city file says so.

    Not bound to wijken: where nobody of the own wijk speaks the language, a colleague of another one is asked.
    """
    if not may_translate(staff, language):
        return False
    return not case.sensitive or staff.role.value in city.sensitive_roles


def may_stand_in(absent: StaffMember, colleague: StaffMember) -> bool:
    """Take over what an absent colleague has to do."""
    return colleague.id != absent.id and colleague.role in _STAND_IN[absent.role]


def may_be_away(staff: StaffMember) -> bool:
    """Say oneself that one is away; a partner has nothing that waits for nobody else."""
    return bool(_STAND_IN[staff.role])


def may_send_away(staff: StaffMember, colleague: StaffMember) -> bool:
    """Say that somebody is away, or back: oneself, and a coordinator of everybody (who is ill says nothing)."""
    return may_be_away(colleague) and (staff.id == colleague.id or _is_as(staff, {Role.COORDINATOR}))


def may_know_absences(staff: StaffMember) -> bool:
    """Read which roles are away, and who stands in for them."""
    return staff.role in ANNOUNCERS


def may_audit(staff: StaffMember) -> bool:
    """Read who of the staff did what, when and to which case; nothing that was said stands there."""
    return may_lead(staff)


def may_lead(staff: StaffMember) -> bool:
    """See who has how much, of everybody."""
    return any(one.role in LEADING and one.places.everywhere for one in staff.capacities)


def may_give_all(staff: StaffMember) -> bool:
    """Give all that somebody has in hand to another."""
    return may_lead(staff) and _is_as(staff, {Role.COORDINATOR})


def may_reassign(city: City, staff: StaffMember, case: Case) -> bool:
    """Give a case to a colleague: a coordinator, where such a case is theirs."""
    return _is_as(staff, {Role.COORDINATOR}) and may_handle(city, staff, case)


def may_be_given(city: City, staff: StaffMember, case: Case) -> bool:
    """Have a case in hand, wherever it is: of the desk, or who talks; what is sensitive only by who may read it."""
    fits = staff.role in DESK or (staff.role is Role.CONTACT_WORKER and case.talks_first)
    return fits and (not case.sensitive or staff.role.value in city.sensitive_roles)


def may_staff(staff: StaffMember, role: Role) -> bool:
    """Invite and release people of a role; coordinators and administrators come and go by an administrator."""
    if not may_lead(staff):
        return False
    return _is_as(staff, {Role.ADMINISTRATOR}) or role not in LEADING
