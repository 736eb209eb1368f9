"""Alarms: what somebody who keeps the bot running must hear of, each by a name that never changes."""

from datetime import timedelta
from enum import StrEnum
from typing import Final


class Alarm(StrEnum):
    """docs/operations.md says of each what it means and what to do."""

    DOWN_LONG = "down-long"
    TOKEN_REVOKED = "token-revoked"  # noqa: S105 - a name of something that happened
    SECOND_POLLER = "second-poller"
    SOMEBODY_ELSES_WEBHOOK = "somebody-elses-webhook"
    WEBHOOK_DRIFTED = "webhook-drifted"
    DISK_LOW = "disk-low"
    MESSAGE_BROKEN = "message-broken"
    ROW_SET_ASIDE = "row-set-aside"
    DATABASE_UNWRITABLE = "database-unwritable"
    JOURNAL_UNWRITABLE = "journal-unwritable"
    BACKUP_OLD = "backup-old"
    TRANSLATOR_BUDGET = "translator-budget"

    @property
    def quiet(self) -> timedelta:
        """How long it is not told again; what lasts for days is told daily."""
        return timedelta(days=1) if self in _LASTING else timedelta(hours=1)


_LASTING: Final = frozenset({Alarm.DISK_LOW, Alarm.BACKUP_OLD})

DOWN_LONG_AFTER: Final = timedelta(minutes=15)
# Telegram keeps what nobody fetches for so long, and then throws it away.
TELEGRAM_KEEPS: Final = timedelta(hours=24)
LEAST_FREE: Final = 0.10
# In the night in which summer time ends, two backups at one hour lie 25 hours apart.
BACKUP_OLD_AFTER: Final = timedelta(hours=26)
# The file of the database is written anew each night; one night that fails is tried again by day.
REWRITTEN_WITHIN: Final = timedelta(hours=26)
