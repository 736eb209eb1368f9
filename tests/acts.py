"""Every act of staff, by the button or the word that carries it, with the rule that allows it; and whose the others are."""

from collections.abc import Callable, Sequence
from typing import Final

from bot.domain.cases import Case
from bot.domain.city import City, WijkId
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import (
    may_announce,
    may_approve_answers,
    may_audit,
    may_be_away,
    may_be_given,
    may_consult,
    may_count,
    may_give_all,
    may_go_and_look,
    may_hand_over,
    may_handle,
    may_lead,
    may_note,
    may_observe,
    may_pass_on,
    may_place_streets,
    may_print,
    may_propose_answers,
    may_quiet,
    may_read,
    may_reassign,
    may_refer,
    may_remove_streets,
    may_see,
    may_send_to_look,
    may_speak_for,
    may_staff,
    may_translate,
    may_translate_words,
    may_visit,
)

HOME: Final = WijkId("waterschei-noord")
OfCase = Callable[[City, StaffMember, Case], bool]
OfSomebody = Callable[[City, StaffMember], bool]


def _anywhere(rule: Callable[[City, StaffMember, WijkId], bool]) -> OfSomebody:
    return lambda city, staff: any(rule(city, staff, wijk.id) for wijk in city.wijken)


def _may_give_to_oneself(city: City, staff: StaffMember, case: Case) -> bool:
    """The act is tried by giving the case to who acts."""
    return may_reassign(city, staff, case) and may_be_given(city, staff, case)


def _may_place_its_street(city: City, staff: StaffMember, case: Case) -> bool:
    return may_see(city, staff, case) and may_place_streets(city, staff, case.wijk)


