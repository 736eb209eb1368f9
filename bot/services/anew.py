"""Anew: what was taken back is reported again, with what is known of it filled in."""

from dataclasses import dataclass, replace

from bot.domain.cases import Case
from bot.domain.drafts import Draft, Part
from bot.services.drafts import Drafts
from bot.services.turn import Turn


@dataclass(frozen=True, slots=True)
class Anew:
    turn: Turn

    async def begin(self, case: Case, *parts: Part) -> Draft | None:
        """Begin a draft like the case, with these words; what was answered then is not asked again.

        Raises TooLong, NothingWritten.
        """
        drafts = Drafts(self.turn)
        draft = await drafts.begin(case.kind)
        known = self.turn.city.has_wijk(case.wijk) if case.wijk else False
        like = replace(
            draft,
            category=case.category,
            has_category=case.category is not None,
            wijk=case.wijk if known else None,
            place=case.place if known else "",
            spot=case.spot if known else None,
            has_place=known,
        )
        await drafts.keep(like)
        for part in parts:
            await drafts.receive(part)
        return drafts.now()
