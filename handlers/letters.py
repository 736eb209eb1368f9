"""The letter in which a case goes to a partner: in Dutch, with a reference, and without whoever reported it."""

from bot.domain.cases import Case, CaseKind
from bot.domain.city import DUTCH, City
from bot.domain.giveaways import giveaways
from bot.domain.passings import Letter, Way
from bot.services.calendar import Calendar
from bot.services.passing_on import PassingDraft
from bot.texts import Texts
from handlers.dates import in_words


def letter_of(city: City, texts: Texts, draft: PassingDraft) -> Letter:
    """The subject is made of the city's words alone; the draft's are those that were looked at once more."""
    case = draft.case
    what, wijk = _what(city, texts, case), _wijk(city, texts, case)
    facts = (
        texts.label(DUTCH, "letter-reference", number=case.number),
        texts.label(DUTCH, "letter-what", what=what),
        texts.label(DUTCH, "letter-where", place=_where(draft, wijk)),
        texts.label(
            DUTCH, "letter-day", day=in_words(texts, DUTCH, Calendar(city).local_day(case.created_at))
        ),
    )
    parts = (
        texts.label(DUTCH, "letter-greeting", partner=draft.partner.name),
        texts.label(DUTCH, "letter-asks"),
        "\n".join(facts),
        draft.text,
        texts.label(DUTCH, "letter-sound") if _only_named(draft) else "",
        texts.label(DUTCH, "letter-ask"),
        texts.label(DUTCH, "letter-from"),
    )
    subject = texts.label(DUTCH, "letter-subject", number=case.number, what=what, wijk=wijk)
    enclosed = tuple(one.media for one in draft.enclosures if one.goes(draft.way))
    return Letter(subject, "\n\n".join(part for part in parts if part), enclosed)


def _only_named(draft: PassingDraft) -> bool:
    """Whether something was chosen that a mail does not take along: the partner can ask for it."""
    return draft.way is Way.MAIL and any(not one.goes(draft.way) for one in draft.chosen)


def place_stays_here(draft: PassingDraft) -> bool:
    """Whether the place as the resident wrote it may tell where they live, or somebody says so; then only the wijk is named."""
    return draft.wijk_only or bool(giveaways(draft.case.place))


def _what(city: City, texts: Texts, case: Case) -> str:
    category = city.category_of(case.category) if case.kind is CaseKind.SIGNAL else None
    if category is not None:
        return category.label.says(DUTCH)
    return texts.label(DUTCH, "case-kind-name", kind=case.kind.value)


def _wijk(city: City, texts: Texts, case: Case) -> str:
    if case.wijk is None or not city.has_wijk(case.wijk):
        return texts.label(DUTCH, "letter-no-wijk")
    return city.wijk(case.wijk).name


def _where(draft: PassingDraft, wijk: str) -> str:
    return wijk if not draft.case.place or place_stays_here(draft) else f"{draft.case.place}, {wijk}"