# Each act about a case as its callback data. {case}, {message}, {errand} and {passing} are of that case.
ACTS: Final[Sequence[tuple[str, OfCase]]] = (
    ("1:desk-menu:{case}:-:0:-", may_see),
    ("1:desk-menu:{case}:more:0:-", may_see),
    ("1:desk-menu:{case}:quick:0:-", may_handle),
    ("1:desk-menu:{case}:wijk:1:-", may_handle),
    ("1:desk-menu:{case}:pass:0:-", may_handle),
    ("1:desk-open:{case}", may_see),
    ("1:desk-when:{case}", may_see),
    ("1:desk-merge-stop:{case}", may_see),
    ("1:desk-original:{case}", may_read),
    ("1:desk-look:{case}", may_read),
    ("1:desk-check:{message}", may_read),
    ("1:relay:{message}:nl", lambda city, staff, case: may_translate_words(city, staff, case, "tr")),
    ("1:desk-note:{case}", may_note),
    ("1:desk-answer:{case}", may_handle),
    ("1:desk-quick:{case}:photo:-", may_handle),
    ("1:desk-close:{case}:solved", may_handle),
    ("1:desk-category:{case}:noise", may_handle),
    ("1:desk-wijk:{case}:waterschei-zuid", may_handle),
    ("1:desk-twin:{case}:{case}", may_handle),
    ("1:desk-merge:{case}:{case}", may_handle),
    ("1:desk-part:{case}", may_handle),
    ("1:desk-pass:{case}:dienst-reiniging", may_pass_on),
    ("1:desk-heard:{passing}", may_handle),
    ("1:pass-back:{passing}", may_handle),
    ("1:mail-again:{passing}", may_handle),
    ("1:desk-errand:{case}", may_send_to_look),
    ("1:errand-take:{errand}", may_go_and_look),
    ("1:errand-drop:{errand}", may_handle),
    ("1:desk-quiet:{case}", may_quiet),
    ("1:quiet-yes:{case}", may_quiet),
    ("1:quiet-no:{case}", may_quiet),
    ("1:quiet-end:{case}", may_quiet),
    ("1:desk-street:{case}", _may_place_its_street),
    ("1:desk-give:{case}", may_reassign),
    ("1:give-page:{case}:0", may_reassign),
    ("1:give-to:{case}:{me}", _may_give_to_oneself),
    ("1:desk-take:{case}", may_handle),
    ("1:visit:{case}", may_visit),
    ("1:visit-on:{case}:{day}", may_visit),
    ("1:visit-done:{case}", may_visit),
    ("1:visit-drop:{case}", may_visit),
    ("1:visit-case:{case}", may_visit),
    ("1:desk-reference:{case}", may_refer),
    ("1:over:{case}", lambda _city, staff, case: may_hand_over(staff, case)),
)
# Acts about no case. {me} is who acts, {other} somebody of the team, {proposal} one of a quick answer.
ALONE: Final[Sequence[tuple[str, OfSomebody]]] = (
    ("1:desk-work:0", lambda _city, _staff: True),
    ("1:digest-work", lambda _city, _staff: True),
    ("1:digest-relay", lambda _city, _staff: True),
    ("1:work-menu:parts:0", lambda _city, _staff: True),
    ("1:work-only:reason:late", lambda _city, _staff: True),
    ("1:search:0", lambda _city, _staff: True),
    ("1:load:0", lambda _city, staff: staff.role is Role.CONTACT_WORKER),
    ("1:lead:0", lambda _city, staff: may_lead(staff)),
    ("1:waiting:0", lambda _city, staff: may_lead(staff)),
    ("1:colleague:{me}", lambda _city, staff: may_lead(staff)),
    ("1:colleague-cases:{me}:0", lambda _city, staff: may_lead(staff)),
    ("1:colleague-all:{me}:0", lambda _city, staff: may_give_all(staff)),
    ("1:colleague-sure:{me}:{me}", lambda _city, staff: may_give_all(staff)),
    ("1:trail:0", lambda _city, staff: may_audit(staff)),
    ("1:trail-page:0", lambda _city, staff: may_audit(staff)),
    ("1:invite", lambda _city, staff: may_lead(staff)),
    ("1:invite-role:wijkmanager:0", lambda _city, staff: may_staff(staff, Role.WIJKMANAGER)),
    ("1:invite-role:coordinator:0", lambda _city, staff: may_staff(staff, Role.COORDINATOR)),
    ("1:invite-role:partner:1", lambda _city, staff: may_staff(staff, Role.PARTNER)),
    ("1:invite-at:team-member:waterschei-noord", lambda _city, staff: may_staff(staff, Role.TEAM_MEMBER)),
    ("1:invite-speaks:-:all:tr", lambda _city, staff: may_staff(staff, Role.CONTACT_WORKER)),
    ("1:street-list:0", lambda _city, staff: may_remove_streets(staff)),
    ("1:figures:0", lambda _city, staff: may_count(staff)),
    ("1:affiche:0", _anywhere(may_print)),
    ("1:affiche-of:waterschei-noord", lambda city, staff: may_print(city, staff, HOME)),
    ("1:agenda:0", _anywhere(may_consult)),
    ("1:agenda-wijk:waterschei-noord", lambda city, staff: may_consult(city, staff, HOME)),
    ("1:agenda-of:waterschei-noord:{month}", lambda city, staff: may_consult(city, staff, HOME)),
    ("1:quick-new", lambda _city, staff: may_propose_answers(staff)),
    ("1:quick-own:{proposal}:tr", lambda _, staff: may_translate(staff, "tr") or may_approve_answers(staff)),
    ("1:quick-decide:{proposal}:no", lambda _city, staff: may_approve_answers(staff)),
    ("1:hours", lambda _city, _staff: True),
    ("1:hours-days:12345", lambda _city, _staff: True),
    ("1:hours-from:12345", lambda _city, _staff: True),
    ("1:hours-to:12345:8", lambda _city, _staff: True),
    ("1:hours-set:12345:8:17", lambda _city, _staff: True),
    ("1:hours-none", lambda _city, _staff: True),
    ("1:away-list:0", lambda _city, _staff: True),
    ("1:away-new:{me}", lambda _city, staff: may_be_away(staff)),
    ("1:away-other", lambda _city, staff: staff.role is Role.COORDINATOR),
    ("1:away-over:{other}", lambda _city, staff: staff.role is Role.COORDINATOR),
    ("1:colleague-end:{other}", lambda _city, staff: may_staff(staff, Role.TEAM_MEMBER)),
    ("1:colleague-end-yes:{other}", lambda _city, staff: may_staff(staff, Role.TEAM_MEMBER)),
)
# What belongs to a step that nobody is in, to what nobody has, or to what is not there: for nobody.
OVER: Final = (
    "1:desk-send:1",
    "1:desk-as-note:1",
    "1:desk-stop:1",
    "1:desk-belongs:1:{case}",
    "1:desk-loose-stop:1",
    "1:desk-note-stop:1",
    "1:desk-closed:1",
    "1:desk-close-stop:1",
    "1:desk-elsewhere:1:limburg-net",
    "1:desk-correct:999999",
    "1:desk-correct-send:1",
    "1:desk-correct-stop:1",
    "1:pass-send:1",
    "1:pass-leave-out:1",
    "1:pass-stop:1",
    "1:heard-done:1",
    "1:heard-busy:1",
    "1:partner-without:1",
    "1:partner-stop:1",
    "1:partner-show:999999",
    "1:partner-answer:999999",
    "1:partner-done:999999",
    "1:errand-back:999999",
    "1:errand-look:999999",
    "1:errand-send:1",
    "1:errand-stop:1",
    "1:reference-clear:1",
    "1:reference-stop:1",
    "1:street-yes:1",
    "1:street-stop:1",
    "1:street-one:999999",
    "1:street-gone:999999",
    "1:foretold-back:1",
    "1:foretold-propose:1",
    "1:flood-show:{case}:999999",
    "1:give-left:1",
    "1:quick-send:1",
    "1:quick-stop:1",
    "1:relay-right:999999:nl",
    "1:relay-stop",
    "1:load-case:{case}",
    "1:b-new:1:behalf",
    "1:b-agree:1",
    "1:away-whom:1:1",
    "1:away-day:1:2030-01-01",
    "1:away-by:1:0",
    "1:away-yes:1",
    "1:away-page:1:0",
    "1:away-back:1",
    "1:away-stop:1",
    "1:colleague-all-yes:999999:999998",
    "1:announce-to:1:wijk",
    "1:announce-page:1:wijk:0",
    "1:announce-wijk:1:waterschei-noord",
    "1:announce-stadsdeel:1:0",
    "1:announce-about:1:works",
    "1:announce-own:1",
    "1:announce-machine:1",
    "1:announce-without:1",
    "1:announce-right:1",
    "1:announce-send:1",
    "1:announce-plan:1",
    "1:announce-at:1:0",
    "1:announce-test:1",
    "1:announce-back:1",
    "1:announce-change:1",
    "1:announce-what:1:audience",
    "1:announce-quit:1",
    "1:announce-halt:999999",
    "1:pass-offer:1",
    "1:pass-wijk-only:1",
    "1:pass-choose:1:0",
    "1:approval-look:999999",
    "1:approval-yes:1",
    "1:approval-no:1",
    "1:approval-withdraw:999999",
    "1:approval-change:999999",
    "1:refuse-stop:1",
    "1:waiting-proposal:999999",
    "1:desk-only-this:1",
    "1:desk-correct-bare:1",
    "1:announcement-pause:999999",
    "1:announcement-resume:999999",
    "1:announcement-stop:999999",
)
# Of residents, and of everybody: tried in tests/journeys/test_every_button.py with all others.
_OF_RESIDENTS: Final = """
add add-stop again again-at again-back again-day again-in again-now again-undo again-when along
along-show anew announcement-in answer-hide answer-show begin d-about d-about-no d-all d-anyway
d-ask d-at d-at-no d-back d-change d-change-one d-common d-go d-go-at d-guess d-helps d-here d-idea
d-list d-meant d-new d-new-at d-only d-report d-said d-send d-stop d-story d-talk d-typed erase
erase-case erase-case-yes erase-one erase-stays erase-yes follow fold h-case h-new h-page h-stop language
language-stay languages mine missing-skip missing-stop my-case my-cases my-data my-older my-older-case
news news-choose news-decline news-leave news-part news-pause news-quiet news-stop news-topics news-whole
no-more no-more-of now pause-day pause-days pause-end pause-open pause-week poster-ask poster-report
privacy quiet-from quiet-none quiet-set quiet-to solved talk topic-off topic-on translated unfold unfollow
wijkmanager-talk wijkmanager-talk-at withdraw withdraw-yes wm wm-list wm-wijk
"""
RESIDENTS: Final = frozenset(_OF_RESIDENTS.split())


