"""Commands: Latin names that are the same in every language; what they do is said in Fluent as `command-NAME`."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.people import Role

FOR_RESIDENTS: Final = (
    "melden",
    "vraag",
    "meldingen",
    "nieuws",
    "wijkmanager",
    "taal",
    "gegevens",
    "help",
    "stop",
)
_DESK: Final = ("werk", "zoek", "dossier", "bericht", "melden", "agenda_wijk", "afwezig")
# Staff read first what is theirs; a report of their own is made elsewhere than a resident's.
_ALSO: Final = ("uren", "wijkmanager", "gegevens", "help", "stop")
_WORK: Final[Mapping[Role, Sequence[str]]] = {
    Role.ADMINISTRATOR: (
        "werk",
        "zoek",
        "dossier",
        "bericht",
        "agenda_wijk",
        "afwezig",
        "straten",
        "cijfers",
        "affiche",
        "overzicht",
    ),
    Role.COORDINATOR: (*_DESK, "straten", "cijfers", "affiche", "overzicht"),
    Role.WIJKMANAGER: (*_DESK, "cijfers", "affiche"),
    Role.CONTACT_WORKER: ("werk", "namens", "melden", "vertalen", "afwezig", "affiche"),
    Role.TEAM_MEMBER: ("werk", "zoek", "dossier", "melden", "afwezig", "affiche"),
    Role.PARTNER: ("werk",),
}


def commands_of(role: Role | None) -> tuple[str, ...]:
    """The commands to show to somebody, in order; without a role those of a resident."""
    return FOR_RESIDENTS if role is None else (*_WORK[role], *_ALSO)
