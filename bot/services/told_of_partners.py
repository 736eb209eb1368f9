"""What is told of a case that a partner has, by the names of the texts."""

from typing import Final

ASKED: Final = "partner-asked"  # to the people of the partner
ENCLOSED: Final = "partner-media"  # what was chosen to go with it, as replies to it
SAID: Final = "notice-partner"  # to the desk
PASSED_ON: Final = "case-passed-on"  # to the resident
