"""Dangers: the card with the emergency numbers, shown at once when somebody's words speak of danger."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.domain.cases import Case, CaseId, CaseMessage
from bot.domain.danger import DangerKind, danger_in
from bot.domain.guessing import guess
from bot.domain.intents import Act, Intent
from bot.domain.people import Person
from bot.services.turn import Turn
from storage.cases import find_case
from storage.outbox import find_last_said

CARD: Final = "danger"
# A machine needs a minute or two to listen; what it hears much later is no matter of now.
HEARD_WITHIN: Final = timedelta(minutes=15)
# In a sensitive case the telephone may lie on a table again by then: the card names what it is about.
IN_HAND_FOR: Final = timedelta(minutes=3)
# So long a card stands near enough to what is said next.
STANDS_FOR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Dangers:
    turn: Turn

    async def look(
        self, text: str, *, shown: Collection[str] = (), draft: int = 0, case: Case | None = None
    ) -> tuple[str, ...]:
        """Show the card to who acts for every kind of danger in the text that was not shown yet; all kinds shown."""
        return await self._look(text, self._languages(text), shown, draft, case)

    async def look_again(self, text: str, kept_in: CaseId | None) -> None:
        """The same for words that were changed after they were sent; not for what a card that is near says already."""
        person = self.turn.person
        case = await find_case(self.turn.tx, kept_in) if kept_in is not None else None
        about = case if case and case.open and person and case.resident == person.id else None
        if person is not None:
            await self._look(text, self._languages(text), await self._standing(person), 0, about)

    async def heard(self, case: Case, message: CaseMessage) -> None:
        """The same for what who acts spoke, once a machine has written it down: in the language it heard, too."""
        person, heard = self.turn.person, message.heard
        is_late = self.turn.now - message.at > (IN_HAND_FOR if case.sensitive else HEARD_WITHIN)
        if person is None or heard is None or case.resident != person.id or is_late:
            return
        languages = dict.fromkeys((heard.language, *self._languages(heard.text)))
        about = case if case.open else None
        await self._look(heard.text, languages, await self._standing(person), 0, about)

    async def _look(
        self, text: str, languages: Collection[str], shown: Collection[str], draft: int, case: Case | None
    ) -> tuple[str, ...]:
        for language in languages:
            danger = danger_in(text, language)
            new = sorted(kind for kind in danger.kinds if kind not in shown) if danger else []
            if new:
                await self._show(new, language, draft, case)
                return (*shown, *new)
        return tuple(shown)

    async def _standing(self, person: Person) -> Collection[str]:
        """The kinds on the card that was shown in this chat a moment ago."""
        card = await find_last_said(self.turn.tx, person.chat, CARD, self.turn.now)
        is_near = card is not None and card.since is not None and self.turn.now - card.since < STANDS_FOR
        return str(card.intent.values["kinds"]).split(",") if card and is_near else ()

    def _languages(self, text: str) -> tuple[str, ...]:
        """The language of the chat, and that of the words where they surely are in another; before one was chosen, all."""
        person = self.turn.person
        if person is not None and person.language:
            written = guess(text)
            return (person.language, written) if written else (person.language,)
        return tuple(language.code for language in self.turn.city.languages)

    async def _show(
        self, kinds: Collection[DangerKind], language: str, draft: int, case: Case | None
    ) -> None:
        person = self.turn.person
        if person is None:
            return
        # The draft is named by its version: between the card and the press it may have become a case.
        values = {"kinds": ",".join(kinds), "draft": str(draft), "about": case.id if case else 0}
        read = person.language or language
        card = Intent(chat=person.chat, person=person.id, name=CARD, language=read, values=values)
        await self.turn.tell(await self._in_place(card, kinds))

    async def _in_place(self, card: Intent, kinds: Collection[DangerKind]) -> Intent:
        """The card that stands since the words were held is given the question whether it is going on now."""
        if not set(kinds) <= set(self.turn.warned):
            return card
        stands = await find_last_said(self.turn.tx, card.chat, CARD, self.turn.now)
        return replace(card, act=Act.EDIT, edits=stands.id) if stands else card
