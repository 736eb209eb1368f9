"""The bot broken on purpose, in its own process: each way must turn a gate red."""

from collections.abc import Callable, Mapping
from typing import Final

from gates import (
    breaking,
    breaking_intake,
    breaking_pace,
    breaking_replicas,
    breaking_restore,
    breaking_webhook,
)

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
    "ended-by-a-watchdog": breaking.ended_by_a_watchdog,
    "forgotten-penalty": breaking_pace.forgotten_penalty,
    "one-penalty-for-all": breaking_pace.one_penalty_for_all,
    "unpaced": breaking_pace.unpaced,
    "five-percent-too-fast": breaking_pace.five_percent_too_fast,
    "first-come-first-served": breaking_pace.first_come_first_served,
    "misread-answers": breaking_pace.misread_answers,
    "gives-up-at-once": breaking_pace.gives_up_at_once,
    "probed-by-messages": breaking_pace.probed_by_messages,
    "expired-sent-late": breaking_pace.expired_sent_late,
    "expired-too-early": breaking_pace.expired_too_early,
    "hasty-leases": breaking_replicas.hasty_leases,
    "lease-for-everybody": breaking_replicas.lease_for_everybody,
    "forgotten-fence": breaking_replicas.forgotten_fence,
    "chat-row-not-checked": breaking_replicas.chat_row_not_checked,
    "newest-first": breaking_replicas.newest_first,
    "asks-without-pause": breaking_pace.asks_without_pause,
    "fights-for-the-webhook": breaking_webhook.fights_for_the_webhook,
    "waiting-restored": breaking_restore.waiting_restored,
    "erasures-forgotten": breaking_restore.erasures_forgotten,
    "words-logged": breaking_intake.words_logged,
    "unreadable-stops-all": breaking_intake.unreadable_stops_all,
    "deaf-to-jumps": breaking_intake.deaf_to_jumps,
}


def break_here(name: str | None) -> None:
    """Break the bot of this process; None breaks nothing. Raises LookupError."""
    if name is not None:
        BREAKAGES[name]()
