"""Screens that hold what a resident wrote, beside the card and what follows it, by the names of the texts."""

from typing import Final

TYPED_PLACE: Final = "case-place"
# Where something is looked at before it is done: two reports beside each other, a letter to a partner.
SIDE: Final = "merge-side"
MERGE: Final = "merge-look"
LETTER: Final = "pass-preview"
# Of a contact worker: one case of the caseload, which comes in the place of the list, and a visit of today.
LOAD_CASE: Final = "load-case"
VISIT: Final = "visit-today"
