"""What the team and the desk are told of an errand, by the names of the messages."""

from typing import Final

ERRAND: Final = "errand"
ERRAND_SEEN: Final = "errand-seen"
ERRAND_MEDIA: Final = "errand-media"
ERRANDS: Final = (ERRAND, ERRAND_SEEN, ERRAND_MEDIA)
