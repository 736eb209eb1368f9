"""A circuit breaker: a translator that keeps failing is left alone for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from bot.translation.translator import Reason, TranslationFailed

LONGEST_REST: Final = 600.0


@dataclass(slots=True)
class Breaker:
    """Opens after `failures` temporary failures in a row; after `rest` seconds lets one call through.

    Each failure of that one call doubles the rest, up to ten minutes; one success closes it.
    """

    monotonic: Callable[[], float]
    failures: int = 5
    rest: float = 30.0
    _in_a_row: int = field(default=0, init=False)
    _rests: int = field(default=0, init=False)
    _open_until: float = field(default=0.0, init=False)
    _is_probing: bool = field(default=False, init=False)

    @contextmanager
    def call(self) -> Iterator[None]:
        """Guard one call. Raises TranslationFailed(PAUSED) at once while the breaker is open."""
        probe = self._admit()
        try:
            yield
        except TranslationFailed as failed:
            # A refusal of this one text shows that the translator is alive.
            self._count(worked=not failed.is_temporary, probe=probe)
            raise
        else:
            self._count(worked=True, probe=probe)
        finally:
            if probe:
                self._is_probing = False

    @property
    def is_open(self) -> bool:
        return self._in_a_row >= self.failures

    def _admit(self) -> bool:
        if not self.is_open:
            return False
        left = self._open_until - self.monotonic()
        if self._is_probing or left > 0:
            raise TranslationFailed(Reason.PAUSED, retry_after=max(left, 1.0))
        self._is_probing = True
        return True

    def _count(self, *, worked: bool, probe: bool) -> None:
        if worked:
            self._in_a_row = self._rests = 0
            return
        self._in_a_row += 1
        # Calls that were under way when it opened fail too; they must not lengthen the rest.
        if probe or self._in_a_row == self.failures:
            self._open_until = self.monotonic() + min(self.rest * 2.0 ** min(self._rests, 10), LONGEST_REST)
            self._rests += 1
