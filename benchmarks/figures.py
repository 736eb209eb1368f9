"""Figures of several rounds: medians, how far they lie apart, and ratios within each round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(slots=True)
class Figures:
    """Microseconds of CPU per message: for each subject one figure a round, all subjects in every round."""

    title: str
    beside: str
    rounds: dict[str, list[float]] = field(default_factory=dict)

    def add(self, subject: str, seconds: float, messages: int) -> None:
        self.rounds.setdefault(subject, []).append(seconds / messages * 1e6)

    def middle(self, subject: str) -> float:
        return median(self.rounds[subject])

    def ratio(self, subject: str) -> float:
        """Median of the rounds' ratios: what disturbs a whole round disturbs both sides of it."""
        pairs = zip(self.rounds[subject], self.rounds[self.beside], strict=True)
        return median(mine / theirs for mine, theirs in pairs)

    def lines(self) -> Iterator[str]:
        """Write the table."""
        yield f"{self.title:<52}{'µs':>7}{'lowest':>9}{'highest':>9}{'ratio':>8}"
        for subject, rounds in self.rounds.items():
            spread = f"{min(rounds):>9,.0f}{max(rounds):>9,.0f}"
            yield f"  {subject:<50}{self.middle(subject):>7,.0f}{spread}{self.ratio(subject):>7.2f}x"


def shares(weights: Mapping[str, float], most: int) -> Sequence[tuple[str, float]]:
    """Give the heaviest with their share of the whole, heaviest first."""
    whole = sum(weights.values()) or 1.0
    heaviest = sorted(weights.items(), key=lambda item: -item[1])[:most]
    return [(name, weight / whole) for name, weight in heaviest]
