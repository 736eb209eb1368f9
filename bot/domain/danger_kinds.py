"""The kinds of danger that words speak of: each has its own numbers to call."""

from enum import StrEnum


class DangerKind(StrEnum):
    FIRE = "fire"
    GAS = "gas"
    VIOLENCE = "violence"
    VIOLENCE_AT_HOME = "violence-at-home"
    INJURY = "injury"
    SUICIDE = "suicide"
