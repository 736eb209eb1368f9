"""One thing that was looked at: what `wijklijn check` and `wijklijn status` print a line of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One line; only what is not fine makes the exit code 1."""

    fine: bool
    what: str

    @property
    def line(self) -> str:
        return f"{'ok   ' if self.fine else 'WRONG'} {self.what}"
