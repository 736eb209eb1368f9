"""`wijklijn aside`: what was set aside for a person, and how it is tried anew once the mistake is mended."""

from collections.abc import Iterator, Sequence

from bot.commands.staff import CommandRefused
from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.opening import now, opened_database, read_database
from bot.settings import Settings
from storage.aside import UNREADABLE, AsideRow, lay_back, list_aside
from storage.database import Transaction


async def list_all(settings: Settings) -> list[str]:
    """A line for each row; nothing of who wrote, or what."""
    city = read_city(settings.city)
    async with read_database(settings) as database:
        rows = await database.read(list_aside)
    return list(_lines(rows, city)) or ["Nothing is set aside."]


async def retry(settings: Settings, ids: Sequence[int]) -> list[str]:
    """Let these rows wait again, all or none. Raises CommandRefused."""

    async def lay_all_back(tx: Transaction) -> None:
        for one in ids:
            if not await lay_back(tx, one, now()):
                raise CommandRefused(
                    f"{one} is not set aside, or could not be read; `wijklijn aside list` shows what is"
                )

    async with opened_database(settings) as database:
        await database.turn(lay_all_back)
    return [f"{one} is tried again: at once where a bot runs, else when it starts." for one in ids]


def _lines(rows: Sequence[AsideRow], city: City) -> Iterator[str]:
    for row in rows:
        since = f"{row.since.astimezone(city.time_zone):%Y-%m-%d %H:%M}"
        yield f"{row.id:>8}  {since}  {row.kind:<16}  {_tried(row)}"


def _tried(row: AsideRow) -> str:
    if row.kind == UNREADABLE:
        return "cannot be read, and is not tried again"
    return f"tried {row.attempts} times" if row.attempts else "was waiting when a backup was brought back"
