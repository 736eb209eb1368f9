"""`wijklijn retention`: what is older than its term goes now, or is only counted; a line for each term."""

from collections.abc import Awaitable, Callable, Iterator

from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.files import begin_noting
from bot.opening import now, opened_database, read_database, rules_of
from bot.services.retention import Fate, Retention
from bot.services.turn import Turn
from bot.settings import Settings
from storage.database import Database, Transaction
from storage.retention import Ran

_DOES = {
    Fate.ERASED: "erased",
    Fate.CUT: "cut from who they are of",
    Fate.TOLD: "only counted",
    Fate.ELSEWHERE: "not in the database: destroy copies by then",
}
Terms = tuple[Ran, ...]


async def retain(settings: Settings, *, is_dry: bool) -> list[str]:
    """Lines to print. The bot may run beside it. Raises CannotStart, CityFileWrong."""
    city = read_city(settings.city)
    if is_dry:
        async with read_database(settings) as database:
            ran = await database.read(_turned(settings, city, lambda turn: Retention(turn).look()))
        return [*_lines(ran, is_dry=True), "Nothing was changed."]
    async with opened_database(settings) as database:
        return list(_lines(await _run(database, settings, city), is_dry=False))


async def _run(database: Database, settings: Settings, city: City) -> Terms:
    """Step by step, so that a bot beside it is held up by none of them."""
    begin_noting(settings)
    began = now()
    while True:
        ran = await database.turn(_turned(settings, city, lambda turn: Retention(turn).run(began)))
        if not any(one.found and one.act in {Fate.ERASED, Fate.CUT} for one in ran):
            break
    return tuple(await database.read(_turned(settings, city, _last)))


async def _last(turn: Turn) -> Terms:
    return tuple(await Retention(turn).last())


def _turned(
    settings: Settings, city: City, work: Callable[[Turn], Awaitable[Terms]]
) -> Callable[[Transaction], Awaitable[Terms]]:
    async def turned(tx: Transaction) -> Terms:
        return await work(Turn(tx, now(), city, rules_of(settings)))

    return turned


def _lines(ran: Terms, *, is_dry: bool) -> Iterator[str]:
    for one in ran:
        rule = f"rule: {one.rule}" if one.rule else "no rule yet"
        would = "would be " if is_dry and one.act in {Fate.ERASED, Fate.CUT} else ""
        yield f"{one.kept}: after {one.days} days ({rule}): {one.found} {would}{_DOES[Fate(one.act)]}"
