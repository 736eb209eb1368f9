"""Foretelling: how an answer that has not left will read in the resident's language, and what that says in Dutch again."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from bot.domain.cases import NUMBER_PATTERN, Case, CaseMessage
from bot.domain.errors import ButtonExpired
from bot.domain.guessing import languages_said
from bot.domain.intents import Act, Intent
from bot.domain.people import Person
from bot.domain.quick import MOST_TEXT, ProposalState, as_kept
from bot.services.desk_words import DeskWords
from bot.services.handling import Handling
from bot.services.recognisable import says_who
from bot.services.steps import Step, Steps
from bot.services.translations import Translations
from bot.services.turn import Turn
from storage.foretold import Asked, ask_foretold, erase_arrived, erase_foretold
from storage.interpreting import FORETOLD
from storage.memory import Sayable, recall
from storage.messages import (
    Translation,
    TranslationState,
    ask_translation,
    list_messages,
    set_translation,
)
from storage.outbox import find_last_said
from storage.quick_answers import list_proposals

__all__ = ["FORETOLD", "Foretelling", "Foretold", "Made", "foretold_in"]

ANSWER: Final = "answer"  # the kind of step that an answer is written in
PREVIEW: Final = "preview"  # the step in which it is looked at
SHOWN: Final = "answer-preview"  # the message that shows it
OFTEN: Final = 3  # so many times the same words are a quick answer that nobody has made yet
CASE_NUMBER: Final = re.compile(rf"(?<!\d){NUMBER_PATTERN}(?!\d)")
THERE: Final = "there"
BACK: Final = "back"


@dataclass(frozen=True, slots=True)
class Foretold:
    """An answer in the resident's language; without a text while the machine is at it, or once it has `failed`.

    `asked` and `back_asked` are what the machine was asked last; without an `engine` a person translated. `often`: it
    returns so often that it may be a quick answer.
    """

    language: str
    text: str = field(default="", repr=False)
    engine: str = ""
    doubtful: bool = False
    failed: bool = False
    back: str = field(default="", repr=False)
    asked: int = 0
    back_asked: int = 0
    often: bool = False

    @property
    def may_go_back(self) -> bool:
        """Whether it makes sense to ask what the machine's words say in Dutch."""
        return bool(self.text and self.engine) and not self.back_asked


@dataclass(frozen=True, slots=True)
class Made:
    """What the machine made of one of the two; `text` None when it gave up."""

    asked: int
    text: str | None = field(repr=False)
    engine: str = ""
    doubtful: bool = False


def foretold_in(payload: Mapping[str, Any]) -> Foretold | None:
    kept = payload.get("foretold")
    return Foretold(**kept) if kept else None


