"""The bot broken on purpose, in its own process: each way must turn a gate red."""

from collections.abc import Callable, Mapping
from typing import Final

from gates import breaking

# Each changes the bot's classes before it runs; its docstring says what is broken.
BREAKAGES: Final[Mapping[str, Callable[[], None]]] = {
    "delivered-before-sending": breaking.delivered_before_sending,
    "claimed-beyond-in-flight": breaking.claimed_beyond_in_flight,
    "dropped-unique-key": breaking.dropped_unique_key,
    "turn-in-two-transactions": breaking.turn_in_two_transactions,
    "acknowledged-before-kept": breaking.acknowledged_before_kept,
    "repeated-without-end": breaking.repeated_without_end,
    "dropped-at-stop": breaking.dropped_at_stop,
    "begun-anew": breaking.begun_anew,
}


def break_here(name: str | None) -> None:
    """Break the bot of this process; None breaks nothing. Raises LookupError."""
    if name is not None:
        BREAKAGES[name]()
