"""Times as they are kept: whole microseconds since 1970 in UTC."""

from datetime import UTC, datetime, timedelta
from typing import overload

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@overload
def kept(at: datetime) -> int: ...
@overload
def kept(at: None) -> None: ...
def kept(at: datetime | None) -> int | None:
    """An aware time as microseconds since 1970."""
    return None if at is None else (at - _START) // _MICROSECOND


def told(at: int) -> datetime:
    """Microseconds since 1970 as an aware time in UTC."""
    return _START + at * _MICROSECOND
