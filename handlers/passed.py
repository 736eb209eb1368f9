"""What stands on a card of a case that partners have, and what staff read of a partner by its id."""

from bot.domain.cases import Case
from bot.domain.city import City, PartnerId
from bot.domain.passings import Passing
from bot.services.calendar import Calendar
from bot.services.passings import Passings
from bot.texts import Html
from handlers.dates import in_words
from handlers.render import Scene


async def passed_lines(scene: Scene, case: Case) -> list[Html]:
    """Where it is now, and since when; of a mail also how that went."""
    open_ones = await Passings(scene.turn).open_of(case) if case.open else ()
    return [_line(scene, passing) for passing in open_ones]


def partner_name(city: City, partner: PartnerId) -> str:
    """Its id when the city file has it no more."""
    return next((one.name for one in city.partners if one.id == partner), partner)


def _line(scene: Scene, passing: Passing) -> Html:
    day = Calendar(scene.turn.city).local_day(passing.at)
    return scene.text(
        "card-passed",
        partner=partner_name(scene.turn.city, passing.partner),
        day=in_words(scene.texts, scene.language, day),
        state=passing.mail.value if passing.mail else passing.way.value,
        without=passing.left_out,
    )
