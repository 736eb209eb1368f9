"""Dangers: the card with the emergency numbers, shown at once when somebody's words speak of danger."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.cases import Case
from bot.domain.danger import DangerKind, danger_in
from bot.domain.intents import Act, Intent
from bot.services.turn import Turn
from storage.outbox import find_last_said

CARD: Final = "danger"


@dataclass(frozen=True, slots=True)
class Dangers:
    turn: Turn

    async def look(
        self, text: str, *, shown: Collection[str] = (), draft: int = 0, case: Case | None = None
    ) -> tuple[str, ...]:
        """Show the card to who acts for every kind of danger in the text that was not shown yet; all kinds shown."""
        for language in self._languages():
            danger = danger_in(text, language)
            new = sorted(kind for kind in danger.kinds if kind not in shown) if danger else []
            if new:
                await self._show(new, language, draft, case)
                return (*shown, *new)
        return tuple(shown)

    def _languages(self) -> tuple[str, ...]:
        """The language of the chat; before one was chosen, every language of the city."""
        person = self.turn.person
        if person is not None and person.language:
            return (person.language,)
        return tuple(language.code for language in self.turn.city.languages)

    async def _show(
        self, kinds: Collection[DangerKind], language: str, draft: int, case: Case | None
    ) -> None:
        person = self.turn.person
        if person is None:
            return
        # The draft is named by its version: between the card and the press it may have become a case.
        values = {"kinds": ",".join(kinds), "draft": str(draft), "about": case.id if case else 0}
        card = Intent(chat=person.chat, person=person.id, name=CARD, language=language, values=values)
        await self.turn.tell(await self._in_place(card, kinds))

    async def _in_place(self, card: Intent, kinds: Collection[DangerKind]) -> Intent:
        """The card that stands since the words were held is given the question whether it is going on now."""
        if not set(kinds) <= set(self.turn.warned):
            return card
        stands = await find_last_said(self.turn.tx, card.chat, CARD, self.turn.now)
        return replace(card, act=Act.EDIT, edits=stands.id) if stands else card
