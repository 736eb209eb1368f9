"""A QR code as a picture, to be scanned from a phone that is held out."""

from io import BytesIO
from typing import Final

import segno

_SCALE: Final = 12  # points a module: sharp on any phone
_QUIET: Final = 4  # modules that stay white around it, as ISO/IEC 18004 asks


def code_png(link: str) -> bytes:
    """The link as a picture in black and white."""
    picture = BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="png", scale=_SCALE, border=_QUIET)
    return picture.getvalue()
