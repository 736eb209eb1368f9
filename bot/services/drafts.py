"""Drafts: what somebody is about to report, ask or propose; kept sealed for 24 hours, sent whole or dropped."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.domain.cases import Case, CaseKind, Origin, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import LEAD_ON, PLACE_STEPS, Draft, DraftStep, Part
from bot.domain.errors import ButtonExpired, ConsentMissing, NothingWritten
from bot.domain.people import Person, PersonId
from bot.services.cases import Cases, NewCase
from bot.services.dangers import Dangers
from bot.services.steps import DRAFT_LIVES, DRAFTING, Steps
from bot.services.turn import Turn
from bot.services.whereabouts import Whereabouts
from storage.drafts import draft_kept, draft_told, part_told
from storage.steps import Step, find_step, set_step

DRAFT: Final = DRAFTING
HELD: Final = "held"  # words of which it is not clear yet where they belong
LAPSES: Final = "draft-lapses"
# What stands in the place of a draft that was dropped, until its person comes by again.
LAPSED: Final = "lapsed"
# After so long it is asked whether what comes belongs to what was begun.
RESTS: Final = timedelta(hours=1)
LAPSED_LIVES: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Drafts:
    """The one draft of who acts."""

    turn: Turn

    def now(self) -> Draft | None:
        """The draft that the chat is in; None when it is in something else, or in nothing."""
        step = self.turn.step
        return draft_told(step) if step is not None and step.kind == DRAFT else None

    def get(self, version: int) -> Draft:
        """The draft of this run. Raises ButtonExpired when it was sent, dropped or begun anew."""
        draft = self.now()
        if draft is None or draft.version != version:
            raise ButtonExpired
        return draft

    @property
    def rested(self) -> bool:
        """Whether the draft lay there for so long that what comes now may be about something else."""
        step = self.turn.step
        return (
            step is not None and step.kind == DRAFT and step.expires_at - DRAFT_LIVES + RESTS <= self.turn.now
        )

    async def of(self, person: PersonId) -> Draft | None:
        """Somebody's draft, to show it."""
        step = await find_step(self.turn.tx, person)
        is_there = step is not None and step.kind == DRAFT and step.expires_at > self.turn.now
        return draft_told(step) if step is not None and is_there else None

    async def keep_since(self, draft: Draft, first: int) -> Draft:
        """Only the messages from this one on count: a report of their own. Raises ButtonExpired when there are none."""
        anew = draft.since(first)
        if not anew.parts:
            raise ButtonExpired
        return await self.keep(anew.onward())

    async def begin(
        self, kind: CaseKind, *, wijk: WijkId | None = None, origin: Origin = Origin.RESIDENT
    ) -> Draft:
        """Begin anew, with the words that were held; a known wijk is not asked for. Raises TooLong."""
        known = self.turn.city.wijk(wijk).id if wijk else None
        draft = Draft(kind=kind, step=DraftStep.WORDS, wijk=known, has_place=known is not None, origin=origin)
        for part in self._held():
            draft = draft.told(part).onward()
        step = await Steps(self.turn).start(DRAFT, draft.step, draft=draft_kept(draft))
        await self.let_lapse(step)
        return draft_told(step)

    async def keep(self, draft: Draft) -> Draft:
        """Keep a change."""
        await Steps(self.turn).go(draft.step, draft=draft_kept(draft))
        return draft

    async def show(self, draft: Draft, step: DraftStep, *, page: int = 0, changing: bool = False) -> Draft:
        """Go to a screen; `changing`: to give one answer anew, out of the summary."""
        to = draft.asked_where() if step is DraftStep.PLACE else draft
        return await self.keep(replace(to, step=step, page=page, changing=changing or draft.changing))

    async def become_idea(self, draft: Draft) -> Draft:
        """It is no question but an idea for the wijk."""
        return await self.keep(replace(draft, kind=CaseKind.IDEA, step=DraftStep.WORDS))

    async def receive(self, part: Part) -> Draft:
        """Take in whatever was written or sent: the story, or the place when that was asked for.

        Begins a report when there is none. Raises TooLong, NothingWritten.
        """
        if part.words.empty:
            raise NothingWritten
        draft = await self._watched(self.now() or await self.begin(CaseKind.SIGNAL), part)
        if part.words.spot is not None:
            return await self.keep(await Whereabouts(self.turn).located(draft, part.words.spot))
        if draft.step in PLACE_STEPS and part.may_be_place:
            return await self.keep(await Whereabouts(self.turn).typed(draft, part))
        return await self._tell(draft, part)

    async def change_words(self, message: int, part: Part) -> bool:
        """A message of the draft was edited in Telegram; False when it is not in the draft."""
        draft = self.now()
        if draft is None or all(known.message != message for known in draft.parts):
            return False
        parts = tuple(part if known.message == message else known for known in draft.parts)
        await self.keep(replace(await self._watched(draft, part), parts=parts))
        return True

    async def choose_category(self, draft: Draft, category: str | None) -> Draft:
        """The first question is answered; None: "I don't know". Raises ButtonExpired for a category that is gone."""
        known: CategoryId | None = self.turn.city.category(category).id if category else None
        return await self.keep(draft.about(known))

    async def choose_wijk(self, draft: Draft, wijk: str | None) -> Draft:
        """The second question is answered; None: "I don't know". Raises WijkUnknown."""
        known = self.turn.city.wijk(wijk).id if wijk else None
        return await self.keep(draft.at(known))

    async def choose_said(self, draft: Draft, index: int) -> Draft:
        """A name that people say, by its place in the city file. Raises ButtonExpired."""
        return await self.keep(await Whereabouts(self.turn).said(draft, index))

    async def choose_meant(self, draft: Draft, index: int) -> Draft:
        """One of the names that may have been meant. Raises ButtonExpired."""
        return await self.keep(await Whereabouts(self.turn).meant(draft, index))

    async def choose_guess(self, draft: Draft) -> Draft:
        """The place that the story names. Raises ButtonExpired when it names none."""
        return await self.keep(await Whereabouts(self.turn).guessed(draft))

    async def note_as_typed(self, draft: Draft) -> Draft:
        """Keep the place in the words of the person, and ask for the wijk. Raises ButtonExpired."""
        return await self.keep(Whereabouts(self.turn).as_typed(draft))

    async def typed_is_story(self, draft: Draft) -> Draft:
        """What was typed for a place belongs to the story. Raises ButtonExpired, TooLong."""
        if draft.typed is None:
            raise ButtonExpired
        return await self._tell(replace(draft, typed=None).asked_where(), draft.typed)

    async def make_urgent(self, version: int) -> bool:
        """It is going on now; whether the draft has become a case since. Raises ButtonExpired."""
        draft = self.now()
        if draft is not None and draft.version == version:
            await self.keep(replace(draft, urgent=True))
            return False
        case = await Cases(self.turn).sent_by(version)
        if case is None:
            raise ButtonExpired
        await Cases(self.turn).make_urgent(case)
        return True

    async def agree(self, draft: Draft) -> Draft:
        """The person for whom it is reported agrees, or does not after all."""
        return await self.keep(replace(draft, agreed=not draft.agreed))

    async def send(self, draft: Draft) -> Case:
        """Make a case of it. Raises NothingWritten, ConsentMissing."""
        if draft.origin is Origin.BEHALF and not draft.agreed:
            raise ConsentMissing
        case = await Cases(self.turn).open(
            NewCase(
                kind=draft.kind,
                parts=draft.parts,
                category=draft.category,
                wijk=draft.wijk,
                place=draft.place,
                spot=draft.spot,
                urgent=draft.urgent,
                run=draft.version,
                origin=draft.origin,
            )
        )
        await self.drop()
        return case

    async def talk_first(self, draft: Draft, wish: str) -> Case:
        """Ask for a conversation instead: nothing of what was written goes along, only the wish in these words.

        Raises ButtonExpired for what staff write: they are talking already.
        """
        if draft.origin is not Origin.RESIDENT:
            raise ButtonExpired
        case = await Cases(self.turn).open(
            NewCase(
                kind=CaseKind.QUESTION,
                parts=(Part(Words(wish)),),
                category=draft.category,
                wijk=draft.wijk,
                urgent=draft.urgent,
                talk=True,
                run=draft.version,
            )
        )
        await self.drop()
        return case

    async def drop(self) -> None:
        """Nothing of it is kept."""
        await Steps(self.turn).end()
        await self.turn.no_longer(self._key())

    async def lapse(self) -> None:
        """A day has passed: drop what was not sent, and remember only that there was something."""
        person = self._acting()
        step = await find_step(self.turn.tx, person.id)
        if step is None:
            return
        if step.expires_at > self.turn.now:
            await self.let_lapse(step)
        elif _is_missed(step):
            gone = Step(LAPSED, "", {}, step.version, self.turn.now + LAPSED_LIVES)
            await set_step(self.turn.tx, person.id, gone)
        elif step.kind != LAPSED:
            await Steps(self.turn).end()

    async def let_lapse(self, step: Step) -> None:
        """Drop it when its day is over."""
        at = step.expires_at + timedelta(seconds=1)
        await self.turn.later(self._key(), LAPSES, at, lane=self._acting().chat)

    def _held(self) -> tuple[Part, ...]:
        step = self.turn.step
        return tuple(map(part_told, step.payload["parts"])) if step and step.kind == HELD else ()

    async def _watched(self, draft: Draft, part: Part) -> Draft:
        """With the card shown for what the words say of danger, whatever was asked for."""
        shown = await Dangers(self.turn).look(part.words.text, shown=draft.dangers, draft=draft.version)
        return replace(draft, dangers=shown)

    async def _tell(self, draft: Draft, part: Part) -> Draft:
        if draft.step is DraftStep.REWRITE:
            draft = replace(draft, parts=())
        told = draft.told(part)
        if told.step is DraftStep.HERE:
            told = replace(told, step=DraftStep.PLACE)
        return await self.keep(told.onward() if told.step in LEAD_ON else told)

    def _key(self) -> str:
        return f"{DRAFT}:{self._acting().id}"

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person


def _is_missed(step: Step) -> bool:
    """Whether something that was written goes with it, if only beneath something short."""
    if beneath := step.payload.get("beneath"):
        return _is_missed(Step(**beneath, expires_at=step.expires_at))
    return step.kind == HELD or (step.kind == DRAFT and not draft_told(step).empty)