# What staff type, each with words of a case that may be another's.
TYPED: Final[Sequence[tuple[str, OfSomebody]]] = (
    ("/werk", lambda _city, _staff: True),
    ("/zoek afval", lambda _city, _staff: True),
    ("/zoek {number}", lambda _city, _staff: True),
    ("/bericht", _anywhere(may_announce)),
    ("/agenda_wijk", _anywhere(may_consult)),
    ("/affiche", _anywhere(may_print)),
    ("/cijfers", lambda _city, staff: may_count(staff)),
    ("/straten", lambda _city, staff: may_remove_streets(staff)),
    ("/overzicht", lambda _city, staff: may_lead(staff)),
    ("/namens", lambda _city, staff: may_speak_for(staff)),
    ("/melden", lambda _city, staff: may_observe(staff)),
    ("/vertalen", lambda _city, _staff: True),
    ("/afwezig", lambda _city, _staff: True),
    ("/uren", lambda _city, _staff: True),
)
# Commands of everybody, and the one that is tried with a case of its own.
ELSEWHERE: Final = frozenset({"dossier", "gegevens", "help", "meldingen", "nieuws", "start", "stop", "taal", "vraag", "wijkmanager"})  # fmt: skip


def verb_of(data: str) -> str:
    return data.split(":")[1]
