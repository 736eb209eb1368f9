"""`wijklijn status`: how the bot is doing, one screen, from the database and from the bot itself when it answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.commands.figures import Figures, ask_figures
from bot.commands.findings import Finding
from bot.domain.alarms import BACKUP_OLD_AFTER, LEAST_FREE, REWRITTEN_WITHIN
from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.domain.intents import Outcome, Urgency
from bot.engine.heartbeat import free_beside
from bot.files import CannotStart, is_to_be_made, journal_trouble
from bot.opening import Now, now, opened_database
from bot.settings import Settings
from storage.database import StorageFailed, Transaction
from storage.standing import Day, Standing, Waiting, is_upgraded, read_day, read_standing
from storage.tables import list_tables

DAY: Final = timedelta(days=1)
ALIVE_FOR: Final = timedelta(minutes=3)
IN_TAKES: Final = timedelta(minutes=1)
OUT_TAKES: Final = timedelta(minutes=5)
MACHINE_TAKES: Final = timedelta(minutes=10)
ALL_HELD: Final = timedelta(minutes=1)
MOST_ALARMS: Final = 4

_NAMES: Final = {Urgency.PROMPT: "prompts", Urgency.CASE: "cases", Urgency.ANNOUNCEMENT: "announcements"}
_TOLD: Final = (
    Outcome.DELIVERED,
    Outcome.UNREACHABLE,
    Outcome.BROKEN,
    Outcome.UNCERTAIN,
    Outcome.EXPIRED,
    Outcome.STOPPED,
)


class _NotUpgraded(Exception):
    """The database was made by an older Wijklijn, or by none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that was looked at, at one moment. `free`: of the database's disk, None when it is not here.

    `no_journal`: why no erasure can be noted.
    """

    at: datetime
    city: City
    standing: Standing
    day: Day
    figures: Figures | None
    free: float | None
    rate_limit: int
    no_journal: str | None = None


async def status(settings: Settings, clock: Now = now) -> list[Finding]:
    """A line for each thing an operator asks at night; works beside a running bot, and without one."""
    city, at = read_city(settings.city), clock()
    figures = await ask_figures(settings.health)
    file = settings.database_file
    try:
        if is_to_be_made(settings):
            what = f"{file} is not there: the bot never ran, or this is not its folder or environment"
            return [_finding(fine=False, name="database", what=what)]
        async with opened_database(settings, prepared=False) as database:
            standing, day = await database.read(lambda tx: _read(tx, at))
    except (CannotStart, StorageFailed) as failure:
        return [_ready(figures), Finding(fine=False, what=f"database     {failure}")]
    except _NotUpgraded:
        return [Finding(fine=False, what="database     has an older schema: `wijklijn db upgrade`")]
    free = free_beside(file)()
    seen = Seen(
        at=at,
        city=city,
        standing=standing,
        day=day,
        figures=figures,
        free=free,
        rate_limit=settings.rate,
        no_journal=journal_trouble(settings),
    )
    return list(findings_of(seen))


async def _read(tx: Transaction, at: datetime) -> tuple[Standing, Day]:
    if "meta" not in await list_tables(tx):
        raise CannotStart("it holds nothing of the bot: that never ran on it, or this is not its environment")
    if not await is_upgraded(tx):
        raise _NotUpgraded
    return await read_standing(tx, at), await read_day(tx, at)


def findings_of(seen: Seen) -> Iterator[Finding]:
    """Judge what was seen, the most pressing first."""
    yield _bot(seen)
    yield _ready(seen.figures)
    yield _in(seen)
    yield _out(seen)
    yield _rate(seen)
    yield _penalties(seen)
    yield _last_day(seen)
    yield _lanes(seen)
    yield from _leases(seen)
    yield _set_aside(seen)
    yield _machine("translator", seen.standing.machine, seen)
    if seen.standing.sounds.rows:
        yield _machine("transcriber", seen.standing.sounds, seen)
    if seen.free is not None:
        yield _finding(seen.free >= LEAST_FREE, "disk", f"{seen.free:.0%} free")
    yield _finding(seen.no_journal is None, "journal", seen.no_journal or "takes erasures")
    yield _backup(seen)
    if seen.day.rewritten is not None:
        ago = seen.at - seen.day.rewritten
        yield _finding(ago <= REWRITTEN_WITHIN, "file", f"written anew {_span(ago)} ago")
    yield _alarms(seen)


def _finding(fine: bool, name: str, what: str) -> Finding:  # noqa: FBT001 - reads as a sentence
    return Finding(fine=fine, what=f"{name:<12} {what}")


def _bot(seen: Seen) -> Finding:
    alive = seen.day.alive
    if alive is None:
        return _finding(fine=False, name="bot", what="has not run on this database yet")
    ago = seen.at - alive
    if ago > ALIVE_FOR:
        what = "no sign of life for" if seen.figures is None else "runs, but the database took nothing for"
        return _finding(fine=False, name="bot", what=f"{what} {_span(ago)}")
    return _finding(fine=True, name="bot", what=f"alive {_span(ago)} ago")


def _ready(figures: Figures | None) -> Finding:
    if figures is None:
        return _finding(
            fine=True,
            name="ready",
            what="nobody answers at WIJKLIJN_HEALTH: the bot is stopped, or this is not its environment",
        )
    if figures.failing:
        return _finding(fine=False, name="ready", what=f"not ready: {', '.join(figures.failing)}")
    return _finding(fine=True, name="ready", what="yes")


def _in(seen: Seen) -> Finding:
    waiting = seen.standing.inbox
    return _finding(_takes(waiting, seen) <= IN_TAKES, "in", _wait(waiting, seen))


def _out(seen: Seen) -> Finding:
    """An announcement may take long; an answer may not."""
    outbox = seen.standing.outbox
    answers = [waiting for urgency, waiting in outbox.items() if urgency is not Urgency.ANNOUNCEMENT]
    fine = all(_takes(waiting, seen) <= OUT_TAKES for waiting in answers)
    parts = [f"{_NAMES[urgency]} {_wait(waiting, seen)}" for urgency, waiting in sorted(outbox.items())]
    return _finding(fine, "out", "; ".join(parts) or _wait(Waiting(), seen))


def _rate(seen: Seen) -> Finding:
    levels = seen.figures.levels if seen.figures else {}
    sends = levels.get("wijklijn_leads", 1)  # a replica that stands by knows nothing of what leaves
    rate = levels.get("wijklijn_rate", seen.day.left_a_second) if sends else seen.day.left_a_second
    limit = levels.get("wijklijn_rate_limit", seen.rate_limit)
    return _finding(fine=True, name="rate", what=f"{rate:.1f} a second, limit {limit:.0f}")


def _penalties(seen: Seen) -> Finding:
    held = seen.day.held
    of_all = [one.until - seen.at for one in held if one.of_all]
    chats = len(held) - len(of_all)
    parts = [f"all held for {_span(rest)}" for rest in of_all]
    if chats:
        what = "1 chat" if chats == 1 else f"{chats} chats"
        parts.append(f"{what} held, the last for {_span(held[-1].until - seen.at)}")
    return _finding(all(rest <= ALL_HELD for rest in of_all), "penalties", "; ".join(parts) or "none holds")


def _last_day(seen: Seen) -> Finding:
    ended = seen.day.ended
    counts = ", ".join(f"{ended.get(outcome, 0):,} {outcome}" for outcome in _TOLD)
    return _finding(not ended.get(Outcome.BROKEN), "last day", counts)


def _lanes(seen: Seen) -> Finding:
    busy = seen.figures.levels.get("wijklijn_lanes_busy") if seen.figures else None
    what = "not known" if busy is None else f"{busy:.0f} busy"
    if seen.day.leases:
        what = f"{seen.day.lanes} held by replicas"
    return _finding(fine=True, name="lanes", what=what)


def _leases(seen: Seen) -> Iterator[Finding]:
    for lease in seen.day.leases:
        rest = timedelta(microseconds=lease.rest)
        held = rest > timedelta()
        what = f"held by {lease.holder} for {_span(rest)} more" if held else "nobody holds it"
        yield _finding(held, "lease", f"{lease.name}: {what}")


def _set_aside(seen: Seen) -> Finding:
    new, every = seen.day.aside, seen.standing.aside
    what = f"{new} in the last day, {every} in all" if every else "none"
    return _finding(not new, "set aside", what)


def _machine(name: str, waiting: Waiting, seen: Seen) -> Finding:
    return _finding(_takes(waiting, seen) <= MACHINE_TAKES, name, _wait(waiting, seen))


def _backup(seen: Seen) -> Finding:
    made = seen.day.backup
    if made is None:
        # A first day, and a playground that nobody uses, are no reason to warn.
        fine = seen.day.first is None or seen.at - seen.day.first <= DAY
        return _finding(fine, "backup", "none made yet: `wijklijn backup TARGET`")
    ago = seen.at - made
    return _finding(ago <= BACKUP_OLD_AFTER, "backup", f"{_span(ago)} ago")


def _alarms(seen: Seen) -> Finding:
    """What was raised is told by the lines above as long as it lasts; here it is only remembered."""
    zone = seen.city.time_zone
    names = [f"{alarm.name} {alarm.raised_at.astimezone(zone):%H:%M}" for alarm in seen.day.alarms]
    more = [f"and {len(names) - MOST_ALARMS} more"] if len(names) > MOST_ALARMS else []
    return _finding(
        fine=True, name="alarms", what=", ".join([*names[:MOST_ALARMS], *more]) or "none in the last day"
    )


def _takes(waiting: Waiting, seen: Seen) -> timedelta:
    return timedelta(seconds=waiting.seconds(seen.at))


def _wait(waiting: Waiting, seen: Seen) -> str:
    if not waiting.rows:
        return "nothing waits"
    return f"{waiting.rows:,} waiting, the oldest {_span(_takes(waiting, seen))}"


def _span(time: timedelta) -> str:
    """A time as people say it: 12 s, 3 min, 2 h 5 min, 4 days."""
    seconds = max(0, round(time.total_seconds()))
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3_600:
        return f"{seconds // 60} min"
    if seconds < 2 * 86_400:
        return f"{seconds // 3_600} h {seconds % 3_600 // 60} min"
    return f"{seconds // 86_400} days"


def lines_of(findings: Sequence[Finding]) -> list[str]:
    """What is printed."""
    return [finding.line for finding in findings]