@dataclass(frozen=True, slots=True)
class Foretelling:
    turn: Turn

    async def ask(self, case: Case, text: str) -> Step:
        """Let the draft's words be translated while somebody looks at them; the step as it is then.

        Into the language of the resident's own words in the case: content, never what a person has set. What people
        translated before is taken at once.
        """
        await erase_foretold(self.turn.tx, self._person().id)
        language = await self._language(case) if any(map(str.isalpha, text)) else None
        if language is None:
            return await self._keep(None)
        known = await recall(self.turn.tx, Sayable(text, self._dutch, language))
        if known is not None:
            often = known.times >= OFTEN and await self._is_new(text)
            return await self._keep(Foretold(language, known.text, often=often))
        if not self.turn.rules.machine:
            return await self._keep(None)
        asked = await self._ask(Asked(THERE, self._dutch, language, text))
        return await self._keep(Foretold(language, asked=asked))

    async def ask_back(self, version: int) -> None:
        """Let the machine's words be translated back. Raises ButtonExpired for what is no preview any more."""
        step, now = self._step(), self._now()
        if step is None or step.version != version or now is None or not now.may_go_back:
            raise ButtonExpired
        asked = await self._ask(Asked(BACK, now.language, self._dutch, now.text))
        await self._change(now, back_asked=asked)
        await self._show_anew()

    async def proposable(self, version: int) -> Mapping[str, str]:
        """The words by language that become a quick answer; offered once. Raises ButtonExpired."""
        step, now = self._step(), self._now()
        if step is None or step.version != version or now is None or not now.often:
            raise ButtonExpired
        await self._change(now, often=False)
        await self._show_anew()
        return {self._dutch: as_kept(step.payload["text"]), now.language: as_kept(now.text)}

    async def made(self, made: Made) -> None:
        """The machine answered, or gave up: the preview shows it, unless the draft is another one by now."""
        await erase_arrived(self.turn.tx, made.asked)
        now = self._now()
        if now is None or made.asked not in {now.asked, now.back_asked}:
            return
        if made.asked == now.back_asked:
            await self._change(now, back=made.text or "", back_asked=now.back_asked if made.text else 0)
        elif made.text is None:
            await self._change(now, failed=True)
        else:
            await self._change(now, text=made.text, engine=made.engine, doubtful=made.doubtful)
        await self._show_anew()

    async def keep(self, case: Case, message: CaseMessage, reading: Foretold) -> None:
        """It has left: what was previewed is what the resident reads."""
        tx, now = self.turn.tx, self.turn.now
        await ask_translation(tx, message.id, reading.language, TranslationState.HUMAN, now)
        done = Translation(
            message.id,
            reading.language,
            TranslationState.DONE,
            reading.text,
            engine=reading.engine or None,
            doubtful=reading.doubtful,
        )
        by = None if reading.engine else Handling(self.turn).staff.id
        await set_translation(tx, case, done, staff=by, now=now)
        if reading.doubtful:
            await Translations(self.turn).ask_to_check(message.id, reading.language)

    async def over(self) -> None:
        """The draft is gone."""
        await erase_foretold(self.turn.tx, self._person().id)

    async def _language(self, case: Case) -> str | None:
        """The language to foretell in; None where the resident reads what is written."""
        if case.resident is None or await DeskWords(self.turn).language_of(case) != self._dutch:
            return None
        known = {one.code for one in self.turn.city.languages} - {self._dutch}
        said = languages_said(await list_messages(self.turn.tx, case.id))
        return next((language for language in said if language in known), None)

    async def _is_new(self, text: str) -> bool:
        """Whether it fits a quick answer, is of nobody and of no case, and was not proposed yet."""
        if CASE_NUMBER.search(text) or says_who(self.turn, text):
            return False
        states = (ProposalState.PROPOSED, ProposalState.APPROVED, ProposalState.REFUSED)
        proposed = [one for state in states for one in await list_proposals(self.turn.tx, state)]
        known = {one.texts.get(self._dutch) for one in proposed}
        return len(text) <= MOST_TEXT and as_kept(text) not in known

    async def _ask(self, asked: Asked) -> int:
        return await ask_foretold(self.turn.tx, self._person().id, asked, self.turn.now)

    def _step(self) -> Step | None:
        step = self.turn.step
        return step if step is not None and step.kind == ANSWER and step.step == PREVIEW else None

    def _now(self) -> Foretold | None:
        step = self._step()
        return foretold_in(step.payload) if step else None

    async def _change(self, now: Foretold, **changes: Any) -> None:
        await self._keep(Foretold(**{**asdict(now), **changes}))

    async def _keep(self, foretold: Foretold | None) -> Step:
        return await Steps(self.turn).go(PREVIEW, foretold=asdict(foretold) if foretold else None)

    async def _show_anew(self) -> None:
        person = self._person()
        row = await find_last_said(self.turn.tx, person.chat, SHOWN, self.turn.now)
        if row is not None:
            await self.turn.tell(
                Intent(
                    chat=person.chat,
                    person=person.id,
                    name=SHOWN,
                    act=Act.EDIT,
                    edits=row.id,
                    case=row.intent.case,
                    language=row.intent.language,
                    buttons=row.intent.buttons,
                    coalesce=f"{SHOWN}:{row.message or row.id}",
                )
            )

    @property
    def _dutch(self) -> str:
        return self.turn.city.master.code

    def _person(self) -> Person:
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person
