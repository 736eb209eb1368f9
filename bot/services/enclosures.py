"""Enclosures: the pictures and sounds of a case, each of which goes to a partner only where somebody chose it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.domain.cases import Author, Case, Media
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Intent, Value
from bot.domain.passings import PICTURES, Way
from bot.services.turn import Turn
from storage.errands import list_errands
from storage.messages import list_messages

# One of them, shown with its number to who chooses.
OFFERED: Final = "pass-media"
MOST_OFFERED: Final = 20


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One picture or sound that may go along. `key` names it, whatever else comes; `theirs`: the resident sent it."""

    key: str
    media: Media = field(repr=False)
    theirs: bool
    chosen: bool = False

    @property
    def is_picture(self) -> bool:
        return self.media.kind in PICTURES

    def goes(self, way: Way) -> bool:
        """Whether the partner gets it; of sound a mail only says that it is there."""
        return self.chosen and (way is Way.PERSON or (way is Way.MAIL and self.is_picture))


@dataclass(frozen=True, slots=True)
class Enclosures:
    turn: Turn

    async def of(self, case: Case, chosen: Iterable[str] = ()) -> Sequence[Enclosure]:
        """What the resident sent and what the team saw, oldest first; of very many the newest."""
        said = await list_messages(self.turn.tx, case.id)
        theirs = [one for one in said if one.author is Author.RESIDENT]
        found = [one for message in theirs for one in _each(f"m{message.id}", message.words.media)]
        for errand in await list_errands(self.turn.tx, case.id):
            seen = _each(f"e{errand.id}", errand.seen.media if errand.seen else ())
            found += [replace(one, theirs=False) for one in seen]
        picked = frozenset(chosen)
        return [replace(one, chosen=one.key in picked) for one in found[-MOST_OFFERED:]]

    async def show(self, case: Case) -> None:
        """Show each with its number to who chooses, before what is said next."""
        person = self.turn.person
        if person is None:
            raise ButtonExpired
        for number, one in enumerate(await self.of(case), 1):
            about: dict[str, Value] = {"key": one.key, "number": number}
            await self.turn.tell(
                Intent(
                    chat=person.chat, person=person.id, name=OFFERED, case=case.id, values=about, silent=True
                )
            )

    async def find(self, case: Case, key: str) -> Enclosure | None:
        return next((one for one in await self.of(case) if one.key == key), None)


def _each(source: str, media: Sequence[Media]) -> list[Enclosure]:
    return [Enclosure(f"{source}.{item}", one, theirs=True) for item, one in enumerate(media)]
