"""`wijklijn poster`: a page of A4 for each wijk, to hang in a window, with a code that opens the line there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.commands.staff import CommandRefused
from bot.domain.city import City, Wijk
from bot.domain.city_file import read_city
from bot.opening import bot_username, now, texts_of
from bot.printing.poster import poster_pdf
from bot.settings import Settings
from handlers.paper import poster_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of which wijken (none: all), where to, and the bot's username when Telegram need not be asked."""

    wijken: tuple[str, ...] = ()
    output: Path | None = None
    bot: str | None = None


async def print_posters(settings: Settings, wanted: Wanted) -> list[str]:
    """Write the posters; a line for each file. Raises CommandRefused, CityFileWrong, LocaleWrong or CannotStart."""
    city = read_city(settings.city)
    wijken = [_wijk(city, wijk) for wijk in wanted.wijken] or list(city.wijken)
    targets = _targets(wijken, wanted.output)
    texts = texts_of(city)
    bot = wanted.bot or await bot_username(settings)
    for wijk, target in zip(wijken, targets, strict=True):
        _write(target, poster_pdf(poster_of(texts, city, wijk, bot), language=city.master.code, at=now()))
    return [str(target) for target in targets]


def _wijk(city: City, wijk: str) -> Wijk:
    if not city.has_wijk(wijk):
        known = ", ".join(one.id for one in city.wijken)
        raise CommandRefused(f"--wijk {wijk} is not in the city file; expected one of: {known}")
    return city.wijk(wijk)


def _targets(wijken: Sequence[Wijk], output: Path | None) -> list[Path]:
    """A single poster goes where `output` says, or into that folder; several into a folder."""
    if len(wijken) == 1 and output is not None and not output.is_dir():
        return [output]
    folder = output or Path()
    return [folder / f"poster-{wijk.id}.pdf" for wijk in wijken]


def _write(target: Path, pdf: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf)
    except OSError as error:
        raise CommandRefused(f"{target} cannot be written: {error.strerror}") from None
